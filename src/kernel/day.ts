import { z } from 'zod';
import { withoutPaste } from './pasted.ts';

declare const brand: unique symbol;

/** A calendar day in Finland, written 2021-06-17. Days compare with < and > as text. */
export type Day = string & { readonly [brand]: 'Day' };

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const firstYear = 1900;
const lastYear = 2200;
const millisecondsInDay = 86_400_000;

// Every day that was met once, with its number and the other way round: at most the 110,000 of the years that days have.
const numbers = new Map<string, number>();
const texts = new Map<number, Day>();

function numberOf(d: Day): number {
  const known = numbers.get(d);
  if (known !== undefined) return known;
  const n = Date.UTC(yearIn(d), monthIn(d) - 1, Number(d.slice(8))) / millisecondsInDay;
  if (isRealDay(d)) numbers.set(d, n);
  return n;
}

function yearIn(d: Day): number {
  return Number(d.slice(0, 4));
}

function monthIn(d: Day): number {
  return Number(d.slice(5, 7));
}

/** Thrown when a day would lie outside the years that days have. */
export class OutsideYears extends RangeError {}

function fromNumber(n: number): Day {
  const known = texts.get(n);
  if (known !== undefined) return known;
  const made = new Date(n * millisecondsInDay);
  const year = made.getUTCFullYear();
  if (!(year >= firstYear && year <= lastYear)) throw new OutsideYears(`A day outside ${firstYear}-${lastYear}`);
  const text = made.toISOString().slice(0, 10) as Day;
  texts.set(n, text);
  return text;
}

function fromParts(year: number, month: number, dayOfMonth: number): Day {
  return fromNumber(Date.UTC(year, month - 1, dayOfMonth) / millisecondsInDay);
}

/** Is the text a real calendar day between 1900 and 2200? */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  if (numbers.has(text)) return true;
  if (!isRealDay(text)) return false;
  numberOf(text as Day);
  return true;
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const dayOfMonth = Number(text.slice(8));
  // Reckoned rather than tried as a Date: every answer's days pass here.
  return year >= firstYear && year <= lastYear && dayOfMonth >= 1 && dayOfMonth <= lengthOfMonth(year, month);
}

/** 0 where there is no such month. */
function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** The day that the text names; throws a RangeError when it names none. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

/** An instant, as the API tells and takes it. */
export const zInstant = z.iso.datetime({ offset: true });

/** Checks a day that comes from outside. Built on a plain date schema so that OpenAPI can describe it. */
export const zDay = z.iso.date({ abort: true }).refine(isDay, {
  params: {
    fi: `Päivän on oltava kalenterissa, vuosina ${firstYear}–${lastYear}.`,
    sv: `Dagen ska finnas i kalendern, åren ${firstYear}–${lastYear}.`,
    en: `The day must be in the calendar, in the years ${firstYear}–${lastYear}.`,
  },
}) as z.ZodType<Day, string>;

/** A day of the week, checked like zDay. */
export const zWeekday = z.int().min(1).max(7) as z.ZodType<Weekday, number>;

export function addDays(d: Day, days: number): Day {
  return fromNumber(numberOf(d) + days);
}

/** Calendar months: 31.1. and one month is the last day of February. */
export function addMonths(d: Day, months: number): Day {
  const index = yearIn(d) * 12 + monthIn(d) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromParts(year, month, Math.min(Number(d.slice(8)), lastOfMonth));
}

/** Calendar years: 29.2. and one year is 28.2. */
export function addYears(d: Day, years: number): Day {
  return addMonths(d, years * 12);
}

/** How many days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

export function weekdayOf(d: Day): Weekday {
  const n = (numberOf(d) + 3) % 7;
  return ((n < 0 ? n + 7 : n) + 1) as Weekday;
}

/** The Monday of the calendar week that the day belongs to. */
export function mondayOf(d: Day): Day {
  return addDays(d, 1 - weekdayOf(d));
}

export function startOfMonth(d: Day): Day {
  return `${d.slice(0, 7)}-01` as Day;
}

export function startOfYear(d: Day): Day {
  return `${d.slice(0, 4)}-01-01` as Day;
}

/** The first day of the month after. */
export function nextMonth(d: Day): Day {
  return addMonths(startOfMonth(d), 1);
}

/** The month of the day, written 2021-06. */
export function monthOf(d: Day): string {
  return d.slice(0, 7);
}

/** Full years of age. Who was born on 29.2. grows older on 1.3. in a common year. */
export function ageOn(birth: Day, d: Day): number {
  const years = yearIn(d) - yearIn(birth);
  return d.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Public holidays of Finland and the two eves on which authorities are closed. */
export type Holiday =
  | 'new-years-day'
  | 'epiphany'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'may-day'
  | 'ascension-day'
  | 'pentecost'
  | 'midsummer-eve'
  | 'midsummer-day'
  | 'all-saints-day'
  | 'independence-day'
  | 'christmas-eve'
  | 'christmas-day'
  | 'boxing-day';

/** Midsummer Eve and Christmas Eve are no public holidays by law, yet a time limit does not end on them. */
export function isEve(holiday: Holiday): boolean {
  return holiday === 'midsummer-eve' || holiday === 'christmas-eve';
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return fromParts(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The first day of that weekday on or after the day. */
function onOrAfter(d: Day, weekday: Weekday): Day {
  return addDays(d, (weekday - weekdayOf(d) + 7) % 7);
}

const holidaysByYear = new Map<number, Map<Day, Holiday>>();

/**
 * The public holidays of a year, with the two eves.
 * The rules are those of 1992 and after; from 1973 to 1991 Epiphany and Ascension were kept on Saturdays.
 */
export function publicHolidays(year: number): ReadonlyMap<Day, Holiday> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const midsummer = onOrAfter(fromParts(year, 6, 20), 6);
  const holidays = new Map<Day, Holiday>([
    [fromParts(year, 1, 1), 'new-years-day'],
    [fromParts(year, 1, 6), 'epiphany'],
    [addDays(easter, -2), 'good-friday'],
    [easter, 'easter-sunday'],
    [addDays(easter, 1), 'easter-monday'],
    [fromParts(year, 5, 1), 'may-day'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'pentecost'],
    [addDays(midsummer, -1), 'midsummer-eve'],
    [midsummer, 'midsummer-day'],
    [onOrAfter(fromParts(year, 10, 31), 6), 'all-saints-day'],
    [fromParts(year, 12, 6), 'independence-day'],
    [fromParts(year, 12, 24), 'christmas-eve'],
    [fromParts(year, 12, 25), 'christmas-day'],
    [fromParts(year, 12, 26), 'boxing-day'],
  ]);
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** The holiday or eve on that day, if any. */
export function holidayOn(d: Day): Holiday | null {
  return publicHolidays(yearIn(d)).get(d) ?? null;
}

/** Monday to Friday, neither a public holiday nor one of the two eves. */
export function isWorkingDay(d: Day): boolean {
  return weekdayOf(d) <= 5 && holidayOn(d) === null;
}

/** The day itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(d: Day): Day {
  let match = d;
  while (!isWorkingDay(match)) match = addDays(match, 1);
  return match;
}

/** The weekday that is so many weekdays after the day: Monday to Saturday, neither a public holiday nor one of the two eves. */
export function addWeekdays(d: Day, days: number): Day {
  let match = d;
  for (let left = days; left > 0; left--) {
    do match = addDays(match, 1);
    while (weekdayOf(match) > 6 || holidayOn(match) !== null);
  }
  return match;
}

const helsinki = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What calendar and clock show in Helsinki at that moment, as if it were UTC. */
function wallClock(milliseconds: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of helsinki.formatToParts(milliseconds)) part[type] = Number(value);
  const { year = 0, month = 1, day: dayOfMonth = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, dayOfMonth, hour, minute, second);
}

/** The day that it is in Helsinki at that instant. */
export function dayOfInstant(instant: string): Day {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${instant}`);
  return fromNumber(Math.floor(wallClock(milliseconds) / millisecondsInDay));
}

/** What the clock on the wall shows in Helsinki at that instant, as milliseconds since midnight. */
export function wallTimeOf(instant: string): number {
  const milliseconds = Date.parse(instant);
  return (wallClock(milliseconds) % millisecondsInDay) + (milliseconds % 1000);
}

/**
 * The instant, in UTC, at which the wall of Helsinki shows that day and that time: of an hour that the clocks skip the one after, of
 * an hour that comes twice the second one.
 */
export function instantAtWall(d: Day, wallTime: number): string {
  const wall = numberOf(d) * millisecondsInDay + wallTime;
  const whole = wall - (wall % 1000);
  const nearby = whole - (wallClock(whole) - whole);
  return new Date(wall - (wallClock(nearby) - nearby)).toISOString();
}

/** The instant, in UTC, at which the day starts in Helsinki. */
export function startInstantOf(d: Day): string {
  return instantAtWall(d, 0);
}

const written = /^(\d{1,2})([.,/-])(\d{1,2})\2(?:(\d{4})\.?)?$/;

/** Day, month and year as they are written with one sign between them, or spaces alone. */
function partsOf(text: string, today: Day): [year: string, month: string, date: string] | null {
  const [, date, , month, year] = written.exec(withoutPaste(text.replace(/(?<=\p{Nd})\s+(?=\p{Nd})/gu, '.'))) ?? [];
  return date && month ? [year ?? today.slice(0, 4), month, date] : null;
}

/**
 * A day as people write it: 22.6.2021, 22.6. of the year at hand, 17. 6. 1990, 17 6 1990, 17-6-1990, 2021-06-22, with spaces around, or as
 * it is pasted. Null where it is none, as 31.6. is not.
 */
export function readDay(text: string, today: Day): Day | null {
  const [year, month = '', date = ''] = partsOf(text, today) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : withoutPaste(text);
  return isDay(iso) ? iso : null;
}

/** A month as people write it: 2021-06, 6/2021, 6.2021. Null where it is none. */
export function readMonth(text: string): string | null {
  const bare = withoutPaste(text);
  const [, month = '', year = ''] = /^(\d{1,2})[./](\d{4})$/.exec(bare) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}` : bare;
  return isDay(`${iso}-01`) ? iso : null;
}

/** Whether a text is written as a day is, and no calendar has it: 31.6., 29.2.2021, 2021-13-01. */
export function isNoDay(text: string, today: Day): boolean {
  const [, isoYear = '', isoMonth = '', isoDate = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(withoutPaste(text)) ?? [];
  const parts = partsOf(text, today) ?? [isoYear, isoMonth, isoDate];
  const [y = 0, m = 0, d = 0] = parts.map(Number);
  return parts[0] !== '' && (d < 1 || d > lengthOfMonth(y, m));
}
