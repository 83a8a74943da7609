import { formatNumber, formatPercent, type Language } from '../kernel/language.ts';
import type { Unit } from './figure.ts';

const endings: Readonly<Record<Language, Partial<Record<Unit, string>>>> = {
  fi: { euro: '€', days: 'pv', months: 'kk', hours: 't', 'per-year': 'vuodessa' },
  sv: { euro: '€', days: 'dagar', months: 'mån.', hours: 'h', 'per-year': 'per år' },
  en: { euro: '€', days: 'days', months: 'months', hours: 'h', 'per-year': 'a year' },
};
const over: Readonly<Record<Language, string>> = { fi: 'yli', sv: 'över', en: 'over' };

/** A value with its unit as the language writes it: 51.5 %, 12,00 €, over 38 months. */
export function spoken(
  {
    value,
    unit,
    longerThan,
  }: { readonly value: number | null; readonly unit: Unit; readonly longerThan?: number | undefined },
  language: Language,
): string {
  if (value === null)
    return longerThan === undefined ? '' : `${over[language]} ${spoken({ value: longerThan, unit }, language)}`;
  if (unit === 'share') return formatPercent(value, language);
  const ending = endings[language][unit];
  const number = unit === 'euro' ? formatEuros(value, language) : formatNumber(value, language);
  return ending ? `${number}\u00a0${ending}` : number;
}

function formatEuros(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}
