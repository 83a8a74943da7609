import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Read } from '../../platform/database/pool.ts';
import type { Role } from '../../platform/relation.ts';
import type { LetterShare, Worker } from './words.ts';

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
