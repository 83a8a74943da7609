import { z } from 'zod';
import type { Keys } from './act.ts';
import type { Write } from './database/pool.ts';
import { change, rowsOf } from './database/statement.ts';
import { keyedHash, open, seal } from './secret.ts';

/** What one does once: a tap, a press on Save. Its key comes with it, and again when it is sent again. */
export interface Gesture {
  /** Null where the caller sent none: then only the same change sent at the same time is taken for one. */
  readonly key: string | null;
  /** When it came, by `performance.now()`. */
  readonly cameAt: number;
  /** Keys of those in whose place it comes: they said something else, and their answers never came. */
  readonly insteadOf?: readonly string[];
}

/** Keys as clients make them: a UUID, or anything else in plain signs. */
export const isGestureKey = (key: string): boolean => /^[\x21-\x7e]{1,200}$/.test(key);

export interface Claimed {
  readonly workerId: string;
  readonly key: string;
}

/** Keys in a header, which commas part. */
export const keysIn = (header: string): readonly string[] => header.split(',').map((key) => key.trim());

type Claim = { readonly claimed: Claimed } | { readonly answer: unknown } | 'used-for-another';

const zSealed = z.object({ sealed: z.string() }).nullable();
type Sealed = z.output<typeof zSealed>;

const zClaimGestureRow = z.object({ same: z.boolean(), answer: zSealed });

/** What was answered, which may be half of a password: null where it was not yet, or where the key that sealed it has gone. */
function opened(keys: Keys, { workerId, key }: Claimed, answer: Sealed): { readonly output?: unknown } | null {
  if (!answer) return null;
  try {
    return JSON.parse(open(keys, `${workerId} ${key}`, Buffer.from(answer.sealed, 'base64')));
  } catch {
    return null;
  }
}

const zTaken = z.object({ taken: z.boolean() });

/**
 * Takes the gesture for this transaction, or tells what was answered when it was done before. Two that come at once wait
 * for each other here: the second one finds the answer of the first, or, where that one failed, takes its place.
 */
export async function claimGesture(
  tx: Write,
  keys: Keys,
  { workerId, act, input }: { readonly workerId: string; readonly act: string; readonly input: unknown },
  gesture: Gesture,
): Promise<Claim> {
  // By key: an identity code stands in what is sent, and a plain sum could be tried against each that there may be.
  const hash = keyedHash(keys, JSON.stringify(['gesture', act, input]));
  const key = gesture.key === null ? `at once ${hash.toString('hex')}` : `key ${gesture.key}`;
  // Without a key, what was done before this one came was another gesture; so was what a clock that went back puts into the future.
  const waitedMs = performance.now() - gesture.cameAt;
  const taken = await rowsOf(zTaken)`insert into platform_gesture as g (worker_id, key, act, input_hash)
    values (${workerId}, ${key}, ${act}, ${hash})
    on conflict (worker_id, key) do update set answer = null, done_at = clock_timestamp()
    where ${gesture.key === null}::boolean and (g.done_at < statement_timestamp() - ${waitedMs} * interval '1 millisecond' or g.done_at > clock_timestamp())
    returning true as taken`.execute(tx);
  if (taken.rows.length > 0) return { claimed: { workerId, key } };
  const { rows } = await rowsOf(zClaimGestureRow)`
    select input_hash = ${hash} as same, answer from platform_gesture where worker_id = ${workerId} and key = ${key}`.execute(
    tx,
  );
  const [saved] = rows;
  const before = saved?.same ? opened(keys, { workerId, key }, saved.answer) : null;
  return before ? { answer: before.output } : 'used-for-another';
}

const zDone = z.object({ act: z.string(), answer: zSealed });

/** What was done already in whose place something else should come. */
interface DoneBefore {
  /** What it was answered, where it was by the same act. */
  readonly output: unknown;
}

/**
 * Lets nothing come of gestures whose answers never came, now that another comes in their place: one that is still on its way is
 * refused when it arrives. Tells of the first that was done already.
 */
export async function putAside(
  tx: Write,
  keys: Keys,
  { workerId, act }: { readonly workerId: string; readonly act: string },
  insteadOf: readonly string[],
): Promise<DoneBefore | null> {
  for (const key of insteadOf) {
    const taken = await rowsOf(zTaken)`insert into platform_gesture (worker_id, key, act, input_hash)
      values (${workerId}, ${`key ${key}`}, ${act}, ''::bytea)
      on conflict (worker_id, key) do nothing returning true as taken`.execute(tx);
    if (taken.rows.length > 0) continue;
    const { rows } = await rowsOf(zDone)`select act, answer from platform_gesture
      where worker_id = ${workerId} and key = ${`key ${key}`} and answer is not null`.execute(tx);
    const [done] = rows;
    const answer = done && opened(keys, { workerId, key: `key ${key}` }, done.answer);
    if (done) return { output: done.act === act ? answer?.output : undefined };
  }
  return null;
}

/** Keeps what was answered, sealed, and clears away what nobody will ask for again. */
export async function keepAnswer(tx: Write, keys: Keys, { workerId, key }: Claimed, output: unknown): Promise<void> {
  const sealed = seal(keys, `${workerId} ${key}`, JSON.stringify({ output })).toString('base64');
  await change`update platform_gesture set answer = ${JSON.stringify({ sealed })}::jsonb, done_at = clock_timestamp()
    from (select platform.forget_gestures() offset 0) old
    where worker_id = ${workerId} and key = ${key}`.execute(tx);
}
