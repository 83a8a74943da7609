import { type May, onClient } from '../../platform/act.ts';

const everyRelation = [
  'responsible_for',
  'coach_of',
  'receiver_of',
  'leader_of',
  'instructor_of',
  'official_for',
] as const;
const ownWorkers = ['responsible_for', 'coach_of', 'receiver_of', 'official_for'] as const;

/** Everyone who works with the client reads and places; agreements are made by those who stand between client and employer. */
export const placementAccess = {
  placements: onClient(everyRelation),
  placementChoices: onClient(everyRelation),
  place: onClient(everyRelation),
  changePlacement: onClient(everyRelation),
  endPlacement: onClient(everyRelation),
  endPlacementsOf: onClient(everyRelation),
  agreement: onClient(everyRelation),
  makeAgreement: onClient(ownWorkers),
  changeAgreement: onClient(ownWorkers),
  approveAgreement: onClient(ownWorkers),
  withdrawApproval: onClient(ownWorkers),
  renewAgreement: onClient(ownWorkers),
} as const satisfies Record<string, May>;
