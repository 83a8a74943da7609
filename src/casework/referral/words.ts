// How and when a client came: the source, the kind and the day received.
// Takes services from the organiser, and the client whom it concerns.
// Leaves below the pending matter, with the clocks that run from the day it was received.
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../organiser/words.ts';

/** Every route that the seed names (Q6). */
export const sources = [
  'disability-service-application',
  'coaching-team',
  'school',
  'social-worker',
  'relative',
  'te-office-activation-plan',
  'te-office-multisectoral-plan',
  'own-contact',
  'youth-outreach',
  'typ',
  'other',
] as const;
export type Source = (typeof sources)[number];
export const zSource = z.enum(sources);

export const kinds = ['application', 'referral', 'own-contact'] as const;
export const zKind = z.enum(kinds);

export const zReferral = z.object({
  id: zId,
  clientId: zId,
  service: zService,
  source: zSource,
  kind: zKind,
  receivedOn: zDay,
  finishesStudies: z.boolean(),
  need: z.string().nullable(),
  /** The school, the relative or the worker who referred, by name. */
  referredBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  withdrawnOn: zDay.nullable(),
  decidedOn: zDay.nullable(),
});
export type Referral = z.output<typeof zReferral>;

/** A referral with what became of it, and by when it is to be decided. */
export const zReferralOnDay = zReferral.extend({
  state: z.enum(['pending', 'decided', 'withdrawn']),
  decisionDueOn: zDay,
  daysLeft: z.int(),
});

/** Where a referral is on a day; derived, never stored. */
export type ReferralState = 'pending' | 'decided' | 'withdrawn';

/** The clock of a pending matter on a day. */
export interface DecisionClock {
  readonly dueOn: Day;
  readonly daysLeft: number;
}
