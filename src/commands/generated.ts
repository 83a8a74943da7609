import { acts, allActs } from '../screens/app/registry.ts';
import type { AnyAct, May } from '../server/act.ts';
import { figuresDocument, seedFiguresDocument } from './figures-documents.ts';

interface Document {
  readonly path: string;
  readonly make: () => string | Promise<string>;
}

/** Everything that is written from the code, so that it cannot say otherwise. */
export const documents: readonly Document[] = [
  { path: 'src/screens/app/routes.generated.ts', make: routes },
  { path: 'docs/access.md', make: access },
  { path: 'docs/figures.md', make: figuresDocument },
  { path: 'docs/seed-figures.md', make: seedFiguresDocument },
];

function routes(): string {
  const rows = Object.entries(acts as Record<string, AnyAct>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { method, path }]) => `  ${name}: ['${method}', '${path}'],`);
  return `// Written by ./kykypolku generate from the registry of acts.\nexport const routes = {\n${rows.join('\n')}\n} as const;\n`;
}

function audited({ audited: kept }: AnyAct): string {
  if (kept === 'no-person') return 'no person';
  if ('asked' in kept) return 'what was asked';
  return 'change' in kept ? 'who changed what' : 'the clients seen or changed';
}

function access(): string {
  const rows = [...allActs]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(
      (act) => `| ${act.name} | ${act.method} ${act.path} | ${who(act.may)} | ${purpose(act.may)} | ${audited(act)} |`,
    );
  return `# Who may do what

Written by \`./kykypolku generate\` from what is declared beside each act. Relations rest on one view,
\`database/repeatable/10_access.sql\`, which the gate, the lists and row-level security all ask: the gate refuses an act, and
row-level security hides every row of a client to whom the worker has no relation that day.

| relation | who has it |
| --- | --- |
| responsible_for | the named worker of a client relationship, and the client's case manager |
| coach_of | job coaches of the organiser, who stand in for one another in open work and supported employment |
| receiver_of | those who receive referrals of a service, for a year from the day received |
| leader_of | who leads the client's group |
| instructor_of | instructors of the unit where the client takes part |
| official_for | social workers of the organiser, for every client of it |
| paymaster_for | finance of the organiser, for every client of it, for money only |

A relation goes on for 30 days after its end, so that what was left open can be finished.

| act | address | who may | purpose | audited |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function who(may: May): string {
  if (may.kind === 'signed-in') return 'every signed-in worker';
  if (may.kind === 'role') return `role: ${may.roles.join(', ')}`;
  return `relation: ${may.relations.join(', ')}${may.roles ? `; role: ${may.roles.join(', ')}` : ''}`;
}

function purpose(may: May): string {
  return may.purpose;
}
