import { sql } from 'kysely';
import { z } from 'zod';
import { agreementAccess } from '../../casework/agreement/access.ts';
import { agreementsOf, placementAgreedVersion } from '../../casework/agreement/reads.ts';
import { agreementOnDay, matterFacts, serviceStateOn, termsOf } from '../../casework/agreement/rules.ts';
import { type Agreement, zAgreementOnDay } from '../../casework/agreement/words.ts';
import { assessmentAccess } from '../../casework/assessment/access.ts';
import { assessmentFactsOfClient } from '../../casework/assessment/reads.ts';
import { attendanceAccess } from '../../casework/attendance/access.ts';
import { previousOrganiser } from '../../casework/carrying/reads.ts';
import { clientAccess } from '../../casework/client/access.ts';
import { clientOn, lastVisitTo } from '../../casework/client/reads.ts';
import { seesWhole } from '../../casework/client/rules.ts';
import { clientRefusals } from '../../casework/client/texts.ts';
import { zClient } from '../../casework/client/words.ts';
import { coachingAccess } from '../../casework/coaching/access.ts';
import {
  contactsFrom,
  contactsOf,
  lastContactsOf,
  openVisitsOf,
  unheldVisitsOf,
  versionOfWishes,
} from '../../casework/coaching/reads.ts';
import { dueDay, keepsRhythm, wasHeld } from '../../casework/coaching/rules.ts';
import {
  type AgreedRhythm,
  type HeldContact,
  zContact,
  zDue,
  zUnheldVisit,
  zVisit,
} from '../../casework/coaching/words.ts';
import { compensationAccess } from '../../casework/compensation/access.ts';
import { continuationAccess } from '../../casework/continuation/access.ts';
import { cooperationAccess } from '../../casework/cooperation/access.ts';
import { decisionAccess } from '../../casework/decision/access.ts';
import { decisionsOfClient, referralsDecidedOf } from '../../casework/decision/reads.ts';
import { mealGroundLost } from '../../casework/decision/rules.ts';
import { type Decision, zDecision, zReferralOnDay } from '../../casework/decision/words.ts';
import { exitAccess } from '../../casework/exit/access.ts';
import { zDestination, zExitDetails, zExitReason, zMoveDetails } from '../../casework/exit/words.ts';
import { answeringOn } from '../../casework/handover/reads.ts';
import { zAnswering } from '../../casework/handover/words.ts';
import { ownWorkerAccess } from '../../casework/ownworker/access.ts';
import { placementAccess } from '../../casework/placement/access.ts';
import { placementsOf } from '../../casework/placement/reads.ts';
import { zPlacementSeen } from '../../casework/placement/words.ts';
import { planAccess } from '../../casework/plan/access.ts';
import { plansOfClient } from '../../casework/plan/reads.ts';
import { reviewIsDue } from '../../casework/plan/rules.ts';
import { zPlan } from '../../casework/plan/words.ts';
import { referralAccess } from '../../casework/referral/access.ts';
import { begunFacts, clockOn, matterOn, nextSteps, stateOn } from '../../casework/referral/rules.ts';
import { matterStates, matterSteps, zReferralDetails } from '../../casework/referral/words.ts';
import { relationshipAccess } from '../../casework/relationship/access.ts';
import { relationshipsOfClient } from '../../casework/relationship/reads.ts';
import { carries, endedByDecision, footingOn, goesOnFor, grantedDays } from '../../casework/relationship/rules.ts';
import { type Relationship, zFooting, zRelationship } from '../../casework/relationship/words.ts';
import { rhythmsOf } from '../../casework/rhythm/reads.ts';
import { travelAccess } from '../../casework/travel/access.ts';
import { ownRightsOn } from '../../casework/worker/reads.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains, lastDay, zSqlRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { cite } from '../../law/provisions.ts';
import { ask, type May, mayDo, onClient, permittedOf, zPermitted } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { withVersion } from '../../server/version.ts';

/** Acts on one client that the page offers; each is offered to those who may. */
const offered = {
  ...clientAccess,
  ...referralAccess,
  ...assessmentAccess,
  ...planAccess,
  ...decisionAccess,
  ...relationshipAccess,
  ...placementAccess,
  ...agreementAccess,
  ...coachingAccess,
  ...attendanceAccess,
  ...compensationAccess,
  ...cooperationAccess,
  ...ownWorkerAccess,
  ...travelAccess,
  ...exitAccess,
  ...continuationAccess,
  viewsOfClient: onClient(['official_for', 'responsible_for']),
} as const satisfies Record<string, May>;

const clientDeskAccess = {
  clientPage: clientAccess.client,
  viewsOfClient: onClient(['official_for', 'responsible_for']),
} as const satisfies Record<string, May>;

const zExit = z.object({
  id: zId,
  relationshipId: zId,
  endedOn: zDay,
  reason: zExitReason,
  destination: zDestination,
  note: z.string().nullable(),
});
const zTransition = zMoveDetails.extend({ id: zId, fromRelationshipId: zId });
const zWorkplaceContact = z.object({
  workplaceId: zId,
  workplace: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
});

/** Why a service began or a place was arranged although the client is outside the group of the act; by relationship or placement. */
const zOutside = z.object({ id: zId, because: z.string() });

const zRest = z.object({
  exits: z.array(zExit),
  transitions: z.array(zTransition),
  workplaceContacts: z.array(zWorkplaceContact),
  agreed: z.array(z.object({ relationshipId: zId, everyDays: z.number(), during: zSqlRange })),
  newIds: z.array(z.string()),
  phone: z.string().nullable(),
  otherRecords: z.array(z.string()),
  outside: z.array(zOutside),
});
type Rest = z.output<typeof zRest>;

/** With how many contacts a page begins. */
const contactsAtFirst = 30;

/** What no room tells by itself: exits, workplace contacts, agreed rhythms, and what was recorded since the last visit. */
async function restOf(tx: Read, clientId: string, on: Day): Promise<Rest> {
  const { rows } = await rowsOf(zRest)`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'relationshipId', relationship_id, 'endedOn', ended_on, 'reason', reason,
        'destination', destination, 'note', note) order by ended_on desc) from exit_exit where client_id = ${clientId}), '[]') as exits,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'fromRelationshipId', t.from_relationship_id, 'toRelationshipId', t.to_relationship_id, 'fromService', a.service, 'toService', b.service, 'movedOn', t.moved_on,
        'toUntil', upper(b.during))
        order by t.moved_on desc) from exit_transition t
        join relationship_relationship a on a.id = t.from_relationship_id
        join relationship_relationship b on b.id = t.to_relationship_id where t.client_id = ${clientId}), '[]') as transitions,
      coalesce((select jsonb_agg(distinct jsonb_build_object('workplaceId', w.id, 'workplace', w.name, 'name', w.contact_name, 'phone', w.contact_phone))
        from placement_placement p join employer_workplace w on w.id = p.workplace_id
        where p.client_id = ${clientId} and p.during @> ${on}::date and w.contact_name is not null), '[]') as "workplaceContacts",
      coalesce((select jsonb_agg(jsonb_build_object('relationshipId', relationship_id, 'everyDays', every_days, 'during', during))
        from coaching_agreed_rhythm where client_id = ${clientId}), '[]') as agreed,
      array(select o.id from client_register o where o.id <> ${clientId}
        and (o.person_id, o.organiser_id) = (select c.person_id, c.organiser_id from client_register c where c.id = ${clientId})
        order by o.id) as "otherRecords",
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'because', outside_because) order by place, id)
        from (select 1 as place, id, outside_because from relationship_relationship where client_id = ${clientId} and outside_because is not null
          union all
          select 2, id, outside_because from placement_placement where client_id = ${clientId} and outside_because is not null) o), '[]') as outside,
      (select a.phone from client_address a where a.client_id = ${clientId} and a.during @> ${on}::date
        and not exists (select from client_protected p where p.client_id = a.client_id and p.during @> ${on}::date)) as phone,
      case when (select app_open()) = ${clientId} then news_of_open_client(${clientId})
        else news_of_client(${clientId}) end as "newIds"`.execute(tx);
  return (
    rows[0] ?? {
      exits: [],
      transitions: [],
      workplaceContacts: [],
      agreed: [],
      phone: null,
      newIds: [],
      otherRecords: [],
      outside: [],
    }
  );
}

/** On what each relationship stands that is served, or that its decision alone has ended: those one has to do something about. */
function footingsOf(
  relationships: readonly Relationship[],
  decisions: readonly Decision[],
  { exits, transitions }: Pick<Rest, 'exits' | 'transitions'>,
  today: Day,
) {
  const left = ({ id, service, during }: Relationship) =>
    exits.some(({ relationshipId }) => relationshipId === id) ||
    transitions.some(({ fromService, movedOn }) => fromService === service && movedOn === during.to) ||
    relationships.some(
      (other) => other.service === service && other.during.from >= (during.to ?? other.during.from) && other.id !== id,
    );
  return relationships.flatMap((one) => {
    const granted = grantedDays(one.service, decisions);
    const ranOut =
      one.during.to !== null && one.during.to <= today && endedByDecision(one.during, granted) && !left(one);
    if (!contains(one.during, today) && !ranOut) return [];
    const goesOn = ranOut && goesOnFor(one.during, granted) !== null;
    const footing = ranOut
      ? { state: 'ended' as const, lastDay: lastDay(one.during) }
      : footingOn(one.during, granted, today);
    return [{ relationshipId: one.id, service: one.service, ...footing, goesOn }];
  });
}

interface Coached {
  readonly relationship: Relationship;
  readonly rhythms: Awaited<ReturnType<typeof rhythmsOf>>;
  readonly lastContacts: ReadonlyMap<string, readonly HeldContact[]>;
  readonly agreed: readonly (AgreedRhythm & { readonly relationshipId: string })[];
  readonly agreements: readonly (Agreement & { readonly relationshipId: string | undefined })[];
}

/** When the next contact of a relationship is due, from what the page has read anyway. */
function nextOf({ relationship, rhythms, lastContacts, agreed, agreements }: Coached, on: Day) {
  const own = lastContacts.get(relationship.id) ?? [];
  const last = own.filter(keepsRhythm).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
  const wishes = agreed.filter(({ relationshipId }) => relationshipId === relationship.id);
  const due = dueDay(
    {
      relationship: relationship.during,
      rhythms: rhythms.filter(({ service }) => service === relationship.service),
      agreed: wishes,
      contacts: own,
      pauses: relationship.pauses.map(({ during }) => during),
      agreements: agreements
        .filter(({ relationshipId }) => relationshipId === relationship.id)
        .map(({ during, placedDuring }) => ({
          from: during.from,
          to:
            placedDuring.to !== null && during.to !== null && placedDuring.to < during.to ? placedDuring.to : during.to,
        })),
    },
    on,
  );
  return {
    relationshipId: relationship.id,
    due,
    last: last ? { heldOn: last.heldOn, kind: last.kind } : null,
    wishesVersion: versionOfWishes(wishes),
    wishedEveryDays: wishes.find(({ during }) => contains(during, on))?.everyDays ?? null,
  };
}

export const clientPage = ask({
  name: 'clientPage',
  method: 'GET',
  path: '/api/clients/{clientId}/page',
  says: 'A client’s page: the whole way from referral on, what holds today, what is due, who answers, and what is new to the asker',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    client: zClient,
    /** Other records of the same person that the worker may open. */
    /** Null where the client is protected: it is then told on the details alone. */
    phone: z.string().nullable(),
    otherRecords: z.array(zId),
    /** From which organiser the client came, where the task passed on. */
    cameFrom: z.object({ organiser: z.string(), fromOn: zDay }).nullable(),
    lastVisitAt: z.string().nullable(),
    newIds: z.array(zId),
    permitted: zPermitted(offered),
    /** The services that one’s own post may decide on today; others one prepares for a decider. */
    decides: z.array(zService),
    relationships: z.array(zRelationship.extend({ next: z.array(z.enum(matterSteps)) })),
    /** On what the services stand that are given, or that ended with their decision alone; whether a new one carries them on. */
    footings: z.array(zFooting.extend({ relationshipId: zId, service: zService, goesOn: z.boolean() })),
    answering: z.array(zAnswering),
    workplaceContacts: z.array(zWorkplaceContact),
    referrals: z.array(zReferralOnDay.extend({ matter: z.enum(matterStates), next: z.array(z.enum(matterSteps)) })),
    plans: z.array(zPlan.omit({ items: true }).extend({ reviewDue: z.boolean() })),
    decisions: z.array(zDecision.extend({ begun: z.boolean() })),
    placements: z.array(
      zPlacementSeen.extend({
        /** From which day on its meal has no ground by the decisions, and by which provision. */
        mealLost: z.object({ from: zDay, cite: z.string() }).nullable(),
      }),
    ),
    outside: z.array(zOutside),
    agreements: z.array(zAgreementOnDay),
    /** The newest, and earlier ones that are news. */
    contacts: z.array(zContact),
    /** The day from which all contacts are there; null where none is earlier. */
    contactsFrom: zDay.nullable(),
    visits: z.array(zVisit),
    unheldVisits: z.array(zUnheldVisit),
    next: z.array(
      z.object({
        relationshipId: zId,
        due: zDue,
        last: z.object({ heldOn: zDay, kind: zContact.shape.kind }).nullable(),
        wishedEveryDays: z.int().nullable(),
        /** Of the client's own rhythm, for another to tell that it saw it; null where there is none. */
        wishesVersion: z.string().nullable(),
      }),
    ),
    exits: z.array(zExit.extend({ version: z.string() })),
    transitions: z.array(zTransition.extend({ version: z.string() })),
  }),
  may: clientDeskAccess.clientPage,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId }, who, relations, today, refuse }) => {
    const may = (act: May) => mayDo(act, who, relations);
    const readsContacts = may(coachingAccess.contacts);
    // Who handles a matter reads what was said of it, and no more.
    const readsOfMatters = readsContacts || may(coachingAccess.recordContactOnMatter);
    const newest = readsContacts
      ? ({ clientId, which: 'all', limit: contactsAtFirst } as const)
      : ({ clientId, which: 'of-matters', limit: 10_000 } as const);
    // None depends on another's answer: all go out in one trip.
    const [
      client,
      lastVisitAt,
      rest,
      relationships,
      decisions,
      rights,
      plans,
      placements,
      agreements,
      contacts,
      from,
      lastContacts,
      rhythms,
      answering,
      referrals,
      assessments,
      visits,
      unheldVisits,
    ] = await Promise.all([
      clientOn(tx, clientId, today, who.language),
      lastVisitTo(tx, clientId, who.workerId),
      restOf(tx, clientId, today),
      relationshipsOfClient(tx, clientId, today, who.language),
      decisionsOfClient(tx, clientId, who.language),
      ownRightsOn(tx, who, today),
      may(planAccess.plansOf) ? plansOfClient(tx, clientId, who.language) : [],
      placementsOf(tx, clientId),
      agreementsOf(tx, termsOf, clientId),
      readsOfMatters ? contactsOf(tx, newest, who.workerId, today) : [],
      readsOfMatters ? contactsFrom(tx, newest) : null,
      readsContacts ? lastContactsOf(tx, clientId, today) : new Map<string, never>(),
      readsContacts ? rhythmsOf(tx, who.organiserId) : [],
      answeringOn(tx, clientId, today, who.language),
      referralsDecidedOf(tx, clientId),
      may(assessmentAccess.assessmentOf) ? assessmentFactsOfClient(tx, clientId) : new Map<string, never>(),
      readsContacts ? openVisitsOf(tx, wasHeld, clientId) : [],
      readsContacts ? unheldVisitsOf(tx, clientId) : [],
    ]);
    if (!client) return refuse('no-such-client');
    const relationshipOfPlacement = new Map(placements.map(({ id, relationshipId }) => [id, relationshipId]));
    const coached = {
      rhythms,
      lastContacts,
      agreed: rest.agreed.map((wish) => wish),
      agreements: agreements.map((one) => ({ ...one, relationshipId: relationshipOfPlacement.get(one.placementId) })),
    };
    const left = new Set(rest.exits.map(({ relationshipId }) => relationshipId));
    const known = { decisions, plans, relationships, placements, agreements, left };
    const serviceState = (one: Relationship) =>
      serviceStateOn({ ...one, left: left.has(one.id) }, placements, agreements, today);
    return {
      client,
      otherRecords: [...rest.otherRecords],
      cameFrom: await previousOrganiser(tx, clientId, who.language),
      lastVisitAt,
      newIds: [...rest.newIds],
      phone: rest.phone,
      permitted: permittedOf(offered, who, relations),
      decides: [...new Set(rights.map(({ service }) => service))],
      relationships: relationships.map((one) => ({
        ...one,
        next: nextSteps(begunFacts(serviceState(one), one.during.from), today),
      })),
      footings: footingsOf(relationships, decisions, rest, today),
      answering,
      workplaceContacts: [...rest.workplaceContacts],
      referrals: referrals.map((one) => {
        const { dueOn, daysLeft } = clockOn(one.receivedOn, today);
        const facts = matterFacts(one, { ...known, assessed: assessments.get(one.id) }, today);
        return {
          ...withVersion(zReferralDetails)(one),
          state: stateOn(one, today),
          decisionDueOn: dueOn,
          daysLeft,
          matter: matterOn(facts, today),
          next: nextSteps(facts, today),
        };
      }),
      plans: plans.map(({ items: _, ...plan }) => ({ ...plan, reviewDue: reviewIsDue(plan, today) })),
      decisions: decisions.map((one) => ({
        ...one,
        begun: relationships.some(({ decisionId }) => decisionId === one.id),
      })),
      placements: placements.map((one) => {
        const carrying = decisions.filter((decision) => carries(decision.service, one.service));
        const lost = one.meal ? mealGroundLost(one.service, carrying, client.birthOn, one.during) : null;
        return {
          ...one,
          version: placementAgreedVersion(one, agreements),
          mealLost: lost && { from: lost.from, cite: cite(lost.provision, who.language) },
        };
      }),
      outside: seesWhole(relations) ? rest.outside : [],
      agreements: agreements.map((one) => agreementOnDay(one, today)),
      contacts,
      contactsFrom: from,
      visits,
      unheldVisits,
      next: readsContacts
        ? relationships
            .filter(({ during, service }) => contains(during, today) && rhythms.some((one) => one.service === service))
            .map((relationship) => nextOf({ ...coached, relationship }, today))
        : [],
      exits: rest.exits.map(withVersion(zExitDetails)),
      transitions: rest.transitions.map(withVersion(zMoveDetails)),
    };
  },
});

const zViewsOfClientRow = z.object({
  act: z.string(),
  worker: z.string().nullable(),
  organiser: z.string().nullable(),
  times: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
  total: z.number(),
});

export const viewsOfClient = ask({
  name: 'viewsOfClient',
  method: 'GET',
  path: '/api/clients/{clientId}/views',
  says: 'Tell who has looked at a client’s data or changed it, when and by which act, newest first',
  input: z.strictObject({ clientId: zId, limit: zCount(1, 2000).default(100) }),
  output: z.object({
    views: z.array(
      z.object({
        act: z.string(),
        worker: z.string().nullable(),
        organiser: z.string().nullable(),
        /** One after another, the same worker by the same act on one day is one line. */
        times: z.int(),
        firstAt: z.string(),
        lastAt: z.string(),
      }),
    ),
    total: z.int(),
  }),
  may: clientDeskAccess.viewsOfClient,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: {},
  run: async ({ tx, input: { clientId, limit }, who }) => {
    const { rows } = await rowsOf(zViewsOfClientRow)`
      select a.act, w.family_name || ' ' || w.given_name as worker, o.${sql.ref(`name_${who.language}`)} as organiser, a.times,
        a.first_at as "firstAt", a.last_at as "lastAt", count(*) over () as total
      from (
        select act, worker_id, organiser_id, (happened_at at time zone 'Europe/Helsinki')::date as on_day, count(*) as times,
          min(happened_at) as first_at, max(happened_at) as last_at
        from client_views(${clientId}) group by 1, 2, 3, 4
      ) a
      left join worker_worker w on w.id = a.worker_id
      left join organiser_organiser o on o.id = a.organiser_id
      order by a.last_at desc, a.act limit ${limit}`.execute(tx);
    return { views: rows.map(({ total: _, ...view }) => view), total: rows[0]?.total ?? 0 };
  },
});
