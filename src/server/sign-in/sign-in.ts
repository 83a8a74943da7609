import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import { roles } from '../../kernel/relation.ts';
import type { Keys, Who } from '../act.ts';
import type { Database, Read } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf, zBytes } from '../database/statement.ts';
import { isMark, mark } from '../secret.ts';
import { problemTitle } from '../words.ts';
import { takesCode } from './codes.ts';
import { askPasskeyOf, type PasskeyAnswer, takesPasskey, type WebOrigin } from './passkeys.ts';
import { tokenHash } from './token.ts';
import { forgetTries, mustNotWait, type Origin, takeBackTry } from './tries.ts';

const sessionHours = 12;
/** How long a session is kept that nobody uses. */
export const idleMinutes = 60;

/** What an organisation asks of sessions. */
export interface SessionRule {
  readonly idleMinutes?: number | undefined;
  /** The roles that sign in with a code or a passkey beside the password. */
  readonly codesFor?: readonly string[] | undefined;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
  /** From one's phone, where codes are set up. */
  readonly code?: string | undefined;
  /** The answer of a passkey, where one is set up. */
  readonly passkey?: PasskeyAnswer | undefined;
  /** What the session runs in, to know it by later. */
  readonly runsIn?: string | undefined;
}

// A hash of nothing, so that an unknown username takes as long as a known one.
let nobody: Promise<string> | undefined;

/** argon2id with the library's defaults (OWASP's minimum or above). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** What signing in rests on: the accounts, and the key that marks tokens as our own. */
interface Gate {
  readonly db: Database;
  readonly keys: Keys;
}

/** The same, and the name at which passkeys answer; on one's own machine where none is said. */
interface Door extends Gate {
  readonly site?: WebOrigin;
}

const ownMachine: WebOrigin = { name: 'localhost', origin: 'http://localhost' };

/** A token says whose it is under our mark, so that a made-up one is told without asking the database. */
function newToken(keys: Keys, accountId: string): string {
  const text = `${Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  return `${text}.${mark(keys, 'session', text)}`;
}

/** The account that a token of ours was given to; the session may have ended. */
export function accountOf(keys: Keys, token: string): string | null {
  const [account = '', chance = '', mark = ''] = token.split('.');
  return isMark(keys, 'session', `${account}.${chance}`, mark) ? account : null;
}

/** What a browser is given once its user has signed in: with it strangers' tries do not make that user wait. */
export function newDevice(keys: Keys, username: string): string {
  const text = `${randomBytes(18).toString('base64url')}.${usernameMark(keys, username)}`;
  return `${text}.${mark(keys, 'device', text)}`;
}

/** Whether we gave this, to whomever. */
export function isDevice(keys: Keys, device: string): boolean {
  const [chance = '', username = '', mark = ''] = device.split('.');
  return isMark(keys, 'device', `${chance}.${username}`, mark);
}

const isDeviceOf = (keys: Keys, device: string, username: string): boolean =>
  isDevice(keys, device) && device.split('.')[1] === usernameMark(keys, username);

const usernameMark = (keys: Keys, username: string): string => mark(keys, 'device user', nameOf(username));

const nameOf = (username: string): string => username.trim().toLowerCase();

// By username: the last of those who wait to have theirs tried.
const trying = new Map<string, Promise<unknown>>();

/** One try of a username at a time: right ones given at once would else count as tries of one another. */
async function inTurn<T>(username: string, attempt: () => Promise<T>): Promise<T> {
  const mine = (trying.get(username) ?? Promise.resolve()).then(attempt);
  const last = mine.catch(() => undefined);
  trying.set(username, last);
  try {
    return await mine;
  } finally {
    if (trying.get(username) === last) trying.delete(username);
  }
}

/**
 * Checks the password and opens a session; refuses with a problem document. After some wrong tries the next one waits.
 * A username that is nobody's is answered, counted and made to wait just like one that is somebody's.
 */
export async function signIn(
  gate: Door,
  input: Credentials,
  from: Origin,
  language: Language,
): Promise<{ readonly token: string }> {
  const username = nameOf(input.username);
  const known = from.device !== undefined && isDeviceOf(gate.keys, from.device, username);
  const origin = known ? from : { address: from.address };
  // Strangers' tries wait in a line of their own.
  return inTurn(`${username} ${origin.device ?? ''}`, () => tryOnce(gate, { ...input, username }, origin, language));
}

const zTryOnceRow = z.object({
  id: zId,
  password_hash: z.string(),
  code_cipher: zBytes.nullable(),
  has_passkey: z.boolean(),
});

async function tryOnce(
  { db, keys, site = ownMachine }: Door,
  { username, password, code, passkey, runsIn }: Credentials,
  from: Origin,
  language: Language,
): Promise<{ readonly token: string }> {
  await mustNotWait(db, username, from, language);
  const { rows } = await rowsOf(
    zTryOnceRow,
  )`select id, password_hash, code_cipher, has_passkey from account_of(${username}, ${proofOf('account_of', username)})`.execute(
    db,
  );
  const account = rows[0];
  nobody ??= hash('nobody');
  const right = await verify(account?.password_hash ?? (await nobody), password);
  if (!account || !right)
    throw new ProblemError(problem('wrong-credentials', 401, problemTitle('wrong-credentials', language)));
  const refuse = (title: 'wrong-code' | 'wrong-passkey', field: string) => {
    const message = problemTitle(title, language);
    return new ProblemError(problem(title, 401, message, { errors: [{ field, message }] }));
  };
  if (passkey && account.has_passkey) {
    if (!(await takesPasskey({ db, keys }, site, account.id, passkey))) throw refuse('wrong-passkey', 'passkey');
  } else if (code && account.code_cipher) {
    if (!(await takesCode({ db, keys }, account.id, account.code_cipher, code))) throw refuse('wrong-code', 'code');
  } else if (account.code_cipher || account.has_passkey) {
    // Whoever comes so far knows the password; a code that is not told is no wrong one, and makes no wrong one forgotten.
    await takeBackTry(db, username, from);
    throw await secondStep({ db, keys, site }, account, language);
  }
  await forgetTries(db, username, from);
  return { token: await openSession({ db, keys }, account.id, runsIn) };
}

/** What is asked beside a right password: a code, an answer of one of one's passkeys, or either. */
async function secondStep(
  door: Door,
  {
    id,
    code_cipher: codes,
    has_passkey: keys,
  }: Pick<z.output<typeof zTryOnceRow>, 'id' | 'code_cipher' | 'has_passkey'>,
  language: Language,
): Promise<ProblemError> {
  const title = codes ? (keys ? 'code-or-passkey-needed' : 'code-needed') : 'passkey-needed';
  return new ProblemError(
    problem(
      title,
      401,
      problemTitle(title, language),
      keys ? { passkey: await askPasskeyOf(door, door.site ?? ownMachine, id) } : {},
    ),
  );
}

/** Opens a session by a passkey that knows its user, in place of the password; whose it is. */
export async function signInByPasskey(
  { db, keys, site = ownMachine }: Door,
  answer: PasskeyAnswer,
  runsIn: string,
  language: Language,
) {
  const owner = await takesPasskey({ db, keys }, site, null, answer);
  if (!owner) throw new ProblemError(problem('wrong-passkey', 401, problemTitle('wrong-passkey', language)));
  return { username: owner.username, token: await openSession({ db, keys }, owner.accountId, runsIn) };
}

/** Opens a session for an account whose owner has shown who they are; its token. */
export async function openSession({ db, keys }: Gate, accountId: string, runsIn?: string): Promise<string> {
  const token = newToken(keys, accountId);
  const [hash, place] = [tokenHash(token), runsIn ?? null];
  await change`select session_open(${hash}, ${accountId}, ${sessionHours}, ${place},
    ${proofOf('session_open', hash, accountId, sessionHours, place)})`.execute(db);
  return token;
}

export async function signOut(db: Database, token: string): Promise<void> {
  const hash = tokenHash(token);
  await change`select session_end(${hash}, ${proofOf('session_end', hash)})`.execute(db);
}

const zSecondsLeft = z.object({ left: z.number() });

/** In how many seconds a session ends, however much it is used. */
export async function secondsLeft(db: Database, token: string): Promise<number> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zSecondsLeft)`
    select session_seconds_left(${hash}, ${proofOf('session_seconds_left', hash)}) as left`.execute(db);
  return rows[0]?.left ?? 0;
}

export async function chooseLanguage(db: Database, token: string, language: Language): Promise<void> {
  const hash = tokenHash(token);
  await change`select session_language(${hash}, ${language}, ${proofOf('session_language', hash, language)})`.execute(
    db,
  );
}

/** A session of one's own. */
const zOwnSession = z.object({
  id: zId,
  runsIn: z.string().nullable(),
  startedAt: z.string(),
  seenAt: z.string(),
  this: z.boolean(),
});
export type OwnSession = z.output<typeof zOwnSession>;

export async function ownSessions(db: Database, token: string): Promise<OwnSession[]> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zOwnSession)`
    select id, runs_in as "runsIn", started_at as "startedAt", seen_at as "seenAt", this
    from sessions_beside(${hash}, ${proofOf('sessions_beside', hash)})`.execute(db);
  return rows;
}

const zEndSessionsRow = z.object({ ended: z.number() });

/** Ends one of one's own sessions, or all others; how many ended. */
export async function endSessions(db: Database, token: string, id: string | null): Promise<number> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zEndSessionsRow)`
    select session_end_beside(${hash}, ${id}, ${proofOf('session_end_beside', hash, id)}) as ended`.execute(db);
  return rows[0]?.ended ?? 0;
}

/** Who asks, by which account: a succession gives an account another worker, and its pages stay its own. */
export interface SignedIn extends Who {
  readonly accountId: string;
}

const zWhoIsRow = z.object({
  account_id: zId,
  worker_id: zId,
  organiser_id: zId,
  code: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  language: z.enum(['fi', 'sv', 'en']),
  must_change: z.boolean(),
  has_codes: z.boolean(),
});

/** The worker behind a session token, with the roles of the posts in force today; null where there is no such session. */
export async function whoIs(db: Read, token: string, today: Day, rule: SessionRule = {}): Promise<SignedIn | null> {
  const [hash, idle] = [tokenHash(token), rule.idleMinutes ?? idleMinutes];
  const { rows } = await rowsOf(zWhoIsRow)`
    select * from app_session(${hash}, ${today}, ${idle}, ${proofOf('app_session', hash, today, idle)})`.execute(db);
  const row = rows[0];
  // Whoever has no post any more has nothing to do here, however long the session would last.
  if (!row || row.roles.length === 0) return null;
  return {
    accountId: row.account_id,
    workerId: row.worker_id,
    organiserId: row.organiser_id,
    organiserCode: row.code,
    name: row.name,
    roles: row.roles,
    language: row.language,
    ...(row.must_change ? { mustChange: true as const } : {}),
    ...(!row.has_codes && row.roles.some((role) => rule.codesFor?.includes(role))
      ? { mustHaveCodes: true as const }
      : {}),
  };
}
