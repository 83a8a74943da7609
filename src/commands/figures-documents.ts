/** The handbook of figures, written from the figures themselves. */
import { readFileSync } from 'node:fs';
import type { Basis, FigureUnit } from '../figures/frame/figure.ts';
import { figures } from '../figures/frame/registry.ts';
import { commandFor, type SeedFigure, seedFigures } from './seed-figures.ts';

const bases: Readonly<Record<Basis, string>> = {
  day: 'on the day',
  period: 'the period asked for; the calendar year up to the day where none is',
  month: 'the month that ends with the day, or the period asked for',
  year: 'the twelve months that end with the day, or the period asked for',
  cohort: 'everything known from the beginning of the register up to the day, or the period asked for',
};

const units: Readonly<Record<FigureUnit, string>> = {
  persons: 'persons',
  places: 'places',
  cases: 'cases',
  share: 'share, 0 to 1',
  euro: 'euro',
  days: 'days',
  months: 'months',
  hours: 'hours a week',
  count: 'number',
  'per-year': 'a year',
};

export function figuresDocument(): string {
  const sections = figures.map(
    (one) => `## ${one.id}

${one.label.en} (${one.label.fi}). ${one.question}

- **Definition**: ${one.definition.en}
- **Unit**: ${units[one.unit]}
- **Time**: ${bases[one.basis]}
- **Population**: ${one.population}
- **Query**: \`src/figures/list/q${one.question.slice(1).padStart(2, '0')}/${one.id}.ts\`, over ${one.facts.map((name) => `\`${name}\``).join(', ')}
- **Outside the organiser**: ${one.about === 'persons' ? 'few persons are hidden, and whatever would give them away' : 'shown: it tells of no person in care'}
- **By hand**: ${one.example}
`,
  );
  return `# Figures

Written by \`./kykypolku generate\` from the figures in \`src/figures/list/\`. One file a figure; nothing else counts.

For all of them:

- **Scope**: an organiser (a region with its members; successors when asked for), a service or several, a day or a period.
- **Days** are calendar days in Helsinki, ranges half-open: a relationship that ends on 17.6. is not in force on 17.6.
- **As known at**: with \`--known-at\` facts are read as they were known at that instant.
- **Persons** are counted once, also where two records or two services are one person's.
- **Value and cases** come from one query, over views of dated facts (\`database/repeatable/40_facts.sql\`).
- **Not recorded** is a class of its own with its share, and a figure without facts where the organiser does not record
  such facts (or does not offer the service) says *not recorded*, never zero.
- **Suppressed**: outside the organiser counts of one to four persons are hidden, and so is every class, service or
  neighbouring figure by which they could be found out.

${sections.join('\n')}`;
}

interface Statement {
  readonly id: string;
  readonly organiser: string;
  readonly service: string;
  readonly measure: string;
  readonly value: unknown;
  readonly about?: boolean;
}

const source = new URL('../../demo/seed/figures.json', import.meta.url);

export function seedFiguresDocument(): string {
  const { figures: statements } = JSON.parse(readFileSync(source, 'utf8')) as { figures: readonly Statement[] };
  const sections = statements.map((statement) => {
    const one = seedFigures.find(({ id }) => id === statement.id);
    if (!one) throw new Error(`No figure gives back ${statement.id}`);
    const stated = Array.isArray(statement.value) ? statement.value.join(', ') : String(statement.value);
    return `## ${statement.id}

${statement.organiser}, ${statement.service}: ${statement.measure}. The source says: **${statement.about ? 'about ' : ''}${stated}**.

\`\`\`
${commandFor(one)}
\`\`\`

${expected(one)}
`;
  });
  return `# What the source document states, and the figure that gives it back

Written by \`./kykypolku generate\`. Each statement of \`demo/seed/figures.json\` comes back from the dated facts of the
demo region; what the source says is unknown comes back as *not recorded* or *not answered*. \`tests/seed-figures.test.ts\`
runs them all.

${sections.join('\n')}`;
}

const ways: Readonly<Record<SeedFigure['as'], (expect: string) => string>> = {
  equal: (expect) => expect,
  about: (expect) => `about ${expect} (within a tenth)`,
  within: (expect) => `between ${expect}`,
  ends: (expect) => `least and greatest ${expect}`,
};

function expected({ take, expect, as }: SeedFigure): string {
  const places = take
    .map((place) => `\`${place === 'order' ? 'breakdown, the keys in their order' : place}\``)
    .join(', ');
  return `${places}: ${ways[as](expect.join(as === 'within' || as === 'ends' ? ' and ' : ', '))}`;
}
