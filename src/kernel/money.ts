import { z } from 'zod';
import type { ReadingLanguage } from './language.ts';

declare const brand: unique symbol;

/** An amount in whole cents of euro. */
export type Cents = number & { readonly [brand]: 'Cents' };

/** The amount; throws a RangeError for anything but a safe whole number. */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not whole cents: ${n}`);
  return (n === 0 ? 0 : n) as Cents;
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

const zWhole: z.ZodType<number, number> = z.int();
export const zCents = zWhole as z.ZodType<Cents, number>;

/** 12,00 € in Finnish and Swedish, €12.00 in English; spaces do not break, a minus is a real minus sign. */
export function formatEuro(amount: Cents, language: ReadingLanguage): string {
  const sign = amount < 0 ? '\u2212' : '';
  const whole = String(Math.trunc(Math.abs(amount) / 100));
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
  return language === 'en' ? `${sign}€${grouped}.${rest}` : `${sign}${grouped},${rest}\u00a0€`;
}

/** Reads an amount as people write it: 12, 12,5, 12.00, 1 234,50 €, −3,20. Null when it is none. */
export function parseEuro(text: string): Cents | null {
  const bare = text.replace(/[\s€]/g, '').replace('\u2212', '-');
  const match = /^([-+]?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return null;
  const [, sign, whole = '', rest = ''] = match;
  const amount = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return cents(sign === '-' ? -amount : amount);
}
