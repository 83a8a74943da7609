import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains, covers, type Range, range, untilNext, zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, type Who, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { benefitsOf, clientOn } from '../client/reads.ts';
import { zWhy } from '../client/words.ts';
import { decisionOf, decisionsOfClient } from '../decision/reads.ts';
import { outsideWhenGiven } from '../decision/rules.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { shareLetters } from '../worker/acts.ts';
import { letterSharesOn, standingShares, workersDuring, workersOn } from '../worker/reads.ts';
import { letterFaults, sharesOf } from '../worker/rules.ts';
import { type LetterStretch, zLetterSharing } from '../worker/words.ts';
import { relationshipAccess } from './access.ts';
import {
  allocationOn,
  allocationsFrom,
  caseManagersOf,
  changedPause,
  endRecordedAt,
  managedOn,
  othersEndOn,
  outsideReasonsOfServices,
  relationshipOf,
  relationshipsOfClient,
  standingAllocation,
  standingManagers,
  standingPause,
  standingRelationship,
  standingResponsible,
} from './reads.ts';
import {
  carries,
  caseManagerFor,
  endedByDecision,
  goesOnFor,
  grantedDays,
  grantedFrom,
  movesByLetters,
  namedBy,
  startObstacle,
} from './rules.ts';
import { relationshipRefusals } from './texts.ts';
import {
  type AllocationRule,
  type Relationship,
  zAllocationOf,
  zAllocationRule,
  zBreak,
  zNewRelationship,
  zRelationship,
} from './words.ts';
import {
  cutRelationship,
  deletePause,
  deleteRelationship,
  endManagerOfCase,
  endPauseOn,
  handOver,
  insertManagerOfCase,
  insertPause,
  insertRelationship,
  insertResponsible,
  lengthenRelationship,
  moveStart,
  nameInstead,
  replaceAllocation,
  replaceManagerOfCase,
  replaceResponsible,
  uncutRelationship,
  updatePause,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
type Refused = Refuse<typeof relationshipRefusals>;

/** As which role the rule lets the worker be named on the day; refuses where it does not. */
async function nameable(
  { tx, who, refuse }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  rule: AllocationRule,
  workerId: string,
  days: Range,
) {
  const named = namedBy(rule);
  if (!named) return refuse(rule === 'group-leader' ? 'leader-is-derived' : 'nobody-is-named', { field: 'workerId' });
  const able = await workersOn(tx, who.organiserId, days.from, named.posts);
  if (!able.some(({ id }) => id === workerId)) return refuse('no-such-worker', { field: 'workerId' });
  // Whoever leaves before would leave the client with nobody: the one who stands in until then is named for those days.
  const lasting = await workersDuring(tx, who.organiserId, days, named.posts);
  return lasting.has(workerId) ? named.role : refuse('post-ends-before', { field: 'workerId' });
}

/** Refuses days of a service whose client is outside the act's group by what was recorded since the decision, unless it is told why; else null. */
async function outsideReason(
  { tx, refuse, who }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  clientId: string,
  decision: Parameters<typeof outsideWhenGiven>[0],
  service: Parameters<typeof outsideWhenGiven>[1],
  during: Range,
  because: string | null,
): Promise<string | null> {
  const [client, benefits] = [await clientOn(tx, clientId, during.from), await benefitsOf(tx, clientId)];
  const [outside] = outsideWhenGiven(decision, service, { birthOn: client?.birthOn ?? null, benefits }, during);
  if (!outside) return null;
  return (
    because ?? refuse('outside-group-since', { field: 'outsideBecause', cites: cite(outside.provision, who.language) })
  );
}

/** The same of days that a service gains by the decisions there are: where it was told of the service before, it is not asked again. */
async function outsideSince(
  asking: Parameters<typeof outsideReason>[0],
  clientId: string,
  { id, service }: Pick<Relationship, 'id' | 'service'>,
  decisions: Awaited<ReturnType<typeof decisionsOfClient>>,
  gained: Range,
  because: string | null,
): Promise<string | null> {
  const decision = decisions.find(
    (one) => carries(one.service, service) && one.holds !== null && contains(one.holds, gained.from),
  );
  if (!decision || (await outsideReasonsOfServices(asking.tx, clientId)).some((one) => one.id === id)) return null;
  return outsideReason(asking, clientId, decision, service, gained, because);
}

const offered = {
  startRelationship: relationshipAccess.startRelationship,
  nameResponsible: relationshipAccess.nameResponsible,
  handOverCase: relationshipAccess.handOverCase,
  agreeBreak: relationshipAccess.agreeBreak,
  endBreak: relationshipAccess.endBreak,
  endRelationship: relationshipAccess.endRelationship,
};

export const startRelationship = act({
  name: 'startRelationship',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships',
  says: 'Begin a granted service in an offering from a day, with its responsible worker by the organiser’s rule',
  input: z.strictObject({ clientId: zId, ...zNewRelationship.shape }),
  output: z.object({ relationshipId: zId }),
  may: relationshipAccess.startRelationship,
  audited: ofClient,
  refuses: relationshipRefusals,
  conflicts: {
    relationship_relationship_client_id_service_during_key: 'already-client',
    relationship_case_manager_client_id_during_key: 'already-client',
    relationship_within_offering: 'not-offered',
    relationship_within_decisions: 'outside-decision',
  },
  run: async ({ tx, input: { clientId, decisionId, offeringId, from, workerId, outsideBecause }, who, refuse }) => {
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision', { field: 'decisionId' });
    const offering = (await offeringsOn(tx, who.organiserId, from)).find(({ id }) => id === offeringId);
    if (!offering) return refuse('not-offered', { field: 'offeringId' });
    const { service } = offering;
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), { service, on: from, field: 'from' });
    const obstacle = startObstacle(decision, service, from);
    if (obstacle) return refuse(obstacle, { field: obstacle === 'other-service' ? 'offeringId' : 'from' });
    const own = { organiserId: who.organiserId, clientId };
    const allocation = await allocationOn(tx, who.organiserId, service, from);
    // It ends with its decision; a new one lets it go on.
    const granted = grantedDays(service, await decisionsOfClient(tx, clientId, who.language));
    const during = grantedFrom(granted, from) ?? refuse('outside-decision', { field: 'from' });
    const role = workerId === null ? null : await nameable({ tx, who, refuse }, allocation.rule, workerId, during);
    const client = await clientOn(tx, clientId, from);
    const because = await outsideReason({ tx, refuse, who }, clientId, decision, service, during, outsideBecause);
    const relationshipId = await insertRelationship(tx, own, {
      service,
      offeringId,
      decisionId,
      during,
      outsideBecause: because,
    });
    if (workerId !== null && role !== null)
      await insertResponsible(tx, own, { relationshipId, workerId, role, during });
    const managers = await caseManagersOf(tx, clientId);
    const caseManagerId = managers.find((one) => one.during.to === null || one.during.to > from)?.workerId ?? null;
    const chosen =
      client &&
      caseManagerFor(allocation, { ...client, caseManagerId }, await letterSharesOn(tx, who.organiserId, from));
    if (chosen) await insertManagerOfCase(tx, own, chosen, range(from));
    return { relationshipId };
  },
});

export const continueRelationship = act({
  name: 'continueRelationship',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/continue',
  says: 'Let a service go on by the decision made after the one that it stood on, with whoever answered for it',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    outsideBecause: zNewRelationship.shape.outsideBecause,
  }),
  output: z.object({ during: zRange, responsible: z.boolean() }),
  may: relationshipAccess.continueRelationship,
  audited: ofClient,
  refuses: relationshipRefusals,
  conflicts: {
    relationship_relationship_client_id_service_during_key: 'already-client',
    relationship_within_offering: 'not-offered',
    relationship_within_decisions: 'outside-decision',
  },
  run: async ({ tx, input: { clientId, relationshipId, outsideBecause }, who, today, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    if (!relationship) return refuse('no-such-relationship');
    const { service, during, rule } = relationship;
    const decisions = await decisionsOfClient(tx, clientId, who.language);
    const granted = grantedDays(service, decisions);
    const on = goesOnFor(during, granted);
    if (!on) return refuse('no-decision-after');
    if (!endedByDecision(during, granted)) return refuse('ended-otherwise');
    const from = during.to ?? on.from;
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), { service, on: from, field: 'from' });
    const gained = range(from, on.to);
    const because = await outsideSince({ tx, refuse, who }, clientId, relationship, decisions, gained, outsideBecause);
    const last = relationship.responsible.find((one) => one.during.to === during.to);
    const named = namedBy(rule);
    const lasting = last && named ? await workersDuring(tx, who.organiserId, on, named.posts) : new Set<string>();
    await lengthenRelationship(tx, relationshipId, on, last && lasting.has(last.workerId) ? last : null, because);
    return { during: on, responsible: last !== undefined && lasting.has(last.workerId) };
  },
});

export const nameResponsible = act({
  name: 'nameResponsible',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/responsible',
  says: 'Name the responsible worker of a relationship from a day on; the one before answers until then',
  input: z.strictObject({ clientId: zId, relationshipId: zId, workerId: zId, from: zDay, seen: zSeen }),
  output: zEdited,
  may: relationshipAccess.nameResponsible,
  audited: ofClient,
  refuses: relationshipRefusals,
  edits: ({ tx, input, today }) => standingResponsible(tx, input.clientId, input.relationshipId, today),
  run: async ({ tx, input: { clientId, relationshipId, workerId, from }, who, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, from, who.language);
    if (!relationship) return refuse('no-such-relationship');
    if (!contains(relationship.during, from)) return refuse('outside-relationship', { field: 'from' });
    const during = untilNext(relationship.responsible, from, relationship.during.to);
    const role = await nameable({ tx, who, refuse }, relationship.rule, workerId, during);
    await replaceResponsible(
      tx,
      { organiserId: who.organiserId, clientId },
      { relationshipId, workerId, role, during },
    );
    return { done: true as const };
  },
});

export const handOverCase = act({
  name: 'handOverCase',
  method: 'POST',
  path: '/api/clients/{clientId}/case-manager',
  says: 'Hand a client over to another case manager from a day on; a new surname alone never does',
  input: z.strictObject({ clientId: zId, workerId: zId, from: zDay, seen: zSeen }),
  output: zEdited,
  may: relationshipAccess.handOverCase,
  audited: ofClient,
  refuses: relationshipRefusals,
  edits: ({ tx, input }) => standingManagers(tx, input.clientId),
  run: async ({ tx, input: { clientId, workerId, from }, who, refuse }) => {
    const able = await workersOn(tx, who.organiserId, from, ['social-worker']);
    if (!able.some(({ id }) => id === workerId)) return refuse('no-such-worker', { field: 'workerId' });
    const during = untilNext(await caseManagersOf(tx, clientId), from, null);
    if (!(await workersDuring(tx, who.organiserId, during, ['social-worker'])).has(workerId))
      return refuse('post-ends-before', { field: 'workerId' });
    await replaceManagerOfCase(tx, { organiserId: who.organiserId, clientId }, { workerId, during });
    return { done: true as const };
  },
});

const breakConflicts = {
  relationship_pause_relationship_id_during_key: 'break-overlaps',
  relationship_pause_relationship_id_during_fkey: 'outside-relationship',
  attendance_mark_outside_pause: 'days-marked',
} as const;

export const agreeBreak = act({
  name: 'agreeBreak',
  method: 'POST',
  path: '/api/clients/{clientId}/breaks',
  says: 'Agree on a break of a service; the client relationship goes on',
  input: z.strictObject({ clientId: zId, ...zBreak.shape }),
  output: z.object({ pauseId: zId }),
  may: relationshipAccess.agreeBreak,
  audited: ofClient,
  refuses: relationshipRefusals,
  conflicts: breakConflicts,
  run: async ({ tx, input: { clientId, ...rest }, who, today, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, rest.relationshipId, today, who.language);
    if (!relationship) return refuse('no-such-relationship');
    if (!covers(relationship.during, rest.during)) return refuse('outside-relationship', { field: 'during' });
    return { pauseId: await insertPause(tx, { organiserId: who.organiserId, clientId }, rest) };
  },
});

export const endBreak = act({
  name: 'endBreak',
  method: 'POST',
  path: '/api/clients/{clientId}/breaks/{pauseId}/end',
  says: 'Record on which day a client returns from a break; on its first day the break is taken away',
  /** Seen is the version of the break, where it was changed since it was agreed. */
  input: z.strictObject({ clientId: zId, pauseId: zId, on: zDay, seen: zSeen }),
  output: zDone,
  may: relationshipAccess.endBreak,
  audited: ofClient,
  refuses: relationshipRefusals,
  conflicts: breakConflicts,
  edits: ({ tx, input, today }) => changedPause(tx, input.clientId, input.pauseId, today),
  run: async ({ tx, input: { clientId, pauseId, on }, who, today, refuse }) => {
    const all = await relationshipsOfClient(tx, clientId, today, who.language);
    const pause = all.flatMap(({ pauses }) => pauses).find(({ id }) => id === pauseId);
    if (!pause) return refuse('no-such-break');
    if (on < pause.during.from) return refuse('ends-before-begins', { field: 'on' });
    // Back on its first day: there was no break.
    if (on === pause.during.from) await deletePause(tx, pauseId);
    else await endPauseOn(tx, pauseId, on);
    return { done: true as const };
  },
});

const correctsBreak = correctionOf('pauseId');

export const changeBreak = act({
  name: 'changeBreak',
  method: 'PATCH',
  path: '/api/clients/{clientId}/breaks/{pauseId}',
  says: 'Correct the days or the reason of a break, and say why; what stood there before is kept',
  input: z.strictObject({
    clientId: zId,
    pauseId: zId,
    reason: zBreak.shape.reason,
    during: zRange,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: relationshipAccess.changeBreak,
  audited: ofClient,
  refuses: relationshipRefusals,
  corrects: correctsBreak,
  conflicts: breakConflicts,
  edits: ({ tx, input, today }) => standingPause(tx, input.clientId, input.pauseId, today),
  run: async ({ tx, input: { clientId, pauseId, reason, during }, who, today, refuse }) => {
    const all = await relationshipsOfClient(tx, clientId, today, who.language);
    const of = all.find(({ pauses }) => pauses.some(({ id }) => id === pauseId));
    const pause = of?.pauses.find(({ id }) => id === pauseId);
    if (!of || !pause) return refuse('no-such-break');
    if (!covers(of.during, during)) return refuse('outside-relationship', { field: 'during' });
    await updatePause(tx, pauseId, { reason, during });
    return { was: { reason: pause.reason, during: pause.during } };
  },
});

export const takeBackBreak = act({
  name: 'takeBackBreak',
  method: 'POST',
  path: '/api/clients/{clientId}/breaks/{pauseId}/take-back',
  says: 'Take back a break that was recorded by mistake, and say why; the history keeps that it was there',
  input: z.strictObject({ clientId: zId, pauseId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: relationshipAccess.takeBackBreak,
  audited: ofClient,
  refuses: relationshipRefusals,
  corrects: correctsBreak,
  edits: ({ tx, input, today }) => standingPause(tx, input.clientId, input.pauseId, today),
  run: async ({ tx, input: { clientId, pauseId }, who, today, refuse }) => {
    const all = await relationshipsOfClient(tx, clientId, today, who.language);
    const pause = all.flatMap(({ pauses }) => pauses).find(({ id }) => id === pauseId);
    if (!pause) return refuse('no-such-break');
    await deletePause(tx, pauseId);
    return { was: { reason: pause.reason, during: pause.during } };
  },
});

/** What lies within a relationship, and would lie before its first day. */
const before = 'days-before-start' as const;

export const correctStart = act({
  name: 'correctStart',
  method: 'PATCH',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/start',
  says: 'Correct the day on which a service began, within its decisions and with nothing before it, and say why',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    from: zDay,
    outsideBecause: zNewRelationship.shape.outsideBecause,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: relationshipAccess.correctStart,
  audited: ofClient,
  refuses: relationshipRefusals,
  corrects: correctionOf('relationshipId'),
  conflicts: {
    placement_placement_relationship_id_during_fkey: before,
    relationship_pause_relationship_id_during_fkey: before,
    coaching_agreed_rhythm_relationship_id_during_fkey: before,
    contact_within_relationship: before,
    appointment_within_relationship: before,
    exit_within_relationship: before,
    move_within_first: before,
    move_within_second: before,
    relationship_relationship_client_id_service_during_key: 'already-client',
    relationship_within_offering: 'not-offered',
    relationship_within_decisions: 'outside-decision',
  },
  edits: ({ tx, input, today }) => standingRelationship(tx, input.clientId, input.relationshipId, today),
  run: async ({ tx, input: { clientId, relationshipId, from, outsideBecause }, who, today, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    if (!relationship) return refuse('no-such-relationship');
    const { service, offeringId, decisionId, during, responsible } = relationship;
    if (during.to !== null && from >= during.to) return refuse('starts-after-end', { field: 'from' });
    const { organiserId } = who;
    mustBeCompetent(refuse, await competenceFactsOf(tx, organiserId), { service, on: from, field: 'from' });
    if (!(await offeringsOn(tx, organiserId, from)).some(({ id }) => id === offeringId))
      return refuse('not-offered', { field: 'from' });
    const added = from < during.from ? range(from, during.from) : null;
    // A service of before the register never had a decision, and begins when it began.
    let because: string | null = null;
    if (added && decisionId !== null) {
      const decisions = await decisionsOfClient(tx, clientId, who.language);
      const granted = grantedFrom(grantedDays(service, decisions), from);
      if (!granted || !covers(granted, added)) return refuse('outside-decision', { field: 'from' });
      because = await outsideSince({ tx, refuse, who }, clientId, relationship, decisions, added, outsideBecause);
    }
    const first = responsible.find((one) => one.during.from === during.from);
    if (added && first && !(await workersDuring(tx, organiserId, added)).has(first.workerId))
      return refuse('no-such-worker', { field: 'from' });
    await moveStart(tx, relationshipId, during.from, from, because);
    return { was: { service, during } };
  },
});

export const takeBackStart = act({
  name: 'takeBackStart',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/take-back',
  says: 'Take back the start of a service that was recorded by mistake, while nothing stands on it, and say why',
  input: z.strictObject({ clientId: zId, relationshipId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: relationshipAccess.takeBackStart,
  audited: ofClient,
  refuses: relationshipRefusals,
  corrects: correctionOf('relationshipId'),
  conflicts: {
    placement_placement_relationship_id_during_fkey: 'place-stands-on-it',
    contact_within_relationship: 'contacts-stand-on-it',
    coaching_contact_relationship_id_fkey: 'contacts-stand-on-it',
    appointment_within_relationship: 'appointments-stand-on-it',
    coaching_appointment_relationship_id_fkey: 'appointments-stand-on-it',
    coaching_agreed_rhythm_relationship_id_during_fkey: 'rhythm-stands-on-it',
    exit_within_relationship: 'exit-stands-on-it',
    move_within_first: 'exit-stands-on-it',
    move_within_second: 'exit-stands-on-it',
  },
  edits: ({ tx, input, today }) => standingRelationship(tx, input.clientId, input.relationshipId, today),
  run: async ({ tx, input: { clientId, relationshipId }, who, today, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    if (!relationship) return refuse('no-such-relationship');
    const { service, during } = relationship;
    const others = await othersEndOn(tx, clientId, relationshipId);
    if (others === undefined) await endManagerOfCase(tx, clientId, during.from);
    await deleteRelationship(tx, relationshipId);
    return { was: { service, during } };
  },
});

export const reopenRelationship = act({
  name: 'reopenRelationship',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/reopen',
  says: 'Let a relationship whose end was recorded by mistake go on as before, or until a day of then, with whoever answered then, and say why',
  input: z.strictObject({ clientId: zId, relationshipId: zId, until: zDay.nullable().default(null), why: zWhy }),
  output: zCorrected,
  may: relationshipAccess.reopenRelationship,
  audited: ofClient,
  refuses: relationshipRefusals,
  corrects: correctionOf('relationshipId'),
  conflicts: {
    relationship_relationship_client_id_service_during_key: 'already-client',
    relationship_case_manager_client_id_during_key: 'already-client',
    relationship_within_decisions: 'outside-decision',
  },
  run: async ({ tx, input: { clientId, relationshipId, until }, who, today, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    if (!relationship) return refuse('no-such-relationship');
    const { service, during } = relationship;
    if (during.to === null) return refuse('goes-on', { field: 'relationshipId' });
    const at = await endRecordedAt(tx, relationshipId, during.to);
    await uncutRelationship(tx, clientId, relationshipId, { on: during.to, until, at });
    return { was: { service, during } };
  },
});

export const endRelationship = act({
  name: 'endRelationship',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/end',
  says: 'End a relationship on its first day out of service; its exit, placement and agreements are recorded with it',
  input: z.strictObject({ clientId: zId, relationshipId: zId, on: zDay }),
  output: z.object({ during: zRange }),
  may: relationshipAccess.endRelationship,
  audited: ofClient,
  refuses: relationshipRefusals,
  conflicts: {
    placement_placement_relationship_id_during_fkey: 'something-goes-on',
    coaching_agreed_rhythm_relationship_id_during_fkey: 'something-goes-on',
    appointment_within_relationship: 'something-goes-on',
    contact_within_relationship: 'contacts-held-after',
    exit_within_relationship: 'exit-stands-on-it',
    move_within_first: 'exit-stands-on-it',
    move_within_second: 'exit-stands-on-it',
  },
  run: async ({ tx, input: { clientId, relationshipId, on }, who, refuse }) => {
    const relationship = await relationshipOf(tx, clientId, relationshipId, on, who.language);
    if (!relationship) return refuse('no-such-relationship');
    const { from, to } = relationship.during;
    if (on <= from) return refuse('ends-before-begins', { field: 'on' });
    if (to !== null && to < on) return refuse('already-ended', { field: 'on' });
    await cutRelationship(tx, relationshipId, on);
    const others = await othersEndOn(tx, clientId, relationshipId);
    if (others === undefined || (others !== null && others <= on)) await endManagerOfCase(tx, clientId, on);
    return { during: { from, to: on } };
  },
});

export const relationshipsOf = ask({
  name: 'relationshipsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/relationships',
  says: 'Tell a client’s relationships with their responsible workers and breaks',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    relationships: z.array(zRelationship),
    caseManagers: z.array(z.object({ id: zId, workerId: zId, name: z.string(), during: zRange })),
    /** Of the case managers, for handing over to tell that it saw them. */
    managersVersion: z.string().nullable(),
    permitted: zPermitted(offered),
  }),
  may: relationshipAccess.relationshipsOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, today, relations }) => ({
    relationships: await relationshipsOfClient(tx, clientId, today, who.language),
    caseManagers: await caseManagersOf(tx, clientId),
    managersVersion: (await standingManagers(tx, clientId))?.version ?? null,
    permitted: permittedOf(offered, who, relations),
  }),
});

export const allocations = ask({
  name: 'allocations',
  method: 'GET',
  path: '/api/allocations',
  says: 'Tell how each service of one’s organiser names its responsible worker, today and from days to come',
  input: z.strictObject({}),
  output: z.object({ offered: z.array(zService), allocations: z.array(zAllocationOf) }),
  may: relationshipAccess.allocations,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({
    offered: [...new Set((await offeringsOn(tx, who.organiserId, today)).map(({ service }) => service))],
    allocations: await allocationsFrom(tx, who.organiserId, today),
  }),
});

/** How a service names its responsible worker from a day on, and who answers instead of leaders who no longer do. */
const zAllocationFrom = z.strictObject({
  service: zService,
  rule: zAllocationRule,
  caseManagerByLetter: z.boolean(),
  from: zDay,
  /** Who answers instead for clients of whom only the leader of the group answered. */
  instead: z
    .array(z.strictObject({ relationshipId: zId, workerId: zId }))
    .max(5000)
    .default([]),
  seen: zSeen,
});

export const setAllocationRule = act({
  name: 'setAllocationRule',
  method: 'POST',
  path: '/api/allocations/rule',
  says: 'Set how a service names its responsible worker from a day on; whoever is named stays named',
  input: zAllocationFrom,
  output: zEdited,
  may: relationshipAccess.setAllocationRule,
  audited: { change: ({ instead, seen: _, ...input }) => ({ ...input, instead: instead.length }) },
  refuses: relationshipRefusals,
  edits: ({ tx, who, input, today }) => standingAllocation(tx, who.organiserId, input.service, today),
  conflicts: { hand_over_to_post: 'no-such-worker', not_by_own_word: 'not-by-own-word' },
  run: async ({ tx, who, input, today, refuse }) => {
    const { service, from, caseManagerByLetter } = input;
    if (from < today) return refuse('day-is-past', { field: 'from' });
    const offered = await offeringsOn(tx, who.organiserId, from);
    if (!offered.some((one) => one.service === service)) return refuse('not-offered', { field: 'service' });
    if (caseManagerByLetter && (await letterSharesOn(tx, who.organiserId, from)).length === 0)
      return refuse('letters-not-shared', { field: 'caseManagerByLetter' });
    const named = namedBy(input.rule);
    await replaceAllocation(tx, who.organiserId, input);
    if (named && input.instead.length > 0) await nameInstead(tx, named.role, input.instead, from);
    return { done: true as const };
  },
});

/** Who would change hands by letters shared anew; nobody while the sharing is not whole. */
async function movesOf(
  tx: Read,
  organiserId: string,
  { from, shares }: { readonly from: Parameters<typeof workersOn>[2]; readonly shares: readonly LetterStretch[] },
) {
  const { leftOut, twice, backwards } = letterFaults(shares);
  const clients = await managedOn(tx, organiserId, from);
  const whole = leftOut.length + twice.length + backwards.length === 0;
  const before = await letterSharesOn(tx, organiserId, from);
  return { clients, moves: whole ? movesByLetters(clients, before, sharesOf(shares)) : [] };
}

export const letterShareEffect = ask({
  name: 'letterShareEffect',
  method: 'POST',
  path: '/api/letter-shares/effect',
  says: 'Tell how many clients would change hands if the letters were shared so, and how many each would have',
  input: zLetterSharing,
  output: z.object({
    moves: z.int(),
    workers: z.array(z.object({ workerId: zId, name: z.string(), clients: z.int(), after: z.int() })),
  }),
  may: relationshipAccess.shareLetters,
  audited: { asked: ({ from, shares }) => ({ from, shares }) },
  refuses: {},
  run: async ({ tx, who, input }) => {
    const { clients, moves } = await movesOf(tx, who.organiserId, input);
    const able = await workersOn(tx, who.organiserId, input.from, ['social-worker']);
    const concerned = able.map(({ id, name }) => {
      const now = clients.filter(({ managerId }) => managerId === id).length;
      const gained = moves.filter(({ toId }) => toId === id).length;
      return {
        workerId: id,
        name,
        clients: now,
        after: now + gained - moves.filter(({ fromId }) => fromId === id).length,
      };
    });
    return { moves: moves.length, workers: concerned };
  },
});

export const handOverByLetters = act({
  name: 'handOverByLetters',
  method: 'POST',
  path: '/api/letter-shares/hand-over',
  says: 'Share the letters anew from a day on, and hand each client over whose case manager changes by it',
  input: shareLetters.input,
  output: z.object({ clientIds: z.array(zId) }),
  may: relationshipAccess.shareLetters,
  audited: { clients: (_input, { clientIds }) => clientIds, detail: ({ from, shares }) => ({ from, shares }) },
  refuses: shareLetters.refuses,
  edits: ({ tx, who, today }) => standingShares(tx, who.organiserId, today),
  run: async (call) => {
    const { tx, who, input } = call;
    const { moves } = await movesOf(tx, who.organiserId, input);
    await shareLetters.run(call);
    await handOver(tx, moves, input.from);
    return { clientIds: moves.map(({ clientId }) => clientId) };
  },
});
