import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from './words.ts';

/** Everyone who works with the client reads; the responsible worker and officials change; officials protect an address and join records. */
export const clientAccess = {
  findDuplicates: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  registerClient: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  client: onClient(everyRelation),
  correctionsOf: onClient(everyRelation),
  visitClient: onClient(everyRelation),
  identityCode: onClient(['responsible_for', 'official_for']),
  changeClient: onClient(ownWorkers),
  changeAddress: onClient(ownWorkers),
  protectAddress: onClient(['official_for']),
  liftProtection: onClient(['official_for']),
  // Whether two records are one person is seen only by those who may open both.
  joinRecords: onClient(['official_for']),
  separateRecords: onClient(['official_for']),
  // Whoever has no matter any more is opened for a stated reason, for a day.
  endedClient: onClient(['keeper_of']),
  openEndedClient: onClient(['keeper_of']),
  // The supervisor is told.
  endedOpenings: inRole(['manager'], 'none'),
  recordBenefit: onClient(ownWorkers),
  changeBenefit: onClient(ownWorkers),
  takeBackBenefit: onClient(ownWorkers),
  recordReason: onClient(ownWorkers),
  takeBackReason: onClient(ownWorkers),
  nameRepresentative: onClient(ownWorkers),
  changeRepresentative: onClient(ownWorkers),
  takeBackRepresentative: onClient(ownWorkers),
} as const satisfies Record<string, May>;
