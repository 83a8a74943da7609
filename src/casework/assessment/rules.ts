import { type Day, daysBetween } from '../../kernel/day.ts';
import { saysSomething } from '../../kernel/line.ts';
import { taskOf } from '../../kernel/service.ts';
import { assessmentStartLimit, needsAssessment } from '../../law/act-2014-1301.ts';
import { versionOn } from '../../law/provision.ts';
import type { AssessmentStand } from '../referral/words.ts';
import type { AssessmentClock, AssessmentContent, AssessmentFacts } from './words.ts';

/** 1301/2014 § 36: the last day for beginning the assessment of a matter; null where the law gives no number of days. */
export function beginLimit(facts: Omit<AssessmentFacts, 'referralId' | 'begunOn' | 'finishedOn'>): Day | null {
  if (!versionOn(needsAssessment, facts.receivedOn)) return null;
  return assessmentStartLimit(facts.receivedOn, { ...facts, disabled: taskOf(facts.service) === 'disability' });
}

/** Where the assessment of a matter is on a day: to be begun by a day of law, begun, or neither. */
export function assessmentStand(facts: AssessmentFacts, on: Day): AssessmentStand {
  const { begunOn, finishedOn } = facts;
  if (begunOn !== null && begunOn <= on) return finishedOn !== null && finishedOn <= on ? null : 'begun';
  return beginLimit(facts) === null ? null : 'due';
}

/** The clock of a beginning that the law gives days for: it runs until the assessment is begun, and tells a late beginning after. */
export function assessmentClock(facts: AssessmentFacts, on: Day): AssessmentClock | null {
  const beginBy = beginLimit(facts);
  if (beginBy === null) return null;
  const { begunOn } = facts;
  return {
    beginBy,
    daysLeft: daysBetween(begunOn === null || begunOn > on ? on : begunOn, beginBy),
    begunLate: begunOn !== null && begunOn > beginBy,
  };
}

const demanded = ['tookPart', 'situation', 'conclusions', 'need', 'specialSupport', 'ownWorker'] as const;
export type MissingPart = (typeof demanded)[number] | 'clientView';

/**
 * 1301/2014 § 37: what a finished assessment still lacks. The client's own view stands in it unless there is an obvious obstacle,
 * which is told; a dash says nothing.
 */
export function missingParts(content: AssessmentContent): readonly MissingPart[] {
  const isMissing = (value: string | boolean | null) =>
    value === null || (typeof value === 'string' && !saysSomething(value));
  const view = isMissing(content.clientView) && isMissing(content.viewMissingBecause);
  const missing = demanded.filter((part) => isMissing(content[part]));
  return view ? [...missing, 'clientView'] : missing;
}
