import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import { type Day, OutsideYears } from '../kernel/day.ts';
import { formatRange, type Language } from '../kernel/language.ts';
import { type FieldError, ProblemError, problem } from '../kernel/problem.ts';
import type { Range } from '../kernel/range.ts';
import { type Relation, relations } from '../kernel/relation.ts';
import { type AnyAct, type Keys, mayDo, type Purpose, type Refusals, type Run, type Who } from './act.ts';
import type { Database, Read, Write } from './database/pool.ts';
import { change, rowsOf } from './database/statement.ts';
import { claimGesture, type Gesture, keepAnswer } from './gesture.ts';
import { errorMap } from './input-words.ts';
import { PaperLimit } from './letters/limits.ts';
import { changedByWords, problemTitle } from './words.ts';

/** What every act runs within: the application role's connections, the clock, the secrets. */
export interface AppContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  /** For tests: an answer that says more than its act declares is an error, where it else would be cut. */
  readonly exact?: true;
}

/** Where a call came from, for the audit trail. */
export interface Caller {
  readonly who: Who | null;
  readonly language: Language;
  readonly address?: string;
  /** The gesture that a change is; none where the program itself calls. */
  readonly gesture?: Gesture;
}

/**
 * Does one act: input checked, access asked, run, audited, and answered with what the act declares and nothing more.
 * An act that changes something is audited in its own transaction. One that reads runs in a transaction that cannot
 * write; its audit row is written after it and before the answer, so that nobody is told what was not kept.
 * Throws ProblemError with a problem document for everything that the caller can mend.
 */
export async function perform(house: AppContext, act: AnyAct, raw: unknown, caller: Caller): Promise<unknown> {
  const { who, language } = caller;
  if (!who) throw new ProblemError(problem('not-signed-in', 401, problemTitle('not-signed-in', language)));
  const input = await readInput(act.input, raw, language);
  const today = house.clock.today();
  const now = house.clock.now();
  const refuse = refuser(act.refuses, language);
  const reads = act.kind === 'ask';
  try {
    const transaction = house.db.transaction();
    const output = await (reads ? transaction.setAccessMode('read only') : transaction).execute(async (tx) => {
      const { purpose } = act.may;
      const clientId = act.may.kind === 'client' ? (input as { clientId: string }).clientId : null;
      const relations = await enter(tx, { who, purpose, today, now, clientId });
      gate(act, who, relations, language);
      const claim = await claimed(tx, act, input, caller);
      if (claim && 'answer' in claim) return claim.answer;
      const call: Run<unknown, Write, Refusals> = {
        tx,
        input,
        who,
        relations,
        today,
        now,
        refuse,
        keys: house.keys,
      };
      if (act.edits) await mustHaveSeen(act, call, language);
      const done = declared(act, await act.run(call), house.exact);
      if (!reads) await keep(tx, act, caller, input, done, now);
      if (act.corrects) await keepReason(tx, act, who, input as Reasoned, done, now);
      if (claim) await keepAnswer(tx, claim.claimed, done);
      return done;
    });
    if (reads) await keep(house.db, act, caller, input, output, now);
    return output;
  } catch (error) {
    throw toProblem(error, act, input, language);
  }
}

/** Takes the gesture that a change is. What is read by its address is the same however often it is asked. */
async function claimed(tx: Write, { kind, method, name }: AnyAct, input: unknown, { who, gesture, language }: Caller) {
  if (!gesture || !who || kind === 'ask' || method === 'GET') return null;
  const claim = await claimGesture(tx, who.workerId, name, input, gesture);
  if (claim === 'used-for-another')
    throw new ProblemError(problem('key-reused', 422, problemTitle('key-reused', language)));
  return claim;
}

/**
 * An edit is of what was seen: whoever has not seen what stands now is told who wrote it, and is given both texts.
 * Two edits of one thing wait for each other here.
 */
async function mustHaveSeen(act: AnyAct, call: Run<unknown, Write, Refusals>, language: Language): Promise<void> {
  const { seen, ...yours } = call.input as { readonly seen: string | null };
  const thing = act.path.replace(/\{(\w+)\}/g, (_, field: string) => String((yours as Record<string, unknown>)[field]));
  await change`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`.execute(call.tx);
  const standing = await act.edits?.(call);
  if (!standing || standing.version === seen) return;
  const code = seen === null ? 'not-seen' : 'changed-meanwhile';
  const { version, content, changedBy, changedAt } = standing;
  const detail = changedBy ? changedByWords(changedBy, language) : undefined;
  throw new ProblemError(
    problem(code, 409, problemTitle(code, language), {
      ...(detail ? { detail } : {}),
      version,
      changedBy,
      changedAt,
      now: content,
      yours,
    }),
  );
}

/** What the act declares of its output: other fields are cut, and an output that is not as declared is told to nobody. */
function declared(act: AnyAct, output: unknown, exact: true | undefined): unknown {
  const read = (act.output as z.ZodType).safeParse(output);
  if (!read.success) {
    const [wrong] = read.error.issues;
    // The value itself is not told: it may be of a person.
    throw new Error(`${act.name} does not answer as it declares: ${wrong?.path.join('.')} is ${wrong?.code}`);
  }
  if (exact && read.data !== output && !isDeepStrictEqual(asJson(read.data), asJson(output)))
    throw new Error(`${act.name} answers more than it declares`);
  return read.data;
}

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

async function keep(
  tx: Write,
  { name, audited, may: { purpose } }: AnyAct,
  caller: Caller,
  input: unknown,
  output: unknown,
  now: string,
): Promise<void> {
  if (audited === 'no-person') return;
  const [clients, detail] =
    'change' in audited
      ? [[], audited.change(input, output)]
      : 'asked' in audited
        ? [[], audited.asked(input, output)]
        : [audited.clients(input, output), audited.detail?.(input, output)];
  await audit(tx, name, purpose, caller, now, clients, detail);
}

interface Reasoned {
  readonly clientId: string;
  readonly why: string;
}

/** Keeps why a fact was corrected or taken back, with what stood there before. */
async function keepReason(tx: Write, act: AnyAct, who: Who, input: Reasoned, output: unknown, now: string) {
  const subject = act.corrects?.subject(input) ?? input.clientId;
  await tx
    .insertInto('platform_correction')
    .values({
      organiser_id: who.organiserId,
      client_id: input.clientId,
      act: act.name,
      subject_id: subject,
      why: input.why,
      was: JSON.stringify(act.corrects?.was(output) ?? {}),
      worker_id: who.workerId,
      made_at: now,
    })
    .execute();
}

interface Entered {
  readonly who: Who;
  readonly purpose: Purpose;
  readonly today: Day;
  readonly now: string;
  readonly clientId: string | null;
}

const zEnterRow = z.object({ related: z.array(z.enum(relations)) });

/** Tells the database who asks, and asks it for the relations to the client, in one round trip. */
async function enter(tx: Write, { who, purpose, today, now, clientId }: Entered): Promise<readonly Relation[]> {
  const { rows } = await rowsOf(zEnterRow)`
    select app_enter(${who.workerId}, ${who.organiserId}, ${purpose}, ${today}, ${now}, ${clientId}) as related`.execute(
    tx,
  );
  return rows[0]?.related ?? [];
}

/**
 * Turns the transaction to counting for other organisers than one's own, or as known at an instant.
 * Only figures may call it: what leaves the organiser is suppressed there.
 */
export async function countAcross(
  tx: Read,
  scope: { readonly organiserIds: readonly string[]; readonly knownAt: string | null },
): Promise<void> {
  // Policies hide from the planner how many rows pass them: it would expect few, and loop, or sort, where whole sets are joined.
  // A kept plan would know neither this nor the period that is counted.
  await change`select set_config('app.organisers', ${`{${scope.organiserIds.join(',')}}`}, true),
    set_config('app.purpose', 'figures', true), set_config('app.known_at', ${scope.knownAt ?? ''}, true),
    set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(tx as Write);
}

/** Turns the transaction back from counting to seeing as the worker does, as things are now. */
export async function actAs(tx: Read, who: Pick<Who, 'workerId' | 'organiserId'>, purpose: Purpose): Promise<void> {
  await change`select set_config('app.worker', ${who.workerId}, true), set_config('app.organisers', ${`{${who.organiserId}}`}, true),
    set_config('app.purpose', ${purpose}, true), set_config('app.known_at', '', true), set_config('enable_nestloop', 'on', true),
    set_config('enable_mergejoin', 'on', true), set_config('plan_cache_mode', 'auto', true)`.execute(tx as Write);
}

function gate(act: AnyAct, who: Who, relations: readonly Relation[], language: Language): void {
  if (who.mustChange)
    throw new ProblemError(problem('change-password', 403, problemTitle('change-password', language)));
  if (who.mustHaveCodes) throw new ProblemError(problem('set-up-codes', 403, problemTitle('set-up-codes', language)));
  // A client that one has nothing to do with does not exist, so that nobody learns whom an organiser serves.
  if (act.may.kind === 'client' && relations.length === 0) {
    throw new ProblemError(problem('not-found', 404, problemTitle('not-found', language)));
  }
  if (!mayDo(act.may, who, relations)) {
    throw new ProblemError(problem('not-allowed', 403, problemTitle('not-allowed', language)));
  }
}

async function readInput(schema: z.ZodType, raw: unknown, language: Language): Promise<unknown> {
  const unkept = findUnstorableText(raw);
  if (unkept !== null) {
    throw new ProblemError(
      problem('wrong-input', 400, problemTitle('wrong-input', language), {
        errors: [{ field: unkept, message: problemTitle('unkept-character', language) }],
      }),
    );
  }
  const read = await schema.safeParseAsync(raw, { error: errorMap(language), reportInput: false });
  if (read.success) return read.data;
  throw new ProblemError(
    problem('wrong-input', 400, problemTitle('wrong-input', language), { errors: read.error.issues.map(fieldError) }),
  );
}

/** Deeper than any act's input; what is deeper is wrong as it is, and walking it would end the stack. */
const deepest = 20;

/** Where a text has a character that the database cannot keep: NUL, or half of a pair. */
export function findUnstorableText(value: unknown, path: readonly string[] = []): string | null {
  if (path.length > deepest) return path[0] ?? '';
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const match = findUnstorableText(name, [...path, name.toWellFormed()]) ?? findUnstorableText(part, [...path, name]);
    if (match !== null) return match;
  }
  return null;
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const field = issue.path.map(String).join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');
  const expected =
    issue.code === 'invalid_value'
      ? issue.values.map(String).join(' | ')
      : issue.code === 'invalid_type'
        ? issue.expected
        : undefined;
  return expected === undefined ? { field, message: issue.message } : { field, message: issue.message, expected };
}

function refuser(refuses: Refusals, language: Language): Run<unknown, Write, Refusals>['refuse'] {
  return (code, more = {}) => {
    throw new ProblemError(refusalProblem(refuses, code, language, more));
  };
}

type Refusing = NonNullable<Parameters<Run<unknown, Write, Refusals>['refuse']>[1]> & {
  /** The days that stand in the way. */
  readonly days?: readonly Range[];
};

function refusalProblem(
  refuses: Refusals,
  code: string,
  language: Language,
  { field, detail, expected, clients, days }: Refusing,
) {
  const words = refuses[code];
  const title = words?.[language] ?? code;
  const errors = field
    ? [{ field, message: detail ?? title, ...(expected === undefined ? {} : { expected }) }]
    : undefined;
  return problem(code, words?.status ?? 422, title, {
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...(clients ? { clients } : {}),
    ...(days ? { days } : {}),
  });
}

/** How many stretches of days a refusal names one by one. */
const namedDays = 20;

/** What stands in the way, in days, as the database names it when what others lie within is shortened. */
function standing(detail: string | undefined, language: Language): Pick<Refusing, 'detail' | 'days'> {
  if (!detail?.startsWith('[[')) return {};
  const days = (JSON.parse(detail) as [Range['from'], Range['to']][]).map(([from, to]) => ({ from, to }));
  const named = days.slice(0, namedDays).map((one) => formatRange(one, language));
  return { days, detail: `${named.join(', ')}${days.length > namedDays ? ` … (${days.length})` : ''}` };
}

export async function audit(
  tx: Write,
  act: string,
  purpose: Purpose,
  caller: Caller,
  now: string,
  clients: readonly string[],
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await change`select app_audit(${caller.who?.workerId ?? null}, ${caller.who?.organiserId ?? null}, ${act}, ${purpose},
    ${[...new Set(clients)]}::uuid[], ${JSON.stringify(detail)}::jsonb, ${caller.address ?? null}, ${now})`.execute(tx);
}

/** An error that tells of the input, or of what can be done again later, becomes a problem document; another stays what it was. */
function toProblem(error: unknown, act: AnyAct, input: unknown, language: Language): unknown {
  if (error instanceof PaperLimit) {
    const busy = error.code === 'papers-busy';
    const more = busy ? { retryAfterSeconds: 10 } : {};
    return new ProblemError(problem(error.code, busy ? 503 : 422, problemTitle(error.code, language), more));
  }
  // A day so near the end of all days that a time limit counted from it has none.
  if (error instanceof OutsideYears) return beyond(input, isDayLike, language);
  if (error instanceof ProblemError || !(error instanceof Error) || !('code' in error)) return error;
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
  const meant = constraint ? act.conflicts?.[constraint] : undefined;
  if (meant) {
    const { code: refusal, ...field } = typeof meant === 'string' ? { code: meant } : meant;
    return new ProblemError(
      refusalProblem(act.refuses, refusal, language, { ...standing(detail, language), ...field }),
    );
  }
  if (code === '42501') return new ProblemError(problem('not-allowed', 403, problemTitle('not-allowed', language)));
  if (code?.startsWith('23')) {
    return new ProblemError(
      problem('conflict', 409, problemTitle('conflict', language), constraint ? { constraint } : {}),
    );
  }
  if (code?.startsWith('22')) {
    const kind = code === '22003' ? isNumber : code === '22007' || code === '22008' ? isDayLike : isPresent;
    return beyond(input, kind, language);
  }
  return error;
}

const isDayLike = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
const isNumber = (value: unknown) => typeof value === 'number';
const isPresent = (value: unknown) => value !== null && value !== undefined;

/** A value that is well formed but beyond what can be reckoned with; the error does not say which, so all of its kind are named. */
function beyond(input: unknown, kind: (value: unknown) => boolean, language: Language): ProblemError {
  const message = problemTitle('wrong-input', language);
  const errors = leavesOf(input, []).flatMap(([field, value]) => (kind(value) ? [{ field, message }] : []));
  return new ProblemError(problem('wrong-input', 400, message, { errors }));
}

function leavesOf(value: unknown, path: readonly string[]): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name]));
}
