// Decision: what the authority granted or denied, for which days and why, and the letter that says so.
// From above it takes the referral that asked, the plan that it cites, and the organiser that decides.
// Below it leaves the right to a service during a range, on which relationships and placements stand.

import type { Day } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import type { Range } from '../../kernel/range.ts';
import type { LetterAddress } from '../../platform/letters/paper.ts';

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
      readonly during: Range;
      /** How much: days a week, hours a day. */
      readonly amount: string | null;
      readonly place: string | null;
      readonly provider: string | null;
      readonly charge: string | null;
    }
  | { readonly kind: 'denied' };

/** How a granted service begins: on an agreed day and place, or by somebody's call. */
export type LetterBeginning =
  | { readonly kind: 'agreed'; readonly on: Day; readonly place: string }
  | { readonly kind: 'contact'; readonly by: string };

/** What the client may do who does not accept the decision. Days and provisions come from the law's own files. */
export type LetterAppeal =
  | {
      readonly kind: 'rectification';
      readonly authority: string;
      readonly days: number;
      /** On which day after sending a notice counts as received. */
      readonly presumedOnDay: { readonly post: number; readonly electronic: number };
      readonly postalAddress: readonly string[];
      readonly visitingAddress: string;
      readonly openingHours: string;
      readonly email: string;
      readonly provisions: readonly string[];
    }
  | { readonly kind: 'barred'; readonly provision: string };

/** Everything that the letter of one decision says, before it is put into words. */
export interface DecisionLetter {
  /** Easy Finnish ('selko') gives the letter in Finnish with a summary in easy language before it. */
  readonly language: ReadingLanguage;
  readonly authority: { readonly name: string; readonly unit: string | null; readonly address: readonly string[] };
  readonly reference: string;
  readonly decidedOn: Day;
  readonly decidedBy: { readonly name: string; readonly post: string };
  readonly client: { readonly name: string; readonly bornOn: Day | null };
  readonly address: LetterAddress;
  readonly delivery: LetterDelivery;
  /** The service that was asked for, in the letter's language. */
  readonly matter: string;
  readonly pendingOn: Day;
  readonly outcome: LetterOutcome;
  readonly reasons: string;
  readonly provisions: readonly string[];
  readonly beginning: LetterBeginning | null;
  readonly contact: LetterContact;
  /** The provision by which the letter is secret. */
  readonly secretBy: string | null;
  readonly appeal: LetterAppeal;
}
