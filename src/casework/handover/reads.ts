import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { type Range, toSql, zSqlRange } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import {
  type Answering,
  type Hanging,
  type Move,
  type TakenBackNaming,
  zAnswering,
  zHanging,
  zMove,
  zTakenBackNaming,
} from './words.ts';

/** Who answers for a client on a day, by every rule. */
export async function answeringOn(tx: Read, clientId: string, on: Day, language: Language): Promise<Answering[]> {
  const { rows } = await rowsOf(zAnswering)`
    select a.role, a.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, a.relationship_id as "relationshipId",
      a.service, ${sql.ref(`s.name_${language}`)} as "serviceName", lower(a.during) as since
    from placement_answering a
    join worker_worker w on w.id = a.worker_id
    left join organiser_service s on s.code = a.service
    where a.client_id = ${clientId} and a.during @> ${on}::date
    order by a.role = 'case-manager', s.place, name`.execute(tx);
  return rows;
}

const zCaseloadsOnRow = z.object({ workerId: zId, clients: z.number() });

/** How many clients each worker of an organiser answers for on a day; for choosing one, not for reading as a figure. */
export async function caseloadsOn(tx: Read, organiserId: string, on: Day): Promise<Map<string, number>> {
  const { rows } = await rowsOf(zCaseloadsOnRow)`
    select worker_id as "workerId", count(*) as clients
    from (select distinct worker_id, client_id from placement_answering where organiser_id = ${organiserId} and during @> ${on}::date) x
    group by worker_id`.execute(tx);
  return new Map(rows.map(({ workerId, clients }) => [workerId, clients]));
}

const zPeopleOfRow = z.object({
  clientId: zId,
  name: z.string(),
  birthYear: z.number().nullable(),
  language: z.string(),
  municipality: z.string().nullable(),
  workplaceIds: z.array(z.string()),
});

/** Clients as one shares them out, with what keeps them together; told to those who end posts, and kept in the trail. */
export async function peopleOf(
  tx: Read,
  clientIds: readonly string[],
  on: Day,
): Promise<
  Map<
    string,
    { name: string; birthYear: number | null; language: string; municipality: string | null; workplaceIds: string[] }
  >
> {
  const { rows } = await rowsOf(zPeopleOfRow)`
    select p.client_id as "clientId", p.name, extract(year from p.birth_on)::int as "birthYear", p.language,
      m.name_fi as municipality, p.workplace_ids as "workplaceIds"
    from handover_people(${[...new Set(clientIds)]}::uuid[], ${on}::date) p
    left join organiser_municipality m on m.code = p.municipality_code`.execute(tx);
  return new Map(rows.map(({ clientId, ...row }) => [clientId, row]));
}

const zLoadsOnRow = z.object({
  workerId: zId,
  clients: z.number(),
  workplaceIds: z.array(z.string()),
  municipalities: z.array(z.string()),
});

/** What each worker of the organiser at hand has on a day, by which clients are shared out. */
export async function loadsOn(
  tx: Read,
  on: Day,
): Promise<Map<string, { clients: number; workplaceIds: string[]; municipalities: string[] }>> {
  const { rows } = await rowsOf(zLoadsOnRow)`
    select l.worker_id as "workerId", l.clients, l.workplace_ids as "workplaceIds",
      array(select m.name_fi from organiser_municipality m where m.code = any(l.municipality_codes) order by 1) as municipalities
    from handover_load(${on}::date) l`.execute(tx);
  return new Map(rows.map(({ workerId, ...row }) => [workerId, row]));
}

const zAppointmentsOfRow = z.object({ workerId: zId, clientId: zId, dueOn: zDay, startsAt: z.string().nullable() });

/** Appointments of workers on days. */
export async function appointmentsOf(
  tx: Read,
  workerIds: readonly string[],
  days: Range,
): Promise<{ workerId: string; clientId: string; dueOn: Day; startsAt: string | null }[]> {
  const { rows } = await rowsOf(zAppointmentsOfRow)`
    select a.worker_id as "workerId", a.client_id as "clientId", a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt"
    from handover_appointments(${[...workerIds]}::uuid[], ${toSql(days)}::daterange) a order by a.due_on, a.starts_at`.execute(
    tx,
  );
  return rows;
}

const zLedOnlyRow = z.object({ clientId: zId, relationshipId: zId, during: zSqlRange });

/** Clients of a service whom only the leader of their group answers for, on days. */
export async function ledOnly(tx: Read, service: Service, days: Range): Promise<Hanging[]> {
  const { rows } = await rowsOf(zLedOnlyRow)`
    select l.client_id as "clientId", l.relationship_id as "relationshipId", l.during
    from handover_led(${service}, ${toSql(days)}::daterange) l order by l.client_id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    id: row.relationshipId,
    service,
    role: 'group-leader' as const,
    groupId: null,
  }));
}

const zHangingOnRow = zHanging.extend({ during: zSqlRange });

/** Who hangs on a worker on days: told to those who hand clients over, without names. */
export async function hangingOn(tx: Read, workerId: string, days: Range): Promise<Hanging[]> {
  const { rows } = await rowsOf(zHangingOnRow)`
    select h.id, h.client_id as "clientId", h.relationship_id as "relationshipId", h.service, h.role, h.group_id as "groupId", h.during
    from handover_hanging(${workerId}, ${toSql(days)}::daterange) h order by h.client_id, lower(h.during)`.execute(tx);
  return rows;
}

const zNamingRow = z.object({ workerId: zId, role: zMove.shape.role, during: zSqlRange });

/** A naming of a client, for a service or as the case manager; null where there is none. */
export async function namingOf(
  tx: Read,
  clientId: string,
  namingId: string,
  role: Move['role'],
): Promise<z.output<typeof zNamingRow> | null> {
  const { rows } = await rowsOf(zNamingRow)`
    select worker_id as "workerId", 'case-manager' as role, during from relationship_case_manager
      where client_id = ${clientId} and id = ${namingId} and ${role} = 'case-manager'
    union all
    select worker_id, role, during from relationship_responsible where client_id = ${clientId} and id = ${namingId} and role = ${role}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** A naming as taking it back must have seen it, by the roles that it may be of. */
export async function standingNamed(
  tx: Read,
  clientId: string,
  namingId: string,
  roles: readonly Move['role'][],
): Promise<Standing | null> {
  for (const role of roles) {
    const naming = await namingOf(tx, clientId, namingId, role);
    const table = role === 'case-manager' ? sql`relationship_case_manager` : sql`relationship_responsible`;
    if (naming) return { content: naming, ...(await lastChange(tx, sql`${table} where id = ${namingId}`, clientId)) };
  }
  return null;
}

const zTakenBackRow = zTakenBackNaming.omit({ version: true }).extend({
  goesOn: z.array(zTakenBackNaming.shape.goesOn.element.extend({ during: zSqlRange })),
});

/** What stands on a naming, and who answers when it is taken back. */
export async function takenBackNaming(
  tx: Read,
  namingId: string,
  role: Move['role'],
): Promise<Omit<TakenBackNaming, 'version'>> {
  const { rows } = await rowsOf(zTakenBackRow)`
    select coalesce((select jsonb_agg(jsonb_build_object('name', w.family_name || ' ' || w.given_name, 'during', g.during::text, 'inPost', g.in_post)
        order by lower(g.during)) from handover_goes_on(${namingId}, ${role}) g join worker_worker w on w.id = g.worker_id), '[]') as "goesOn",
      (select count(*)::int from relationship_responsible s join coaching_contact c on c.relationship_id = s.relationship_id
        and c.worker_id = s.worker_id and c.held_on <@ s.during where s.id = ${namingId}) as contacts,
      (select count(*)::int from relationship_responsible s join coaching_appointment a on a.relationship_id = s.relationship_id
        and a.worker_id = s.worker_id and a.outcome is null and a.due_on <@ s.during and a.due_on >= (select app_today())
        where s.id = ${namingId}) as appointments`.execute(tx);
  return rows[0] ?? { goesOn: [], contacts: 0, appointments: 0 };
}
