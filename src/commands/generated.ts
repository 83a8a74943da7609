import { readFileSync } from 'node:fs';
import { readsOfTask, taskClassOf } from '../casework/client/rules.ts';
import { rooms } from '../casework/order.ts';
import { relations } from '../kernel/relation.ts';
import { rightToUse } from '../law/act-2023-703.ts';
import { administrative, type DataClass, implementing, privateTasks, taskClasses } from '../law/decree-2024-457.ts';
import { acts, allActs } from '../screens/app/registry.ts';
import type { AnyAct, May } from '../server/act.ts';
import { figuresDocument, seedFiguresDocument } from './figures-documents.ts';
import { relationsHeld } from './held.ts';
import { matrixDocument } from './matrix-document.ts';

interface Document {
  readonly path: string;
  readonly make: () => string | Promise<string>;
}

/** Everything that is written from the code, so that it cannot say otherwise. */
export const documents: readonly Document[] = [
  { path: 'src/screens/app/routes.generated.ts', make: routes },
  { path: 'src/screens/app/openings.generated.ts', make: openings },
  { path: 'docs/access.md', make: access },
  { path: 'docs/matrix.md', make: matrixDocument },
  { path: 'docs/figures.md', make: figuresDocument },
  { path: 'docs/seed-figures.md', make: seedFiguresDocument },
];

function routes(): string {
  const rows = Object.entries(acts as Record<string, AnyAct>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { method, path }]) => `  ${name}: ['${method}', '${path}'],`);
  return `// Written by ./kykypolku generate from the registry of acts.\nexport const routes = {\n${rows.join('\n')}\n} as const;\n`;
}

/** What each room says of itself in the first lines of its words. */
function openings(): string {
  const rows = [
    ...rooms.map((room) => [room, openingOf(`casework/${room}`)] as const),
    ['figures', 'Figures that answer the questions of a service description, with the cases behind each.'] as const,
    ['description', openingOf('description')] as const,
    ['screens', 'What a page shows, asked in one round trip.'] as const,
  ].map(([name, text]) => `  ${name}: ${JSON.stringify(text)},`);
  return `// Written by ./kykypolku generate from the first lines of each room's words.\nexport const roomOpenings = {\n${rows.join('\n')}\n} as const;\n`;
}

/** The first line alone tells what the room is; what it takes and leaves is for those who read the code. */
function openingOf(folder: string): string {
  const [first = ''] = readFileSync(new URL(`../${folder}/words.ts`, import.meta.url), 'utf8').split('\n');
  return first.replace(/^\/\/ /, '');
}

function audited({ audited: saved }: AnyAct): string {
  if (saved === 'no-person') return 'no person';
  if ('asked' in saved) return 'what was asked';
  return 'change' in saved ? 'who changed what' : 'the clients seen or changed';
}

function access(): string {
  const rows = [...allActs]
    // Where two have one address, their names tell: the registry's own order differs by who reads it.
    .sort((a, b) => (a.path < b.path || (a.path === b.path && a.name < b.name) ? -1 : 1))
    .map(
      (act) => `| ${act.name} | ${act.method} ${act.path} | ${who(act.may)} | ${purpose(act.may)} | ${audited(act)} |`,
    );
  return `# Who may do what

Written by \`./kykypolku generate\` from what is declared beside each act. Relations rest on one view,
\`database/repeatable/10_access.sql\`, which the gate, the lists and row-level security all ask: the gate refuses an act, and
row-level security hides every row of a client to whom the worker has no relation that day.

Its ground is a section of the ${administrative.act.title.en} (${administrative.act.number}).

| relation | who has it | until when | ground |
| --- | --- | --- | --- |
${relationRows()}

The classes of tasks are of section ${taskClasses.section}; a class reads at most what its section lets, of clients to whom there is a
relation, and less where the task does not need it (${rightToUse.act.number} section ${rightToUse.section}). A provider's own staff (section ${privateTasks.section}) has no posts
here. At most, of the own service task; *own* is of the service that one gives, and of those that belong to it.

| relation | class of tasks | ${dataClasses.join(' | ')} |
| --- | --- |${' --- |'.repeat(dataClasses.length)}
${readRows()}

Of other organisers' clients nobody has a relation; of an own client without one of these nobody either, whatever the unit.

Who sees a client only as leader or instructor of a group reads what is of that service: no benefits, no reason of support, and
of plans, decisions, referrals, relationships, places, agreements, marks, money, contacts and exits only those of the service (section ${implementing.section}). Where a client
with a protected address lives is read by those with official_for only, in papers and figures of earlier days too.

Who supervises reads, for the purpose of supervision that the trail keeps of every look, how the team's matters go: who the client is, each
step with its day, who decides and who answers. Of plans and assessments it is told that they were made and when; nothing of addresses,
benefits, reasons, notes, marks and money, no paper and no old version; and nothing of service tasks that the post does not have.

Nobody comes to a client by one's own word, nor by an administrator's alone. Where clients are handed over, letters of surnames shared or it is set how a
service names its workers, only those are named who have from that day a post in the work itself, of the client's service task; a manager's post serves
as an official's where somebody who works with the client names its holder. Who answers already, or did within the days that a relation goes on, may take
back what one handed to a stand-in. A post that opens clients comes back without a second person within those days after it was changed, not later.

| act | address | who may | purpose | audited |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Acts on a client, by relation

Who has which of them to an own client, to one of another unit or organiser, to an ended, pending or denied one, and so may do what:
[the matrix](matrix.md).

${matrix()}
`;
}

const dataClasses: readonly DataClass[] = ['relationship-data', 'plans-and-assessments', 'decisions', 'implementation'];

/** What a relation reads by the class of its tasks: all of the task, of the own service alone, or nothing. */
function readRows(): string {
  return relations
    .map((name) => {
      const cells = dataClasses.map((data) =>
        readsOfTask(name, data, false) ? 'yes' : readsOfTask(name, data, true) ? 'own' : '–',
      );
      return `| ${name} | ${taskClassOf[name]} | ${cells.join(' | ')} |`;
    })
    .join('\n');
}

function relationRows(): string {
  return relations
    .map((name) => {
      const { who, until, ground } = relationsHeld[name];
      return `| ${name} | ${who} | ${until} | ${ground.map(({ section }) => section).join(', ')} |`;
    })
    .join('\n');
}

/** Each act that names a client beside each relation: done with it, with one of some roles only, or not. */
function matrix(): string {
  const rows = allActs
    .filter(({ may }) => may.kind === 'client')
    .map(({ name, may }) => {
      const cells = relations.map((relation) => {
        if (may.kind !== 'client' || !may.relations.includes(relation)) return '–';
        return may.roles ? may.roles.join(', ') : 'yes';
      });
      return `| ${name} | ${cells.join(' | ')} |`;
    })
    .sort();
  return [`| act | ${relations.join(' | ')} |`, `| --- |${' --- |'.repeat(relations.length)}`, ...rows].join('\n');
}

function who(may: May): string {
  if (may.kind === 'signed-in') return 'every signed-in worker';
  if (may.kind === 'role') return `role: ${may.roles.join(', ')}`;
  return `relation: ${may.relations.join(', ')}${may.roles ? `; role: ${may.roles.join(', ')}` : ''}`;
}

function purpose(may: May): string {
  return may.purpose;
}
