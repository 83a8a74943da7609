import { type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const deciders = ['official_for', 'receiver_of', 'responsible_for'] as const;
// Who prepares a matter; who decides it is told by the rights of one's posts.
const preparers = ['social-worker', 'coach', 'rehabilitative-instructor'] as const;

/** Who answers for a matter prepares and serves its decision, and decides it by the right of a post; everyone who works with the client reads it. */
export const decisionAccess = {
  decisionFrame: onClient(deciders, 'case', preparers),
  previewDecision: onClient(deciders, 'case', preparers),
  presentDecision: onClient(deciders, 'case', preparers),
  prepareDecision: onClient(deciders, 'case', preparers),
  returnProposal: onClient(deciders, 'case', preparers),
  decide: onClient(deciders, 'case', preparers),
  decisionRecipients: onClient(deciders, 'case', preparers),
  serveDecision: onClient(deciders, 'case', preparers),
  correctService: onClient(deciders, 'case', preparers),
  takeBackService: onClient(deciders, 'case', preparers),
  correctDecision: onClient(deciders, 'case', preparers),
  annulDecision: onClient(deciders, 'case', preparers),
  correctedSinceDecision: onClient(deciders, 'case', preparers),
  referrals: onClient(everyRelation),
  decisionsOf: onClient(everyRelation),
  decisionLetter: onClient(everyRelation),
} as const satisfies Record<string, May>;
