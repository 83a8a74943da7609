import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import {
  addDays,
  addMonths,
  addWeekdays,
  addYears,
  ageOn,
  type Day,
  day,
  dayOfInstant,
  daysBetween,
  isDay,
  isEve,
  isNoDay,
  isWorkingDay,
  mondayOf,
  monthOf,
  nextMonth,
  nextWorkingDay,
  publicHolidays,
  readDay,
  readMonth,
  startInstantOf,
  startOfMonth,
  startOfYear,
  weekdayOf,
  zDay,
} from './day.ts';

const anyDay = fc.integer({ min: 0, max: 91_000 }).map((n) => addDays(day('1930-01-01'), n));

describe('A day', () => {
  it('is a real calendar day between 1900 and 2200', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const wrong of ['2021-02-29', '2021-2-3', '1899-12-31', '2201-01-01', '2021-13-01', '17.6.2021', '', null]) {
      expect(isDay(wrong)).toBe(false);
    }
    expect(() => day('2021-06-31')).toThrow(RangeError);
  });

  it('is checked and described at the edge', () => {
    expect(zDay.safeParse('2021-06-17').success).toBe(true);
    expect(zDay.safeParse('2021-06-31').success).toBe(false);
    expect(zDay.safeParse('1850-01-01').success).toBe(false);
    expect(z.toJSONSchema(zDay)).toMatchObject({ type: 'string', format: 'date' });
  });

  it('moves by calendar months and stops at the end of a shorter one', () => {
    expect(addMonths(day('2021-01-31'), 1)).toBe('2021-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2021-03-15'), 3)).toBe('2021-06-15');
    expect(addMonths(day('2021-01-15'), -2)).toBe('2020-11-15');
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
  });

  it('knows its week, month and year', () => {
    expect(weekdayOf(day('2021-06-17'))).toBe(4);
    expect(mondayOf(day('2021-06-20'))).toBe('2021-06-14');
    expect(startOfMonth(day('2021-06-17'))).toBe('2021-06-01');
    expect(startOfYear(day('2021-06-17'))).toBe('2021-01-01');
    expect(nextMonth(day('2021-12-17'))).toBe('2022-01-01');
    expect(monthOf(day('2021-06-17'))).toBe('2021-06');
  });

  it('tells the age, which grows on the birthday', () => {
    expect(ageOn(day('1987-06-17'), day('2021-06-16'))).toBe(33);
    expect(ageOn(day('1987-06-17'), day('2021-06-17'))).toBe(34);
    expect(ageOn(day('2000-02-29'), day('2021-02-28'))).toBe(20);
    expect(ageOn(day('2000-02-29'), day('2021-03-01'))).toBe(21);
  });
});

describe('Holidays', () => {
  it('move with Easter and with Saturdays', () => {
    const named = Object.fromEntries([...publicHolidays(2021)].map(([d, name]) => [name, d]));
    expect(named).toMatchObject({
      'good-friday': '2021-04-02',
      'easter-sunday': '2021-04-04',
      'ascension-day': '2021-05-13',
      'midsummer-eve': '2021-06-25',
      'midsummer-day': '2021-06-26',
      'all-saints-day': '2021-11-06',
    });
    expect(publicHolidays(2024).get(day('2024-03-31'))).toBe('easter-sunday');
    expect(publicHolidays(2025).get(day('2025-11-01'))).toBe('all-saints-day');
    expect(publicHolidays(2038).get(day('2038-04-25'))).toBe('easter-sunday');
  });

  it('tell the two eves from the rest', () => {
    expect([...publicHolidays(2021).values()].filter(isEve)).toEqual(['midsummer-eve', 'christmas-eve']);
  });

  it('are no working days, and neither are weekends', () => {
    expect(isWorkingDay(day('2021-06-17'))).toBe(true);
    expect(isWorkingDay(day('2021-06-25'))).toBe(false);
    expect(isWorkingDay(day('2021-06-19'))).toBe(false);
    expect(nextWorkingDay(day('2021-12-24'))).toBe('2021-12-27');
    expect(nextWorkingDay(day('2021-06-17'))).toBe('2021-06-17');
  });

  it('are counted with Saturdays where a time is so many weekdays long', () => {
    expect(addWeekdays(day('2025-01-03'), 7)).toBe('2025-01-13');
    expect(addWeekdays(day('2021-06-17'), 7)).toBe('2021-06-28');
    expect(addWeekdays(day('2024-02-28'), 3)).toBe('2024-03-02');
  });
});

describe('A day as people write it', () => {
  const today = day('2021-06-17');
  it('is read with its year or without, with spaces, and as machines write it', () => {
    for (const text of ['22.6.2021', '22.6.', ' 22. 6. 2021 ', '22.06.2021', '2021-06-22'])
      expect([text, readDay(text, today)]).toEqual([text, '2021-06-22']);
    for (const text of [
      '17. 6. 1990',
      '17 6 1990',
      ' 17  6\u00a01990 ',
      '17-6-1990',
      '17,6,1990',
      '17/6/1990',
      '17.6.1990.',
    ])
      expect([text, readDay(text, today)]).toEqual([text, '1990-06-17']);
    for (const text of ['17.6-1990', '1761990', '17.6..', '17 6', '6/1990'])
      expect([text, readDay(text, today)]).toEqual([text, null]);
    expect(readDay('29.2.2024', today)).toBe('2024-02-29');
  });

  it('is read as it is pasted', () => {
    for (const text of [
      '2021–06–22',
      '2021‑06‑22',
      '\u200b22.6.2021\ufeff',
      '22.\u00a06.\u202f2021',
      '２２．６．２０２１',
      '22.6.\n',
    ])
      expect([text, readDay(text, today)]).toEqual([text, '2021-06-22']);
    for (const text of ['\u200b31.6.', '31.\u00a06.2021', '2021–02–30'])
      expect([text, readDay(text, today), isNoDay(text, today)]).toEqual([text, null, true]);
  });

  it('has a month that is read as people write it and as it is pasted', () => {
    for (const text of ['2021-06', '6/2021', ' 06.2021', '2021–06', '\u200b6/2021'])
      expect([text, readMonth(text)]).toEqual([text, '2021-06']);
    for (const text of ['2021-13', '0/2021', 'kesäkuu', '', '2021'])
      expect([text, readMonth(text)]).toEqual([text, null]);
  });

  it('is none where the calendar has no such day', () => {
    for (const text of ['31.6.', '31.6.2021', '29.2.2021', '0.1.2021', 'huomenna', ''])
      expect([text, readDay(text, today)]).toEqual([text, null]);
  });

  it('is told to be none only where it is written as a day is', () => {
    for (const text of [
      '31.6.',
      ' 31. 6. 2021',
      '29.2.2021',
      '0.1.2021',
      '1.13.2021',
      '31-6-2021',
      '31 6 2021',
      '2021-02-30',
    ])
      expect([text, isNoDay(text, today)]).toEqual([text, true]);
    for (const text of ['30.6.', '29.2.2024', '1.1.1850', '2021-06-22', 'huomenna', '31.6', ''])
      expect([text, isNoDay(text, today)]).toEqual([text, false]);
  });
});

describe('An instant', () => {
  it('falls on the day that it is in Helsinki', () => {
    expect(dayOfInstant('2021-06-16T20:59:59Z')).toBe('2021-06-16');
    expect(dayOfInstant('2021-06-16T21:00:00Z')).toBe('2021-06-17');
    expect(dayOfInstant('2021-01-16T21:59:59Z')).toBe('2021-01-16');
    expect(dayOfInstant('2021-01-16T22:00:00Z')).toBe('2021-01-17');
    expect(() => dayOfInstant('yesterday')).toThrow(RangeError);
  });

  it('begins the day at midnight in Helsinki, summer and winter', () => {
    expect(startInstantOf(day('2021-06-17'))).toBe('2021-06-16T21:00:00.000Z');
    expect(startInstantOf(day('2021-03-29'))).toBe('2021-03-28T21:00:00.000Z');
    expect(startInstantOf(day('2021-03-28'))).toBe('2021-03-27T22:00:00.000Z');
    expect(startInstantOf(day('2021-11-01'))).toBe('2021-10-31T22:00:00.000Z');
  });
});

test('Day arithmetic agrees with Temporal on any day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (d, n) => {
      const plain = Temporal.PlainDate.from(d);
      expect(addMonths(d, (n / 10) | 0)).toBe(plain.add({ months: (n / 10) | 0 }).toString());
      expect(addDays(d, n)).toBe(plain.add({ days: n }).toString());
      expect(weekdayOf(d)).toBe(plain.dayOfWeek);
      expect(daysBetween(d, addDays(d, n))).toBe(n);
    }),
  );
});

test('A day starts on itself, and the instant before belongs to the day before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1985-01-01'), n)),
      (d: Day) => {
        const start = startInstantOf(d);
        expect(dayOfInstant(start)).toBe(d);
        expect(dayOfInstant(new Date(Date.parse(start) - 1).toISOString())).toBe(addDays(d, -1));
        expect(Temporal.Instant.from(start).epochMilliseconds).toBe(
          Temporal.PlainDate.from(d).toZonedDateTime('Europe/Helsinki').epochMilliseconds,
        );
      },
    ),
  );
});

test('A month on is never more than 31 days away, and a month back never passes the day where one began', () => {
  fc.assert(
    fc.property(anyDay, (d) => {
      const later = addMonths(d, 1);
      expect(daysBetween(d, later)).toBeGreaterThanOrEqual(28);
      expect(daysBetween(d, later)).toBeLessThanOrEqual(31);
      expect(addMonths(later, -1) <= d).toBe(true);
    }),
  );
});
