import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, day } from './day.ts';
import { checkCharacter, maskIdentityCode, parseIdentityCode } from './id.ts';

describe('An identity code', () => {
  it.each([
    ['010170-900J', '1970-01-01', true],
    ['290296-9015', '1996-02-29', true],
    ['150801A904J', '2001-08-15', true],
    ['010594Y9032', '1994-05-01', true],
    ['010516B903X', '2016-05-01', true],
    ['030516D9037', '2016-05-03', true],
    ['131052-308T', '1952-10-13', false],
  ])('%s tells the birthday and whether it is for the time being', (code, birthOn, temporary) => {
    expect(parseIdentityCode(code)).toEqual({ ok: true, code, birthOn, temporary });
  });

  it('is taken in small letters and with spaces around', () => {
    expect(parseIdentityCode(' 131052-308t ')).toMatchObject({ ok: true, code: '131052-308T' });
  });

  it.each([
    ['131052308T', 'format'],
    ['131052/308T', 'format'],
    ['131052G308T', 'format'],
    ['310252-308T', 'birthday'],
    ['290299-308T', 'birthday'],
    ['131052-001T', 'individual-number'],
    ['131052-308U', 'check-character'],
  ])('%s is refused for its %s', (code, why) => {
    expect(parseIdentityCode(code)).toEqual({ ok: false, why });
  });

  it('of one born in the 1800s is a slip for a hyphen: it would stand beside any birthday', () => {
    for (const nine of ['290296002', '290200002', '020150941'])
      expect(parseIdentityCode(`${nine.slice(0, 6)}+${nine.slice(6)}${checkCharacter(nine)}`)).toEqual({
        ok: false,
        why: 'birthday',
      });
  });

  it('is shown without what is secret in it', () => {
    expect(maskIdentityCode('010187-9001')).toBe('010187-9•••');
  });
});

test('Any birthday, separator and number with its check character is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 54_000 }),
      fc.integer({ min: 2, max: 999 }),
      fc.nat(),
      (days, individual, choice) => {
        const birth = addDays(day('1900-01-01'), days);
        const separators = birth < '2000' ? '-YXWVU' : 'ABCDEF';
        const digits = `${birth.slice(8)}${birth.slice(5, 7)}${birth.slice(2, 4)}`;
        const number = String(individual).padStart(3, '0');
        const code = `${digits}${separators[choice % 6]}${number}${checkCharacter(digits + number)}`;
        expect(parseIdentityCode(code)).toEqual({ ok: true, code, birthOn: birth, temporary: individual >= 900 });
      },
    ),
  );
});

test('A single wrong digit is always noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const code = '131052-308T';
      const digit = (Number(code[at]) + by) % 10;
      expect(parseIdentityCode(code.slice(0, at) + digit + code.slice(at + 1)).ok).toBe(false);
    }),
  );
});
