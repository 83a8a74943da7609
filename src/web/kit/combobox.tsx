import '@navikt/ds-css/dist/component/form.min.css';
import '@navikt/ds-css/dist/component/chips.min.css';
import { UNSAFE_Combobox as Combobox } from '@navikt/ds-react/Combobox';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isFound } from '../../kernel/fold.ts';
import type { FieldOf } from '../form.tsx';
import type { Option } from './fields.tsx';
import { stayOnEnter } from './search-field.tsx';
import { type FieldLabel, requiredOf, useLabel } from './text-field.tsx';

interface ComboFieldProps<T extends string> extends FieldOf<T | ''>, FieldLabel {
  readonly options: readonly Option<T>[];
  /** Where the options are the first of many: looks for those that what is typed finds. */
  readonly search?: (text: string) => void;
  /** Those that it finds are on their way: that there are none is not said yet. */
  readonly searching?: boolean;
}

/** Aksel draws the list of options without a name; those who hear the page are told what they choose. */
function useNamedList(label: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = around.current;
    if (!element) return;
    const name = () => element.querySelector('[role="listbox"]')?.setAttribute('aria-label', label);
    const watch = new MutationObserver(name);
    watch.observe(element, { childList: true, subtree: true });
    name();
    return () => watch.disconnect();
  }, [label]);
  return around;
}

/** One of many, found by typing. */
export function ComboField<T extends string>(props: ComboFieldProps<T>) {
  const options = props.options.map(({ value, label }) => ({ value, label }));
  const label = useLabel(props);
  const [text, setText] = useState('');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the field within, which chooses by Enter.
    <div ref={useNamedList(label)} onKeyDown={stayOnEnter}>
      <Combobox
        size="small"
        name={props.name}
        label={label}
        {...requiredOf(props)}
        description={props.description}
        error={props.error}
        options={options}
        filteredOptions={options.filter((option) => isFound(text, option.label))}
        onChange={(next) => {
          setText(next);
          props.search?.(next);
        }}
        selectedOptions={options.filter((option) => option.value === props.value)}
        isLoading={props.searching ?? false}
        shouldAutocomplete
        onToggleSelected={(value, selected) => props.change(selected ? (value as T) : '')}
      />
    </div>
  );
}
