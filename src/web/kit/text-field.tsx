import '@navikt/ds-css/dist/component/form.min.css';
import { TextField as AkselTextField } from '@navikt/ds-react/TextField';
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react';
import type { FieldOf } from '../form.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';

export interface FieldLabel {
  readonly label: string;
  readonly description?: ReactNode;
  readonly optional?: boolean;
}

/** The label, with the word optional where one may leave the field. */
export function useLabel({ label, optional = false }: FieldLabel): string {
  const words = useTexts(kit);
  return optional ? `${label} (${words.optional})` : label;
}

/** For whoever listens: what is not called optional is to be filled; a form that has both says so above. */
export function requiredOf({ optional = false }: FieldLabel): {
  readonly 'aria-required'?: true;
  readonly 'data-optional'?: true;
} {
  return optional ? { 'data-optional': true } : { 'aria-required': true };
}

interface TextFieldProps extends FieldOf<string>, FieldLabel {
  readonly type?: 'text' | 'password' | 'email' | 'tel';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** What is often written here; anything else may be. */
  readonly suggestions?: readonly string[];
  /** What it needs is still on its way: it cannot be typed in yet. */
  readonly waiting?: boolean;
}

export function TextField(props: TextFieldProps) {
  const list = useId();
  const suggested = props.suggestions !== undefined && props.suggestions.length > 0;
  const field = (
    <AkselTextField
      size="small"
      name={props.name}
      label={useLabel(props)}
      {...requiredOf(props)}
      description={props.description}
      type={(props.type ?? 'text') as 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      value={props.value}
      error={props.error}
      disabled={props.waiting ?? false}
      {...(suggested ? { list } : {})}
      onChange={(event) => props.change(event.target.value)}
    />
  );
  if (!suggested) return field;
  return (
    <div>
      {field}
      <datalist id={list}>
        {props.suggestions?.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
