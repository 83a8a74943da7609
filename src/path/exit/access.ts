import { type May, onClient } from '../../platform/act.ts';

const ownWorkers = ['responsible_for', 'coach_of', 'official_for'] as const;

/** Those who answer for the client record how a service ended; everyone who works with the client reads it. */
export const exitAccess = {
  exitClient: onClient(ownWorkers),
  correctExit: onClient(ownWorkers),
  moveClient: onClient(ownWorkers),
  exits: onClient(['responsible_for', 'coach_of', 'receiver_of', 'leader_of', 'instructor_of', 'official_for']),
} as const satisfies Record<string, May>;
