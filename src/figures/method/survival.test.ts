import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianStay, restrictedMean, type Stay, shareLasting, stayQuantile, survivalCurve } from './survival.ts';

function stays(text: string): Stay[] {
  return text
    .trim()
    .split(/\s+/)
    .map((mark) => ({ enter: 0, leave: Number.parseInt(mark, 10), ended: !mark.endsWith('+') }));
}

const toyA = stays('3 5 5+ 8 10+ 12 15+ 20+');
const toyB: Stay[] = [
  [0, 3, 1],
  [0, 7, 1],
  [4, 9, 1],
  [6, 12, 1],
  [0, 10, 0],
  [2, 5, 0],
].map(([enter, leave, ended]) => ({ enter: enter ?? 0, leave: leave ?? 0, ended: ended === 1 }));
// The acute myelogenous leukaemia data that come with R's survival package.
const maintained = stays('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
const nonmaintained = stays('5 5 8 8 12 16+ 23 27 30 33 43 45');

/** The definition itself, slow and plain, to hold the quick one against. */
function shareByDefinition(all: readonly Stay[], days: number): number {
  const times = [...new Set(all.filter((s) => s.ended).map((s) => s.leave))].sort((a, b) => a - b);
  return times
    .filter((t) => t <= days)
    .reduce((share, t) => {
      const atRisk = all.filter((s) => s.enter < t && t <= s.leave).length;
      const ended = all.filter((s) => s.ended && s.leave === t).length;
      return share * (1 - ended / atRisk);
    }, 1);
}

describe('eight stays, four of them still running', () => {
  const curve = survivalCurve(toyA);

  test.each([
    [3, 8, 1, 0.875, 0.017857, 0.116927, 0.387, 0.981393],
    [5, 7, 1, 0.75, 0.041667, 0.153093, 0.314807, 0.930898],
    [8, 5, 1, 0.6, 0.091667, 0.181659, 0.195496, 0.852254],
    [12, 3, 1, 0.4, 0.258333, 0.203306, 0.06603, 0.734225],
  ])('at %i the curve is the one computed by hand', (time, atRisk, ended, share, greenwood, error, low, high) => {
    const step = curve.steps.find((candidate) => candidate.time === time);
    expect(step).toMatchObject({ atRisk, ended });
    expect(step?.share).toBeCloseTo(share, 12);
    expect(step?.greenwood).toBeCloseTo(greenwood, 6);
    expect(step?.error).toBeCloseTo(error, 6);
    expect(step?.low).toBeCloseTo(low, 6);
    expect(step?.high).toBeCloseTo(high, 6);
  });

  test('half have ended by 12, and the upper limit is not reached', () => {
    expect(medianStay(curve)).toEqual({ days: 12, low: 3, high: null });
  });

  test('the mean within 20 days is 12.6, where the completed stays alone would say 7', () => {
    expect(restrictedMean(curve, 20)).toBeCloseTo(12.6, 10);
    const completed = toyA.filter((stay) => stay.ended);
    expect(completed.reduce((sum, stay) => sum + stay.leave, 0) / completed.length).toBe(7);
  });

  test('nothing is said of days that nobody has been followed to', () => {
    expect(restrictedMean(curve, 21)).toBeNull();
    expect(shareLasting(curve, 21)).toBeNull();
    expect(shareLasting(curve, 2)).toEqual({ share: 1, low: null, high: null });
  });

  test('the curve stops where fewer than five are at risk', () => {
    const stopped = survivalCurve(toyA, 5);
    expect(stopped.steps.map((step) => step.time)).toEqual([3, 5, 8]);
    expect(stopped.until).toBe(12);
    expect(medianStay(stopped).days).toBeNull();
    expect(restrictedMean(stopped, 20)).toBeNull();
  });
});

describe('stays that began before the register did', () => {
  test('enter the risk set at the age they had then', () => {
    const curve = survivalCurve(toyB);
    expect(curve.steps.map((step) => [step.time, step.atRisk, step.share])).toEqual([
      [3, 4, 0.75],
      [7, 4, 0.5625],
      [9, 3, expect.closeTo(0.375, 12)],
      [12, 1, 0],
    ]);
    expect(medianStay(curve).days).toBe(9);
  });

  test('look too long when their late entry is ignored', () => {
    const ignoring = survivalCurve(toyB.map((stay) => ({ ...stay, enter: 0 })));
    expect(ignoring.steps.map((step) => Number(step.share.toFixed(4)))).toEqual([0.8333, 0.625, 0.4167, 0]);
  });

  test('add nothing when they end on the day they are first seen', () => {
    const unseen = { enter: 9, leave: 9, ended: true };
    expect(survivalCurve([...toyB, unseen])).toEqual(survivalCurve(toyB));
  });
});

describe('the published aml data give the values that R prints', () => {
  const saved = survivalCurve(maintained);
  const not = survivalCurve(nonmaintained);

  test.each([
    ['maintained', saved, '9 13 18 23 31 34 48', '.909091 .818182 .715909 .613636 .490909 .368182 .184091'],
    [
      'nonmaintained',
      not,
      '5 8 12 23 27 30 33 43 45',
      '.833333 .666667 .583333 .486111 .388889 .291667 .194444 .097222 0',
    ],
  ])('shares of the %s group', (_, curve, times, shares) => {
    expect(curve.steps.map((step) => step.time)).toEqual(times.split(' ').map(Number));
    for (const [index, share] of shares.split(' ').map(Number).entries()) {
      expect(curve.steps[index]?.share).toBeCloseTo(share, 6);
    }
  });

  test('limits', () => {
    expect(shareLasting(saved, 9)?.low).toBeCloseTo(0.50808, 6);
    expect(shareLasting(saved, 9)?.high).toBeCloseTo(0.986674, 6);
    expect(shareLasting(saved, 31)?.low).toBeCloseTo(0.167331, 6);
    expect(shareLasting(saved, 31)?.high).toBeCloseTo(0.7534, 6);
    expect(shareLasting(not, 45)).toEqual({ share: 0, low: null, high: null });
    expect(shareLasting(not, 400)?.share).toBe(0);
  });

  test('medians', () => {
    expect(medianStay(saved)).toEqual({ days: 31, low: 13, high: null });
    expect(medianStay(not)).toEqual({ days: 23, low: 5, high: 33 });
    expect(medianStay(survivalCurve([...maintained, ...nonmaintained]))).toEqual({ days: 27, low: 13, high: 34 });
  });

  test('restricted means to 45', () => {
    expect(restrictedMean(saved, 45)).toBeCloseTo(30.74, 2);
    expect(restrictedMean(not, 45)).toBeCloseTo(22.71, 2);
  });
});

test('where the curve lies on one half over an interval, the median is the middle of it', () => {
  expect(medianStay(survivalCurve(stays('2 4 6 8'))).days).toBe(5);
  expect(medianStay(survivalCurve(stays('2 8+'))).days).toBe(5);
  expect(stayQuantile(survivalCurve(stays('2 4 6 8')), 0.25).days).toBe(3);
});

test('no stays give no answer rather than zero', () => {
  const nobody = survivalCurve([]);
  expect(medianStay(nobody)).toEqual({ days: null, low: null, high: null });
  expect(shareLasting(nobody, 0)).toBeNull();
});

test('a stay observed backwards is refused', () => {
  expect(() => survivalCurve([{ enter: 5, leave: 4, ended: false }])).toThrow(RangeError);
});

const anyStays = fc.array(
  fc
    .record({ enter: fc.nat({ max: 30 }), length: fc.nat({ max: 60 }), ended: fc.boolean() })
    .map(({ enter, length, ended }) => ({ enter, leave: enter + length, ended })),
  { maxLength: 40 },
);

test('for any stays the curve falls, its limits bracket it, and it agrees with the definition', () => {
  fc.assert(
    fc.property(anyStays, (all) => {
      const observed = all.filter((stay) => stay.leave > stay.enter);
      let before = 1;
      for (const step of survivalCurve(all).steps) {
        expect(step.share).toBeLessThanOrEqual(before);
        expect(step.share).toBeCloseTo(shareByDefinition(observed, step.time), 10);
        expect(step.ended).toBeLessThanOrEqual(step.atRisk);
        if (step.share > 0) {
          expect(step.low).toBeLessThanOrEqual(step.share);
          expect(step.high).toBeGreaterThanOrEqual(step.share);
        }
        before = step.share;
      }
    }),
  );
});

test('when every stay is complete and seen from its start, the area under the curve is the plain mean', () => {
  const complete = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(complete, (lengths) => {
      const curve = survivalCurve(lengths.map((leave) => ({ enter: 0, leave, ended: true })));
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      expect(restrictedMean(curve, Math.max(...lengths))).toBeCloseTo(mean, 8);
    }),
  );
});

test('a stay that runs longer never makes the median shorter', () => {
  const some = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(some, fc.nat(), fc.integer({ min: 1, max: 100 }), (lengths, which, more) => {
      const all = lengths.map((leave) => ({ enter: 0, leave, ended: true }));
      const longer = all.map((stay, index) =>
        index === which % all.length ? { ...stay, leave: stay.leave + more } : stay,
      );
      const median = medianStay(survivalCurve(all)).days ?? Number.NaN;
      expect(medianStay(survivalCurve(longer)).days).toBeGreaterThanOrEqual(median);
    }),
  );
});
