import '@navikt/ds-css/dist/component/form.min.css';
import { TextField as AkselTextField } from '@navikt/ds-react/TextField';
import type { KeyboardEvent } from 'react';
import type { FieldLabel } from './text-field.tsx';

interface SearchFieldProps extends Omit<FieldLabel, 'optional'> {
  readonly name: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly error?: string | undefined;
}

/** Enter in what only searches sends no form around it. */
export function stayOnEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Narrows what is in sight as one types. */
export function SearchField({ name, label, description, value, change, error }: SearchFieldProps) {
  return (
    <AkselTextField
      size="small"
      name={name}
      label={label}
      description={description}
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => change(event.target.value)}
      onKeyDown={stayOnEnter}
    />
  );
}
