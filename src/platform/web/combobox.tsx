import '@navikt/ds-css/dist/component/form.min.css';
import '@navikt/ds-css/dist/component/chips.min.css';
import { UNSAFE_Combobox as Combobox } from '@navikt/ds-react/Combobox';
import { type Labelled, type Option, useLabel } from './fields.tsx';
import type { FieldOf } from './form.tsx';

interface ComboFieldProps<T extends string> extends FieldOf<T | ''>, Labelled {
  readonly options: readonly Option<T>[];
}

/** One of many, found by typing. */
export function ComboField<T extends string>(props: ComboFieldProps<T>) {
  const options = props.options.map(({ value, label }) => ({ value, label }));
  return (
    <Combobox
      size="small"
      name={props.name}
      label={useLabel(props)}
      description={props.description}
      error={props.error}
      options={options}
      selectedOptions={options.filter((option) => option.value === props.value)}
      shouldAutocomplete
      onToggleSelected={(value, selected) => props.change(selected ? (value as T) : '')}
    />
  );
}
