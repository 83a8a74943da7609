import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { purchaseProvisionOn } from '../../law/act-2001-189.ts';
import { mayProduce } from './rules.ts';

test('rehabilitative work is not bought from a company since the act is in force, and may be from everybody else', () => {
  const before = range(day('2001-01-01'), day('2001-09-01'));
  expect(mayProduce('company', 'rehabilitative-work', before)).toBe(true);
  for (const from of ['2001-08-31', '2001-09-01', '2020-12-31', '2021-01-01'].map(day))
    expect(mayProduce('company', 'rehabilitative-work', range(from))).toBe(false);
  for (const kind of ['association', 'foundation', 'state-office', 'municipality', null] as const)
    expect(mayProduce(kind, 'rehabilitative-work', range(day('2021-01-01')))).toBe(true);
  expect(mayProduce('company', 'day-activity-severe', range(day('2021-01-01')))).toBe(true);
});

test('the ban stood in section 6 until 2020 and stands in section 13 from 2021', () => {
  expect(purchaseProvisionOn(day('2020-12-31'))).toBe('189/2001:6');
  expect(purchaseProvisionOn(day('2021-01-01'))).toBe('189/2001:13');
});
