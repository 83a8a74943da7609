import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const handlers = onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', [
  'social-worker',
  'coach',
  'rehabilitative-instructor',
]);

/** Who handles a matter hears the client; everyone who works with the client reads what was answered. */
export const hearingAccess = {
  hearClient: handlers,
  recordAnswer: handlers,
  correctHearing: handlers,
  takeBackHearing: handlers,
  correctAnswer: handlers,
  takeBackAnswer: handlers,
  hearingsOf: onClient(everyRelation),
  hearingLetter: onClient(everyRelation),
} as const satisfies Record<string, May>;
