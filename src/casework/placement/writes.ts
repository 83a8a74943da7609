import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Service } from '../organiser/words.ts';
import type { AgreementContent, AgreementParty, Slot, TakingPart } from './words.ts';

interface Whose {
  readonly organiserId: string;
  readonly clientId: string;
}

export interface NewPlacement extends Whose, TakingPart {
  readonly relationshipId: string;
  readonly service: Service;
  readonly groupId: string | null;
  readonly workplaceId: string | null;
  readonly wageSubsidy: boolean;
  readonly during: Range;
}

/** Records a placement with the half-days that it claims. */
export async function insertPlacement(tx: Write, given: NewPlacement): Promise<string> {
  const id = newId();
  await change`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, workplace_id, tasks,
      starts_at, ends_at, hours_a_day, wage_subsidy, meal, during)
    values (${id}, ${given.organiserId}, ${given.clientId}, ${given.relationshipId}, ${given.service}, ${given.groupId}, ${given.workplaceId},
      ${given.tasks}, ${given.startsAt}, ${given.endsAt}, ${given.hoursADay}, ${given.wageSubsidy}, ${given.meal}, ${toSql(given.during)}::daterange)`.execute(
    tx,
  );
  await insertSlots(tx, given, id, given.slots, given.during);
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
  given: TakingPart,
): Promise<void> {
  await change`delete from placement_slot where placement_id = ${placement.id}`.execute(tx);
  await change`update placement_placement set tasks = ${given.tasks}, starts_at = ${given.startsAt}, ends_at = ${given.endsAt},
      hours_a_day = ${given.hoursADay}, meal = ${given.meal} where id = ${placement.id}`.execute(tx);
  await insertSlots(tx, whose, placement.id, given.slots, placement.during);
}

/**
 * Ends placements on a day: half-days and agreements first, since they lie within. What an agreement's paper says stays
 * as it was approved; one that would begin later never comes to be.
 */
export async function cutPlacements(tx: Write, placementIds: readonly string[], on: Day): Promise<void> {
  const ids = [...placementIds];
  await removeAgreements(tx, ids, on);
  await change`update placement_agreement set during = daterange(lower(during), ${on}::date), agreed_until_on = coalesce(agreed_until_on, upper(during))
    where placement_id = any(${ids}::uuid[]) and upper(during) > ${on}::date`.execute(tx);
  await change`update placement_slot set during = daterange(lower(during), ${on}::date)
    where placement_id = any(${ids}::uuid[]) and coalesce(upper(during) > ${on}::date, true)`.execute(tx);
  await change`update placement_placement set during = daterange(lower(during), ${on}::date)
    where id = any(${ids}::uuid[]) and coalesce(upper(during) > ${on}::date, true)`.execute(tx);
}

/** Takes away the agreements of placements that begin on the day or later, or all of them. */
async function removeAgreements(tx: Write, placementIds: string[], from: Day | null): Promise<void> {
  await change`delete from placement_approval where agreement_id in (select id from placement_agreement
    where placement_id = any(${placementIds}::uuid[]) and coalesce(lower(during) >= ${from}::date, true))`.execute(tx);
  await change`delete from placement_agreement
    where placement_id = any(${placementIds}::uuid[]) and coalesce(lower(during) >= ${from}::date, true)`.execute(tx);
}

/** Takes away placements that never came to be, with all that lies within them; their old versions remain. */
export async function removePlacements(tx: Write, placementIds: readonly string[]): Promise<void> {
  const ids = [...placementIds];
  await removeAgreements(tx, ids, null);
  await change`delete from placement_slot where placement_id = any(${ids}::uuid[])`.execute(tx);
  await change`delete from placement_placement where id = any(${ids}::uuid[])`.execute(tx);
}

/** Lets the placements of a relationship that ended on the day go on as long as they did before, with all that lies within them. */
export async function uncutPlacements(tx: Write, relationshipId: string, on: Day): Promise<void> {
  await change`update placement_placement p set during = before.during
    from (select distinct on (id) id, during from placement_placement_history
      where relationship_id = ${relationshipId} and coalesce(upper(during) > ${on}::date, true) order by id, upper(recorded) desc) before
    where p.id = before.id and upper(p.during) = ${on}::date`.execute(tx);
  await change`update placement_slot s set during = before.during
    from (select distinct on (h.id) h.id, h.during from placement_slot_history h
      join placement_placement p on p.id = h.placement_id and p.relationship_id = ${relationshipId}
      where coalesce(upper(h.during) > ${on}::date, true) order by h.id, upper(h.recorded) desc) before
    where s.id = before.id and upper(s.during) = ${on}::date`.execute(tx);
  await restoreAgreements(tx, relationshipId, on);
}

/** Agreements that ended with their placement go on, and those that would have begun later are there again, with their approvals. */
async function restoreAgreements(tx: Write, relationshipId: string, on: Day): Promise<void> {
  await change`update placement_agreement a set during = app_agreed_days(a.during, a.agreed_until_on) * p.during,
      agreed_until_on = case when upper(p.during) < a.agreed_until_on then a.agreed_until_on end
    from placement_placement p
    where p.id = a.placement_id and p.relationship_id = ${relationshipId} and a.agreed_until_on is not null and upper(a.during) = ${on}::date`.execute(
    tx,
  );
  await change`insert into placement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during, agreed_until_on)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.placement_id, h.tasks, h.hours, h.during, h.agreed_until_on
    from placement_agreement_history h join placement_placement p on p.id = h.placement_id
    where p.relationship_id = ${relationshipId} and lower(h.during) >= ${on}::date and h.during <@ p.during
      and not exists (select from placement_agreement a where a.id = h.id or (a.placement_id = h.placement_id and a.during && h.during))
    order by h.id, upper(h.recorded) desc`.execute(tx);
  await change`insert into placement_approval (id, organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by, recorded_by_id)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.agreement_id, h.party, h.content_hash, h.approved_on, h.approved_by, h.recorded_by_id
    from placement_approval_history h
    join placement_agreement a on a.id = h.agreement_id and lower(a.during) >= ${on}::date
      and h.content_hash = app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on))
    join placement_placement p on p.id = a.placement_id and p.relationship_id = ${relationshipId}
    where not exists (select from placement_approval v where v.agreement_id = h.agreement_id and v.party = h.party)
    order by h.id, upper(h.recorded) desc`.execute(tx);
}

export async function insertAgreement(
  tx: Write,
  whose: Whose,
  placementId: string,
  { tasks, hours, during }: AgreementContent,
): Promise<string> {
  const id = newId();
  await change`insert into placement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during)
    values (${id}, ${whose.organiserId}, ${whose.clientId}, ${placementId}, ${tasks}, ${hours}, ${toSql(during)}::daterange)`.execute(
    tx,
  );
  return id;
}

export async function updateAgreement(
  tx: Write,
  agreementId: string,
  { tasks, hours, during }: AgreementContent,
): Promise<void> {
  await change`update placement_agreement set tasks = ${tasks}, hours = ${hours}, during = ${toSql(during)}::daterange, agreed_until_on = null
    where id = ${agreementId}`.execute(tx);
}

export async function insertApproval(
  tx: Write,
  whose: Whose,
  approval: {
    readonly agreementId: string;
    readonly party: AgreementParty;
    readonly contentHash: string;
    readonly approvedOn: Day;
    readonly approvedBy: string;
    readonly recordedById: string;
  },
): Promise<void> {
  await change`insert into placement_approval (id, organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by, recorded_by_id)
    values (${newId()}, ${whose.organiserId}, ${whose.clientId}, ${approval.agreementId}, ${approval.party}, ${approval.contentHash},
      ${approval.approvedOn}, ${approval.approvedBy}, ${approval.recordedById})`.execute(tx);
}

export async function deleteApproval(
  tx: Write,
  agreementId: string,
  party: AgreementParty,
  contentHash: string,
): Promise<void> {
  await change`delete from placement_approval where agreement_id = ${agreementId} and party = ${party} and content_hash = ${contentHash}`.execute(
    tx,
  );
}
