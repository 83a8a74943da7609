import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** The client's own workers begin, change and end a relationship; everyone who works with the client reads who answers. */
export const relationshipAccess = {
  startRelationship: onClient(ownWorkers),
  nameResponsible: onClient(ownWorkers),
  handOverCase: onClient(['official_for', 'responsible_for']),
  agreeBreak: onClient(everyRelation),
  endBreak: onClient(everyRelation),
  changeBreak: onClient(everyRelation),
  takeBackBreak: onClient(everyRelation),
  takeBackStart: onClient(ownWorkers),
  endRelationship: onClient(ownWorkers),
  reopenRelationship: onClient(ownWorkers),
  relationshipsOf: onClient(everyRelation),
  responsibleOf: onClient(everyRelation),
  // A fair share is seen only from all clients of the workers, also those whom the asker may not open.
  responsibleChoices: onClient(ownWorkers, 'figures'),
  allocations: inRole(['administrator', 'manager'], 'none'),
  handOverClients: inRole(['administrator', 'manager'], 'none'),
  endPostHandingOver: inRole(['administrator'], 'none'),
  setAllocation: inRole(['administrator', 'manager'], 'none'),
  // Who moves follows from the surnames of all; whoever shares the letters is told how many, and sees nobody.
  shareLetters: inRole(['administrator', 'manager'], 'figures'),
} as const satisfies Record<string, May>;
