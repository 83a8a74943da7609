import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Cents, zCents } from '../../kernel/money.ts';
import type { Range } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lineKinds } from '../rate/words.ts';
import { type AccountPart, type DueLine, type Undecided, zUndecided } from './words.ts';

/** Of `compensation_day` (d), the days of an organiser; holidays are numbered in the years of the days alone. */
function earnedIn(organiserId: string, { from, to }: Range & { readonly to: Day }) {
  return sql`d.organiser_id = ${organiserId} and d.earned_on >= ${from}::date and d.earned_on < ${to}::date
    and (d.holiday_year is null or d.holiday_year between extract(year from ${from}::date) and extract(year from ${to}::date))`;
}

const zDueLine = z.object({
  clientId: zId,
  placementId: zId,
  markId: zId,
  kind: z.enum(lineKinds),
  party: z.enum(['client', 'employer']),
  employerId: zId.nullable(),
  earnedOn: zDay,
  amount: zCents,
  rateId: zId.nullable(),
  rule: z.string().nullable(),
  rate: zCents,
  name: z.string(),
  place: z.string(),
  employer: z.string().nullable(),
});

/** Whose days: of some clients, or some days of clients; of everybody where neither is said. */
export interface Whose {
  readonly clientIds?: readonly string[];
  readonly clientDays?: readonly ClientDay[];
}

const clientIdsOf = (days: readonly ClientDay[]) => days.map(({ clientId }) => clientId);
const daysOf = (days: readonly ClientDay[]) => days.map(({ on }) => on);

/** The days with their worth (d). Of some days each client's are priced by themselves, past all others that the client has. */
function earnedBy({ clientIds, clientDays }: Whose, where: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!clientDays)
    return sql`compensation_day d where ${where} ${clientIds ? sql`and d.client_id = any(${[...clientIds]}::uuid[])` : sql``}`;
  return sql`(select client_id, array_agg(held_on) as days from unnest(${clientIdsOf(clientDays)}::uuid[], ${daysOf(clientDays)}::date[])
      as t (client_id, held_on) group by client_id) u
    cross join lateral (select d.* from compensation_day d
      where ${where} and d.client_id = u.client_id and d.earned_on = any(u.days) offset 0) d`;
}

/** What the marked days are worth, line by line; travel, which comes of no rate, by the rule that the day has of it. */
export async function dueDuring(
  tx: Read,
  organiserId: string,
  days: Range & { readonly to: Day },
  wayRuleOn: (on: Day) => string,
  whose: Whose = {},
): Promise<DueLine[]> {
  const { rows } = await rowsOf(zDueLine)`
    select d.client_id as "clientId", d.placement_id as "placementId", d.mark_id as "markId", d.kind, d.party, d.employer_id as "employerId",
      d.earned_on as "earnedOn", d.amount_cents as amount, d.rate_id as "rateId", r.rule, coalesce(r.amount_cents, d.amount_cents) as rate,
      c.family_name || ' ' || c.given_names as name, coalesce(w.name, g.name) as place, e.name as employer
    from (select d.* from ${earnedBy(whose, earnedIn(organiserId, days))}) d
    left join rate_rate r on r.id = d.rate_id
    join client_client c on c.id = d.client_id
    join placement_placement p on p.id = d.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = d.employer_id
    order by c.family_name, c.given_names, d.earned_on, d.placement_id, d.kind = 'meal-charge', d.kind = 'travel', d.party`.execute(
    tx,
  );
  return rows.map((line) => ({ ...line, rule: line.rule ?? wayRuleOn(line.earnedOn) }));
}

const zAccountPart = z.object({
  clientId: zId,
  name: z.string(),
  kind: z.enum(lineKinds),
  party: z.enum(['client', 'employer']),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  amount: zCents,
  days: z.number(),
  shareDays: z.array(zDay).nullable(),
});

/** The parts of a month's accounts, as its marked days are worth them. */
export async function partsDue(
  tx: Read,
  organiserId: string,
  month: Range & { readonly to: Day },
): Promise<AccountPart[]> {
  // Put together by rate, of which there are few, before anything is joined.
  const { rows } = await rowsOf(zAccountPart)`
    with earned as materialized (
      select d.client_id, d.rate_id, d.employer_id, d.amount_cents * d.times as amount, d.times, d.start_on, d.days
      from compensation_earned_in(${organiserId}::uuid, ${month.from}::date, ${month.to}::date) d
    ), shares as materialized (
      select d.client_id, d.rate_id, array_agg(d.start_on + n) as days
      from earned d cross join generate_series(0, 61) n
      where d.employer_id is not null and (d.days >> n) & 1 = 1 group by d.client_id, d.rate_id
    )
    select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name,
      coalesce(r.kind, 'travel') as kind, case when r.employer_id is null then 'client' else 'employer' end as party, r.employer_id as "employerId", e.name as employer,
      l.amount, case when r.employer_id is null then l.days else 0 end as days, s.days as "shareDays"
    from (
      select d.client_id, d.rate_id, sum(d.amount)::int as amount, sum(d.times)::int as days from earned d group by d.client_id, d.rate_id
    ) l
    left join shares s on s.client_id = l.client_id and s.rate_id = l.rate_id
    left join rate_rate r on r.id = l.rate_id
    join client_client c on c.id = l.client_id
    left join employer_employer e on e.id = r.employer_id`.execute(tx);
  return rows;
}

const zDueSum = z.object({
  month: zDay,
  kind: z.enum(lineKinds),
  party: z.enum(['client', 'employer']),
  amount: zCents,
  lines: z.number(),
});

/** What the marked days of months are worth in all, by month and rate. */
export async function sumsDue(
  tx: Read,
  organiserId: string,
  months: Range & { readonly to: Day },
): Promise<z.output<typeof zDueSum>[]> {
  const { rows } = await rowsOf(zDueSum)`
    with month as materialized (
      select m::date as month, daterange(m::date, (m + interval '1 month')::date) as during
      from generate_series(${months.from}::date::timestamp, (${months.to}::date - 1)::timestamp, interval '1 month') m
    )
    select l.month, coalesce(r.kind, 'travel') as kind, case when r.employer_id is null then 'client' else 'employer' end as party, l.amount, l.lines
    from (
      select m.month, d.rate_id, sum(d.amount_cents * t.times)::int as amount, sum(t.times) as lines
      from compensation_earned_in(${organiserId}::uuid, ${months.from}::date, ${months.to}::date) d
      join month m on m.during && daterange(d.start_on, d.start_on + attendance_row_days())
      cross join lateral (select bit_count((d.days & attendance_bits(m.during, d.start_on))::bit(64)) as times) t
      where t.times > 0 group by m.month, d.rate_id
    ) l left join rate_rate r on r.id = l.rate_id`.execute(tx);
  return rows;
}

/** The parts of a month's accounts as it was closed; what was corrected later stands apart. */
export async function partsInLedger(tx: Read, organiserId: string, month: Range): Promise<AccountPart[]> {
  const { rows } = await rowsOf(zAccountPart)`
    select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name, l.kind, l.party, l.employer_id as "employerId",
      e.name as employer, l.amount, l.days, l.share_days as "shareDays"
    from (
      select client_id, kind, party, employer_id, sum(amount_cents)::int as amount,
        count(*) filter (where party = 'client')::int as days, array_agg(earned_on) filter (where party = 'employer') as share_days
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
    rateId: zId.nullable(),
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
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", coalesce(r.amount_cents, abs(l.amount_cents)) as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    left join rate_rate r on r.id = l.rate_id
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
  { clientIds, clientDays }: Whose = {},
): Promise<ReadLine[]> {
  return lines(
    tx,
    sql`l.organiser_id = ${organiserId} and l.earned_on >= ${days.from}::date and l.earned_on < ${days.to}::date
      ${clientIds ? sql`and l.client_id = any(${[...clientIds]}::uuid[])` : sql``}
      ${clientDays ? sql`and (l.client_id, l.earned_on) in (select * from unnest(${clientIdsOf(clientDays)}::uuid[], ${daysOf(clientDays)}::date[]))` : sql``}`,
  );
}

/** Lines that corrected the days of a month after it was closed. */
export function correctionsDuring(tx: Read, organiserId: string, days: Range): Promise<ReadLine[]> {
  return lines(
    tx,
    sql`l.organiser_id = ${organiserId} and l.correcting and l.earned_on >= ${days.from}::date and l.earned_on < ${days.to}::date`,
  );
}

const zClientDay = z.object({ clientId: zId, on: zDay });
export type ClientDay = z.output<typeof zClientDay>;

/** The days of closed months that may be worth otherwise than the ledger says: `compensation_changed_days` tells which. */
export async function changedSinceClosing(
  tx: Read,
  organiserId: string,
  days: Range & { readonly to: Day },
): Promise<ClientDay[]> {
  const { rows } = await rowsOf(zClientDay)`
    select client_id as "clientId", held_on as "on" from compensation_changed_days(${organiserId}, ${days.from}, ${days.to})`.execute(
    tx,
  );
  return rows;
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
      coalesce(l.lines, 0)::int as lines, coalesce(l.to_clients, 0)::int as "toClients", coalesce(l.from_clients, 0)::int as "fromClients",
      coalesce(l.from_employers, 0)::int as "fromEmployers",
      coalesce(l.corrected, 0)::int as corrected
    from compensation_month m
    left join (
      select month_on, sum(lines) filter (where not correcting) as lines,
        sum(amount_cents) filter (where not correcting and party = 'client' and kind <> 'meal-charge') as to_clients,
        sum(amount_cents) filter (where not correcting and kind = 'meal-charge') as from_clients,
        sum(amount_cents) filter (where not correcting and party = 'employer') as from_employers,
        sum(amount_cents) filter (where correcting) as corrected
      from compensation_summed where organiser_id = ${organiserId} group by month_on
    ) l on l.month_on = m.month_on
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

const zPaysAllRow = z.object({ pays: z.boolean() });

/** Whether the asker's posts have all service tasks of the organiser, as closing a month as a whole asks. */
export async function paysAllTasks(tx: Read): Promise<boolean> {
  const { rows } = await rowsOf(zPaysAllRow)`select app_wide() as pays`.execute(tx);
  return rows[0]?.pays ?? false;
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

/** Days on which clients took part without a decision in force, by client and service. */
export async function undecidedDuring(
  tx: Read,
  organiserId: string,
  { from, to }: Range & { readonly to: Day },
): Promise<Undecided[]> {
  const { rows } = await rowsOf(zUndecided)`
    with served as (
      select m.client_id, p.relationship_id, p.service, array_agg(distinct m.held_on) as days
      from attendance_mark m join placement_placement p on p.id = m.placement_id
      where m.organiser_id = ${organiserId} and m.kind = 'present' and m.held_on >= ${from}::date and m.held_on < ${to}::date
      group by m.client_id, p.relationship_id, p.service
    )
    select s.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, s.service, f.rests, d.days
    from served s
    -- Asked once a relationship, whatever the number of its days.
    cross join lateral (select undecided, rests from relationship_footing(s.relationship_id) offset 0) f
    cross join lateral (select array_agg(on_day order by on_day) as days from unnest(s.days) on_day
      where not f.rests or f.undecided @> on_day) d
    join client_client c on c.id = s.client_id
    where d.days is not null
    order by c.family_name, c.given_names, s.service`.execute(tx);
  return rows;
}
