import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { type Range, zSqlRange } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf, withVersion, withVersionOfAll } from '../../server/version.ts';
import {
  type Allocation,
  type AllocationOf,
  allocationRules,
  type Relationship,
  zAllocationOf,
  zPause,
  zPauseDetails,
  zRelationship,
} from './words.ts';

/** The days on which the client of a relationship is away from its service, as what a statement reads from. */
export const awayFrom = (relationship: RawBuilder<unknown>, service: RawBuilder<unknown>) =>
  sql`relationship_away w where w.relationship_id = ${relationship} and (w.of_service is null or w.of_service = ${service})`;

const zRow = zRelationship.omit({ responsibleVersion: true, version: true }).extend({
  during: zSqlRange,
  responsible: z.array(zRelationship.shape.responsible.element.extend({ during: zSqlRange })),
  pauses: z.array(zPause.omit({ version: true }).extend({ during: zSqlRange })),
});

const zRelationshipSeen = zRelationship.pick({
  offeringId: true,
  decisionId: true,
  during: true,
  responsible: true,
  pauses: true,
});
const pauseAsSeen = withVersion(zPauseDetails);

async function relationships(
  tx: Read,
  { on, language }: { readonly on: Day; readonly language: Language },
  where: RawBuilder<unknown>,
): Promise<Relationship[]> {
  const { rows } = await rowsOf(zRow)`
    select r.id, r.service, ${sql.ref(`s.name_${language}`)} as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> ${on}::date
    where ${where} order by lower(r.during) desc, r.id desc`.execute(tx);
  return rows.map((row) => ({
    ...row,
    pauses: row.pauses.map(pauseAsSeen),
    responsibleVersion: row.responsible.length === 0 ? null : versionOf(row.responsible),
    version: versionOf(contentOf(zRelationshipSeen, row)),
  }));
}

/** A client's relationships, newest first; the rule is the one in force on the day. */
export function relationshipsOfClient(
  tx: Read,
  clientId: string,
  on: Day,
  language: Language,
): Promise<Relationship[]> {
  return relationships(tx, { on, language }, sql`r.client_id = ${clientId}`);
}

/** One relationship of a client, or null. */
export async function relationshipOf(
  tx: Read,
  clientId: string,
  relationshipId: string,
  on: Day,
  language: Language,
): Promise<Relationship | null> {
  const match = await relationships(tx, { on, language }, sql`r.client_id = ${clientId} and r.id = ${relationshipId}`);
  return match[0] ?? null;
}

const zAllocation = z.object({ rule: z.enum(allocationRules), caseManagerByLetter: z.boolean() });

/** How an organiser's service names its responsible worker on a day; nobody where no rule is told. */
export async function allocationOn(tx: Read, organiserId: string, service: Service, on: Day): Promise<Allocation> {
  const { rows } = await rowsOf(zAllocation)`
    select rule, case_manager_by_letter as "caseManagerByLetter" from relationship_allocation_rule
    where organiser_id = ${organiserId} and service = ${service} and during @> ${on}::date`.execute(tx);
  return rows[0] ?? { rule: 'none', caseManagerByLetter: false };
}

const zCaseManagersOfRow = z.object({ id: zId, workerId: zId, name: z.string(), during: zSqlRange });

/** A client's case managers, newest first. */
export async function caseManagersOf(
  tx: Read,
  clientId: string,
): Promise<{ id: string; workerId: string; name: string; during: Range }[]> {
  const { rows } = await rowsOf(zCaseManagersOfRow)`
    select m.id, m.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, m.during
    from relationship_case_manager m join worker_worker w on w.id = m.worker_id
    where m.client_id = ${clientId} order by lower(m.during) desc`.execute(tx);
  return rows;
}

const zOthersEndOnRow = z.object({ during: zSqlRange });

/** The day on which the last other relationship of a client ends, or null while one goes on; undefined where there is none. */
export async function othersEndOn(tx: Read, clientId: string, relationshipId: string): Promise<Day | null | undefined> {
  const { rows } = await rowsOf(zOthersEndOnRow)`
    select during from relationship_relationship where client_id = ${clientId} and id <> ${relationshipId}
    order by upper(during) desc nulls first limit 1`.execute(tx);
  return rows[0]?.during.to;
}

const zAllocationsFromRow = zAllocationOf.omit({ version: true }).extend({ during: zSqlRange });

/** How the services of an organiser name their responsible worker: in force on a day, and to come. */
export async function allocationsFrom(tx: Read, organiserId: string, on: Day): Promise<AllocationOf[]> {
  const { rows } = await rowsOf(zAllocationsFromRow)`
    select a.service, a.rule, a.case_manager_by_letter as "caseManagerByLetter", a.during
    from relationship_allocation_rule a join organiser_service s on s.code = a.service
    where a.organiser_id = ${organiserId} and (upper(a.during) is null or upper(a.during) > ${on}::date)
    order by s.place, lower(a.during)`.execute(tx);
  return withVersionOfAll(rows, ({ service }) => service);
}

/** How a service names its responsible worker on a day and later, as an edit of it must have seen it. */
export async function standingAllocation(
  tx: Read,
  organiserId: string,
  service: Service,
  on: Day,
): Promise<Standing | null> {
  const [first] = (await allocationsFrom(tx, organiserId, on)).filter((one) => one.service === service);
  if (!first) return null;
  const { rule, caseManagerByLetter, version } = first;
  return {
    version,
    content: { rule, caseManagerByLetter },
    ...(await lastChange(
      tx,
      sql`relationship_allocation_rule where organiser_id = ${organiserId} and service = ${service}`,
      organiserId,
    )),
  };
}

const zManagedOnRow = z.object({ clientId: zId, familyName: z.string(), managerId: zId });

/** All clients of an organiser who have a case manager on a day, by the name under which letters file them. */
export async function managedOn(
  tx: Read,
  organiserId: string,
  on: Day,
): Promise<{ clientId: string; familyName: string; managerId: string }[]> {
  const { rows } = await rowsOf(zManagedOnRow)`
    select m.client_id as "clientId", c.family_name as "familyName", m.worker_id as "managerId"
    from relationship_case_manager m join client_client c on c.id = m.client_id
    where m.organiser_id = ${organiserId} and m.during @> ${on}::date`.execute(tx);
  return rows;
}

/** Who is named for a relationship, as another naming must have seen it; null while nobody is. */
export async function standingResponsible(
  tx: Read,
  clientId: string,
  relationshipId: string,
  on: Day,
): Promise<Standing | null> {
  const relationship = await relationshipOf(tx, clientId, relationshipId, on, 'fi');
  if (!relationship || relationship.responsibleVersion === null) return null;
  return {
    version: relationship.responsibleVersion,
    content: { workerId: relationship.responsible[0]?.workerId ?? null },
    ...(await lastChange(tx, sql`relationship_responsible where relationship_id = ${relationshipId}`, clientId)),
  };
}

/** A client's case managers, as handing over must have seen them; null where there is none. */
export async function standingManagers(tx: Read, clientId: string): Promise<Standing | null> {
  const managers = await caseManagersOf(tx, clientId);
  const [latest] = managers;
  if (!latest) return null;
  return {
    version: versionOf(managers),
    content: { workerId: latest.workerId },
    ...(await lastChange(tx, sql`relationship_case_manager where client_id = ${clientId}`, clientId)),
  };
}

/** A relationship, as taking back its start must have seen it; null where there is none. */
export async function standingRelationship(
  tx: Read,
  clientId: string,
  relationshipId: string,
  on: Day,
): Promise<Standing | null> {
  const relationship = await relationshipOf(tx, clientId, relationshipId, on, 'fi');
  if (!relationship) return null;
  const { version, during } = relationship;
  return {
    version,
    content: { during },
    ...(await lastChange(tx, sql`relationship_relationship where id = ${relationshipId}`, clientId)),
  };
}

const zChangedRow = z.object({ changed: z.boolean() });

/** What the return from a break must have seen: nothing while the break stands as it was agreed. */
export async function changedPause(tx: Read, clientId: string, pauseId: string, on: Day): Promise<Standing | null> {
  const { rows } = await rowsOf(zChangedRow)`
    select exists (select from relationship_pause_history where id = ${pauseId}) as changed`.execute(tx);
  return rows[0]?.changed ? standingPause(tx, clientId, pauseId, on) : null;
}

export async function standingPause(tx: Read, clientId: string, pauseId: string, on: Day): Promise<Standing | null> {
  const pauses = (await relationshipsOfClient(tx, clientId, on, 'fi')).flatMap((one) => one.pauses);
  const pause = pauses.find(({ id }) => id === pauseId);
  if (!pause) return null;
  return {
    content: contentOf(zPauseDetails, pause),
    ...(await lastChange(tx, sql`relationship_pause where id = ${pauseId}`, clientId)),
  };
}

const zOutsideRow = z.object({ id: zId, because: z.string() });

/** Why services of a client began although the client is outside the group of their act. */
export async function outsideReasonsOfServices(tx: Read, clientId: string): Promise<z.output<typeof zOutsideRow>[]> {
  const { rows } = await rowsOf(zOutsideRow)`
    select id, outside_because as because from relationship_relationship where client_id = ${clientId} and outside_because is not null
    order by id`.execute(tx);
  return rows;
}

const zRecordedAt = z.object({ at: z.string().nullable() });

/**
 * When it was recorded that a relationship ends on the day: what its end cut or took away was recorded then. Null where the clock had gone
 * back behind what was recorded before, so that the versions do not tell it.
 */
export async function endRecordedAt(tx: Read, relationshipId: string, on: Day): Promise<string | null> {
  const { rows } = await rowsOf(zRecordedAt)`
    select case when date_trunc('milliseconds', upper(recorded)) > lower(recorded) then date_trunc('milliseconds', upper(recorded))::text end as at
    from relationship_relationship_history
    where id = ${relationshipId} and coalesce(upper(during) > ${on}::date, true) order by upper(recorded) desc limit 1`.execute(
    tx,
  );
  return rows[0]?.at ?? null;
}
