import { type Day, dayOfInstant, type Holiday, type Weekday } from './day.ts';
import { lastDay, type Range } from './range.ts';

/** Languages in which people work. */
export type Language = 'fi' | 'sv' | 'en';

/** Easy Finnish is for reading only, where a client reads. */
export type ReadingLanguage = Language | 'selko';

export const languages: readonly Language[] = ['fi', 'sv', 'en'];

type Value = string | ((...rest: never[]) => string);
interface Tree {
  readonly [key: string]: Value | Tree;
}

/** The same keys, and functions of the same parameters, in any words. */
export type Worded<T> = T extends string
  ? string
  : T extends (...rest: infer Given) => string
    ? (...rest: Given) => string
    : { readonly [K in keyof T]: Worded<T[K]> };

type Some<T> = T extends string
  ? string
  : T extends (...rest: infer Given) => string
    ? (...rest: Given) => string
    : { readonly [K in keyof T]?: Some<T[K]> };

export interface Texts<T> {
  readonly fi: T;
  readonly sv: T;
  readonly en: T;
  readonly selko: T;
}

/**
 * The texts of a place in all languages; Finnish says which keys there are, a key missing elsewhere is a type error.
 * Easy Finnish may leave keys out, and ordinary Finnish stands in for them.
 */
export function texts<T extends Tree>(all: {
  readonly fi: T;
  readonly sv: NoInfer<Worded<T>>;
  readonly en: NoInfer<Worded<T>>;
  readonly selko?: NoInfer<Some<T>>;
}): Texts<Worded<T>> {
  const { fi, sv, en, selko } = all as { fi: Tree; sv: Tree; en: Tree; selko?: Tree };
  return { fi, sv, en, selko: selko ? over(fi, selko) : fi } as Texts<Worded<T>>;
}

function over(full: Tree, some: Tree): Tree {
  const made: Record<string, Value | Tree> = { ...full };
  for (const [key, value] of Object.entries(some)) {
    const whole = full[key];
    made[key] = typeof value === 'object' && typeof whole === 'object' ? over(whole, value) : value;
  }
  return made;
}

export function pick<T>(all: Texts<T>, language: ReadingLanguage): T {
  return all[language];
}

/** The language whose grammar and number forms apply. */
export function plainLanguage(language: ReadingLanguage): Language {
  return language === 'selko' ? 'fi' : language;
}

const weekdays = {
  fi: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const months = {
  fi: 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu'.split(' ').map((name) => `${name}kuu`),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

export function weekdayName(weekday: Weekday, language: ReadingLanguage): string {
  return weekdays[plainLanguage(language)][weekday - 1] as string;
}

/** ma, må, Mon. */
export function weekdayShort(weekday: Weekday, language: ReadingLanguage): string {
  return weekdayName(weekday, language).slice(0, language === 'en' ? 3 : 2);
}

/** The name of month 1 to 12. */
export function monthName(month: number, language: ReadingLanguage): string {
  const name = months[plainLanguage(language)][month - 1];
  if (name === undefined) throw new RangeError(`No month ${month}`);
  return name;
}

/** A month written 2021-06 is kesäkuu 2021, juni 2021, June 2021. */
export function formatMonth(month: string, language: ReadingLanguage): string {
  return `${monthName(Number(month.slice(5, 7)), language)} ${month.slice(0, 4)}`;
}

/** 17.6.2021 in Finnish and Swedish, 17 June 2021 in English. */
export function formatDay(d: Day, language: ReadingLanguage): string {
  const [year, month, dayOfMonth] = d.split('-').map(Number) as [number, number, number];
  return language === 'en' ? `${dayOfMonth} ${monthName(month, 'en')} ${year}` : `${dayOfMonth}.${month}.${year}`;
}

/** What is read as one and must not be parted at the end of a line: each pair with the space in its middle. */
const pairs: readonly RegExp[] = [
  // 27 §, 13 b §, § 34; 5 luku, 6 kap., 2 mom.; section 13.
  /(\d) (?=[a-z]{1,2} §)/g,
  /([\da-z]) (?=§)/g,
  /(§) (?=\d)/g,
  /(\d) (?=(?:luku|luvun|kap\.|mom\.|momentti|momentin|kohta|kohdan|punkten)(?!\p{L}))/gu,
  /((?<!\p{L})(?:section|chapter|subsection|paragraph|kello|klo|kl\.|nro|nr|no)) (?=\d)/giu,
  // 5,60 euroa, 9 €, 4 tuntia, 30 %.
  /(\d) (?=(?:€|%|euroa?|euron|cent|tuntia?|timmar|timme|hours?|päivää?|dagar|dag|days?|kuukautta|månader|months?|vuotta|år|years?)(?![\p{L}\d]))/gu,
  // 17.6. 2021, 17 June 2021.
  /(\d\.) (?=\d{4}(?!\d))/g,
  /((?<!\d)\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L}))/gu,
  /((?:January|February|March|April|May|June|July|August|September|October|November|December)) (?=\d{4}(?!\d))/g,
];

/** A text as it is read, on papers and screens: what belongs together stays on one line. */
export function keptTogether(text: string): string {
  return pairs.reduce((whole, pair) => whole.replace(pair, '$1\u00a0'), text);
}

/** 17.6. in Finnish and Swedish, 17 June in English. */
export function formatDayShort(d: Day, language: ReadingLanguage): string {
  const [, month, dayOfMonth] = d.split('-').map(Number) as [number, number, number];
  return language === 'en' ? `${dayOfMonth} ${monthName(month, 'en')}` : `${dayOfMonth}.${month}.`;
}

/** Speaks of the first and the last day, as people do: 1.1.2021–30.6.2021, or 1.1.2021 alkaen. */
export function formatRange(r: Range, language: ReadingLanguage): string {
  const first = formatDay(r.from, language);
  const last = lastDay(r);
  if (last === r.from) return first;
  if (last !== null)
    return language === 'en' ? `${first} – ${formatDay(last, language)}` : `${first}–${formatDay(last, language)}`;
  return { fi: `${first} alkaen`, sv: `från ${first}`, en: `from ${first}` }[plainLanguage(language)];
}

/** The time of day of an instant, where the work is done: 10.42, in English 10:42. */
export function formatTimeOf(instant: string, language: ReadingLanguage): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(instant));
  return plainLanguage(language) === 'en' ? clock : clock.replace(/^0/, '').replace(':', '.');
}

/** The day and the time of day in Helsinki: 17.6.2021 klo 12.30. */
export function formatInstant(instant: string, language: ReadingLanguage): string {
  const clock = formatTimeOf(instant, language);
  const time = { fi: `klo ${clock}`, sv: `kl. ${clock}`, en: `at ${clock}` }[plainLanguage(language)];
  return `${formatDay(dayOfInstant(instant), language)} ${time}`;
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** 1 234,5 in Finnish and Swedish, 1,234.5 in English; at most so many decimals. */
export function formatNumber(n: number, language: ReadingLanguage, decimals = 1): string {
  return new Intl.NumberFormat(locales[plainLanguage(language)], { maximumFractionDigits: decimals })
    .format(n)
    .replace('\u202f', '\u00a0');
}

/** A share between 0 and 1: 0.125 is 12,5 % in Finnish and Swedish, 12.5% in English; what would round to nothing is less than the least. */
export function formatPercent(share: number, language: ReadingLanguage, decimals = 1): string {
  const least = 10 ** -decimals;
  const few = share > 0 && share * 100 < least / 2;
  const number = few
    ? `<\u00a0${formatNumber(least, language, decimals)}`
    : formatNumber(share * 100, language, decimals);
  return language === 'en' ? `${number}%` : `${number}\u00a0%`;
}

const holidayNames: Readonly<Record<Holiday, Readonly<Record<Language, string>>>> = {
  'new-years-day': { fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: "New Year's Day" },
  epiphany: { fi: 'loppiainen', sv: 'trettondagen', en: 'Epiphany' },
  'good-friday': { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' },
  'easter-sunday': { fi: 'pääsiäispäivä', sv: 'påskdagen', en: 'Easter Sunday' },
  'easter-monday': { fi: '2. pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' },
  'may-day': { fi: 'vappu', sv: 'första maj', en: 'May Day' },
  'ascension-day': { fi: 'helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
  pentecost: { fi: 'helluntaipäivä', sv: 'pingstdagen', en: 'Pentecost' },
  'midsummer-eve': { fi: 'juhannusaatto', sv: 'midsommarafton', en: 'Midsummer Eve' },
  'midsummer-day': { fi: 'juhannuspäivä', sv: 'midsommardagen', en: 'Midsummer Day' },
  'all-saints-day': { fi: 'pyhäinpäivä', sv: 'alla helgons dag', en: "All Saints' Day" },
  'independence-day': { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' },
  'christmas-eve': { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' },
  'christmas-day': { fi: 'joulupäivä', sv: 'juldagen', en: 'Christmas Day' },
  'boxing-day': { fi: 'tapaninpäivä', sv: 'annandag jul', en: 'Boxing Day' },
};

export function holidayName(holiday: Holiday, language: ReadingLanguage): string {
  return holidayNames[holiday][plainLanguage(language)];
}

const collators = new Map<string, Intl.Collator>();

/**
 * Puts names in order: å ä ö come last, V and W are two letters as in the Unicode order for Finnish.
 * The order of a Finnish register does not change with an English screen, so English sorts as Finnish does.
 */
export function compareNames(language: ReadingLanguage): (a: string, b: string) => number {
  const locale = language === 'sv' ? 'sv' : 'fi';
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true });
    collators.set(locale, collator);
  }
  return collator.compare;
}

/** Things named one after another: työtoiminta, avotyö ja tuettu työ. */
export function listOf(all: readonly string[], language: ReadingLanguage): string {
  return new Intl.ListFormat(plainLanguage(language) === 'en' ? 'en-GB' : plainLanguage(language)).format(all);
}

/** The Finnish alphabet in its order. */
export const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ'] as readonly string[];

const particles = new Set(
  'af av von van vom zu zum zur der den de del della di da do dos du la le el al bin ter'.split(' '),
);

/** Letters that the Finnish order files under another than what is left without the mark. */
const filedUnder: Readonly<Record<string, string>> = {
  Ü: 'Y',
  Ű: 'Y',
  Æ: 'Ä',
  Ø: 'Ö',
  Ő: 'Ö',
  Õ: 'Ö',
  Œ: 'Ö',
  Ð: 'D',
  Đ: 'D',
  Þ: 'T',
  Ł: 'L',
  ẞ: 'S',
  Ŋ: 'N',
  Ŧ: 'T',
  Ħ: 'H',
  ı: 'I',
  Ə: 'E',
};

/**
 * The letter of the Finnish alphabet under which a surname falls when work is shared by letter.
 * Particles (von, af, de) are passed over when a name follows; of a double name the first part counts.
 * Foreign letters go where the Finnish order files them (Ü under Y, Ø under Ö, É under E).
 * Whoever has one name only is filed by it: give that name. A name without any such letter falls under Ö, the last.
 */
export function firstLetter(familyName: string): string {
  const words = familyName
    .normalize('NFC')
    .trim()
    .split(/[\s'’]+/u)
    .filter((word) => word !== '');
  const start = words.findIndex((word, i) => i === words.length - 1 || !particles.has(word.toLowerCase()));
  for (const letter of words.slice(Math.max(0, start)).join('').toLocaleUpperCase('fi')) {
    const filed = filedUnder[letter] ?? (alphabet.includes(letter) ? letter : (letter.normalize('NFD')[0] as string));
    if (alphabet.includes(filed)) return filed;
  }
  return 'Ö';
}

/** The place of a letter in the alphabet, 0 to 28; -1 when it is not in it. */
export function letterOrder(letter: string): number {
  return alphabet.indexOf(letter);
}
