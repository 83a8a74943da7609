import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { isFound } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { zToldText } from '../../kernel/line.ts';
import { contains, range } from '../../kernel/range.ts';
import { zDone, zSeen } from '../../kernel/seen.ts';
import { purchaseProvisionOn } from '../../law/act-2001-189.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, type Refuse, type Run } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { benefitsOf, clientOn } from '../client/reads.ts';
import { listName, zWhy } from '../client/words.ts';
import { decisionsOfClient } from '../decision/reads.ts';
import { mealGroundLost, outsideWhenGiven } from '../decision/rules.ts';
import { theseWorkplaces, workplaceOf, workplacesNamedOn } from '../employer/reads.ts';
import { choicesAtOnce } from '../employer/words.ts';
import { groupsOn } from '../organiser/reads.ts';
import { endRecordedAt, outsideReasonsOfServices } from '../relationship/reads.ts';
import { carries } from '../relationship/rules.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { placementAccess } from './access.ts';
import {
  endedPlacement,
  placementOf,
  placementsOf,
  placesTakenOn,
  placingFrameOf,
  standingPlacement,
  weeksElsewhere,
} from './reads.ts';
import {
  closedHalfDays,
  collisions,
  daysBeyondPlan,
  daysWithin,
  hoursBeyondPlan,
  hoursOf,
  inWeekOrder,
  isDoneAtWorkplaces,
  limitBrokenOn,
  mayBeSite,
  overCapacity,
  slotName,
  weekAgainstLaw,
} from './rules.ts';
import { placementRefusals } from './texts.ts';
import {
  type Placement,
  type PlacingFrame,
  type RehabilitativeWeek,
  type TakingPart,
  zChoiceOfGroup,
  zChoiceOfWorkplace,
  zPlacement,
  zPlacementChange,
  zTakingPart,
} from './words.ts';
import {
  cutPlacements,
  insertPlacement,
  lengthenPlacement,
  removePlacements,
  replaceTakingPart,
  uncutPlacements,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

type Refusing = Refuse<typeof placementRefusals>;
type Given<Tx = Write> = Pick<Run<unknown, Tx, typeof placementRefusals>, 'tx' | 'who' | 'today'> & {
  readonly refuse: Refusing;
};

const conflicts = {
  placement_half_day_once: 'half-day-taken',
  placement_within_workplace: 'workplace-not-in-use',
  placement_within_group: 'group-not-in-use',
  rehabilitation_not_at_company: 'not-at-companies',
  attendance_mark_within_placement: 'days-marked',
  compensation_line_placement_id_fkey: 'has-later-facts',
} as const;

/** How the client takes part as it is kept: slots in order, hours told or reckoned. */
function keptPart(input: TakingPart, refuse: Refusing): TakingPart {
  if (input.startsAt !== null && input.endsAt !== null && input.endsAt <= input.startsAt)
    return refuse('ends-before-starts', { field: 'endsAt' });
  return { ...input, slots: inWeekOrder(input.slots), hoursADay: hoursOf(input) };
}

/** Refuses what the law or the client's other placements stand against; names the half-day and the placement in the way. */
function mustFitWeek(
  { who, refuse }: Pick<Given, 'who' | 'refuse'>,
  frame: Pick<PlacingFrame, 'service' | 'plannedDays' | 'plannedHours'>,
  part: TakingPart,
  during: PlacingFrame['during'],
  others: readonly Placement[],
  elsewhere: readonly RehabilitativeWeek[],
): void {
  const [first, ...more] = collisions({ slots: part.slots, during }, others);
  if (first) {
    const detail = [first, ...more]
      .map(({ slot, placement }) => `${slotName(slot, who.language)}: ${placement.place}`)
      .join('; ');
    refuse('half-day-taken', { field: 'slots', detail });
  }
  const against = weekAgainstLaw(frame.service, { slots: part.slots, hours: part.hoursADay, during }, [
    ...others,
    ...elsewhere,
  ]);
  if (against) {
    const field = ['too-short-day', 'too-long-day', 'hours-missing'].includes(against.why) ? 'hoursADay' : 'slots';
    refuse(against.why, { field, expected: `${against.limit} (${against.provision})` });
  }
  const ofService = others.filter(({ service }) => service === frame.service);
  if (daysBeyondPlan(frame.plannedDays, { slots: part.slots, during }, ofService))
    refuse('more-than-planned', { field: 'slots', expected: String(frame.plannedDays) });
  if (hoursBeyondPlan(frame, { slots: part.slots, hours: part.hoursADay, during }, ofService))
    refuse('longer-than-planned', { field: 'hoursADay', expected: String(frame.plannedHours) });
}

async function foundPlacement({ tx, refuse }: Given<Read>, clientId: string, placementId: string): Promise<Placement> {
  return (await placementOf(tx, clientId, placementId)) ?? refuse('no-such-placement');
}

export const placementChoices = ask({
  name: 'placementChoices',
  // What is typed is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/clients/{clientId}/placement-choices',
  says: 'Tell where a client of a relationship could be placed, and the half-days that are claimed already',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    /** Finds workplaces; without it the first ones are offered. */
    text: z.string().max(200).optional(),
  }),
  output: z.object({
    client: z.string(),
    relationship: z.object({ id: zId, service: zPlacement.shape.service, during: zPlacement.shape.during }),
    groups: z.array(zChoiceOfGroup),
    workplaces: z.array(zChoiceOfWorkplace),
    /** How many workplaces there are, whether offered at once or not. */
    workplacesInAll: z.int(),
    placements: z.array(zPlacement),
  }),
  may: placementAccess.placementChoices,
  audited: ofClient,
  refuses: { 'no-such-relationship': placementRefusals['no-such-relationship'] },
  run: async ({ tx, input, who, today, refuse }) => {
    const frame = await placingFrameOf(tx, input.clientId, input.relationshipId, today);
    const client = await clientOn(tx, input.clientId, today);
    if (!frame || !client) return refuse('no-such-relationship');
    const { service, during } = frame;
    const taken = await placesTakenOn(tx, who.organiserId, today);
    const groups = await groupsOn(tx, who.organiserId, today);
    const sites = isDoneAtWorkplaces(service) ? await workplacesNamedOn(tx, who.organiserId, today) : [];
    const ids = sites
      .filter(({ names }) => isFound(input.text ?? '', names))
      .filter(({ sector }) => mayBeSite(service, sector, { from: today, to: null }))
      .map(({ id }) => id);
    const workplaces = await theseWorkplaces(tx, who.organiserId, ids.slice(0, choicesAtOnce), who.language);
    return {
      client: listName(client),
      relationship: { id: input.relationshipId, service, during },
      groups: groups
        .filter((group) => group.service === service)
        .map(({ id, name, unit, capacity, meal }) => ({
          id,
          name,
          unit,
          capacity,
          meal,
          taken: taken.find((one) => one.groupId === id)?.taken ?? 0,
        })),
      workplaces: workplaces.map(({ id, name, employer, tasks }) => ({
        id,
        name,
        employer: employer.name,
        sector: employer.sector,
        tasks,
        taken: taken.find((one) => one.workplaceId === id)?.taken ?? 0,
      })),
      workplacesInAll: ids.length,
      placements: (await placementsOf(tx, input.clientId)).filter(({ during: { to } }) => to === null || to > today),
    };
  },
});

/** Refuses a place that does not serve the relationship; tells whether a group has become too full. */
async function mustBePlace(
  { tx, who, today, refuse }: Given,
  frame: PlacingFrame,
  where: { readonly groupId: string | null; readonly workplaceId: string | null },
  during: PlacingFrame['during'],
): Promise<boolean> {
  if ((where.groupId === null) === (where.workplaceId === null)) return refuse('where-is-missing', { field: 'where' });
  if (where.groupId !== null) {
    const group = (await groupsOn(tx, who.organiserId, during.from)).find(({ id }) => id === where.groupId);
    if (!group || group.service !== frame.service) return refuse('group-of-other-service', { field: 'groupId' });
    const taken = await placesTakenOn(tx, who.organiserId, during.from > today ? during.from : today);
    return overCapacity(group.capacity, (taken.find(({ groupId }) => groupId === group.id)?.taken ?? 0) + 1);
  }
  const workplace = await workplaceOf(tx, who.organiserId, where.workplaceId as string);
  if (!workplace || !contains(workplace.during, during.from))
    return refuse('workplace-not-in-use', { field: 'workplaceId' });
  if (!isDoneAtWorkplaces(frame.service)) return refuse('not-at-workplaces', { field: 'workplaceId' });
  if (!mayBeSite(frame.service, workplace.employer.sector, during)) {
    const expected = cite(purchaseProvisionOn(during.from), who.language);
    return refuse('not-at-companies', { field: 'workplaceId', expected });
  }
  return false;
}

/** Refuses half-days on which the group is closed, and names them. */
async function mustBeOpen(
  { tx, who, refuse }: Given,
  groupId: string | null,
  { slots }: TakingPart,
  from: PlacingFrame['during']['from'],
): Promise<void> {
  const group = (await groupsOn(tx, who.organiserId, from)).find(({ id }) => id === groupId);
  const closed = group ? closedHalfDays(group, slots) : [];
  if (closed.length > 0)
    refuse('group-closed-then', {
      field: 'slots',
      detail: closed.map((slot) => slotName(slot, who.language)).join(', '),
    });
}

/** What is asked of a place by the decision that carries its service: a meal has a ground, and whoever is outside the act a reason. */
async function mustStandOnDecision(
  { tx, who, refuse }: Given,
  clientId: string,
  { service, relationshipId }: Pick<PlacingFrame, 'service' | 'relationshipId'>,
  {
    meal,
    during,
    outsideBecause,
  }: { readonly meal: boolean; readonly during: PlacingFrame['during']; readonly outsideBecause: string | null },
): Promise<string | null> {
  const client = await clientOn(tx, clientId, during.from);
  const birthOn = client?.birthOn ?? null;
  const decisions = await decisionsOfClient(tx, clientId, who.language);
  const carrying = decisions.filter((one) => carries(one.service, service));
  if (meal) mustHaveGround({ who, refuse }, mealGroundLost(service, carrying, birthOn, during));
  const decision = carrying.find(({ holds }) => holds !== null && contains(holds, during.from));
  const person = { birthOn, benefits: await benefitsOf(tx, clientId) };
  const [outside] = decision ? outsideWhenGiven(decision, service, person, during) : [];
  if (!outside) return null;
  // Where it was told when the service began, it is not asked again.
  if ((await outsideReasonsOfServices(tx, clientId)).some(({ id }) => id === relationshipId)) return null;
  return (
    outsideBecause ??
    refuse('outside-group-since', { field: 'outsideBecause', cites: cite(outside.provision, who.language) })
  );
}

function mustHaveGround({ who, refuse }: Pick<Given, 'who' | 'refuse'>, lost: ReturnType<typeof mealGroundLost>): void {
  if (lost)
    refuse('meal-has-no-ground', {
      field: 'meal',
      expected: formatDay(lost.from, who.language),
      cites: `${formatDay(lost.from, who.language)}, ${cite(lost.provision, who.language)}`,
    });
}

/** Refuses that a place with a meal goes on over days on which no ground is left for charging it. */
async function mealMustHaveGround(
  { tx, who, refuse }: Given,
  clientId: string,
  { service, meal, during }: Pick<Placement, 'service' | 'meal' | 'during'>,
): Promise<void> {
  if (!meal) return;
  const birthOn = (await clientOn(tx, clientId, during.from))?.birthOn ?? null;
  const carrying = (await decisionsOfClient(tx, clientId, who.language)).filter((one) => carries(one.service, service));
  mustHaveGround({ who, refuse }, mealGroundLost(service, carrying, birthOn, during));
}

export const place = act({
  name: 'place',
  method: 'POST',
  path: '/api/clients/{clientId}/placements',
  says: 'Place a client in a group or at a workplace, on half-days of the week, from a day on',
  input: zTakingPart.extend({
    clientId: zId,
    relationshipId: zId,
    groupId: zId.nullable().default(null),
    workplaceId: zId.nullable().default(null),
    wageSubsidy: z.boolean().default(false),
    from: zDay,
    /** Null is for as long as the relationship goes on. */
    to: zDay.nullable().default(null),
    /** Why there, although the client is outside the group of the act by what was recorded since the service began. */
    outsideBecause: zToldText.nullable().default(null),
  }),
  output: z.object({
    placementId: zId,
    groupFull: z.boolean(),
    /** The first day that is one too many for the law's most days in 12 months, as the rhythm goes; null when none is. */
    limitBrokenOn: zDay.nullable(),
  }),
  may: placementAccess.place,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, who, refuse } = call;
    const { clientId, relationshipId, groupId, workplaceId, wageSubsidy, from, to, outsideBecause, ...wanted } =
      call.input;
    const frame = await placingFrameOf(tx, clientId, relationshipId, from);
    if (!frame) return refuse('no-such-relationship', { field: 'relationshipId' });
    const during = (to === null || from < to) && daysWithin(frame, { from, to });
    if (!during) return refuse('outside-relationship', { field: to !== null && from >= to ? 'to' : 'from' });
    const task = { service: frame.service, on: during.from, field: 'from' };
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    const groupFull = await mustBePlace(call, frame, { groupId, workplaceId }, during);
    const part = keptPart(wanted, refuse);
    await mustBeOpen(call, groupId, part, during.from);
    const [others, elsewhere] = await Promise.all([placementsOf(tx, clientId), weeksElsewhere(tx, clientId)]);
    mustFitWeek(call, frame, part, during, others, elsewhere);
    const because = await mustStandOnDecision(call, clientId, frame, { meal: part.meal, during, outsideBecause });
    const where = { organiserId: who.organiserId, clientId, relationshipId, service: frame.service };
    const placement = { ...where, groupId, workplaceId, wageSubsidy, during, outsideBecause: because };
    const placementId = await insertPlacement(tx, placement, part);
    const brokenOn = limitBrokenOn(frame.service, { slots: part.slots, during }, [...others, ...elsewhere]);
    return { placementId, groupFull, limitBrokenOn: brokenOn };
  },
});

export const lengthenPlacements = act({
  name: 'lengthenPlacements',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/placements/lengthen',
  says: 'Let placements that ended with their relationship’s decision go on as long as the relationship now does',
  input: z.strictObject({ clientId: zId, relationshipId: zId, placementIds: z.array(zId).max(20) }),
  output: z.object({ placements: z.int(), limitBrokenOn: zDay.nullable() }),
  may: placementAccess.lengthenPlacements,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, refuse } = call;
    const { organiserId } = call.who;
    const { clientId, relationshipId, placementIds } = call.input;
    let brokenOn: Day | null = null;
    for (const id of placementIds) {
      const before = await foundPlacement(call, clientId, id);
      const from = before.during.to;
      const frame = from && (await placingFrameOf(tx, clientId, relationshipId, from));
      if (!frame || before.relationshipId !== relationshipId) return refuse('no-such-relationship');
      const to = frame.during.to;
      if (to !== null && to <= from) return refuse('outside-relationship', { field: 'relationshipId' });
      const task = { service: frame.service, on: from, field: 'relationshipId' };
      mustBeCompetent(refuse, await competenceFactsOf(tx, organiserId), task);
      const [others, elsewhere] = await Promise.all([placementsOf(tx, clientId), weeksElsewhere(tx, clientId)]);
      const added = { slots: before.slots, during: range(from, to) };
      if (before.workplaceId !== null) await mustBePlace(call, frame, before, added.during);
      mustFitWeek(call, frame, before, added.during, others, elsewhere);
      await mealMustHaveGround(call, clientId, { ...before, during: added.during });
      brokenOn ??= limitBrokenOn(frame.service, added, [...others, ...elsewhere]);
      await lengthenPlacement(tx, before, to);
    }
    return { placements: placementIds.length, limitBrokenOn: brokenOn };
  },
});

export const changeTakingPart = act({
  name: 'changeTakingPart',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/taking-part',
  says: 'Change half-days, times, tasks or meal of a placement alone from a day on; what is agreed about it stays as it was',
  input: zPlacementChange.extend({ clientId: zId, placementId: zId }),
  output: z.object({ placementId: zId, limitBrokenOn: zDay.nullable() }),
  may: placementAccess.changeTakingPart,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  edits: ({ tx, input }) => standingPlacement(tx, input.clientId, input.placementId),
  run: async (call) => {
    const { tx, who, refuse } = call;
    const { clientId, placementId, from, seen: _, ...wanted } = call.input;
    const before = await foundPlacement(call, clientId, placementId);
    if (before.during.to !== null && before.during.to <= from) return refuse('ended-already', { field: 'from' });
    if (from < before.during.from) return refuse('before-it-begins', { field: 'from' });
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), {
      service: before.service,
      on: from,
      field: 'from',
    });
    const part = keptPart(wanted, refuse);
    // What goes before the change counts in its calendar week.
    const [placed, elsewhere] = await Promise.all([placementsOf(tx, clientId), weeksElsewhere(tx, clientId)]);
    const others = placed.flatMap((one) => {
      if (one.id !== before.id) return [one];
      return from > one.during.from ? [{ ...one, during: range(one.during.from, from) }] : [];
    });
    const during = range(from, before.during.to);
    await mustBeOpen(call, before.groupId, part, from);
    const frame = await placingFrameOf(tx, clientId, before.relationshipId, from);
    const { plannedDays = null, plannedHours = null } = frame ?? {};
    mustFitWeek(call, { ...before, plannedDays, plannedHours }, part, during, others, elsewhere);
    await mealMustHaveGround(call, clientId, { ...before, meal: part.meal, during });
    const brokenOn = limitBrokenOn(before.service, { slots: part.slots, during }, [...others, ...elsewhere]);
    const whose = { organiserId: who.organiserId, clientId };
    if (from === before.during.from) {
      await replaceTakingPart(tx, whose, before, part);
      return { placementId, limitBrokenOn: brokenOn };
    }
    await cutPlacements(tx, [placementId], from);
    const { relationshipId, service, groupId, workplaceId, wageSubsidy } = before;
    const saved = { relationshipId, service, groupId, workplaceId, wageSubsidy, outsideBecause: null };
    const changedId = await insertPlacement(tx, { ...whose, ...saved, during }, part);
    return { placementId: changedId, limitBrokenOn: brokenOn };
  },
});

export const endPlacement = act({
  name: 'endPlacement',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/end',
  says: 'End a placement: `on` is the first day without it; one that never began is taken away',
  /** Seen is the version of a placement whose end is known already. */
  input: z.strictObject({ clientId: zId, placementId: zId, on: zDay, seen: zSeen }),
  output: zDone,
  may: placementAccess.endPlacement,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  edits: ({ tx, input }) => endedPlacement(tx, input.clientId, input.placementId),
  run: async (call) => {
    const { tx, input, today, refuse } = call;
    const { id, during } = await foundPlacement(call, input.clientId, input.placementId);
    if (during.to !== null && during.to <= input.on) return refuse('ended-already', { field: 'on' });
    if (input.on < during.from || (input.on === during.from && during.from < today))
      return refuse('before-it-begins', { field: 'on' });
    if (input.on === during.from) await removePlacements(tx, [id]);
    else await cutPlacements(tx, [id], input.on);
    return { done: true as const };
  },
});

export const movePlacementEnd = act({
  name: 'movePlacementEnd',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/end-alone',
  says: 'Move the end of a placement that ended: what goes on longer is held to all that placing is; done with what is agreed about it',
  input: z.strictObject({ clientId: zId, placementId: zId, on: zDay.nullable() }),
  output: z.object({ service: zPlacement.shape.service, during: zPlacement.shape.during }),
  may: placementAccess.movePlacementEnd,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, refuse } = call;
    const { clientId, placementId, on } = call.input;
    const before = await foundPlacement(call, clientId, placementId);
    const { service, during, relationshipId } = before;
    if (during.to === null) return refuse('goes-on', { field: 'on' });
    if (on !== null && on <= during.from) return refuse('before-it-begins', { field: 'on' });
    if (on !== null && on <= during.to) {
      await cutPlacements(tx, [placementId], on);
      return { service, during };
    }
    const frame = await placingFrameOf(tx, clientId, relationshipId, during.to);
    const added = frame && daysWithin(frame, { from: during.to, to: on });
    if (!frame || !added) return refuse('outside-relationship', { field: 'on' });
    await mustBePlace(call, frame, before, added);
    const [others, elsewhere] = await Promise.all([placementsOf(tx, clientId), weeksElsewhere(tx, clientId)]);
    mustFitWeek(call, frame, before, added, others, elsewhere);
    await mealMustHaveGround(call, clientId, { ...before, during: added });
    await lengthenPlacement(tx, before, added.to);
    return { service, during };
  },
});

export const takeAwayPlacement = act({
  name: 'takeAwayPlacement',
  method: 'DELETE',
  path: '/api/clients/{clientId}/placements/{placementId}',
  says: 'Take a placement away, with its agreements, while no day is marked; done with what is agreed about it',
  input: z.strictObject({ clientId: zId, placementId: zId }),
  output: z.object({ service: zPlacement.shape.service, during: zPlacement.shape.during }),
  may: placementAccess.takeAwayPlacement,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  run: async (call) => {
    const { id, during, service } = await foundPlacement(call, call.input.clientId, call.input.placementId);
    await removePlacements(call.tx, [id]);
    return { service, during };
  },
});

export const reopenPlacementsOf = act({
  name: 'reopenPlacementsOf',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/placements/reopen',
  says: 'Let the placements that ended on a day with their relationship go on as before, when the end is taken back',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    on: zDay,
    until: zDay.nullable().default(null),
    why: zWhy,
  }),
  output: zDone,
  may: placementAccess.reopenPlacementsOf,
  audited: ofClient,
  refuses: placementRefusals,
  corrects: { subject: ({ relationshipId }) => relationshipId, was: () => ({}) },
  conflicts,
  run: async ({ tx, input: { relationshipId, on, until } }) => {
    const at = await endRecordedAt(tx, relationshipId, on);
    await uncutPlacements(tx, relationshipId, { on, until, at });
    return { done: true as const };
  },
});

export const endPlacementsOf = act({
  name: 'endPlacementsOf',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/placements/end',
  says: 'End all placements of a client relationship on a day; those that would begin later are taken away',
  input: z.strictObject({ clientId: zId, relationshipId: zId, on: zDay }),
  output: z.object({ ended: z.int(), removed: z.int() }),
  may: placementAccess.endPlacementsOf,
  audited: ofClient,
  refuses: placementRefusals,
  conflicts,
  run: async ({ tx, input: { clientId, relationshipId, on } }) => {
    const chosen = (await placementsOf(tx, clientId)).filter(
      (one) => one.relationshipId === relationshipId && (one.during.to === null || one.during.to > on),
    );
    const future = chosen.filter(({ during }) => during.from >= on).map(({ id }) => id);
    const running = chosen.filter(({ during }) => during.from < on).map(({ id }) => id);
    await removePlacements(tx, future);
    await cutPlacements(tx, running, on);
    return { ended: running.length, removed: future.length };
  },
});
