import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { type EndedOn, letGoOn } from '../../server/database/let-go-on.ts';
import type { Write } from '../../server/database/pool.ts';
import { change, rowsOf } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Allocation } from './words.ts';

interface Own {
  readonly organiserId: string;
  readonly clientId: string;
}

export async function insertRelationship(
  tx: Write,
  { organiserId, clientId }: Own,
  input: {
    readonly service: Service;
    readonly offeringId: string;
    readonly decisionId: string;
    readonly during: Range;
    readonly outsideBecause: string | null;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('relationship_relationship')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      service: input.service,
      offering_id: input.offeringId,
      decision_id: input.decisionId,
      during: toSql(input.during),
      outside_because: input.outsideBecause,
    })
    .execute();
  return id;
}

/** Lets a relationship go on for the days, with the worker who answered for it to its end. */
export async function lengthenRelationship(
  tx: Write,
  relationshipId: string,
  during: Range,
  answers: { readonly id: string; readonly during: Range } | null,
  outsideBecause: string | null,
): Promise<void> {
  await tx
    .updateTable('relationship_relationship')
    .set({ during: toSql(during), ...(outsideBecause === null ? {} : { outside_because: outsideBecause }) })
    .where('id', '=', relationshipId)
    .execute();
  if (answers)
    await tx
      .updateTable('relationship_responsible')
      .set({ during: toSql({ from: answers.during.from, to: during.to }) })
      .where('id', '=', answers.id)
      .execute();
}

/** Lets a relationship begin on another day: whoever answered from its first day answers from the new one. */
export async function moveStart(
  tx: Write,
  relationshipId: string,
  before: Day,
  from: Day,
  outsideBecause: string | null,
): Promise<void> {
  const during = sql<string>`daterange(${from}::date, upper(during))`;
  const answering = tx
    .updateTable('relationship_responsible')
    .set({ during })
    .where('relationship_id', '=', relationshipId);
  const move = () =>
    tx
      .updateTable('relationship_relationship')
      .set({ during, ...(outsideBecause === null ? {} : { outside_because: outsideBecause }) })
      .where('id', '=', relationshipId)
      .execute();
  if (from < before) {
    await move();
    await answering.where(sql<boolean>`lower(during) = ${before}::date`).execute();
    return;
  }
  await tx
    .deleteFrom('relationship_responsible')
    .where('relationship_id', '=', relationshipId)
    .where(sql<boolean>`upper(during) <= ${from}::date`)
    .execute();
  await answering.where(sql<boolean>`lower(during) < ${from}::date`).execute();
  await move();
}

type OfRelationship = 'relationship_responsible' | 'relationship_pause';

/** Ends on the day what holds then, and takes away what would begin later. */
async function cutAt(tx: Write, table: OfRelationship, relationshipId: string, on: Day): Promise<void> {
  await change`delete from ${sql.table(table)} where relationship_id = ${relationshipId} and lower(during) >= ${on}::date`.execute(
    tx,
  );
  await change`update ${sql.table(table)} set during = daterange(lower(during), ${on}::date)
    where relationship_id = ${relationshipId} and during @> ${on}::date`.execute(tx);
}

interface Naming {
  readonly relationshipId: string;
  readonly workerId: string;
  readonly role: 'coach' | 'official';
  readonly during: Range;
}

/** Names the worker from a day on, until the next one who is named already; the one before answers until then. */
export async function replaceResponsible(tx: Write, own: Own, input: Naming): Promise<void> {
  const { from } = input.during;
  await change`delete from relationship_responsible
    where relationship_id = ${input.relationshipId} and lower(during) = ${from}::date`.execute(tx);
  await change`update relationship_responsible set during = daterange(lower(during), ${from}::date)
    where relationship_id = ${input.relationshipId} and during @> ${from}::date`.execute(tx);
  await insertResponsible(tx, own, input);
}

/** Names the first worker of a relationship. */
export async function insertResponsible(tx: Write, { organiserId, clientId }: Own, input: Naming): Promise<void> {
  await tx
    .insertInto('relationship_responsible')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      relationship_id: input.relationshipId,
      worker_id: input.workerId,
      role: input.role,
      during: toSql(input.during),
    })
    .execute();
}

/** Names the case manager from a day on, until the next one who is named already; the one before answers until then. */
export async function replaceManagerOfCase(
  tx: Write,
  own: Own,
  { workerId, during }: { readonly workerId: string; readonly during: Range },
): Promise<void> {
  await change`delete from relationship_case_manager
    where client_id = ${own.clientId} and lower(during) = ${during.from}::date`.execute(tx);
  await change`update relationship_case_manager set during = daterange(lower(during), ${during.from}::date)
    where client_id = ${own.clientId} and during @> ${during.from}::date`.execute(tx);
  await insertManagerOfCase(tx, own, workerId, during);
}

/** Names the first case manager of a client who has none. */
export async function insertManagerOfCase(
  tx: Write,
  { organiserId, clientId }: Own,
  workerId: string,
  during: Range,
): Promise<void> {
  await tx
    .insertInto('relationship_case_manager')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      worker_id: workerId,
      during: toSql(during),
    })
    .execute();
}

export async function endManagerOfCase(tx: Write, clientId: string, on: Day): Promise<void> {
  await change`delete from relationship_case_manager where client_id = ${clientId} and lower(during) >= ${on}::date`.execute(
    tx,
  );
  await change`update relationship_case_manager set during = daterange(lower(during), ${on}::date)
    where client_id = ${clientId} and during @> ${on}::date`.execute(tx);
}

export async function insertPause(
  tx: Write,
  { organiserId, clientId }: Own,
  input: { readonly relationshipId: string; readonly reason: string; readonly during: Range },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('relationship_pause')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      relationship_id: input.relationshipId,
      reason: input.reason,
      during: toSql(input.during),
    })
    .execute();
  return id;
}

export async function updatePause(
  tx: Write,
  pauseId: string,
  { reason, during }: { readonly reason: string; readonly during: Range },
) {
  await tx
    .updateTable('relationship_pause')
    .set({ reason, during: toSql(during) })
    .where('id', '=', pauseId)
    .execute();
}

export async function deletePause(tx: Write, pauseId: string): Promise<void> {
  await tx.deleteFrom('relationship_pause').where('id', '=', pauseId).execute();
}

const zGone = z.object({ gone: z.boolean() });

/** Takes away a relationship that never began, with its workers and breaks; their old versions remain. */
export async function deleteRelationship(tx: Write, relationshipId: string): Promise<void> {
  const { rows } = await rowsOf(zGone)`select relationship_take_away(${relationshipId}) as gone`.execute(tx);
  if (!rows[0]?.gone) throw new Error('The relationship was not there to be taken away');
}

/** Lets a relationship that ended on the day go on as long as it did before, with whoever answered then. */
export async function uncutRelationship(
  tx: Write,
  clientId: string,
  relationshipId: string,
  ended: EndedOn,
): Promise<void> {
  const { on, at } = ended;
  await letGoOn(tx, 'relationship_relationship', sql`id = ${relationshipId}`, { ...ended, at: null });
  // Whoever answers to its end by now goes on as before, or with it who was named since it ended.
  await change`update relationship_responsible w set during = daterange(lower(w.during), least(upper(r.during), coalesce(
      (select upper(h.during) from relationship_responsible_history h where h.id = w.id and coalesce(upper(h.during) > ${on}::date, true)
        and coalesce(upper(h.recorded) >= ${at}::timestamptz, true) order by upper(h.recorded) desc limit 1), upper(r.during))))
    from relationship_relationship r
    where r.id = ${relationshipId} and w.relationship_id = r.id and upper(w.during) = ${on}::date`.execute(tx);
  await change`insert into relationship_responsible (id, organiser_id, client_id, relationship_id, worker_id, role, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.worker_id, h.role, h.during * r.during
    from relationship_responsible_history h join relationship_relationship r on r.id = h.relationship_id
    where r.id = ${relationshipId} and lower(h.during) >= ${on}::date and h.during && r.during and upper(h.recorded) >= ${at}::timestamptz
      and not exists (select from relationship_responsible w where w.relationship_id = r.id and (w.id = h.id or w.during && h.during))
    order by h.id, upper(h.recorded) desc`.execute(tx);
  // So do breaks, and those that would have begun later are there again.
  await letGoOn(tx, 'relationship_pause', sql`relationship_id = ${relationshipId}`, ended);
  await change`insert into relationship_pause (id, organiser_id, client_id, relationship_id, reason, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.reason, h.during * r.during
    from relationship_pause_history h join relationship_relationship r on r.id = h.relationship_id
    where r.id = ${relationshipId} and lower(h.during) >= ${on}::date and h.during && r.during and upper(h.recorded) >= ${at}::timestamptz
      and not exists (select from platform_correction c where c.act = 'takeBackBreak' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from relationship_pause p where p.id = h.id)
    order by h.id, upper(h.recorded) desc`.execute(tx);
  await letGoOn(tx, 'relationship_case_manager', sql`client_id = ${clientId}`, { ...ended, at: null });
}

export async function endPauseOn(tx: Write, pauseId: string, on: Day): Promise<void> {
  await tx
    .updateTable('relationship_pause')
    .set({ during: sql`daterange(lower(during), ${on}::date)` })
    .where('id', '=', pauseId)
    .execute();
}

/** Ends a relationship with what hangs on it; the day is the first one no longer in service. */
export async function cutRelationship(tx: Write, relationshipId: string, on: Day): Promise<void> {
  await cutAt(tx, 'relationship_responsible', relationshipId, on);
  await cutAt(tx, 'relationship_pause', relationshipId, on);
  await tx
    .updateTable('relationship_relationship')
    .set({ during: sql`daterange(lower(during), ${on}::date)` })
    .where('id', '=', relationshipId)
    .execute();
}

/** Sets how a service names its responsible worker from a day on; days before keep the rule that they had. */
export async function replaceAllocation(
  tx: Write,
  organiserId: string,
  input: Allocation & { readonly service: Service; readonly from: Day },
): Promise<void> {
  const { service, from } = input;
  await change`delete from relationship_allocation_rule
    where organiser_id = ${organiserId} and service = ${service} and lower(during) >= ${from}::date`.execute(tx);
  await change`update relationship_allocation_rule set during = daterange(lower(during), ${from}::date)
    where organiser_id = ${organiserId} and service = ${service} and during @> ${from}::date`.execute(tx);
  await tx
    .insertInto('relationship_allocation_rule')
    .values({
      organiser_id: organiserId,
      service,
      rule: input.rule,
      case_manager_by_letter: input.caseManagerByLetter,
      during: sql`daterange(${from}::date, null)`,
    })
    .execute();
}

/** Hands clients over to other case managers from a day on, unseen by the one who shares the letters. */
export async function handOver(
  tx: Write,
  moves: readonly { readonly clientId: string; readonly toId: string }[],
  from: Day,
): Promise<void> {
  const rows = moves.map(({ clientId, toId }) => ({ client_id: clientId, to_id: toId }));
  if (rows.length > 0)
    await change`select relationship_hand_over(${JSON.stringify(rows)}::jsonb, ${from}::date)`.execute(tx);
}

/** Names workers of relationships whose leader answers no more by the new rule; unseen by the one who sets the rule. */
export async function nameInstead(
  tx: Write,
  role: 'coach' | 'official',
  namings: readonly { readonly relationshipId: string; readonly workerId: string }[],
  from: Day,
): Promise<void> {
  const rows = namings.map(({ relationshipId, workerId }) => ({
    relationship_id: relationshipId,
    worker_id: workerId,
  }));
  await change`select relationship_name_instead(${role}, ${JSON.stringify(rows)}::jsonb, ${from}::date)`.execute(tx);
}
