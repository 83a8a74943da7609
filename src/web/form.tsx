import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { codeOf, type FieldError, type Problem } from '../kernel/problem.ts';
import { useTexts } from './kit/language.tsx';
import { ProblemMessage, problemOf } from './kit/problem.tsx';
import { kit } from './kit/texts.ts';
import { useUnsent } from './kit/unsent.tsx';
import './form.css';

/** What a field needs: spread `form.field('name')` into it. */
export interface FieldOf<T> {
  readonly name: string;
  readonly value: T;
  readonly change: (value: T) => void;
  readonly error: string | undefined;
  /** What is typed does not yet make a value, and why; nothing when it does. */
  readonly complain: (why: string | undefined) => void;
}

export interface FormOf<V> {
  readonly values: V;
  readonly set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  readonly field: <K extends keyof V & string>(name: K) => FieldOf<V[K]>;
  readonly busy: boolean;
  readonly submit: () => Promise<void>;
  readonly reset: () => void;
  /** What the form itself shows; pages need not read these. */
  readonly element: RefObject<HTMLFormElement | null>;
  readonly problem: Problem | undefined;
  /** Another way to the same end, where the problem at hand leaves one. */
  readonly instead: { readonly help: string; readonly label: string; readonly submit: () => void } | undefined;
  readonly unplaced: readonly FieldError[];
}

/** What can be sent instead when one refusal came: it says what follows, and what its button does. */
export interface Instead<In, Out> {
  /** The code of the refusal. */
  readonly on: string;
  readonly help: string;
  readonly label: string;
  readonly send: (given: In) => Promise<Out>;
}

interface FormOptions<V, Out> {
  readonly initial: V;
  /** Sends what was filled in; a problem document it throws is shown at its fields. */
  readonly send: (values: V) => Promise<Out>;
  readonly done?: (output: Out, values: V) => void;
  readonly instead?: Instead<V, Out> | undefined;
  /** What can be told before sending. */
  readonly check?: (values: V) => readonly FieldError[];
  /** Nothing is lost with what was typed: whoever leaves the page need not be asked. */
  readonly unguarded?: boolean;
}

/** The field that an error's path points to: goals.0.title, /goals/0/title and #/goals/0/title are one path. */
function isAt(path: string, name: string): boolean {
  const dotted = path
    .replace(/^#?\//, '')
    .replaceAll('/', '.')
    .replace(/^(body|query|path)\./, '');
  return dotted === name || dotted.startsWith(`${name}.`);
}

/** A form's values, its sending, and the server's objections at their fields. */
export function useForm<V extends object, Out = unknown>(options: FormOptions<V, Out>): FormOf<V> {
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [typed, setTyped] = useState(false);
  const unsent = useUnsent(typed && !options.unguarded);
  const element = useRef<HTMLFormElement>(null);
  const complaints = useRef(new Map<string, string>());
  const placed = useRef(new Set<string>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves once for each attempt that failed, not while one types.
  useEffect(() => {
    if (errors.length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const refuse = (found: readonly FieldError[]) => {
    setErrors(found);
    setAttempts((count) => count + 1);
  };

  const set: FormOf<V>['set'] = (name, value) => {
    setValues((before) => ({ ...before, [name]: value }));
    setTyped(true);
    setErrors((before) => before.filter((error) => !isAt(error.field, name)));
  };

  const submit = () => sendBy(options.send);

  const sendBy = async (send: (values: V) => Promise<Out>) => {
    if (busy) return;
    setProblem(undefined);
    const found = [
      ...[...complaints.current].map(([field, message]) => ({ field, message })),
      ...(options.check?.(values) ?? []),
    ];
    if (found.length > 0) return refuse(found);
    setErrors([]);
    setBusy(true);
    unsent.sending(true);
    try {
      const output = await send(values);
      setTyped(false);
      options.done?.(output, values);
    } catch (failure) {
      unsent.sending(false);
      const answered = problemOf(failure);
      setProblem(answered);
      refuse(answered.errors ?? []);
    } finally {
      setBusy(false);
    }
  };

  const field: FormOf<V>['field'] = (name) => {
    placed.current.add(name);
    return {
      name,
      value: values[name],
      change: (value) => set(name, value),
      error: errors.find((error) => isAt(error.field, name))?.message,
      complain: (why) => {
        if (why === undefined) complaints.current.delete(name);
        else complaints.current.set(name, why);
      },
    };
  };

  const unplaced = errors.filter((error) => ![...placed.current].some((name) => isAt(error.field, name)));
  const reset = () => {
    setTyped(false);
    setValues(options.initial);
    setErrors([]);
    setProblem(undefined);
  };
  const { instead } = options;
  return {
    values,
    set,
    field,
    busy,
    submit,
    reset,
    element,
    problem,
    unplaced,
    instead:
      instead && problem && codeOf(problem) === instead.on
        ? { help: instead.help, label: instead.label, submit: () => void sendBy(instead.send) }
        : undefined,
  };
}

interface FormProps<V> {
  readonly form: FormOf<V>;
  /** What the button does, as a verb; Save unless said. */
  readonly submit?: string;
  readonly cancel?: (() => void) | undefined;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

export function Form<V>({ form, submit, cancel, danger = false, children }: FormProps<V>) {
  const words = useTexts(kit);
  // When every objection stands at its field, nothing more need be said above.
  const general = form.problem !== undefined && (!form.problem.errors?.length || form.unplaced.length > 0);
  return (
    <form
      ref={form.element}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void form.submit();
      }}
    >
      {children}
      {general && form.problem && (
        <ProblemMessage problem={form.problem}>
          {form.unplaced.length > 0 && (
            <ul className="form-unplaced">
              {form.unplaced.map((error) => (
                <li key={`${error.field} ${error.message}`}>
                  {error.field}: {error.message}
                </li>
              ))}
            </ul>
          )}
          {form.instead && (
            <>
              <p>{form.instead.help}</p>
              <Button size="small" variant="secondary" type="button" loading={form.busy} onClick={form.instead.submit}>
                {form.instead.label}
              </Button>
            </>
          )}
        </ProblemMessage>
      )}
      <div className="form-end">
        <Button size="small" type="submit" loading={form.busy} data-color={danger ? 'danger' : 'accent'}>
          {submit ?? words.save}
        </Button>
        {cancel && (
          <Button size="small" type="button" variant="secondary" onClick={cancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Fields beside each other while there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
