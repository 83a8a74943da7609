import { type RefObject, useEffect, useState } from 'react';
import type { FieldError } from '../kernel/problem.ts';
import { useTexts } from './kit/language.tsx';
import { kit } from './kit/texts.ts';

interface WrongField {
  readonly label: string;
  readonly field: HTMLElement;
}

/** A field by its name and what it is called; what is asked of a group of choices stands above them. */
function wrongField(form: HTMLFormElement, { field: name }: FieldError): WrongField | null {
  const field = form.querySelector<HTMLInputElement>(`[name="${name}"], [name^="${name}."]`);
  if (!field) return null;
  const isChoice = field.type === 'radio' || field.type === 'checkbox';
  const label = (isChoice && field.closest('fieldset')?.querySelector('legend')) || field.labels?.[0];
  return label?.textContent ? { label: label.textContent, field } : null;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  readonly form: RefObject<HTMLFormElement | null>;
}

/** Where several fields are wrong each is named, with a way to it; what is wrong stands at the field. */
export function ErrorSummary({ errors, form }: ErrorSummaryProps) {
  const words = useTexts(kit);
  const [wrong, setWrong] = useState<readonly WrongField[]>([]);
  useEffect(() => {
    const fields = form.current;
    setWrong(fields ? errors.flatMap((error) => wrongField(fields, error) ?? []) : []);
  }, [errors, form]);
  if (wrong.length < 2) return null;
  return (
    <div className="problem form-errors" data-color="danger">
      <p className="problem-title">{words.correctThese(wrong.length)}</p>
      <ul>
        {wrong.map(({ label, field }) => (
          <li key={`${field.getAttribute('name')}`}>
            <button type="button" onClick={() => field.focus()}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
