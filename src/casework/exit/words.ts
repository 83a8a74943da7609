// How a client relationship ended: reason and destination; or how it went on in another service of the organiser.
// Takes the relationship, its placements and its agreed rhythm from above, and closes them.
// Leaves below the ended ways that figures rank by reason and follow to their destination.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../../kernel/service.ts';

/** The reasons that the seed ranks for 2018 (an agreed break is a pause, not an exit), and the others that are met. */
export const exitReasons = [
  'other-employment-service',
  'maximum-time',
  'employed',
  'non-commitment',
  'employed-with-subsidy',
  'health-or-rehabilitation',
  'studies',
  'own-wish',
  'retired',
  'moved-away',
  'died',
  'need-ended',
  'other',
] as const;
export const zExitReason = z.enum(exitReasons);

/** Where clients end up: the destinations that the seed names, and the others that are met. */
export const destinations = [
  'other-employment-service',
  'rehabilitation',
  'sick-leave',
  'subsidised-work',
  'paid-work',
  'studies',
  'pension',
  'other-social-service',
  'home',
  'elsewhere',
  'not-known',
] as const;
export const zDestination = z.enum(destinations);

export const zExit = z.object({
  id: zId,
  relationshipId: zId,
  service: zService,
  endedOn: zDay,
  reason: zExitReason,
  destination: zDestination,
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
});
export type Exit = z.output<typeof zExit>;
/** What an edit of an exit writes. */
export const zExitDetails = zExit.pick({ endedOn: true, reason: true, destination: true, note: true });

export const zTransition = z.object({
  id: zId,
  fromRelationshipId: zId,
  toRelationshipId: zId,
  fromService: zService,
  toService: zService,
  movedOn: zDay,
  /** First day out of the service moved to; null while it goes on. */
  toUntil: zDay.nullable(),
});
/** What correcting a move, or taking it back, must have seen. */
export const zMoveDetails = zTransition.pick({
  fromService: true,
  toRelationshipId: true,
  toService: true,
  movedOn: true,
  toUntil: true,
});
export type Transition = z.output<typeof zTransition>;
