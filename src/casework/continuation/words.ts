// A period that goes on: its plan, decision, relationship and placement in one.
// From above it takes the relationship that ends with its decision, and the rooms that carry each of the four on.
// Below it leaves nothing of its own: what goes on is kept where it belongs.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { terms, zGranted, zNewDecision, zPersonDecided } from '../decision/words.ts';
import { zHeardState } from '../hearing/words.ts';
import { zCitable, zOffered } from '../organiser/words.ts';
import { zPlacement } from '../placement/words.ts';
import { zGoals, zNewPlan, zPlan } from '../plan/words.ts';
import { zSource } from '../referral/words.ts';
import { zFooting, zNewRelationship } from '../relationship/words.ts';

/** How the service and its place go on. */
export const zGoingOn = z.strictObject({
  /** The place where the client takes part goes on as it was. */
  keepPlace: z.boolean().default(true),
  /** Meals that are charged at the place go on with it. */
  meal: z.boolean().default(true),
  /** Why it goes on, although the client is outside the group of the act by what was recorded since the decision. */
  outsideBecause: zNewRelationship.shape.outsideBecause,
});

/** What a new period is asked: one set of days for its plan and its decision, both of today. */
export const zNewPeriod = z.strictObject({
  /** Who proposed that it goes on, and since when the matter waits; not asked where it waits already. */
  source: zSource,
  receivedOn: zDay,
  during: zRange,
  /** A plan that carries the new days as well; without it a new one is made of the fields below. */
  planId: zId.nullable().default(null),
  kind: zNewPlan.shape.kind,
  reviewOn: zDay.nullable().default(null),
  daysAWeek: zNewPlan.shape.daysAWeek,
  hoursADay: zNewPlan.shape.hoursADay,
  goals: zGoals.default([]),
  items: zNewPlan.shape.items,
  informedOfBenefitsOn: zNewPlan.shape.informedOfBenefitsOn,
  /** All who sign a new plan, today: the decision stands on it. */
  signatures: zNewPlan.shape.signatures,
  /** Less is granted than was asked for. */
  inPart: zNewDecision.shape.inPart,
  reasons: zNewDecision.shape.reasons,
  easyReasons: zNewDecision.shape.easyReasons,
  unheard: zNewDecision.shape.unheard,
  provisions: zNewDecision.shape.provisions,
  explanations: zNewDecision.shape.explanations,
  offeringId: zNewDecision.shape.offeringId,
  place: zNewDecision.shape.place,
  mealCharge: zNewDecision.shape.mealCharge,
  ...zGoingOn.shape,
  /** Who decides, where the asker may not. */
  deciderId: zId.nullable().default(null),
});

/** What the form of a new period begins with. */
export const zPeriodFrame = z.object({
  service: zService,
  footing: zFooting,
  /** The first day that the new period may have without a gap, and the day to which one as long as the last would go. */
  from: zDay,
  to: zDay.nullable(),
  /** The first day after those of the service; null where it has no end. */
  until: zDay.nullable(),
  /** A decision already carries it on: nothing need be decided. */
  decidedFor: zRange.nullable(),
  term: z.enum(terms),
  provisions: z.array(zCitable),
  /** Provisions by which the service may be arranged instead. */
  alternatives: z.array(zCitable),
  /** What tells whether the client is in the group of the act. */
  person: zPersonDecided,
  /** Decisions that grant days of the same need. */
  granted: z.array(zGranted),
  /** The days that the decision granted which is decided anew; null where there is none, or it granted none. */
  annulled: zRange.nullable(),
  /** Whether the client was heard in the matter that waits, and reads easy language: what a decision against them needs. */
  heard: zHeardState,
  easyLanguage: z.boolean(),
  /** The matter that waits, and who is to decide what is prepared of it. */
  pending: z.object({ id: zId, receivedOn: zDay, presentedTo: z.string().nullable() }).nullable(),
  source: zSource,
  plan: zPlan.nullable(),
  placements: z.array(zPlacement),
  offerings: z.array(zOffered),
  offeringId: zId,
  mayDecide: z.boolean(),
  deciders: z.array(z.object({ id: zId, name: z.string() })),
});

/** What became of it: decided and going on, or waiting for whoever decides. */
export const zContinued = z.object({
  decisionId: zId.nullable(),
  relationshipId: zId,
  during: zRange.nullable(),
  /** Somebody answers on the new days too. */
  responsible: z.boolean(),
  placements: z.int(),
  /** The first day that is one too many for the law's most days in 12 months, as the rhythm goes; null when none is. */
  limitBrokenOn: zDay.nullable(),
});
