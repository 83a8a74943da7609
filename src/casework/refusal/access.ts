import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const handlers = onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', [
  'social-worker',
  'coach',
  'rehabilitative-instructor',
]);

/** Who handles a matter answers a demand, by the right of a post to decide; everyone who works with the client reads the answer. */
export const refusalAccess = {
  refuseCorrection: handlers,
  serveRefusal: handlers,
  correctRefusalService: handlers,
  takeBackRefusal: handlers,
  refusalsOf: onClient(everyRelation),
  refusalLetter: onClient(everyRelation),
} as const satisfies Record<string, May>;
