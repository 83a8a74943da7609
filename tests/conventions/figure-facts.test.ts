/** A figure names the facts that it reads: by them it is told from a zero that nothing was recorded, and the reader where it comes from. */
import { readFileSync } from 'node:fs';
import { DefaultQueryExecutor, PostgresAdapter, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { queriesOf, type Scope } from '../../src/figures/frame/figure.ts';
import { figures } from '../../src/figures/frame/registry.ts';
import { day } from '../../src/kernel/day.ts';
import { services } from '../../src/kernel/service.ts';
import type { Read } from '../../src/server/database/pool.ts';

const id = '00000000-0000-0000-0000-000000000000';
const scope: Scope = {
  organiser: { id, code: 'pori', name: 'Pori', registerFrom: day('2010-01-01') },
  organiserIds: [id],
  services,
  groups: [],
  asOf: day('2021-06-17'),
  period: { from: day('2021-01-01'), to: day('2021-06-18') },
  periodAsked: false,
  knownAt: null,
  language: 'fi',
  inside: true,
};

/** Facts without which there is no client or place, by which a figure looks past somebody or calls what it counts by name. */
const beside = [
  'fact_client',
  'fact_referral',
  'fact_decision',
  'fact_relationship',
  'fact_placement',
  'fact_employer',
];

/** The facts that a query comes to; a function of facts is none of them. */
async function factsRead(figure: Pick<(typeof figures)[number], 'cases' | 'besides'>): Promise<Set<string>> {
  const sent: string[] = [];
  const nowhere = { provideConnection: () => Promise.reject(new Error('nothing is sent')) };
  const executor = new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), nowhere);
  const reader = {
    getExecutor: () => executor,
    executeQuery: async ({ sql }: { readonly sql: string }) => {
      sent.push(sql);
      return { rows: [] };
    },
  };
  for (const query of queriesOf(figure, scope)) await query.execute(reader as unknown as Read);
  const names = sent.flatMap((text) => text.match(/\b(?:fact|known)_[a-z_]+\b(?!\s*\()/g) ?? []);
  return new Set(names.map((name) => factOf.get(name) ?? name));
}

/** The fact that a view of what was known is first of: marks may be asked for at once, without the names beside each. */
const factOf = new Map(
  [
    ...readFileSync('database/repeatable/40_facts.sql', 'utf8').matchAll(
      /^create view (fact_\w+) [^;]*?\bfrom (known_\w+) /gm,
    ),
  ].map(([, fact = '', known = '']) => [known, fact]),
);

/** A name that is not read may stand: what days are worth follows from marks, without which nothing was recorded. */
const unnamed = (names: readonly string[], read: ReadonlySet<string>): string[] =>
  [...read].filter((name) => !names.includes(name) && !beside.includes(name));

test.each(figures.map((figure) => [figure.id, figure] as const))(
  '%s names the facts that it reads',
  async (_, figure) => {
    expect(unnamed(figure.facts, await factsRead(figure))).toEqual([]);
  },
);

test('a fact that is not named is found', () => {
  expect(unnamed(['fact_plan'], new Set(['fact_plan', 'fact_contact', 'fact_placement']))).toEqual(['fact_contact']);
});
