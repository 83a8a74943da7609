import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

/** Everyone who works with the client reads and places. */
export const placementAccess = {
  placementChoices: onClient(everyRelation),
  place: onClient(everyRelation),
  lengthenPlacements: onClient(everyRelation),
  // By nobody alone: whoever changes a placement changes what is agreed about it too (changePlacement).
  changeTakingPart: inRole([]),
  endPlacement: onClient(everyRelation),
  // By nobody alone: its end is corrected where what is agreed about it is known (correctPlacementEnd).
  movePlacementEnd: inRole([]),
  // By nobody alone: it is taken back with what is agreed about it (takeBackPlacement).
  takeAwayPlacement: inRole([]),
  // Neither: they go on with their relationship.
  reopenPlacementsOf: inRole([]),
  endPlacementsOf: onClient(everyRelation),
} as const satisfies Record<string, May>;
