/** What of a figure may leave the organiser: few persons are hidden, and whatever would give them away. */
import { disclosureThreshold } from '../law/disclosure.ts';
import { NOT_RECORDED } from './count.ts';
import type { Breakdown, Counted, Figure } from './figure.ts';
import { isSmall, mayPublish, mayShowShare, showBreakdown } from './method/disclosure.ts';
import { showTable } from './method/disclosure-table.ts';

/** What of a figure is hidden: all of it, or classes of its breakdowns by the breakdown's place (0 is the first). */
export interface Hidden {
  readonly all: boolean;
  readonly classes: readonly ReadonlySet<string>[];
}

export const nothingHidden: Hidden = { all: false, classes: [] };
export const allHidden: Hidden = { all: true, classes: [] };

const k = disclosureThreshold;

/** What must be hidden of a figure by itself. */
export function hiddenOf(figure: Figure, counted: Counted): Hidden {
  if (figure.about === 'things') return nothingHidden;
  const { persons, of } = counted;
  if (of === undefined || counted.ofCases ? isSmall(persons, k) : !mayShowShare(persons, of, k)) return allHidden;
  const breakdowns = [counted.breakdown ?? { by: '', parts: [] }, ...(counted.more ?? [])];
  return { all: false, classes: breakdowns.map(hiddenClasses) };
}

function hiddenClasses({ parts, apart, tellsNothing, table }: Breakdown): ReadonlySet<string> {
  if (table) {
    const { length: width } = table.columns;
    const shown = showTable(
      table.rows.map((_, row) => parts.slice(row * width, (row + 1) * width).map((part) => part.persons)),
      { k, tellsNothing: table.columns.map((_, column) => column) },
    );
    return new Set(parts.filter((_, i) => shown[Math.floor(i / width)]?.[i % width] === null).map(({ key }) => key));
  }
  if (apart) return new Set(parts.filter((part) => isSmall(part.persons, k)).map(({ key }) => key));
  const telling = parts.flatMap(({ key }, index) => (tellsNothing || key === NOT_RECORDED ? [index] : []));
  // A share gives away those outside it too.
  const already = parts.flatMap((part, index) =>
    part.unit === 'share' && part.of !== undefined && !mayShowShare(part.persons, part.of, k) ? [index] : [],
  );
  const shown = showBreakdown(
    parts.map((part) => part.persons),
    { k, tellsNothing: telling },
    already,
  );
  return new Set(parts.filter((_, index) => shown.parts[index] === null).map(({ key }) => key));
}

/**
 * Would the count of one cell be given away by the others and their published sum? The first cell is the one asked for;
 * the others are what is left of the same whole.
 */
export function givenAway(cells: readonly number[]): boolean {
  return showBreakdown(cells, { k, tellsNothing: cells.map((_, index) => index) }).parts[0] === null;
}

/** May these persons be counted beside those already published in the same answer, without telling of few? */
export function safeBeside(persons: ReadonlySet<string>, published: readonly ReadonlySet<string>[]): boolean {
  return published.every((other) => mayPublish(persons, other, k));
}
