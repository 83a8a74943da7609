import { expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import { day, dayOfInstant } from './day.ts';
import { codeOf, notFound, ProblemError, refusal, wrongInput } from './problem.ts';

it('A refusal carries its code and status', () => {
  const text = refusal('plan-lacks-items', 'The plan lacks statutory items', { provision: '189/2001 § 9' });
  expect(text).toMatchObject({ type: '/problems/plan-lacks-items', status: 422, provision: '189/2001 § 9' });
  expect(new ProblemError(text).code).toBe('plan-lacks-items');
});

it('Wrong input names each field', () => {
  expect(wrongInput([{ field: 'from', message: 'not a day' }])).toMatchObject({
    status: 400,
    errors: [{ field: 'from' }],
  });
  expect(codeOf(notFound('client'))).toBe('not-found');
});

it('A clock that stands still tells an instant of its own day', () => {
  const clock = fixedClock(day('2021-06-17'));
  expect(clock.today()).toBe('2021-06-17');
  expect(dayOfInstant(clock.now())).toBe('2021-06-17');
  expect(clock.now()).toBe('2021-06-17T09:00:00.000Z');
});
