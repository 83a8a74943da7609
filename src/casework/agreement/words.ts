// Agreement: what client, employer and organiser agree about a placement, who has approved it, and its paper.
// From above it takes the placement that it is about, with its relationship, its workplace and the organiser's rates and rhythm.
// Below it leaves the days on which an agreement is in force, and the renewals that fall due.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import { zPaperLine, zToldPaperText } from '../../kernel/line.ts';
import { type Cents, zCents } from '../../kernel/money.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { roles } from '../../kernel/relation.ts';
import { type Service, zService } from '../../kernel/service.ts';
import type { Rate } from '../rate/words.ts';
import type { Rhythm } from '../rhythm/words.ts';

/** The services whose placements rest on an agreement of the three; supported employment rests on an employment contract. */
export const agreedServices = ['open-work'] as const satisfies readonly Service[];

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

/**
 * The content in one text of fixed form, so that the same content is always the same text. The terms are in theirs already;
 * agreements of before they were kept have none.
 */
export function agreementText({ tasks, hours, during }: AgreementContent, terms: string | null): string {
  const own = JSON.stringify({ tasks, hours, from: during.from, to: during.to });
  return terms === null ? own : `${own.slice(0, -1)},"terms":${terms}}`;
}

const zInterval = z.strictObject({ everyDays: z.int(), everyDaysAtMost: z.int().nullable() });

/** What the paper states beside tasks, hours and days; as it is known, or as it was approved. */
export const zTerms = z.strictObject({
  /** What the organiser pays for a day of taking part, and what the employer pays of it. */
  perDay: zCents.nullable(),
  employerShare: zCents.nullable(),
  /** A meal that is agreed, with what it is charged; null where none is. */
  meal: z.strictObject({ charge: zCents.nullable() }).nullable(),
  /** Who coaches, with the post that one has; null where nobody is named. */
  coach: z.strictObject({ name: z.string(), role: z.enum(roles).nullable() }).nullable(),
  /** How often the organiser keeps in touch: until the last day of the starting phase, and from then on. */
  starting: zInterval.extend({ until: zDay }).nullable(),
  steady: zInterval.nullable(),
  visitAtRenewal: z.boolean(),
});
export type Terms = z.output<typeof zTerms>;

/** Terms in one text of fixed form. */
export function termsText(terms: Terms): string {
  return JSON.stringify(zTerms.parse(terms));
}

/** What the terms of an agreement follow from, as it is known today. */
export interface TermsFacts {
  readonly service: Service;
  readonly employerId: string | null;
  readonly from: Day;
  readonly relationship: Range;
  readonly meal: boolean;
  readonly coach: Terms['coach'];
  readonly rates: readonly Rate[];
  readonly rhythms: readonly Rhythm[];
}

/** The rule by which terms follow from facts; who reads agreements hands it in, since what reads knows no rule. */
export type TermsRule = (facts: TermsFacts) => Terms;

/** Which parties have approved a content, told by its number. */
export function partiesFor(
  approvals: readonly Pick<Approval, 'party' | 'contentHash'>[],
  contentHash: string,
): AgreementParty[] {
  return parties.filter((party) => approvals.some((one) => one.party === party && one.contentHash === contentHash));
}

export const zApproval = z.object({
  id: zId,
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
  /** What the paper states beside: as the three approved it, else as it is known today. */
  terms: zTerms,
  /** Contents whose paper is kept as the last of the three approved it, the first one first. */
  papers: z.array(z.object({ contentHash: z.string(), keptOn: zDay })),
  /** All that were given, also to an earlier content. */
  approvals: z.array(zApproval),
});
export type Agreement = z.output<typeof zAgreement>;

/** Where an agreement is on a day; derived, never stored. */
export const agreementStates = ['draft', 'waiting', 'agreed', 'in-force', 'to-renew', 'lapsed', 'ended'] as const;
export type AgreementStateName = (typeof agreementStates)[number];

/** What is done to an agreement once it is made. */
export const agreementSteps = ['approve', 'change', 'renew'] as const;
export type AgreementStep = (typeof agreementSteps)[number];
export const zAgreementState = z.object({
  state: z.enum(agreementStates),
  /** The parties that have not approved what stands now. */
  waitingFor: z.array(zParty),
  /** The approvals of what stands now. */
  approved: z.array(zApproval),
  /** Approvals of a content that has changed since, by parties that have not approved what stands now. */
  withdrawn: z.array(zApproval),
});
export type AgreementState = z.output<typeof zAgreementState>;

export const zAgreementOnDay = zAgreement
  .omit({ approvals: true })
  .extend({ ...zAgreementState.shape, takeBackVersion: z.string() });
export type AgreementOnDay = z.output<typeof zAgreementOnDay>;

/** What taking an approval back must have seen: what the agreement says, and which approval it is. */
export function approvalVersion(contentHash: string, approvalId: string | null): string {
  return `${contentHash.slice(0, 32)} ${approvalId ?? ''}`;
}

/** What taking an agreement back must have seen: what it says, and who had approved that. */
export function agreementVersion({ contentHash, approvals }: Pick<Agreement, 'contentHash' | 'approvals'>): string {
  const approved = approvals.filter((one) => one.contentHash === contentHash).map(({ id }) => id.slice(-12));
  return [contentHash.slice(0, 32), ...approved.toSorted()].join(' ');
}

/** What is asked of an agreement; its days end, so that it is met about and renewed. */
export const zAgreementDraft = z.strictObject({
  tasks: zToldPaperText,
  hours: zPaperLine.min(1),
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

/** Each party approves on its own; null while it has not. */
export interface AgreementApproval {
  readonly party: AgreementParty;
  readonly name: string;
  readonly approvedOn: Day | null;
}

/**
 * Everything that the agreement about a placement says, before it is put into words.
 * It has no place for a diagnosis or for benefits: the employer reads it too.
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
  /** Days and hours in the words that the parties approve. */
  readonly hours: string;
  readonly tasks: readonly string[];
  readonly compensation: {
    readonly perDay: Cents;
    /** What the employer pays of it to the organiser for each day. */
    readonly employerShare: Cents | null;
  } | null;
  readonly meals: string | null;
  readonly coaching: string | null;
  readonly approvals: readonly AgreementApproval[];
}
