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
