import { afterAll, beforeAll, expect, it } from 'vitest';
import { figureById } from '../src/figures/frame/registry.ts';
import type { FigureResult } from '../src/figures/frame/result.ts';
import { tooSmallToShow } from '../src/law/disclosure.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn, figuresIn } from './facts.ts';

// Every figure of the demo region as one reads it from outside: no number that is hidden follows from what stands beside it.

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
}, 180_000);
afterAll(() => db.close());

type Part = NonNullable<FigureResult['breakdown']>[number];
const tables = ({ breakdown, more = [] }: FigureResult): Part[][] => [
  ...(breakdown ? [breakdown] : []),
  ...more.map(({ parts }) => parts),
];
const sum = (parts: readonly { value: number | null }[]) => parts.reduce((all, { value }) => all + (value ?? 0), 0);
const isNear = (a: number, b: number | null) => b !== null && Math.abs(a - b) < 0.005;

/** Parts hidden outside that follow from the whole, or from parts that are the same sum. */
function recovered(inside: FigureResult, outside: FigureResult): string[] {
  const wholes = [outside.value, outside.cases, outside.n ?? null];
  return tables(outside).flatMap((parts, place) => {
    const own = (key: string) => tables(inside).flatMap((table) => table.filter((part) => part.key === key));
    const exact = parts.map((part) => own(part.key)[0] ?? part);
    const hidden = parts.flatMap((part, i) =>
      part.status === 'suppressed' && (exact[i]?.value ?? 0) !== 0 ? [part.key] : [],
    );
    // The parts that make the whole, with or without those that stand beside it.
    const whole =
      wholes.find((one) => isNear(sum(exact), one)) ??
      wholes.find((one) => isNear(sum(exact.filter(({ n }) => n !== undefined)), one));
    const ofWhole = isNear(sum(exact), whole ?? null)
      ? hidden
      : hidden.filter((key) => exact.some((part) => part.key === key && part.n !== undefined));
    if (whole === undefined || whole === null || ofWhole.length !== 1) return [];
    return [`${outside.id} ${place}: ${ofWhole[0]} follows from ${whole}`];
  });
}

/** Counts of persons, or of what happened to them, that are few and stand there all the same. */
function fewCounted(outside: FigureResult): string[] {
  if (figureById(outside.id)?.about === 'things') return [];
  const all = [
    { key: 'value', value: outside.value, status: outside.status, unit: outside.unit },
    ...tables(outside).flat(),
  ];
  return all.flatMap(({ key, value, status, unit = outside.unit }) =>
    status === 'known' && (unit === 'persons' || unit === 'cases') && value !== null && tooSmallToShow(value)
      ? [`${outside.id}: ${key} is ${value} ${unit}`]
      : [],
  );
}

it.each([
  ['pori-perusturva', 'disability-work', { asOf: '2021-05-31' }],
  ['rauma', 'disability-work', { asOf: '2021-05-31' }],
  ['pori-tyollisyys', 'rehabilitative-work', { from: '2021-05-01', to: '2021-06-01' }],
])(
  'no hidden part of %s, %s, stands beside its own sum: %o',
  async (organiser, service, figureQuery) => {
    const matches: string[] = [];
    let hidden = 0;
    const outside = await figuresIn(db.app, { organiser, service, ...figureQuery }, 'outside');
    for (const one of outside.values()) {
      // The same question within the organiser, of the very days that were answered outside.
      const inside = await figureIn(db.app, one.id, {
        organiser,
        service,
        asOf: one.asOf,
        ...(one.period ?? {}),
      });
      hidden += tables(one)
        .flat()
        .filter(({ status }) => status === 'suppressed').length;
      matches.push(...recovered(inside, one), ...fewCounted(one));
    }
    expect(hidden, 'something is hidden at all').toBeGreaterThan(0);
    expect(matches).toEqual([]);
  },
  240_000,
);

/** Every number of an answer by where it stands; null where it is hidden, and what is not known is not there. */
function told(answer: FigureResult): Map<string, number | null> {
  const { breakdown = [], more = [] } = answer;
  const all = new Map<string, number | null>();
  const tell = (place: string, { value, status }: Pick<FigureResult, 'value' | 'status'>) => {
    if (value !== null || status === 'suppressed') all.set(place, value);
  };
  tell('value', answer);
  for (const { by, parts } of [{ by: '', parts: breakdown }, ...more])
    for (const part of parts) tell(`${by} ${part.key}`, part);
  return all;
}

it.each([
  ['disability-work', { asOf: '2021-05-31' }],
  ['rehabilitative-work', { from: '2021-04-01', to: '2021-05-01' }],
])(
  'what one member of the region hides does not follow from the others and the sum: %s, %o',
  async (service, figureQuery) => {
    const { rows } = await db.ownerPool.query<{ code: string }>(
      `select o.code from organiser_membership m join organiser_organiser r on r.id = m.region_id join organiser_organiser o on o.id = m.organiser_id
       where r.code = 'satakunta' and m.during @> '2021-05-01'::date`,
    );
    const ask = (organiser: string) => figuresIn(db.app, { organiser, service, ...figureQuery }, 'outside');
    const region = await ask('satakunta');
    const members: Map<string, FigureResult>[] = [];
    for (const { code } of rows) members.push(await ask(code));
    const matches: string[] = [];
    let known = 0;
    for (const [id, answer] of region) {
      if (figureById(id)?.about === 'things') continue;
      // Of other days, as lengths since each register began, nothing is a sum of the others.
      const alike = members
        .flatMap((one) => one.get(id) ?? [])
        .filter(({ period }) => period?.from === answer.period?.from);
      const own = alike.map(told);
      for (const [place, value] of told(answer)) {
        if (value === null) continue;
        known++;
        const hidden = own.filter((one) => one.get('value') === null || one.get(place) === null);
        if (hidden.length === 1) matches.push(`${id}: ${place}`);
      }
    }
    expect(known, 'something is told of the region at all').toBeGreaterThan(20);
    expect(matches).toEqual([]);
  },
  240_000,
);
