import type { Day } from '../../kernel/day.ts';
import { saysSomething } from '../../kernel/line.ts';
import { contains, overlaps, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { periodFrameOn } from '../../law/act-2001-189.ts';
import { signerOn } from '../../law/act-2001-189-party.ts';
import {
  activationPlan,
  activationPlanContent,
  activationPlanItems,
  type ContentItem,
  interruptibleFrom,
  mayStartRehabilitative,
  type Obstacle,
  type PlanItemKey,
  planTemplateOn,
  planToBeAdaptedBy,
  signersOfPlan,
} from '../../law/act-2001-189-plan.ts';
import { clientPlan, clientPlanItems } from '../../law/act-2014-1301.ts';
import { jointPlan } from '../../law/act-2014-1369.ts';
import {
  multisectoralCheckProvision,
  multisectoralPlan,
  multisectoralPlanCheckLimit,
  multisectoralPlanContent,
  multisectoralPlanLimit,
  multisectoralPlanProvision,
} from '../../law/act-2023-381.ts';
import { type StatuteWords, versionOn } from '../../law/provision.ts';
import type {
  InterruptionDetails,
  NewPlan,
  Plan,
  PlanContent,
  PlanKind,
  PlanSigner,
  Signing,
  Template,
} from './words.ts';

/** 189/2001: the day from which there is rehabilitative work at all. */
const lawFrom = planTemplateOn.versions[0]?.during.from as Day;

/** 189/2001: nothing of rehabilitative work can be planned before the act was in force. */
export function isBeforeLaw(service: Service, madeOn: Day): boolean {
  return service === 'rehabilitative-work' && madeOn < lawFrom;
}

/** The template of a plan with its items in all languages. */
export interface LegalTemplate extends Omit<Template, 'items' | 'contents'> {
  readonly items: readonly LegalItem[];
  readonly contents: readonly {
    readonly kind: PlanKind;
    readonly provision: string;
    readonly items: readonly LegalItem[];
  }[];
}
interface LegalItem {
  readonly item: string;
  readonly number: number;
  readonly text: StatuteWords;
  readonly required: boolean;
}

/** 189/2001 § 8, 381/2023 § 5 (1369/2014 § 4 until 2024): what a plan of each kind made on the day says beside what § 9 asks. */
function contentsOn(madeOn: Day): LegalTemplate['contents'] {
  const lines = (items: readonly ContentItem[]) =>
    items.map(({ number, key, text }) => ({ item: key, number, text, required: true }));
  const joint = multisectoralPlanContent(madeOn);
  return [
    { kind: 'activation', provision: activationPlan.id, items: lines(activationPlanContent(madeOn)) },
    ...(joint ? [{ kind: 'multisectoral' as const, provision: joint.provision, items: lines(joint.items) }] : []),
  ];
}

/**
 * 189/2001 § 9 for rehabilitative work, 1301/2014 § 39 for the rest: what a plan made on the day is asked.
 * The items of rehabilitative work are all required; those of a client plan only as far as the need requires.
 */
export function templateFor(service: Service, madeOn: Day): LegalTemplate {
  if (service === 'rehabilitative-work') {
    if (madeOn < lawFrom)
      return {
        kinds: ['activation', 'multisectoral'],
        provision: null,
        items: [],
        contents: [],
        mustInformOfBenefits: true,
        frame: null,
      };
    const { fewestMonths, mostMonths, fewestDaysAWeek, mostDaysAWeek, fewestHoursADay } = periodFrameOn(madeOn);
    return {
      // The multisectoral plan came with the act on joint service.
      kinds:
        versionOn(jointPlan, madeOn) || versionOn(multisectoralPlan, madeOn)
          ? ['activation', 'multisectoral']
          : ['activation'],
      provision: planTemplateOn.id,
      items: activationPlanItems(madeOn).map(({ number, key, text }) => ({ item: key, number, text, required: true })),
      contents: contentsOn(madeOn),
      mustInformOfBenefits: true,
      frame: { fewestMonths, mostMonths, fewestDaysAWeek, mostDaysAWeek, fewestHoursADay },
    };
  }
  const known = versionOn(clientPlan, madeOn) !== null;
  return {
    kinds: ['service'],
    provision: known ? clientPlan.id : null,
    items: (known ? clientPlanItems(madeOn) : [])
      // Goals are a list of their own, so that each can be achieved.
      .filter(({ key }) => key !== 'goals')
      .map(({ number, key, label }) => ({ item: key, number, text: label, required: false })),
    contents: [],
    mustInformOfBenefits: false,
    frame: null,
  };
}

/** By which provision plans of its kinds are made for a service on the day; null before there was one. */
export function provisionOfKinds(service: Service, madeOn: Day): string | null {
  return service === 'rehabilitative-work' ? activationPlan.id : templateFor(service, madeOn).provision;
}

export function mayHaveKind(service: Service, kind: PlanKind, madeOn: Day): boolean {
  return templateFor(service, madeOn).kinds.includes(kind);
}

interface Rests {
  readonly service: Service;
  readonly madeOn: Day;
  readonly during: Range;
  readonly reviewOn: Day | null;
  readonly daysAWeek: number | null;
  readonly hoursADay: number | null;
  readonly informedOfBenefits: boolean;
  readonly answers: Readonly<Partial<Record<string, string>>>;
}

/** 189/2001 §§ 9 and 13 (§ 13 b from 2021): what stands in the way of signing a plan of rehabilitative work. */
export function planObstacles(plan: Rests): readonly Obstacle[] {
  return restingObstacles(plan, plan.during);
}

/**
 * 189/2001 §§ 9 and 13 (§ 13 b from 2021): what stands in the way of a period that rests on the plan, or on none.
 * Other services than rehabilitative work have no such frame.
 */
export function restingObstacles(plan: Rests, during: Range): readonly Obstacle[] {
  if (plan.service !== 'rehabilitative-work') return [];
  if (during.from < lawFrom) return [{ why: 'plan-after-start', provision: planTemplateOn.id, expected: null }];
  return mayStartRehabilitative({
    during,
    daysAWeek: plan.daysAWeek ?? 0,
    hoursADay: plan.hoursADay ?? 0,
    plan: {
      madeOn: plan.madeOn,
      answers: plan.answers as Readonly<Partial<Record<PlanItemKey, string>>>,
      informedOfBenefits: plan.informedOfBenefits,
      evaluateBy: plan.reviewOn,
    },
  }).obstacles;
}

/** What the rules look at in a plan that is being made. */
export function restsOfNew(plan: PlanContent & Pick<NewPlan, 'service'>): Rests {
  return { ...plan, informedOfBenefits: plan.informedOfBenefitsOn !== null, answers: plan.items };
}

/** What the rules look at in a plan that was made. */
export function restsOf(plan: Plan): Rests {
  return {
    ...plan,
    informedOfBenefits: plan.informedOfBenefitsAt !== null,
    answers: answersOf(plan),
  };
}

/** The answers of a plan by their item. */
export function answersOf({ items }: Pick<Plan, 'items'>): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(items.map(({ item, answer }) => [item, answer]));
}

/** All that a plan of the kind is asked, in its order. */
export function planItemsOf(service: Service, kind: PlanKind, madeOn: Day): readonly LegalItem[] {
  const { items, contents } = templateFor(service, madeOn);
  return [...contents.flatMap((one) => (one.kind === kind ? one.items : [])), ...items];
}

/** What a plan must say before anybody signs it and does not yet; a dash says nothing. */
export function missingContent(
  { service, kind, madeOn }: Pick<Plan, 'service' | 'kind' | 'madeOn'>,
  answers: Readonly<Partial<Record<string, string>>>,
): readonly LegalItem[] {
  return planItemsOf(service, kind, madeOn).filter(
    ({ item, required }) => required && !saysSomething(answers[item] ?? ''),
  );
}

/** Items that a plan of the kind, made on the day, is not asked. */
export function unknownItems(
  service: Service,
  kind: PlanKind,
  madeOn: Day,
  items: Readonly<Record<string, string>>,
): string[] {
  const known = new Set(planItemsOf(service, kind, madeOn).map(({ item }) => item));
  return Object.keys(items).filter((item) => !known.has(item));
}

interface Signed extends Pick<Plan, 'kind' | 'madeOn'> {
  readonly signatures: readonly Pick<Plan['signatures'][number], 'signer' | 'signedOn'>[];
}

/** Who signs a plan: all three in the plans of rehabilitative work (189/2001 § 8), nobody in a client plan. */
export function signersOf({ kind, madeOn }: Pick<Plan, 'kind' | 'madeOn'>): readonly PlanSigner[] {
  return kind === 'service' ? [] : signersOfPlan(madeOn);
}

/** Who has yet to sign a plan; as long as somebody has, it is a draft. */
export function unsignedBy(plan: Signed): PlanSigner[] {
  return signersOf(plan).filter((signer) => plan.signatures.every((one) => one.signer !== signer));
}

/** From which day a plan is signed: that of its last signature; null while it is a draft. */
export function signedOn(plan: Signed): Day | null {
  if (unsignedBy(plan).length > 0) return null;
  return (
    plan.signatures
      .map((one) => one.signedOn)
      .sort()
      .at(-1) ?? plan.madeOn
  );
}

/** As who somebody signs a plan made on a day: the employment administration by what it was called then. */
export function signingParty(signer: PlanSigner, madeOn: Day) {
  return signerOn(signer, madeOn);
}

type SigningFault = 'not-to-be-signed' | 'signed-before-made' | 'signed-in-future' | 'capacity-missing';

/** Why a signature cannot stand under a plan, and the field that it means; null where it can. */
export function signingFault(
  plan: Pick<Plan, 'kind' | 'madeOn'>,
  { signer, signedOn: on, capacity }: Pick<Signing, 'signer' | 'signedOn' | 'capacity'>,
  today: Day,
): { readonly why: SigningFault; readonly field: string } | null {
  if (!signersOf(plan).includes(signer)) return { why: 'not-to-be-signed', field: 'signer' };
  if (on < plan.madeOn) return { why: 'signed-before-made', field: 'signedOn' };
  if (on > today) return { why: 'signed-in-future', field: 'signedOn' };
  return signer !== 'client' && capacity === null ? { why: 'capacity-missing', field: 'capacity' } : null;
}

/** How far planning has come by the plans of a matter on a day: one is signed, or there are drafts alone. */
export function plannedBy(plans: readonly Signed[], on: Day): { readonly planned: boolean; readonly drafted: boolean } {
  const planned = plans.some((plan) => {
    const signed = signedOn(plan);
    return signed !== null && signed <= on;
  });
  return { planned, drafted: !planned && plans.length > 0 };
}

/** A plan as a decision cites it. */
export function citedPlan(plan: Plan) {
  const { id, kind, madeOn, during } = plan;
  const interrupted = plan.interruptions.map(({ from, to }) => ({ from, to }));
  return { id, kind, madeOn, during, unsigned: unsignedBy(plan), interrupted };
}

/** The interruption in which a plan rests on a day; null where the plan goes on. */
export function interruptionOn<One extends Range>(interruptions: readonly One[], on: Day): One | null {
  return interruptions.find((one) => contains(one, on)) ?? null;
}

type InterruptionFault =
  | 'not-to-be-interrupted'
  | 'draft-interrupted'
  | 'interrupted-outside'
  | 'decided-ahead'
  | 'not-heard'
  | 'interrupted-too-early'
  | 'resumed-before'
  | 'resumed-without-agreement'
  | 'interrupted-already';

/**
 * 189/2001 § 5: why a plan cannot be held to be interrupted as it is details, the field that it means, and the day on which it could be. An
 * activation plan alone is interrupted: the acts on joint service know reviews and an end.
 */
export function interruptionFault(
  plan: Pick<Plan, 'kind' | 'madeOn' | 'during' | 'signatures'>,
  others: readonly Range[],
  details: InterruptionDetails,
  today: Day,
): { readonly why: InterruptionFault; readonly field: string; readonly expected?: Day } | null {
  const { from, to, decidedOn, heardOn, groundOn, agreed } = details;
  if (plan.kind !== 'activation') return { why: 'not-to-be-interrupted', field: 'planId' };
  const signed = signedOn(plan);
  if (signed === null || signed > from) return { why: 'draft-interrupted', field: 'from' };
  if (!contains(plan.during, from)) return { why: 'interrupted-outside', field: 'from' };
  if (decidedOn > today) return { why: 'decided-ahead', field: 'decidedOn' };
  if (heardOn > decidedOn) return { why: 'not-heard', field: 'heardOn' };
  const earliest = interruptibleFrom(groundOn);
  if (decidedOn < earliest) return { why: 'interrupted-too-early', field: 'decidedOn', expected: earliest };
  if (from < earliest) return { why: 'interrupted-too-early', field: 'from', expected: earliest };
  if (to !== null && to <= from) return { why: 'resumed-before', field: 'to' };
  if ((to === null) !== (agreed === null)) return { why: 'resumed-without-agreement', field: 'agreed' };
  if (others.some((one) => overlaps(one, { from, to }))) return { why: 'interrupted-already', field: 'from' };
  return null;
}

type Reviewed = Pick<Plan, 'reviewOn' | 'reviewedOn' | 'during'> & { readonly interruptions: readonly Range[] };

/**
 * Whether the plan, in force on the day, was to be reviewed by then and has not been; a plan that is over is not, and one that rests is
 * reviewed when it goes on.
 */
export function reviewIsDue({ reviewOn, reviewedOn, during, interruptions }: Reviewed, on: Day): boolean {
  const isReviewed = reviewedOn !== null && reviewedOn <= on;
  const rests = interruptionOn(interruptions, on) !== null;
  return reviewOn !== null && reviewOn <= on && !isReviewed && !rests && contains(during, on);
}

/** Whether the day of the review has passed without it: on the day itself it is still in time. */
export function reviewIsLate(plan: Reviewed, on: Day): boolean {
  return reviewIsDue(plan, on) && plan.reviewOn !== on;
}

/** Whether a review of the day is the latest of a plan, so that the next one follows from it. */
export function isLatestReview({ reviews, reviewedOn }: Pick<Plan, 'reviews' | 'reviewedOn'>, on: Day): boolean {
  return (reviewedOn === null || reviewedOn <= on) && reviews.every((review) => review.reviewedOn <= on);
}

/** 702/2020: by which day a plan of five items had to be adapted to the six; null where nothing is due. */
export function adaptedBy({ service, madeOn, during }: Pick<Plan, 'service' | 'madeOn' | 'during'>): Day | null {
  return service === 'rehabilitative-work' ? planToBeAdaptedBy(madeOn, during) : null;
}

/**
 * 381/2023 § 6 (1369/2014 § 4 until 2024): by which day a multi-sectoral plan made or checked on a day is checked again, and by which
 * provision; null for the other kinds.
 */
export function checkedBy(kind: PlanKind, since: Day): { readonly by: Day; readonly provision: string } | null {
  const provision = kind === 'multisectoral' ? multisectoralCheckProvision(since) : null;
  return provision && { by: multisectoralPlanCheckLimit(since), provision: provision.id };
}

/** Whether a plan, checked on a day, needs a next check that was not agreed on: it holds beyond the day of law. */
export function lacksNextCheck(
  { kind, during }: Pick<Plan, 'kind' | 'during'>,
  checkedOn: Day,
  nextOn: Day | null,
): boolean {
  const next = checkedBy(kind, checkedOn);
  return next !== null && nextOn === null && (during.to === null || during.to > next.by);
}

/**
 * 381/2023 § 4 (1369/2014 § 4 until 2024): by which day the multi-sectoral plan is made where the needs began to be assessed together
 * on a day; null where there was no such plan yet.
 */
export function multisectoralPlanBy(assessmentBegunOn: Day): { readonly by: Day; readonly provision: string } | null {
  const provision = multisectoralPlanProvision(assessmentBegunOn);
  return provision && { by: multisectoralPlanLimit(assessmentBegunOn), provision: provision.id };
}

/** By which provisions a plan is made: what it says, what it says of the activity, and when it is checked. */
export function provisionsOf({ service, kind, madeOn }: Pick<Plan, 'service' | 'kind' | 'madeOn'>): readonly string[] {
  const { provision, contents } = templateFor(service, madeOn);
  const check = checkedBy(kind, madeOn)?.provision;
  const all = [...contents.flatMap((one) => (one.kind === kind ? [one.provision] : [])), provision, check];
  return [...new Set(all.filter((one): one is string => !!one))];
}
