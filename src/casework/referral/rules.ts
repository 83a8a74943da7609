import { type Day, daysBetween } from '../../kernel/day.ts';
import { executionLimit } from '../../law/act-2014-1301.ts';
import type { DecisionClock, Referral, ReferralState } from './words.ts';

/** Where a referral is on a day: what was withdrawn or decided later was still pending then. */
export function stateOn(
  { withdrawnOn, decidedOn }: Pick<Referral, 'withdrawnOn' | 'decidedOn'>,
  on: Day,
): ReferralState {
  if (withdrawnOn !== null && withdrawnOn <= on) return 'withdrawn';
  return decidedOn !== null && decidedOn <= on ? 'decided' : 'pending';
}

/**
 * The three-month clock of a pending matter: the day by which its decision must be carried out, and days left to it
 * (negative when it has passed).
 * Source: 1301/2014, section 45.
 */
export function clockOn(receivedOn: Day, on: Day): DecisionClock {
  const dueOn = executionLimit(receivedOn);
  return { dueOn, daysLeft: daysBetween(on, dueOn) };
}
