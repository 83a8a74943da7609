import { type May, onClient } from '../../server/act.ts';
import { ownWorkers } from '../client/words.ts';

/** Those who take the client forward name the own worker, and read who it is. */
export const ownWorkerAccess = {
  ownWorkersOf: onClient(ownWorkers),
  nameOwnWorker: onClient(ownWorkers),
  endOwnWorker: onClient(ownWorkers),
  takeBackOwnWorker: onClient(ownWorkers),
} as const satisfies Record<string, May>;
