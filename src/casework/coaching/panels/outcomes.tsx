import type { Day } from '../../../kernel/day.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { coachingTexts } from '../texts.ts';
import type { Visit, VisitOutcome } from '../words.ts';

export type OpenVisit = Pick<Visit, 'id' | 'kind' | 'dueOn' | 'startsAt' | 'place'>;
export type NewTime = { readonly dueOn: string; readonly startsAt: string | null; readonly place: string | null };

/** What may be told of an appointment: of one whose day is here or past how it went, of one ahead only that it changes. */
export function outcomesOn(visit: Pick<Visit, 'dueOn'>, today: Day): readonly VisitOutcome[] {
  if (visit.dueOn > today) return ['moved', 'cancelled'];
  return ['held', 'missed', 'moved', 'cancelled'];
}

/** What the button says: an appointment of the past was moved or cancelled, one of today or later is. */
export function useOutcomeWords(): (outcome: VisitOutcome, visit: Pick<Visit, 'dueOn'>) => string {
  const words = useTexts(coachingTexts);
  const today = useToday();
  return (outcome, { dueOn }) => {
    if (dueOn >= today && outcome === 'moved') return words.outcomeMove;
    if (dueOn >= today && outcome === 'cancelled') return words.outcomeCancel;
    return words.outcomes[outcome];
  };
}
