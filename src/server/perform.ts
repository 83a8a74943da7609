import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Clock, type DayAndInstant, momentOf } from '../kernel/clock.ts';
import { zDay } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { type FieldError, ProblemError, problem } from '../kernel/problem.ts';
import { type Relation, relations } from '../kernel/relation.ts';
import {
  type AnyAct,
  fieldsOf,
  type Keys,
  mayDo,
  type Purpose,
  type Refusals,
  type Run,
  type Standing,
  type StandingPart,
  type Who,
} from './act.ts';
import { beyondYears, refuser, toProblem } from './act-problems.ts';
import { type Asides, mayReadBeside, type Spread, spreadOver, withAsides } from './database/asides.ts';
import { onPipeline, type Pipeline } from './database/pipeline.ts';
import type { Database, Read, Write } from './database/pool.ts';
import { proofOf } from './database/proof.ts';
import { change, rowsOf } from './database/statement.ts';
import { claimGesture, type Gesture, keepAnswer, putAside } from './gesture.ts';
import { errorMap } from './input-words.ts';
import { type SessionRule, type SignedIn, whoIs } from './sign-in/sign-in.ts';
import { tokenHash } from './sign-in/token.ts';
import { lockThings, thingsChanged, waitForTurn } from './turn.ts';
import { versionOf } from './version.ts';
import { changedByWords, problemTitle } from './words.ts';

/** What every act runs within: the application role's connections, the clock, the secrets. */
export interface AppContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  /** Where there are any, counting reads on them beside its own connection. */
  readonly asides?: Asides;
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
  if (!who) throw notSignedIn(language);
  const input = await readInput(act.input, raw, language);
  return untilLetThrough(house, (pipeline) => {
    const entering: Entering = { pipeline, act, input, ...momentOf(house.clock) };
    return performEntered(house, entering, async () => {
      const [, relations] = await Promise.all([begin(entering), enter(entering, who)]);
      return { caller, relations };
    });
  });
}

/** A session that asks: whose it is, the database tells. */
export interface AskingSession extends Omit<Caller, 'who'> {
  readonly token: string;
  readonly rule?: SessionRule | undefined;
  /** Hears whose session it is, also where the act is then refused. */
  readonly met: (who: SignedIn) => void;
}

/**
 * Does one act for a session. Whose it is, the beginning of the transaction, and the relations to the client are asked in one
 * round trip; nothing of the act itself is sent before they are answered and the gate has let it in.
 */
export async function performInSession(
  house: AppContext,
  act: AnyAct,
  raw: unknown,
  session: AskingSession,
): Promise<unknown> {
  const { token, rule, met, ...from } = session;
  const meet = (who: SignedIn | null): Caller & { readonly who: Who } => {
    if (!who) throw notSignedIn(from.language);
    met(who);
    return { ...from, language: who.language, who };
  };
  const moment = momentOf(house.clock);
  const { today } = moment;
  const input = await readInput(act.input, raw, from.language).catch(async () => {
    // What is wrong is told in the words of whoever asks, and to nobody else.
    const { language } = meet(await whoIs(house.db, token, today, rule));
    return readInput(act.input, raw, language);
  });
  return untilLetThrough(house, (pipeline) => {
    const entering: Entering = { pipeline, act, input, ...moment };
    return performEntered(house, entering, async () => {
      // Outside the transaction, since a session is marked as used also where nothing is changed.
      const asking = whoIs(pipeline.tx, token, today, rule);
      const [who, , relations] = await Promise.all([asking, begin(entering), enterSession(entering, token)]);
      return { caller: meet(who), relations };
    });
  });
}

/** By what the database says that two waited for each other, or wrote what the other had read: of the one that it undid nothing is left. */
const stoodInEachOthersWay = ['40P01', '40001'];
const mostTries = 3;

/** Runs it, and again where the database undid it to let another through. */
async function untilLetThrough<T>({ db }: AppContext, run: (pipeline: Pipeline) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await onPipeline(db, run);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries === mostTries || !stoodInEachOthersWay.includes(code)) throw error;
    }
  }
}

const notSignedIn = (language: Language) =>
  new ProblemError(problem('not-signed-in', 401, problemTitle('not-signed-in', language)));

interface Entering extends DayAndInstant {
  readonly pipeline: Pipeline;
  readonly act: AnyAct;
  readonly input: unknown;
}

interface Entrance {
  readonly caller: Caller & { readonly who: Who | null };
  readonly relations: readonly Relation[];
}

const begin = ({ pipeline, act }: Entering) => pipeline.begin(act.kind === 'ask' ? 'read only' : 'read write');

async function performEntered(house: AppContext, entering: Entering, come: () => Promise<Entrance>): Promise<unknown> {
  const { pipeline, act, input, today, now } = entering;
  const { tx } = pipeline;
  let language: Language | null = null;
  try {
    const { caller, relations } = await come();
    const who = caller.who as Who;
    language = caller.language;
    gate(act, who, relations, language);
    // The gesture first: one that was sent twice is answered, and does not count as another that waits.
    const [claim] = await Promise.all([claimed(tx, house.keys, act, input, caller), waitForTurn(tx, act, input, who)]);
    if (claim && 'answer' in claim) {
      await pipeline.commit();
      return claim.answer;
    }
    const refuse = refuser(act.refuses, language);
    const call: Run<unknown, Write, Refusals> = { tx, input, who, relations, today, now, refuse, keys: house.keys };
    if (act.kind === 'ask' && house.asides) mayReadBeside(tx, house.asides);
    if (act.edits) await mustHaveSeen(act, call, language);
    const output = await act.run(call);
    // What the act itself refuses is told in its own words first.
    const far = act.kind === 'do' ? beyondYears(input, today, language) : null;
    if (far) throw far;
    const done = declared(act, await withMade(act, call, output), house.exact);
    if (act.kind === 'ask') {
      // Nothing was written that a commit could lose: it needs no wait of its own before the trail is written.
      await Promise.all([pipeline.commit(), keep(tx, act, caller, input, done, now)]);
      return done;
    }
    await Promise.all([
      keep(tx, act, caller, input, done, now),
      act.corrects && keepReason(tx, act, who, input as Reasoned, done, now),
      claim && keepAnswer(tx, house.keys, claim.claimed, done),
    ]);
    // Sent by itself: what failed on our side would else be committed all the same.
    await pipeline.commit();
    return done;
  } catch (error) {
    throw language === null ? error : toProblem(error, act, input, language);
  }
}

/** Takes the gesture that a change is. What is read by its address is the same however often it is asked. */
async function claimed(
  tx: Write,
  keys: Keys,
  { kind, method, name }: AnyAct,
  input: unknown,
  { who, gesture, language }: Caller,
) {
  if (!gesture || !who || kind === 'ask' || method === 'GET') return null;
  const of = { workerId: who.workerId, act: name };
  const claim = await claimGesture(tx, keys, { ...of, input }, gesture);
  if (claim === 'used-for-another')
    throw new ProblemError(problem('key-reused', 422, problemTitle('key-reused', language)));
  if ('answer' in claim || !gesture.insteadOf?.length) return claim;
  const before = await putAside(tx, keys, of, gesture.insteadOf);
  if (before === null) return claim;
  const detail = problemTitle('look-before-again', language);
  throw new ProblemError(
    problem('done-before', 409, problemTitle('done-before', language), { detail, answer: before.output }),
  );
}

/**
 * An edit is of what was seen: whoever has not seen what stands now is told who wrote it, and is given both texts.
 * Two edits of one thing wait for each other here.
 */
async function mustHaveSeen(act: AnyAct, call: Run<unknown, Write, Refusals>, language: Language): Promise<void> {
  const input = call.input as Readonly<Record<string, unknown>>;
  await lockThings(call.tx, thingsChanged(act, input, call.who));
  const standing = await act.edits?.(call);
  if (!standing) return;
  const { seen, ...yours } = input as { readonly seen: string | null };
  const parts = Array.isArray(standing)
    ? (standing as readonly StandingPart[])
    : [{ ...standing, seen, field: '' } as StandingPart];
  const missed = parts.filter((part) => (part.version ?? versionOf(part.content)) !== part.seen);
  const [first] = missed;
  if (!first) return;
  const code = first.seen === null ? 'not-seen' : 'changed-meanwhile';
  const { content, changedBy, changedAt, field } = first;
  const detail = changedBy ? changedByWords(changedBy, language) : undefined;
  const title = problemTitle(code, language);
  throw new ProblemError(
    problem(code, 409, title, {
      ...(detail ? { detail } : {}),
      ...(field
        ? {
            errors: missed.map((part) => ({
              field: part.field,
              message: detail ?? title,
              expected: part.version ?? versionOf(part.content),
            })),
          }
        : {}),
      version: first.version ?? versionOf(content),
      changedBy,
      changedAt,
      now: content,
      yours,
    }),
  );
}

/** Adds to what an edit answers the version that it made. */
async function withMade(act: AnyAct, call: Run<unknown, Write, Refusals>, output: unknown): Promise<unknown> {
  if (!act.edits || act.editsEach || !('version' in fieldsOf(act.output)) || (output as Partial<Standing>).version)
    return output;
  const standing = (await act.edits(call)) as Standing | null;
  return standing ? { ...(output as object), version: standing.version ?? versionOf(standing.content) } : output;
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

const zEnterRow = z.object({ related: z.array(z.enum(relations)) });

const clientOf = ({ act, input }: Entering) =>
  act.may.kind === 'client' ? (input as { readonly clientId: string }).clientId : null;

/** Tells the database who asks, and asks it for the relations to the client. */
async function enter(entering: Entering, who: Who): Promise<readonly Relation[]> {
  const { pipeline, act, today, now } = entering;
  return enterAs(pipeline.tx, who, { purpose: act.may.purpose, today, now, clientId: clientOf(entering) });
}

/** What is asked for: on which day, at which instant, and of which client. */
export interface Asking extends DayAndInstant {
  readonly purpose: Purpose;
  readonly clientId?: string | null;
}

/** Tells the database who asks from here on; answers the relations to the client. Whoever enters for no organiser sees no client. */
export async function enterAs(
  tx: Read,
  { workerId, organiserId }: { readonly workerId: string; readonly organiserId: string | null },
  { purpose, today, now, clientId = null }: Asking,
): Promise<readonly Relation[]> {
  const { rows } = await rowsOf(zEnterRow)`
    select app_enter(${workerId}, ${organiserId}, ${purpose}, ${today}, ${now}, ${clientId},
      ${proofOf('enter', workerId, organiserId, purpose, today, now, clientId)}) as related`.execute(tx);
  return rows[0]?.related ?? [];
}

/** The same for the worker whose session it is; where there is none, nobody has entered. */
async function enterSession(entering: Entering, token: string): Promise<readonly Relation[]> {
  const { pipeline, act, today, now } = entering;
  const { purpose } = act.may;
  const [hash, clientId] = [tokenHash(token), clientOf(entering)];
  const { rows } = await rowsOf(zEnterRow)`
    select coalesce(app_enter_session(${hash}, ${purpose}, ${today}, ${now}, ${clientId},
      ${proofOf('enter session', hash, purpose, today, now, clientId)}), '{}') as related`.execute(pipeline.tx);
  return rows[0]?.related ?? [];
}

/** Whom one counts, and as known when. */
export interface CountScope {
  readonly organiserIds: readonly string[];
  readonly knownAt: string | null;
}

/**
 * Turns the transaction to counting for other organisers than one's own, or as known at an instant.
 * Only figures may call it: what leaves the organiser is suppressed there.
 */
export async function countAcross(tx: Read, scope: CountScope): Promise<void> {
  const across = change`select app_count_across(${scope.organiserIds}::uuid[], ${proofOf('count across', scope.organiserIds)}),
    set_config('app.known_at', ${scope.knownAt ?? ''}, true)`;
  await Promise.all([across.execute(tx as Write), joinWhole(tx, true)]);
}

const zCounting = z.object({ entry: z.array(z.string()).nullable(), snapshot: z.string() });

/**
 * Runs with what asks all readers that count what a transaction turned to counting counts, itself the first: those beside it have entered as
 * the same worker for the same organisers, and see what it saw as they began. Where one cannot be had it is done without.
 */
export function countingBeside<T>(tx: Read, scope: CountScope, run: (askOne: Spread['ask']) => Promise<T>): Promise<T> {
  const spread = async (readers: readonly Read[]): Promise<T> => {
    const { ask, close } = spreadOver(readers);
    try {
      return await run(ask);
    } finally {
      await close();
    }
  };
  return withAsides(tx, async (db, free) => {
    if (!db || free === 0) return spread([tx]);
    const { rows } = await rowsOf(zCounting)`select app_entry() as entry, pg_export_snapshot() as snapshot`.execute(tx);
    const [workerId, , , today, now] = rows[0]?.entry ?? [];
    const snapshot = rows[0]?.snapshot;
    if (!workerId || !today || !now || !snapshot) return spread([tx]);
    const asking: Asking = { purpose: 'figures', today: zDay.parse(today), now };
    const beside = async (readers: readonly Read[], left: number): Promise<T> => {
      if (left === 0) return spread(readers);
      let entered = false;
      try {
        return await onPipeline(db, async (pipeline) => {
          const begun = pipeline.beginSeeing(snapshot);
          const entering = enterAs(pipeline.tx, { workerId, organiserId: null }, asking);
          await Promise.all([begun, entering, countAcross(pipeline.tx, scope)]);
          entered = true;
          const answer = await beside([...readers, pipeline.tx], left - 1);
          await pipeline.commit();
          return answer;
        });
      } catch (error) {
        if (entered) throw error;
        return spread(readers);
      }
    };
    return beside([tx], free);
  });
}

/**
 * Whether whole sets are joined, as where a whole organiser is counted. Policies hide from the planner how many rows pass them: it would
 * expect few, and loop, or sort. A plan is kept as it was first made, so that a query of figures is asked so wherever it is asked.
 */
export async function joinWhole(tx: Read, whole: boolean): Promise<void> {
  const by = whole ? 'off' : 'on';
  await change`select set_config('enable_nestloop', ${by}, true), set_config('enable_mergejoin', ${by}, true), set_config('jit', 'off', true)`.execute(
    tx as Write,
  );
}

/** Turns the transaction back from counting to seeing as the worker does, as things are now. */
export async function actAs(tx: Read, who: Pick<Who, 'workerId' | 'organiserId'>, purpose: Purpose): Promise<void> {
  const { workerId, organiserId } = who;
  const proof = proofOf('act as', workerId, organiserId, purpose);
  const back = change`select app_act_as(${workerId}, ${organiserId}, ${purpose}, ${proof})`;
  await Promise.all([back.execute(tx as Write), joinWhole(tx, false)]);
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

export async function audit(
  tx: Write,
  act: string,
  purpose: Purpose,
  caller: Caller,
  now: string,
  clients: readonly string[],
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const [workerId, organiserId] = [caller.who?.workerId ?? null, caller.who?.organiserId ?? null];
  const [seen, detailText, address] = [[...new Set(clients)], JSON.stringify(detail), caller.address ?? null];
  await change`select app_audit(${workerId}, ${organiserId}, ${act}, ${purpose}, ${seen}::uuid[], ${detailText}, ${address}, ${now},
    ${proofOf('app_audit', workerId, organiserId, act, purpose, seen, detailText, address, now)})`.execute(tx);
}
