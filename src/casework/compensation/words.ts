// Compensation: what is owed to a client, and by a client or an employer, for each day: ledger lines.
// From above it takes the organiser's rates, the attendance of each day, the placement that it belongs to, and who pays for it.
// Below it leaves lines that are reversed but never edited, and the month's statement of them.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import { type Cents, zCents } from '../../kernel/money.ts';
import { zService } from '../../kernel/service.ts';
import type { LetterAddress } from '../../server/letters/paper.ts';
import type { Payer } from '../participation/words.ts';
import { type LineKind, lineKinds } from '../rate/words.ts';

/** A marked day with all that its money depends on. */
export interface CompensatedDay {
  readonly markId: string;
  readonly clientId: string;
  readonly placementId: string;
  readonly service: string;
  readonly on: Day;
  readonly kind: 'present' | 'absent' | 'holiday';
  readonly meal: boolean;
  /** Whether neither the act on charges nor the decision gives a ground for charging a meal of the day. */
  readonly mealFree: boolean;
  readonly hoursADay: number | null;
  /** The employer of the workplace; null at a centre. */
  readonly employerId: string | null;
  /** Who pays for the client's days of rehabilitative work. */
  readonly payer: Payer;
  /** What the client's way to rehabilitative work costs on the day, there and back; null where nobody has said so. */
  readonly wayCosts: Cents | null;
  /** Which of the client's holiday days in the service this is in the calendar year, from 1; 0 where it is none. */
  readonly holidayOfYear: number;
}

/** A line to be written: positive is owed to the client, negative is charged from the client or the employer. */
export interface NewLine {
  readonly clientId: string;
  readonly placementId: string;
  readonly markId: string;
  readonly kind: LineKind;
  readonly party: 'client' | 'employer';
  readonly employerId: string | null;
  readonly earnedOn: Day;
  readonly amount: Cents;
  /** Travel comes of what the client's way costs, and of no rate. */
  readonly rateId: string | null;
  readonly rule: string;
}

/** What one client's days of a month come to, by kind; of an employer's share, by employer. */
export interface AccountPart {
  readonly clientId: string;
  readonly name: string;
  readonly kind: LineKind;
  readonly party: 'client' | 'employer';
  readonly employerId: string | null;
  readonly employer: string | null;
  readonly amount: Cents;
  /** How many days a client's kind has. */
  readonly days: number;
  /** Which days an employer's share has: the days of several clients are counted once. */
  readonly shareDays: readonly Day[] | null;
}

/** A line that is due, as one reads it. */
export interface DueLine extends NewLine {
  readonly name: string;
  readonly place: string | null;
  readonly employer: string | null;
  readonly rate: Cents;
}

/** A line of the ledger; never edited. */
export interface LedgerLine extends NewLine {
  readonly id: string;
  readonly version: number;
  readonly reversesId: string | null;
}

export const zSums = z.object({ toClients: zCents, fromClients: zCents, fromEmployers: zCents });

/** What has to be written so that the ledger says what the days are worth. */
export interface Settlement<Due extends NewLine = NewLine> {
  /** Lines that stand in the ledger and should not: each gets a reversing line. */
  readonly reverse: readonly LedgerLine[];
  readonly write: readonly (Due & { readonly version: number })[];
}

export const zNamedLine = z.object({
  clientId: zId,
  name: z.string(),
  kind: z.enum(lineKinds),
  party: z.enum(['client', 'employer']),
  place: z.string().nullable(),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  earnedOn: zDay,
  amount: zCents,
  rate: zCents,
  rule: z.string(),
  reversing: z.boolean(),
  writtenAt: z.string().nullable(),
});
export type NamedLine = z.output<typeof zNamedLine>;

export const zAccount = z.object({
  /** The client's id, or the employer's. */
  key: zId,
  name: z.string(),
  amount: zCents,
  kinds: z.array(z.object({ kind: z.enum(lineKinds), amount: zCents, days: z.int() })),
});
export type LedgerAccount = z.output<typeof zAccount>;

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
  /** They come on a bill of their own. */
  readonly charges: readonly StatementLine[];
  /** What was paid of the month before it was corrected; null where nothing was. */
  readonly earlier: Cents | null;
  /** The provisions that the lines rest on, each once. */
  readonly provisions: readonly string[];
  /** Who handles a request for rectification of a decision; null where the organiser has set nobody. */
  readonly body: string | null;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
}

/** A client's days of a month in a service on which no decision stands: it was over, or none was ever recorded. */
export const zUndecided = z.object({
  clientId: zId,
  name: z.string(),
  service: zService,
  /** Whether the service ever had a decision. */
  rests: z.boolean(),
  days: z.array(zDay),
});
export type Undecided = z.output<typeof zUndecided>;
