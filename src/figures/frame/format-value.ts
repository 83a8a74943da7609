import { formatNumber, formatPercent, type Language } from '../../kernel/language.ts';
import type { FigureUnit } from './figure.ts';

const endings: Readonly<Record<Language, Partial<Record<FigureUnit, string>>>> = {
  fi: { euro: '€', days: 'pv', months: 'kk', hours: 't', 'per-year': 'vuodessa' },
  sv: { euro: '€', days: 'dagar', months: 'mån.', hours: 'h', 'per-year': 'per år' },
  en: { euro: '€', days: 'days', months: 'months', hours: 'h', 'per-year': 'a year' },
};
/** Values that are a length of time. Days counted over many persons stay days, however many. */
const lengths = new Set([
  'period-length',
  'stay-length',
  'waiting-days',
  'median',
  'nine-of-ten',
  'longest-waiting',
  'median-low',
  'median-high',
  'shortest',
  'days-in-service',
  'longest-days',
]);
/** Nobody reads thousands of days: a length of two years or more is said in years. */
const fromYears = 730;
const daysInYear = 365.25;
const yearWords: Readonly<Record<Language, string>> = { fi: 'vuotta', sv: 'år', en: 'years' };
const over: Readonly<Record<Language, string>> = { fi: 'yli', sv: 'över', en: 'over' };

interface Said {
  readonly value: number | null;
  readonly unit: FigureUnit;
  readonly longerThan?: number | undefined;
  /** Of which figure, or of which class of it. */
  readonly id?: string | undefined;
  readonly key?: string | undefined;
}

/** A value with its unit as the language writes it: 51.5 %, 12,00 €, over 38 months, 9.4 years. */
export function spoken(text: Said, language: Language): string {
  const { value, unit, longerThan, key = text.id ?? '' } = text;
  if (value === null)
    return longerThan === undefined ? '' : `${over[language]} ${spoken({ value: longerThan, unit, key }, language)}`;
  if (unit === 'share') return formatPercent(value, language);
  if (unit === 'days' && value >= fromYears && lengths.has(key)) {
    return `${formatNumber(value / daysInYear, language)}\u00a0${yearWords[language]}`;
  }
  const ending = endings[language][unit];
  // A small rate would be rounded to zero, which it is not.
  const decimals = unit === 'per-year' && Math.abs(value) < 0.1 ? 3 : 1;
  const number = unit === 'euro' ? formatEuros(value, language) : formatNumber(value, language, decimals);
  return ending ? `${number}\u00a0${ending}` : number;
}

function formatEuros(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}
