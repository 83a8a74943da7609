import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactlyDerivable,
  type FullTable,
  maskOf,
  possibleRange,
  type ShownTable,
  showTable,
  withTotals,
} from './disclosure-table.ts';
import type { HiddenCell } from './hidden-graph.ts';

const rule = { k: 5 };
const T3 = [
  [12, 3, 9],
  [7, 14, 6],
  [20, 2, 11],
];
const T4 = [
  [3, 8, 10, 12],
  [9, 7, 2, 15],
  [11, 6, 8, 4],
  [14, 20, 9, 13],
];

/** A table with the named cells hidden; rows and columns as people count them, from 1. */
function hiding(inner: FullTable, ...cells: HiddenCell[]): ShownTable {
  return withTotals(inner).map((row, r) =>
    row.map((count, c) => (cells.some(([hr, hc]) => hr === r + 1 && hc === c + 1) ? null : count)),
  );
}

function hiddenCells(visible: ShownTable): HiddenCell[] {
  return visible.flatMap((row, r) => row.flatMap((count, c) => (count === null ? [[r, c] as const] : [])));
}

/** Every table of counts that agrees with what is shown, found by trying: what an attacker with patience knows. */
function allSolutions(visible: ShownTable): FullTable[] {
  const height = visible.length - 1;
  const width = (visible[0]?.length ?? 1) - 1;
  const grand = visible[height]?.[width] ?? 0;
  const inner = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const solutions: FullTable[] = [];
  const tryFrom = (cell: number, left: number): void => {
    const r = Math.floor(cell / width);
    const c = cell % width;
    if (cell === height * width) {
      const table = withTotals(inner);
      if (table.every((row, tr) => row.every((count, tc) => (visible[tr]?.[tc] ?? count) === count))) {
        solutions.push(table.map((row) => [...row]));
      }
      return;
    }
    const rowTotal = visible[r]?.[width] ?? null;
    const columnTotal = visible[height]?.[c] ?? null;
    const inRow = (inner[r] ?? []).slice(0, c).reduce((all, count) => all + count, 0);
    const inColumn = inner.slice(0, r).reduce((all, row) => all + (row[c] ?? 0), 0);
    const most = Math.min(left, (rowTotal ?? grand) - inRow, (columnTotal ?? grand) - inColumn);
    const known = visible[r]?.[c] ?? null;
    const closesRow = c === width - 1 && rowTotal !== null ? rowTotal - inRow : null;
    const least = known ?? closesRow ?? 0;
    for (let count = least; count <= (known ?? closesRow ?? most) && count <= most; count += 1) {
      (inner[r] as number[])[c] = count;
      tryFrom(cell + 1, left - count);
    }
    (inner[r] as number[])[c] = 0;
  };
  tryFrom(0, grand);
  return solutions;
}

function rangeFound(solutions: FullTable[], [row, column]: HiddenCell): { least: number; greatest: number } {
  const counts = solutions.map((table) => table[row]?.[column] ?? Number.NaN);
  return { least: Math.min(...counts), greatest: Math.max(...counts) };
}

describe('the audit', () => {
  test('finds a lone hidden cell in each line, by subtraction', () => {
    const visible = hiding(T3, [1, 2], [3, 2]);
    expect(allSolutions(visible)).toHaveLength(1);
    expect(exactlyDerivable(visible)).toHaveLength(2);
  });

  test('finds an L-shape still exact', () => {
    const visible = hiding(T3, [1, 2], [3, 2], [1, 3], [2, 3]);
    expect(allSolutions(visible)).toHaveLength(1);
    expect(exactlyDerivable(visible)).toHaveLength(4);
  });

  test('is content with a rectangle: the 3 and the 2 each lie in 0-5', () => {
    const visible = hiding(T3, [1, 2], [3, 2], [1, 3], [3, 3]);
    expect(allSolutions(visible)).toHaveLength(6);
    expect(exactlyDerivable(visible)).toEqual([]);
    expect(possibleRange(withTotals(T3), maskOf(visible), [0, 1])).toEqual({ least: 0, greatest: 5 });
    expect(possibleRange(withTotals(T3), maskOf(visible), [2, 1])).toEqual({ least: 0, greatest: 5 });
  });

  test('finds the 2 that nine hidden cells, two or more in every line, still give away', () => {
    const visible = hiding(T4, [1, 1], [1, 2], [2, 1], [2, 2], [2, 3], [3, 3], [3, 4], [4, 3], [4, 4]);
    const solutions = allSolutions(visible);
    expect(solutions).toHaveLength(156);
    expect(rangeFound(solutions, [1, 2])).toEqual({ least: 2, greatest: 2 });
    expect(exactlyDerivable(visible)).toEqual([[1, 2]]);
  });
});

describe('a two-way table', () => {
  test('hides the cheapest rectangle beside its two small cells', () => {
    expect(showTable(T3, rule)).toEqual(hiding(T3, [1, 2], [3, 2], [1, 3], [3, 3]));
  });

  test('hides the rectangle of 28 persons rather than that of 29', () => {
    const table = [
      [12, 3, 9],
      [7, 14, 6],
      [20, 8, 11],
    ];
    const visible = showTable(table, rule);
    expect(visible).toEqual(hiding(table, [1, 2], [1, 3], [3, 2], [3, 3]));
    expect(allSolutions(visible)).toHaveLength(12);
    expect(possibleRange(withTotals(table), maskOf(visible), [0, 1])).toEqual({ least: 0, greatest: 11 });
  });

  test('gives away nothing of the table that two cells a line did not protect', () => {
    const visible = showTable(T4, rule);
    expect(exactlyDerivable(visible)).toEqual([]);
    for (const cell of hiddenCells(visible)) {
      const { least, greatest } = possibleRange(withTotals(T4), maskOf(visible), cell);
      expect(greatest - least).toBeGreaterThanOrEqual(5);
    }
  });

  test('is shown whole when nothing in it is small', () => {
    const table = [
      [6, 0, 9],
      [5, 8, 0],
    ];
    expect(showTable(table, rule)).toEqual(withTotals(table));
  });

  test('hides a small total as it hides a small cell', () => {
    const visible = showTable(
      [
        [3, 0],
        [20, 30],
        [11, 9],
      ],
      rule,
    );
    expect(visible[0]?.[2]).toBeNull();
    expect(exactlyDerivable(visible)).toEqual([]);
  });

  test('does not tell that all of a row are in one class', () => {
    const table = [
      [7, 0, 0],
      [9, 8, 12],
      [6, 11, 10],
    ];
    expect(showTable(table, rule)[0]?.slice(0, 3)).toEqual([null, null, null]);
    expect(showTable(table, { k: 5, tellsNothing: [0] })).toEqual(withTotals(table));
  });

  test('shows only the total of all when no rectangle is left', () => {
    expect(
      showTable(
        [
          [3, 0],
          [0, 8],
        ],
        rule,
      ),
    ).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, 11],
    ]);
  });

  test('shows nothing when all are few', () => {
    expect(
      showTable([[1, 2]], rule)
        .flat()
        .every((count) => count === null),
    ).toBe(true);
  });
});

const smallTables = fc
  .record({ height: fc.integer({ min: 2, max: 3 }), width: fc.integer({ min: 2, max: 3 }) })
  .chain(({ height, width }) =>
    fc.array(fc.array(fc.nat({ max: 5 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

test('for any table: what is shown is true, no hidden count can be narrowed below k values, by trying them all', () => {
  const k = 3;
  fc.assert(
    fc.property(smallTables, (inner) => {
      const table = withTotals(inner);
      const visible = showTable(inner, { k });
      const grand = visible.at(-1)?.at(-1);
      for (const [r, row] of visible.entries()) {
        for (const [c, count] of row.entries()) if (count !== null) expect(count).toBe(table[r]?.[c]);
      }
      if (grand === null) return;
      expect(exactlyDerivable(visible)).toEqual([]);
      const hidden = hiddenCells(visible);
      if (hidden.length === 0 || hidden.length === table.flat().length - 1) return;
      const solutions = allSolutions(visible);
      for (const cell of hidden) {
        const range = rangeFound(solutions, cell);
        expect(possibleRange(table, maskOf(visible), cell)).toEqual(range);
        expect(range.greatest - range.least).toBeGreaterThanOrEqual(k);
      }
    }),
    { numRuns: 300 },
  );
});

test('for any table and any hidden cells, the audit names exactly the cells that only ever hold one difference', () => {
  // Far above zero nothing but subtraction can tell, so the trials see what the graph sees.
  const tables = fc.record({ inner: smallTables, picks: fc.array(fc.nat({ max: 8 }), { maxLength: 6 }) });
  fc.assert(
    fc.property(tables, ({ inner, picks }) => {
      const width = inner[0]?.length ?? 1;
      const raised = inner.map((row) => row.map((count) => count + 1));
      const cells = picks
        .map((pick) => [Math.floor(pick / width) + 1, (pick % width) + 1] as const)
        .filter(([row]) => row <= inner.length);
      const visible = hiding(raised, ...cells);
      const solutions = allSolutions(visible);
      const fixed = hiddenCells(visible).filter((cell) => {
        const { least, greatest } = rangeFound(solutions, cell);
        return least === greatest;
      });
      expect(exactlyDerivable(visible)).toEqual(fixed);
    }),
    { numRuns: 300 },
  );
});

test('hiding what is hidden already hides no more', () => {
  fc.assert(
    fc.property(smallTables, fc.integer({ min: 2, max: 6 }), (inner, k) => {
      const visible = showTable(inner, { k });
      expect(showTable(inner, { k }, hiddenCells(visible))).toEqual(visible);
    }),
  );
});
