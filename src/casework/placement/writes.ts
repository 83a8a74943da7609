import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { type EndedOn, letGoOn } from '../../server/database/let-go-on.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Slot, TakingPart } from './words.ts';

interface Whose {
  readonly organiserId: string;
  readonly clientId: string;
}

export interface NewPlacement extends Whose {
  readonly relationshipId: string;
  readonly service: Service;
  readonly groupId: string | null;
  readonly workplaceId: string | null;
  readonly wageSubsidy: boolean;
  readonly during: Range;
  readonly outsideBecause: string | null;
}

/** The columns of how a client takes part. A field that is named here neither in the columns nor as another table's does not compile. */
function columnsOf({ slots: _, startsAt, endsAt, hoursADay, tasks, meal, ...forgotten }: TakingPart) {
  forgotten satisfies Record<string, never>;
  return { tasks, starts_at: startsAt, ends_at: endsAt, hours_a_day: hoursADay, meal };
}

/** Records a placement with the half-days that it claims. */
export async function insertPlacement(tx: Write, input: NewPlacement, part: TakingPart): Promise<string> {
  const id = newId();
  await tx
    .insertInto('placement_placement')
    .values({
      id,
      organiser_id: input.organiserId,
      client_id: input.clientId,
      relationship_id: input.relationshipId,
      service: input.service,
      group_id: input.groupId,
      workplace_id: input.workplaceId,
      wage_subsidy: input.wageSubsidy,
      during: toSql(input.during),
      outside_because: input.outsideBecause,
      ...columnsOf(part),
    })
    .execute();
  await insertSlots(tx, input, id, part.slots, input.during);
  return id;
}

async function insertSlots(tx: Write, whose: Whose, placementId: string, slots: readonly Slot[], during: Range) {
  await change`insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
    select ${whose.organiserId}, ${whose.clientId}, ${placementId}, weekday, half, ${toSql(during)}::daterange
    from unnest(${slots.map(({ weekday }) => weekday)}::int[], ${slots.map(({ half }) => half)}::text[]) as s (weekday, half)`.execute(
    tx,
  );
}

/** Writes anew how a client takes part in a placement that has not begun before the day. */
export async function replaceTakingPart(
  tx: Write,
  whose: Whose,
  placement: { readonly id: string; readonly during: Range },
  input: TakingPart,
): Promise<void> {
  await tx.deleteFrom('placement_slot').where('placement_id', '=', placement.id).execute();
  await tx.updateTable('placement_placement').set(columnsOf(input)).where('id', '=', placement.id).execute();
  await insertSlots(tx, whose, placement.id, input.slots, placement.during);
}

/** Ends placements on a day: the half-days first, since they lie within; what is agreed about them ends with them. */
export async function cutPlacements(tx: Write, placementIds: readonly string[], on: Day): Promise<void> {
  const ids = [...placementIds];
  await change`update placement_slot set during = daterange(lower(during), ${on}::date)
    where placement_id = any(${ids}::uuid[]) and coalesce(upper(during) > ${on}::date, true)`.execute(tx);
  await change`update placement_placement set during = daterange(lower(during), ${on}::date)
    where id = any(${ids}::uuid[]) and coalesce(upper(during) > ${on}::date, true)`.execute(tx);
}

/** Lets a placement go on to a later day, with its half-days: those come after, since they lie within. */
export async function lengthenPlacement(
  tx: Write,
  { id, during }: { readonly id: string; readonly during: Range },
  to: Day | null,
): Promise<void> {
  await change`update placement_placement set during = daterange(lower(during), ${to}::date) where id = ${id}`.execute(
    tx,
  );
  await change`update placement_slot set during = daterange(lower(during), ${to}::date)
    where placement_id = ${id} and upper(during) = ${during.to}::date`.execute(tx);
}

/** Takes away placements that never came to be; what was agreed about them goes with them, and old versions of all remain. */
export async function removePlacements(tx: Write, placementIds: readonly string[]): Promise<void> {
  const ids = [...placementIds];
  await change`delete from placement_slot where placement_id = any(${ids}::uuid[])`.execute(tx);
  await change`delete from placement_placement where id = any(${ids}::uuid[])`.execute(tx);
}

/** Lets the placements of a relationship that ended on the day go on as long as they did before, with all that lies within them. */
export async function uncutPlacements(tx: Write, relationshipId: string, ended: EndedOn): Promise<void> {
  const { on, until, at } = ended;
  await letGoOn(tx, 'placement_placement', sql`relationship_id = ${relationshipId}`, ended);
  const placed = sql`placement_id in (select id from placement_placement where relationship_id = ${relationshipId})`;
  await letGoOn(tx, 'placement_slot', placed, ended);
  // Those that would have begun later are there again.
  await change`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, workplace_id, tasks, starts_at,
      ends_at, hours_a_day, wage_subsidy, meal, outside_because, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.service, h.group_id, h.workplace_id, h.tasks, h.starts_at,
      h.ends_at, h.hours_a_day, h.wage_subsidy, h.meal, h.outside_because, h.during * daterange(null, ${until}::date)
    from placement_placement_history h
    where h.relationship_id = ${relationshipId} and lower(h.during) >= ${on}::date and h.during && daterange(null, ${until}::date)
      and upper(h.recorded) >= ${at}::timestamptz
      and not exists (select from platform_correction c where c.act = 'takeBackPlacement' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from placement_placement p where p.id = h.id)
    order by h.id, upper(h.recorded) desc`.execute(tx);
  await change`insert into placement_slot (id, organiser_id, client_id, placement_id, weekday, half, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.placement_id, h.weekday, h.half, h.during * p.during
    from placement_slot_history h join placement_placement p on p.id = h.placement_id
    where p.relationship_id = ${relationshipId} and lower(p.during) >= ${on}::date and h.during && p.during and upper(h.recorded) >= ${at}::timestamptz
      and not exists (select from placement_slot s where s.placement_id = p.id and (s.id = h.id or (s.weekday, s.half) = (h.weekday, h.half)))
    order by h.id, upper(h.recorded) desc`.execute(tx);
}
