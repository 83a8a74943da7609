/**
 * What of a count of persons may leave the organiser: small cells are hidden, and so is any cell that would give
 * one away by subtraction. Two-way tables are in `disclosure-table.ts`.
 *
 * Counts are whole persons. `k` is the smallest count that may be shown, 5 unless the organiser has set another.
 * Source: Hundepool et al., Statistical Disclosure Control, 2012.
 */

/** A hidden count is null: an absence of the number, never a zero in its place. */
export type ShownCount = number | null;

export type DisclosureRule = {
  /** The smallest count of persons that may be shown, other than 0. */
  readonly k: number;
  /**
   * Classes, by index, that tell nothing about a person ('not recorded', or a class that is public of its own).
   * All persons in one of these is no disclosure; all persons in one other class is.
   */
  readonly tellsNothing?: readonly number[];
};

/** A breakdown as it may be shown. When all parts are null only the total is published; when it is null too, nothing. */
export type ShownBreakdown = { readonly total: ShownCount; readonly parts: readonly ShownCount[] };

/** Is this count one that tells about so few that they may be known? Zero is not: it is about nobody. */
export function isSmall(count: number, k: number): boolean {
  return count > 0 && count < k;
}

/** One count on its own. */
export function showCount(count: number, k: number): ShownCount {
  return isSmall(count, k) ? null : count;
}

/**
 * May a share `part / whole` be shown? Not when the part or those outside it are few: either follows from a
 * percentage and its n.
 */
export function mayShowShare(part: number, whole: number, k: number): boolean {
  return !isSmall(whole, k) && !isSmall(part, k) && !isSmall(whole - part, k);
}

/**
 * A breakdown of persons into classes that add up to a shown total.
 * The small are hidden; then the next smallest, until at least two are hidden and they hold at least k persons
 * together. If that cannot be, only the total is shown.
 *
 * @param alreadyHidden classes that are hidden in a linked table and must be hidden here too
 */
export function showBreakdown(
  parts: readonly number[],
  rule: DisclosureRule,
  alreadyHidden: readonly number[] = [],
): ShownBreakdown {
  const total = sum(parts);
  const nothing = parts.map(() => null);
  if (isSmall(total, rule.k)) return { total: null, parts: nothing };
  if (tellsOfAll(parts, rule)) return { total, parts: nothing };

  const hidden = new Set(alreadyHidden);
  for (const [index, count] of parts.entries()) if (isSmall(count, rule.k)) hidden.add(index);
  // A zero is never a partner: everybody sees that the hidden persons are not there.
  const partners = parts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count || a.index - b.index);
  while (hidden.size > 0 && !(hidden.size > 1 && sum([...hidden].map((index) => parts[index] ?? 0)) >= rule.k)) {
    const next = partners.shift();
    if (!next) return { total, parts: nothing };
    hidden.add(next.index);
  }
  return { total, parts: parts.map((count, index) => (hidden.has(index) ? null : count)) };
}

/** Are all persons in one class that tells something? Then that is known of each of them, however many they are. */
export function tellsOfAll(parts: readonly number[], rule: DisclosureRule): boolean {
  const used = parts.flatMap((count, index) => (count > 0 ? [index] : []));
  const [only] = used;
  return used.length === 1 && only !== undefined && !(rule.tellsNothing ?? []).includes(only);
}

/**
 * May a count of the persons `a` stand beside a published count of the persons `b`?
 * Not when few are in one and not in the other: the difference of the two counts would tell of them.
 * Both come from one family of figures: another day, another organiser, a filter, a month within its year.
 */
export function mayPublish(a: ReadonlySet<string>, b: ReadonlySet<string>, k: number): boolean {
  return !isSmall(a.difference(b).size, k) && !isSmall(b.difference(a).size, k);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
