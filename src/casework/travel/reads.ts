import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Range, zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import { type TravelQuestion, type TravelWay, zTravelDetails, zTravelQuestion, zTravelWay } from './words.ts';

const zTravelWayRow = zTravelWay.extend({ during: zSqlRange });

/** A client's ways to rehabilitative work, the newest first; without why, where the place is hidden from which they lead. */
export async function waysOf(tx: Read, clientId: string): Promise<TravelWay[]> {
  const { rows } = await rowsOf(zTravelWayRow)`
    select t.id, t.means, t.cents_a_day as amount, y.reason, t.during, w.family_name || ' ' || w.given_name as "agreedBy"
    from travel_way t join worker_worker w on w.id = t.agreed_by_id
    left join travel_reason y on y.id = t.id and y.client_id = t.client_id
    where t.client_id = ${clientId} order by lower(t.during) desc`.execute(tx);
  return rows;
}

/** All ways of a client, as one version. */
export const waysVersion = (ways: readonly TravelWay[]): string =>
  versionOf(ways.map((one) => [one.id, contentOf(zTravelDetails, one)]));

/** A client's ways, as another must have seen them; null where there is none. */
export async function standingWays(tx: Read, clientId: string): Promise<Standing | null> {
  const ways = await waysOf(tx, clientId);
  const [newest] = ways;
  if (!newest) return null;
  return {
    version: waysVersion(ways),
    content: contentOf(zTravelDetails, newest),
    ...(await lastChange(tx, sql`travel_way where client_id = ${clientId}`, clientId)),
  };
}

/** One way, as a correction of it must have seen it; null where there is none. */
export async function standingWay(tx: Read, clientId: string, wayId: string): Promise<Standing | null> {
  const way = (await waysOf(tx, clientId)).find(({ id }) => id === wayId);
  if (!way) return null;
  return {
    content: contentOf(zTravelDetails, way),
    ...(await lastChange(tx, sql`travel_way where id = ${wayId}`, clientId)),
  };
}

const zPayingRow = z.object({ during: zSqlRange });

/** The days on which the organiser is who pays a client's days of participation, as it is recorded. */
export async function payingDays(tx: Read, clientId: string): Promise<Range[]> {
  const { rows } = await rowsOf(zPayingRow)`
    select during from participation_payer where client_id = ${clientId} and payer = 'organiser' order by lower(during)`.execute(
    tx,
  );
  return rows.map(({ during }) => during);
}

type Days = Range & { readonly to: Day };

async function questions(tx: Read, whose: RawBuilder<unknown>, { from, to }: Days): Promise<TravelQuestion[]> {
  const { rows } = await rowsOf(zTravelQuestion)`
    with asked as materialized (
      select distinct d.client_id, d.held_on from participation_paid_day d
      where ${whose} and d.held_on >= ${from}::date and d.held_on < ${to}::date and d.payer = 'organiser'
    )
    select q.client_id as "clientId", c.family_name || ' ' || c.given_names as name, array_agg(q.held_on order by q.held_on) as days
    from asked q join client_client c on c.id = q.client_id
    where not exists (select from travel_way t where t.client_id = q.client_id and t.during @> q.held_on)
    group by q.client_id, c.family_name, c.given_names
    order by c.family_name, c.given_names, q.client_id`.execute(tx);
  return rows;
}

/** Of an organiser's clients the days that it pays for, and of which nobody has said what the way costs. */
export function travelQuestions(tx: Read, organiserId: string, days: Days): Promise<TravelQuestion[]> {
  return questions(tx, sql`d.organiser_id = ${organiserId}`, days);
}

/** The same of one client. */
export async function travelAskedOf(tx: Read, clientId: string, days: Days): Promise<readonly Day[]> {
  const [question] = await questions(tx, sql`d.client_id = ${clientId}`, days);
  return question?.days ?? [];
}
