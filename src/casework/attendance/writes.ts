import { sql } from 'kysely';
import type { Write } from '../../server/database/pool.ts';
import type { Kept } from './words.ts';

/** Keeps marks in one statement; a mark that stands is corrected, and its earlier version stays in the history. */
export async function keepMarks(
  tx: Write,
  by: { readonly organiserId: string; readonly workerId: string },
  marks: readonly (Kept & { readonly clientId: string })[],
): Promise<void> {
  if (marks.length === 0) return;
  await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select ${by.organiserId}::uuid, m."clientId", m."placementId", m."heldOn", m.kind, m.reason, m.meal, ${by.workerId}::uuid
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as m("clientId" uuid, "placementId" uuid, "heldOn" date, kind text, reason text, meal boolean)
    on conflict (placement_id, held_on) do update
      set kind = excluded.kind, reason = excluded.reason, meal = excluded.meal, marked_by_id = excluded.marked_by_id
      where (attendance_mark.kind, attendance_mark.reason, attendance_mark.meal) is distinct from (excluded.kind, excluded.reason, excluded.meal)`.execute(
    tx,
  );
}

/** Takes marks back; they stay in the history. */
export async function takeMarksBack(tx: Write, marks: readonly Pick<Kept, 'placementId' | 'heldOn'>[]): Promise<void> {
  if (marks.length === 0) return;
  await sql`delete from attendance_mark a using jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m("placementId" uuid, "heldOn" date)
    where a.placement_id = m."placementId" and a.held_on = m."heldOn"`.execute(tx);
}
