import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Cents } from '../../kernel/money.ts';
import { fromSql, type Range, toSql } from '../../kernel/range.ts';
import type { Read } from '../../platform/database/pool.ts';
import type { CompensatedDay, LedgerLine, Rate } from './words.ts';

/** Rates of an organiser that hold on some day of the range, with the employer that pays a share. */
export async function ratesDuring(
  tx: Read,
  organiserId: string,
  days: Range,
): Promise<(Rate & { employer: string | null })[]> {
  const { rows } = await sql<Omit<Rate, 'during'> & { during: string; employer: string | null }>`
    select r.id, r.kind, r.employer_id as "employerId", e.name as employer, r.amount_cents as amount, r.paid_holiday_days as "paidHolidayDays",
      r.rule, r.during
    from compensation_rate r left join employer_employer e on e.id = r.employer_id
    where r.organiser_id = ${organiserId} and r.during && ${toSql(days)}::daterange
    order by r.kind, e.name, lower(r.during)`.execute(tx);
  return rows.map((row) => ({ ...row, during: fromSql(row.during) }));
}

/** Marked days with all that their money depends on; holidays are numbered within the client's service and calendar year. */
export async function compensatedDays(
  tx: Read,
  organiserId: string,
  days: Range,
  clientIds: readonly string[] | null = null,
): Promise<(CompensatedDay & { name: string; place: string })[]> {
  const { rows } = await sql<CompensatedDay & { name: string; place: string }>`
    select m.id as "markId", m.client_id as "clientId", m.placement_id as "placementId", p.service, m.held_on as "on", m.kind, m.meal,
      p.hours_a_day as "hoursADay", w.employer_id as "employerId", coalesce(w.name, g.name) as place,
      c.family_name || ' ' || c.given_names as name,
      case when m.kind = 'holiday' then (
        select count(*) from attendance_mark h join placement_placement q on q.id = h.placement_id
        where h.client_id = m.client_id and h.kind = 'holiday' and q.service = p.service
          and h.held_on >= date_trunc('year', m.held_on)::date and h.held_on <= m.held_on)
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

export interface ReadLine extends LedgerLine {
  readonly name: string;
  readonly place: string | null;
  readonly employer: string | null;
  readonly rate: Cents;
  readonly writtenAt: string;
}

async function lines(tx: Read, where: RawBuilder<unknown>): Promise<ReadLine[]> {
  const { rows } = await sql<ReadLine>`
    select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", r.amount_cents as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    join compensation_rate r on r.id = l.rate_id
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

/**
 * Clients with a mark of a closed month that was made, corrected or taken back after the month was closed:
 * only theirs can differ from the ledger, since neither a rate nor a placement's past changes under a closed month.
 * The whole day of closing counts: a mark may have been on its way while the month was being closed.
 */
export async function correctedSinceClosing(tx: Read, organiserId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct v.client_id as id
    from (select client_id, held_on, lower(recorded) as at from attendance_mark where organiser_id = ${organiserId}
      union all select client_id, held_on, upper(recorded) from attendance_mark_history where organiser_id = ${organiserId}) v
    join compensation_month m on m.organiser_id = ${organiserId} and m.month_on = date_trunc('month', v.held_on)::date
    where v.at >= date_trunc('day', m.closed_at)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Closed months, newest first, with the lines that each wrote. */
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
  }[]
> {
  const { rows } = await sql<{
    id: string;
    month: Day;
    closedAt: string;
    closedBy: string | null;
    lines: number;
    toClients: Cents;
    fromClients: Cents;
    fromEmployers: Cents;
  }>`
    select m.id, m.month_on as month, m.closed_at as "closedAt", w.family_name || ' ' || w.given_name as "closedBy",
      coalesce(l.lines, 0) as lines, coalesce(l.to_clients, 0)::int as "toClients", coalesce(l.from_clients, 0)::int as "fromClients",
      coalesce(l.from_employers, 0)::int as "fromEmployers"
    from compensation_month m
    -- Summed before the join: a county's ledger has millions of lines and few months.
    left join (
      select month_id, count(*) as lines, sum(amount_cents) filter (where party = 'client' and kind <> 'meal-charge') as to_clients,
        sum(amount_cents) filter (where kind = 'meal-charge') as from_clients, sum(amount_cents) filter (where party = 'employer') as from_employers
      from compensation_line where organiser_id = ${organiserId} group by month_id
    ) l on l.month_id = m.id
    left join worker_worker w on w.id = m.closed_by_id
    where m.organiser_id = ${organiserId}
    order by m.month_on desc`.execute(tx);
  return rows;
}

/** Which months are closed, newest first, without their lines. */
export async function monthsClosed(tx: Read, organiserId: string): Promise<{ id: string; month: Day }[]> {
  const { rows } = await sql<{ id: string; month: Day }>`
    select id, month_on as month from compensation_month where organiser_id = ${organiserId} order by month_on desc`.execute(
    tx,
  );
  return rows;
}

/** The first month with a mark, or null where nobody has been marked. */
export async function firstMarkedMonth(tx: Read, organiserId: string): Promise<Day | null> {
  const { rows } = await sql<{ month: Day | null }>`
    select date_trunc('month', min(held_on))::date as month from attendance_mark where organiser_id = ${organiserId}`.execute(
    tx,
  );
  return rows[0]?.month ?? null;
}

/** What a statement says of its sender. */
export async function organiserHead(
  tx: Read,
  organiserId: string,
  language: 'fi' | 'sv' | 'en',
): Promise<{ name: string; office: string | null; address: string[]; phone: string | null; email: string | null }> {
  const { rows } = await sql<{
    name: string;
    office: string | null;
    address: string[];
    phone: string | null;
    email: string | null;
  }>`
    select ${sql.ref(`name_${language}`)} as name, office_fi as office,
      array_remove(array[street, nullif(concat_ws(' ', postal_code, post_office), '')], null) as address, phone, email
    from organiser_organiser where id = ${organiserId}`.execute(tx);
  return rows[0] ?? { name: '', office: null, address: [], phone: null, email: null };
}

/** Employers of the organiser that a share may be agreed with. */
export async function employersOf(tx: Read, organiserId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from employer_employer where organiser_id = ${organiserId} order by name, id`.execute(tx);
  return rows;
}
