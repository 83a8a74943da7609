import { type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** Everyone who works with the client reads; agreements are made by those who stand between client and employer. */
export const agreementAccess = {
  placements: onClient(everyRelation),
  changePlacement: onClient(everyRelation),
  correctPlacementEnd: onClient(everyRelation),
  takeBackPlacement: onClient(everyRelation),
  agreement: onClient(everyRelation),
  makeAgreement: onClient(ownWorkers),
  changeAgreement: onClient(ownWorkers),
  approveAgreement: onClient(ownWorkers),
  withdrawApproval: onClient(ownWorkers),
  takeBackApproval: onClient(ownWorkers),
  takeBackAgreement: onClient(ownWorkers),
  renewAgreement: onClient(ownWorkers),
  agreementPaper: onClient(['responsible_for', 'coach_of', 'receiver_of', 'official_for']),
} as const satisfies Record<string, May>;
