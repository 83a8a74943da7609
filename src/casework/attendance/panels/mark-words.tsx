import type { Day } from '../../../kernel/day.ts';
import { holidayName, type ReadingLanguage } from '../../../kernel/language.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { closingHoliday } from '../rules.ts';
import { attendanceTexts } from '../texts.ts';
import type { Cell, Mark } from '../words.ts';

type Words = (typeof attendanceTexts)['fi'];

/** The mark in words: Poissa, Lapsi sairaana. */
export function markInWords({ kind, reason, meal }: Mark, words: Words, charged: boolean): string {
  if (kind === 'absent')
    return reason ? `${words.kinds.absent}, ${words.reasons[reason].toLowerCase()}` : words.kinds.absent;
  if (kind === 'present' && charged) return `${words.kinds.present}, ${meal ? words.withMeal : words.withoutMeal}`;
  return words.kinds[kind];
}

function stateInWords({ on, state }: Cell, words: Words, today: Day, language: ReadingLanguage): string {
  const holiday = closingHoliday(on);
  if (state === 'closed')
    return holiday ? `${words.states.closed}, ${holidayName(holiday, language)}` : words.states.closed;
  if (state === 'agreed') return on > today ? words.coming : words.unmarked;
  return words.states[state];
}

/** What stands in a cell, in words: for those who hear the page, for the line below the grid and for a day's rows. */
export function useCellWords(today: Day): (cell: Cell, charged: boolean) => string {
  const words = useTexts(attendanceTexts);
  const { language } = useLanguage();
  return (cell, charged) =>
    cell.mark ? markInWords(cell.mark, words, charged) : stateInWords(cell, words, today, language);
}

/** The sign in a cell: ✓, a letter, or a short word for a day that is not for marking. */
export function signOf({ on, state, mark }: Cell, words: Words, today: Day): string {
  if (mark) {
    if (mark.kind === 'present') return '✓';
    if (mark.kind === 'holiday') return words.letters.holiday;
    if (mark.reason === 'sick' || mark.reason === 'child-sick') return words.letters.sick;
    if (mark.reason === 'service-closed') return words.letters.closed;
    // An accepted reason and none at all are two things: two letters, not two colours.
    return mark.reason === 'unexcused' ? words.letters.absent : words.letters.accepted;
  }
  if (state === 'closed') return words.holidayWord;
  if (state === 'paused') return words.pauseWord;
  if (state === 'undecided') return words.undecidedWord;
  return state === 'agreed' && on > today ? '·' : '';
}

/** How a cell is coloured; the sign and the words say the same. */
export function lookOf({ on, state, mark }: Cell, today: Day): string {
  if (!mark) return state === 'agreed' ? (on <= today ? 'due' : 'coming') : state;
  if (mark.kind !== 'absent') return mark.kind;
  if (mark.reason === 'service-closed') return 'shut';
  return mark.reason === 'unexcused' ? 'unexcused' : 'absent';
}
