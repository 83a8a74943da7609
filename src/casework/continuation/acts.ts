import { z } from 'zod';
import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { overlaps, type Range, range } from '../../kernel/range.ts';
import { periodFrameOn } from '../../law/act-2001-189.ts';
import { cited } from '../../law/provisions.ts';
import { act, ask, type Refusals, type Run } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { benefitsOf, clientOn } from '../client/reads.ts';
import { decide, presentDecision } from '../decision/acts.ts';
import { decisionsOfClient, proposalOf, referralsDecidedOf } from '../decision/reads.ts';
import { annulledDays, changedByPeriod, frameOf, grantedOf } from '../decision/rules.ts';
import { exitsOf, transitionsOf } from '../exit/reads.ts';
import { hearingsOfMatter } from '../hearing/reads.ts';
import { heardOn } from '../hearing/rules.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { lengthenPlacements, place } from '../placement/acts.ts';
import { placementsOf } from '../placement/reads.ts';
import { type Placement, takingPartOf } from '../placement/words.ts';
import { makePlan } from '../plan/acts.ts';
import { plansOfClient } from '../plan/reads.ts';
import { receiveReferralOfClient } from '../referral/acts.ts';
import { stateOn } from '../referral/rules.ts';
import { continueRelationship, startRelationship } from '../relationship/acts.ts';
import { relationshipOf } from '../relationship/reads.ts';
import { carries, footingOn, goesOnFor, grantedDays, namedBy } from '../relationship/rules.ts';
import type { Relationship } from '../relationship/words.ts';
import { decidingRightsOn } from '../worker/reads.ts';
import { continuationAccess } from './access.ts';
import { shortensService } from './rules.ts';
import { continuationRefusals } from './texts.ts';
import { zContinued, zGoingOn, zNewPeriod, zPeriodFrame } from './words.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
// Told apart by their words alone: every refusal of the rooms that are called, spelled out, is more than the compiler writes down.
const refuses: Refusals = {
  ...receiveReferralOfClient.refuses,
  ...decide.refuses,
  ...continueRelationship.refuses,
  ...place.refuses,
  ...continuationRefusals,
};
const conflicts = {
  ...decide.conflicts,
  ...place.conflicts,
  ...startRelationship.conflicts,
  ...continueRelationship.conflicts,
};
type Given<Tx = Write> = Pick<
  Run<unknown, Tx, typeof refuses>,
  'tx' | 'who' | 'relations' | 'today' | 'now' | 'keys' | 'refuse'
>;

/** The relationship, and the first day after those that its decisions carry it to. */
async function carriedOf({ tx, who, today, refuse }: Given<Read>, clientId: string, relationshipId: string) {
  const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
  if (!relationship) return refuse('no-such-relationship');
  const left =
    (await exitsOf(tx, clientId)).some((exit) => exit.relationshipId === relationshipId) ||
    (await transitionsOf(tx, clientId)).some((move) => move.fromRelationshipId === relationshipId);
  if (left) return refuse('ended-otherwise');
  const { service, during } = relationship;
  const decisions = await decisionsOfClient(tx, clientId, who.language, 'all');
  const standing = decisions.filter(({ annulledOn }) => annulledOn === null);
  const granted = grantedDays(service, standing);
  const footing = footingOn(during, granted, during.to !== null && during.to <= today ? addDays(during.to, -1) : today);
  const lastDay = during.to === null ? footing.lastDay : addDays(during.to, -1);
  return { relationship, granted, footing, decisions, standing, after: lastDay === null ? null : addDays(lastDay, 1) };
}

/** The matter of a service that waits to be decided; a second one would be the same. */
function pendingOf(
  referrals: Awaited<ReturnType<typeof referralsDecidedOf>>,
  service: Relationship['service'],
  on: Day,
) {
  return referrals.find((one) => one.service === service && stateOn(one, on) === 'pending') ?? null;
}

/** Placements that go to the end of what was decided, which one may let go on. */
function endingWith(
  placements: readonly Placement[],
  { id, during }: Pick<Relationship, 'id' | 'during'>,
  after: Day | null,
) {
  const ends = [during.to, after];
  return placements.filter(
    ({ relationshipId, during: { to } }) => relationshipId === id && to !== null && ends.includes(to),
  );
}

export const nextPeriodFrame = ask({
  name: 'nextPeriodFrame',
  method: 'GET',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/next-period',
  says: 'Tell what a new period of a service begins with: its first day, the law of its matter, the plan and the place that go on',
  input: z.strictObject({ clientId: zId, relationshipId: zId }),
  output: zPeriodFrame,
  may: continuationAccess.nextPeriodFrame,
  audited: ofClient,
  refuses: { ...continueRelationship.refuses, ...continuationRefusals } as Refusals,
  run: async (call) => {
    const {
      tx,
      input: { clientId, relationshipId },
      who,
      today,
    } = call;
    const carried = await carriedOf(call, clientId, relationshipId);
    const { relationship, granted, footing, after, decisions, standing } = carried;
    const { service, during } = relationship;
    const referrals = await referralsDecidedOf(tx, clientId);
    const pending = pendingOf(referrals, service, today);
    const receivedOn = pending?.receivedOn ?? today;
    const { term, provisions, alternatives } = frameOf({ service, receivedOn });
    const citedAll = (ids: readonly string[]) => ids.map((id) => ({ id, cite: cited(id, who.language) }));
    const from = after !== null && after > today ? after : today;
    const proposal = pending && (await proposalOf(tx, pending.id));
    const lastGrant = granted.findLast((one) => overlaps(one, during));
    const earlier = referrals.find((one) => carries(one.service, service));
    const client = await clientOn(tx, clientId, today);
    const rights = (await decidingRightsOn(tx, who.organiserId, today)).filter((right) => right.service === service);
    return {
      service,
      footing:
        during.to !== null && during.to <= today
          ? { state: 'ended' as const, lastDay: addDays(during.to, -1) }
          : footing,
      from,
      to: term === 'for-a-period' || lastGrant?.to ? asLong(lastGrant, from) : null,
      until: during.to,
      decidedFor: goesOnFor(during, granted),
      term,
      provisions: citedAll(provisions),
      alternatives: citedAll(alternatives),
      person: {
        birthOn: client?.birthOn ?? null,
        benefits: (await benefitsOf(tx, clientId)).map(({ benefit, main, during: days }) => ({
          benefit,
          main,
          during: days,
        })),
      },
      granted: grantedOf(service, standing),
      annulled: pending && annulledDays(pending.id, decisions),
      heard: heardOn(pending ? await hearingsOfMatter(tx, pending.id) : [], today),
      easyLanguage: client?.easyLanguage ?? false,
      pending: pending && {
        id: pending.id,
        receivedOn: pending.receivedOn,
        presentedTo: proposal && proposal.returnedOn === null ? proposal.decider : null,
      },
      source: earlier?.source ?? ('own-contact' as const),
      plan: (await plansOfClient(tx, clientId, who.language)).find((plan) => carries(plan.service, service)) ?? null,
      placements: endingWith(await placementsOf(tx, clientId), relationship, after),
      offerings: (await offeringsOn(tx, who.organiserId, from)).flatMap((one) =>
        one.service === service ? [{ id: one.id, mode: one.provisionMode, provider: one.provider }] : [],
      ),
      offeringId: relationship.offeringId,
      mayDecide: rights.some(({ workerId }) => workerId === who.workerId),
      deciders: [...new Map(rights.map(({ workerId, name }) => [workerId, { id: workerId, name }])).values()],
    };
  },
});

/** The end of a period as many months long as the one before; the shortest that the law lets be where that is not known. */
function asLong(before: Range | undefined, from: Day): Day {
  if (!before?.to) return addMonths(from, periodFrameOn(from).fewestMonths);
  let months = 1;
  while (addMonths(before.from, months) < before.to) months += 1;
  return addMonths(from, months);
}

/** Lets the relationship and the place go on from the day by the decisions there are: the same ones, or anew after a gap. */
async function carryOn(
  call: Given,
  input: z.output<typeof zGoingOn> & { readonly clientId: string; readonly relationshipId: string },
  decision: { readonly id: string; readonly from: Day } | null,
) {
  const { clientId, relationshipId, keepPlace, outsideBecause } = input;
  const { tx } = call;
  // The refusals of the rooms that are called are all among ours; the compiler compares their words, not their names.
  const within = { ...call, refuse: call.refuse as never };
  const { relationship, after } = await carriedOf(call, clientId, relationshipId);
  const { during } = relationship;
  const places = keepPlace ? endingWith(await placementsOf(tx, clientId), relationship, after) : [];
  if (decision === null || during.to === null || decision.from <= during.to) {
    const gone =
      during.to === null
        ? { during, responsible: relationship.responsible.some((one) => one.during.to === null) }
        : await continueRelationship.run({ ...within, input: { clientId, relationshipId, outsideBecause } });
    const from = decision && after !== null && decision.from > after ? decision.from : null;
    if (from !== null)
      return { relationshipId, ...gone, ...(await placeAnew(within, relationshipId, places, from, input)) };
    // A place whose meal does not go on is another from then on.
    const [otherwise, same] = [
      places.filter((one) => one.meal && !input.meal),
      places.filter((one) => !one.meal || input.meal),
    ];
    const placementIds = same.map(({ id }) => id);
    const long = await lengthenPlacements.run({ ...within, input: { clientId, relationshipId, placementIds } });
    const anew = await placeAnew(within, relationshipId, otherwise, null, input);
    return {
      relationshipId,
      ...gone,
      placements: long.placements + anew.placements,
      limitBrokenOn: long.limitBrokenOn ?? anew.limitBrokenOn,
    };
  }
  const { offeringId, rule } = relationship;
  const workerId = namedBy(rule) ? (relationship.responsible[0]?.workerId ?? null) : null;
  const begun = await startRelationship.run({
    ...within,
    input: { clientId, decisionId: decision.id, offeringId, from: decision.from, workerId, outsideBecause },
  });
  const placed = await placeAnew(within, begun.relationshipId, places, decision.from, input);
  const next = await relationshipOf(tx, clientId, begun.relationshipId, decision.from, call.who.language);
  return {
    relationshipId: begun.relationshipId,
    during: next?.during ?? null,
    responsible: workerId !== null,
    ...placed,
  };
}

type Within = Omit<Given, 'refuse'> & { readonly refuse: never };

/** Places the client where the earlier placements were, from a day on or, without one, from where each ends. */
async function placeAnew(
  within: Within,
  relationshipId: string,
  places: readonly Placement[],
  from: Day | null,
  { meal, outsideBecause }: Pick<z.output<typeof zGoingOn>, 'meal' | 'outsideBecause'>,
) {
  let limitBrokenOn: Day | null = null;
  for (const one of places) {
    const { clientId, groupId, workplaceId, wageSubsidy } = one;
    const where = { clientId, relationshipId, groupId, workplaceId, wageSubsidy };
    const part = { ...takingPartOf(one), meal: one.meal && meal };
    const input = { ...where, ...part, from: from ?? (one.during.to as Day), to: null, outsideBecause };
    const placed = await place.run({ ...within, input });
    limitBrokenOn ??= placed.limitBrokenOn;
  }
  return { placements: places.length, limitBrokenOn };
}

export const continuePeriod = act({
  name: 'continuePeriod',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/next-period',
  says: 'Let a service go on for a new period in one: plan, decision, relationship and place; or send it to whoever may decide',
  input: zNewPeriod.extend({ clientId: zId, relationshipId: zId }),
  output: zContinued,
  may: continuationAccess.continuePeriod,
  audited: ofClient,
  refuses,
  conflicts,
  run: async (call) => {
    const { tx, input, today } = call;
    const { clientId, relationshipId, during, deciderId } = input;
    const within = { ...call, refuse: call.refuse as never };
    const { relationship, standing } = await carriedOf(call, clientId, relationshipId);
    const { service } = relationship;
    const pending = pendingOf(await referralsDecidedOf(tx, clientId), service, today);
    // What waits for its decider is not written over by whoever has not seen it.
    const proposal = pending && (await proposalOf(tx, pending.id));
    if (proposal && proposal.returnedOn === null) return call.refuse('presented-already', { detail: proposal.decider });
    const kind = input.source === 'own-contact' ? ('own-contact' as const) : ('referral' as const);
    const matter = { clientId, service, source: input.source, kind, receivedOn: input.receivedOn };
    const request = { ...matter, finishesStudies: false, need: null, referredBy: null };
    const referralId = pending?.id ?? (await receiveReferralOfClient.run({ ...within, input: request })).referralId;
    const planId = input.planId ?? (await planOf(call, referralId, service));
    // Where a decision grants days of the new period already, the new one takes its place.
    const changesId = changedByPeriod(service, range(during.from, during.to), standing);
    // To shorten what is given is no going on: the service ends with the decision on that, where its matter is decided.
    if (shortensService({ service, to: relationship.during.to }, range(during.from, during.to), standing))
      return call.refuse('shortens-service', { field: 'during' });
    const { inPart, reasons, easyReasons, unheard, provisions, explanations, offeringId, place: where } = input;
    const proposed = {
      clientId,
      referralId,
      planId,
      outcome: 'grant' as const,
      changesId,
      lastDay: null,
      inPart,
      during,
      reasons,
      easyReasons,
      unheard,
      explanations,
      provisions,
    };
    const decided = { ...proposed, offeringId, place: where, mealCharge: input.mealCharge };
    if (deciderId !== null) {
      await presentDecision.run({ ...within, input: { ...decided, deciderId, seen: null } });
      return { decisionId: null, relationshipId, during: null, responsible: true, placements: 0, limitBrokenOn: null };
    }
    const { decisionId } = await decide.run({ ...within, input: { ...decided, decidedOn: today, also: [] } });
    return { decisionId, ...(await carryOn(call, input, { id: decisionId, from: during.from })) };
  },
});

/** Makes the plan of a new period from what the form says of it. */
async function planOf(
  call: Given & { readonly input: z.output<typeof zNewPeriod> & { readonly clientId: string } },
  referralId: string,
  service: Relationship['service'],
): Promise<string> {
  const { input, today, refuse } = call;
  const { clientId, kind, during, reviewOn, daysAWeek, hoursADay, goals, items, informedOfBenefitsOn, signatures } =
    input;
  if (reviewOn === null) return refuse('review-missing', { field: 'reviewOn' });
  if (goals.length === 0) return refuse('goals-missing', { field: 'goals.0' });
  const plan = { clientId, referralId, service, kind, madeOn: today, during: range(during.from, during.to), reviewOn };
  const content = { daysAWeek, hoursADay, goals, items, informedOfBenefitsOn, signatures };
  return (await makePlan.run({ ...call, refuse: refuse as never, input: { ...plan, ...content } })).planId;
}

export const continueDecided = act({
  name: 'continueDecided',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/carry-on',
  says: 'Let a service go on with its place by a decision that was made already',
  input: zGoingOn.extend({ clientId: zId, relationshipId: zId }),
  output: zContinued,
  may: continuationAccess.continueDecided,
  audited: ofClient,
  refuses: { ...continueRelationship.refuses, ...place.refuses } as Refusals,
  conflicts,
  run: async (call) => ({ decisionId: null, ...(await carryOn(call, call.input, null)) }),
});
