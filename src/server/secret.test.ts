import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedHash, open, seal } from './secret.ts';

const keys = { secret: new Uint8Array(32).fill(7) };
const otherKeys = { secret: new Uint8Array(randomBytes(32)) };

describe('a sealed text', () => {
  test('opens with the key that sealed it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => open(keys, seal(keys, text)) === text.toWellFormed()),
    );
  });

  test('shows nothing of itself and looks different each time', () => {
    const first = seal(keys, '010187-9005');
    expect(first.includes('010187')).toBe(false);
    expect(first.equals(seal(keys, '010187-9005'))).toBe(false);
  });

  test('does not open with another key, nor after any byte was changed', () => {
    const sealed = seal(keys, '010187-9005');
    expect(() => open(otherKeys, sealed)).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => open(keys, changed)).toThrow();
    }
    expect(() => open(keys, Buffer.alloc(5))).toThrow('not sealed');
  });

  test('asks for a key of 32 bytes', () => {
    expect(() => seal({ secret: new Uint8Array(16) }, 'x')).toThrow('32 bytes');
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
