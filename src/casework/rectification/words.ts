// Rectification: what became of a decision that was not accepted, from the request through the body and the court.
// Takes decisions with their days of service from above, and the body that the organiser has set.
// Leaves below whether a decision has the force of law, and since when.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zText } from '../../kernel/line.ts';
import { zService } from '../../kernel/service.ts';

export const requestOutcomes = ['changed', 'upheld', 'not-examined'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];
export const courtOutcomes = ['dismissed', 'changed', 'returned', 'not-examined'] as const;
export type CourtOutcome = (typeof courtOutcomes)[number];

/** How the decision on a request reaches the client: the time for appeal runs from that. */
export const requestWays = ['post', 'electronic', 'in-person'] as const;
export type RequestWay = (typeof requestWays)[number];

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

export const zStanding = z.object({
  decisionId: zId,
  service: zService,
  decidedOn: zDay,
  stand: z.enum(stands),
  /** The last day for requesting or appealing; the day of the force of law where it has that. */
  on: zDay.nullable(),
  requests: z.array(zRequest.extend({ late: z.boolean() })),
});
export type DecisionStanding = z.output<typeof zStanding>;

/** A decision as much as its standing asks of it. */
export interface ServedDecision {
  readonly id: string;
  readonly service: z.output<typeof zService>;
  readonly decidedOn: Day;
  readonly servedOn: Day | null;
}

export const zNewRequest = z.strictObject({ receivedOn: zDay, demands: zText.min(1) });
