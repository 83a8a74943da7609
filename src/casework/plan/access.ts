import { type May, onClient, signedIn } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** Those who plan with the client write the plan; everyone who works with the client reads it. */
export const planAccess = {
  planTemplate: signedIn(),
  makePlan: onClient(ownWorkers),
  changePlan: onClient(ownWorkers),
  correctPlan: onClient(ownWorkers),
  takeBackPlan: onClient(ownWorkers),
  signPlan: onClient(ownWorkers),
  correctSignature: onClient(ownWorkers),
  takeBackSignature: onClient(ownWorkers),
  reviewPlan: onClient(ownWorkers),
  takeBackReview: onClient(ownWorkers),
  interruptPlan: onClient(ownWorkers),
  resumePlan: onClient(ownWorkers),
  correctInterruption: onClient(ownWorkers),
  takeBackInterruption: onClient(ownWorkers),
  interruptionPaper: onClient(ownWorkers),
  achieveGoal: onClient(everyRelation),
  planPaper: onClient(ownWorkers),
  plansOf: onClient(everyRelation),
} as const satisfies Record<string, May>;
