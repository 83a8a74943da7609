import { z } from 'zod';
import { type Day, isDay } from './day.ts';
import { withoutPaste } from './pasted.ts';

/** Ids come from the database; nobody reads anything from them. */
export const zId = z.uuid();

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The separator tells the century; several more were taken into use for each from 2023. */
const centuryOfSeparator: Readonly<Record<string, string>> = {
  '+': '18',
  '-': '19',
  Y: '19',
  X: '19',
  W: '19',
  V: '19',
  U: '19',
  A: '20',
  B: '20',
  C: '20',
  D: '20',
  E: '20',
  F: '20',
};

export type ParsedIdentityCode =
  | {
      readonly ok: true;
      /** In upper case, without spaces around. */
      readonly code: string;
      readonly birthOn: Day;
      /** Individual numbers 900-999 are given for the time being, or made up for tests. */
      readonly temporary: boolean;
    }
  | { readonly ok: false; readonly why: 'format' | 'birthday' | 'individual-number' | 'check-character' };

/** The check character of the nine digits of an identity code: day, month, year and individual number. */
export function checkCharacter(nineDigits: string): string {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError('An identity code has nine digits');
  return checkCharacters.charAt(Number(nineDigits) % 31);
}

/** Reads a Finnish identity code, and tells why when it is none. Tells nothing of gender. */
export function parseIdentityCode(text: string): ParsedIdentityCode {
  const code = withoutPaste(text).toUpperCase();
  const match = /^(\d{2})(\d{2})(\d{2})([-+YXWVUABCDEF])(\d{3})([0-9A-Y])$/.exec(code);
  if (!match) return { ok: false, why: 'format' };
  const [, dayOfMonth = '', month = '', year = '', separator = '', individual = '', check] = match;
  const birth = `${centuryOfSeparator[separator]}${year}-${month}-${dayOfMonth}`;
  // Nobody born in the 1800s is among us: a plus is a slip for a hyphen, and its birthday is outside the days that we count with.
  if (!isDay(birth)) return { ok: false, why: 'birthday' };
  if (Number(individual) < 2) return { ok: false, why: 'individual-number' };
  if (checkCharacter(`${dayOfMonth}${month}${year}${individual}`) !== check) {
    return { ok: false, why: 'check-character' };
  }
  return { ok: true, code, birthOn: birth, temporary: Number(individual) >= 900 };
}

/** What screens show: birthday, separator and the first digit of the individual number, 010187-9•••. */
export function maskIdentityCode(code: string): string {
  return `${code.slice(0, 8)}•••`;
}
