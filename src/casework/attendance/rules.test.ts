import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, weekdayOf } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { cellState, markObstacle, notMarked, participationObstacle, weekObstacle, whole } from './rules.ts';
import { absenceReasons, markKinds, noMark } from './words.ts';

const placement = {
  during: range(day('2021-05-18'), day('2022-05-18')),
  weekdays: [1, 3, 5] as const,
  pauses: [range(day('2021-07-05'), day('2021-08-02'))],
  undecided: [],
};

describe('what a placement says of a day', () => {
  test('Monday, Wednesday and Friday are agreed, Tuesday is not', () => {
    expect(cellState(placement, day('2021-06-14'))).toBe('agreed');
    expect(cellState(placement, day('2021-06-15'))).toBe('none');
  });

  test('nothing is agreed before the first day nor on the day after the last', () => {
    expect(cellState(placement, day('2021-05-17'))).toBe('none');
    expect(cellState(placement, day('2022-05-18'))).toBe('none');
  });

  test('a public holiday is closed, an agreed break is paused', () => {
    expect(cellState({ ...placement, weekdays: [1] }, day('2022-04-18'))).toBe('closed');
    expect(cellState(placement, day('2021-07-05'))).toBe('paused');
  });

  test('a day on which no decision is in force is undecided, and nobody marks it', () => {
    const ended = { ...placement, undecided: [range(day('2021-09-01'), day('2021-09-13'))] };
    expect(cellState(ended, day('2021-08-30'))).toBe('agreed');
    expect(cellState(ended, day('2021-09-01'))).toBe('undecided');
    expect(cellState(ended, day('2021-09-13'))).toBe('agreed');
    for (const kind of markKinds)
      expect(markObstacle({ kind }, 'undecided', day('2021-09-01'), day('2021-09-20'))).toBe('no-decision');
  });

  test('only days of the agreed weekdays are ever agreed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (n) => {
        const on = addDays(day('2021-06-14'), n);
        if (cellState(placement, on) === 'agreed') expect([1, 3, 5]).toContain(weekdayOf(on));
      }),
    );
  });
});

test('a day of rehabilitative work that is one too many for twelve months is told, also when it is recorded late', () => {
  const days = Array.from({ length: 178 }, (_, n) => addDays(day('2021-02-01'), n));
  expect(participationObstacle(days.slice(1), [day('2021-02-01')])).toBeNull();
  expect(participationObstacle(days, [day('2021-08-02')])).toEqual({
    on: '2021-08-02',
    most: 178,
    provision: '189/2001:14',
  });
  expect(participationObstacle(days, [day('2021-01-04')])?.on).toBe(days.at(-1));
  expect(participationObstacle(days, [day('2022-08-01')])).toBeNull();
});

test('a day that was too many years ago hides none that is too many now', () => {
  const long = Array.from({ length: 200 }, (_, n) => addDays(day('2015-02-01'), n + 100));
  const old = Array.from({ length: 235 }, (_, n) => addDays(day('2015-02-01'), n));
  const days = Array.from({ length: 178 }, (_, n) => addDays(day('2021-02-01'), n));
  expect(participationObstacle([...old, ...long, ...days], [day('2021-08-02')])?.on).toBe('2021-08-02');
  expect(participationObstacle([...old, ...long], [day('2021-08-02')])).toBeNull();
});

describe('which marks can stand', () => {
  const today = day('2021-06-17');

  test('nobody is present tomorrow, but a holiday can be told ahead', () => {
    expect(markObstacle({ kind: 'present' }, 'agreed', day('2021-06-18'), today)).toBe('not-yet');
    expect(markObstacle({ kind: 'holiday' }, 'agreed', day('2021-06-18'), today)).toBeNull();
  });

  test('nobody uses a day of holiday when the service is closed anyway', () => {
    expect(markObstacle({ kind: 'holiday' }, 'closed', day('2021-06-25'), today)).toBe('closed-day');
    expect(markObstacle({ kind: 'present' }, 'closed', day('2021-05-13'), today)).toBeNull();
  });

  test('a day of rehabilitative work that is one too many for its week is told, with what the law allows', () => {
    const week = ['2021-06-07', '2021-06-08', '2021-06-09', '2021-06-10'].map(day);
    const obstacle = (before: readonly Day[], added: readonly Day[]) => weekObstacle(before, added, day('2021-06-01'));
    expect(obstacle(week, [day('2021-06-11')])).toEqual({
      on: '2021-06-11',
      most: 4,
      provision: expect.stringMatching(/^189\/2001/),
    });
    expect(obstacle(week.slice(1), [day('2021-06-11')])).toBeNull();
    expect(obstacle(week, [day('2021-06-14')])).toBeNull();
  });

  test('a day that is not agreed has no mark', () => {
    expect(markObstacle({ kind: 'present' }, 'none', day('2021-06-16'), today)).toBe('not-agreed');
  });

  test('a mark is made whole: a reason only where absent, a meal only where present', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...markKinds),
          reason: fc.option(fc.constantFrom(...absenceReasons)),
          meal: fc.boolean(),
        }),
        (mark) => {
          const made = whole(mark);
          expect(made.reason !== null).toBe(made.kind === 'absent');
          if (made.kind !== 'present') expect(made.meal).toBe(false);
        },
      ),
    );
  });

  test('what is not marked is counted of agreed days that have come', () => {
    const cell = (on: string, state: 'agreed' | 'none', marked: boolean) => ({
      on: day(on),
      state,
      mark: marked ? { kind: 'present' as const, reason: null, meal: false } : null,
      version: marked ? 'present::' : noMark,
    });
    expect(
      notMarked(
        [
          cell('2021-06-14', 'agreed', true),
          cell('2021-06-15', 'none', false),
          cell('2021-06-16', 'agreed', false),
          cell('2021-06-18', 'agreed', false),
        ],
        today,
      ),
    ).toBe(1);
  });
});
