import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { benefits } from '../client/words.ts';
import { absencesWithBenefit, paidForDay, payerOn, stewardNoticeOn } from './rules.ts';

const on = day('2021-05-03');
const has = (benefit: (typeof benefits)[number], main = true, during = range(day('2021-01-01'))) => ({
  benefit,
  main,
  during,
});

describe('who pays for a day of participation', () => {
  it('is the payer of the unemployment benefit, before anybody else', () => {
    expect(payerOn([has('labour-market-subsidy'), has('social-assistance', false)], on)).toBe('kela');
    expect(payerOn([has('basic-allowance')], on)).toBe('kela');
    expect(payerOn([has('earnings-related-allowance'), has('social-assistance', false)], on)).toBe('fund');
  });

  it('is the organiser for whoever lives on social assistance, nobody for another main benefit, and a question where none is known', () => {
    expect(payerOn([has('social-assistance')], on)).toBe('organiser');
    expect(payerOn([has('disability-pension'), has('social-assistance', false)], on)).toBe('organiser');
    expect(payerOn([has('disability-pension')], on)).toBe('nobody');
    expect(payerOn([has('none')], on)).toBe('nobody');
    expect(payerOn([has('housing-allowance', false)], on)).toBe('unknown');
    expect(payerOn([], on)).toBe('unknown');
  });

  it('follows the day: a benefit that turns in the middle of the month turns it', () => {
    const turned = [
      has('social-assistance', true, range(day('2020-01-01'), day('2021-01-01'))),
      has('labour-market-subsidy', true, range(day('2021-01-01'))),
    ];
    expect([day('2020-12-31'), day('2021-01-01')].map((one) => payerOn(turned, one))).toEqual(['organiser', 'kela']);
  });

  it('never pays twice: who pays is one, whatever is recorded', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ benefit: fc.constantFrom(...benefits), main: fc.boolean() })), (recorded) => {
        const payer = payerOn(
          recorded.map((one) => has(one.benefit, one.main)),
          on,
        );
        const unemployed = recorded.some(
          ({ benefit }) => /subsidy|allowance/.test(benefit) && /labour|basic|earnings/.test(benefit),
        );
        expect(payer === 'organiser').toBe(
          !unemployed && recorded.some(({ benefit }) => benefit === 'social-assistance'),
        );
      }),
    );
  });

  it('pays 9 euro, 8 in an activity that began before 2013, and is not known where nobody is', () => {
    expect(paidForDay('kela', on, day('2021-01-01'))).toBe(900);
    expect(paidForDay('fund', day('2013-05-02'), day('2012-11-01'))).toBe(800);
    expect(paidForDay('organiser', on, day('2021-01-01'))).toBe(900);
    expect(paidForDay('nobody', on, on)).toBeNull();
    expect(paidForDay('unknown', on, on)).toBeNull();
  });
});

describe('the benefit of a day of absence', () => {
  const absent = (reason: Parameters<typeof absencesWithBenefit>[0][number]['reason'], ...days: string[]) =>
    days.map((one) => ({ on: day(one), reason }));
  const effects = (absences: Parameters<typeof absencesWithBenefit>[0], present: string[] = []) =>
    absencesWithBenefit(absences, present.map(day)).map(({ benefit }) => benefit);

  it('is paid for incapacity and an interview, not without a reason, and decided by its payer for others', () => {
    expect(effects(absent('sick', '2021-05-03', '2021-05-04'))).toEqual(['paid', 'paid']);
    expect(effects(absent('job-interview', '2021-05-03'))).toEqual(['paid']);
    expect(effects(absent('unexcused', '2021-05-03'))).toEqual(['not-paid']);
    expect(effects(absent('other-accepted', '2021-05-03'))).toEqual(['payer-decides']);
    expect(effects(absent('service-closed', '2021-05-03'))).toEqual(['paid']);
  });

  it('is paid for an ill child for four working days at a time', () => {
    // Wednesday to Friday, and Monday and Tuesday after the weekend.
    const days = ['2021-05-19', '2021-05-20', '2021-05-21', '2021-05-24', '2021-05-25'];
    expect(effects(absent('child-sick', ...days))).toEqual(['paid', 'paid', 'paid', 'paid', 'not-paid']);
    // Present in between: a new time begins.
    expect(effects(absent('child-sick', ...days), ['2021-05-22'])).toEqual(['paid', 'paid', 'paid', 'paid', 'paid']);
  });

  it('is the payer’s to decide before the provision was in force', () => {
    expect(effects(absent('sick', '2012-12-31'))).toEqual(['payer-decides']);
    expect(effects(absent('sick', '2013-01-01'))).toEqual(['paid']);
  });
});

test('the chief shop steward is told of items 1 to 3 of the plan, since the act is in force', () => {
  expect(stewardNoticeOn(day('2021-06-17'))).toEqual({ items: [1, 2, 3], provision: '189/2001:16' });
  expect(stewardNoticeOn(day('2001-08-31'))).toBeNull();
});
