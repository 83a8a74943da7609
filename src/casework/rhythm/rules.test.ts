import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { everyWords, phaseOn, rhythmFault, steadyFrom } from './rules.ts';
import { intervalWords, type Rhythm, type RhythmOfService } from './words.ts';

const rhythm = (input: Partial<Rhythm>): Rhythm => ({
  phase: 'steady',
  phaseDays: null,
  everyDays: null,
  everyDaysAtMost: null,
  visitAtRenewal: false,
  during: range(day('2010-01-01')),
  ...input,
});
const starting = rhythm({ phase: 'starting', phaseDays: 45, everyDays: 7 });
const pori = [starting, rhythm({ visitAtRenewal: true })];

describe('the starting phase', () => {
  test('ends after the days agreed, not after a fixed two months', () => {
    const relationship = range(day('2021-05-18'));
    expect(steadyFrom(relationship, pori)).toBe('2021-07-02');
    expect(phaseOn(relationship, pori, day('2021-07-01'))).toBe('starting');
    expect(phaseOn(relationship, pori, day('2021-07-02'))).toBe('steady');
    const month = [rhythm({ phase: 'starting', phaseDays: 30, everyDays: 7 })];
    expect(phaseOn(relationship, month, day('2021-06-17'))).toBe('steady');
  });

  test('lasts as was agreed when the relationship began, whatever is agreed later', () => {
    const before = rhythm({ ...starting, phaseDays: 60, during: range(day('2010-01-01'), day('2021-06-01')) });
    const after = rhythm({ ...starting, phaseDays: 30, during: range(day('2021-06-01')) });
    expect(steadyFrom(range(day('2021-05-18')), [before, after])).toBe('2021-07-17');
  });

  test('counts the leap day, and ends over the turn of a year', () => {
    expect(steadyFrom(range(day('2020-01-15')), pori)).toBe('2020-02-29');
    expect(steadyFrom(range(day('2021-01-15')), pori)).toBe('2021-03-01');
    expect(steadyFrom(range(day('2020-12-01')), pori)).toBe('2021-01-15');
  });
});

describe('a rhythm as it is set', () => {
  const steady = { everyDays: 14, everyDaysAtMost: 21, visitAtRenewal: false, groupMeetingsAYear: null };
  const fault = (more: Partial<RhythmOfService['steady']>, first: RhythmOfService['starting'] = null) =>
    rhythmFault({ starting: first, steady: { ...steady, ...more } });

  test('makes a contact due, by days or by the renewal', () => {
    expect(fault({})).toBeNull();
    expect(fault({ everyDays: null, everyDaysAtMost: null, visitAtRenewal: true })).toBeNull();
    expect(fault({ everyDays: null, everyDaysAtMost: null })).toEqual({
      code: 'nothing-due',
      field: 'steady.everyDays',
    });
  });

  test('runs forwards in both phases', () => {
    const steadyField = { code: 'interval-backwards', field: 'steady.everyDaysAtMost' };
    expect(fault({ everyDaysAtMost: 13 })).toEqual(steadyField);
    expect(fault({ everyDaysAtMost: null })).toEqual(steadyField);
    expect(fault({ everyDays: null })).toEqual(steadyField);
    expect(fault({}, { phaseDays: 45, everyDays: 7, everyDaysAtMost: 6 })).toEqual({
      code: 'interval-backwards',
      field: 'starting.everyDaysAtMost',
    });
  });

  test('is said by the week, by the half month, or by its days', () => {
    const text = (from: number, to: number) => everyWords(intervalWords.en, from, to);
    expect([text(7, 7), text(15, 15), text(14, 21), text(10, 12)]).toEqual([
      'once a week',
      'twice a month',
      'every 2–3 weeks',
      'every 10–12 days',
    ]);
  });
});
