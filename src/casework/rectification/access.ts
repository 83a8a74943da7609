import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const handlers = onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', [
  'social-worker',
  'coach',
  'rehabilitative-instructor',
]);

/** Who handles the matter records what becomes of a request; the body and the court decide. Everyone who works with the client reads. */
export const rectificationAccess = {
  receiveRequest: handlers,
  decideRequest: handlers,
  serveRequest: handlers,
  recordAppeal: handlers,
  recordCourt: handlers,
  correctRequest: handlers,
  takeBackRequestStep: handlers,
  standings: onClient(everyRelation),
} as const satisfies Record<string, May>;
