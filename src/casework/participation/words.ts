// Days of participation in rehabilitative work: who pays the client for each, and the slip by which the client reports them.
// From above it takes attendance, the placements of its days and the client's benefits.
// Below it leaves who pays for a day, by which the compensation of a day is priced.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type ReadingLanguage, texts } from '../../kernel/language.ts';
import type { Cents } from '../../kernel/money.ts';
import type { LetterAddress } from '../../server/letters/paper.ts';
import type { AbsenceReason } from '../attendance/words.ts';

/**
 * Who pays a client for a day of participation: the payer of the unemployment benefit, the organiser where the client lives on
 * social assistance, or nobody; unknown where no benefit is recorded that tells it.
 */
export const payers = ['kela', 'fund', 'organiser', 'nobody', 'unknown'] as const;
export type Payer = (typeof payers)[number];

/** What the payers are called: on the month’s page, on the slip and in figures. */
export const payerNames = texts<Readonly<Record<Payer, string>>>({
  fi: {
    kela: 'Kela',
    fund: 'Työttömyyskassa',
    organiser: 'Järjestäjä (toimintaraha)',
    nobody: 'Ei korvausta',
    unknown: 'Maksaja ei tiedossa',
  },
  sv: {
    kela: 'FPA',
    fund: 'Arbetslöshetskassan',
    organiser: 'Anordnaren (verksamhetspenning)',
    nobody: 'Ingen ersättning',
    unknown: 'Betalaren är inte känd',
  },
  en: {
    kela: 'Kela',
    fund: 'Unemployment fund',
    organiser: 'The organiser (activity allowance)',
    nobody: 'No compensation',
    unknown: 'The payer is not known',
  },
});

/** Benefits that tell who pays, of which one is recorded as the answer where none was known. */
export const tellingBenefits = [
  'labour-market-subsidy',
  'basic-allowance',
  'earnings-related-allowance',
  'social-assistance',
  'none',
] as const;

export const zMonth = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);

/** A client's days of participation in a month that one payer pays for. */
export const zPaidDays = z.object({
  clientId: zId,
  name: z.string(),
  payer: z.enum(payers),
  days: z.array(zDay),
});
export type PaidDays = z.output<typeof zPaidDays>;

/** A person's days of participation in a month: those that the state compensates, and those beyond the law's most of 12 months. */
export const zClaimedDays = z.object({
  clientId: zId,
  name: z.string(),
  days: z.array(zDay),
  over: z.array(zDay),
});
export type ClaimedDays = z.output<typeof zClaimedDays>;

/** What becomes of the benefit for a day of absence. */
export type BenefitWhenAbsent = 'paid' | 'not-paid' | 'payer-decides';

export interface SlipAbsence {
  readonly on: Day;
  readonly reason: AbsenceReason;
  readonly benefit: BenefitWhenAbsent;
}

export interface SlipDay {
  readonly on: Day;
  readonly place: string;
  readonly payer: Payer;
  /** What is paid for the day; null where that is not known. */
  readonly amount: Cents | null;
}

/** Everything that a month's slip of participation says, before it is put into words. */
export interface ParticipationSlip {
  readonly language: ReadingLanguage;
  readonly organiser: { readonly name: string; readonly unit: string | null; readonly address: readonly string[] };
  readonly madeOn: Day;
  readonly client: { readonly name: string };
  readonly address: LetterAddress;
  /** Written 2021-05. */
  readonly month: string;
  readonly days: readonly SlipDay[];
  readonly absences: readonly SlipAbsence[];
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
}
