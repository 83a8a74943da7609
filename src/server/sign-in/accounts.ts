/** Accounts of workers: opened, given a new password, unlocked by whoever looks after them; the password is its owner's. */
import { randomInt } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Database, Read, Write } from '../database/pool.ts';
import { type PlatformProblem, titleOf } from '../words.ts';
import { hashPassword, tokenHash } from './sign-in.ts';

export interface Account {
  readonly workerId: string;
  readonly username: string;
  /** Until when the next try waits, somewhere, after too many wrong ones. */
  readonly waitsUntil: string | null;
  /** Still the password that somebody else gave. */
  readonly mustChange: boolean;
}

const fewestCharacters = 12;

/** What is wrong with a password, or nothing. Length guards better than kinds of characters do. */
export function passwordFault(password: string, username: string): PlatformProblem | null {
  if ([...password].length < fewestCharacters) return 'password-short';
  const low = password.toLowerCase();
  return low.includes(username) || new Set(low).size < 5 ? 'password-guessable' : null;
}

const consonants = 'bdfghjklmnprstv';
const vowels = 'aeiou';

/** A password to be used once and changed: ten syllables, easy to read aloud, 62 bits. */
export function oncePassword(): string {
  const one = (letters: string) => letters.charAt(randomInt(letters.length));
  return Array.from({ length: 5 }, () => one(consonants) + one(vowels) + one(consonants) + one(vowels)).join('-');
}

// How an account's username stands among the tries: as `tries.ts` hashes what was given.
const triedAs = sql`sha256(convert_to(a.username, 'UTF8'))`;

/** The accounts of an organiser's workers. */
export async function accountsOf(tx: Read, organiserId: string): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select a.worker_id as "workerId", a.username, (select max(t.waits_until_at) from platform_attempt t where t.username_hash = ${triedAs} and t.waits_until_at > now()) as "waitsUntil",
      a.must_change as "mustChange"
    from platform_account a join worker_worker w on w.id = a.worker_id
    where w.organiser_id = ${organiserId}`.execute(tx);
  return rows;
}

/** Opens an account with a password to be used once; the database holds that a username has one owner. */
export async function openAccountFor(tx: Write, workerId: string, username: string): Promise<string> {
  const password = oncePassword();
  await sql`insert into platform_account (username, password_hash, worker_id, must_change)
    values (${username}, ${await hashPassword(password)}, ${workerId}, true)`.execute(tx);
  return password;
}

/** Gives a new password to be used once; whoever was signed in with the old one is not any more. */
export async function renewPassword(tx: Write, workerId: string): Promise<string> {
  const password = oncePassword();
  await sql`with signed_out as (delete from platform_session where worker_id = ${workerId})
    update platform_account set password_hash = ${await hashPassword(password)}, must_change = true where worker_id = ${workerId}`.execute(
    tx,
  );
  await unlock(tx, workerId);
  return password;
}

/** Lets the next try of an account be made at once, from everywhere. */
export async function unlock(tx: Write, workerId: string): Promise<void> {
  await sql`delete from platform_attempt where username_hash in (
    select ${triedAs} from platform_account a where a.worker_id = ${workerId})`.execute(tx);
}

/** The worker of a username; null where it is nobody's. */
export async function ownerOf(
  tx: Read,
  username: string,
): Promise<{ readonly workerId: string; readonly organiserId: string } | null> {
  const { rows } = await sql<{ workerId: string; organiserId: string }>`
    select a.worker_id as "workerId", w.organiser_id as "organiserId"
    from platform_account a join worker_worker w on w.id = a.worker_id where a.username = ${username.trim().toLowerCase()}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Changes one's own password; other sessions of one's end. */
export async function changePassword(
  db: Database,
  token: string,
  { current, next }: { readonly current: string; readonly next: string },
  language: Language,
): Promise<void> {
  const hashed = tokenHash(token);
  const refuse = (code: PlatformProblem, field: string): never => {
    const title = titleOf(code, language);
    throw new ProblemError(problem(code, 422, title, { errors: [{ field, message: title }] }));
  };
  const { rows } = await sql<{ id: string; username: string; password_hash: string }>`
    select a.id, a.username, a.password_hash from platform_session s join platform_account a on a.id = s.account_id
    where s.token_hash = ${hashed}`.execute(db);
  const account = rows[0];
  if (!account || !(await verify(account.password_hash, current))) return refuse('wrong-password', 'current');
  const fault = next === current ? 'password-same' : passwordFault(next, account.username);
  if (fault) return refuse(fault, 'next');
  await sql`with others as (delete from platform_session where account_id = ${account.id} and token_hash <> ${hashed})
    update platform_account set password_hash = ${await hashPassword(next)}, must_change = false where id = ${account.id}`.execute(
    db,
  );
}
