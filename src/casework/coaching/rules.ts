import { inForceOn, merged } from '../../kernel/dated.ts';
import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import { contains, lastDay, type Range } from '../../kernel/range.ts';
import type { Block, CoachingFacts, Due, HeldContact, Matter, Phase, Rhythm, RhythmOfService } from './words.ts';

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

/** The week of the relationship on a day, from 1. */
export function weekOn(relationship: Range, on: Day): number {
  return Math.floor(daysBetween(relationship.from, on) / 7) + 1;
}

/**
 * Whether a contact of a day belongs to a matter: from its receipt until it is withdrawn, denied, or leads to a
 * relationship, to which later contacts belong.
 */
export function isOfMatter({ receivedOn, withdrawnOn, deniedOn, begunOn }: Matter, on: Day): boolean {
  return (
    on >= receivedOn &&
    (withdrawnOn === null || on < withdrawnOn) &&
    (deniedOn === null || on <= deniedOn) &&
    (begunOn === null || on < begunOn)
  );
}

/** Whether a contact counts in the client's own rhythm: not one with the employer only, nor a meeting of the whole group. */
export function keepsRhythm({ kind, party }: HeldContact): boolean {
  return party !== 'employer' && kind !== 'group-meeting';
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, d) => (last === null || d > last ? d : last), null);
}

const none: Omit<Due, 'reason'> = {
  dueOn: null,
  opensOn: null,
  everyDays: null,
  everyDaysAtMost: null,
  since: null,
  sinceOn: null,
  pausedUntil: null,
};

/** What the interval is counted from: the last contact, the beginning where there is none yet, or the end of a later break. */
function countedFrom(facts: CoachingFacts, on: Day): { since: 'contact' | 'beginning' | 'break'; sinceOn: Day } {
  const contact = latest(facts.contacts.filter((one) => one.heldOn <= on && keepsRhythm(one)).map((one) => one.heldOn));
  const back = latest(facts.pauses.flatMap(({ to }) => (to !== null && to <= on ? [to] : [])));
  if (back !== null && (contact === null || back > contact)) return { since: 'break', sinceOn: back };
  if (contact !== null && contact >= facts.relationship.from) return { since: 'contact', sinceOn: contact };
  return { since: 'beginning', sinceOn: facts.relationship.from };
}

/** The last day of the agreement in force on a day, with renewals that follow without a gap; else of the last one before it. */
export function agreementEnd(agreements: readonly Range[], on: Day): Day | null {
  const chain = merged(agreements).findLast(({ from }) => from <= on);
  return chain ? lastDay(chain) : null;
}

/** Due when the agreement ends, at the latest; a visit since an agreement that ended has been that visit. */
function atRenewal(facts: CoachingFacts, on: Day): Due {
  const end = agreementEnd(facts.agreements, on);
  if (end === null) return { ...none, reason: 'no-agreement' };
  const { since, sinceOn } = countedFrom(facts, on);
  const visited = facts.contacts.some(
    ({ kind, heldOn }) => (kind === 'workplace-visit' || kind === 'meeting') && heldOn >= end && heldOn <= on,
  );
  if (end < on && visited) return { ...none, reason: 'no-agreement', since, sinceOn };
  return { ...none, reason: 'renewal', dueOn: end, opensOn: end, since, sinceOn };
}

/**
 * The day by which the next contact is due, as it stands on a day, and why: what was agreed with the client, else the
 * organiser's rhythm of the phase, counted from the last contact, or from the beginning where there is none yet.
 * Source: seed, pori-id-start-rhythm, pori-id-later-rhythm, rauma-id-contact-rhythm.
 */
export function dueDay(facts: CoachingFacts, on: Day): Due {
  const { relationship, rhythms, agreed, pauses } = facts;
  if (on < relationship.from) return { ...none, reason: 'not-begun' };
  if (!contains(relationship, on)) return { ...none, reason: 'ended' };
  const pause = pauses.find((one) => contains(one, on));
  if (pause) return { ...none, reason: 'paused', pausedUntil: lastDay(pause) };

  const phase = phaseOn(relationship, rhythms, on);
  const wish = inForceOn(agreed, on)[0];
  const rhythm = inForceOn(rhythms, on).find((one) => one.phase === phase);
  const every = wish?.everyDays ?? rhythm?.everyDays ?? null;
  const renewal = rhythm?.visitAtRenewal && !wish ? atRenewal(facts, on) : null;
  if (every === null) return renewal ?? { ...none, reason: 'no-rhythm' };

  const atMost = wish ? every : (rhythm?.everyDaysAtMost ?? every);
  const counted = countedFrom(facts, on);
  const dueOn = addDays(counted.sinceOn, atMost);
  if (renewal?.dueOn && renewal.dueOn < dueOn) return renewal;
  return {
    ...none,
    ...counted,
    reason: wish ? 'agreed-rhythm' : phase === 'starting' ? 'starting-rhythm' : 'steady-rhythm',
    dueOn,
    opensOn: addDays(counted.sinceOn, every),
    everyDays: every,
    everyDaysAtMost: atMost,
  };
}

/** Which block of the day's work a contact belongs to, with the day of a visit planned, if there is one. */
export function blockOn(due: Pick<Due, 'dueOn'>, visitOn: Day | null, on: Day): Block {
  if (due.dueOn !== null && due.dueOn < on) return 'overdue';
  return due.dueOn === on || visitOn === on ? 'today' : 'coming';
}

/** A visit planned has been held when a contact of its kind was recorded on its day. */
export function wasHeld(
  visit: { readonly kind: string; readonly dueOn: Day },
  contacts: readonly HeldContact[],
): boolean {
  const met = (kind: string) => kind === 'meeting' || kind === 'workplace-visit';
  return contacts.some(
    ({ kind, heldOn }) => heldOn === visit.dueOn && (kind === visit.kind || (met(kind) && met(visit.kind))),
  );
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
