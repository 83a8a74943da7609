// Rate: what an organiser pays and charges for a day or a meal, since when and by which rule.
// From above it takes the organiser and the employers with whom a share is agreed.
// Below it leaves the rates that hold on a day, by which the days of a month are priced.

import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { texts } from '../../kernel/language.ts';
import { type Cents, zCents } from '../../kernel/money.ts';
import { type Range, zRange } from '../../kernel/range.ts';

/** Kinds of money that an organiser pays or charges a day by a rate. */
export const rateKinds = [
  'open-work-allowance',
  'work-share',
  'activity-allowance',
  'meal-charge',
  'employer-share',
] as const;
export type RateKind = (typeof rateKinds)[number];

/**
 * Kinds of money of lines: travel comes of what the way costs one client, and of no rate; cost compensation, which others pay, stands in
 * months that were closed before that was known.
 */
export const lineKinds = [...rateKinds, 'travel', 'cost-compensation'] as const;
export type LineKind = (typeof lineKinds)[number];

/** What the kinds are called, here and on the lines that come of them. */
export const lineKindNames = texts<Readonly<Record<LineKind, string>>>({
  fi: {
    'open-work-allowance': 'Avotyön työosuusraha',
    'work-share': 'Työosuusraha',
    'meal-charge': 'Ateriamaksu',
    'employer-share': 'Työnantajan osuus',
    'activity-allowance': 'Toimintaraha',
    travel: 'Matkakorvaus',
    'cost-compensation': 'Kulukorvaus',
  },
  sv: {
    'open-work-allowance': 'Flitpenning för öppet arbete',
    'work-share': 'Flitpenning',
    'meal-charge': 'Måltidsavgift',
    'employer-share': 'Arbetsgivarens andel',
    'activity-allowance': 'Verksamhetspenning',
    travel: 'Reseersättning',
    'cost-compensation': 'Kostnadsersättning',
  },
  en: {
    'open-work-allowance': 'Open work allowance',
    'work-share': 'Work-share money',
    'meal-charge': 'Meal charge',
    'employer-share': 'Employer’s share',
    'activity-allowance': 'Activity allowance',
    travel: 'Travel',
    'cost-compensation': 'Cost compensation',
  },
});

/** An organiser's rate: euro a day or a meal, for a time. The amount is what is owed or charged, without sign. */
export interface Rate {
  readonly id: string;
  readonly kind: RateKind;
  readonly employerId: string | null;
  readonly amount: Cents;
  readonly paidHolidayDays: number;
  readonly rule: string;
  readonly during: Range;
}

/** A rate as one asks for it. */
export type NewRate = Omit<Rate, 'id'>;

export const zRate = z.object({
  id: zId,
  kind: z.enum(rateKinds),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  amount: zCents,
  paidHolidayDays: z.int(),
  rule: z.string(),
  during: zRange,
  /** Of all rates of the kind, for a new one to tell that it saw them. */
  version: z.string(),
});
