import { inRole, type May, onClient } from '../../server/act.ts';
import { ownWorkers } from '../client/words.ts';

/** Those who take the client forward agree on the way; finance asks of whom nobody has, and records what it is answered. */
export const travelAccess = {
  travelOf: onClient(ownWorkers),
  recordTravel: onClient(ownWorkers),
  changeTravel: onClient(ownWorkers),
  endTravel: onClient(ownWorkers),
  takeBackTravel: onClient(ownWorkers),
  travelMonth: inRole(['finance'], 'money'),
  answerTravel: onClient(['paymaster_for'], 'money'),
} as const satisfies Record<string, May>;
