import { inForceOn } from '../../kernel/dated.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';
import type { intervalWords, Phase, Rhythm, RhythmOfService } from './words.ts';

/**
 * The first day of the steady phase: the starting phase lasts as many days from the beginning of the relationship as
 * the organiser had agreed when it began. Null where no starting phase was agreed.
 * Source: seed, pori-id-start-rhythm (1-2 months).
 */
export function steadyFrom(relationship: Range, rhythms: readonly Rhythm[]): Day | null {
  const starting = inForceOn(rhythms, relationship.from).find(({ phase }) => phase === 'starting');
  return starting?.phaseDays ? addDays(relationship.from, starting.phaseDays) : null;
}

/** The phase of a relationship on a day. */
export function phaseOn(relationship: Range, rhythms: readonly Rhythm[], on: Day): Phase {
  const steady = steadyFrom(relationship, rhythms);
  return steady !== null && on < steady ? 'starting' : 'steady';
}

/** What is wrong with a rhythm as it is set, and in which field; null when contacts follow from it. */
export function rhythmFault({
  starting,
  steady,
}: Pick<RhythmOfService, 'starting' | 'steady'>): { code: 'interval-backwards' | 'nothing-due'; field: string } | null {
  if (starting && starting.everyDaysAtMost < starting.everyDays)
    return { code: 'interval-backwards', field: 'starting.everyDaysAtMost' };
  const { everyDays, everyDaysAtMost, visitAtRenewal } = steady;
  if (everyDays === null ? everyDaysAtMost !== null : everyDaysAtMost === null || everyDaysAtMost < everyDays)
    return { code: 'interval-backwards', field: 'steady.everyDaysAtMost' };
  return everyDays === null && !visitAtRenewal ? { code: 'nothing-due', field: 'steady.everyDays' } : null;
}

type EveryWords = (typeof intervalWords)['fi'];

/** An interval in words: once a week, twice a month, every 2–3 weeks. */
export function everyWords(words: EveryWords, from: number, to: number): string {
  if (from === to && from === 7) return words.weekly;
  if (from === to && from === 15) return words.twiceAMonth;
  const span = (a: number, b: number) => (a === b ? `${a}` : `${a}–${b}`);
  return from % 7 === 0 && to % 7 === 0 ? words.weeks(span(from / 7, to / 7)) : words.days(span(from, to));
}
