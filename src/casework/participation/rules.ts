import { addDays, addYears, type Day, daysBetween, isWorkingDay, type Weekday } from '../../kernel/day.ts';
import { type Cents, sumCents } from '../../kernel/money.ts';
import { contains, type Range } from '../../kernel/range.ts';
import {
  activityAllowanceOn,
  countedYears,
  daysOverLimit,
  noticeToShopSteward,
  participationLimit,
  participationLimitOn,
  participationWindow,
  periodFrame,
  periodFrameOfOld,
  periodFrameOn,
  stateCompensationFor,
} from '../../law/act-2001-189.ts';
import {
  type AbsenceFromService,
  absenceKeepsBenefit,
  costCompensationOn,
  payerOfBenefit,
} from '../../law/act-2002-1290.ts';
import { versionOn } from '../../law/provision.ts';
import type { AbsenceReason } from '../attendance/words.ts';
import type { Benefit } from '../client/words.ts';
import { daysOfRhythm } from '../placement/rules.ts';
import type { TakingPart } from '../placement/words.ts';
import {
  type BenefitWhenAbsent,
  type ClaimedDays,
  type PaidDays,
  type Payer,
  payers,
  type SlipAbsence,
} from './words.ts';

interface RecordedBenefit {
  readonly benefit: Benefit;
  readonly main: boolean;
  readonly during: Range;
}

/**
 * 1290/2002 ch. 10 § 6, 189/2001 § 18: who pays the client for a day of participation. A day that the payer of an unemployment
 * benefit pays for is not paid by the organiser; without both, somebody whose main benefit is known gets nothing for it.
 */
export function payerOn(recorded: readonly RecordedBenefit[], on: Day): Payer {
  const inForce = recorded.filter(({ during }) => contains(during, on));
  const paying = inForce.map(({ benefit }) => payerOfBenefit(benefit));
  if (paying.includes('fund')) return 'fund';
  if (paying.includes('kela')) return 'kela';
  if (inForce.some(({ benefit }) => benefit === 'social-assistance')) return 'organiser';
  return inForce.some(({ main }) => main) ? 'nobody' : 'unknown';
}

/** What is paid for a day of participation that is begun with an activity on a day; null where nobody is known to pay. */
export function paidForDay(payer: Payer, on: Day, begunOn: Day): Cents | null {
  if (payer === 'organiser') return activityAllowanceOn(on);
  return payer === 'kela' || payer === 'fund' ? costCompensationOn(on, begunOn) : null;
}

/** 189/2001, section 13: the least hours of a day of participation, by the days on which they hold; wordings that say the same are one. */
export function dayLengths(): { readonly during: Range; readonly leastHours: number }[] {
  const matches: { during: Range; leastHours: number }[] = [];
  for (const { during, value } of [periodFrameOfOld, periodFrame].flatMap(({ versions }) => versions)) {
    const last = matches.at(-1);
    if (last?.leastHours === value.fewestHoursADay && last.during.to === during.from)
      last.during = { from: last.during.from, to: during.to };
    else matches.push({ during, leastHours: value.fewestHoursADay });
  }
  return matches;
}

/** 189/2001 § 14: the most days of participation in any 12 months, by the days on which they hold. */
export function dayLimits(): { readonly during: Range; readonly mostDays: number; readonly lookBack: string }[] {
  // The 12 months end with the day, so that they begin on the day after the one a year before.
  const lookBack = `${countedYears} year -1 day`;
  return participationLimit.versions.map(({ during, value }) => ({ during, mostDays: value, lookBack }));
}

/** What is asked of a rhythm to come: from which day on, and so many days a week. */
export interface Outlook {
  readonly daysAWeek: number;
  /** The first day that would be one too many; null where there is none. */
  readonly brokenOn: Day | null;
}

/** What a placement has agreed of the week. */
type AgreedWeek = Pick<TakingPart, 'slots'> & { readonly during: Range };

/**
 * 189/2001 § 14: for each number of days a week that the law allows from a day on, the first day that would be one too many for the
 * 12 months before it: after the days taken, and those that are agreed until then.
 */
export function outlookFrom(from: Day, taken: readonly Day[], agreed: readonly AgreedWeek[], today: Day): Outlook[] {
  // Nothing counts for longer than a year: a rhythm that stays within the limit for two keeps within it.
  const until = addYears(addYears(from, 1), 1);
  const between = daysOfRhythm(agreed, from).filter((on) => on >= today);
  return Array.from({ length: periodFrameOn(from).mostDaysAWeek }, (_, n) => {
    const daysAWeek = n + 1;
    const slots = weekdaysFrom(daysAWeek).map((weekday) => ({ weekday, half: 'am' as const }));
    const added = daysOfRhythm([{ slots, during: { from, to: null } }], until);
    const first = daysOverLimit([...taken, ...between, ...added]).find((on) => on >= from);
    return { daysAWeek, brokenOn: first ?? null };
  });
}

const weekdaysFrom = (count: number): Weekday[] => ([1, 2, 3, 4, 5, 6, 7] as const).slice(0, count);

/** 189/2001 § 16: of which items of the plan the chief shop steward is told before the activity begins, beside the name, and nothing else. */
export function stewardNoticeOn(on: Day): { readonly items: readonly number[]; readonly provision: string } | null {
  const version = versionOn(noticeToShopSteward, on);
  return version && { items: version.value.items, provision: noticeToShopSteward.id };
}

/** 189/2001 § 14: the days taken within the 12 months that end with the day, and how many the law then allows. */
export function daysTakenBy(on: Day, taken: readonly Day[]) {
  const year = participationWindow(on);
  const days = new Set(taken.filter((one) => contains(year, one))).size;
  const most = participationLimitOn(on);
  return { from: year.from, days, most, left: Math.max(0, most - days) };
}

/** The reasons of absence as the unemployment security act knows them; on others that are accepted, the payer decides. */
const reasonsInLaw: Readonly<Partial<Record<AbsenceReason, AbsenceFromService>>> = {
  sick: 'incapacity',
  'child-sick': 'child-ill',
  'job-interview': 'job-interview',
  unexcused: 'other',
};

/** 1290/2002 ch. 10 § 3: what becomes of the benefit for a day of absence, the nth working day in a row for its reason. */
export function benefitOfAbsence(reason: AbsenceReason, workingDay: number, on: Day): BenefitWhenAbsent {
  // A day on which the service was not arranged is no absence.
  if (reason === 'service-closed') return 'paid';
  const inLaw = reasonsInLaw[reason];
  const keeps = inLaw ? absenceKeepsBenefit(inLaw, workingDay, on) : null;
  if (keeps === null) return 'payer-decides';
  return keeps ? 'paid' : 'not-paid';
}

/** How long, in days, two days of absence may lie apart to be of one illness, when nothing was attended between them. */
const sameIllness = 7;

/**
 * Absences, oldest first, with what becomes of the benefit. An ill child excuses some working days at a time: a time goes on until the
 * client is present again or some days have gone by.
 */
export function absencesWithBenefit(
  absences: readonly { readonly on: Day; readonly reason: AbsenceReason }[],
  present: readonly Day[],
): SlipAbsence[] {
  let began: Day | null = null;
  let last: Day | null = null;
  return absences
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, reason }) => {
      if (reason !== 'child-sick') return { on, reason, benefit: benefitOfAbsence(reason, 1, on) };
      const before = last;
      const goesOn =
        before !== null && daysBetween(before, on) <= sameIllness && !present.some((one) => one > before && one < on);
      if (!goesOn) began = on;
      last = on;
      return { on, reason, benefit: benefitOfAbsence(reason, workingDaysFrom(began ?? on, on), on) };
    });
}

/** Working days from one day to another, both included. */
function workingDaysFrom(from: Day, to: Day): number {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
  return Math.max(1, days.filter(isWorkingDay).length);
}

/** 189/2001 § 24: what the state pays for a month's days of all persons: for those within the limit of § 14, and no others. */
export function claimOf(all: readonly ClaimedDays[]): { days: number; overDays: number; amount: Cents } {
  return {
    days: all.reduce((sum, { days }) => sum + days.length, 0),
    overDays: all.reduce((sum, { over }) => sum + over.length, 0),
    amount: sumCents(all.map(({ days }) => stateCompensationFor(days))),
  };
}

/** How many clients and days each payer has, in the order of the payers; a client stands once under each. */
export function byPayer(all: readonly PaidDays[]): { payer: Payer; clients: number; days: number }[] {
  return payers.flatMap((payer) => {
    const own = all.filter((one) => one.payer === payer);
    return own.length === 0
      ? []
      : [{ payer, clients: own.length, days: own.reduce((sum, { days }) => sum + days.length, 0) }];
  });
}
