import { type May, onClient, signedIn } from '../../platform/act.ts';

const planners = ['responsible_for', 'coach_of', 'receiver_of', 'official_for'] as const;

/** Those who plan with the client write the plan; everyone who works with the client reads it. */
export const planAccess = {
  planTemplate: signedIn(),
  makePlan: onClient(planners),
  reviewPlan: onClient(planners),
  achieveGoal: onClient([...planners, 'leader_of', 'instructor_of']),
  plansOf: onClient([...planners, 'leader_of', 'instructor_of']),
} as const satisfies Record<string, May>;
