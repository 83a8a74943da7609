import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandFor, givesBack, seedFigures, taken } from '../src/commands/seed-figures.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn } from './facts.ts';

// What the source document states comes back from the dated facts of the demo region.

const source = new URL('../demo/seed/figures.json', import.meta.url);
const { figures: statements } = JSON.parse(readFileSync(source, 'utf8')) as {
  figures: readonly { id: string; value: unknown; measure: string }[];
};

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
}, 180_000);
afterAll(() => db.close());

it('every statement of the source has its figure, and every number of a statement is the one asked for', () => {
  expect(seedFigures.map(({ id }) => id).toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
  for (const one of seedFigures) {
    const { value } = statements.find(({ id }) => id === one.id) ?? {};
    if (typeof value === 'number') expect(one.expect, one.id).toContain(value);
  }
});

describe('the demo region gives back', () => {
  it.each(statements.map(({ id, measure }) => [id, measure]))('%s: %s', async (id) => {
    const one = seedFigures.find((candidate) => candidate.id === id);
    if (!one) throw new Error(`no figure for ${id}`);
    const { organiser, service, asOf, from, to } = one;
    const result = await figureIn(db.app, one.figure, {
      organiser,
      service,
      asOf,
      ...(from && to ? { from, to } : {}),
    });
    expect(givesBack(one, result), `${commandFor(one)}\n${JSON.stringify(taken(one, result))}`).toBe(true);
  });
});
