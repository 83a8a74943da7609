/**
 * Contacts against the agreed rhythm: which were due in a period, and which of them took place in time.
 *
 * A contact is due so many days after the last one, or after the beginning; how many is what is agreed for the phase of
 * that day. Where a day passes without it, the next is due as many days later, so a long silence misses several.
 * Days within an agreed break, or after the end, are nobody's due days.
 */
import { addDays, type Day } from '../../kernel/day.ts';
import { contains, type Range } from '../../kernel/range.ts';

export interface RhythmRule {
  readonly phase: 'starting' | 'steady';
  readonly phaseDays: number | null;
  readonly everyDays: number | null;
  readonly visitAtRenewal: boolean;
  readonly during: Range;
}

/** One coached client relationship, with what is needed to say when contacts were due. */
export interface Coached {
  readonly during: Range;
  /** The days on which the client was in contact with the coach, in order. */
  readonly contacts: readonly Day[];
  readonly visits: readonly Day[];
  /** The client's own wishes: days between contacts. */
  readonly wishes: readonly { readonly everyDays: number; readonly during: Range }[];
  readonly pauses: readonly Range[];
  readonly agreements: readonly Range[];
}

export interface Due {
  readonly on: Day;
  readonly phase: 'starting' | 'steady';
  readonly kept: boolean;
}

/** The phase on a day: starting for the agreed days from the beginning, then steady. */
export function phaseOn(on: Day, begun: Day, rules: readonly RhythmRule[]): 'starting' | 'steady' {
  const starting = rules.find((rule) => rule.phase === 'starting' && contains(rule.during, on));
  return starting?.phaseDays && on < addDays(begun, starting.phaseDays) ? 'starting' : 'steady';
}

/** After how many days a contact is due from a day on; null where no rhythm is agreed for it. A wish holds in the starting phase. */
export function everyDaysOn(on: Day, one: Coached, rules: readonly RhythmRule[]): number | null {
  const phase = phaseOn(on, one.during.from, rules);
  const wish = one.wishes.find(({ during }) => contains(during, on));
  if (wish) return wish.everyDays;
  return rules.find((rule) => rule.phase === phase && contains(rule.during, on))?.everyDays ?? null;
}

/** The day on which the contact after `last` is due; null where none is. */
export function dueAfter(last: Day, one: Coached, rules: readonly RhythmRule[]): Day | null {
  const every = everyDaysOn(last, one, rules);
  if (every === null) return null;
  const paused = one.pauses.find((pause) => contains(pause, addDays(last, every)));
  if (!paused) return addDays(last, every);
  return paused.to === null ? null : addDays(paused.to, every);
}

/** The contacts that were due from `from` up to but without `to`, in order. */
export function duesBetween(one: Coached, rules: readonly RhythmRule[], from: Day, to: Day): Due[] {
  return [...regular(one, rules, from, to), ...renewals(one, rules, from, to)].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function regular(one: Coached, rules: readonly RhythmRule[], from: Day, to: Day): Due[] {
  const dues: Due[] = [];
  const before = one.contacts.findLast((held) => held < from);
  let last = before ?? one.during.from;
  // Silence from before the period is not counted again: the first due day is the first that falls in it.
  for (;;) {
    let due = dueAfter(last, one, rules);
    // Where nothing is agreed for the day, a later contact may still begin a rhythm.
    const next = one.contacts.find((held) => held > last);
    if (due === null) {
      if (next === undefined || next >= to) return dues;
      last = next;
      continue;
    }
    while (due !== null && due < from && (next === undefined || next > due)) due = dueAfter(due, one, rules);
    if (due === null || due >= to || !contains(one.during, due)) return dues;
    const kept = next !== undefined && next <= due;
    if (due >= from || !kept) dues.push({ on: due, phase: phaseOn(due, one.during.from, rules), kept });
    last = kept && next !== undefined ? next : due;
  }
}

/** A visit to the workplace is due by the end of each agreement, where that is the rule. */
function renewals(one: Coached, rules: readonly RhythmRule[], from: Day, to: Day): Due[] {
  return one.agreements.flatMap((agreement) => {
    const end = agreement.to;
    if (end === null || end < from || end >= to || !contains(one.during, addDays(end, -1))) return [];
    const rule = rules.find((candidate) => candidate.phase === 'steady' && contains(candidate.during, end));
    if (!rule?.visitAtRenewal) return [];
    const kept = one.visits.some((held) => agreement.from <= held && held <= end);
    return [{ on: end, phase: 'steady' as const, kept }];
  });
}
