import { useMemo } from 'react';
import { type Day, weekdayOf } from '../../kernel/day.ts';
import {
  formatDay,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRange,
  formatTimeOf,
  weekdayName,
  weekdayShort,
} from '../../kernel/language.ts';
import { type Cents, formatEuro } from '../../kernel/money.ts';
import type { Range } from '../../kernel/range.ts';
import { useLanguage } from './language.tsx';

/** Days, amounts and numbers as the reader's language writes them. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      day: (d: Day) => formatDay(d, language),
      dayShort: (d: Day) => formatDayShort(d, language),
      /** 17.6., and 17.6.2020 of another year than today's. */
      dayBy: (d: Day, today: Day) =>
        d.slice(0, 4) === today.slice(0, 4) ? formatDayShort(d, language) : formatDay(d, language),
      /** torstai 17.6.2021 */
      dayLong: (d: Day) => `${weekdayName(weekdayOf(d), language)} ${formatDay(d, language)}`,
      /** to 17.6. */
      dayOfWeek: (d: Day) => `${weekdayShort(weekdayOf(d), language)} ${formatDayShort(d, language)}`,
      month: (month: string) => formatMonth(month, language),
      range: (r: Range) => formatRange(r, language),
      instant: (instant: string) => formatInstant(instant, language),
      timeOf: (instant: string) => formatTimeOf(instant, language),
      /** 13:00 is said 13.00 in Finnish and Swedish. */
      time: (time: string) => time.replace(/^0/, '').replace(':', language === 'en' ? ':' : '.'),
      euro: (amount: Cents) => formatEuro(amount, language),
      number: (n: number, decimals?: number) => formatNumber(n, language, decimals),
      percent: (share: number, decimals?: number) => formatPercent(share, language, decimals),
    }),
    [language],
  );
}
