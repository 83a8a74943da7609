import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { heardOn } from './rules.ts';

const on = day('2021-06-17');
const until = (respondByOn: string, answeredOn: string | null = null) => ({
  respondByOn: day(respondByOn),
  answeredOn: answeredOn === null ? null : day(answeredOn),
});

test.each([
  ['nobody asked', [], 'not-heard'],
  ['the time runs, its last day included', [until('2021-06-17')], 'open'],
  ['the time has passed without an answer', [until('2021-06-16')], 'heard'],
  ['it was answered before its last day', [until('2021-06-30', '2021-06-15')], 'heard'],
  ['it was answered only later', [until('2021-06-30', '2021-06-18')], 'open'],
  ['an answer came after its time', [until('2021-06-10', '2021-06-18')], 'heard'],
  ['another question is open', [until('2021-05-01', '2021-04-20'), until('2021-07-01')], 'open'],
] as const)('a party is heard or not where %s', (_, hearings, state) => {
  expect(heardOn(hearings, on)).toBe(state);
});
