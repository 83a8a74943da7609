import { addMonths, type Day } from '../../kernel/day.ts';
import { alphabet, firstLetter, letterOrder } from '../../kernel/language.ts';
import { covers, earlierEnd, lessOf, type Range, range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { DecidingRight, LetterShare, LetterStretch, PostDetails } from './words.ts';
import { confirmedRoles, unitRoles } from './words.ts';

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

/** Stretches as they are kept: by the order of the letters, the last exclusive. */
export function sharesOf(stretches: readonly LetterStretch[]): LetterShare[] {
  return stretches.map(({ workerId, first, last }) => ({
    workerId,
    from: letterOrder(first),
    to: letterOrder(last) + 1,
  }));
}

/** Stretches as one says them, from shares as they are kept. */
export function stretchesOf(shares: readonly LetterShare[]): LetterStretch[] {
  return shares.map(({ workerId, from, to }) => ({
    workerId,
    first: alphabet[from] as string,
    last: alphabet[to - 1] as string,
  }));
}

/** What keeps a sharing from being total and without overlap; all three are empty when every letter has one worker. */
export interface LetterFaults {
  readonly leftOut: readonly string[];
  readonly twice: readonly string[];
  /** Which of the stretches end before they begin. */
  readonly backwards: readonly number[];
}

export function letterFaults(stretches: readonly LetterStretch[]): LetterFaults {
  const shares = sharesOf(stretches);
  const timesOf = (letter: string) =>
    shares.filter(({ from, to }) => from <= letterOrder(letter) && letterOrder(letter) < to).length;
  return {
    leftOut: lettersLeftOut(shares),
    twice: alphabet.filter((letter) => timesOf(letter) > 1),
    backwards: shares.flatMap(({ from, to }, n) => (to <= from ? [n] : [])),
  };
}

/** What a post lacks: an instructor without a unit would see nobody. */
export function postFault({ role, unitId }: Pick<PostDetails, 'role' | 'unitId'>): 'unit-missing' | null {
  return unitRoles.includes(role) && unitId === null ? 'unit-missing' : null;
}

/**
 * 675/2023 section 5, and the time before it by the same demand on those who use public power: services for persons with
 * disabilities are decided by a social welfare professional in public office.
 */
export function asksProfessional(service: Service): boolean {
  return service !== 'rehabilitative-work';
}

/** What keeps a post from deciding the services. */
export function decidingFault(
  { publicOffice, professional }: Pick<PostDetails, 'publicOffice' | 'professional'>,
  services: readonly Service[],
): 'not-public-office' | 'not-professional' | null {
  if (!publicOffice) return 'not-public-office';
  return !professional && services.some(asksProfessional) ? 'not-professional' : null;
}

/** The right by which a decision on a service that cites provisions may be made; null where there is none. */
export function rightToDecide<Right extends Pick<DecidingRight, 'service' | 'provision'>>(
  rights: readonly Right[],
  service: Service,
  provisions: readonly string[],
): Right | null {
  const able = rights.filter(
    (right) => right.service === service && (right.provision === null || provisions.includes(right.provision)),
  );
  return able.find(({ provision }) => provision === null) ?? able[0] ?? null;
}

/** The days within a range that none of the others covers. */
export function uncoveredDays(within: Range, covering: readonly Range[]): Range[] {
  return covering.reduce((gaps, one) => gaps.flatMap((gap) => lessOf(gap, one)), [within]);
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

/** Turns as far as the group goes on; those that would begin later fall away. */
export function turnsWithin(
  turns: readonly { readonly workerId: string; readonly during: Range }[],
  until: Day | null,
): { workerId: string; during: Range }[] {
  return turns
    .filter(({ during }) => until === null || during.from < until)
    .map(({ workerId, during }) => ({ workerId, during: range(during.from, earlierEnd(during.to, until)) }));
}

/**
 * Whether a post opens clients that it did not before: a second person confirms it. One that only becomes shorter does not; what was
 * confirmed and held until some days ago may come back.
 */
export function opensMore(
  post: PostDetails,
  before: readonly Pick<PostDetails, 'unitId' | 'team' | 'tasks' | 'during'>[],
): boolean {
  if (!confirmedRoles.includes(post.role)) return false;
  return !before.some(
    (held) =>
      held.unitId === post.unitId &&
      held.team === post.team &&
      post.tasks.every((task) => held.tasks.includes(task)) &&
      covers(held.during, post.during),
  );
}
