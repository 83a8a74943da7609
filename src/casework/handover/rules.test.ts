import { describe, expect, test } from 'vitest';
import { proposeShares } from './rules.ts';

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
