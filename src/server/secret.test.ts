import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSealedWith, keyedHash, open, seal } from './secret.ts';

const keys = { secret: new Uint8Array(32).fill(7) };
const row = '0190a3c5-0000-7000-8000-000000000000';
const otherKeys = { secret: new Uint8Array(randomBytes(32)) };

describe('a sealed text', () => {
  test('opens with the key that sealed it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => open(keys, row, seal(keys, row, text)) === text.toWellFormed(),
      ),
    );
  });

  test('shows nothing of itself and looks different each time', () => {
    const first = seal(keys, row, '010187-9005');
    expect(first.includes('010187')).toBe(false);
    expect(first.equals(seal(keys, row, '010187-9005'))).toBe(false);
  });

  test('does not open with another key, nor after any byte was changed', () => {
    const sealed = seal(keys, row, '010187-9005');
    expect(() => open(otherKeys, row, sealed)).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => open(keys, row, changed)).toThrow();
    }
    expect(() => open(keys, row, Buffer.alloc(5))).toThrow('not sealed');
  });

  test('opens in no other row', () => {
    const sealed = seal(keys, row, '010187-9005');
    expect(() => open(keys, row.replace('0000', '0001'), sealed)).toThrow();
    expect([isSealedWith(keys, sealed), isSealedWith(otherKeys, sealed)]).toEqual([true, false]);
  });

  test('asks for a key of 32 bytes', () => {
    expect(() => seal({ secret: new Uint8Array(16) }, row, 'x')).toThrow('32 bytes');
  });
});

describe('a keyed hash', () => {
  test('is the same for the same text and key, and another for any other', () => {
    expect(
      keyedHash(keys, '010187-9005').equals(keyedHash({ secret: new Uint8Array(32).fill(7) }, '010187-9005')),
    ).toBe(true);
    expect(keyedHash(keys, '010187-9005').equals(keyedHash(keys, '010187-9006'))).toBe(false);
    expect(keyedHash(keys, '010187-9005').equals(keyedHash(otherKeys, '010187-9005'))).toBe(false);
    expect(keyedHash(keys, 'x')).toHaveLength(32);
  });
});
