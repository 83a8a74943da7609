import { type Day, daysBetween } from '../../../kernel/day.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import type { Tone } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { everyWords } from '../../rhythm/rules.ts';
import { coachingTexts } from '../texts.ts';
import type { ContactKind, Due, Visit } from '../words.ts';

interface Told {
  readonly words: string;
  /** The same beside what tells the rest. */
  readonly short?: string;
  readonly tone: Tone;
}

/** What is due and why, in words. */
export function useDueWords() {
  const words = useTexts(coachingTexts);
  const format = useFormat();
  const today = useToday();
  const isVisit = ({ reason }: Due) => reason === 'renewal';
  const when = (d: Day) => format.dayBy(d, today);

  /** Contact 3 days overdue; Contact today; Visit by 30.6.; On a break until 31.7. */
  const state = (due: Due): Told | null => {
    const { dueOn, opensOn } = due;
    if (dueOn === null) {
      if (due.reason !== 'paused') return null;
      return { words: due.pausedUntil ? words.pausedUntil(when(due.pausedUntil)) : words.paused, tone: 'neutral' };
    }
    const late = daysBetween(dueOn, today);
    if (late > 0) {
      const answer = isVisit(due) ? words.visitOverdue(late) : words.overdue(late);
      return { words: answer, short: words.daysLate(late), tone: 'danger' };
    }
    if (late === 0) return { words: isVisit(due) ? words.visitDueToday : words.dueToday, tone: 'accent' };
    if (isVisit(due)) return { words: words.visitBy(when(dueOn)), tone: 'neutral' };
    if (opensOn === null || opensOn === dueOn) return { words: words.dueOn(when(dueOn)), tone: 'neutral' };
    const open = opensOn > today;
    return { words: open ? words.dueBetween(when(opensOn), when(dueOn)) : words.dueBy(when(dueOn)), tone: 'neutral' };
  };

  /** Just how late, or when; for places that have said what it is about. */
  const short = ({ dueOn, reason, pausedUntil }: Due): Told | null => {
    if (dueOn === null) {
      if (reason !== 'paused') return null;
      return { words: pausedUntil ? words.pausedUntil(when(pausedUntil)) : words.paused, tone: 'neutral' };
    }
    const late = daysBetween(dueOn, today);
    if (late > 0) return { words: words.daysLate(late), tone: 'danger' };
    return late === 0 ? { words: words.today, tone: 'accent' } : { words: when(dueOn), tone: 'neutral' };
  };

  /** starting phase: once a week */
  const why = ({ reason, everyDays, everyDaysAtMost }: Due): string =>
    words.reasons[reason](everyDays === null ? '' : everyWords(words.every, everyDays, everyDaysAtMost ?? everyDays));

  /** What comes next, told with what was done. */
  const next = (due: Due): string => {
    if (due.dueOn === null) return words.nextNone;
    const answer =
      due.opensOn === due.dueOn && !isVisit(due) ? words.next(when(due.dueOn)) : words.nextBy(when(due.dueOn));
    return answer.endsWith('.') ? answer : `${answer}.`;
  };

  /** Last 27.5., call */
  const last = (contact: { readonly heldOn: Day; readonly kind: ContactKind } | null): string =>
    contact ? words.last(when(contact.heldOn), words.kinds[contact.kind].toLowerCase()) : words.noneYet;

  /** Workplace visit today 13.00 */
  const visit = ({ kind, dueOn, startsAt }: Pick<Visit, 'kind' | 'dueOn' | 'startsAt'>): string => {
    const time = startsAt ? format.time(startsAt) : '';
    if (dueOn === today) return words.visitToday(words.kinds[kind], time);
    return words.visitAt(words.kinds[kind], [when(dueOn), time].filter(Boolean).join(' '));
  };

  /** Workplace visit 13.00, under a heading that says the day */
  const visitShort = ({ kind, startsAt }: Pick<Visit, 'kind' | 'startsAt'>): string =>
    [words.kinds[kind], startsAt && format.time(startsAt)].filter(Boolean).join(' ');

  return { state, short, why, next, last, visit, visitShort, when };
}
