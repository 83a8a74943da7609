import { addDays, type Day } from '../../kernel/day.ts';
import { appealDeadline } from '../../law/act-2019-808.ts';
import { rectifyUntil } from '../decision/rules.ts';
import type { Request, ServedDecision, Stand } from './words.ts';

/** 434/2003 § 49 c: whether a request came after the last day; one that came before the decision was served came in time. */
export function cameLate(
  { receivedOn }: Pick<Request, 'receivedOn'>,
  decision: Pick<ServedDecision, 'servedOn'>,
): boolean {
  const last = rectifyUntil(decision);
  return last !== null && receivedOn > last;
}

/**
 * Where a decision stands on a day: open to rectification, with the body, open to appeal, before the court, or final.
 * It has the force of law from the day after the last day on which anything could still be done.
 */
export function standingOn(
  decision: Pick<ServedDecision, 'servedOn'>,
  requests: readonly Request[],
  today: Day,
): { readonly stand: Stand; readonly on: Day | null } {
  const last = requests.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)).at(-1);
  if (!last)
    return decision.servedOn === null
      ? { stand: 'not-served', on: null }
      : until('open', rectifyUntil(decision), today);
  if (last.decidedOn === null) return { stand: 'requested', on: null };
  if (last.servedOn === null) return { stand: 'to-serve', on: null };
  if (last.appealedOn === null) return until('appealable', appealDeadline(last.servedOn), today);
  if (last.courtDecidedOn === null) return { stand: 'appealed', on: null };
  if (last.courtOutcome === 'returned') return { stand: 'returned', on: last.courtDecidedOn };
  return { stand: 'final', on: last.courtDecidedOn };
}

/** Open until its last day; a decision so old that its time is not known is final. */
function until(stand: Stand, last: Day | null, today: Day): { readonly stand: Stand; readonly on: Day | null } {
  if (last === null) return { stand: 'final', on: null };
  return today <= last ? { stand, on: last } : { stand: 'final', on: addDays(last, 1) };
}
