import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** The client's own workers begin, change and end a relationship; everyone who works with the client reads it. */
export const relationshipAccess = {
  startRelationship: onClient(ownWorkers),
  // By nobody alone: whether it ended by an exit is known where the period goes on (continuePeriod).
  continueRelationship: inRole([]),
  nameResponsible: onClient(ownWorkers),
  handOverCase: onClient(['official_for', 'responsible_for']),
  agreeBreak: onClient(everyRelation),
  endBreak: onClient(everyRelation),
  changeBreak: onClient(everyRelation),
  takeBackBreak: onClient(everyRelation),
  correctStart: onClient(ownWorkers),
  takeBackStart: onClient(ownWorkers),
  endRelationship: onClient(ownWorkers),
  // By nobody alone: it goes on when its exit or its move is taken back (takeBackExit, takeBackMove).
  reopenRelationship: inRole([]),
  relationshipsOf: onClient(everyRelation),
  allocations: inRole(['administrator', 'manager'], 'none'),
  // By nobody alone: whoever sets a rule sees to the clients whom it would leave with nobody (setAllocation).
  setAllocationRule: inRole([], 'none'),
  // Who moves follows from the surnames of all; whoever shares the letters is told how many, and sees nobody.
  shareLetters: inRole(['administrator', 'manager'], 'figures'),
} as const satisfies Record<string, May>;
