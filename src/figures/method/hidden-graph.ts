/**
 * A table with hidden cells read as a graph: rows and columns are nodes, hidden cells are edges.
 *
 * With the totals laid out as a last row and a last column, every line adds up to zero once totals count negative
 * (and the total of all positive). So what can change among the hidden cells is a circulation in this graph:
 * a cell on no circle cannot change at all, and how far another can change is a greatest flow.
 */

/** Row and column, from 0. */
export type HiddenCell = readonly [row: number, column: number];

/** True where a cell is hidden. */
export type Mask = readonly (readonly boolean[])[];

/** The cells whose edge is a bridge, in reading order (Tarjan's search; each node is visited once). */
export function hiddenBridges(hidden: Mask): readonly HiddenCell[] {
  const edges = hiddenCells(hidden);
  const columnNode = (column: number) => hidden.length + column;
  const around = new Map<number, { to: number; edge: number }[]>();
  for (const [edge, [row, column]] of edges.entries()) {
    for (const [from, to] of [
      [row, columnNode(column)],
      [columnNode(column), row],
    ] as const) {
      around.set(from, [...(around.get(from) ?? []), { to, edge }]);
    }
  }

  const match = new Map<number, number>();
  const bridges = new Set<number>();
  /** Returns the earliest found node that the tree below `node` reaches without the edge it came by. */
  function visit(node: number, cameBy: number): number {
    const order = match.size;
    match.set(node, order);
    let earliest = order;
    for (const { to, edge } of around.get(node) ?? []) {
      if (edge === cameBy) continue;
      const known = match.get(to);
      const reach = known ?? visit(to, edge);
      if (known === undefined && reach > order) bridges.add(edge);
      earliest = Math.min(earliest, reach);
    }
    return earliest;
  }
  for (const node of around.keys()) if (!match.has(node)) visit(node, -1);
  return edges.filter((_, edge) => bridges.has(edge));
}

/**
 * How many persons more, or less, a hidden cell could hold while every shown number stays and no cell goes below
 * zero, at most `enough`. Found by repeated shortest paths through what the other hidden cells can give.
 */
export function greatestFlow(
  table: readonly (readonly number[])[],
  hidden: Mask,
  [row, column]: HiddenCell,
  direction: 'more' | 'less',
  enough: number,
): number {
  const lastRow = hidden.length - 1;
  const lastColumn = (hidden[0]?.length ?? 1) - 1;
  const size = hidden.length + lastColumn + 1;
  const room = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const arc = (from: number, to: number, persons: number) => {
    const line = room[from];
    if (line) line[to] = persons;
  };
  const isPart = (r: number, c: number) => (r === lastRow) === (c === lastColumn);
  for (const [r, c] of hiddenCells(hidden)) {
    if (r === row && c === column) continue;
    const count = table[r]?.[c] ?? 0;
    // A part that grows passes from row to column; a total that grows counts the other way.
    arc(r, hidden.length + c, isPart(r, c) ? enough : count);
    arc(hidden.length + c, r, isPart(r, c) ? count : enough);
  }
  const backwards = (direction === 'more') === isPart(row, column);
  const [source, target] = backwards ? [hidden.length + column, row] : [row, hidden.length + column];

  let flow = 0;
  while (flow < enough) {
    const path = shortestPath(room, source, target);
    if (!path) break;
    const step = Math.min(enough - flow, ...path.map(([from, to]) => room[from]?.[to] ?? 0));
    for (const [from, to] of path) {
      arc(from, to, (room[from]?.[to] ?? 0) - step);
      arc(to, from, (room[to]?.[from] ?? 0) + step);
    }
    flow += step;
  }
  return flow;
}

function shortestPath(room: readonly (readonly number[])[], source: number, target: number): [number, number][] | null {
  const cameFrom = new Map<number, number>([[source, source]]);
  const queue = [source];
  for (const node of queue) {
    if (node === target) break;
    for (const [to, persons] of (room[node] ?? []).entries()) {
      if (persons > 0 && !cameFrom.has(to)) {
        cameFrom.set(to, node);
        queue.push(to);
      }
    }
  }
  if (!cameFrom.has(target)) return null;
  const path: [number, number][] = [];
  for (let node = target; node !== source; ) {
    const from = cameFrom.get(node) as number;
    path.unshift([from, node]);
    node = from;
  }
  return path;
}

function hiddenCells(hidden: Mask): readonly HiddenCell[] {
  return hidden.flatMap((row, r) => row.flatMap((isHidden, c) => (isHidden ? [[r, c] as const] : [])));
}
