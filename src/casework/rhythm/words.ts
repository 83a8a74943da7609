// Rhythm: how often an organiser keeps in touch in each service, in its starting and its steady phase.
// From above it takes the organiser and the services that it offers.
// Below it leaves the rhythms of each day, from which coaching tells when the next contact is due.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { texts } from '../../kernel/language.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';

export const phases = ['starting', 'steady'] as const;
export type Phase = (typeof phases)[number];

/** What an organiser has agreed for a service and phase. */
export interface Rhythm {
  readonly phase: Phase;
  /** How long the starting phase lasts from the beginning of the relationship. */
  readonly phaseDays: number | null;
  readonly everyDays: number | null;
  readonly everyDaysAtMost: number | null;
  /** A visit at the latest when the agreement is renewed. */
  readonly visitAtRenewal: boolean;
  readonly during: Range;
}

/** How an interval is said. */
export const intervalWords = texts({
  fi: {
    weekly: 'kerran viikossa',
    twiceAMonth: 'kaksi kertaa kuukaudessa',
    weeks: (weeks: string) => `${weeks} viikon välein`,
    days: (days: string) => `${days} päivän välein`,
  },
  sv: {
    weekly: 'en gång i veckan',
    twiceAMonth: 'två gånger i månaden',
    weeks: (weeks) => `med ${weeks} veckors mellanrum`,
    days: (days) => `med ${days} dagars mellanrum`,
  },
  en: {
    weekly: 'once a week',
    twiceAMonth: 'twice a month',
    weeks: (weeks) => `every ${weeks} weeks`,
    days: (days) => `every ${days} days`,
  },
});

const zDays = z.int().min(1).max(3660);

/** How often contacts are due in a phase: every so many days, at the latest every so many. */
const zInterval = { everyDays: zDays, everyDaysAtMost: zDays };

/** The rhythm of a service in both its phases, from a day on. */
export const zRhythmOfService = z.strictObject({
  service: zService,
  from: zDay,
  /** The first time of a client; null where it has no rhythm of its own. */
  starting: z.strictObject({ phaseDays: zDays, ...zInterval }).nullable(),
  steady: z.strictObject({
    /** Null where nothing but the renewal makes a contact due. */
    everyDays: zDays.nullable(),
    everyDaysAtMost: zDays.nullable(),
    visitAtRenewal: z.boolean(),
    groupMeetingsAYear: z.int().min(0).max(366).nullable(),
  }),
});
export type RhythmOfService = z.output<typeof zRhythmOfService>;

export const zRhythm = z.object({
  service: zService,
  phase: z.enum(phases),
  phaseDays: z.int().nullable(),
  everyDays: z.int().nullable(),
  everyDaysAtMost: z.int().nullable(),
  visitAtRenewal: z.boolean(),
  groupMeetingsAYear: z.int().nullable(),
  during: zRange,
  /** Of all that is set for the service, for an edit to tell that it saw it. */
  version: z.string(),
});
export type RhythmSet = z.output<typeof zRhythm>;
