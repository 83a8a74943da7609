/** Wrong tries to sign in: each makes the next one from there wait, longer each time; nobody is locked out. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/pool.ts';

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
export const triedAs = (username: string): Buffer => hashOf(username);

function placesOf({ address, device }: Origin): readonly string[] {
  if (device !== undefined) return [hashOf(`device ${device}`).toString('hex')];
  return [hashOf(`address ${address}`).toString('hex'), allPlaces];
}

/**
 * Counts a try before it is known whether it is right, so that many at once are no more tries.
 * Answers how many seconds to wait first; the try is then not counted, and nothing is tried.
 */
export async function waitFor(db: Database, username: string, from: Origin): Promise<number> {
  const { rows } = await sql<{ wait: number | null }>`
    with places as (select decode(place, 'hex') as source from unnest(${placesOf(from)}::text[]) as place),
    closed as (select max(t.waits_until_at) as until from platform_attempt t join places using (source)
      where t.username_hash = ${triedAs(username)} and t.waits_until_at > now()),
    counted as (
      insert into platform_attempt as t (username_hash, source, failed_count, tried_at)
      select ${triedAs(username)}, p.source, 1, now() from places p, closed c where c.until is null
      on conflict (username_hash, source) do update set
        failed_count = case when t.tried_at < now() - interval '1 day' then 1 else least(t.failed_count, 1000) + 1 end,
        waits_until_at = case
          when t.tried_at < now() - interval '1 day' then null
          when t.source = '' and t.failed_count >= ${ofAllPlaces.free}
            then now() + make_interval(secs => least(${ofAllPlaces.longestSeconds}, 2 ^ least(t.failed_count + 1 - ${ofAllPlaces.free}, 20)))
          when t.source <> '' and t.failed_count >= ${ofOnePlace.free}
            then now() + make_interval(secs => least(${ofOnePlace.longestSeconds}, 2 ^ least(t.failed_count + 1 - ${ofOnePlace.free}, 20)))
        end,
        tried_at = now())
    select ceil(extract(epoch from until - now()))::int as wait from closed`.execute(db);
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** Forgets the tries that led to a right one, and those of long ago. */
export async function forgetTries(db: Database, username: string, from: Origin): Promise<void> {
  await sql`delete from platform_attempt where tried_at < now() - interval '1 day' or (username_hash = ${triedAs(username)}
    and source in (select decode(place, 'hex') from unnest(${placesOf(from)}::text[]) as place))`.execute(db);
}
