import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { absenceReasons } from '../attendance/words.ts';
import { type ClaimedDays, type PaidDays, payers, zClaimedDays, zPaidDays } from './words.ts';

/** The days of participation of an organiser's clients, by who pays for them; a client's day counts once, also at two sites. */
export async function paidDaysDuring(
  tx: Read,
  organiserId: string,
  days: Range & { readonly to: Day },
  clientIds: readonly string[] | null = null,
): Promise<PaidDays[]> {
  const { rows } = await rowsOf(zPaidDays)`
    select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name, d.payer,
      array_agg(d.held_on order by d.held_on) as days
    from (
      select distinct client_id, held_on, payer from participation_paid_day
      where organiser_id = ${organiserId} and held_on >= ${days.from}::date and held_on < ${days.to}::date
        ${clientIds ? sql`and client_id = any(${[...clientIds]}::uuid[])` : sql``}
    ) d
    join client_client c on c.id = d.client_id
    group by d.client_id, c.family_name, c.given_names, d.payer
    order by c.family_name, c.given_names, d.client_id, d.payer`.execute(tx);
  return rows;
}

/** The days of participation of an organiser's persons in a month, those that are too many for the law's 12 months apart. */
export async function claimedDaysDuring(
  tx: Read,
  organiserId: string,
  days: Range & { readonly to: Day },
): Promise<ClaimedDays[]> {
  const { rows } = await rowsOf(zClaimedDays)`
    select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name,
      coalesce(array_agg(d.held_on order by d.held_on) filter (where not d.over), '{}') as days,
      coalesce(array_agg(d.held_on order by d.held_on) filter (where d.over), '{}') as over
    from (
      select min(p.client_id::text) over (partition by c.person_id)::uuid as client_id, p.held_on, o.held_on is not null as over,
        row_number() over (partition by c.person_id, p.held_on) as nth
      from participation_day p
      join client_client c on c.id = p.client_id
      left join participation_over_limit(array[${organiserId}::uuid], ${toSql(days)}::daterange) o
        on o.person_id = c.person_id and o.held_on = p.held_on
      where p.organiser_id = ${organiserId} and p.held_on >= ${days.from}::date and p.held_on < ${days.to}::date
    ) d
    join client_client c on c.id = d.client_id
    where d.nth = 1
    group by d.client_id, c.family_name, c.given_names
    order by c.family_name, c.given_names, d.client_id`.execute(tx);
  return rows;
}

const zSlipDayRow = z.object({ on: zDay, place: z.string(), payer: z.enum(payers), begunOn: zDay });

/** A client's days of participation, each with its place, who pays for it, and since when the activity has gone on. */
export async function slipDaysOf(tx: Read, clientId: string, days: Range & { readonly to: Day }) {
  const { rows } = await rowsOf(zSlipDayRow)`
    select d.held_on as "on", string_agg(distinct coalesce(g.name, w.name), ', ') as place, d.payer,
      min(lower(r.during)) as "begunOn"
    from participation_paid_day d
    join placement_placement p on p.id = d.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where d.client_id = ${clientId} and d.held_on >= ${days.from}::date and d.held_on < ${days.to}::date
    group by d.held_on, d.payer order by d.held_on`.execute(tx);
  return rows;
}

const zSlipAbsenceRow = z.object({ on: zDay, reason: z.enum(absenceReasons) });

/** A client's absences from rehabilitative work; on a day that the client attended elsewhere it was not absent. */
export async function slipAbsencesOf(tx: Read, clientId: string, days: Range & { readonly to: Day }) {
  const { rows } = await rowsOf(zSlipAbsenceRow)`
    select k.held_on as "on", min(k.reason) as reason
    from attendance_mark k join placement_placement p on p.id = k.placement_id and p.service = 'rehabilitative-work'
    where k.client_id = ${clientId} and k.kind = 'absent' and k.held_on >= ${days.from}::date and k.held_on < ${days.to}::date
      and not exists (select from participation_day d where d.client_id = k.client_id and d.held_on = k.held_on)
    group by k.held_on order by k.held_on`.execute(tx);
  return rows;
}

const zSeesRow = z.object({ sees: z.boolean() });

/** Whether the worker sees what is of rehabilitative work of the client: whoever instructs in another service does not. */
export async function seesRehabilitation(tx: Read, clientId: string): Promise<boolean> {
  const { rows } = await rowsOf(zSeesRow)`select app_sees_service(${clientId}, 'rehabilitative-work') as sees`.execute(
    tx,
  );
  return rows[0]?.sees ?? false;
}
