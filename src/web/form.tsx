import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { codeOf, type FieldError, type Problem } from '../kernel/problem.ts';
import { type DraftOf, readDraft, useDraft } from './drafts.ts';
import { ErrorSummary } from './error-summary.tsx';
import { useFormat } from './kit/format.ts';
import { useTexts } from './kit/language.tsx';
import { ProblemMessage, problemOf } from './kit/problem.tsx';
import { kit } from './kit/texts.ts';
import { useUnsavedChanges, useUnsentInDialog } from './kit/unsaved-changes.tsx';
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

/** A form's fields by name; a group of fields takes of whatever form it stands in those that it shows: `{ fields: FieldsOf<Details> }`. */
export type FieldsOf<V> = { readonly [K in keyof V & string]: FieldOf<V[K]> };

export interface FormOf<V> {
  readonly values: V;
  readonly set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  readonly field: <K extends keyof V & string>(name: K) => FieldOf<V[K]>;
  readonly fields: FieldsOf<V>;
  readonly busy: boolean;
  /** Something is typed and not sent. */
  readonly typed: boolean;
  /** `meanwhile` names the version that somebody else wrote since, once it has been seen beside one's own. */
  readonly submit: (meanwhile?: string) => Promise<void>;
  readonly reset: () => void;
  /** What was typed before the page was loaded again stands in it. */
  readonly restored: boolean;
  /** What the form itself shows; pages need not read these. */
  readonly element: RefObject<HTMLFormElement | null>;
  readonly problem: Problem | undefined;
  /** Another way to the same end, where the problem at hand leaves one. */
  readonly instead: { readonly help: string; readonly label: string; readonly submit: () => void } | undefined;
  readonly errors: readonly FieldError[];
  readonly unplaced: readonly FieldError[];
  /** Takes what somebody else wrote in place of what one typed oneself. */
  readonly takeTheirs: (theirs: Readonly<Record<string, unknown>>, version: string) => void;
}

/** What can be sent instead when one refusal came: it says what follows, and what its button does. */
export interface Instead<In, Out> {
  /** The code of the refusal. */
  readonly on: string;
  readonly help: string;
  readonly label: string;
  readonly send: (input: In, seen: string | null) => Promise<Out>;
}

/** What an edit answers: the version that it made, which undoing it must have seen. */
export interface Edited {
  readonly version?: string | undefined;
}

interface FormOptions<V, Out> {
  readonly initial: V;
  /** The version of what the form began from; what is read anew while it is open does not change it. */
  readonly seen?: string | null | undefined;
  /** Sends what was filled in, with the version that was seen; a problem document it throws is shown at its fields. */
  readonly send: (values: V, seen: string | null) => Promise<Out>;
  readonly done?: (output: Out, values: V) => void;
  readonly instead?: Instead<V, Out> | readonly Instead<V, Out>[] | undefined;
  /** What can be told before sending. */
  readonly check?: (values: V) => readonly FieldError[];
  /** Nothing is lost with what was typed: whoever leaves the page need not be asked. */
  readonly unguarded?: boolean;
  /** A long form's name on its page: what is typed in it outlasts a reload. */
  readonly draft?: DraftOf | undefined;
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
  const [draft] = useState(() => readDraft(options.draft, options.initial));
  const [values, setValues] = useState(draft?.values ?? options.initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // Read at the moment of a press: two that come at once find the same drawing of the form.
  const isSending = useRef(false);
  const [attempts, setAttempts] = useState(0);
  const [typed, setTyped] = useState(draft !== null);
  const [restored, setRestored] = useState(draft !== null);
  const unsent = useUnsavedChanges(typed && !options.unguarded);
  const element = useRef<HTMLFormElement>(null);
  const complaints = useRef(new Map<string, string>());
  const placed = useRef(new Set<string>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves once for each attempt that failed, not while one types.
  useEffect(() => {
    if (errors.length === 0) return;
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // A group of choices takes no focus itself: its first choice does.
    (wrong?.matches('fieldset, [role=group], [role=radiogroup]') ? wrong.querySelector('input') : wrong)?.focus();
  }, [attempts]);

  const refuse = (matches: readonly FieldError[]) => {
    setErrors(matches);
    setAttempts((count) => count + 1);
  };

  const set: FormOf<V>['set'] = (name, value) => {
    setValues((before) => ({ ...before, [name]: value }));
    setTyped(true);
    setErrors((before) => before.filter((error) => !isAt(error.field, name)));
  };

  const seen = useRef(draft ? draft.seen : (options.seen ?? null));
  useDraft(options.draft, values, typed, seen.current);
  const submit = (meanwhile?: string) => {
    if (meanwhile !== undefined) seen.current = meanwhile;
    return sendBy(options.send);
  };

  const sendBy = async (send: (values: V, version: string | null) => Promise<Out>) => {
    if (isSending.current) return;
    setProblem(undefined);
    const matches = [
      ...[...complaints.current].map(([field, message]) => ({ field, message })),
      ...(options.check?.(values) ?? []),
    ];
    if (matches.length > 0) return refuse(matches);
    setErrors([]);
    isSending.current = true;
    setBusy(true);
    try {
      const output = await send(values, seen.current);
      // Until now it may be refused: whoever leaves meanwhile is asked. What follows may go on to another page at once.
      unsent.sent();
      setTyped(false);
      setRestored(false);
      options.done?.(output, values);
    } catch (failure) {
      const answered = problemOf(failure);
      setProblem(answered);
      refuse(answered.errors ?? []);
    } finally {
      isSending.current = false;
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

  // Each is made when it is shown: what is wrong with a field that is not shown is told above.
  const fields = new Proxy({} as FieldsOf<V>, { get: (_, name) => field(name as keyof V & string) });

  const unplaced = errors.filter((error) => ![...placed.current].some((name) => isAt(error.field, name)));
  const reset = () => {
    setTyped(false);
    setRestored(false);
    seen.current = options.seen ?? null;
    setValues(options.initial);
    setErrors([]);
    setProblem(undefined);
  };
  const takeTheirs: FormOf<V>['takeTheirs'] = (theirs, version) => {
    seen.current = version;
    setProblem(undefined);
    setValues((mine) => ({ ...mine, ...Object.fromEntries(Object.entries(theirs).filter(([name]) => name in mine)) }));
  };
  const ways: readonly Instead<V, Out>[] = options.instead === undefined ? [] : [options.instead].flat();
  const instead = problem && ways.find(({ on }) => on === codeOf(problem));
  return {
    values,
    set,
    field,
    fields,
    busy,
    typed: typed && !options.unguarded,
    submit,
    reset,
    restored,
    element,
    problem,
    errors,
    unplaced,
    takeTheirs,
    instead: instead && { help: instead.help, label: instead.label, submit: () => void sendBy(instead.send) },
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
  useUnsentInDialog(form.typed);
  // When every objection stands at its field, nothing more need be said above.
  const general = form.problem !== undefined && (!form.problem.errors?.length || form.unplaced.length > 0);
  const meanwhile = form.problem !== undefined && isChangedMeanwhile(form.problem) ? form.problem : null;
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
      {form.restored && (
        <div className="row" role="status">
          <span>{words.restored}</span>
          <Button size="small" type="button" variant="tertiary" onClick={form.reset}>
            {words.startAnew}
          </Button>
        </div>
      )}
      <ErrorSummary errors={form.errors} form={form.element} />
      <p className="muted form-marks">{words.unmarkedRequired}</p>
      {children}
      {meanwhile && <Meanwhile form={form} problem={meanwhile} act={submit ?? words.save} leave={cancel} />}
      {general && !meanwhile && form.problem && (
        <ProblemMessage problem={form.problem}>
          {form.unplaced.length > 0 && (
            <ul className="form-unplaced">
              {form.unplaced.map((error) => (
                <li key={`${error.field} ${error.message}`}>{error.message}</li>
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

interface ChangedMeanwhile extends Problem {
  readonly now: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly changedAt: string | null;
}

function isChangedMeanwhile(problem: Problem): problem is ChangedMeanwhile {
  const isConflict = ['changed-meanwhile', 'not-seen'].includes(codeOf(problem));
  return isConflict && typeof problem.now === 'object' && problem.now !== null;
}

interface MeanwhileProps<V> {
  readonly form: FormOf<V>;
  readonly problem: ChangedMeanwhile;
  /** What the form does, as its button says it. */
  readonly act: string;
  readonly leave: (() => void) | undefined;
}

/** Tells who wrote what meanwhile, with both texts, and lets one choose. */
function Meanwhile<V>({ form, problem, act, leave }: MeanwhileProps<V>) {
  const words = useTexts(kit);
  const format = useFormat();
  const { now, version, changedAt } = problem;
  const mine = form.values as Readonly<Record<string, unknown>>;
  // What is taken back is not written in the form: its row tells what stands now.
  if (!Object.keys(now).some((name) => name in mine))
    return (
      <ProblemMessage problem={problem}>
        {changedAt && <p>{format.instant(changedAt)}</p>}
        <p>{words.lookFirst}</p>
        <div className="row">
          {leave && (
            <Button size="small" type="button" onClick={leave}>
              {words.leaveIt}
            </Button>
          )}
          <Button size="small" type="button" variant="secondary" onClick={() => void form.submit(version)}>
            {words.allTheSame(act)}
          </Button>
        </div>
      </ProblemMessage>
    );
  const differing = Object.keys(now).filter(
    (name) => name in mine && JSON.stringify(now[name] ?? '') !== JSON.stringify(mine[name] ?? ''),
  );
  const labelOf = (name: string) =>
    form.element.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.labels?.[0]?.textContent ?? name;
  return (
    <ProblemMessage problem={problem}>
      {changedAt && <p>{format.instant(changedAt)}</p>}
      <dl className="form-meanwhile">
        {differing.map((name) => (
          <div key={name}>
            <dt>{labelOf(name)}</dt>
            <dd>
              <span className="muted">{words.theirs}</span> {asText(now[name])}
            </dd>
            <dd>
              <span className="muted">{words.mine}</span> {asText(mine[name])}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button size="small" type="button" variant="secondary" onClick={() => form.takeTheirs(now, version)}>
          {words.takeTheirs}
        </Button>
        <Button size="small" type="button" onClick={() => void form.submit(version)}>
          {words.saveMine}
        </Button>
      </div>
    </ProblemMessage>
  );
}

const asText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? Object.values(value).filter(Boolean).join(' – ')
      : String(value);

/** Fields beside each other while there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
