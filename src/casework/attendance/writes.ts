import { sql } from 'kysely';
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change, rowsOf } from '../../server/database/statement.ts';
import { type Kept, zMark } from './words.ts';

/** Keeps marks in one statement; a mark that stands is corrected, and its earlier version stays in the history. */
export async function keepMarks(
  tx: Write,
  by: { readonly organiserId: string; readonly workerId: string },
  marks: readonly (Kept & { readonly clientId: string })[],
): Promise<void> {
  if (marks.length === 0) return;
  await change`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select ${by.organiserId}::uuid, m."clientId", m."placementId", m."heldOn", m.kind, m.reason, m.meal, ${by.workerId}::uuid
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as m("clientId" uuid, "placementId" uuid, "heldOn" date, kind text, reason text, meal boolean)
    on conflict (placement_id, held_on) do update
      set kind = excluded.kind, reason = excluded.reason, meal = excluded.meal, marked_by_id = excluded.marked_by_id
      where (attendance_mark.kind, attendance_mark.reason, attendance_mark.meal) is distinct from (excluded.kind, excluded.reason, excluded.meal)`.execute(
    tx,
  );
}

const zPlacementIdRow = z.object({ placementId: zId });

/** Waits for whoever changes the clients of these placements: their breaks, places and days of a week then stand as they are read. */
export async function lockClientsOf(tx: Write, placementIds: readonly string[]): Promise<void> {
  await change`select pg_advisory_xact_lock(hashtextextended('client ' || c.id, 0))
    from (select distinct p.client_id as id from placement_placement p where p.id = any(${[...placementIds]}::uuid[]) order by 1) c`.execute(
    tx,
  );
}

/** Keeps marks of days that have none yet, and tells of which placements: what somebody marked meanwhile stays. */
export async function keepFirstMarks(
  tx: Write,
  by: { readonly organiserId: string; readonly workerId: string },
  marks: readonly (Kept & { readonly clientId: string })[],
): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  const { rows } = await rowsOf(zPlacementIdRow)`
    insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select ${by.organiserId}::uuid, m."clientId", m."placementId", m."heldOn", m.kind, m.reason, m.meal, ${by.workerId}::uuid
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as m("clientId" uuid, "placementId" uuid, "heldOn" date, kind text, reason text, meal boolean)
    on conflict (placement_id, held_on) do nothing returning placement_id as "placementId"`.execute(tx);
  return new Set(rows.map(({ placementId }) => placementId));
}

/** Takes marks back; they stay in the history. */
export async function takeMarksBack(tx: Write, marks: readonly Pick<Kept, 'placementId' | 'heldOn'>[]): Promise<void> {
  if (marks.length === 0) return;
  await change`delete from attendance_mark a using jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m("placementId" uuid, "heldOn" date)
    where a.placement_id = m."placementId" and a.held_on = m."heldOn"`.execute(tx);
}

/** Marks to be taken out: of placements, or of all placements of a relationship, on the days of a range. */
export interface MarksOn {
  readonly placementId?: string;
  readonly relationshipId?: string;
  readonly days: Range;
}

const zTakeMarksOutRow = zMark
  .extend({ placementId: zId, heldOn: zDay })
  .extend({ id: zId, markedById: zId.nullable() });

/** Takes marks out of what they stand on; they stay in the history. */
export async function takeMarksOut(
  tx: Write,
  clientId: string,
  { placementId, relationshipId, days }: MarksOn,
): Promise<(Kept & { readonly id: string; readonly markedById: string | null })[]> {
  const { rows } = await rowsOf(zTakeMarksOutRow)`
    delete from attendance_mark m using placement_placement p
    where p.id = m.placement_id and m.client_id = ${clientId} and m.held <@ ${toSql(days)}::daterange
      and ${placementId ? sql`p.id = ${placementId}` : sql`p.relationship_id = ${relationshipId}`}
    returning m.id, m.placement_id as "placementId", m.held_on as "heldOn", m.kind, m.reason, m.meal, m.marked_by_id as "markedById"`.execute(
    tx,
  );
  return rows;
}

/** Puts marks that were taken out onto another placement of the client, as they were and by whom they were made. */
export async function putMarks(
  tx: Write,
  whose: { readonly organiserId: string; readonly clientId: string; readonly placementId: string },
  marks: Awaited<ReturnType<typeof takeMarksOut>>,
): Promise<void> {
  if (marks.length === 0) return;
  await change`insert into attendance_mark (id, organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select m.id, ${whose.organiserId}::uuid, ${whose.clientId}::uuid, ${whose.placementId}::uuid, m."heldOn", m.kind, m.reason, m.meal, m."markedById"
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as m(id uuid, "heldOn" date, kind text, reason text, meal boolean, "markedById" uuid)`.execute(tx);
}
