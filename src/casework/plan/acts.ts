import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Language, plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { zToldPaperText } from '../../kernel/line.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { planInterruption } from '../../law/act-2001-189-plan.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, type Who, zPaper, zPermitted } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { versionOf, withVersion } from '../../server/version.ts';
import { reachOn } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { zWhy } from '../client/words.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { planAccess } from './access.ts';
import { interruptionPaperOf, planPaperOf } from './letter.ts';
import {
  goalOf,
  interruptionOf,
  keptPlanPaper,
  planHead,
  planOf,
  plansOfClient,
  reviewOf,
  signatureOf,
  standingGoal,
  standingInterruption,
  standingPlan,
  standingReview,
  standingSignature,
} from './reads.ts';
import {
  adaptedBy,
  answersOf,
  checkedBy,
  interruptionFault,
  interruptionOn,
  isBeforeLaw,
  isLatestReview,
  lacksNextCheck,
  mayHaveKind,
  missingContent,
  planItemsOf,
  planObstacles,
  provisionOfKinds,
  provisionsOf,
  restsOf,
  restsOfNew,
  reviewIsDue,
  signersOf,
  signingFault,
  templateFor,
  unknownItems,
  unsignedBy,
} from './rules.ts';
import { checkLimitText, fieldOfObstacle, planRefusals } from './texts.ts';
import {
  contentOfPlan,
  type InterruptionDetails,
  type NewPlan,
  type Plan,
  type PlanContent,
  type PlanKind,
  type PlanPaper,
  zAnsweredItem,
  zInterrupting,
  zInterruption,
  zInterruptionDetails,
  zNewPlan,
  zPlan,
  zPlanContent,
  zPlanSigner,
  zSignature,
  zSigning,
  zSigningDetails,
  zTemplate,
} from './words.ts';
import {
  deleteInterruption,
  deletePlan,
  deleteReview,
  deleteSignature,
  insertInterruption,
  insertPlan,
  insertPlanPaper,
  insertSignature,
  keepLatestReview,
  keepReview,
  updateAchieved,
  updateInterruption,
  updatePlan,
  updateSignature,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

const offered = {
  makePlan: planAccess.makePlan,
  changePlan: planAccess.changePlan,
  correctPlan: planAccess.correctPlan,
  takeBackPlan: planAccess.takeBackPlan,
  planPaper: planAccess.planPaper,
  signPlan: planAccess.signPlan,
  correctSignature: planAccess.correctSignature,
  takeBackSignature: planAccess.takeBackSignature,
  reviewPlan: planAccess.reviewPlan,
  takeBackReview: planAccess.takeBackReview,
  interruptPlan: planAccess.interruptPlan,
  resumePlan: planAccess.resumePlan,
  correctInterruption: planAccess.correctInterruption,
  takeBackInterruption: planAccess.takeBackInterruption,
  interruptionPaper: planAccess.interruptionPaper,
  achieveGoal: planAccess.achieveGoal,
};

export const planTemplate = ask({
  name: 'planTemplate',
  method: 'GET',
  path: '/api/plans/template',
  says: 'Tell what the law asks of a plan for a service, made on a day',
  input: z.strictObject({ service: zService, madeOn: zDay }),
  output: zTemplate,
  may: planAccess.planTemplate,
  audited: 'no-person',
  refuses: {},
  run: async ({ input, who }) => {
    const template = templateFor(input.service, input.madeOn);
    return {
      ...template,
      provision: template.provision && cite(template.provision, who.language),
      items: template.items.map((item) => ({ ...item, text: item.text[who.language] })),
      contents: template.contents.map(({ kind, provision, items }) => ({
        kind,
        provision: cite(provision, who.language),
        items: items.map((item) => ({ ...item, text: item.text[who.language] })),
      })),
    };
  },
});

/** A multi-sectoral plan is checked in time; what the law asks is told at the field. */
function checkInTime(
  refuse: Refuse<typeof planRefusals>,
  kind: PlanKind,
  since: Day,
  next: { readonly field: string; readonly on: Day },
  language: Language,
): void {
  const limit = checkedBy(kind, since);
  if (limit === null || next.on <= limit.by) return;
  const detail = checkLimitText(limit.by, cite(limit.provision, language), language);
  refuse('check-too-late', { field: next.field, detail, expected: limit.by });
}

/** Refuses a plan whose kind, days, items or amounts the law does not let it have. */
function mustBeLawful(
  refuse: Refuse<typeof planRefusals>,
  plan: PlanContent & Pick<NewPlan, 'service'>,
  today: Day,
  language: Language,
): void {
  if (plan.madeOn > today) refuse('made-in-future', { field: 'madeOn' });
  if (isBeforeLaw(plan.service, plan.madeOn)) refuse('before-law', { field: 'madeOn' });
  if (plan.reviewOn < plan.madeOn) refuse('review-before-plan', { field: 'reviewOn' });
  if (plan.during.to !== null && plan.during.to <= plan.madeOn) refuse('period-over', { field: 'during' });
  if (!mayHaveKind(plan.service, plan.kind, plan.madeOn)) {
    const provision = provisionOfKinds(plan.service, plan.madeOn);
    refuse('wrong-kind', { field: 'kind', ...(provision ? { cites: cite(provision, language) } : {}) });
  }
  const [unknown] = unknownItems(plan.service, plan.kind, plan.madeOn, plan.items);
  if (unknown !== undefined) refuse('unknown-item', { field: `items.${unknown}` });
  if (plan.informedOfBenefitsOn !== null && plan.informedOfBenefitsOn > plan.madeOn)
    refuse('informed-after-signing', { field: 'informedOfBenefitsOn' });
  const [obstacle] = planObstacles(restsOfNew(plan));
  if (obstacle) refuse(obstacle.why, fieldOfObstacle(obstacle, language));
  if (plan.reviewOn < plan.during.from) refuse('review-before-period', { field: 'reviewOn' });
  // A plan that is over is reviewed no more, of whatever kind.
  if (plan.during.to !== null && plan.reviewOn >= plan.during.to)
    refuse('evaluation-after-period', { field: 'reviewOn' });
  checkInTime(refuse, plan.kind, plan.madeOn, { field: 'reviewOn', on: plan.reviewOn }, language);
}

export const makePlan = act({
  name: 'makePlan',
  method: 'POST',
  path: '/api/clients/{clientId}/plans',
  says: 'Make a plan with goals and a day of review; in rehabilitative work by the statutory template of its day, a draft until all have signed',
  input: z.strictObject({ clientId: zId, ...zNewPlan.shape }),
  output: z.object({ planId: zId, unsigned: z.array(zPlanSigner) }),
  may: planAccess.makePlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: { plan_signed_once: 'signed-already' },
  run: async ({ tx, input: { clientId, ...plan }, who, today, refuse }) => {
    mustBeLawful(refuse, plan, today, who.language);
    const task = { service: plan.service, on: plan.madeOn, field: 'madeOn' };
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    if (plan.referralId !== null) {
      const referral = await referralOf(tx, clientId, plan.referralId);
      if (referral?.service !== plan.service) return refuse('other-matter', { field: 'referralId' });
    }
    const [missing] = plan.signatures.length > 0 ? missingContent(plan, plan.items) : [];
    if (missing)
      return refuse('plan-lacks-items', { field: `items.${missing.item}`, detail: missing.text[who.language] });
    for (const [at, signing] of plan.signatures.entries()) {
      const fault = signingFault(plan, signing, today);
      if (fault) return refuse(fault.why, { field: `signatures.${at}.${fault.field}` });
      if (plan.signatures.findIndex(({ signer }) => signer === signing.signer) !== at)
        return refuse('signed-already', { field: `signatures.${at}.signer` });
    }
    const same = (await plansOfClient(tx, clientId, who.language)).some(
      (one) =>
        one.service === plan.service &&
        one.kind === plan.kind &&
        one.madeOn === plan.madeOn &&
        // Another period is planned by a plan of its own, whose goals may be the same.
        one.during.from === plan.during.from &&
        one.during.to === plan.during.to &&
        one.goals.map(({ goal }) => goal).join('\n') === plan.goals.join('\n'),
    );
    if (same) return refuse('planned-already', { field: 'madeOn' });
    const own = { organiserId: who.organiserId, clientId, madeById: who.workerId };
    const planId = await insertPlan(tx, own, plan, today);
    await keepAsSigned({ tx, who, today }, clientId, planId);
    return { planId, unsigned: unsignedBy(plan) };
  },
});

interface Printing<Tx extends Read = Read> {
  readonly tx: Tx;
  readonly who: Pick<Who, 'organiserId' | 'language'>;
  readonly today: Day;
}

/** A plan as its paper, by what stands today. */
async function printedPlan({ tx, who, today }: Printing, clientId: string, plan: Plan) {
  const head = await planHead(tx, plan.id);
  if (!head) return null;
  const language = letterLanguage(head);
  const provisions = provisionsOf(plan).map((id) => cite(id, language));
  const address = letterAddress(await reachOn(tx, clientId, today));
  const paper = planPaperOf(language, head, plan, address, provisions);
  return { ...(await printed({ tx, who, today }, paper, language)), tellsPlace: address.kind === 'postal' };
}

/** A paper about a plan, set in a language. */
async function printed({ tx, who, today }: Printing, paper: PlanPaper, language: ReadingLanguage) {
  const lang = plainLanguage(language);
  const pdf = await compileLetter({
    template: new URL('./letter.typ', import.meta.url),
    data: paper,
    notice: await dataProtectionOf(tx, who.organiserId, language),
    pdf: 'ua-1',
    title: paper.title,
    lang,
    day: today,
  });
  return { pdf, language: lang };
}

/** By which signatures a plan is signed, as one word; null while it is a draft, and of a plan that nobody signs. */
function signedAsOf(plan: Plan): string | null {
  if (signersOf(plan).length === 0 || unsignedBy(plan).length > 0) return null;
  const signed = plan.signatures.map(({ id: _, ...signature }) => signature);
  return versionOf(signed.toSorted((a, b) => (a.signer < b.signer ? -1 : 1)));
}

/** Keeps the paper of a plan that everybody has signed who signs it: what they signed is printed unchanged from then on. */
async function keepAsSigned(call: Printing<Write>, clientId: string, planId: string): Promise<void> {
  const { tx, who, today } = call;
  const plan = await planOf(tx, clientId, planId, who.language);
  const signedAs = plan && signedAsOf(plan);
  const made = plan && signedAs !== null && (await printedPlan(call, clientId, plan));
  if (!made || !signedAs) return;
  await insertPlanPaper(tx, { organiserId: who.organiserId, clientId, planId }, { ...made, signedAs, keptOn: today });
}

const ofPlan = { clientId: zId, planId: zId };

export const changePlan = act({
  name: 'changePlan',
  method: 'PUT',
  path: '/api/clients/{clientId}/plans/{planId}',
  says: 'Change a draft: what nobody has signed yet is written on',
  input: z.strictObject({ ...ofPlan, ...zPlanContent.shape, seen: zSeen }),
  output: zEdited,
  may: planAccess.changePlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: { decision_holds_draft: 'decided-on-draft' },
  edits: ({ tx, input }) => standingPlan(tx, input.clientId, input.planId),
  run: async ({ tx, input: { clientId, planId, seen: _, ...content }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    if (signersOf(plan).length === 0) return refuse('no-draft');
    if (plan.signatures.length > 0) return refuse('signed-content');
    mustBeLawful(refuse, { ...content, service: plan.service }, today, who.language);
    // A plan that came with a task was made by whoever had it then.
    const task = content.madeOn !== plan.madeOn && { service: plan.service, on: content.madeOn, field: 'madeOn' };
    if (task) mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    const own = { organiserId: who.organiserId, clientId };
    await updatePlan(tx, own, planId, content, today);
    return { done: true as const };
  },
});

const corrects = correctionOf('planId');

export const correctPlan = act({
  name: 'correctPlan',
  method: 'PATCH',
  path: '/api/clients/{clientId}/plans/{planId}',
  says: 'Correct a client plan, which nobody signs, and say why: what stood before stays readable',
  input: z.strictObject({ ...ofPlan, ...zPlanContent.shape, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.correctPlan,
  audited: ofClient,
  refuses: planRefusals,
  corrects,
  edits: ({ tx, input }) => standingPlan(tx, input.clientId, input.planId),
  run: async ({ tx, input: { clientId, planId, why: _, seen: __, ...content }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    if (signersOf(plan).length > 0) return refuse('signed-content');
    mustBeLawful(refuse, { ...content, service: plan.service }, today, who.language);
    // A plan that came with a task was made by whoever had it then.
    const task = content.madeOn !== plan.madeOn && { service: plan.service, on: content.madeOn, field: 'madeOn' };
    if (task) mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    const own = { organiserId: who.organiserId, clientId };
    await updatePlan(tx, own, planId, content, today);
    return { was: contentOfPlan(plan) };
  },
});

export const takeBackPlan = act({
  name: 'takeBackPlan',
  method: 'POST',
  path: '/api/clients/{clientId}/plans/{planId}/take-back',
  says: 'Take back a plan that was recorded by mistake, with its goals, reviews, signatures and interruptions, while no decision cites it, and say why',
  input: z.strictObject({ ...ofPlan, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.takeBackPlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: {
    decision_rests_on_signature: 'cited-by-decision',
    decision_holds_draft: 'cited-by-decision',
    decision_decision_plan_id_fkey: 'cited-by-decision',
    decision_proposal_plan_id_fkey: 'cited-by-decision',
  },
  corrects,
  edits: ({ tx, input }) => standingPlan(tx, input.clientId, input.planId),
  run: async ({ tx, input: { clientId, planId }, who, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    await deletePlan(tx, planId);
    return {
      was: {
        service: plan.service,
        ...contentOfPlan(plan),
        signatures: plan.signatures,
        interruptions: plan.interruptions,
      },
    };
  },
});

export const signPlan = act({
  name: 'signPlan',
  method: 'POST',
  path: '/api/clients/{clientId}/plans/{planId}/signatures',
  says: 'Record that somebody signed a plan, in which capacity and how; signed by all who sign it, it is no draft any longer',
  input: z.strictObject({ clientId: zId, planId: zId, ...zSigning.shape }),
  output: z.object({ unsigned: z.array(zPlanSigner) }),
  may: planAccess.signPlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: { plan_signed_once: { code: 'signed-already', field: 'signer' } },
  run: async ({ tx, input: { clientId, planId, ...signing }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    const fault = signingFault(plan, signing, today);
    if (fault) return refuse(fault.why, { field: fault.field });
    // What the law asks stands in the plan before anybody signs it.
    const [obstacle] = planObstacles(restsOf(plan));
    if (obstacle) return refuse(obstacle.why, fieldOfObstacle(obstacle, who.language));
    const [missing] = missingContent(plan, answersOf(plan));
    if (missing)
      return refuse('plan-lacks-items', { field: `items.${missing.item}`, detail: missing.text[who.language] });
    await insertSignature(tx, { organiserId: who.organiserId, clientId, planId, recordedById: who.workerId }, signing);
    await keepAsSigned({ tx, who, today }, clientId, planId);
    return { unsigned: unsignedBy(plan).filter((signer) => signer !== signing.signer) };
  },
});

const ofSignature = { clientId: zId, signatureId: zId };
const standsUnder = {
  decision_rests_on_signature: { code: 'decision-stands-on-it', field: 'signedOn' },
  interruption_rests_on_signature: { code: 'interruption-stands-on-it', field: 'signedOn' },
} as const;

export const correctSignature = act({
  name: 'correctSignature',
  method: 'PATCH',
  path: '/api/clients/{clientId}/signatures/{signatureId}',
  says: 'Correct who signed a plan, when and how, and say why',
  input: z.strictObject({ ...ofSignature, ...zSigningDetails.shape, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.correctSignature,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: standsUnder,
  corrects: correctionOf('signatureId'),
  edits: ({ tx, input }) => standingSignature(tx, input.clientId, input.signatureId),
  run: async ({ tx, input: { clientId, signatureId, why: _, seen: __, ...details }, who, today, refuse }) => {
    const match = await signatureOf(tx, clientId, signatureId, who.language);
    if (!match) return refuse('no-such-signature');
    const { plan, signature } = match;
    const fault = signingFault(plan, { ...details, signer: signature.signer }, today);
    if (fault) return refuse(fault.why, { field: fault.field });
    await updateSignature(tx, signatureId, details, who.workerId);
    await keepAsSigned({ tx, who, today }, clientId, plan.id);
    const { id: _id, ...was } = signature;
    return { was };
  },
});

export const takeBackSignature = act({
  name: 'takeBackSignature',
  method: 'POST',
  path: '/api/clients/{clientId}/signatures/{signatureId}/take-back',
  says: 'Take back a signature that was recorded by mistake, and say why: the plan is a draft again',
  input: z.strictObject({ ...ofSignature, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.takeBackSignature,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: {
    decision_rests_on_signature: 'decision-stands-on-it',
    interruption_rests_on_signature: 'interruption-stands-on-it',
  },
  corrects: correctionOf('signatureId'),
  edits: ({ tx, input }) => standingSignature(tx, input.clientId, input.signatureId),
  run: async ({ tx, input: { clientId, signatureId }, who, refuse }) => {
    const match = await signatureOf(tx, clientId, signatureId, who.language);
    if (!match) return refuse('no-such-signature');
    await deleteSignature(tx, signatureId);
    const { id: _, ...was } = match.signature;
    return { was };
  },
});

export const reviewPlan = act({
  name: 'reviewPlan',
  method: 'POST',
  path: '/api/clients/{clientId}/plans/{planId}/review',
  says: 'Record that a plan was reviewed with the client, and when it is next',
  /** What was seen of a review is when the next one was to be; of a day without one nothing. */
  input: z.strictObject({
    clientId: zId,
    planId: zId,
    reviewedOn: zDay,
    nextOn: zDay.nullable().default(null),
    seen: zSeen,
  }),
  output: z.object({ reviewedOn: zDay, nextOn: zDay.nullable() }),
  may: planAccess.reviewPlan,
  audited: ofClient,
  refuses: planRefusals,
  edits: ({ tx, input }) => standingReview(tx, input),
  run: async ({ tx, input: { clientId, planId, reviewedOn, nextOn }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    if (reviewedOn > today) return refuse('reviewed-in-future', { field: 'reviewedOn' });
    if (reviewedOn < plan.madeOn) return refuse('review-before-plan', { field: 'reviewedOn' });
    if (nextOn !== null && nextOn <= reviewedOn) return refuse('next-before-review', { field: 'nextOn' });
    if (nextOn !== null && plan.during.to !== null && nextOn >= plan.during.to)
      return refuse('evaluation-after-period', { field: 'nextOn' });
    if (lacksNextCheck(plan, reviewedOn, nextOn)) return refuse('check-missing', { field: 'nextOn' });
    if (nextOn !== null) checkInTime(refuse, plan.kind, reviewedOn, { field: 'nextOn', on: nextOn }, who.language);
    const review = { reviewedOn, nextOn };
    await keepReview(tx, { organiserId: who.organiserId, clientId, recordedById: who.workerId }, planId, review);
    // One entered late is kept in its place; what comes next follows from the latest.
    if (isLatestReview(plan, reviewedOn)) await keepLatestReview(tx, planId, review);
    return review;
  },
});

export const takeBackReview = act({
  name: 'takeBackReview',
  method: 'POST',
  path: '/api/clients/{clientId}/reviews/{reviewId}/take-back',
  says: 'Take back a review of a plan that was recorded by mistake, and say why: the plan waits for its review as it did before',
  input: z.strictObject({ clientId: zId, reviewId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.takeBackReview,
  audited: ofClient,
  refuses: planRefusals,
  corrects: correctionOf('reviewId'),
  edits: async ({ tx, input: { clientId, reviewId } }) => {
    const match = await reviewOf(tx, clientId, reviewId);
    return match && standingReview(tx, { clientId, planId: match.plan.id, reviewedOn: match.review.reviewedOn });
  },
  run: async ({ tx, input: { clientId, reviewId }, refuse }) => {
    const match = await reviewOf(tx, clientId, reviewId);
    if (!match) return refuse('no-such-review');
    await deleteReview(tx, match.plan.id, reviewId);
    return { was: { reviewedOn: match.review.reviewedOn, nextOn: match.review.nextOn } };
  },
});

/** Refuses an interruption that the law does not let a plan have, with the provision and the day on which it could be. */
function mustBeInterruptible(
  refuse: Refuse<typeof planRefusals>,
  plan: Plan,
  { id, ...details }: InterruptionDetails & { readonly id: string | null },
  today: Day,
  language: Language,
): void {
  const others = plan.interruptions.filter((one) => one.id !== id);
  const fault = interruptionFault(plan, others, details, today);
  if (!fault) return;
  const { why, field, expected } = fault;
  refuse(why, { field, cites: cite(planInterruption.id, language), ...(expected ? { expected } : {}) });
}

const interruptionConflicts = {
  plan_interrupted_once: { code: 'interrupted-already', field: 'from' },
  attendance_mark_outside_interruption: { code: 'interrupted-days-marked', field: 'from' },
} as const;

export const interruptPlan = act({
  name: 'interruptPlan',
  method: 'POST',
  path: '/api/clients/{clientId}/plans/{planId}/interruptions',
  says: 'Record that an activation plan is held to be interrupted, a month after work, an enterprise or studies began and once the client was heard',
  input: z.strictObject({ ...ofPlan, ...zInterrupting.shape }),
  output: z.object({ interruptionId: zId }),
  may: planAccess.interruptPlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: interruptionConflicts,
  run: async ({ tx, input: { clientId, planId, ...details }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    mustBeInterruptible(refuse, plan, { ...details, id: null, to: null, agreed: null }, today, who.language);
    const own = { organiserId: who.organiserId, clientId, planId, recordedById: who.workerId };
    return { interruptionId: await insertInterruption(tx, own, details) };
  },
});

const ofInterruption = { clientId: zId, interruptionId: zId };

export const resumePlan = act({
  name: 'resumePlan',
  method: 'POST',
  path: '/api/clients/{clientId}/interruptions/{interruptionId}/resume',
  says: 'Record from which day an interrupted plan goes on, and what the client, the organiser and the employment authority agreed on; recorded again, the later word stands',
  input: z.strictObject({ ...ofInterruption, on: zDay, agreed: zToldPaperText, seen: zSeen }),
  output: zEdited,
  may: planAccess.resumePlan,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: interruptionConflicts,
  edits: ({ tx, input }) => standingInterruption(tx, input.clientId, input.interruptionId),
  run: async ({ tx, input: { clientId, interruptionId, on, agreed }, who, refuse }) => {
    const match = await interruptionOf(tx, clientId, interruptionId, who.language);
    if (!match) return refuse('no-such-interruption');
    if (on <= match.interruption.from) return refuse('resumed-before', { field: 'on' });
    await updateInterruption(tx, interruptionId, { ...match.interruption, to: on, agreed }, who.workerId);
    return { done: true as const };
  },
});

export const correctInterruption = act({
  name: 'correctInterruption',
  method: 'PATCH',
  path: '/api/clients/{clientId}/interruptions/{interruptionId}',
  says: 'Correct what is recorded of an interruption of a plan, and say why; without a day of going on the plan rests again',
  input: z.strictObject({ ...ofInterruption, ...zInterruptionDetails.shape, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.correctInterruption,
  audited: ofClient,
  refuses: planRefusals,
  conflicts: interruptionConflicts,
  corrects: correctionOf('interruptionId'),
  edits: ({ tx, input }) => standingInterruption(tx, input.clientId, input.interruptionId),
  run: async ({ tx, input: { clientId, interruptionId, why: _, seen: __, ...details }, who, today, refuse }) => {
    const match = await interruptionOf(tx, clientId, interruptionId, who.language);
    if (!match) return refuse('no-such-interruption');
    mustBeInterruptible(refuse, match.plan, { ...details, id: interruptionId }, today, who.language);
    await updateInterruption(tx, interruptionId, details, who.workerId);
    const { id: _id, ...was } = match.interruption;
    return { was };
  },
});

export const takeBackInterruption = act({
  name: 'takeBackInterruption',
  method: 'POST',
  path: '/api/clients/{clientId}/interruptions/{interruptionId}/take-back',
  says: 'Take back an interruption that was recorded by mistake, and say why: the plan never rested',
  input: z.strictObject({ ...ofInterruption, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: planAccess.takeBackInterruption,
  audited: ofClient,
  refuses: planRefusals,
  corrects: correctionOf('interruptionId'),
  edits: ({ tx, input }) => standingInterruption(tx, input.clientId, input.interruptionId),
  run: async ({ tx, input: { clientId, interruptionId }, who, refuse }) => {
    const match = await interruptionOf(tx, clientId, interruptionId, who.language);
    if (!match) return refuse('no-such-interruption');
    await deleteInterruption(tx, interruptionId);
    const { id: _, ...was } = match.interruption;
    return { was };
  },
});

export const achieveGoal = act({
  name: 'achieveGoal',
  method: 'POST',
  path: '/api/clients/{clientId}/goals/{goalId}',
  says: 'Record the day on which a goal was achieved, or that it is not achieved after all',
  /** What was seen of a goal is the day on which it was achieved. */
  input: z.strictObject({ clientId: zId, goalId: zId, achievedOn: zDay.nullable(), seen: zSeen }),
  output: z.object({ achievedOn: zDay.nullable() }),
  may: planAccess.achieveGoal,
  audited: ofClient,
  refuses: planRefusals,
  edits: ({ tx, input }) => standingGoal(tx, input.clientId, input.goalId),
  run: async ({ tx, input: { clientId, goalId, achievedOn, seen }, today, refuse }) => {
    const goal = await goalOf(tx, clientId, goalId);
    if (!goal) return refuse('no-such-goal');
    // Whoever saw a day where none stands now has not seen that another took it away.
    if (seen !== null && goal.achievedOn === null && achievedOn !== null) return refuse('unmarked-meanwhile');
    if (achievedOn !== null && (achievedOn > today || achievedOn < goal.madeOn))
      return refuse('achieved-outside', { field: 'achievedOn' });
    await updateAchieved(tx, goalId, achievedOn);
    return { achievedOn };
  },
});

export const planPaper = ask({
  name: 'planPaper',
  method: 'GET',
  path: '/api/clients/{clientId}/plans/{planId}/paper',
  says: 'Print a plan in the client’s language of service, with its signatures or the lines for them (PDF)',
  input: z.strictObject(ofPlan),
  output: zPaper,
  may: planAccess.planPaper,
  audited: ofClient,
  refuses: planRefusals,
  run: async ({ tx, input: { clientId, planId }, who, today, refuse }) => {
    const plan = await planOf(tx, clientId, planId, who.language);
    if (!plan) return refuse('no-such-plan');
    const signedAs = signedAsOf(plan);
    // A kept paper that tells a protected address is not shown: what stands is printed without it.
    const bytes =
      (signedAs === null ? null : await keptPlanPaper(tx, planId, signedAs)) ??
      (await printedPlan({ tx, who, today }, clientId, plan))?.pdf;
    if (!bytes) return refuse('no-such-plan');
    return { bytes, fileName: `plan-${plan.madeOn}.pdf`, media: 'application/pdf' };
  },
});

export const interruptionPaper = ask({
  name: 'interruptionPaper',
  method: 'GET',
  path: '/api/clients/{clientId}/interruptions/{interruptionId}/paper',
  says: 'Print that a plan is interrupted, on which ground and by whom it was decided, and when it goes on (PDF)',
  input: z.strictObject(ofInterruption),
  output: zPaper,
  may: planAccess.interruptionPaper,
  audited: ofClient,
  refuses: planRefusals,
  run: async ({ tx, input: { clientId, interruptionId }, who, today, refuse }) => {
    const match = await interruptionOf(tx, clientId, interruptionId, who.language);
    const head = match && (await planHead(tx, match.plan.id));
    if (!match || !head) return refuse('no-such-interruption');
    const language = letterLanguage(head);
    const address = letterAddress(await reachOn(tx, clientId, today));
    const provisions = [cite(planInterruption.id, language)];
    const paper = interruptionPaperOf(language, head, match.plan, match.interruption, address, provisions);
    const { pdf } = await printed({ tx, who, today }, paper, language);
    return { bytes: pdf, fileName: `interruption-${match.interruption.from}.pdf`, media: 'application/pdf' };
  },
});

export const plansOf = ask({
  name: 'plansOf',
  method: 'GET',
  path: '/api/clients/{clientId}/plans',
  says: 'Tell a client’s plans: goals, items by the template of the plan’s day, signatures, review',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    plans: z.array(
      zPlan.extend({
        items: z.array(zAnsweredItem),
        reviewDue: z.boolean(),
        adaptBy: zDay.nullable(),
        signatures: z.array(zSignature.extend({ version: z.string() })),
        interruptions: z.array(zInterruption.extend({ version: z.string() })),
        /** It rests today. */
        interrupted: z.boolean(),
        /** Who has yet to sign it: until then it is a draft. */
        unsigned: z.array(zPlanSigner),
        /** What a draft has yet to say before anybody signs it. */
        missing: z.array(z.object({ item: z.string(), text: z.string() })),
        version: z.string(),
        informedOfBenefitsOn: zDay.nullable(),
      }),
    ),
    permitted: zPermitted(offered),
  }),
  may: planAccess.plansOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, today, relations }) => {
    return {
      plans: (await plansOfClient(tx, clientId, who.language)).map((plan) => ({
        ...plan,
        version: versionOf(contentOfPlan(plan)),
        informedOfBenefitsOn: contentOfPlan(plan).informedOfBenefitsOn,
        items: answeredItems(plan, who.language),
        reviewDue: reviewIsDue(plan, today),
        adaptBy: adaptedBy(plan),
        signatures: plan.signatures.map(withVersion(zSigningDetails)),
        interruptions: plan.interruptions.map(withVersion(zInterruptionDetails)),
        interrupted: interruptionOn(plan.interruptions, today) !== null,
        unsigned: unsignedBy(plan),
        missing:
          unsignedBy(plan).length > 0
            ? missingContent(plan, answersOf(plan)).map(({ item, text }) => ({ item, text: text[who.language] }))
            : [],
      })),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

/** The answers in the order and the words of the template of the plan's day. */
function answeredItems(plan: Plan, language: Language): z.output<typeof zAnsweredItem>[] {
  const answers = answersOf(plan);
  const template = planItemsOf(plan.service, plan.kind, plan.madeOn);
  const known = template.flatMap(({ item, number, text }) => {
    const answer = answers[item];
    return answer === undefined ? [] : [{ item, number, text: text[language], answer }];
  });
  const others = plan.items.filter(({ item }) => template.every((one) => one.item !== item));
  return [...known, ...others.map(({ item, answer }) => ({ item, number: null, text: item, answer }))];
}
