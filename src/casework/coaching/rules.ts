import { inForceOn, merged } from '../../kernel/dated.ts';
import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import { contains, earlierEnd, lastDay, type Range } from '../../kernel/range.ts';
import { phaseOn, steadyFrom } from '../rhythm/rules.ts';
import type { Phase } from '../rhythm/words.ts';
import {
  type Block,
  type CoachingFacts,
  type ContactDue,
  type Due,
  type HeldContact,
  type Matter,
  metKinds,
  rhythmContacts,
} from './words.ts';

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
  return rhythmContacts.kinds.some((one) => one === kind) && rhythmContacts.parties.some((one) => one === party);
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

/** A contact at which one met: the visit that belongs to the renewal of an agreement. */
function isVisit({ kind }: HeldContact): boolean {
  return isMet(kind);
}

const isMet = (kind: string): boolean => metKinds.some((one) => one === kind);

/** Due when the agreement ends, at the latest; a visit since an agreement that ended has been that visit. */
function atRenewal(facts: CoachingFacts, on: Day): Due {
  const end = agreementEnd(facts.agreements, on);
  if (end === null) return { ...none, reason: 'no-agreement' };
  const { since, sinceOn } = countedFrom(facts, on);
  const visited = facts.contacts.some((contact) => isVisit(contact) && contact.heldOn >= end && contact.heldOn <= on);
  if (end < on && visited) return { ...none, reason: 'no-agreement', since, sinceOn };
  return { ...none, reason: 'renewal', dueOn: end, opensOn: end, since, sinceOn };
}

/** What is agreed for a relationship on a day: how often at the latest, and whether a visit belongs to the renewal. */
interface Terms {
  readonly phase: Phase;
  readonly reason: 'agreed-rhythm' | 'starting-rhythm' | 'steady-rhythm';
  readonly everyDays: number | null;
  readonly everyDaysAtMost: number | null;
  readonly visitAtRenewal: boolean;
}

/** What was agreed with the client, else the organiser's rhythm of the phase. */
function termsOn({ relationship, rhythms, agreed }: CoachingFacts, on: Day): Terms {
  const phase = phaseOn(relationship, rhythms, on);
  const wish = inForceOn(agreed, on)[0];
  const rhythm = inForceOn(rhythms, on).find((one) => one.phase === phase);
  const everyDays = wish?.everyDays ?? rhythm?.everyDays ?? null;
  return {
    phase,
    reason: wish ? 'agreed-rhythm' : phase === 'starting' ? 'starting-rhythm' : 'steady-rhythm',
    everyDays,
    everyDaysAtMost: wish ? wish.everyDays : (rhythm?.everyDaysAtMost ?? everyDays),
    visitAtRenewal: !wish && (rhythm?.visitAtRenewal ?? false),
  };
}

/**
 * The day by which the next contact is due, as it stands on a day, and why: what was agreed with the client, else the
 * organiser's rhythm of the phase, counted from the last contact, or from the beginning where there is none yet.
 * Source: seed, pori-id-start-rhythm, pori-id-later-rhythm, rauma-id-contact-rhythm.
 */
export function dueDay(facts: CoachingFacts, on: Day): Due {
  const { relationship, pauses } = facts;
  if (on < relationship.from) return { ...none, reason: 'not-begun' };
  if (!contains(relationship, on)) return { ...none, reason: 'ended' };
  const pause = pauses.find((one) => contains(one, on));
  if (pause) return { ...none, reason: 'paused', pausedUntil: lastDay(pause) };

  const { reason, everyDays, everyDaysAtMost, visitAtRenewal } = termsOn(facts, on);
  const renewal = visitAtRenewal ? atRenewal(facts, on) : null;
  if (everyDays === null || everyDaysAtMost === null) return renewal ?? { ...none, reason: 'no-rhythm' };

  const counted = countedFrom(facts, on);
  const dueOn = addDays(counted.sinceOn, everyDaysAtMost);
  if (renewal?.dueOn && renewal.dueOn < dueOn) return renewal;
  return {
    ...none,
    ...counted,
    reason,
    dueOn,
    opensOn: addDays(counted.sinceOn, everyDays),
    everyDays,
    everyDaysAtMost,
  };
}

/** Stretches of days, in order and up to `until`, in which the terms are the same and a break is on or is not. */
function stretchesOf({ relationship, rhythms, agreed, pauses }: CoachingFacts, until: Day): { from: Day; to: Day }[] {
  const { from } = relationship;
  const turns = [...rhythms, ...agreed].map(({ during }) => during).concat(pauses);
  const edges = [steadyFrom(relationship, rhythms), ...turns.flatMap((one) => [one.from, one.to]), until];
  const days = [...new Set(edges)].filter((edge): edge is Day => edge !== null && from < edge && edge <= until).sort();
  return days.map((to, i) => ({ from: days[i - 1] ?? from, to }));
}

/**
 * Every contact that was to be taken on the days, in order, and when it was. Each is due as `dueDay` has it on that day.
 * After a day that passed without its contact the next one is due as many days later: a long silence misses several.
 * Days of a break and after the end are nobody's due days; silence from before the days is not counted again in them.
 */
export function contactsDue(facts: CoachingFacts, days: Range & { readonly to: Day }): ContactDue[] {
  const until = earlierEnd(facts.relationship.to, days.to) as Day;
  const held = facts.contacts.filter(keepsRhythm).map(({ heldOn }) => heldOn);
  held.sort();
  const dues: ContactDue[] = [];
  let counted = facts.relationship.from;
  for (const stretch of stretchesOf(facts, until)) {
    if (facts.pauses.some((pause) => contains(pause, stretch.from))) {
      counted = stretch.to;
      continue;
    }
    const { phase, everyDaysAtMost, visitAtRenewal } = termsOn(facts, stretch.from);
    if (visitAtRenewal) dues.push(...visitsDue(facts, stretch).map((due) => ({ ...due, phase })));
    for (;;) {
      const next = held.find((heldOn) => heldOn > counted);
      const heldOn = next !== undefined && next < stretch.to ? next : null;
      // What the terms of the stretch make due before it begins is due as it begins.
      const counting = everyDaysAtMost === null ? null : addDays(counted, everyDaysAtMost);
      const dueOn = counting === null || counting > stretch.from ? counting : stretch.from;
      if (heldOn !== null && (dueOn === null || heldOn <= dueOn)) {
        if (dueOn !== null) dues.push({ dueOn, phase, keptOn: heldOn });
        counted = heldOn;
      } else if (dueOn !== null && dueOn < stretch.to) {
        dues.push({ dueOn, phase, keptOn: null });
        counted = dueOn;
      } else break;
    }
  }
  return dues
    .filter(({ dueOn }) => contains(days, dueOn) && contains(facts.relationship, dueOn))
    .filter(({ dueOn }) => !facts.pauses.some((pause) => contains(pause, dueOn)))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The visits that belong to the agreements that end on a day of the stretch; one while the agreement held has been it. */
function visitsDue({ agreements, contacts }: CoachingFacts, stretch: Range): Omit<ContactDue, 'phase'>[] {
  return agreements.flatMap((agreement) => {
    const dueOn = lastDay(agreement);
    if (dueOn === null || !contains(stretch, dueOn)) return [];
    const visit = contacts.find((contact) => isVisit(contact) && contains(agreement, contact.heldOn));
    return [{ dueOn, keptOn: visit?.heldOn ?? null }];
  });
}

/**
 * Which block of the day's work a contact belongs to, with the day of the first appointment that waits, if there is one.
 * An appointment of the past waits for its outcome, and is overdue until that is told.
 */
export function blockOn(due: Pick<Due, 'dueOn'>, visitOn: Day | null, on: Day): Block {
  if ((due.dueOn !== null && due.dueOn < on) || (visitOn !== null && visitOn < on)) return 'overdue';
  return due.dueOn === on || visitOn === on ? 'today' : 'coming';
}

/** A visit planned has been held when a contact of its kind was recorded on its day. */
export function wasHeld(
  visit: { readonly kind: string; readonly dueOn: Day },
  contacts: readonly HeldContact[],
): boolean {
  return contacts.some(
    ({ kind, heldOn }) => heldOn === visit.dueOn && (kind === visit.kind || (isMet(kind) && isMet(visit.kind))),
  );
}
