import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Language, plainLanguage } from '../../kernel/language.ts';
import { zLine, zLinesOnce, zToldPaperText, zToldText } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { type Service, zService } from '../../kernel/service.ts';
import { correctionProcedure, decisionReasons, hearingOfParty } from '../../law/act-2003-434.ts';
import { executionLimit } from '../../law/act-2014-1301.ts';
import { excludes } from '../../law/basis.ts';
import { cite, cited } from '../../law/provisions.ts';
import { act, ask, mayDo, permittedOf, type Refuse, type Who, zPaper, zPermitted } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { assessmentById } from '../assessment/reads.ts';
import { benefitsOf, clientOn, isPlaceHidden, letterPartyOf, reachOn } from '../client/reads.ts';
import { copyFor, mustServe, originalLanguage, recipientsOf } from '../client/rules.ts';
import { type Serving, zRecipients, zServing, zWhy } from '../client/words.ts';
import { hearingOf, hearingsOfMatter } from '../hearing/reads.ts';
import { heardOn } from '../hearing/rules.ts';
import { zHeardState } from '../hearing/words.ts';
import { dataProtectionOf, groupsOn, offeringsOn, rectificationBodyOn } from '../organiser/reads.ts';
import { zCitable, zOffered } from '../organiser/words.ts';
import { phrasesOf, phrasesOn } from '../phrase/reads.ts';
import { hasUnfinishedPhrase } from '../phrase/rules.ts';
import { zOwnPhrase } from '../phrase/words.ts';
import { makePlan } from '../plan/acts.ts';
import { planOf, plansOfClient, signatureOf } from '../plan/reads.ts';
import { citedPlan, planItemsOf, unsignedBy } from '../plan/rules.ts';
import { contentOfPlan, type Plan, zPlanCited } from '../plan/words.ts';
import { referralOf } from '../referral/reads.ts';
import { clockOn, matterOn, noStep, ownFacts, stateOn } from '../referral/rules.ts';
import { zReferralDetails } from '../referral/words.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { decidingRightsOn, ownRightsOn } from '../worker/reads.ts';
import { rightToDecide } from '../worker/rules.ts';
import { decisionAccess } from './access.ts';
import { blocksOf, decisionPaper } from './letter.ts';
import {
  correctionsSince,
  decisionOf,
  decisionsOfClient,
  decisionVersion,
  type KnownDecision,
  letterBytesOf,
  letterFactsOf,
  lettersOfVersion,
  proposalOf,
  referralDecided,
  referralsDecidedOf,
  standingDecision,
  standingProposal,
  standingService,
  standingTogether,
} from './reads.ts';
import {
  annulledDays,
  changeObstacle,
  daysMended,
  decisionObstacle,
  endsNothing,
  explanationsDue,
  fieldsChanged,
  frameOf,
  grantedAlready,
  grantedOf,
  grantObstacles,
  grantsLessAnew,
  hearingObstacle,
  lackingIn,
  lacksBasis,
  lacksEasyReasons,
  letterOf,
  mayStillMend,
  mendedAgainst,
  noGroundForMeal,
  outsideOf,
  provisionOf,
  rectifyUntil,
  takesDaysAway,
} from './rules.ts';
import { contentWords, decisionRefusals, letterWords, unsignedText } from './texts.ts';
import {
  type Also,
  annulmentGrounds,
  type CitedCorrection,
  type Decision,
  type DecisionLetter,
  type ExplainedKind,
  type Explanations,
  type NewDecision,
  outcomes,
  type PersonDecided,
  terms,
  zAlso,
  zCitedCorrection,
  zDecision,
  zFieldChanged,
  zGranted,
  zLetterPreview,
  zNewDecision,
  zPersonDecided,
  zProposal,
  zProposed,
  zReferralOnDay,
  zTogether,
} from './words.ts';
import {
  annul,
  correct,
  deleteNotices,
  insertDecision,
  insertLetter,
  insertNotices,
  keepServed,
  keepVersion,
  putProposal,
  keepProposalReturned as sendBack,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const refuses = { ...makePlan.refuses, ...decisionRefusals };

const offered = {
  decide: decisionAccess.decide,
  serveDecision: decisionAccess.serveDecision,
  decisionLetter: decisionAccess.decisionLetter,
  correctedSinceDecision: decisionAccess.correctedSinceDecision,
};

export const decisionFrame = ask({
  name: 'decisionFrame',
  method: 'GET',
  path: '/api/clients/{clientId}/referrals/{referralId}/decision-frame',
  says: 'Tell what the law offers for deciding a pending matter: provisions, term, plans to cite',
  input: z.strictObject({ clientId: zId, referralId: zId }),
  output: z.object({
    service: zService,
    receivedOn: zDay,
    decidedOn: zDay.nullable(),
    dueOn: zDay,
    term: z.enum(terms),
    /** Those that are cited as a rule, those by which it may be arranged instead, and those by which it may be denied. */
    provisions: z.array(zCitable),
    alternatives: z.array(zCitable),
    grounds: z.array(zCitable),
    plans: z.array(zPlanCited),
    /** In which ways the organiser offers the service today, and the groups that give it. */
    offerings: z.array(zOffered),
    places: z.array(z.string()),
    /** Whether the client was heard as of today, and reads easy language: what a decision against them needs. */
    heard: zHeardState,
    easyLanguage: z.boolean(),
    /** In which language the decision is made: the client's where that is Finnish or Swedish. */
    language: z.enum(['fi', 'sv']),
    /** The organiser's own ready reasons for the service, in that language. */
    phrases: z.array(zOwnPhrase),
    /** What tells whether the client is in the group of an act. */
    person: zPersonDecided,
    /** Standing decisions that grant the same need on days of their own. */
    granted: z.array(zGranted),
    /** The days that the decision granted which is decided anew; null where there is none, or it granted none. */
    annulled: zRange.nullable(),
    /** Whether the asker may decide the matter today, and who else may: whom one can send it to. */
    mayDecide: z.boolean(),
    deciders: z.array(z.object({ id: zId, name: z.string(), onlyBy: z.string().nullable() })),
    proposal: zProposal.nullable(),
    /** The client's other pending matters, and what is prepared of each: they may be decided in one go. */
    others: z.array(
      z.object({
        referralId: zId,
        number: z.string(),
        service: zService,
        prepared: z
          .object({
            version: z.string(),
            outcome: z.enum(outcomes),
            changesId: zId.nullable(),
            inPart: z.boolean(),
            during: zRange.nullable(),
            lastDay: zDay.nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  may: decisionAccess.decisionFrame,
  audited: ofClient,
  refuses,
  run: async ({ tx, input: { clientId, referralId }, who, today, refuse }) => {
    const referral = await referralDecided(tx, clientId, referralId);
    if (!referral) return refuse('no-such-matter');
    const { term, provisions, alternatives, grounds } = frameOf(referral);
    const citedAll = (ids: readonly string[]) => ids.map((id) => ({ id, cite: cited(id, who.language) }));
    const plans = await plansOfClient(tx, clientId, who.language);
    const rights = (await decidingRightsOn(tx, who.organiserId, today)).filter(
      ({ service }) => service === referral.service,
    );
    const client = await clientOn(tx, clientId, today);
    const decisions = await decisionsOfClient(tx, clientId, who.language, 'all');
    const standing = decisions.filter(({ annulledOn }) => annulledOn === null);
    const decidedIn = originalLanguage(client?.serviceLanguage ?? 'fi');
    return {
      service: referral.service,
      receivedOn: referral.receivedOn,
      decidedOn: referral.decidedOn,
      dueOn: executionLimit(referral.receivedOn),
      term,
      provisions: citedAll(provisions),
      alternatives: citedAll(alternatives),
      grounds: citedAll(grounds),
      plans: plans.filter(({ service }) => service === referral.service).map(citedPlan),
      offerings: (await offeredOn(tx, who.organiserId, referral.service, today)).map(
        ({ id, provisionMode, provider }) => ({ id, mode: provisionMode, provider }),
      ),
      places: (await groupsOn(tx, who.organiserId, today))
        .filter(({ service }) => service === referral.service)
        .map(({ unit, name }) => `${unit}, ${name}`),
      heard: heardOn(await hearingsOfMatter(tx, referralId), today),
      easyLanguage: client?.easyLanguage ?? false,
      language: decidedIn,
      phrases: await phrasesOn(tx, who.organiserId, { service: referral.service, language: decidedIn }, today),
      person: await personDecided(tx, clientId, client),
      granted: grantedOf(referral.service, standing),
      annulled: annulledDays(referralId, decisions),
      mayDecide: rights.some(({ workerId }) => workerId === who.workerId),
      deciders: rights.map(({ workerId, name, provision }) => ({
        id: workerId,
        name,
        onlyBy: provision && cited(provision, who.language),
      })),
      proposal: await proposalOf(tx, referralId),
      others: await othersPending(tx, { clientId, referralId }, today),
    };
  },
});

/** The client's other matters that can be decided today, with what is prepared of each. */
async function othersPending(
  tx: Read,
  { clientId, referralId }: { readonly clientId: string; readonly referralId: string },
  today: Day,
) {
  const open = (await referralsDecidedOf(tx, clientId)).filter(
    (one) => one.id !== referralId && noStep(matterOn(ownFacts(one), today), 'decide') === null,
  );
  return Promise.all(
    open.map(async ({ id, number, service }) => {
      const proposal = await proposalOf(tx, id);
      if (proposal === null || proposal.returnedOn !== null) return { referralId: id, number, service, prepared: null };
      const { outcome, changesId, inPart, during, lastDay } = proposal.proposed;
      const { version } = proposal;
      return { referralId: id, number, service, prepared: { version, outcome, changesId, inPart, during, lastDay } };
    }),
  );
}

/** The matter and the plan of a decision about to be made; refuses whatever stands in its way. */
async function checked(
  {
    tx,
    today,
    who: { organiserId, language },
    refuse,
  }: {
    readonly tx: Read;
    readonly today: Day;
    readonly who: Pick<Who, 'organiserId' | 'language'>;
    readonly refuse: Refuse<typeof refuses>;
  },
  clientId: string,
  decision: NewDecision,
) {
  const referral = await referralDecided(tx, clientId, decision.referralId);
  if (!referral) return refuse('no-such-matter', { field: 'referralId' });
  const none = noStep(matterOn(ownFacts(referral), today), 'decide');
  if (none) return refuse(none);
  const plan = decision.planId === null ? null : await planOf(tx, clientId, decision.planId, language);
  if (decision.planId !== null && plan?.service !== referral.service)
    return refuse('no-such-plan', { field: 'planId' });
  // What bears an earlier day is made today all the same.
  const competence = await competenceFactsOf(tx, organiserId);
  for (const on of new Set([decision.decidedOn, today]))
    mustBeCompetent(refuse, competence, { service: referral.service, on, field: 'decidedOn' });
  if (!(await rectificationBodyOn(tx, organiserId, decision.decidedOn))) return refuse('no-rectification-body');
  const obstacle = decisionObstacle(decision, referral, plan, today);
  if (obstacle) return refuse(obstacle.why, { field: obstacle.field });
  if (lacksBasis(decision, referral)) return refuse('no-basis', { field: 'provisions' });
  const [lacking] = grantObstacles(decision, referral, plan);
  if (plan && lacking?.why === 'plan-unsigned') {
    const unsigned = unsignedBy(plan);
    return refuse(
      lacking.why,
      unsigned.length > 0
        ? {
            field: 'planId',
            detail: `${unsignedText(unsigned, plan.madeOn, language)} (${cite(lacking.provision, language)})`,
          }
        : { field: 'planId', cites: cite(lacking.provision, language) },
    );
  }
  if (lacking) {
    const field = lacking.why.startsWith('period-') ? 'during' : 'planId';
    const cites = cite(lacking.provision, language);
    return refuse(
      lacking.why,
      typeof lacking.expected === 'number' ? { field, cites, expected: String(lacking.expected) } : { field, cites },
    );
  }
  const client = await clientOn(tx, clientId, decision.decidedOn);
  const decisions = await decisionsOfClient(tx, clientId, language, 'all');
  const standing = decisions.filter(
    ({ annulledOn, service }) => annulledOn === null && excludes(service, referral.service),
  );
  const unchanged = changeObstacle(decision, referral.service, standing);
  if (unchanged) return refuse(unchanged, { field: 'changesId' });
  const lessAnew = grantsLessAnew(decision, annulledDays(referral.id, decisions));
  const takesAway = takesDaysAway(decision, standing) || lessAnew;
  const heard = heardOn(await hearingsOfMatter(tx, referral.id), decision.decidedOn);
  const unheard = hearingObstacle(decision, heard, takesAway);
  if (unheard) return refuse(unheard, { field: 'unheard', cites: cite(hearingOfParty.id, language) });
  const already = grantedAlready(decision, referral.service, standing, today);
  if (already) return refuse('granted-already', { field: 'during', detail: already.number });
  const person = await personDecided(tx, clientId, client);
  const outside = outsideOf(decision, referral.service, person);
  const due = explanationsDue(decision, referral, { plan, outside, granted: standing, today });
  mustExplain({ refuse, language }, decision, due, outside);
  mustChargeByLaw({ refuse, language }, decision, referral.service, person);
  const unfinished = await unfinishedIn(tx, organiserId, decision);
  if (unfinished) return refuse('reasons-unfinished', { field: unfinished });
  if (client && lacksEasyReasons(decision, client.easyLanguage, takesAway))
    return refuse('easy-reasons-missing', { field: 'easyReasons', cites: cite(decisionReasons.id, language) });
  if (decision.offeringId !== null && decision.during) {
    const offered = await offeredOn(tx, organiserId, referral.service, decision.during.from);
    if (!offered.some(({ id }) => id === decision.offeringId)) return refuse('not-offered', { field: 'offeringId' });
  }
  // An explanation of what is not out of the ordinary is not kept: the letter would say it.
  const explanations = Object.fromEntries(due.map((kind) => [kind, decision.explanations[kind]]));
  // Each provision stands once in the letter.
  const provisions = [...new Set(decision.provisions)];
  return { referral, plan, decision: { ...decision, provisions, explanations } };
}

/** Which of the reasons still has a ready reason in it as it was put there, of the built-in ones and the organiser's own. */
async function unfinishedIn(
  tx: Read,
  organiserId: string,
  written: Pick<NewDecision, 'reasons' | 'easyReasons'>,
): Promise<'reasons' | 'easyReasons' | null> {
  const own = await phrasesOf(tx, organiserId);
  return (['reasons', 'easyReasons'] as const).find((field) => hasUnfinishedPhrase(written[field], own)) ?? null;
}

/** What tells of a client whether the act of a service is meant for them. */
async function personDecided(
  tx: Read,
  clientId: string,
  client: { readonly birthOn: Day | null } | null,
): Promise<PersonDecided> {
  const benefits = (await benefitsOf(tx, clientId)).map(({ benefit, main, during }) => ({ benefit, main, during }));
  return { birthOn: client?.birthOn ?? null, benefits };
}

interface Refusing {
  readonly refuse: Refuse<typeof refuses>;
  readonly language: Language;
}

/** Refuses a decision that does not say why it is out of the ordinary, at the field where it is asked. */
function mustExplain(
  { refuse, language }: Refusing,
  { explanations }: Pick<NewDecision, 'explanations'>,
  due: readonly ExplainedKind[],
  outside: Parameters<typeof provisionOf>[1],
): void {
  const unexplained = due.find((kind) => explanations[kind] === undefined);
  if (!unexplained) return;
  const provision = provisionOf(unexplained, outside);
  const field = `explanations.${unexplained}`;
  refuse(unexplainedBy[unexplained], provision ? { field, cites: cite(provision, language) } : { field });
}

/** Refuses a meal that the act on charges lets nobody charge. */
function mustChargeByLaw(
  { refuse, language }: Refusing,
  { mealCharge, during, provisions }: Pick<NewDecision, 'mealCharge' | 'during' | 'provisions'>,
  service: Service,
  { birthOn }: PersonDecided,
): void {
  const against =
    mealCharge === null || during === null ? null : noGroundForMeal(service, { provisions, birthOn }, during.from);
  if (against) refuse('meal-without-ground', { field: 'mealCharge', cites: cite(against, language) });
}

/** The right of a worker's posts by which a decision may be made on its day, and today where it is dated back; refuses where there is none. */
async function mustDecide(
  {
    tx,
    who,
    today,
    refuse,
  }: Pick<Parameters<typeof checked>[0], 'tx' | 'today' | 'refuse'> & { readonly who: Pick<Who, 'organiserId'> },
  { workerId, field }: { readonly workerId: string; readonly field: string | null },
  service: Service,
  decision: Pick<NewDecision, 'provisions' | 'decidedOn'>,
) {
  const rightOn = async (on: Day) => {
    const own = await ownRightsOn(tx, { organiserId: who.organiserId, workerId }, on);
    return rightToDecide(own, service, decision.provisions);
  };
  const right = await rightOn(decision.decidedOn);
  if (right && (decision.decidedOn >= today || (await rightOn(today)))) return right;
  return field === null ? refuse('may-not-decide') : refuse('decider-may-not', { field });
}

/** How a decision is refused that does not explain what is out of the ordinary in it. */
const unexplainedBy = {
  datedBack: 'dated-back',
  retroactive: 'retroactive',
  endsBefore: 'ends-before',
  longer: 'longer-than-law',
  fixedTerm: 'fixed-term',
  outsideGroup: 'outside-group',
  departsFromPlan: 'departs-from-plan',
  correctedAgainst: 'corrected-against',
} as const;

type Decided = { readonly number?: string; readonly translation?: boolean } & Pick<
  NewDecision,
  | 'referralId'
  | 'planId'
  | 'outcome'
  | 'changesId'
  | 'lastDay'
  | 'decidedOn'
  | 'during'
  | 'reasons'
  | 'easyReasons'
  | 'unheard'
  | 'explanations'
  | 'provisions'
  | 'offeringId'
  | 'place'
  | 'mealCharge'
> & {
    readonly inPart: boolean;
    readonly presentedById: string | null;
    readonly delegation: string | null;
    readonly correctedOn?: Day | null;
    readonly correctedBecause?: string | null;
  };

/** The letter of a decision, from what holds on its day. */
async function letterFor(
  tx: Read,
  { organiserId, clientId }: { readonly organiserId: string; readonly clientId: string },
  decidedById: string,
  decision: Decided,
) {
  const facts = await letterFactsOf(tx, { ...decision, decidedById, translation: decision.translation ?? false });
  if (!facts) throw new Error('A decision stands on a referral');
  const reach = await reachOn(tx, clientId, decision.decidedOn);
  const offered = decision.during ? await offeredOn(tx, organiserId, facts.service, decision.during.from) : [];
  const chosen =
    offered.find(({ id }) => id === decision.offeringId) ?? (offered.length === 1 ? offered[0] : undefined);
  const by = chosen ? { mode: chosen.provisionMode, provider: chosen.provider } : null;
  const letter = letterOf(decision, facts, reach, letterWords(facts, by, decision.mealCharge));
  return decision.number === undefined ? letter : { ...letter, number: decision.number };
}

/** In which ways an organiser offers a service on a day. */
async function offeredOn(tx: Read, organiserId: string, service: Service, on: Day) {
  return (await offeringsOn(tx, organiserId, on)).filter((one) => one.service === service);
}

/** Refuses a letter that lacks something that a decision must show. */
function mustBeWhole(letters: readonly DecisionLetter[], refuse: Refuse<typeof refuses>) {
  for (const letter of letters) {
    const [first] = lackingIn(letter);
    if (first !== undefined) refuse('letter-lacks', { detail: contentWords[first][plainLanguage(letter.language)] });
  }
}

type Call = Parameters<typeof checked>[0] & { readonly who: Who };

/** One matter that is about to be decided, with what is decided of it and who prepared it. */
interface Deciding {
  readonly service: Service;
  readonly decision: NewDecision;
  readonly presentedById: string | null;
  readonly delegation: string;
}

/** What is decided in one go: the matter of the form, and those others for which a decision is prepared as it was seen. */
async function allDecided(
  call: Call,
  clientId: string,
  input: NewDecision,
  also: Also,
  decider: { readonly workerId: string; readonly field: string | null },
): Promise<Deciding[]> {
  const { tx, who, refuse } = call;
  const one = async (within: Call, decision: NewDecision, by: typeof decider): Promise<Deciding> => {
    const { referral, decision: whole } = await checked(within, clientId, decision);
    const { delegation } = await mustDecide(within, by, referral.service, whole);
    const presentedById = by.workerId === who.workerId ? await presenterOf(tx, referral.id, by.workerId) : who.workerId;
    return { service: referral.service, decision: whole, presentedById, delegation };
  };
  const all = [await one(call, input, decider)];
  for (const [i, { referralId, seen }] of also.entries()) {
    const field = `also.${i}`;
    if (all.some(({ decision }) => decision.referralId === referralId)) return refuse('not-prepared', { field });
    const referral = await referralDecided(tx, clientId, referralId);
    const proposal = referral && (await proposalOf(tx, referralId));
    if (!proposal || proposal.returnedOn !== null || proposal.version !== seen)
      return refuse('not-prepared', { field });
    const { datedBack } = input.explanations;
    const { proposed } = proposal;
    const decision = {
      ...proposed,
      decidedOn: input.decidedOn,
      explanations: { ...proposed.explanations, ...(datedBack === undefined ? {} : { datedBack }) },
    };
    // What is wrong with what was prepared is told at its choice: the form has no fields of it.
    const atChoice: Call['refuse'] = (code, more) => refuse(code, { ...more, field });
    all.push(await one({ ...call, refuse: atChoice }, decision, decider));
  }
  return all;
}

/** The letter of what is decided in one go, service by service. */
async function lettersFor(
  tx: Read,
  own: { readonly organiserId: string; readonly clientId: string },
  decidedById: string,
  decided: readonly Decided[],
): Promise<DecisionLetter[]> {
  const letters: DecisionLetter[] = [];
  for (const one of decided) letters.push(await letterFor(tx, own, decidedById, one));
  return letters;
}

export const previewDecision = ask({
  name: 'previewDecision',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/preview',
  says: 'Show the letter that a decision would make, as it would be printed, without deciding',
  input: z.strictObject({
    clientId: zId,
    ...zNewDecision.shape,
    also: zAlso.default([]),
    deciderId: zId.nullable().default(null),
  }),
  output: zLetterPreview,
  may: decisionAccess.previewDecision,
  audited: ofClient,
  refuses,
  run: async ({ tx, input: { clientId, deciderId, also, ...input }, who, today, refuse }) => {
    const workerId = deciderId ?? who.workerId;
    const decider = { workerId, field: deciderId === null ? null : 'deciderId' };
    const all = await allDecided({ tx, today, who, refuse }, clientId, input, also, decider);
    const own = { organiserId: who.organiserId, clientId };
    const decided = all.map(({ decision, presentedById, delegation }) => ({ ...decision, presentedById, delegation }));
    const [letter, ...others] = await lettersFor(tx, own, workerId, decided);
    if (!letter) throw new Error('A letter is of a decision');
    mustBeWhole([letter, ...others], refuse);
    const paper = decisionPaper(letter, others);
    return {
      title: paper.title,
      language: letter.language,
      sender: [paper.sender.name, ...paper.sender.lines],
      recipient: [...paper.recipient.lines],
      facts: [...paper.facts],
      blocks: blocksOf(paper, await dataProtectionOf(tx, who.organiserId, letter.language)),
    };
  },
});

export const decide = act({
  name: 'decide',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions',
  says: 'Grant or deny a service, with reasons and the provisions of the day the matter became pending; makes the letter. Other prepared matters of the client are decided with it by one letter',
  input: z.strictObject({ clientId: zId, ...zNewDecision.shape, also: zAlso.default([]) }),
  output: z.object({ decisionId: zId }),
  may: decisionAccess.decide,
  audited: { ...ofClient, detail: ({ outcome }) => ({ outcome }) },
  refuses,
  conflicts: {
    decision_stands_once: 'already-decided',
    decision_plan_is_signed: { code: 'plan-unsigned', field: 'planId' },
    decision_plan_goes_on: { code: 'plan-interrupted', field: 'planId' },
    decision_within_plan: { code: 'outside-plan', field: 'planId' },
    referral_referral_one_outcome: 'already-withdrawn',
    decision_granted_once: { code: 'granted-already', field: 'during' },
    decision_changed_once: { code: 'changed-already', field: 'changesId' },
    decision_changes_own: { code: 'no-such-decision', field: 'changesId' },
    relationship_on_changed: { code: 'days-served', field: 'during' },
    placement_on_changed: { code: 'placed-beyond-plan', field: 'planId' },
  },
  run: async ({ tx, input: { clientId, also, ...input }, who, today, refuse }) => {
    const decider = { workerId: who.workerId, field: null };
    const all = await allDecided({ tx, today, who, refuse }, clientId, input, also, decider);
    const own = { organiserId: who.organiserId, clientId };
    const togetherId = also.length > 0 ? newId() : null;
    // In the order of their keys, by which the letter has them.
    const ids = all.map(newId).toSorted();
    for (const [i, { service, decision, presentedById, delegation }] of all.entries()) {
      const by = { decidedById: who.workerId, presentedById, delegation };
      await insertDecision(tx, own, by, service, decision, { id: ids[i] as string, togetherId });
    }
    const decisionId = ids[0] as string;
    const number = (await decisionOf(tx, clientId, decisionId, who.language))?.number;
    const decided = all.map(({ decision, presentedById, delegation }) => ({
      ...decision,
      presentedById,
      delegation,
      ...(number === undefined ? {} : { number }),
    }));
    const letters = await lettersFor(tx, own, who.workerId, decided);
    mustBeWhole(letters, refuse);
    const made = all.map(({ service }, i) => ({ id: ids[i] as string, service }));
    await keepLetters(tx, own, made, letters, 1);
    return { decisionId };
  },
});

/** Who presented a matter to another who decides it; null where the decider prepared it. */
async function presenterOf(tx: Read, referralId: string, deciderId: string): Promise<string | null> {
  const proposal = await proposalOf(tx, referralId);
  const open = proposal && proposal.returnedOn === null && proposal.presentedById !== deciderId;
  return open ? proposal.presentedById : null;
}

export const presentDecision = act({
  name: 'presentDecision',
  method: 'PUT',
  path: '/api/clients/{clientId}/referrals/{referralId}/proposal',
  says: 'Send a prepared decision to somebody whose post may decide it; what was sent before gives way',
  input: zProposed.extend({ clientId: zId, deciderId: zId, seen: zSeen }),
  output: zEdited,
  may: decisionAccess.presentDecision,
  audited: { ...ofClient, detail: ({ outcome, deciderId }) => ({ outcome, deciderId }) },
  refuses,
  edits: ({ tx, input }) => standingProposal(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, deciderId, seen: _, ...proposed }, who, today, refuse }) => {
    const { referral, decision } = await checked({ tx, today, who, refuse }, clientId, {
      ...proposed,
      decidedOn: today,
    });
    if (deciderId === who.workerId) return refuse('decider-is-oneself', { field: 'deciderId' });
    await mustDecide(
      { tx, who, today, refuse },
      { workerId: deciderId, field: 'deciderId' },
      referral.service,
      decision,
    );
    const by = { presentedById: who.workerId, presentedOn: today, deciderId };
    await putProposal(tx, { organiserId: who.organiserId, clientId }, by, decision);
    return { done: true as const };
  },
});

export const prepareDecision = act({
  name: 'prepareDecision',
  method: 'PUT',
  path: '/api/clients/{clientId}/referrals/{referralId}/proposal/own',
  says: 'Keep a prepared decision that one may make oneself, to make it together with that on another matter of the client',
  input: zProposed.extend({ clientId: zId, seen: zSeen }),
  output: zEdited,
  may: decisionAccess.prepareDecision,
  audited: { ...ofClient, detail: ({ outcome }) => ({ outcome }) },
  refuses,
  edits: ({ tx, input }) => standingProposal(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, seen: _, ...proposed }, who, today, refuse }) => {
    const call = { tx, today, who, refuse };
    const { referral, decision } = await checked(call, clientId, { ...proposed, decidedOn: today });
    await mustDecide(call, { workerId: who.workerId, field: null }, referral.service, decision);
    // Whoever presented it is still named in the letter.
    const presentedById = (await presenterOf(tx, referral.id, who.workerId)) ?? who.workerId;
    const by = { presentedById, presentedOn: today, deciderId: who.workerId };
    await putProposal(tx, { organiserId: who.organiserId, clientId }, by, decision);
    return { done: true as const };
  },
});

export const returnProposal = act({
  name: 'returnProposal',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/proposal/return',
  says: 'Send a proposal back to whoever presented it, with the reason',
  input: z.strictObject({ clientId: zId, referralId: zId, because: zToldText, seen: zSeen }),
  output: zDone,
  may: decisionAccess.returnProposal,
  audited: ofClient,
  refuses,
  edits: ({ tx, input }) => standingProposal(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, referralId, because }, who, today, refuse }) => {
    const referral = await referralDecided(tx, clientId, referralId);
    const proposal = referral && (await proposalOf(tx, referralId));
    if (!referral || !proposal || proposal.returnedOn !== null) return refuse('no-such-proposal');
    const none = noStep(matterOn(ownFacts(referral), today), 'decide');
    if (none) return refuse(none);
    if (proposal.deciderId !== who.workerId) return refuse('decided-by-another');
    await sendBack(tx, referralId, today, because);
    return { done: true as const };
  },
});

async function printed(tx: Read, organiserId: string, [letter, ...others]: readonly DecisionLetter[]) {
  if (!letter) throw new Error('A letter is of a decision');
  const paper = decisionPaper(letter, others);
  const language = plainLanguage(letter.language);
  const pdf = await compileLetter({
    template: new URL('./letter.typ', import.meta.url),
    data: paper,
    notice: await dataProtectionOf(tx, organiserId, letter.language),
    pdf: 'ua-1',
    title: paper.title,
    lang: language,
    day: letter.decidedOn,
  });
  return { language, pdf, tellsPlace: letter.address.kind === 'postal' };
}

export const correctDecision = act({
  name: 'correctDecision',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/correct',
  says: 'Mend a slip of the pen in a decision: a new version of its paper names what was mended; the one before stays readable',
  input: zNewDecision
    .pick({ during: true, lastDay: true, reasons: true, place: true, explanations: true })
    .extend({ clientId: zId, decisionId: zId, because: zToldPaperText, seen: zSeen }),
  output: z.object({ version: z.int() }),
  may: decisionAccess.correctDecision,
  audited: ofClient,
  refuses,
  conflicts: {
    relationship_on_decision: 'days-served',
    relationship_on_changed: { code: 'days-served', field: 'lastDay' },
    placement_on_changed: { code: 'placed-beyond-plan', field: 'during' },
    decision_granted_once: { code: 'granted-already', field: 'during' },
    decision_within_plan: { code: 'outside-plan', field: 'during' },
    decision_plan_goes_on: { code: 'plan-interrupted', field: 'during' },
  },
  edits: ({ tx, input, who }) => standingDecision(tx, input.clientId, input.decisionId, who.language),
  run: async ({ tx, input: { clientId, decisionId, because, seen: _, ...mended }, who, today, refuse }) => {
    const before = await mustMend({ tx, who, today, refuse }, clientId, decisionId);
    const { outcome, service, receivedOn } = before;
    const plan = before.planId === null ? null : await planOf(tx, clientId, before.planId, who.language);
    const after = { ...before, ...mended, explanations: { ...before.explanations, ...mended.explanations } };
    const ended = before.changesId === null ? null : await decisionOf(tx, clientId, before.changesId, who.language);
    if (ended && endsNothing(mended.lastDay, ended, today)) return refuse('changes-nothing', { field: 'lastDay' });
    const obstacle = decisionObstacle(after, { service, receivedOn }, plan, today);
    if (obstacle) return refuse(obstacle.why, { field: obstacle.field });
    const unfinished = await unfinishedIn(tx, who.organiserId, { reasons: mended.reasons, easyReasons: null });
    if (unfinished) return refuse('reasons-unfinished', { field: unfinished });
    if (outcome !== 'grant' && mended.place !== null) return refuse('denial-grants-nothing', { field: 'place' });
    const version = before.version + 1;
    const own = { organiserId: who.organiserId, clientId };
    const explanations = daysMended(before, after)
      ? await explainedAnew({ tx, who, today, refuse }, { clientId, plan, before, after, because })
      : before.explanations;
    const content = { ...mended, explanations };
    // Of several services in one letter the others stand as they were, in the letter's new version.
    const standing = await standingTogether(tx, clientId, before, who.language);
    await correct(tx, decisionId, { workerId: who.workerId, on: today, because, version }, content);
    for (const { id } of standing) if (id !== decisionId) await keepVersion(tx, id, version);
    const mine = { ...after, explanations, correctedOn: today, correctedBecause: because };
    const decided = standing.map((one) => (one.id === decisionId ? mine : one));
    await keepLetters(tx, own, standing, await lettersFor(tx, own, before.decidedById, decided), version);
    return { version };
  },
});

/** What a decision explains once its days are mended; refuses days that could not have been decided, and what they leave unexplained. */
async function explainedAnew(
  { tx, who: { language }, refuse }: Call,
  {
    clientId,
    plan,
    before,
    after,
    because,
  }: {
    readonly clientId: string;
    readonly plan: Plan | null;
    readonly before: KnownDecision;
    readonly after: KnownDecision;
    readonly because: string;
  },
): Promise<Explanations> {
  const { service, receivedOn, decidedOn } = after;
  const [lacking] = grantObstacles(after, { service, receivedOn }, plan);
  if (lacking) {
    const cites = cite(lacking.provision, language);
    const limit = typeof lacking.expected === 'number' ? { expected: String(lacking.expected) } : {};
    return refuse(lacking.why, { field: 'during', cites, ...limit });
  }
  const person = await personDecided(tx, clientId, await clientOn(tx, clientId, decidedOn));
  mustChargeByLaw({ refuse, language }, after, service, person);
  const outside = outsideOf(after, service, person);
  const granted = (await decisionsOfClient(tx, clientId, language)).filter(
    (one) => one.id !== after.id && excludes(one.service, service),
  );
  // It bears the day on which it was made, whenever it is mended.
  const ofDays = explanationsDue(after, { service, receivedOn }, { plan, outside, granted, today: decidedOn });
  const due = mendedAgainst(before, after) ? [...ofDays, 'correctedAgainst' as const] : ofDays;
  // A last day before the decision is explained by why it was mended, where it was not before.
  const reasons = { ...(ofDays.includes('endsBefore') ? { endsBefore: because } : {}), ...after.explanations };
  mustExplain({ refuse, language }, { explanations: reasons }, due, outside);
  const { datedBack } = before.explanations;
  const entries = due.map((kind) => [kind, reasons[kind]] as const);
  return { ...(datedBack === undefined ? {} : { datedBack }), ...Object.fromEntries(entries) };
}

/** Sets the letter of decisions, and keeps it with each of them. */
async function keepLetters(
  tx: Write,
  own: { readonly organiserId: string; readonly clientId: string },
  decided: readonly Pick<KnownDecision, 'id' | 'service'>[],
  letters: readonly DecisionLetter[],
  version: number,
): Promise<void> {
  const made = await printed(tx, own.organiserId, letters);
  const services = decided.length > 1 ? decided.map(({ service }) => service) : null;
  for (const { id } of decided) await insertLetter(tx, own, id, { ...made, services }, version);
}

export const annulDecision = act({
  name: 'annulDecision',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/annul',
  says: 'Take a wrong decision out of force; its matter is pending again and is decided anew, and the old paper stays readable',
  input: z.strictObject({
    clientId: zId,
    decisionId: zId,
    ground: z.enum(annulmentGrounds),
    because: zToldText,
    /** With it all that was decided in one go: the whole letter. */
    whole: z.boolean().default(false),
    seen: zSeen,
  }),
  output: zDone,
  may: decisionAccess.annulDecision,
  audited: { ...ofClient, detail: ({ ground }) => ({ ground }) },
  refuses,
  conflicts: {
    relationship_by_standing_decision: 'service-stands-on-it',
    relationship_on_decision: 'service-stands-on-it',
    decision_granted_once: 'granted-since',
    referral_referral_one_pending: 'another-pending',
  },
  edits: ({ tx, input, who }) => standingDecision(tx, input.clientId, input.decisionId, who.language),
  run: async ({ tx, input: { clientId, decisionId, ground, because, whole }, who, today, refuse }) => {
    const wrong = await mustMend({ tx, who, today, refuse }, clientId, decisionId);
    const letter = whole ? await standingTogether(tx, clientId, wrong, who.language) : [wrong];
    for (const { id } of letter) {
      if (id !== decisionId) await mustMend({ tx, who, today, refuse }, clientId, id);
      await annul(tx, id, { workerId: who.workerId, on: today, because, ground });
    }
    return { done: true as const };
  },
});

/** The decision whose error is mended: within the years of the law, by an organiser that is competent and somebody who may decide today. */
async function mustMend(
  input: Parameters<typeof mustDecide>[0] & { readonly today: Day; readonly who: Who },
  clientId: string,
  decisionId: string,
) {
  const { tx, who, today, refuse } = input;
  const decision = await decisionOf(tx, clientId, decisionId, who.language);
  if (!decision) return refuse('no-such-decision');
  if (!mayStillMend(decision, today))
    return refuse('too-late-to-mend', { cites: cite(correctionProcedure.id, who.language) });
  mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), { service: decision.service, on: today });
  const decider = { workerId: who.workerId, field: null };
  await mustDecide(input, decider, decision.service, { provisions: decision.provisions, decidedOn: today });
  return decision;
}

export const decisionRecipients = ask({
  name: 'decisionRecipients',
  method: 'GET',
  path: '/api/clients/{clientId}/decisions/{decisionId}/recipients',
  says: 'Tell to whom a decision must be given: the client, and whoever acts for the client in personal matters',
  input: z.strictObject({ clientId: zId, decisionId: zId }),
  output: zRecipients.extend({
    client: z.string(),
    /** What was decided in the same letter: it is given once. */
    together: z.array(zTogether),
  }),
  may: decisionAccess.decisionRecipients,
  audited: ofClient,
  refuses: decisionRefusals,
  run: async ({ tx, input: { clientId, decisionId }, who, today, refuse }) => {
    const client = await clientOn(tx, clientId, today);
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!client || !decision) return refuse('no-such-decision');
    return {
      ...recipientsOf(await letterPartyOf(tx, clientId, today), today),
      client: `${client.givenNames} ${client.familyName}`.trim(),
      together: decision.together,
    };
  },
});

/** How a decision is given: between its day and today, to the client and to whoever acts for the client. */
async function mustGive(
  {
    tx,
    who,
    today,
    refuse,
  }: {
    readonly tx: Read;
    readonly who: Pick<Who, 'language'>;
    readonly today: Day;
    readonly refuse: Refuse<typeof decisionRefusals>;
  },
  clientId: string,
  { decidedOn }: Pick<Decision, 'decidedOn'>,
  sent: Serving,
) {
  if (sent.sentOn > today) return refuse('sent-in-future', { field: 'sentOn' });
  if (sent.sentOn < decidedOn) return refuse('sent-before-decided', { field: 'sentOn' });
  return mustServe({ who, refuse }, await letterPartyOf(tx, clientId, sent.sentOn), sent);
}

/** To whom copies go beside those on whom a decision is served. */
const zCopies = zLinesOnce(zLine.min(1), 5).default([]);

export const serveDecision = act({
  name: 'serveDecision',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/serve',
  says: 'Record how and when a decision was given to the client, to who acts for the client, and to whom copies; the time for rectification runs from then',
  input: zServing.extend({ clientId: zId, decisionId: zId, copies: zCopies }),
  output: z.object({ servedOn: zDay, rectifyUntil: zDay.nullable() }),
  may: decisionAccess.serveDecision,
  audited: ofClient,
  refuses: decisionRefusals,
  run: async ({ tx, input: { clientId, decisionId, copies, ...sent }, who, today, refuse }) => {
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision');
    if (decision.servedOn) return refuse('already-served');
    const served = await mustGive({ tx, who, today, refuse }, clientId, decision, sent);
    const own = { organiserId: who.organiserId, clientId };
    // One letter is given once, whatever it decides.
    for (const { id } of await standingTogether(tx, clientId, decision, who.language)) {
      await insertNotices(tx, own, id, served, copies);
      await keepServed(tx, id, served.servedOn);
    }
    return { servedOn: served.servedOn, rectifyUntil: rectifyUntil(served) };
  },
});

export const correctService = act({
  name: 'correctService',
  method: 'PATCH',
  path: '/api/clients/{clientId}/decisions/{decisionId}/service',
  says: 'Correct how, when and on whom a decision was served, and say why: the time for rectification, and whether a request came in it, follow',
  input: zServing.extend({ clientId: zId, decisionId: zId, copies: zCopies, why: zWhy, seen: zSeen }),
  output: zCorrected.extend({ rectifyUntil: zDay.nullable() }),
  may: decisionAccess.correctService,
  audited: ofClient,
  refuses: decisionRefusals,
  corrects: correctionOf('decisionId'),
  edits: ({ tx, input, who }) => standingService(tx, input.clientId, input.decisionId, who.language),
  run: async ({ tx, input, who, today, refuse }) => {
    const { clientId, decisionId, copies, why: _, seen: __, ...sent } = input;
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision');
    if (decision.servedOn === null) return refuse('not-served');
    const served = await mustGive({ tx, who, today, refuse }, clientId, decision, sent);
    const own = { organiserId: who.organiserId, clientId };
    for (const { id } of await standingTogether(tx, clientId, decision, who.language)) {
      await deleteNotices(tx, id);
      await insertNotices(tx, own, id, served, copies);
      await keepServed(tx, id, served.servedOn);
    }
    return {
      was: { servedOn: decision.servedOn, notices: decision.notices },
      rectifyUntil: rectifyUntil(served),
    };
  },
});

export const takeBackService = act({
  name: 'takeBackService',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/service/take-back',
  says: 'Take back a service of notice recorded by mistake, while no request stands on it, and say why: it waits to be served again',
  input: z.strictObject({ clientId: zId, decisionId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: decisionAccess.takeBackService,
  audited: ofClient,
  refuses: decisionRefusals,
  corrects: correctionOf('decisionId'),
  conflicts: { rectification_holds_service: 'request-stands-on-it' },
  edits: ({ tx, input, who }) => standingService(tx, input.clientId, input.decisionId, who.language),
  run: async ({ tx, input: { clientId, decisionId }, who, refuse }) => {
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision');
    if (decision.servedOn === null) return refuse('not-served');
    for (const { id } of await standingTogether(tx, clientId, decision, who.language)) {
      await keepServed(tx, id, null);
      await deleteNotices(tx, id);
    }
    return { was: { servedOn: decision.servedOn, notices: decision.notices } };
  },
});

const asSeen = withVersion(zReferralDetails);

export const referrals = ask({
  name: 'referrals',
  method: 'GET',
  path: '/api/clients/{clientId}/referrals',
  says: 'Tell how and when a client came, with the clock of what is pending',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    referrals: z.array(zReferralOnDay),
  }),
  may: decisionAccess.referrals,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input, today }) => ({
    referrals: (await referralsDecidedOf(tx, input.clientId)).map((referral) => {
      const { dueOn, daysLeft } = clockOn(referral.receivedOn, today);
      return { ...asSeen(referral), state: stateOn(referral, today), decisionDueOn: dueOn, daysLeft };
    }),
  }),
});

export const decisionsOf = ask({
  name: 'decisionsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/decisions',
  says: 'Tell what was decided about a client, with reasons, provisions, service and time for rectification',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    decisions: z.array(
      zDecision.extend({ cites: z.array(z.string()), rectifyUntil: zDay.nullable(), mayMend: z.boolean() }),
    ),
    permitted: zPermitted(offered),
  }),
  may: decisionAccess.decisionsOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, relations, today }) => {
    const rights = (await decidingRightsOn(tx, who.organiserId, today)).filter(
      ({ workerId }) => workerId === who.workerId,
    );
    const mends = (decision: Decision) =>
      decision.annulledOn === null &&
      mayStillMend(decision, today) &&
      mayDo(decisionAccess.correctDecision, who, relations) &&
      rightToDecide(rights, decision.service, decision.provisions) !== null;
    return {
      decisions: (await decisionsOfClient(tx, clientId, who.language, 'all')).map((decision) => ({
        ...decision,
        mayMend: mends(decision),
        cites: decision.provisions.map((id) => cited(id, who.language)),
        rectifyUntil: rectifyUntil(decision),
      })),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

/** What stands now of what was corrected, as the acts that correct it tell what stood before; nothing where it was taken back. */
async function standingCited(tx: Read, { what, subjectId }: CitedCorrection, clientId: string, language: Language) {
  switch (what) {
    case 'referral':
      return referralOf(tx, clientId, subjectId);
    case 'assessment':
      return assessmentById(tx, clientId, subjectId);
    case 'plan': {
      const plan = await planOf(tx, clientId, subjectId, language);
      return plan && contentOfPlan(plan);
    }
    case 'signature':
      return (await signatureOf(tx, clientId, subjectId, language))?.signature ?? null;
    case 'hearing':
      return hearingOf(tx, clientId, subjectId);
  }
}

export const correctedSinceDecision = ask({
  name: 'correctedSinceDecision',
  method: 'GET',
  path: '/api/clients/{clientId}/decisions/{decisionId}/corrected-since',
  says: 'Tell what was corrected of the plan, the assessment, the hearing and the referral on which a decision rests after it: by whom, why, and what stood there before',
  input: z.strictObject({ clientId: zId, decisionId: zId }),
  output: z.object({
    corrections: z.array(
      zCitedCorrection.omit({ was: true, subjectId: true }).extend({
        /** An item of a plan as the plan’s own template words it; other fields are called as in the forms. */
        fields: z.array(zFieldChanged.extend({ label: z.string().nullable() })),
      }),
    ),
  }),
  may: decisionAccess.correctedSinceDecision,
  audited: ofClient,
  refuses: { 'no-such-decision': decisionRefusals['no-such-decision'] },
  run: async ({ tx, input: { clientId, decisionId }, who, refuse }) => {
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision');
    const plan = decision.planId === null ? null : await planOf(tx, clientId, decision.planId, who.language);
    const items = plan ? planItemsOf(plan.service, plan.kind, plan.madeOn) : [];
    const made = await correctionsSince(tx, clientId, decisionId);
    const corrections = [];
    for (const [at, { was, subjectId, ...correction }] of made.entries()) {
      const later = made.slice(at + 1).filter((one) => one.subjectId === subjectId);
      const standing = await standingCited(tx, { ...correction, was, subjectId }, clientId, who.language);
      const next = later.map((one) => one.was);
      const fields = fieldsChanged(was, [...next, { ...standing }]).map((one) => ({
        ...one,
        label: items.find(({ item }) => one.field === `items.${item}`)?.text[who.language] ?? null,
      }));
      corrections.push({ ...correction, fields });
    }
    return { corrections };
  },
});

// A decision entered before letters were made here gets its paper when it is first opened; from then on the same bytes.
// Whoever may not learn where the client lives reads a copy without the address, instead of a letter that tells it.
export const decisionLetter = act({
  name: 'decisionLetter',
  method: 'GET',
  path: '/api/clients/{clientId}/decisions/{decisionId}/letter',
  says: 'Open the letter of a decision as it was made (PDF): its last version, or an earlier one',
  input: z.strictObject({
    clientId: zId,
    decisionId: zId,
    version: z.coerce.number().int().min(1).max(1000).optional(),
    /** The copy that goes to somebody who acts for the client by law. */
    representativeId: zId.optional(),
    /** In the client's own language, beside the original, which is in Finnish or Swedish. */
    translation: z.enum(['true']).optional(),
  }),
  output: zPaper,
  may: decisionAccess.decisionLetter,
  audited: ofClient,
  refuses: decisionRefusals,
  run: async ({ tx, input: { clientId, decisionId, version, representativeId, translation }, who, today, refuse }) => {
    const last = (await decisionsOfClient(tx, clientId, who.language, 'all')).find(({ id }) => id === decisionId);
    const no = version ?? last?.version ?? 1;
    if (!last || no > last.version) return refuse('no-such-decision');
    const paper = { fileName: `decision-${last.decidedOn}.pdf`, media: 'application/pdf' };
    const to = representativeId ? copyFor(await letterPartyOf(tx, clientId, today), representativeId, today) : null;
    if (representativeId && !to) return refuse('no-such-representative');
    const isTranslated = translation !== undefined && last.translated;
    const saved = to || isTranslated ? null : await letterBytesOf(tx, decisionId, no);
    if (saved) return { bytes: saved, ...paper };
    const known = await decisionVersion(tx, clientId, decisionId, no, who.language);
    if (!known) return refuse('no-such-decision');
    const own = { organiserId: who.organiserId, clientId };
    const whole = await lettersOfVersion(tx, clientId, known, no, who.language);
    const inLanguage = whole.map((one) => ({ ...one, translation: isTranslated }));
    const letters = await lettersFor(tx, own, known.decidedById, inLanguage);
    const copied = async (change: Partial<DecisionLetter>) => {
      // Of what was decided with it nobody is told who may not read of it.
      const excerpt = known.togetherId !== null && whole.length === 1;
      const more = { ...change, ...(excerpt ? { excerpt } : {}), ...(isTranslated ? { translation: true } : {}) };
      const all = letters.map((letter) => ({ ...letter, ...more }));
      return { bytes: (await printed(tx, who.organiserId, all)).pdf, ...paper };
    };
    if (to) return copied({ recipient: to.name, address: to.address });
    if (await isPlaceHidden(tx, clientId)) return copied({ address: { kind: 'none' }, withoutAddress: true });
    if (known.togetherId !== null || isTranslated) return copied({});
    const made = await printed(tx, who.organiserId, letters);
    await insertLetter(tx, own, decisionId, { ...made, services: null }, no);
    return { bytes: (await letterBytesOf(tx, decisionId, no)) ?? made.pdf, ...paper };
  },
});
