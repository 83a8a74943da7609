import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** Everyone who works with a client reads who answers; administrators and managers hand clients over, and open none by it. */
export const handoverAccess = {
  responsibleOf: onClient(everyRelation),
  // A fair share is seen only from all clients of the workers, also those whom the asker may not open.
  responsibleChoices: onClient(ownWorkers, 'figures'),
  caseManagerChoices: onClient(['official_for', 'responsible_for'], 'figures'),
  // Whoever may name somebody may take the naming back (relationshipAccess).
  namingTakenBack: onClient(ownWorkers),
  takeBackResponsible: onClient(ownWorkers),
  takeBackCaseHandOver: onClient(['official_for', 'responsible_for']),
  setAllocation: inRole(['administrator', 'manager'], 'none'),
  handOverClients: inRole(['administrator', 'manager'], 'none'),
  endPostHandingOver: inRole(['administrator'], 'none'),
} as const satisfies Record<string, May>;
