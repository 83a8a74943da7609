// Compensation: what is owed to a client, and by a client or an employer, for each day: rates and ledger lines.
// From above it takes the attendance of each day and the placement that it belongs to.
// Below it leaves lines that are reversed but never edited, and the month's statement of them.

import type { Day } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import type { Cents } from '../../kernel/money.ts';
import type { LetterAddress } from '../../platform/letters/paper.ts';

/** One ledger line as a statement shows it. */
export interface StatementLine {
  readonly day: Day;
  /** What it is for, in the statement's language: open work, meal. */
  readonly kind: string;
  readonly place: string | null;
  /** With its sign: a reversing line is negative. */
  readonly amount: Cents;
  readonly rate: Cents;
  /** The rule by which the amount came from the rate. */
  readonly rule: string;
  /** A line that corrects an earlier one says when that one was closed. */
  readonly corrects: Day | null;
}

/** Everything that a month's statement to a client says, before it is put into words. */
export interface CompensationStatement {
  /** Easy Finnish ('selko') gives the statement in Finnish with a summary in easy language before it. */
  readonly language: ReadingLanguage;
  readonly organiser: { readonly name: string; readonly unit: string | null; readonly address: readonly string[] };
  readonly reference: string;
  readonly madeOn: Day;
  readonly client: { readonly name: string };
  readonly address: LetterAddress;
  /** Written 2021-05. */
  readonly month: string;
  readonly compensations: readonly StatementLine[];
  readonly charges: readonly StatementLine[];
  /** Charges come on a bill of their own, or are taken from what is paid. */
  readonly chargesAre: 'billed' | 'deducted';
  /** The account as masked; null while no payment is settled. */
  readonly payment: { readonly on: Day; readonly account: string | null } | null;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
}
