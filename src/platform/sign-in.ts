import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { ProblemError, problem } from '../kernel/problem.ts';
import type { Who } from './act.ts';
import type { Database } from './database/pool.ts';
import type { Role } from './relation.ts';
import { titleOf } from './words.ts';

/** Tries before an account is locked, and for how long; a guess then costs a quarter of an hour. */
const triesAllowed = 5;
const lockMinutes = 15;
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

/** How a username stands among the tries: not as itself, since passwords are typed in its place too. */
function triedAs(username: string): Buffer {
  return createHash('sha256').update(username).digest();
}

/** Counts a try before it is known whether it is right, so that many at once are no more tries; true where it is one too many. */
async function isLocked(db: Database, username: string): Promise<boolean> {
  const { rows } = await sql<{ failed_count: number }>`
    insert into platform_attempt as t (username_hash, failed_count, tried_at) values (${triedAs(username)}, 1, now())
    on conflict (username_hash) do update set
      failed_count = case when t.locked_until_at <= now() then 1 else least(t.failed_count, ${triesAllowed}) + 1 end,
      locked_until_at = case when t.locked_until_at <= now() then null
        when t.failed_count + 1 = ${triesAllowed} then now() + make_interval(mins => ${lockMinutes}) else t.locked_until_at end,
      tried_at = now()
    returning failed_count`.execute(db);
  return (rows[0]?.failed_count ?? 0) > triesAllowed;
}

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
 * Checks the password and opens a session; refuses with a problem document, and locks against guessing.
 * A username that is nobody's is answered, counted and locked just like one that is somebody's.
 */
export async function signIn(
  db: Database,
  given: { readonly username: string; readonly password: string },
  language: Language,
): Promise<{ readonly token: string }> {
  const username = given.username.trim().toLowerCase();
  return inTurn(username, () => tryOnce(db, username, given.password, language));
}

async function tryOnce(
  db: Database,
  username: string,
  password: string,
  language: Language,
): Promise<{ readonly token: string }> {
  if (await isLocked(db, username)) throw new ProblemError(problem('locked', 429, titleOf('locked', language)));
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
  const token = randomBytes(32).toString('base64url');
  await sql`with forgotten as (delete from platform_attempt where username_hash = ${triedAs(username)} or tried_at < now() - interval '1 day'),
      swept as (delete from platform_session where ends_at < now())
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
