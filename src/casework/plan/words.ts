// What is aimed at and how: goals, the days that the plan is for, its review, and the items that the law asks of it.
// Takes the pending matter from above, and the service that it is about.
// Leaves below the plan that a decision can cite and a period of rehabilitative work must rest on.

import { z } from 'zod';
import { type Day, dayOfInstant, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine, zLinesOnce, zName, zPaperText, zToldPaperText } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import type { Labelled, PaperHead, PaperSection } from '../../server/letters/paper.ts';

/** Activation plan, multi-sectoral employment plan, or the plan of a social service. */
export const planKinds = ['activation', 'multisectoral', 'service'] as const;
export type PlanKind = (typeof planKinds)[number];
export const zPlanKind = z.enum(planKinds);

/** Who signs a plan, whatever each is called on its day: the client, whoever organises the service, the employment authority. */
export const planSigners = ['client', 'organiser', 'employment'] as const;
export type PlanSigner = (typeof planSigners)[number];
export const zPlanSigner = z.enum(planSigners);

/** How somebody signs: in the same room, on paper by post, or in a service that knows who one is. */
export const signingWays = ['in-person', 'by-post', 'electronic'] as const;
export type SigningWay = (typeof signingWays)[number];

/** Who signed for whom of those who sign, in which capacity, on which day and how. */
export const zSigning = z.strictObject({
  signer: zPlanSigner,
  signedOn: zDay,
  signedBy: zName.min(1),
  /** An official's title; for the client only where somebody else signs. */
  capacity: zLine.min(1).nullable().default(null),
  way: z.enum(signingWays),
});
export type Signing = z.output<typeof zSigning>;

/** A signature as it is recorded; of one from before they were recorded one by one only its day is known. */
export const zSignature = z.object({
  id: zId,
  signer: zPlanSigner,
  signedOn: zDay,
  signedBy: z.string().nullable(),
  capacity: z.string().nullable(),
  way: z.enum([...signingWays, 'earlier']),
});
export type Signature = z.output<typeof zSignature>;

/** What a correction of a signature changes. */
export const zSigningDetails = z.object(zSigning.omit({ signer: true }).shape);

export const zGoal = z.object({ id: zId, goal: z.string(), achievedOn: zDay.nullable() });

/** An item as the plan answers it; the number and the words are those of the template of the plan's day. */
export const zAnsweredItem = z.object({
  item: z.string(),
  number: z.int().nullable(),
  text: z.string(),
  answer: z.string(),
});

export const zPlanReview = z.object({ id: zId, reviewedOn: zDay, nextOn: zDay.nullable() });

/** What was seen of a review by whoever records that of the same day anew. */
export const reviewVersion = ({ nextOn }: { readonly nextOn: Day | null }): string => nextOn ?? 'none';

/** What began that interrupts an activation plan: work, an enterprise of one's own, or studies towards an occupation. */
export const interruptionGrounds = ['employed', 'enterprise', 'studies'] as const;
const zInterruptionGround = z.enum(interruptionGrounds);

/** Who decides whether a plan is interrupted, having heard the client. */
export const interruptionDeciders = ['organiser', 'employment'] as const;

/** An interruption that is decided on: what began when, when the client was heard, and from which day the plan rests. */
export const zInterrupting = z.strictObject({
  ground: zInterruptionGround,
  groundOn: zDay,
  heardOn: zDay,
  decidedOn: zDay,
  decidedBy: z.enum(interruptionDeciders),
  from: zDay,
  reason: zToldPaperText,
});
export type Interrupting = z.output<typeof zInterrupting>;

/** What a correction of an interruption writes: also when the plan goes on, and what the three agreed on then. */
export const zInterruptionDetails = z.object({
  ...zInterrupting.shape,
  to: zDay.nullable(),
  agreed: zToldPaperText.nullable(),
});
export type InterruptionDetails = z.output<typeof zInterruptionDetails>;

export const zInterruption = zInterruptionDetails.extend({ id: zId });
export type Interruption = z.output<typeof zInterruption>;

export const zPlan = z.object({
  id: zId,
  referralId: zId.nullable(),
  service: zService,
  serviceName: z.string(),
  kind: zPlanKind,
  madeOn: zDay,
  madeBy: z.string().nullable(),
  during: zRange,
  reviewOn: zDay.nullable(),
  reviewedOn: zDay.nullable(),
  /** Those recorded, the latest first. */
  reviews: z.array(zPlanReview),
  daysAWeek: z.int().nullable(),
  hoursADay: z.number().nullable(),
  informedOfBenefitsAt: z.string().nullable(),
  goals: z.array(zGoal),
  items: z.array(z.object({ item: z.string(), answer: z.string() })),
  signatures: z.array(zSignature),
  /** The days on which the plan rests, the latest first. */
  interruptions: z.array(zInterruption),
});
export type Plan = z.output<typeof zPlan>;

/** A plan as a decision cites it; while somebody has yet to sign it is a draft. */
export const zPlanCited = zPlan.pick({ id: true, kind: true, madeOn: true, during: true }).extend({
  unsigned: z.array(zPlanSigner),
  /** The days on which it rests. */
  interrupted: z.array(zRange),
});

/** An item that a template asks for. */
export const zTemplateItem = z.object({ item: z.string(), number: z.int(), text: z.string(), required: z.boolean() });

/** What the law asks of a plan for a service, made on a day. */
export const zTemplate = z.object({
  kinds: z.array(zPlanKind),
  provision: z.string().nullable(),
  items: z.array(zTemplateItem),
  /** What a plan of each kind says whatever services stand in it: it is signed with all of that. */
  contents: z.array(z.object({ kind: zPlanKind, provision: z.string(), items: z.array(zTemplateItem) })),
  mustInformOfBenefits: z.boolean(),
  frame: z
    .object({
      fewestMonths: z.int(),
      mostMonths: z.int(),
      fewestDaysAWeek: z.int(),
      mostDaysAWeek: z.int(),
      fewestHoursADay: z.number(),
    })
    .nullable(),
});
export type Template = z.output<typeof zTemplate>;

/** What is aimed at, each goal once: its day of achievement is kept by its words. */
export const zGoals = zLinesOnce(zToldPaperText, 20);

export const zNewPlan = z.strictObject({
  referralId: zId.nullable().default(null),
  service: zService,
  kind: zPlanKind,
  madeOn: zDay,
  during: zRange,
  reviewOn: zDay,
  daysAWeek: z.int().min(1).max(7).nullable().default(null),
  hoursADay: z.number().min(0.25).max(24).nullable().default(null),
  goals: zGoals.min(1),
  /** Answers to the items of the template, by the item's name. */
  items: z.record(z.string().max(40), zPaperText).default({}),
  /** The day on which the client was told about benefits and compensations; before signing in rehabilitative work. */
  informedOfBenefitsOn: zDay.nullable().default(null),
  /** Those who sign it at once; until all have signed it is a draft. */
  signatures: z.array(zSigning).max(planSigners.length).default([]),
});
export type NewPlan = z.output<typeof zNewPlan>;

/** What a change of a plan writes: all of it but the service and the matter that it is about, and who signed it. */
export const zPlanContent = z.object(zNewPlan.omit({ referralId: true, service: true, signatures: true }).shape);
export type PlanContent = z.output<typeof zPlanContent>;

/** What stands in a plan, as a change of it writes it. */
export function contentOfPlan(plan: Plan): PlanContent {
  const { kind, madeOn, during, reviewOn, daysAWeek, hoursADay, goals, informedOfBenefitsAt } = plan;
  return {
    ...{ kind, madeOn, during, daysAWeek, hoursADay, goals: goals.map(({ goal }) => goal) },
    // A plan from before it was asked has no day of review: a change of it gives one.
    reviewOn: reviewOn ?? madeOn,
    items: Object.fromEntries(
      plan.items.toSorted((a, b) => (a.item < b.item ? -1 : 1)).map((one) => [one.item, one.answer]),
    ),
    informedOfBenefitsOn: informedOfBenefitsAt === null ? null : dayOfInstant(informedOfBenefitsAt),
  };
}

/** What the head of a plan's paper is made of. */
export const zPlanHead = z.object({
  authority: z.string(),
  office: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  phone: z.string().nullable(),
  maker: z.string().nullable(),
  makerPhone: z.string().nullable(),
  client: z.string(),
  language: z.enum(['fi', 'sv', 'en']),
  easyLanguage: z.boolean(),
  service: z.string(),
  number: z.string().nullable(),
});
export type PlanHead = z.output<typeof zPlanHead>;

export interface PlanPaper extends PaperHead {
  readonly title: string;
  /** That it is a draft; empty once all have signed. */
  readonly draft: string;
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly parties: readonly Labelled[];
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly signatures: {
    readonly heading: string;
    readonly space: string;
    /** Of whoever has yet to sign no lines: there the paper has room for it. */
    readonly people: readonly { readonly signer: string; readonly lines: readonly string[] }[];
  };
  readonly signer: {
    readonly label: string;
    readonly name: string;
    readonly post: string;
    readonly notes: readonly string[];
  };
}
