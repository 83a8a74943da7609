// Decision: what the authority granted or denied, for which days and why, and the letter that says so.
// From above it takes the referral that asked, the plan that it cites, and the organiser that decides.
// Below it leaves the right to a service during a range, on which relationships and placements stand.

import { z } from 'zod';
import { type Day, zDay, zInstant } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language, ReadingLanguage } from '../../kernel/language.ts';
import { zPaperLine, zPaperText, zToldPaperText } from '../../kernel/line.ts';
import { zCents } from '../../kernel/money.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { type Service, zService } from '../../kernel/service.ts';
import type { LetterAddress } from '../../server/letters/paper.ts';
import { zBenefitDetails, zNotice } from '../client/words.ts';
import type { ProvisionMode, RectificationBody } from '../organiser/words.ts';
import { referralStates, zReferral } from '../referral/words.ts';

/** A grant gives days, an end takes those of another; a denial, a matter that is not examined and one that lapses give none. */
export const outcomes = ['grant', 'end', 'deny', 'not-examined', 'lapse'] as const;
export type Outcome = (typeof outcomes)[number];

/** As what a decision is known: a grant that takes the place of an earlier one changes it. */
export const decisionKinds = ['grant', 'change', 'end', 'deny', 'not-examined', 'lapse'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** To which decisions their register is narrowed. */
export const registeredDecisions = ['in-force', 'not-served', 'annulled'] as const;

/** Why a wrong decision may be annulled: for the client's good, by the client's consent, or as the client's own doing. */
export const annulmentGrounds = ['for-client', 'client-agrees', 'own-conduct'] as const;
export type AnnulmentGround = (typeof annulmentGrounds)[number];

/** A referral with the day of its decision. */
export const zReferralDecided = zReferral.extend({ decidedOn: zDay.nullable() });
export type ReferralDecided = z.output<typeof zReferralDecided>;

/** A referral with what became of it, and by when it is to be decided. */
export const zReferralOnDay = zReferralDecided.extend({
  state: z.enum(referralStates),
  decisionDueOn: zDay,
  daysLeft: z.int(),
  /** Of what an edit writes, for it to tell that it saw it. */
  version: z.string(),
});

/** Why the law lets a matter be decided without hearing a party. */
export const unheardKinds = ['rejected-at-once', 'jeopardises', 'unnecessary'] as const;

/** By which item of the law, and why, a party was not heard. */
export const zUnheard = z.strictObject({
  ground: z.enum(unheardKinds),
  because: zToldPaperText,
});
export type Unheard = z.output<typeof zUnheard>;
/** As it stands, however it was written once. */
const zUnheardStanding = zUnheard.extend({ because: z.string() });

/** What is out of the ordinary in a decision, and must be explained in it. */
export const explainedKinds = [
  'datedBack',
  'retroactive',
  'endsBefore',
  'longer',
  'fixedTerm',
  'outsideGroup',
  'departsFromPlan',
  'correctedAgainst',
] as const;
export type ExplainedKind = (typeof explainedKinds)[number];

const zExplanation = zToldPaperText.optional();
export const zExplanations = z.strictObject({
  /** Why the decision bears another day than that on which it is made. */
  datedBack: zExplanation,
  /** Why days are granted that were over when it was decided. */
  retroactive: zExplanation,
  /** Why what is ended ends before the decision on it. */
  endsBefore: zExplanation,
  /** The special reason for which it is carried out later than the law says. */
  longer: zExplanation,
  /** Why a service that the law grants until further notice is granted for a term. */
  fixedTerm: zExplanation,
  /** Why somebody is granted a service whose act is meant for others. */
  outsideGroup: zExplanation,
  departsFromPlan: zExplanation,
  /** How the client was heard before an error was mended to the client's harm, or why that was not needed. */
  correctedAgainst: zExplanation,
});
export type Explanations = z.output<typeof zExplanations>;

/** What is decided: for a grant the days, open-ended where the end is missing; a denial grants nothing. */
export const zNewDecision = z.strictObject({
  referralId: zId,
  planId: zId.nullable().default(null),
  outcome: z.enum(outcomes),
  /** The decision on the same need that this one changes or ends. */
  changesId: zId.nullable().default(null),
  /** Of an end: the last day on which the decision that it ends holds. */
  lastDay: zDay.nullable().default(null),
  /** A grant of less than was asked for. */
  inPart: z.boolean().default(false),
  decidedOn: zDay,
  during: zRange.nullable().default(null),
  reasons: zToldPaperText,
  /** The reasons in plain words, for a client who reads easy language. */
  easyReasons: zPaperText.nullable().default(null),
  /** Why a matter is decided against a client who was not heard, where the law lets it be. */
  unheard: zUnheard.nullable().default(null),
  explanations: zExplanations.default({}),
  /** Provisions of the law digest, in force on the day when the matter became pending. */
  provisions: z.array(z.string().max(40)).min(1).max(10),
  /** Of a grant, where it is decided: by which offering, where, and what a meal is charged. */
  offeringId: zId.nullable().default(null),
  place: zPaperLine.nullable().default(null),
  mealCharge: zCents.nullable().default(null),
});
export type NewDecision = z.output<typeof zNewDecision>;

/** A decision as somebody prepares it for another to make: its day is that on which it is decided. */
export const zProposed = zNewDecision.omit({ decidedOn: true });
export type Proposed = z.output<typeof zProposed>;
/** As it stands, however it was written once. */
export const zPresented = zProposed.extend({
  reasons: z.string(),
  easyReasons: z.string().nullable(),
  unheard: zUnheardStanding.nullable(),
  place: z.string().nullable(),
});

/** What a decision rests on and that can be corrected after it: it then stands on what is not there any longer as it was. */
export const citedKinds = ['referral', 'assessment', 'plan', 'signature', 'hearing'] as const;
export type CitedKind = (typeof citedKinds)[number];

/** What was corrected after the decision that rests on it, and on which day last. */
export const zCorrectedSince = z.array(z.object({ what: z.enum(citedKinds), on: zDay }));
export type CorrectionDays = z.output<typeof zCorrectedSince>;

/** A correction of what a decision rests on, as it was kept. */
export const zCitedCorrection = z.object({
  what: z.enum(citedKinds),
  subjectId: zId,
  madeAt: zInstant,
  by: z.string(),
  why: z.string(),
  was: z.record(z.string(), z.unknown()),
});
export type CitedCorrection = z.output<typeof zCitedCorrection>;

/** One field of it: what stood there when it was decided, and what came in its place; null where nothing stands. */
export const zFieldChanged = z.object({ field: z.string(), was: z.unknown(), now: z.unknown() });
export type FieldChanged = z.output<typeof zFieldChanged>;

/** What waits for its decider, or was sent back to whoever presented it. */
export const zProposal = z.object({
  presentedById: zId,
  presentedBy: z.string(),
  presentedOn: zDay,
  deciderId: zId,
  decider: z.string(),
  returnedOn: zDay.nullable(),
  returnedBecause: z.string().nullable(),
  proposed: zPresented,
  correctedSince: zCorrectedSince,
  /** For what is sent in its place to tell that it saw it. */
  version: z.string(),
});
export type Proposal = z.output<typeof zProposal>;

/** Which other matter is decided with one, and the preparation that was seen of it. */
export const zAlso = z.array(z.strictObject({ referralId: zId, seen: z.string().max(100) })).max(8);
export type Also = z.output<typeof zAlso>;

/** Another service of the same decision. */
export const zTogether = z.object({
  id: zId,
  referralId: zId,
  service: zService,
  serviceName: z.string(),
  annulled: z.boolean(),
});
export type Together = z.output<typeof zTogether>;

export const zDecision = z.object({
  id: zId,
  /** The running number of the decision in its organiser's year: 57/2021. */
  number: z.string(),
  /** The services that were decided with it, in one letter and under one number. */
  together: z.array(zTogether),
  referralId: zId,
  planId: zId.nullable(),
  service: zService,
  serviceName: z.string(),
  outcome: z.enum(outcomes),
  receivedOn: zDay,
  decidedOn: zDay,
  decidedBy: z.string(),
  /** Who presented the matter, where another decided it. */
  presentedBy: z.string().nullable(),
  /** By which delegation it was decided; null where none was recorded. */
  delegation: z.string().nullable(),
  during: zRange.nullable(),
  /** The days on which it really holds: until another changed it, and by a repealed act until the law ends it. */
  holds: zRange.nullable(),
  /** Which decision it changed or ended, and which one did so to it from which day. */
  changesId: zId.nullable(),
  lastDay: zDay.nullable(),
  changes: z.string().nullable(),
  changedBy: z.object({ number: z.string(), from: zDay, ends: z.boolean() }).nullable(),
  reasons: z.string(),
  easyReasons: z.string().nullable(),
  unheard: zUnheardStanding.nullable(),
  explanations: zExplanations,
  provisions: z.array(z.string()),
  servedOn: zDay.nullable(),
  notices: z.array(zNotice),
  offeringId: zId.nullable(),
  place: z.string().nullable(),
  mealCharge: zCents.nullable(),
  hasLetter: z.boolean(),
  /** The client's language of service is another than Finnish and Swedish: a translation goes beside the original. */
  translated: z.boolean(),
  inPart: z.boolean(),
  /** The paper's version; a slip of the pen is mended by a new one. */
  version: z.int(),
  correctedOn: zDay.nullable(),
  correctedBecause: z.string().nullable(),
  /** Taken out of force on a day: its matter was then pending again. */
  annulledOn: zDay.nullable(),
  annulledBecause: z.string().nullable(),
  correctedSince: zCorrectedSince,
});
export type Decision = z.output<typeof zDecision>;

/** What tells whether the client is in the group of an act on the days that are granted. */
export const zPersonDecided = z.object({
  birthOn: zDay.nullable(),
  benefits: z.array(zBenefitDetails.pick({ benefit: true, main: true, during: true })),
});
export type PersonDecided = z.output<typeof zPersonDecided>;

/** Does the law ask for a decision with an end, without one, or leave it open? */
export const terms = ['for-a-period', 'until-further-notice', 'either'] as const;

/** By whom a service is provided: the organiser itself, or somebody from whom it is bought. */
export interface ProvidedBy {
  readonly mode: ProvisionMode;
  readonly provider: string | null;
}

/** What the letter's head, parties and contact are made of. */
export interface LetterFacts {
  /** The number of the matter. */
  readonly number: string;
  readonly authority: {
    readonly name: string;
    readonly unit: string | null;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly postOffice: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly decidedBy: {
    readonly name: string;
    readonly role: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly presentedBy: { readonly name: string; readonly role: string | null } | null;
  readonly client: { readonly name: string; readonly bornOn: Day | null };
  readonly language: Language;
  readonly easyLanguage: boolean;
  readonly service: Service;
  readonly matter: string;
  readonly pendingOn: Day;
  readonly plan: { readonly daysAWeek: number | null; readonly hoursADay: number | null } | null;
  /** Who handles a request for rectification of a decision of its day; null where that was not set then. */
  readonly body: RectificationBody | null;
  /** The decision that this one changes. */
  readonly changed: { readonly number: string; readonly decidedOn: Day } | null;
  /** The day of the annulled decision that this one comes in place of. */
  readonly insteadOf: Day | null;
}

const zLabelled = z.object({ label: z.string(), value: z.string() });

/** A piece of a letter: a heading with what stands under it. */
export const zLetterBlock = z.object({
  /** The heading's depth under the title. */
  depth: z.int().min(1).max(3),
  heading: z.string().nullable(),
  /** Where it stands: a box about the outcome, one in easy language, or a part that begins its own page. */
  as: z.enum(['text', 'outcome', 'easy', 'page']),
  text: z.string(),
  rows: z.array(zLabelled),
  items: z.array(z.string()),
});
export type LetterBlock = z.output<typeof zLetterBlock>;

/** A letter in words, as the screen shows it before it is decided: all that is printed, in its order. */
export const zLetterPreview = z.object({
  title: z.string(),
  language: z.string(),
  sender: z.array(z.string()),
  recipient: z.array(z.string()),
  facts: z.array(zLabelled),
  blocks: z.array(zLetterBlock),
});
export type LetterPreview = z.output<typeof zLetterPreview>;

/** How the decision reaches the client: the time for rectification runs from that. */
export type LetterDelivery = 'post' | 'electronic' | 'in-person';

export interface LetterContact {
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly email: string | null;
}

export type LetterOutcome =
  | {
      readonly kind: 'granted';
      readonly inPart: boolean;
      readonly during: Range;
      /** How much: days a week, hours a day. */
      readonly amount: string | null;
      readonly place: string | null;
      readonly provider: string | null;
      readonly charge: string | null;
    }
  | { readonly kind: 'ended'; readonly lastDay: Day }
  | { readonly kind: 'denied' | 'not-examined' | 'lapsed' };

/** How a granted service begins: on an agreed day and place, or by somebody's call. */
export type LetterBeginning =
  | { readonly kind: 'agreed'; readonly on: Day; readonly place: string }
  | { readonly kind: 'contact'; readonly by: string };

/**
 * What the client may do who does not accept the decision: rectification may be asked of every decision on a service. Days and
 * provisions come from the law's own files.
 */
export interface LetterAppeal {
  readonly authority: string;
  readonly days: number;
  /** On which day after sending a notice counts as received. */
  readonly presumedOnDay: { readonly post: number; readonly electronic: number };
  readonly postalAddress: readonly string[];
  readonly visitingAddress: string | null;
  readonly openingHours: string;
  readonly email: string | null;
  readonly provisions: readonly string[];
}

/** Everything that the letter of one decision says, before it is put into words. */
export interface DecisionLetter {
  /** Easy Finnish ('selko') gives the letter in Finnish with a summary in easy language before it. */
  readonly language: ReadingLanguage;
  readonly authority: { readonly name: string; readonly unit: string | null; readonly address: readonly string[] };
  readonly reference: string;
  /** The decision's own number; not known before it is made. */
  readonly number?: string;
  readonly decidedOn: Day;
  readonly decidedBy: { readonly name: string; readonly post: string };
  readonly presentedBy: { readonly name: string; readonly post: string } | null;
  /** What the paper mends or comes in place of, where it is not the first. */
  readonly correction: { readonly on: Day; readonly because: string; readonly provision: string } | null;
  readonly insteadOf: { readonly decidedOn: Day; readonly provision: string } | null;
  /** The decision that it changes or ends. */
  readonly changed: { readonly number: string; readonly decidedOn: Day } | null;
  /** On what the power to decide rests; null where none was recorded. */
  readonly delegation: string | null;
  /** By which provision it needs no signature; null before the act was in force. */
  readonly unsignedBy: string | null;
  readonly client: { readonly name: string; readonly bornOn: Day | null };
  /** Who acts for the client, in a copy that goes to them. */
  readonly recipient?: string;
  readonly address: LetterAddress;
  /** A copy set later, from which the address is left out. */
  readonly withoutAddress?: boolean;
  /** Set beside the original, which is in Finnish. */
  readonly translation?: boolean;
  /** A copy for somebody who may read of this service, and not of those that were decided with it. */
  readonly excerpt?: boolean;
  readonly delivery: LetterDelivery;
  /** The service that was asked for, in the letter's language. */
  readonly matter: string;
  /** The same as the object of the sentence that grants or denies it. */
  readonly object: string;
  readonly pendingOn: Day;
  readonly outcome: LetterOutcome;
  readonly reasons: string;
  readonly easyReasons: string | null;
  /** Why the client was not heard, by which provision; null where one was, or all was granted. */
  readonly unheard: { readonly because: string; readonly provision: string } | null;
  /** What is out of the ordinary in the decision, and why. */
  readonly explanations: readonly { readonly kind: ExplainedKind; readonly because: string }[];
  readonly provisions: readonly string[];
  readonly beginning: LetterBeginning | null;
  readonly contact: LetterContact;
  /** The provision by which the letter is secret. */
  readonly secretBy: string | null;
  readonly appeal: LetterAppeal;
}

/** A standing decision that grants days of the same need, as one that would change it or go on from it looks at it. */
export const zGranted = zDecision
  .pick({ id: true, number: true, service: true, serviceName: true, provisions: true, changedBy: true })
  .extend({ holds: zRange });
export type Granted = z.output<typeof zGranted>;
