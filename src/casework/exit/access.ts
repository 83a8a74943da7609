import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const answering = ['responsible_for', 'coach_of', 'official_for'] as const;

/** Those who answer for the client record how a service ended; everyone who works with the client reads it. */
export const exitAccess = {
  exitClient: onClient(answering),
  decideAndEnd: onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', [
    'social-worker',
    'coach',
    'rehabilitative-instructor',
  ]),
  correctExit: onClient(answering),
  takeBackExit: onClient(answering),
  correctMove: onClient(answering),
  takeBackMove: onClient(answering),
  moveClient: onClient(answering),
  exits: onClient(everyRelation),
} as const satisfies Record<string, May>;
