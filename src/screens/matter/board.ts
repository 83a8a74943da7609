import { z } from 'zod';
import { agreementsOf } from '../../casework/agreement/reads.ts';
import { matterFacts, plansSince, termsOf } from '../../casework/agreement/rules.ts';
import { assessmentAccess } from '../../casework/assessment/access.ts';
import { assessmentFactsOf, assessmentOfMatter } from '../../casework/assessment/reads.ts';
import { assessmentClock } from '../../casework/assessment/rules.ts';
import { clientAccess } from '../../casework/client/access.ts';
import { clientOn, letterPartyOf } from '../../casework/client/reads.ts';
import { recipientsOf } from '../../casework/client/rules.ts';
import { listName } from '../../casework/client/words.ts';
import { decisionAccess } from '../../casework/decision/access.ts';
import { decisionsOfClient, proposalOf, referralDecided, serviceVersionOf } from '../../casework/decision/reads.ts';
import { mayStillMend, rectifyUntil } from '../../casework/decision/rules.ts';
import { exitsOf } from '../../casework/exit/reads.ts';
import { lastDayOf } from '../../casework/exit/rules.ts';
import { hearingsOfMatter } from '../../casework/hearing/reads.ts';
import { placementsOf } from '../../casework/placement/reads.ts';
import { planAccess } from '../../casework/plan/access.ts';
import { plansOfClient } from '../../casework/plan/reads.ts';
import { citedPlan, multisectoralPlanBy } from '../../casework/plan/rules.ts';
import { requestsOfClient } from '../../casework/rectification/reads.ts';
import { actsOfMatter, cameLate, lineOf, standingOn, toDecideAnew } from '../../casework/rectification/rules.ts';
import { zRequestSeen } from '../../casework/rectification/words.ts';
import { clockOn, matterOn, nextSteps, stateOn } from '../../casework/referral/rules.ts';
import { referralRefusals } from '../../casework/referral/texts.ts';
import { type Source, zReferralDetails } from '../../casework/referral/words.ts';
import { relationshipsOfClient } from '../../casework/relationship/reads.ts';
import { decidingRightsOn } from '../../casework/worker/reads.ts';
import { rightToDecide } from '../../casework/worker/rules.ts';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { countingInMonths } from '../../law/act-1930-150.ts';
import { rectificationReckoning } from '../../law/act-2003-434.ts';
import { decisionAndExecution, needsAssessment, pendingAndEnd } from '../../law/act-2014-1301.ts';
import { cite, cited } from '../../law/provisions.ts';
import { ask, mayDo, onClient, permittedOf, type Run } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { withVersion } from '../../server/version.ts';
import { offeredOnMatter, zMatterPage } from '../app/matter-told.ts';

/** How the last day for rectification was counted: moved from a holiday or not, and by which provisions. */
function reckoningOf(decision: { readonly servedOn: Day | null }, language: Language) {
  const { servedOn } = decision;
  if (servedOn === null || rectifyUntil(decision) === null) return null;
  const { counted, last, provisions } = rectificationReckoning(servedOn);
  return { movedFrom: last === counted ? null : counted, cites: provisions.map((id) => cite(id, language)) };
}

/** By which provisions the three months of a pending matter run. */
const executionBasis = [pendingAndEnd, decisionAndExecution, countingInMonths];

const refuses = { 'no-such-referral': referralRefusals['no-such-referral'] };
const input = z.strictObject({ clientId: zId, referralId: zId });

interface Reads {
  readonly plans: boolean;
  readonly assessments: boolean;
}

async function matterTold(
  {
    tx,
    input: { clientId, referralId },
    who,
    relations,
    today,
    refuse,
  }: Pick<Run<z.output<typeof input>, Read, typeof refuses>, 'tx' | 'input' | 'who' | 'relations' | 'today' | 'refuse'>,
  reads: Reads,
): Promise<z.output<typeof zMatterPage>> {
  // Nothing of it depends on another: all is one round trip.
  const [
    referral,
    client,
    allRights,
    requests,
    allDecisions,
    allPlans,
    assessment,
    assessments,
    relationships,
    placements,
    agreements,
    exits,
    hearings,
    proposal,
    party,
  ] = await Promise.all([
    referralDecided(tx, clientId, referralId),
    clientOn(tx, clientId, today),
    decidingRightsOn(tx, who.organiserId, today),
    requestsOfClient(tx, clientId),
    decisionsOfClient(tx, clientId, who.language, 'all'),
    reads.plans ? plansOfClient(tx, clientId, who.language) : [],
    reads.assessments ? assessmentOfMatter(tx, referralId) : null,
    reads.assessments ? assessmentFactsOf(tx, [referralId]) : null,
    relationshipsOfClient(tx, clientId, today, who.language),
    placementsOf(tx, clientId),
    agreementsOf(tx, termsOf, clientId),
    exitsOf(tx, clientId),
    hearingsOfMatter(tx, referralId),
    proposalOf(tx, referralId),
    letterPartyOf(tx, clientId, today),
  ]);
  if (!referral || !client) return refuse('no-such-referral');
  const rights = allRights.filter(({ service }) => service === referral.service);
  const ownRights = rights.filter(({ workerId }) => workerId === who.workerId);
  const decisions = allDecisions
    .filter((one) => one.referralId === referralId)
    .map((one) => {
      const own = requests.filter(({ decisionId }) => decisionId === one.id);
      const { stand, on } = standingOn(one, own, today);
      const stood = one.annulledOn === null;
      return {
        ...one,
        cites: one.provisions.map((id) => cited(id, who.language)),
        rectifyUntil: rectifyUntil(one),
        reckoning: reckoningOf(one, who.language),
        serviceVersion: one.servedOn === null ? null : serviceVersionOf(one),
        mayMend:
          stood &&
          mayStillMend(one, today) &&
          mayDo(decisionAccess.correctDecision, who, relations) &&
          rightToDecide(ownRights, one.service, one.provisions) !== null,
        stand: stood ? stand : null,
        standOn: stood ? on : null,
        toDecideAnew: toDecideAnew(one, own),
        requests: own.map((request) => ({ ...withVersion(zRequestSeen)(request), late: cameLate(request, one) })),
      };
    });
  const plans = plansSince(referral, allPlans);
  const assessed = assessments?.get(referralId);
  const ids = new Set(decisions.map(({ id }) => id));
  const begun = relationships.filter(({ decisionId }) => decisionId !== null && ids.has(decisionId));
  const exit = exits.find(({ relationshipId }) => begun.some(({ id }) => id === relationshipId));
  const left = new Set(exits.map(({ relationshipId }) => relationshipId));
  const standing = decisions.filter(({ annulledOn }) => annulledOn === null);
  const known = { decisions: standing, assessed, plans, relationships, placements, agreements, left };
  const facts = matterFacts(referral, known, today);
  const joint: readonly Source[] = ['te-office-multisectoral-plan', 'multisectoral-model'];
  const isJoint = joint.includes(referral.source) && plans.length === 0;
  const planBy = isJoint && assessment ? multisectoralPlanBy(assessment.begunOn) : null;
  const { proposed: _, ...presented } = proposal ?? { proposed: null };
  const next = nextSteps(facts, today);
  const { dueOn, daysLeft } = clockOn(referral.receivedOn, today);
  const lastDay = exit ? lastDayOf(exit.endedOn) : null;
  const line = {
    ...referral,
    next,
    assessment,
    plans,
    hearings,
    presentedOn: proposal?.presentedOn ?? null,
    returnedOn: proposal?.returnedOn ?? null,
    decisions,
    begun: begun.map(({ id, during }) => ({ id, from: during.from })),
    lastDay,
  };
  return {
    name: listName(client),
    matter: {
      ...withVersion(zReferralDetails)(referral),
      state: stateOn(referral, today),
      decisionDueOn: dueOn,
      daysLeft,
    },
    state: matterOn(facts, today),
    line: lineOf(line, today),
    acts: actsOfMatter(line),
    assessment: assessment && {
      id: assessment.id,
      begunOn: assessment.begunOn,
      finishedOn: assessment.finishedOn,
      begunBy: assessment.begunBy,
      finishedBy: assessment.finishedBy,
    },
    assessmentClock: assessed ? assessmentClock(assessed, today) : null,
    assessmentBasis: cite(needsAssessment.id, who.language),
    planBy: planBy && { by: planBy.by, basis: cite(planBy.provision, who.language) },
    plans: plans.map(citedPlan),
    proposal: proposal ? (presented as Omit<typeof proposal, 'proposed'>) : null,
    ...recipientsOf(party, today),
    hearings,
    decisions,
    begun: begun.map(({ id, during }) => ({ id, during })),
    lastDay,
    executionBasis: executionBasis.map(({ id }) => cite(id, who.language)),
    deciders: rights.map(({ workerId, name, delegation, provision }) => ({
      id: workerId,
      name,
      delegation,
      onlyBy: provision && cited(provision, who.language),
      isMe: workerId === who.workerId,
    })),
    permitted: permittedOf(offeredOnMatter, who, relations),
  };
}

export const matterPage = ask({
  name: 'matterPage',
  method: 'GET',
  path: '/api/clients/{clientId}/matters/{referralId}',
  says: 'A matter’s page: what was done as a line of steps, what comes next, who may decide, its clocks and its papers',
  input,
  output: zMatterPage,
  may: clientAccess.client,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses,
  run: (call) =>
    matterTold(call, {
      plans: mayDo(planAccess.plansOf, call.who, call.relations),
      assessments: mayDo(assessmentAccess.assessmentOf, call.who, call.relations),
    }),
});

export const supervisedMatter = ask({
  name: 'supervisedMatter',
  method: 'GET',
  path: '/api/supervision/clients/{clientId}/matters/{referralId}',
  says: 'A matter of the team to whoever supervises its work: its steps, who decides and its clocks, without notes and papers',
  input,
  output: zMatterPage,
  may: onClient(['supervisor_of'], 'supervision'),
  audited: { clients: ({ clientId }) => [clientId] },
  refuses,
  // That a plan or an assessment was made, and when, is a step; what stands in it the database does not show for this purpose.
  run: (call) => matterTold(call, { plans: true, assessments: true }),
});
