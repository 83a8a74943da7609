import { type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** Everyone who works with the client reads and places; agreements are made by those who stand between client and employer. */
export const placementAccess = {
  placements: onClient(everyRelation),
  placementChoices: onClient(everyRelation),
  place: onClient(everyRelation),
  changePlacement: onClient(everyRelation),
  endPlacement: onClient(everyRelation),
  takeBackPlacement: onClient(everyRelation),
  reopenPlacementsOf: onClient(everyRelation),
  endPlacementsOf: onClient(everyRelation),
  agreement: onClient(everyRelation),
  makeAgreement: onClient(ownWorkers),
  changeAgreement: onClient(ownWorkers),
  approveAgreement: onClient(ownWorkers),
  withdrawApproval: onClient(ownWorkers),
  renewAgreement: onClient(ownWorkers),
} as const satisfies Record<string, May>;
