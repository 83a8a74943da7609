import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Keys, Who } from '../act.ts';
import type { Database } from '../database/pool.ts';
import type { Role } from '../relation.ts';
import { isMark, mark } from '../secret.ts';
import { titleOf } from '../words.ts';
import { forgetTries, type Origin, waitFor } from './tries.ts';

const sessionHours = 12;

// A hash of nothing, so that an unknown username takes as long as a known one.
let nobody: Promise<string> | undefined;

/** argon2id with the library's defaults (OWASP's minimum or above). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** How a session's token is kept. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What signing in rests on: the accounts, and the key that marks tokens as our own. */
interface Gate {
  readonly db: Database;
  readonly keys: Keys;
}

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
  gate: Gate,
  given: { readonly username: string; readonly password: string },
  from: Origin,
  language: Language,
): Promise<{ readonly token: string }> {
  const username = nameOf(given.username);
  const known = from.device !== undefined && isDeviceOf(gate.keys, from.device, username);
  const origin = known ? from : { address: from.address };
  // Strangers' tries wait in a line of their own.
  return inTurn(`${username} ${origin.device ?? ''}`, () => tryOnce(gate, username, given.password, origin, language));
}

async function tryOnce(
  { db, keys }: Gate,
  username: string,
  password: string,
  from: Origin,
  language: Language,
): Promise<{ readonly token: string }> {
  const wait = await waitFor(db, username, from);
  if (wait > 0)
    throw new ProblemError(
      problem('too-many-tries', 429, titleOf('too-many-tries', language), { retryAfterSeconds: wait }),
    );
  const { rows } = await sql<{
    id: string;
    password_hash: string;
    worker_id: string;
    organiser_id: string;
    language: Language;
  }>`
    select a.id, a.password_hash, a.worker_id, w.organiser_id, w.language
    from platform_account a join worker_worker w on w.id = a.worker_id where a.username = ${username}`.execute(db);
  const account = rows[0];
  nobody ??= hash('nobody');
  const right = await verify(account?.password_hash ?? (await nobody), password);
  if (!account || !right)
    throw new ProblemError(problem('wrong-credentials', 401, titleOf('wrong-credentials', language)));
  await forgetTries(db, username, from);
  const token = newToken(keys, account.id);
  await sql`with swept as (delete from platform_session where ends_at < now())
    insert into platform_session (token_hash, account_id, worker_id, organiser_id, language, ends_at)
    values (${tokenHash(token)}, ${account.id}, ${account.worker_id}, ${account.organiser_id}, ${account.language}, now() + make_interval(hours => ${sessionHours}))`.execute(
    db,
  );
  return { token };
}

export async function signOut(db: Database, token: string): Promise<void> {
  await sql`delete from platform_session where token_hash = ${tokenHash(token)}`.execute(db);
}

export async function chooseLanguage(db: Database, token: string, language: Language): Promise<void> {
  await sql`update platform_session set language = ${language} where token_hash = ${tokenHash(token)}`.execute(db);
}

/** The worker behind a session token, with the roles of the posts in force today; null where there is no such session. */
export async function whoIs(db: Database, token: string, today: Day): Promise<Who | null> {
  const { rows } = await sql<{
    worker_id: string;
    organiser_id: string;
    code: string;
    name: string;
    roles: Role[];
    language: Language;
    must_change: boolean;
  }>`
    select * from app_session(${tokenHash(token)}, ${today})`.execute(db);
  const row = rows[0];
  // Whoever has no post any more has nothing to do here, however long the session would last.
  if (!row || row.roles.length === 0) return null;
  return {
    workerId: row.worker_id,
    organiserId: row.organiser_id,
    organiserCode: row.code,
    name: row.name,
    roles: row.roles,
    language: row.language,
    ...(row.must_change ? { mustChange: true as const } : {}),
  };
}
