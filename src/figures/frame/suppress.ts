/** What of a figure may leave the organiser: few persons are hidden, and whatever would give them away. */
import { disclosureThreshold, tooSmallToShow } from '../../law/disclosure.ts';
import { mayPublish, mayShowShare, showBreakdown } from '../method/disclosure.ts';
import { showTable } from '../method/disclosure-table.ts';
import { NOT_RECORDED } from './count.ts';
import type { Breakdown, Counted, Figure, Part } from './figure.ts';

/** What of a figure is hidden: all of it, or classes of its breakdowns by the breakdown's place (0 is the first). */
export interface Hidden {
  readonly all: boolean;
  readonly classes: readonly ReadonlySet<string>[];
}

export const nothingHidden: Hidden = { all: false, classes: [] };
export const allHidden: Hidden = { all: true, classes: [] };

const k = disclosureThreshold;

/**
 * What must be hidden of a figure by itself.
 *
 * @param members what is hidden of it in each member of a region: it would follow from the sum and what the others show
 * @param inTime whole levels of periods that add up to a longer one, the asked period or the one that holds it first
 */
export function hiddenOf(
  figure: Figure,
  counted: Counted,
  members: readonly Hidden[] = [],
  inTime: readonly (readonly Counted[])[] = [],
): Hidden {
  if (figure.about === 'things') return nothingHidden;
  const { persons, of } = counted;
  const telling = of === undefined || counted.ofCases ? tooSmallToShow(persons) : !mayShowShare(persons, of, k);
  if (telling || members.some(({ all }) => all)) return allHidden;
  if (tellsOfFew(counted)) return allHidden;
  if (inTime.some((level) => givenAway(level.map((one) => one.persons)))) return allHidden;
  const classes = breakdownsOf(counted).map((one, place) => {
    const already = new Set(members.flatMap(({ classes }) => [...(classes[place] ?? [])]));
    return hiddenClasses(one, already.union(givenAwayInTime(one, place, inTime)));
  });
  const [first] = classes;
  return {
    all: false,
    classes: breakdownsOf(counted).map((one, place) =>
      one.sums && first && first.size > 0 ? everyClass(one) : (classes[place] ?? new Set()),
    ),
  };
}

/** Would a count that is published elsewhere tell of few by what it has less than this one? */
const tellsOfFew = ({ beyond }: Pick<Part, 'beyond'>): boolean =>
  beyond?.().some((persons) => tooSmallToShow(persons)) ?? false;

const everyClass = ({ parts }: Breakdown): ReadonlySet<string> => new Set(parts.map(({ key }) => key));

/** Classes that would follow from the same class in the other periods of a longer one. */
function givenAwayInTime(
  { parts, apart }: Breakdown,
  place: number,
  inTime: readonly (readonly Counted[])[],
): Set<string> {
  if (apart) return new Set();
  const personsOf = (counted: Counted, key: string) =>
    breakdownsOf(counted)[place]?.parts.find((part) => part.key === key)?.persons ?? 0;
  return new Set(
    parts.flatMap(({ key }) =>
      inTime.some((level) => givenAway(level.map((counted) => personsOf(counted, key)))) ? [key] : [],
    ),
  );
}

const breakdownsOf = (counted: Counted): readonly Breakdown[] => [
  counted.breakdown ?? { by: '', parts: [] },
  ...(counted.more ?? []),
];

function hiddenClasses(breakdown: Breakdown, alreadyHidden: ReadonlySet<string>): ReadonlySet<string> {
  const { apart, together, tellsNothing, table } = breakdown;
  if (table) return hiddenCells(breakdown.parts, table.columns, alreadyHidden);
  const isHidden = ({ key, persons, of, unit, beyond }: Part) =>
    alreadyHidden.has(key) ||
    tooSmallToShow(persons) ||
    tellsOfFew(beyond === undefined ? {} : { beyond }) ||
    // A share gives away those outside it too.
    (unit === 'share' && of !== undefined && !mayShowShare(persons, of, k));
  const few = new Set(breakdown.parts.filter(isHidden).map(({ key }) => key));
  if (together && few.size > 0) return everyClass(breakdown);
  if (apart) return few;
  // What stands beside the whole can be no partner of a hidden part: the part would follow from the whole.
  const parts = breakdown.parts.filter(({ beside }) => !beside);
  const telling = parts.flatMap(({ key }, index) => (tellsNothing || key === NOT_RECORDED ? [index] : []));
  const already = parts.flatMap((part, index) => (isHidden(part) ? [index] : []));
  const visible = showBreakdown(
    parts.map((part) => part.persons),
    { k, tellsNothing: telling },
    already,
  );
  const hidden = parts.filter((_, index) => visible.parts[index] === null).map(({ key }) => key);
  return few.union(new Set(hidden));
}

function hiddenCells(
  parts: readonly Part[],
  columns: readonly string[],
  alreadyHidden: ReadonlySet<string>,
): ReadonlySet<string> {
  const { length: width } = columns;
  const inner = parts.reduce<number[][]>((rows, part, i) => {
    if (i % width === 0) rows.push([]);
    rows.at(-1)?.push(part.persons);
    return rows;
  }, []);
  const already = parts.flatMap(({ key }, i): [number, number][] =>
    alreadyHidden.has(key) ? [[Math.floor(i / width), i % width]] : [],
  );
  const visible = showTable(inner, { k, tellsNothing: columns.map((_, column) => column) }, already);
  return new Set(parts.filter((_, i) => visible[Math.floor(i / width)]?.[i % width] === null).map(({ key }) => key));
}

/**
 * Would the count of one cell be given away by the others and their published sum? The first cell is the one asked for;
 * the others are what is left of the same whole.
 */
function givenAway(cells: readonly number[]): boolean {
  return showBreakdown(cells, { k, tellsNothing: cells.map((_, index) => index) }).parts[0] === null;
}

/** May these persons be counted beside those already published in the same answer, without telling of few? */
export function safeBeside(persons: ReadonlySet<string>, published: readonly ReadonlySet<string>[]): boolean {
  return published.every((other) => mayPublish(persons, other, k));
}
