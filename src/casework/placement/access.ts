import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

/** Everyone who works with the client reads and places. */
export const placementAccess = {
  placementChoices: onClient(everyRelation),
  place: onClient(everyRelation),
  changeTakingPart: onClient(everyRelation),
  endPlacement: onClient(everyRelation),
  takeBackPlacement: onClient(everyRelation),
  reopenPlacementsOf: onClient(everyRelation),
  endPlacementsOf: onClient(everyRelation),
} as const satisfies Record<string, May>;
