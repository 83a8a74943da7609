import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../kernel/day.ts';
import { cents } from '../../kernel/money.ts';
import { range } from '../../kernel/range.ts';
import type { Rate } from '../rate/words.ts';
import { balanceOf, closingObstacle, dayOf, linesFor, linesForAll, provisionsOfLines, settlementOf } from './rules.ts';
import type { CompensatedDay, LedgerLine, NewLine } from './words.ts';

const since2010 = range(day('2010-01-01'));
const rate = (kind: Rate['kind'], amount: number, more: Partial<Rate> = {}): Rate => ({
  id: `${kind} ${amount}`,
  kind,
  employerId: null,
  amount: cents(amount),
  paidHolidayDays: 0,
  rule: 'decision of the board',
  during: since2010,
  ...more,
});
const pori = [
  rate('open-work-allowance', 1200, { paidHolidayDays: 20 }),
  rate('work-share', 537),
  rate('meal-charge', 537),
  rate('employer-share', 1200, { employerId: 'paying employer' }),
];
const worked = (more: Partial<CompensatedDay>): CompensatedDay => ({
  markId: 'mark',
  clientId: 'client',
  placementId: 'placement',
  service: 'work-activity',
  on: day('2021-06-16'),
  kind: 'present',
  meal: false,
  mealFree: false,
  hoursADay: null,
  employerId: null,
  payer: 'organiser',
  wayCosts: null,
  holidayOfYear: 0,
  ...more,
});
const amounts = (lines: readonly NewLine[]) => lines.map(({ kind, amount }) => [kind, amount]);

describe('what a day is worth', () => {
  test('open work in Pori: 12.00 euro when present', () => {
    expect(amounts(linesFor(worked({ service: 'open-work', employerId: 'other' }), pori))).toEqual([
      ['open-work-allowance', 1200],
    ]);
  });

  test('an employer that pays a share is charged it, as a line of its own', () => {
    const lines = linesFor(worked({ service: 'open-work', employerId: 'paying employer' }), pori);
    expect(amounts(lines)).toEqual([
      ['open-work-allowance', 1200],
      ['employer-share', -1200],
    ]);
    expect(lines[1]).toMatchObject({ party: 'employer', employerId: 'paying employer' });
  });

  test('open work in Pori is paid over four weeks of holiday, and not on the 21st day', () => {
    const holiday = (n: number) => linesFor(worked({ service: 'open-work', kind: 'holiday', holidayOfYear: n }), pori);
    expect(amounts(holiday(20))).toEqual([['open-work-allowance', 1200]]);
    expect(holiday(21)).toEqual([]);
  });

  test('at a centre 5.37 is paid and 5.37 charged for the meal: two lines, not none', () => {
    expect(amounts(linesFor(worked({ meal: true }), pori))).toEqual([
      ['work-share', 537],
      ['meal-charge', -537],
    ]);
    expect(amounts(linesFor(worked({ meal: false }), pori))).toEqual([['work-share', 537]]);
    // Nothing is charged for a meal that has no ground.
    expect(amounts(linesFor(worked({ meal: true, mealFree: true }), pori))).toEqual([['work-share', 537]]);
  });

  test('an absent day is worth nothing', () => {
    expect(linesFor(worked({ kind: 'absent', service: 'open-work' }), pori)).toEqual([]);
  });

  test('rehabilitative work: activity allowance for a day of four hours to whom the organiser pays, nothing for less', () => {
    const rates = [rate('activity-allowance', 900)];
    const taken = (more: Partial<CompensatedDay>) =>
      linesFor(worked({ service: 'rehabilitative-work', ...more }), rates);
    expect(amounts(taken({ hoursADay: 4 }))).toEqual([['activity-allowance', 900]]);
    expect(taken({ hoursADay: 3.5 })).toEqual([]);
  });

  test.each(['kela', 'fund', 'nobody', 'unknown'] as const)(
    'a day of rehabilitative work that %s answers for is no payment of the organiser',
    (payer) => {
      const rates = [rate('activity-allowance', 900)];
      expect(linesFor(worked({ service: 'rehabilitative-work', hoursADay: 4, payer }), rates)).toEqual([]);
    },
  );

  test('the way to rehabilitative work is paid beside the allowance, by no rate, where it costs something and the organiser pays', () => {
    const rates = [rate('activity-allowance', 900)];
    const taken = { service: 'rehabilitative-work', on: day('2023-01-02'), hoursADay: 4 };
    const lines = (more: Partial<CompensatedDay>) => linesFor(worked({ ...taken, ...more }), rates);
    // A bus ticket of 3.20 there and 3.20 back.
    expect(amounts(lines({ wayCosts: cents(640) }))).toEqual([
      ['activity-allowance', 900],
      ['travel', 640],
    ]);
    expect(lines({ wayCosts: cents(640) })[1]).toMatchObject({
      ...{ party: 'client', rateId: null, rule: '189/2001:18' },
    });
    for (const wayCosts of [cents(0), null])
      expect(amounts(lines({ wayCosts }))).toEqual([['activity-allowance', 900]]);
    for (const none of [
      { payer: 'kela' },
      { payer: 'nobody' },
      { payer: 'unknown' },
      { hoursADay: 3 },
      { kind: 'absent' },
      { service: 'work-activity' },
    ] as const)
      expect(amounts(lines({ wayCosts: cents(640), ...none }))).not.toContainEqual(['travel', 640]);
    // Travel is owed where nobody has set the rate of the allowance, and once for two places on one day.
    expect(amounts(linesFor(worked({ ...taken, wayCosts: cents(640) }), []))).toEqual([['travel', 640]]);
    const both = [{ placementId: 'b' }, { placementId: 'a' }].map((more) =>
      worked({ ...taken, ...more, wayCosts: cents(640) }),
    );
    expect(linesForAll(both, rates).map(({ kind, placementId }) => [kind, placementId])).toEqual([
      ['activity-allowance', 'a'],
      ['travel', 'a'],
    ]);
  });

  test.each([
    ['2001-09-03', '1412/1997:10a'],
    ['2022-12-31', '1412/1997:10a'],
    ['2023-01-01', '189/2001:18'],
  ])('the way of %s rests on %s', (on, rule) => {
    const taken = { service: 'rehabilitative-work', on: day(on), hoursADay: 4, wayCosts: cents(640) } as const;
    const lines = linesFor(worked(taken), []);
    expect(lines.map(({ kind, amount, rule: of }) => [kind, amount, of])).toEqual([['travel', 640, rule]]);
    expect(provisionsOfLines(lines)).toEqual([rule]);
  });

  test('travel whose amount stayed is not reversed, and whose amount changed is, with the right one after it', () => {
    const taken = worked({
      ...{ service: 'rehabilitative-work', on: day('2023-01-02'), hoursADay: 4, wayCosts: cents(640) },
    });
    const [due] = linesFor(taken, []) as [NewLine];
    const written: LedgerLine = { ...due, id: 'line', version: 1, reversesId: null };
    expect(settlementOf([due], [written])).toEqual({ reverse: [], write: [] });
    const dearer = { ...due, amount: cents(700) };
    expect(settlementOf([dearer], [written])).toEqual({ reverse: [written], write: [{ ...dearer, version: 2 }] });
    expect(settlementOf([], [written])).toEqual({ reverse: [written], write: [] });
  });

  test('each day has the rate in force that day, also in the middle of a month', () => {
    const rates = [
      rate('work-share', 537, { during: range(day('2020-01-01'), day('2021-06-16')) }),
      rate('work-share', 560, { during: range(day('2021-06-16')) }),
    ];
    expect(amounts(linesFor(worked({ on: day('2021-06-15') }), rates))).toEqual([['work-share', 537]]);
    expect(amounts(linesFor(worked({ on: day('2021-06-16') }), rates))).toEqual([['work-share', 560]]);
  });

  test('two kinds of work on one day are one day: open work is paid, the centre is not', () => {
    const lines = linesForAll(
      [worked({ placementId: 'centre' }), worked({ placementId: 'firm', service: 'open-work' })],
      pori,
    );
    expect(amounts(lines)).toEqual([['open-work-allowance', 1200]]);
  });
});

describe('a ledger that is reversed, never edited', () => {
  const [due] = linesFor(worked({}), pori);
  const line = (more: Partial<LedgerLine>): LedgerLine => ({
    ...(due as NewLine),
    id: 'first',
    version: 1,
    reversesId: null,
    ...more,
  });

  test('a day that is paid already is not paid again', () => {
    expect(settlementOf(due ? [due] : [], [line({})])).toEqual({ reverse: [], write: [] });
  });

  test('a day corrected to absent reverses its line', () => {
    expect(settlementOf([], [line({})])).toEqual({ reverse: [line({})], write: [] });
  });

  test('a day corrected back to present is the next version', () => {
    const ledger = [line({}), line({ id: 'second', reversesId: 'first', amount: cents(-537) })];
    expect(settlementOf(due ? [due] : [], ledger)).toMatchObject({ reverse: [], write: [{ version: 2, amount: 537 }] });
  });

  test('what was paid as cost compensation stays while the day was attended, and is not paid twice', () => {
    const paid = line({ kind: 'cost-compensation', amount: cents(900) });
    const now = { ...(due as NewLine), kind: 'activity-allowance' as const, amount: cents(900) };
    const attended = new Set([dayOf(paid)]);
    expect(settlementOf([now], [paid], attended)).toEqual({ reverse: [], write: [] });
    expect(settlementOf([], [paid], attended)).toEqual({ reverse: [], write: [] });
    expect(settlementOf([], [paid])).toEqual({ reverse: [paid], write: [] });
  });

  test('after any corrections the ledger says what the days are worth', () => {
    const anyDay = fc.record({ n: fc.integer({ min: 0, max: 3 }), present: fc.boolean(), meal: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(anyDay, { maxLength: 4 }), { maxLength: 5 }), (rounds) => {
        let ledger: LedgerLine[] = [];
        for (const [round, marks] of rounds.entries()) {
          const byDay = new Map(marks.map((mark) => [mark.n, mark]));
          const days = [...byDay.values()].map(({ n, present, meal }) =>
            worked({ on: addDays(day('2021-06-01'), n), kind: present ? 'present' : 'absent', meal }),
          );
          const lines = linesForAll(days, pori);
          const { reverse, write } = settlementOf(lines, ledger);
          ledger = [
            ...ledger,
            ...reverse.map((one, i) => ({
              ...one,
              id: `${round} reverse ${i}`,
              reversesId: one.id,
              amount: cents(-one.amount),
            })),
            ...write.map((one, i) => ({ ...one, id: `${round} write ${i}`, reversesId: null })),
          ];
          expect(balanceOf(ledger)).toBe(balanceOf(lines));
          expect(settlementOf(lines, ledger)).toEqual({ reverse: [], write: [] });
        }
      }),
    );
  });
});

describe('closing a month', () => {
  const may = { from: day('2021-05-01'), to: day('2021-06-01') };

  test('a month is closed when it is over, and once', () => {
    expect(closingObstacle(may, null, day('2021-05-31'))).toBe('not-over');
    expect(closingObstacle(may, null, day('2021-06-01'))).toBeNull();
    expect(closingObstacle(may, day('2021-05-01'), day('2021-06-17'))).toBe('already-closed');
  });
});
