/**
 * Two-way tables of persons with their totals: which cells to hide so that no small count can be found out.
 *
 * "Two hidden in every row and column" is not enough, so the audit reads the table as a graph: rows and columns are
 * its nodes, hidden cells its edges, and a hidden cell follows from the shown ones exactly when its edge is a bridge.
 * Counts are never negative, which narrows hidden cells further: their least and greatest values are flows.
 *
 * A table is laid out with its totals: one row more than classes down, one column more than classes across, the
 * total of all in the last corner. So a small total is hidden and guarded like any other cell.
 *
 * Sources: Gusfield 1988 (bridges); Hundepool et al., Statistical Disclosure Control, 2012 (protection ranges).
 */
import { type DisclosureRule, isSmall, type ShownCount, tellsOfAll } from './disclosure.ts';
import { greatestFlow, type HiddenCell, hiddenBridges, type Mask } from './hidden-graph.ts';

/** Counts of persons, rows by columns, totals in the last row and the last column. */
export type FullTable = readonly (readonly number[])[];

/** The same layout as it may be shown; hidden cells are null. Nothing but the last corner may be left of it. */
export type ShownTable = readonly (readonly ShownCount[])[];

/** A table of inner counts with its totals set around it. */
export function withTotals(inner: FullTable): FullTable {
  const rows = inner.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

/**
 * The table as it may be shown outside the organiser.
 * Small counts are hidden, and rows whose persons are all in one telling class; then the cheapest rectangles of
 * cells (two rows by two columns, no zeros) until each hidden cell could still be any of k different values more
 * than its least. If no rectangle is left, only the total of all is shown; if that is small, nothing.
 *
 * @param rule `tellsNothing` names columns
 * @param alreadyHidden cells hidden in a linked table; the same pattern must hold in every table, export and answer
 */
export function showTable(
  inner: FullTable,
  rule: DisclosureRule,
  alreadyHidden: readonly HiddenCell[] = [],
): ShownTable {
  const table = withTotals(inner);
  const lastRow = table.length - 1;
  const lastColumn = (table[0]?.length ?? 1) - 1;
  const grand = at(table, [lastRow, lastColumn]);
  const onlyTotal = table.map((row, r) =>
    row.map((_, c) => (r === lastRow && c === lastColumn && !isSmall(grand, rule.k) ? grand : null)),
  );
  if (isSmall(grand, rule.k)) return onlyTotal;

  const hidden = table.map((row) => row.map((count) => isSmall(count, rule.k)));
  for (const [row, column] of alreadyHidden) if (row !== lastRow || column !== lastColumn) hide(hidden, [row, column]);
  for (const [r, row] of inner.entries()) {
    // Who is in this row would be known to be in that one column: its zeros are hidden with it.
    if (tellsOfAll(row, rule)) for (const c of row.keys()) hide(hidden, [r, c]);
  }
  for (let weak = weakCell(table, hidden, rule.k); weak; weak = weakCell(table, hidden, rule.k)) {
    const rectangle = cheapestRectangle(table, hidden, weak);
    if (!rectangle) return onlyTotal;
    for (const corner of rectangle) hide(hidden, corner);
  }
  return table.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
}

/** The hidden cells of a shown table whose counts follow from its shown ones. Empty is what one wants. */
export function exactlyDerivable(visible: ShownTable): readonly HiddenCell[] {
  return hiddenBridges(maskOf(visible));
}

/** The least and the greatest count that a hidden cell can have, given everything that is shown around it. */
export function possibleRange(table: FullTable, hidden: Mask, cell: HiddenCell): { least: number; greatest: number } {
  const count = at(table, cell);
  const enough = at(table, [table.length - 1, (table[0]?.length ?? 1) - 1]);
  return {
    least: count - Math.min(count, greatestFlow(table, hidden, cell, 'less', enough)),
    greatest: count + greatestFlow(table, hidden, cell, 'more', enough),
  };
}

/** Which cells of a shown table are hidden. */
export function maskOf(visible: ShownTable): Mask {
  return visible.map((row) => row.map((count) => count === null));
}

/** The first hidden cell that is not safe: bridges before narrow ranges, since what mends them often mends the rest. */
function weakCell(table: FullTable, hidden: Mask, k: number): HiddenCell | undefined {
  const [bridge] = hiddenBridges(hidden);
  if (bridge) return bridge;
  for (const [r, row] of hidden.entries()) {
    for (const [c, isHidden] of row.entries()) {
      if (!isHidden) continue;
      const { least, greatest } = possibleRange(table, hidden, [r, c]);
      if (greatest - least < k) return [r, c];
    }
  }
  return undefined;
}

/**
 * The rectangle through a cell that hides the fewest persons more, first in reading order among equals.
 * Its corners are cells already hidden or counts above zero: a zero would show by itself that it is no partner.
 */
function cheapestRectangle(
  table: FullTable,
  hidden: Mask,
  [row, column]: HiddenCell,
): readonly HiddenCell[] | undefined {
  let best: { cost: number; corners: readonly HiddenCell[] } | undefined;
  for (const otherRow of table.keys()) {
    if (otherRow === row) continue;
    for (const otherColumn of (table[row] ?? []).keys()) {
      if (otherColumn === column) continue;
      const corners: readonly HiddenCell[] = [
        [row, otherColumn],
        [otherRow, column],
        [otherRow, otherColumn],
      ];
      const added = corners.filter(([r, c]) => !hidden[r]?.[c]);
      if (added.length === 0 || added.some((corner) => !mayHide(table, corner))) continue;
      const cost = sum(added.map((corner) => at(table, corner)));
      if (!best || cost < best.cost) best = { cost, corners: added };
    }
  }
  return best?.corners;
}

function mayHide(table: FullTable, [row, column]: HiddenCell): boolean {
  const isGrandTotal = row === table.length - 1 && column === (table[0]?.length ?? 1) - 1;
  return !isGrandTotal && at(table, [row, column]) > 0;
}

function hide(hidden: boolean[][], [row, column]: HiddenCell): void {
  const line = hidden[row];
  if (line && column in line) line[column] = true;
}

function at(table: FullTable, [row, column]: HiddenCell): number {
  return table[row]?.[column] ?? 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
