import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const deciders = ['official_for', 'receiver_of', 'responsible_for'] as const;
// In the seed's organisers the coach decides on coaching and the instructor on rehabilitative work, by office.
const officeHolders = ['social-worker', 'coach', 'rehabilitative-instructor'] as const;

/** Office holders who answer for the matter decide; everyone who works with the client reads what was decided. */
export const decisionAccess = {
  decisionFrame: onClient(deciders, 'case', officeHolders),
  previewDecision: onClient(deciders, 'case', officeHolders),
  decide: onClient(deciders, 'case', officeHolders),
  serveDecision: onClient(deciders, 'case', officeHolders),
  decisionsOf: onClient(everyRelation),
  decisionLetter: onClient(everyRelation),
} as const satisfies Record<string, May>;
