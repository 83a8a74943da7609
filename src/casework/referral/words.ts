// How and when a client came: the source, the kind and the day received.
// Takes services from the organiser, and the client whom it concerns.
// Leaves below the pending matter, with the clocks that run from the day it was received.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Range } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';

/** Every route that the seed names (Q6), those of the employment services' reform, and the authority's own initiative. */
export const sources = [
  'disability-service-application',
  'coaching-team',
  'school',
  'social-worker',
  'relative',
  'te-office-activation-plan',
  'te-office-multisectoral-plan',
  'employment-authority',
  'multisectoral-model',
  'own-contact',
  'youth-outreach',
  'typ',
  'authority',
  'other',
] as const;
export type Source = (typeof sources)[number];
export const zSource = z.enum(sources);

export const kinds = ['application', 'referral', 'own-contact'] as const;
export const zKind = z.enum(kinds);

export const zReferral = z.object({
  id: zId,
  /** The running number of the matter in its organiser's year: 318/2021. */
  number: z.string(),
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
});
export type Referral = z.output<typeof zReferral>;
/** What an edit of a referral writes. */
export const zReferralDetails = zReferral.pick({
  source: true,
  kind: true,
  receivedOn: true,
  referredBy: true,
  withdrawnOn: true,
});

/** A running number, with its year or without: 318/2021. */
export const runningNumber = /^\d{1,9}(\/\d{4})?$/;

/**
 * How far a service has come that has begun: nowhere placed yet, in a group, at a workplace without the agreement about it, or with
 * all that it needs.
 */
export const serviceStates = ['unplaced', 'grouped', 'unagreed', 'begun'] as const;
export type ServiceState = (typeof serviceStates)[number];

/** Where the assessment of a matter is: to be begun by a day of law, begun and not finished, or neither. */
export type AssessmentStand = 'due' | 'begun' | null;

/**
 * How far a matter has come: waiting for the assessment that the law gives days for, in assessment, waiting without a plan, with a draft that somebody has yet to sign, or with a plan, ended without a service, granted and waiting to begin, granted to
 * one who is in the service already, begun, or granted for days that are over.
 */
export const matterStates = [
  'unassessed',
  'assessing',
  'pending',
  'drafted',
  'planned',
  'withdrawn',
  'denied',
  'granted',
  'in-service',
  ...serviceStates,
  'run-out',
] as const;
export type MatterState = (typeof matterStates)[number];

/** What is done to a matter on its way to the service and into it, in its order. */
export const matterSteps = ['assess', 'plan', 'decide', 'withdraw', 'start', 'place', 'agree'] as const;
export type MatterStep = (typeof matterSteps)[number];

/** All that the next step of a matter follows from. */
export interface MatterFacts {
  readonly withdrawnOn: Day | null;
  readonly decidedOn: Day | null;
  readonly outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse' | null;
  readonly during: Range | null;
  readonly assessment: AssessmentStand;
  /** A plan of the service has been made and signed since the matter came. */
  readonly planned: boolean;
  /** There is a plan, and somebody has yet to sign it. */
  readonly drafted: boolean;
  /** How far the service has come that has begun by its decision; null where none has. */
  readonly begun: ServiceState | null;
  /** The client is in the service on days of the decision, by another decision. */
  readonly inService: boolean;
}

/** Where a referral is on a day; derived, never stored. */
export const referralStates = ['pending', 'decided', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

/** The clock of a pending matter on a day. */
export interface DecisionClock {
  readonly dueOn: Day;
  readonly daysLeft: number;
}
