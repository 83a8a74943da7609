/** A number in an address is text; here is how it becomes one. */
import { z } from 'zod';

/** A whole number in plain digits: 0x10 and 1e2 are numbers to the language, not to a reader of an address. */
export function zCount(least: number, most: number): z.ZodType<number, number> {
  const number = z.preprocess(
    (input) => (typeof input === 'string' && /^\d{1,9}$/.test(input) ? Number(input) : input),
    z.int().min(least).max(most),
  );
  // What OpenAPI is told, since it cannot look into the reading of a text.
  return number.meta({ type: 'integer', minimum: least, maximum: most }) as z.ZodType<number, number>;
}
