import { addDays, addYears, type Day, mondayOf, type Weekday, weekdayOf } from '../../kernel/day.ts';
import { type Language, weekdayName, weekdayShort } from '../../kernel/language.ts';
import { contains, covers, earlierEnd, overlaps, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import {
  firstDayOverLimit,
  mayBeBoughtFromCompany,
  type PeriodFrame,
  participationLimit,
  periodFrameOn,
  periodProvisionOn,
} from '../../law/act-2001-189.ts';
import { dayActivityAmount } from '../../law/act-2023-675.ts';
import { versionOn } from '../../law/provision.ts';
import type { Sector } from '../employer/words.ts';
import { halves } from '../organiser/words.ts';
import {
  halfNames,
  type Placement,
  type PlacingFrame,
  type Slot,
  type TakingPart,
  workplaceServices,
} from './words.ts';

export interface Collision {
  readonly slot: Slot;
  /** The placement that claims the half-day already. */
  readonly placement: Placement;
}

const sameSlot = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.half === b.half;

/** Slots in the order of the week, each once. */
export function inWeekOrder(slots: readonly Slot[]): Slot[] {
  const place = ({ weekday, half }: Slot): number => weekday * halves.length + halves.indexOf(half);
  return slots
    .filter((slot, i) => slots.findIndex((other) => sameSlot(slot, other)) === i)
    .toSorted((a, b) => place(a) - place(b));
}

/** The weekdays that slots fall on, in order, each once. */
export function weekdaysOf(slots: readonly Slot[]): Weekday[] {
  return [...new Set(inWeekOrder(slots).map(({ weekday }) => weekday))];
}

/** Whether two ways of taking part have the same half-days and times. */
export function sameWeek(
  a: Pick<TakingPart, 'slots' | 'startsAt' | 'endsAt'>,
  b: Pick<TakingPart, 'slots' | 'startsAt' | 'endsAt'>,
): boolean {
  const [one, other] = [inWeekOrder(a.slots), inWeekOrder(b.slots)];
  const sameSlots = one.length === other.length && one.every((slot, i) => sameSlot(slot, other[i] as Slot));
  return sameSlots && a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

/** Half-days that the client's other placements claim during the same days; a person is in one place at a time. */
export function collisions(
  wanted: { readonly slots: readonly Slot[]; readonly during: Range },
  others: readonly Placement[],
): Collision[] {
  const meanwhile = others.filter((other) => overlaps(other.during, wanted.during));
  return inWeekOrder(wanted.slots).flatMap((slot) =>
    meanwhile.flatMap((placement) =>
      placement.slots.some((claimed) => sameSlot(claimed, slot)) ? [{ slot, placement }] : [],
    ),
  );
}

/**
 * The days of a placement that was asked for: without an end of its own it goes on as long as the relationship does.
 * Null when it does not lie within the relationship.
 */
export function daysWithin(frame: Pick<PlacingFrame, 'during'>, wanted: Range): Range | null {
  const during = { from: wanted.from, to: wanted.to ?? frame.during.to };
  const holdsDays = during.to === null || during.from < during.to;
  return holdsDays && covers(frame.during, during) ? during : null;
}

/** Whether a service is done at employers' workplaces at all. */
export function isDoneAtWorkplaces(service: Service): boolean {
  return (workplaceServices as readonly Service[]).includes(service);
}

/** 189/2001 § 6 (§ 13 from 2021): whether an employer of the sector may be the site of the service in the days. */
export function mayBeSite(service: Service, sector: Sector, during: Range): boolean {
  return service !== 'rehabilitative-work' || sector !== 'private' || mayBeBoughtFromCompany(during);
}

/** Hours a day: those told, else those between the times of day. */
export function hoursOf({ hoursADay, startsAt, endsAt }: Pick<TakingPart, 'hoursADay' | 'startsAt' | 'endsAt'>) {
  if (hoursADay !== null || startsAt === null || endsAt === null) return hoursADay;
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Math.round(((minutes(endsAt) - minutes(startsAt)) / 60) * 100) / 100;
}

/** Days a week and hours a day that the law sets for the service on a day, or null where it sets none. */
export function weekLimits(service: Service, on: Day): PeriodFrame | null {
  return service === 'rehabilitative-work' ? periodFrameOn(on) : null;
}

/** 675/2023 § 26: how many days a week day activity is given unless fewer are enough; null where no act says. */
export function fullWeekOn(service: Service, on: Day): { readonly days: number; readonly provision: string } | null {
  if (service !== 'day-activity' && service !== 'day-activity-severe') return null;
  const version = versionOn(dayActivityAmount, on);
  return version && { days: version.value.daysAWeek, provision: dayActivityAmount.id };
}

export interface WeekVerdict {
  readonly why: 'too-few-days' | 'too-many-days' | 'too-short-day' | 'too-long-day' | 'hours-missing';
  readonly provision: string;
  readonly limit: number;
}

/**
 * What stands against a week of rehabilitative work, or null: days a week and hours a day as the law has them on the day.
 * Days, and the hours of one day, count over all of the client's rehabilitative placements at the same time.
 * Source: 189/2001, section 13 (section 13 b from 2021).
 */
export function weekAgainstLaw(
  service: Service,
  wanted: Pick<TakingPart, 'slots'> & { readonly hours: number | null; readonly during: Range },
  others: readonly (WeekTaken & Pick<TakingPart, 'hoursADay'>)[],
): WeekVerdict | null {
  const frame = weekLimits(service, wanted.during.from);
  if (!frame) return null;
  const provision = periodProvisionOn(wanted.during.from).id;
  const meanwhile = others.filter((one) => one.service === service && overlaps(one.during, wanted.during));
  const days = weekdaysOf([...wanted.slots, ...meanwhile.flatMap(({ slots }) => slots)]).length;
  if (days < frame.fewestDaysAWeek) return { why: 'too-few-days', provision, limit: frame.fewestDaysAWeek };
  if (days > frame.mostDaysAWeek) return { why: 'too-many-days', provision, limit: frame.mostDaysAWeek };
  const ofService = others.filter((one) => one.service === service);
  if (daysInTurningWeeks(wanted, ofService).some((inWeek) => inWeek > frame.mostDaysAWeek))
    return { why: 'too-many-days', provision, limit: frame.mostDaysAWeek };
  if (wanted.hours === null) return { why: 'hours-missing', provision, limit: frame.fewestHoursADay };
  if (wanted.hours < frame.fewestHoursADay) return { why: 'too-short-day', provision, limit: frame.fewestHoursADay };
  return longestDay(wanted, meanwhile) > frame.mostHoursADay
    ? { why: 'too-long-day', provision: participationLimit.id, limit: frame.mostHoursADay }
    : null;
}

type Week = Pick<TakingPart, 'slots'> & { readonly during: Range };
/** What another placement takes of the week: all that the law asks of it. */
type WeekTaken = Week & { readonly service: Service };

/** Days of the calendar week on which one of the placements has the client take part. */
function daysTakenIn(monday: Day, placed: readonly Week[]): number {
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => {
    const on = addDays(monday, weekday - 1);
    return placed.some((one) => contains(one.during, on) && one.slots.some((slot) => slot.weekday === weekday));
  }).length;
}

/** Days taken in each calendar week in which one way of taking part gives way to another: a change in mid-week adds both. */
function daysInTurningWeeks(wanted: Week, others: readonly Week[]): number[] {
  const placed = [wanted, ...others];
  const turns = placed.flatMap(({ during }) => [during.from, during.to]).filter((on): on is Day => on !== null);
  const weeks = [...new Set(turns.map(mondayOf))];
  return weeks
    .filter((monday) => overlaps(wanted.during, { from: monday, to: addDays(monday, 7) }))
    .map((monday) => daysTakenIn(monday, placed));
}

/** The days on which placements have the client take part, up to but without `until`. */
export function daysOfRhythm(placed: readonly Week[], until: Day): Day[] {
  return placed.flatMap(({ slots, during }) => {
    const weekdays = weekdaysOf(slots);
    const to = earlierEnd(during.to, until) as Day;
    const days: Day[] = [];
    for (let on = during.from; on < to; on = addDays(on, 1)) if (weekdays.includes(weekdayOf(on))) days.push(on);
    return days;
  });
}

/**
 * 189/2001 § 14: the first day on which a rhythm of rehabilitative work is one too many for the 12 months before it, over
 * all sites; null where the law sets no such limit or the rhythm stays within it.
 */
export function limitBrokenOn(service: Service, wanted: Week, others: readonly WeekTaken[]): Day | null {
  if (weekLimits(service, wanted.during.from) === null) return null;
  // Nothing counts for longer than a year: a rhythm that stays within the limit for two keeps within it.
  const until = addYears(addYears(wanted.during.from, 1), 1);
  const placed = [wanted, ...others.filter((one) => one.service === service)];
  const counted = daysOfRhythm(placed, until).filter((on) => on >= addYears(wanted.during.from, -1));
  return firstDayOverLimit(counted, (on) => on >= wanted.during.from);
}

/** The most hours that a weekday of a placement has, over all that the client takes part in at the same time. */
function longestDay(
  wanted: Week & { readonly hours: number | null },
  meanwhile: readonly Pick<TakingPart, 'slots' | 'hoursADay'>[],
): number {
  const hours = weekdaysOf(wanted.slots).map((weekday) =>
    meanwhile.reduce(
      (sum, one) => sum + (one.slots.some((slot) => slot.weekday === weekday) ? (one.hoursADay ?? 0) : 0),
      wanted.hours ?? 0,
    ),
  );
  return Math.max(0, ...hours);
}

/** 189/2001 § 9: whether a day of rehabilitative work lasts longer than its plan has it, at all sites together. */
export function hoursBeyondPlan(
  { service, plannedHours: planned }: Pick<PlacingFrame, 'service' | 'plannedHours'>,
  wanted: Week & { readonly hours: number | null },
  others: readonly Placement[],
): boolean {
  const meanwhile = others.filter((other) => overlaps(other.during, wanted.during));
  return service === 'rehabilitative-work' && planned !== null && longestDay(wanted, meanwhile) > planned;
}

/** Whether a week has more days than the plan on which the placement stands; null where no plan says how many. */
export function daysBeyondPlan(planned: number | null, wanted: Week, others: readonly Placement[]): boolean {
  const meanwhile = others.filter((one) => overlaps(one.during, wanted.during));
  return planned !== null && weekdaysOf([...wanted.slots, ...meanwhile.flatMap(({ slots }) => slots)]).length > planned;
}

/** Whether a group with this capacity is over it with so many taking part; a warning, since people share places by days. */
export function overCapacity(capacity: number | null, taking: number): boolean {
  return capacity !== null && taking > capacity;
}

/** The half-days that are claimed while the group is closed. */
export function closedHalfDays(
  group: { readonly weekdays: readonly number[]; readonly halves: readonly string[] },
  slots: readonly Slot[],
): Slot[] {
  return slots.filter(({ weekday, half }) => !group.weekdays.includes(weekday) || !group.halves.includes(half));
}

/** One half-day in words: keskiviikko aamupäivä. */
export function slotName({ weekday, half }: Slot, language: Language): string {
  return `${weekdayName(weekday, language)} ${halfNames[language][half]}`;
}

/** The days and hours of taking part, as an agreement says them: ma–pe klo 9.00–13.00, or ma ap, ke. */
export function hoursInWords(
  slots: readonly Slot[],
  times: { readonly startsAt: string | null; readonly endsAt: string | null },
  language: Language,
): string {
  const days = [...new Set(slots.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  const clock = (text: string) => (language === 'en' ? text : text.replace(/^0/, '').replace(':', '.'));
  const at = { fi: 'klo ', sv: 'kl. ', en: '' }[language];
  const halvesOf = (weekday: number) => slots.filter((slot) => slot.weekday === weekday).map(({ half }) => half);
  if (times.startsAt !== null && times.endsAt !== null) {
    const names = days.map((weekday) => weekdayShort(weekday, language)).join(' ');
    return `${names} ${at}${clock(times.startsAt)}–${clock(times.endsAt)}`;
  }
  return days
    .map((weekday) => {
      const [only, both] = halvesOf(weekday);
      const short = weekdayShort(weekday, language);
      return only === undefined || both !== undefined ? short : `${short} ${halfNames[language].short[only]}`;
    })
    .join(', ');
}
