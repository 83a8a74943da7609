// Placement: where, on which weekdays and half-days a client takes part, and the agreement of the three about it.
// From above it takes the client relationship that it lies within, the group or the employer's workplace.
// Below it leaves the rows of each day's attendance, and the renewals that fall due.

import type { Day, Weekday } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import type { Cents } from '../../kernel/money.ts';
import type { Range } from '../../kernel/range.ts';

/** The three who sign, and the three who each get a copy of their own. */
export type AgreementParty = 'client' | 'employer' | 'organiser';

export interface AgreementContact {
  readonly name: string;
  readonly post: string | null;
  readonly phone: string;
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
    readonly contact: AgreementContact;
  };
  readonly during: Range;
  /** The day by which the three meet to renew it. */
  readonly renewBy: Day | null;
  readonly week: readonly AgreementDay[];
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
