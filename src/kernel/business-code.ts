import { withoutPaste } from './pasted.ts';

const weights = [7, 9, 10, 5, 8, 4, 2] as const;
const modulus = 11;

/** Whether a text is a Finnish business code: seven digits, a dash and the check digit that belongs to them. */
export function isBusinessCode(text: string): boolean {
  const [, digits, check] = /^(\d{7})-(\d)$/.exec(text) ?? [];
  if (digits === undefined) return false;
  const rest = weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % modulus;
  // A remainder of one would need a check digit of ten: such codes are not given.
  return rest !== 1 && Number(check) === (rest === 0 ? 0 : modulus - rest);
}

/** A business code as it is written, of one typed or pasted in another way: any dash or none, spaces, FI in front; other texts stay as they are. */
export function businessCodeIn(text: string): string {
  const [, digits, check] = /^(?:FI)?(\d{7})-?(\d)$/i.exec(withoutPaste(text)) ?? [];
  return digits === undefined ? text : `${digits}-${check}`;
}
