// Placement: where, on which weekdays and half-days a client takes part, and the agreement of the three about it.
// From above it takes the client relationship that it lies within, the group or the employer's workplace.
// Below it leaves the rows of each day's attendance, and the renewals that fall due.
import { z } from 'zod';
import { type Day, type Weekday, zDay, zWeekday } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import { zLine, zText } from '../../kernel/line.ts';
import type { Cents } from '../../kernel/money.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { zSector } from '../employer/words.ts';
import { type Service, zService } from '../organiser/words.ts';

export const halves = ['am', 'pm'] as const;

/** A half-day of the week that a placement claims. */
export const zSlot = z.strictObject({
  weekday: zWeekday,
  half: z.enum(halves),
});
export type Slot = z.output<typeof zSlot>;

/** Services done at an employer's workplace; the others are done in the groups of units, and some in either. */
export const workplaceServices = [
  'open-work',
  'supported-employment',
  'job-coaching',
  'rehabilitative-work',
] as const satisfies readonly Service[];

/** The services whose placements rest on an agreement of the three; supported employment rests on an employment contract. */
export const agreedServices = ['open-work'] as const satisfies readonly Service[];

const zTimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How a client takes part: the half-days of the week, times, tasks, meal. */
export const zTakingPart = z.strictObject({
  slots: z.array(zSlot).min(1).max(14),
  startsAt: zTimeOfDay.nullable().default(null),
  endsAt: zTimeOfDay.nullable().default(null),
  hoursADay: z.number().positive().max(24).nullable().default(null),
  tasks: zText.nullable().default(null),
  meal: z.boolean().default(false),
});
export type TakingPart = z.output<typeof zTakingPart>;

export const zPlacement = z.object({
  id: zId,
  clientId: zId,
  client: z.string(),
  relationshipId: zId,
  service: zService,
  groupId: zId.nullable(),
  unit: z.string().nullable(),
  workplaceId: zId.nullable(),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  /** The group's or the workplace's name. */
  place: z.string(),
  slots: z.array(zSlot),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  hoursADay: z.number().nullable(),
  tasks: z.string().nullable(),
  wageSubsidy: z.boolean(),
  meal: z.boolean(),
  during: zRange,
});
export type Placement = z.output<typeof zPlacement>;

/** The relationship that a placement must lie within, as much as placing asks of it. */
export interface Frame {
  readonly relationshipId: string;
  readonly service: Service;
  readonly during: Range;
  /** Days a week of the plan on which the relationship's decision stands; null where none says how many. */
  readonly plannedDays: number | null;
}

/** A place that one may choose: a group with its room left, or a workplace. */
export const zChoiceOfGroup = z.object({
  id: zId,
  name: z.string(),
  unit: z.string(),
  capacity: z.int().nullable(),
  taken: z.int(),
  /** Whether a meal is charged there unless otherwise agreed. */
  meal: z.boolean(),
});
export const zChoiceOfWorkplace = z.object({
  id: zId,
  name: z.string(),
  employer: z.string(),
  sector: zSector,
  tasks: z.string().nullable(),
  taken: z.int(),
});

/** The three who sign, and the three who each get a copy of their own. */
export const parties = ['client', 'employer', 'organiser'] as const;
export type AgreementParty = (typeof parties)[number];
export const zParty = z.enum(parties);

/** What the parties agree and approve; a word of it changed is another content. */
export interface AgreementContent {
  readonly tasks: string;
  readonly hours: string;
  readonly during: Range;
}

/** The content in one text of fixed form, so that the same content is always the same text. */
export function agreementText({ tasks, hours, during }: AgreementContent): string {
  return JSON.stringify({ tasks, hours, from: during.from, to: during.to });
}

export const zApproval = z.object({
  party: zParty,
  approvedOn: zDay,
  approvedBy: z.string(),
  contentHash: z.string(),
});
export type Approval = z.output<typeof zApproval>;

export const zAgreement = z.object({
  id: zId,
  clientId: zId,
  client: z.string(),
  placementId: zId,
  service: zService,
  workplaceId: zId.nullable(),
  place: z.string(),
  employer: z.string().nullable(),
  contactName: z.string().nullable(),
  tasks: z.string(),
  hours: z.string(),
  during: zRange,
  placedDuring: zRange,
  /** Another agreement has been made to go on where this one ends; it renews this one once all three have approved it. */
  hasNext: z.boolean(),
  renewed: z.boolean(),
  contentHash: z.string(),
  /** All that were given, also to an earlier content. */
  approvals: z.array(zApproval),
});
export type Agreement = z.output<typeof zAgreement>;

/** Where an agreement is on a day; derived, never stored. */
export const agreementStates = ['draft', 'waiting', 'agreed', 'in-force', 'to-renew', 'lapsed', 'ended'] as const;
export type AgreementStateName = (typeof agreementStates)[number];
export const zAgreementState = z.object({
  state: z.enum(agreementStates),
  /** The parties that have not approved what stands now. */
  waitingFor: z.array(zParty),
  /** The approvals of what stands now. */
  approved: z.array(zApproval),
});
export type AgreementState = z.output<typeof zAgreementState>;

export const zAgreementOnDay = zAgreement.omit({ approvals: true }).extend(zAgreementState.shape);
export type AgreementOnDay = z.output<typeof zAgreementOnDay>;

/** What is asked of an agreement; its days end, so that it is met about and renewed. */
export const zAgreementDraft = z.strictObject({
  tasks: zText.min(1),
  hours: zLine.min(1),
  during: z.strictObject({ from: zDay, to: zDay }),
});

/** On what a placement at a workplace rests: it decides who pays, who insures and what the parties may end. */
export type AgreementBasis = 'activity' | 'coaching' | 'employment' | 'rehabilitation';

export interface AgreementContact {
  readonly name: string;
  readonly post: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** One agreed weekday; times of day as 08:00. */
export interface AgreementDay {
  readonly weekday: Weekday;
  readonly from: string;
  readonly until: string;
}

/** Each party approves on its own; null while it has not. */
export interface AgreementApproval {
  readonly party: AgreementParty;
  readonly name: string;
  readonly post: string | null;
  readonly approvedOn: Day | null;
}

/**
 * Everything that the agreement about a placement says, before it is put into words.
 * It has no place for a diagnosis; benefits stay out of the employer's copy.
 */
export interface AgreementLetter {
  readonly language: ReadingLanguage;
  /** Whose copy this is. */
  readonly copy: AgreementParty;
  readonly reference: string;
  readonly madeOn: Day;
  readonly service: string;
  readonly basis: AgreementBasis;
  readonly organiser: {
    readonly name: string;
    readonly unit: string | null;
    readonly address: readonly string[];
    readonly contact: AgreementContact;
  };
  readonly client: { readonly name: string; readonly phone: string | null };
  readonly employer: {
    readonly name: string;
    readonly businessId: string | null;
    readonly workplace: string;
    readonly address: readonly string[];
    readonly contact: AgreementContact | null;
  };
  readonly during: Range;
  /** The day by which the three meet to renew it. */
  readonly renewBy: Day | null;
  readonly week: readonly AgreementDay[];
  /** Days and hours in the words that the parties approve; null where the week tells them. */
  readonly hours: string | null;
  readonly tasks: readonly string[];
  readonly compensation: {
    readonly perDay: Cents;
    /** What the employer pays of it to the organiser for each day. */
    readonly employerShare: Cents | null;
  } | null;
  readonly meals: string | null;
  readonly coaching: string | null;
  /** What the client has agreed that the workplace may know about guidance. */
  readonly guidance: string | null;
  /** How the placement touches the client's benefits: never in the employer's copy. */
  readonly benefits: string | null;
  readonly approvals: readonly AgreementApproval[];
}
