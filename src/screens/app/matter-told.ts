// A matter's page as it is told, to those who work on it and to whoever supervises the work.
import { z } from 'zod';
import { assessmentAccess } from '../../casework/assessment/access.ts';
import { zAssessmentClock } from '../../casework/assessment/words.ts';
import { zRecipients } from '../../casework/client/words.ts';
import { decisionAccess } from '../../casework/decision/access.ts';
import { zDecision, zProposal, zReferralOnDay } from '../../casework/decision/words.ts';
import { zHearing } from '../../casework/hearing/words.ts';
import { ownWorkerAccess } from '../../casework/ownworker/access.ts';
import { planAccess } from '../../casework/plan/access.ts';
import { zPlanCited } from '../../casework/plan/words.ts';
import { rectificationAccess } from '../../casework/rectification/access.ts';
import { matterActs, matterEvents, stands, zRequestOnDay } from '../../casework/rectification/words.ts';
import { referralAccess } from '../../casework/referral/access.ts';
import { matterStates } from '../../casework/referral/words.ts';
import { refusalAccess } from '../../casework/refusal/access.ts';
import { relationshipAccess } from '../../casework/relationship/access.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';
import { type May, zPermitted } from '../../server/act.ts';

/** Acts on one matter that its page offers; each is offered to those who may. */
export const offeredOnMatter = {
  ...referralAccess,
  ...assessmentAccess,
  ...ownWorkerAccess,
  ...decisionAccess,
  ...rectificationAccess,
  refuseCorrection: refusalAccess.refuseCorrection,
  makePlan: planAccess.makePlan,
  signPlan: planAccess.signPlan,
  startRelationship: relationshipAccess.startRelationship,
} as const satisfies Record<string, May>;

export const zDecisionOfMatter = zDecision.extend({
  reckoning: z.object({ movedFrom: zDay.nullable(), cites: z.array(z.string()) }).nullable(),
  cites: z.array(z.string()),
  rectifyUntil: zDay.nullable(),
  mayMend: z.boolean(),
  /** What taking the service of notice back must have seen; null while it is not served. */
  serviceVersion: z.string().nullable(),
  stand: z.enum(stands).nullable(),
  standOn: zDay.nullable(),
  toDecideAnew: z.boolean(),
  requests: z.array(zRequestOnDay),
});

export const zMatterPage = z.object({
  name: z.string(),
  matter: zReferralOnDay,
  state: z.enum(matterStates),
  line: z.array(
    z.object({
      kind: z.enum(matterEvents),
      state: z.enum(['done', 'next', 'ahead']),
      on: zDay.nullable(),
      id: zId.nullable(),
    }),
  ),
  /** What the matter waits for, the most pressing first. */
  acts: z.array(z.enum(matterActs)),
  assessment: z
    .object({
      id: zId,
      begunOn: zDay,
      finishedOn: zDay.nullable(),
      begunBy: z.string(),
      finishedBy: z.string().nullable(),
    })
    .nullable(),
  /** By when the assessment was to be begun; null where the law gives no day, or to who does not read it. */
  assessmentClock: zAssessmentClock.nullable(),
  assessmentBasis: z.string(),
  /** By when the multi-sectoral plan of a matter of the joint service is to be made, where it is not yet; null elsewhere. */
  planBy: z.object({ by: zDay, basis: z.string() }).nullable(),
  plans: z.array(zPlanCited),
  /** To whom each letter of the matter goes beside the client. */
  ...zRecipients.shape,
  proposal: zProposal.omit({ proposed: true }).nullable(),
  hearings: z.array(zHearing),
  decisions: z.array(zDecisionOfMatter),
  begun: z.array(z.object({ id: zId, during: zRange })),
  /** The last day of the service; null while it goes on. */
  lastDay: zDay.nullable(),
  executionBasis: z.array(z.string()),
  /** Who may decide the matter today, by which delegation, and of which provision only. */
  deciders: z.array(
    z.object({ id: zId, name: z.string(), delegation: z.string(), onlyBy: z.string().nullable(), isMe: z.boolean() }),
  ),
  permitted: zPermitted(offeredOnMatter),
});
