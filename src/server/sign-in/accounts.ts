/** Accounts of workers: opened, given a new password, unlocked by whoever looks after them; the password is its owner's. */
import { randomInt } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as fi from '@zxcvbn-ts/language-fi';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Keys } from '../act.ts';
import type { Database, Read, Write } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf, zBytes } from '../database/statement.ts';
import { open, seal } from '../secret.ts';
import { type PlatformProblem, problemTitle } from '../words.ts';
import { isLeaked } from './leaked.ts';
import { hashPassword } from './sign-in.ts';
import { tokenHash } from './token.ts';
import { forgetTries, mustNotWait, withinSession } from './tries.ts';

const zAccount = z.object({
  workerId: zId,
  username: z.string(),
  waitsUntil: z.string().nullable(),
  mustChange: z.boolean(),
  givenAt: z.string().nullable(),
  givenBy: z.string().nullable(),
  accountId: zId,
  askedAt: z.string().nullable(),
  askedById: zId.nullable(),
  askedBy: z.string().nullable(),
  half: zBytes.nullable(),
  /** With the new password that is asked for, codes and passkeys end. */
  lost: z.boolean(),
});
export type Account = z.output<typeof zAccount>;

const fewestCharacters = 12;
/** How hard a password must be to guess, of 4: ten to the eighth guesses and more. */
const leastScore = 3;

const guessing = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...fi.dictionary },
  graphs: common.adjacencyGraphs,
  maxLength: 100,
});

/** What is wrong with a password, or nothing. Length guards better than kinds of characters do; common ones do not guard at all. */
export function passwordFault(password: string, username: string): PlatformProblem | null {
  if ([...password].length < fewestCharacters) return 'password-short';
  const low = password.toLowerCase();
  if (low.includes(username) || new Set(low).size < 5) return 'password-guessable';
  const { score } = guessing.check(password, [username, ...username.split('.'), 'kykypolku']);
  return score < leastScore ? 'password-common' : null;
}

const consonants = 'bdfghjklmnprstv';
const vowels = 'aeiou';

/** Syllables that are easy to read aloud, 12 bits each pair. */
function syllables(pairs: number): string {
  const one = (letters: string) => letters.charAt(randomInt(letters.length));
  return Array.from({ length: pairs }, () => one(consonants) + one(vowels) + one(consonants) + one(vowels)).join('-');
}

/** A password to be used once and changed: 62 bits. */
const oncePassword = () => syllables(5);
/** Half of one that two persons give together, each of them one half: 37 bits, at which one may not guess fast. */
const halfPassword = () => syllables(3);

/** The accounts of an organiser's workers. */
export async function accountsOf(tx: Read, organiserId: string): Promise<Account[]> {
  const { rows } = await rowsOf(zAccount)`
    select worker_id as "workerId", username, waits_until as "waitsUntil", must_change as "mustChange",
      given_at as "givenAt", given_by as "givenBy", account_id as "accountId", asked_at as "askedAt", asked_by_id as "askedById",
      asked_by as "askedBy", half_cipher as half, lost
    from accounts_of(${organiserId}, ${proofOf('accounts_of', organiserId)})`.execute(tx);
  return rows;
}

/** Opens an account to which nobody knows a password yet; the database holds that a username has one owner. */
export async function openAccountFor(tx: Write, workerId: string, username: string): Promise<void> {
  const hash = await hashPassword(oncePassword());
  await change`select account_add(${workerId}, ${username}, ${hash}, ${proofOf('account_add', workerId, username, hash)})`.execute(
    tx,
  );
}

/** Asks for a new password; answers the first half of it, which nobody is told again. The one before holds until a second person confirms it; with a lost phone codes and passkeys end then. */
export async function askForPassword(
  tx: Write,
  keys: Keys,
  { workerId, accountId }: Pick<Account, 'workerId' | 'accountId'>,
  lost: boolean,
): Promise<string> {
  const half = halfPassword();
  await keepHalf(tx, workerId, seal(keys, accountId, half), lost);
  return half;
}

/** A new password is not given after all. */
export const dropPassword = (tx: Write, workerId: string): Promise<void> => keepHalf(tx, workerId, null, false);

async function keepHalf(tx: Write, workerId: string, half: Buffer | null, lost: boolean): Promise<void> {
  await change`select account_ask_password(${workerId}, ${half}::bytea, ${lost},
    ${proofOf('account_ask_password', workerId, half?.toString('hex') ?? null, lost)})`.execute(tx);
}

/** Gives the new password that was asked for; answers the second half of it. */
export async function confirmPassword(
  tx: Write,
  keys: Keys,
  { workerId, accountId, half }: Pick<Account, 'workerId' | 'accountId'> & { readonly half: Uint8Array },
): Promise<string> {
  const second = halfPassword();
  // What else ends with it is what was asked for.
  await setPassword(tx, workerId, `${open(keys, accountId, half)}-${second}`, false);
  return second;
}

/** Gives a new password to be used once, as the operator does; whoever was signed in with the old one is not any more. */
export async function renewPassword(tx: Write, workerId: string, lost = false): Promise<string> {
  const password = oncePassword();
  await setPassword(tx, workerId, password, lost);
  return password;
}

async function setPassword(tx: Write, workerId: string, password: string, lost: boolean): Promise<void> {
  const hash = await hashPassword(password);
  await change`select account_renew(${workerId}, ${hash}, ${lost}, ${proofOf('account_renew', workerId, hash, lost)})`.execute(
    tx,
  );
}

/** Lets the next try of an account be made at once, from everywhere. */
export async function unlock(tx: Write, workerId: string): Promise<void> {
  await change`select account_unlock(${workerId}, ${proofOf('account_unlock', workerId)})`.execute(tx);
}

const zOwnerOfRow = z.object({ workerId: zId, organiserId: zId });

/** The worker of a username; null where it is nobody's. */
export async function ownerOf(
  tx: Read,
  username: string,
): Promise<{ readonly workerId: string; readonly organiserId: string } | null> {
  const name = username.trim().toLowerCase();
  const { rows } = await rowsOf(zOwnerOfRow)`
    select worker_id as "workerId", organiser_id as "organiserId" from account_of(${name}, ${proofOf('account_of', name)})`.execute(
    tx,
  );
  return rows[0] ?? null;
}

const zGivenRow = z.object({ at: z.string(), by: z.string().nullable() });

/** A new password that another gave lately: when, and who; null by is the operator. */
export type GivenPassword = z.output<typeof zGivenRow>;

/** Whether the password of whose session it is was given by another in the last days, before or after its holder changed it. */
export async function givenPassword(db: Read, token: string): Promise<GivenPassword | null> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zGivenRow)`
    select given_at as at, given_by as by
    from account_given_of_session(${hash}, ${proofOf('account_given_of_session', hash)})`.execute(db);
  return rows[0] ?? null;
}

const zNameRow = z.object({ username: z.string() });

/** By which name the account of a session signs in. */
export async function usernameOf(db: Read, token: string): Promise<string> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zNameRow)`
    select username from account_of_session(${hash}, ${proofOf('account_of_session', hash)})`.execute(db);
  return rows[0]?.username ?? '';
}

const zPasswordRow = z.object({ username: z.string(), password_hash: z.string() });

/** The username of a session whose user tells the present password; refuses whoever does not, and lets wrong ones wait as at signing in. */
export async function mustKnowPassword(
  db: Database,
  token: string,
  current: string,
  language: Language,
): Promise<string> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zPasswordRow)`
    select username, password_hash from account_of_session(${hash}, ${proofOf('account_of_session', hash)})`.execute(
    db,
  );
  const account = rows[0];
  if (!account) return refuse('wrong-password', 'current', language);
  const here = withinSession(hash);
  await mustNotWait(db, account.username, here, language);
  if (!(await verify(account.password_hash, current))) return refuse('wrong-password', 'current', language);
  await forgetTries(db, account.username, here);
  return account.username;
}

function refuse(code: PlatformProblem, field: string, language: Language): never {
  const title = problemTitle(code, language);
  throw new ProblemError(problem(code, 422, title, { errors: [{ field, message: title }] }));
}

/** Changes one's own password; other sessions of one's end. */
export async function changePassword(
  db: Database,
  token: string,
  { current, next }: { readonly current: string; readonly next: string },
  language: Language,
  leakedPasswords?: string,
): Promise<void> {
  const username = await mustKnowPassword(db, token, current, language);
  const fault = next === current ? 'password-same' : passwordFault(next, username);
  if (fault) refuse(fault, 'next', language);
  if (leakedPasswords && (await isLeaked(leakedPasswords, next))) refuse('password-leaked', 'next', language);
  const [session, hash] = [tokenHash(token), await hashPassword(next)];
  await change`select account_change_password(${session}, ${hash}, ${proofOf('account_change_password', session, hash)})`.execute(
    db,
  );
}
