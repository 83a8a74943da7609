import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { leftByPost, proposeShares } from './rules.ts';

describe('a share', () => {
  const one = (id: string, more: object = {}) =>
    ({ id, clientId: id, role: 'coach', language: 'fi', municipality: null, workplaceIds: [], ...more }) as never;
  const taker = (id: string, more: object = {}) =>
    ({
      id,
      name: id,
      as: ['coach'],
      clients: 0,
      agreed: 10,
      language: 'fi',
      municipalities: [],
      workplaceIds: [],
      ...more,
    }) as never;

  test('keeps workplace, language and home together while there is room', () => {
    const takers = [
      taker('a', { workplaceIds: ['w'] }),
      taker('b', { language: 'sv' }),
      taker('c', { municipalities: ['Ulvila'] }),
    ];
    const held = [
      one('1', { workplaceIds: ['w'] }),
      one('2', { language: 'sv' }),
      one('3', { municipality: 'Ulvila' }),
    ];
    expect(proposeShares(held, takers, false).map(({ toId }) => toId)).toEqual(['a', 'b', 'c']);
  });

  test('goes to the lightest load where nobody has room, and half as many more to a stand-in', () => {
    const full = [taker('a', { clients: 10, workplaceIds: ['w'] }), taker('b', { clients: 9 })];
    const held = [one('1', { workplaceIds: ['w'] })];
    expect(proposeShares(held, full, false)[0]?.toId).toBe('b');
    expect(proposeShares(held, full, true)[0]?.toId).toBe('a');
  });
});

test('what hangs on a post that ends is left with nobody, unless another post of the worker carries it on for as long', () => {
  const client = {
    kind: 'client' as const,
    id: '0197a000-0000-7000-8000-000000000001',
    clientId: '0197a000-0000-7000-8000-000000000002',
    role: 'coach' as const,
    during: range(day('2021-01-01'), day('2022-01-01')),
  };
  const left = (others: Parameters<typeof leftByPost>[2]) => leftByPost('coach', [client] as never, others).length;
  expect(left([])).toBe(1);
  expect(left([{ role: 'coach', during: range(day('2020-01-01')) }])).toBe(0);
  expect(left([{ role: 'coach', during: range(day('2020-01-01'), day('2021-06-01')) }])).toBe(1);
  expect(left([{ role: 'instructor', during: range(day('2020-01-01')) }])).toBe(1);
});
