import type { Day } from '../../kernel/day.ts';
import type { HeardState, Hearing } from './words.ts';

type Answered = Pick<Hearing, 'respondByOn' | 'answeredOn'>;

/**
 * 434/2003 §§ 34 and 36: a party was heard who answered, or let the time for it pass; on a day.
 * One who is asked anew about other facts is waited for again.
 */
export function heardOn(hearings: readonly Answered[], on: Day): HeardState {
  if (hearings.length === 0) return 'not-heard';
  // An answer that came after its time undoes nothing: the time had passed in silence.
  const isClosed = ({ answeredOn, respondByOn }: Answered) =>
    respondByOn < on || (answeredOn !== null && answeredOn <= on);
  return hearings.every(isClosed) ? 'heard' : 'open';
}

/** Fewest days that one has for answering: a letter counts as received a week after it was sent, and then there must be time. */
export const fewestDaysToAnswer = 7;

/** Why an answer cannot have come on a day: not before it was asked for, nor ahead of today. */
export function answerFault(
  { askedOn }: Pick<Hearing, 'askedOn'>,
  answeredOn: Day,
  today: Day,
): 'answered-in-future' | 'answered-before-asked' | null {
  if (answeredOn > today) return 'answered-in-future';
  return answeredOn < askedOn ? 'answered-before-asked' : null;
}
