import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { type Coached, dueAfter, duesBetween, phaseOn, type RhythmRule } from './rhythm.ts';

const from = (text: string, to?: string) => range(day(text), to ? day(to) : null);
const days = (...texts: string[]): Day[] => texts.map(day);

const pori: RhythmRule[] = [
  { phase: 'starting', phaseDays: 45, everyDays: 7, visitAtRenewal: false, during: from('2010-01-01') },
  { phase: 'steady', phaseDays: null, everyDays: null, visitAtRenewal: true, during: from('2010-01-01') },
];
const rauma: RhythmRule[] = [
  { phase: 'steady', phaseDays: null, everyDays: 14, visitAtRenewal: false, during: from('2010-01-01') },
];
const coached = (begun: string, contacts: Day[], more: Partial<Coached> = {}): Coached => ({
  during: from(begun),
  contacts,
  visits: [],
  wishes: [],
  pauses: [],
  agreements: [],
  ...more,
});
const kept = (one: Coached, rules: RhythmRule[], first: string, last: string) =>
  duesBetween(one, rules, day(first), day(last)).map((due) => `${due.on} ${due.kept ? 'kept' : 'missed'}`);

describe('contacts due', () => {
  it('every week follow the last contact, and a missed one is followed by the next', () => {
    const one = coached('2021-03-01', days('2021-03-08', '2021-03-12', '2021-03-25'));
    expect(kept(one, pori, '2021-03-01', '2021-03-29')).toEqual([
      '2021-03-08 kept',
      '2021-03-15 kept',
      '2021-03-19 missed',
      '2021-03-26 kept',
    ]);
  });

  it('follow the client’s wish instead of the rule', () => {
    const one = coached('2021-03-01', [], { wishes: [{ everyDays: 15, during: from('2021-03-01') }] });
    expect(dueAfter(day('2021-03-01'), one, pori)).toBe('2021-03-16');
  });

  it('are none in a steady phase without a rhythm, but for a visit by the end of the agreement', () => {
    const agreements = [from('2020-07-01', '2021-07-01')];
    const one = coached('2019-01-01', days('2021-01-10'), { agreements });
    expect(phaseOn(day('2021-01-10'), one.during.from, pori)).toBe('steady');
    expect(kept(one, pori, '2021-01-01', '2021-12-31')).toEqual(['2021-07-01 missed']);
    const visited = { ...one, visits: days('2021-06-20') };
    expect(kept(visited, pori, '2021-01-01', '2021-12-31')).toEqual(['2021-07-01 kept']);
  });

  it('wait for the end of an agreed break', () => {
    const one = coached('2021-01-01', days('2021-05-28'), { pauses: [from('2021-06-01', '2021-08-01')] });
    expect(dueAfter(day('2021-05-28'), one, rauma)).toBe('2021-08-15');
  });

  it('from before the period are not counted again in it', () => {
    const one = coached('2020-01-01', days('2020-06-01', '2021-01-20'));
    expect(kept(one, rauma, '2021-01-01', '2021-02-01')[0]).toBe('2021-01-11 missed');
    expect(kept(one, rauma, '2021-01-01', '2021-02-01')).toHaveLength(2);
  });

  it('end with the client relationship', () => {
    const one = { ...coached('2021-01-01', []), during: from('2021-01-01', '2021-01-20') };
    expect(kept(one, rauma, '2021-01-01', '2021-06-01')).toEqual(['2021-01-15 missed']);
  });
});
