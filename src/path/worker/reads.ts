import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fromSql } from '../../kernel/range.ts';
import type { Read } from '../../platform/database/pool.ts';
import type { Role } from '../../platform/relation.ts';
import type { GroupLead, LetterShare, Worker } from './words.ts';

/** Workers of an organiser with a post in force on a day, by name; of some roles only where given. */
export async function workersOn(
  tx: Read,
  organiserId: string,
  on: Day,
  ofRoles: readonly Role[] | null = null,
): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select w.id, w.family_name || ' ' || w.given_name as name, array_agg(distinct p.role order by p.role) as roles
    from worker_worker w join worker_post p on p.worker_id = w.id
    where p.organiser_id = ${organiserId} and p.during @> ${on}::date
      and (${ofRoles === null} or p.role = any(${ofRoles === null ? [] : [...ofRoles]}::text[]))
    group by w.id order by name`.execute(tx);
  return rows;
}

export async function letterSharesOn(tx: Read, organiserId: string, on: Day): Promise<LetterShare[]> {
  const { rows } = await sql<LetterShare>`
    select worker_id as "workerId", lower(letters) as "from", upper(letters) as "to" from worker_letter_share
    where organiser_id = ${organiserId} and during @> ${on}::date order by lower(letters)`.execute(tx);
  return rows;
}

/** Groups of an organiser with who leads each on a day and until when, and in how many months the lead changes. */
export async function groupLeadsOn(tx: Read, organiserId: string, on: Day): Promise<GroupLead[]> {
  const { rows } = await sql<Omit<GroupLead, 'during'> & { during: string | null }>`
    select g.id as "groupId", g.name as "group", u.name as unit, g.lead_rotation_months as "rotationMonths", l.worker_id as "workerId",
      w.family_name || ' ' || w.given_name as leader, l.during,
      array(select n.family_name || ' ' || n.given_name from worker_group_lead f join worker_worker n on n.id = f.worker_id
        where f.group_id = g.id and lower(f.during) > ${on}::date order by lower(f.during)) as next
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    left join worker_group_lead l on l.group_id = g.id and l.during @> ${on}::date
    left join worker_worker w on w.id = l.worker_id
    where g.organiser_id = ${organiserId} and g.during @> ${on}::date order by u.name, g.name`.execute(tx);
  return rows.map((row) => ({ ...row, during: row.during === null ? null : fromSql(row.during) }));
}
