import { addMonths, type Day } from '../../kernel/day.ts';
import { alphabet, firstLetter, letterOrder } from '../../kernel/language.ts';
import { type Range, range } from '../../kernel/range.ts';
import type { LetterShare } from './words.ts';

/**
 * The worker who answers for a surname by its first letter (Rauma's social workers), or null where the shares leave it out.
 * Source: seed, rauma-id-case-manager-rule.
 */
export function workerForSurname(familyName: string, shares: readonly LetterShare[]): string | null {
  const letter = letterOrder(firstLetter(familyName));
  return shares.find(({ from, to }) => from <= letter && letter < to)?.workerId ?? null;
}

/** Letters that no worker answers for; an allocation is total when there are none. */
export function lettersLeftOut(shares: readonly LetterShare[]): string[] {
  return alphabet.filter(
    (letter) => !shares.some(({ from, to }) => from <= letterOrder(letter) && letterOrder(letter) < to),
  );
}

/**
 * The turns in which workers lead a group, from a day, each for the months of the group's rotation.
 * Source: seed, rauma-id-group-lead-rotation (3 months).
 */
export function leadTurns(
  workerIds: readonly string[],
  from: Day,
  months: number,
  turns: number,
): { workerId: string; during: Range }[] {
  if (workerIds.length === 0) return [];
  return Array.from({ length: turns }, (_, turn) => ({
    workerId: workerIds[turn % workerIds.length] as string,
    during: range(addMonths(from, turn * months), addMonths(from, (turn + 1) * months)),
  }));
}
