import { expect, test } from 'vitest';
import type { AnyAct, Who } from './act.ts';
import { thingsChanged } from './turn.ts';

const who = (organiserId: string) => ({ organiserId }) as Who;
const at = (path: string) => ({ path }) as AnyAct;

test('two organisers do not wait for each other, though a month or a question of both has one name', () => {
  const close = at('/api/months/{month}/close');
  const things = (organiserId: string) => thingsChanged(close, { month: '2021-05' }, who(organiserId));
  expect(things('pori')).toEqual(things('pori'));
  expect(things('pori')).not.toEqual(things('rauma'));
});

test('acts on one thing wait for each other, whatever they do to it', () => {
  const input = { agreementId: 'one' };
  expect(thingsChanged(at('/api/agreements/{agreementId}'), input, who('pori'))).toEqual(
    thingsChanged(at('/api/agreements/{agreementId}/approvals'), input, who('pori')),
  );
});
