// Rectification: what became of a decision that was not accepted, from the request through the body and the court.
// Takes decisions with their days of service from above, and the body that the organiser has set.
// Leaves below whether a decision has the force of law, and since when.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zToldText } from '../../kernel/line.ts';
import { zService } from '../../kernel/service.ts';
import { zNotice } from '../client/words.ts';
import { zTogether } from '../decision/words.ts';
import type { MatterStep } from '../referral/words.ts';

export const requestOutcomes = ['changed', 'upheld', 'not-examined'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];
export const courtOutcomes = ['dismissed', 'changed', 'returned', 'not-examined'] as const;
export type CourtOutcome = (typeof courtOutcomes)[number];

export const zRequest = z.object({
  id: zId,
  decisionId: zId,
  receivedOn: zDay,
  demands: z.string(),
  body: z.string(),
  outcome: z.enum(requestOutcomes).nullable(),
  decidedOn: zDay.nullable(),
  reasons: z.string().nullable(),
  servedOn: zDay.nullable(),
  /** To whom the body's decision was given. */
  notices: z.array(zNotice),
  appealedOn: zDay.nullable(),
  courtOutcome: z.enum(courtOutcomes).nullable(),
  courtDecidedOn: zDay.nullable(),
});
export type Request = z.output<typeof zRequest>;

/** Where a decision stands between its service and the force of law. */
export const stands = [
  'not-served',
  'open',
  'requested',
  'to-serve',
  'appealable',
  'appealed',
  'returned',
  'final',
] as const;
export type Stand = (typeof stands)[number];

/** What a correction of a request must have seen: its steps, and on whom it was served. */
export const zRequestSeen = zRequest.omit({ id: true, decisionId: true, body: true });
/** What a correction of a request writes: the days, outcomes and words of its steps. */
export const zRequestDetails = zRequestSeen.omit({ notices: true });
export type RequestDetails = z.output<typeof zRequestDetails>;

/** A request, whether it came after its time, and the version by which it is corrected. */
export const zRequestOnDay = zRequest.extend({ late: z.boolean(), version: z.string() });

export const zStanding = z.object({
  decisionId: zId,
  service: zService,
  decidedOn: zDay,
  together: z.array(zTogether),
  /** It was taken out of force meanwhile: what was requested of it is still handled. */
  annulledOn: zDay.nullable(),
  /** The body or the court changed it or sent it back, and nothing was decided since. */
  toDecideAnew: z.boolean(),
  stand: z.enum(stands),
  /** The last day for requesting or appealing; the day of the force of law where it has that. */
  on: zDay.nullable(),
  requests: z.array(zRequestOnDay),
});
export type DecisionStanding = z.output<typeof zStanding>;

/** A decision as much as its standing asks of it. */
export interface ServedDecision {
  readonly id: string;
  readonly service: z.output<typeof zService>;
  readonly decidedOn: Day;
  readonly servedOn: Day | null;
}

export const zNewRequest = z.strictObject({
  receivedOn: zDay,
  demands: zToldText,
  /** Other services of the same letter of which it asks the same; each is handled by itself. */
  alsoIds: z.array(zId).max(8).default([]),
});

/** What a matter goes through, from the day it became pending to its end. */
export const matterEvents = [
  'received',
  'assessment-begun',
  'assessed',
  'planned',
  'hearing-asked',
  'hearing-answered',
  'presented',
  'returned',
  'decided',
  'corrected',
  'annulled',
  'served',
  'requested',
  'request-decided',
  'request-served',
  'appealed',
  'court-decided',
  'begun',
  'withdrawn',
  'ended',
  'final',
] as const;
export type MatterEvent = (typeof matterEvents)[number];

/** A step of the line: done on a day, next, or still ahead. */
export interface LineStep {
  readonly kind: MatterEvent;
  readonly state: 'done' | 'next' | 'ahead';
  readonly on: Day | null;
  /** The decision, request, plan or relationship that it is about. */
  readonly id: string | null;
}

/** What the next step of this matter is, in the order in which things press. */
export const matterActs = [
  'assess',
  'plan',
  'decide',
  'serve',
  'start',
  'decide-request',
  'serve-request',
  'record-court',
  'decide-anew',
] as const;
export type MatterAct = (typeof matterActs)[number];

interface DecisionOfLine {
  readonly id: string;
  readonly decidedOn: Day;
  readonly correctedOn: Day | null;
  readonly annulledOn: Day | null;
  readonly servedOn: Day | null;
  readonly stand: Stand | null;
  /** The body or the court changed it or sent it back, and nothing was decided since. */
  readonly toDecideAnew: boolean;
  /** The last day for requesting or appealing, or since when it has the force of law. */
  readonly standOn: Day | null;
  readonly requests: readonly {
    readonly id: string;
    readonly receivedOn: Day;
    readonly decidedOn: Day | null;
    readonly servedOn: Day | null;
    readonly appealedOn: Day | null;
    readonly courtDecidedOn: Day | null;
  }[];
}

export interface MatterSoFar {
  readonly id: string;
  readonly receivedOn: Day;
  readonly withdrawnOn: Day | null;
  readonly next: readonly MatterStep[];
  readonly assessment: { readonly id: string; readonly begunOn: Day; readonly finishedOn: Day | null } | null;
  readonly plans: readonly { readonly id: string; readonly madeOn: Day }[];
  readonly hearings: readonly { readonly id: string; readonly askedOn: Day; readonly answeredOn: Day | null }[];
  readonly presentedOn: Day | null;
  readonly returnedOn: Day | null;
  readonly decisions: readonly DecisionOfLine[];
  readonly begun: readonly { readonly id: string; readonly from: Day }[];
  /** The last day of the service; null while it goes on. */
  readonly lastDay: Day | null;
}
