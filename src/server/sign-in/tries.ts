/** Wrong tries to sign in: each makes the next one from there wait, longer each time; nobody is locked out. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Database } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf } from '../database/statement.ts';
import { problemTitle } from '../words.ts';

/** Where a try comes from. */
export interface Origin {
  readonly address: string;
  /** A browser in which this username has signed in before: tries of strangers are none of its business. */
  readonly device?: string | undefined;
}

/** Tries that cost no wait, and how long a wait grows: of one place, and of all places together against a try from everywhere. */
const ofOnePlace = { free: 5, longestSeconds: 300 };
const ofAllPlaces = { free: 50, longestSeconds: 30 };
const allPlaces = '';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** How a username stands among the tries: not as itself, since passwords are typed in its place too. */
const triedAs = (username: string): Buffer => hashOf(username);

function placesOf({ address, device }: Origin): readonly string[] {
  if (device !== undefined) return [hashOf(`device ${device}`).toString('hex')];
  return [hashOf(`address ${address}`).toString('hex'), allPlaces];
}

const zWaitForRow = z.object({ wait: z.number() });

/**
 * Counts a try before it is known whether it is right, so that many at once are no more tries.
 * Answers how many seconds to wait first; the try is then not counted, and nothing is tried.
 */
async function waitFor(db: Database, username: string, from: Origin): Promise<number> {
  const [hash, places] = [triedAs(username), placesOf(from)];
  const [here, everywhere] = [ofOnePlace, ofAllPlaces];
  const waits = [here.free, here.longestSeconds, everywhere.free, everywhere.longestSeconds] as const;
  const { rows } = await rowsOf(zWaitForRow)`
    select account_try(${hash}, ${places}::text[], ${waits[0]}, ${waits[1]}, ${waits[2]}, ${waits[3]},
      ${proofOf('account_try', hash, places, ...waits)}) as wait`.execute(db);
  return rows[0]?.wait ?? 0;
}

/** Refuses whoever has to wait first. */
export async function mustNotWait(db: Database, username: string, from: Origin, language: Language): Promise<void> {
  const wait = await waitFor(db, username, from);
  if (wait > 0)
    throw new ProblemError(
      problem('too-many-tries', 429, problemTitle('too-many-tries', language), { retryAfterSeconds: wait }),
    );
}

/** A session as a place: whoever finds a desk open guesses there no faster, and nobody else waits for it. */
export const withinSession = (hash: Buffer): Origin => ({ address: '', device: `session ${hash.toString('hex')}` });

/** Forgets the tries that led to a right one, and those of long ago. */
export async function forgetTries(db: Database, username: string, from: Origin): Promise<void> {
  const [hash, places] = [triedAs(username), placesOf(from)];
  await change`select account_forget_tries(${hash}, ${places}::text[], ${proofOf('account_forget_tries', hash, places)})`.execute(
    db,
  );
}

/** Takes back the one try of whoever told the right password and is asked for more: it was no wrong one, and those before it stand. */
export async function takeBackTry(db: Database, username: string, from: Origin): Promise<void> {
  const [hash, places] = [triedAs(username), placesOf(from)];
  await change`select account_take_back_try(${hash}, ${places}::text[], ${proofOf('account_take_back_try', hash, places)})`.execute(
    db,
  );
}
