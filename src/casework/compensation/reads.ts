import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Cents, zCents } from '../../kernel/money.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lineKinds } from '../rate/words.ts';
import type { AccountPart, CompensatedDay } from './words.ts';

const zCompensatedDaysRow = z.object({
  markId: zId,
  clientId: zId,
  placementId: zId,
  service: z.string(),
  on: zDay,
  kind: z.enum(['present', 'absent', 'holiday']),
  meal: z.boolean(),
  hoursADay: z.number().nullable(),
  employerId: zId.nullable(),
  holidayOfYear: z.number(),
  name: z.string(),
  place: z.string(),
});

/** Marked days with all that their money depends on; holidays are numbered within the client's service and calendar year. */
export async function compensatedDays(
  tx: Read,
  organiserId: string,
  days: Range,
  /** On which a service is closed: they use up no day of holiday. */
  closed: readonly Day[],
  clientIds: readonly string[] | null = null,
): Promise<(CompensatedDay & { name: string; place: string })[]> {
  const { rows } = await rowsOf(zCompensatedDaysRow)`
    select m.id as "markId", m.client_id as "clientId", m.placement_id as "placementId", p.service, m.held_on as "on", m.kind, m.meal,
      p.hours_a_day as "hoursADay", w.employer_id as "employerId", coalesce(w.name, g.name) as place,
      c.family_name || ' ' || c.given_names as name,
      case when m.kind = 'holiday' then (
        select count(*) from attendance_mark h join placement_placement q on q.id = h.placement_id
        where h.client_id = m.client_id and h.kind = 'holiday' and q.service = p.service
          and h.held_on >= date_trunc('year', m.held_on)::date and h.held_on <= m.held_on and h.held_on <> all(${[...closed]}::date[]))
      else 0 end as "holidayOfYear"
    from attendance_mark m
    join placement_placement p on p.id = m.placement_id
    join client_client c on c.id = m.client_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    where m.organiser_id = ${organiserId} and m.held_on >= ${days.from}::date and m.held_on < ${days.to}::date and m.kind <> 'absent'
      ${clientIds ? sql`and m.client_id = any(${[...clientIds]}::uuid[])` : sql``}
    order by c.family_name, c.given_names, m.held_on, m.placement_id`.execute(tx);
  return rows;
}

/** Days of one month that are worth the same: those whose marks the rule cannot tell apart. */
const zKindOfDay = z.object({
  clientId: zId.nullable(),
  name: z.string().nullable(),
  on: zDay,
  turn: z.number(),
  marks: z.string(),
  days: z.number(),
  onDays: z.number(),
});
export type KindOfDay = z.output<typeof zKindOfDay>;

/**
 * The marked days of a month put together by what they are worth, for each client or for all: a county's month has half a
 * million marks and some dozens of kinds. No rate and no law changes between days of one kind, and they lie on the same side
 * of every number of paid holidays; so pricing one of them prices all.
 */
export async function kindsOfDays(
  tx: Read,
  organiserId: string,
  month: Range,
  { forEach, turnsOfLaw }: { readonly forEach: 'client' | 'all'; readonly turnsOfLaw: readonly Day[] },
): Promise<KindOfDay[]> {
  const client = forEach === 'client';
  const { rows } = await rowsOf(zKindOfDay)`
    with rate as materialized (
      select during, paid_holiday_days from rate_rate where organiser_id = ${organiserId} and during && ${toSql(month)}::daterange
    ), turn as materialized (
      select array(select lower(during) from rate union select upper(during) from rate where not upper_inf(during)
          union select unnest(${[...turnsOfLaw]}::date[]) order by 1) as days,
        array(select distinct paid_holiday_days from rate order by 1) as quotas
    ), holiday as materialized (
      select h.id, width_bucket((count(*) over (partition by h.client_id, p.service order by h.held_on))::int - 1, (select quotas from turn)) as used
      from attendance_mark h join placement_placement p on p.id = h.placement_id
      where h.organiser_id = ${organiserId} and h.kind = 'holiday'
        and h.held_on >= date_trunc('year', ${month.from}::date)::date and h.held_on < ${month.to}::date
    ), several as materialized (
      -- Only who has several placements can have several marks a day.
      select client_id from placement_placement where organiser_id = ${organiserId} group by client_id having count(*) > 1
    ), mark as materialized (
      select m.placement_id, m.kind, m.meal, h.used, width_bucket(m.held_on, (select days from turn)) as turn,
        case when s.client_id is not null then m.held_on end as alone_on, min(m.held_on) as held_on,
        bit_or(1 << extract(day from m.held_on)::int - 1) as on_days
      from attendance_mark m left join several s on s.client_id = m.client_id left join holiday h on h.id = m.id
      where m.organiser_id = ${organiserId} and m.held_on >= ${month.from}::date and m.held_on < ${month.to}::date and m.kind <> 'absent'
      group by m.placement_id, m.kind, m.meal, h.used, turn, alone_on
    ), placed as (
      select k.*, p.client_id, json_build_array(p.service, k.kind, k.meal, p.hours_a_day, w.employer_id,
        case when k.used is null then 0 when k.used = 0 then 1 else (select quotas from turn)[k.used] + 1 end) as mark
      from mark k join placement_placement p on p.id = k.placement_id left join employer_workplace w on w.id = p.workplace_id
    ), day as (
      select client_id, turn, held_on, on_days, json_build_array(mark)::text as marks from placed where alone_on is null
      union all
      select client_id, turn, alone_on, bit_or(on_days), json_agg(mark order by placement_id)::text
      from placed where alone_on is not null group by client_id, turn, alone_on
    ), same as materialized (
      select client_id, turn, marks, min(held_on) as held_on, bit_or(on_days) as on_days from day group by client_id, turn, marks
    )
    ${
      client
        ? sql`select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name, d.held_on as "on", d.turn, d.marks,
            bit_count(d.on_days::bit(32)) as days, d.on_days as "onDays"
          from same d join client_client c on c.id = d.client_id`
        : sql`select null as "clientId", null as name, min(held_on) as "on", turn, marks, sum(bit_count(on_days::bit(32))) as days,
            bit_or(on_days) as "onDays"
          from same group by turn, marks`
    }`.execute(tx);
  return rows;
}

const zAccountPart = z.object({
  clientId: zId,
  name: z.string(),
  kind: z.enum(lineKinds),
  party: z.enum(['client', 'employer']),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  amount: zCents,
  onDays: z.number(),
});

/** The parts of a month's accounts as it was closed; what was corrected later stands apart. */
export async function partsInLedger(tx: Read, organiserId: string, month: Range): Promise<AccountPart[]> {
  const { rows } = await rowsOf(zAccountPart)`
    select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name, l.kind, l.party, l.employer_id as "employerId",
      e.name as employer, l.amount, l.on_days as "onDays"
    from (
      select client_id, kind, party, employer_id, sum(amount_cents)::int as amount,
        bit_or(1 << extract(day from earned_on)::int - 1) as on_days
      from compensation_line
      where organiser_id = ${organiserId} and earned_on >= ${month.from}::date and earned_on < ${month.to}::date and not correcting
      group by client_id, kind, party, employer_id
    ) l join client_client c on c.id = l.client_id left join employer_employer e on e.id = l.employer_id`.execute(tx);
  return rows;
}

const zClientsWithRow = z.object({ id: zId });

/** Clients who have been placed with the employers, whose days those may be charged for. */
export async function clientsWith(tx: Read, organiserId: string, employerIds: readonly string[]): Promise<string[]> {
  const { rows } = await rowsOf(zClientsWithRow)`
    select distinct p.client_id as id from placement_placement p join employer_workplace w on w.id = p.workplace_id
    where p.organiser_id = ${organiserId} and w.employer_id = any(${[...employerIds]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

const zReadLine = z
  .object({
    clientId: zId,
    placementId: zId,
    markId: zId,
    kind: z.enum(lineKinds),
    party: z.enum(['client', 'employer']),
    employerId: zId.nullable(),
    earnedOn: zDay,
    amount: zCents,
    rateId: zId,
    rule: z.string(),
  })
  .extend({ id: zId, version: z.number(), reversesId: zId.nullable() })
  .extend({
    name: z.string(),
    place: z.string().nullable(),
    employer: z.string().nullable(),
    rate: zCents,
    writtenAt: z.string(),
    correcting: z.boolean(),
    withMonth: zDay,
  });
export type ReadLine = z.output<typeof zReadLine>;

async function lines(tx: Read, where: RawBuilder<unknown>): Promise<ReadLine[]> {
  const { rows } = await rowsOf(zReadLine)`
    select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", r.amount_cents as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where ${where} order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at`.execute(tx);
  return rows;
}

/** Lines of the ledger earned in the days, whenever they were written. */
export function ledgerDuring(
  tx: Read,
  organiserId: string,
  days: Range,
  clientIds: readonly string[] | null = null,
): Promise<ReadLine[]> {
  return lines(
    tx,
    sql`l.organiser_id = ${organiserId} and l.earned_on >= ${days.from}::date and l.earned_on < ${days.to}::date
      ${clientIds ? sql`and l.client_id = any(${[...clientIds]}::uuid[])` : sql``}`,
  );
}

/** Lines that corrected the days of a month after it was closed. */
export function correctionsDuring(tx: Read, organiserId: string, days: Range): Promise<ReadLine[]> {
  return lines(
    tx,
    sql`l.organiser_id = ${organiserId} and l.correcting and l.earned_on >= ${days.from}::date and l.earned_on < ${days.to}::date`,
  );
}

/**
 * Clients with a mark of a closed month that was made, corrected or taken back after the month was closed:
 * only theirs can differ from the ledger, since neither a rate nor a placement's past changes under a closed month.
 * The whole day of closing counts: a mark may have been on its way while the month was being closed.
 */
export async function correctedSinceClosing(tx: Read, organiserId: string, days: Range): Promise<string[]> {
  const { rows } = await rowsOf(zClientsWithRow)`
    select distinct v.client_id as id
    from (select client_id, held_on, lower(recorded) as at from attendance_mark
        where organiser_id = ${organiserId} and held_on >= ${days.from}::date and held_on < ${days.to}::date
          -- As the index of late marks has it: no month is closed before it is over.
          and date_trunc('month', lower(recorded) at time zone 'Europe/Helsinki') > date_trunc('month', held_on::timestamp)
      union all select client_id, held_on, upper(recorded) from attendance_mark_history
        where organiser_id = ${organiserId} and held_on >= ${days.from}::date and held_on < ${days.to}::date) v
    join compensation_month m on m.organiser_id = ${organiserId} and m.month_on = date_trunc('month', v.held_on)::date
    where v.at >= date_trunc('day', m.closed_at)`.execute(tx);
  return rows.map(({ id }) => id);
}

const zClosedMonthsRow = z.object({
  id: zId,
  month: zDay,
  closedAt: z.string(),
  closedBy: z.string().nullable(),
  lines: z.number(),
  toClients: zCents,
  fromClients: zCents,
  fromEmployers: zCents,
  corrected: zCents,
});

/** Closed months, newest first, each as it was closed, and what corrections of its days came to later. */
export async function closedMonths(
  tx: Read,
  organiserId: string,
): Promise<
  {
    id: string;
    month: Day;
    closedAt: string;
    closedBy: string | null;
    lines: number;
    toClients: Cents;
    fromClients: Cents;
    fromEmployers: Cents;
    corrected: Cents;
  }[]
> {
  const { rows } = await rowsOf(zClosedMonthsRow)`
    select m.id, m.month_on as month, m.closed_at as "closedAt", w.family_name || ' ' || w.given_name as "closedBy",
      coalesce(l.lines, 0) as lines, coalesce(l.to_clients, 0)::int as "toClients", coalesce(l.from_clients, 0)::int as "fromClients",
      coalesce(l.from_employers, 0)::int as "fromEmployers",
      coalesce(k.corrected, 0)::int as corrected
    from compensation_month m
    -- Summed before the join: a county's ledger has millions of lines and few months.
    left join (
      select month_id, count(*) as lines, sum(amount_cents) filter (where party = 'client' and kind <> 'meal-charge') as to_clients,
        sum(amount_cents) filter (where kind = 'meal-charge') as from_clients, sum(amount_cents) filter (where party = 'employer') as from_employers
      from compensation_line where organiser_id = ${organiserId} and not correcting group by month_id
    ) l on l.month_id = m.id
    left join (
      select date_trunc('month', earned_on)::date as month_on, sum(amount_cents) as corrected
      from compensation_line where organiser_id = ${organiserId} and correcting group by 1
    ) k on k.month_on = m.month_on
    left join worker_worker w on w.id = m.closed_by_id
    where m.organiser_id = ${organiserId}
    order by m.month_on desc`.execute(tx);
  return rows;
}

const zMonthsClosedRow = z.object({ id: zId, month: zDay });

/** Which months are closed, newest first, without their lines. */
export async function monthsClosed(tx: Read, organiserId: string): Promise<{ id: string; month: Day }[]> {
  const { rows } = await rowsOf(zMonthsClosedRow)`
    select id, month_on as month from compensation_month where organiser_id = ${organiserId} order by month_on desc`.execute(
    tx,
  );
  return rows;
}

const zFirstMarkedMonthRow = z.object({ month: zDay.nullable() });

/** The first month with a mark, or null where nobody has been marked. */
export async function firstMarkedMonth(tx: Read, organiserId: string): Promise<Day | null> {
  const { rows } = await rowsOf(zFirstMarkedMonthRow)`
    select date_trunc('month', min(held_on))::date as month from attendance_mark where organiser_id = ${organiserId}`.execute(
    tx,
  );
  return rows[0]?.month ?? null;
}
