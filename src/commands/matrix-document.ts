/** Every act, in every situation of a client: who may do it. */
import { type Relation, type Role, roles } from '../kernel/relation.ts';
import { administrative } from '../law/decree-2024-457.ts';
import { acts, apiTags } from '../screens/app/registry.ts';
import { type AnyAct, mayDo, type Purpose } from '../server/act.ts';
import { relationsHeld } from './held.ts';
import { type Situation, serviceOfRole, situations } from './situations.ts';

const letterOf: Readonly<Record<Role, string>> = {
  coach: 'C',
  instructor: 'I',
  'rehabilitative-instructor': 'R',
  'social-worker': 'S',
  finance: 'F',
  planner: 'P',
  manager: 'M',
  administrator: 'A',
};

const every: readonly Situation[] = situations;

/** How much of a client an act that names none can tell: what row-level security shows for its purpose, or the name alone. */
export type Shown = 'whole' | 'name' | 'nothing';

/** Purposes for which single clients are seen. */
export const clientPurposes = ['case', 'money', 'supervision'] as const satisfies readonly Purpose[];
type ClientPurpose = (typeof clientPurposes)[number];
const isClientPurpose = (purpose: Purpose): purpose is ClientPurpose => clientPurposes.some((one) => one === purpose);

export function shownTo(role: Role, { held, placed, elsewhere, otherTask }: Situation, purpose: ClientPurpose): Shown {
  const relations = held[role] ?? [];
  if (purpose === 'supervision') return relations.includes('supervisor_of') ? 'whole' : 'nothing';
  if (purpose === 'money' && role === 'finance') return elsewhere || otherTask ? 'nothing' : placed ? 'whole' : 'name';
  const partly: readonly Relation[] = ['keeper_of', 'paymaster_for', 'supervisor_of'];
  if (relations.some((relation) => !partly.includes(relation))) return 'whole';
  return relations.includes('keeper_of') ? 'name' : 'nothing';
}

function cell(act: AnyAct, situation: Situation): string {
  const { may } = act;
  const letters = roles.flatMap((role) => {
    if (!mayDo(may, { roles: [role] }, situation.held[role] ?? [])) return [];
    if (may.kind === 'client' || !isClientPurpose(may.purpose)) return [letterOf[role]];
    const reach = shownTo(role, situation, may.purpose);
    return reach === 'nothing' ? [] : [reach === 'whole' ? letterOf[role] : `(${letterOf[role]})`];
  });
  return letters.join(' ') || '–';
}

/** Roles of whom some may do the act at all. */
function whoever({ may }: AnyAct): string {
  const letters = roles.filter((role) => may.kind === 'signed-in' || !may.roles || may.roles.includes(role));
  return letters.length === roles.length ? 'all' : letters.map((role) => letterOf[role]).join(' ') || '–';
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** The first clause tells what an act does; the rest stands in the description of the API. */
const does = ({ says }: AnyAct) => (says.split(/[;:]/)[0] ?? says).replaceAll('|', '/');

const onClients = ({ may }: AnyAct) => may.kind === 'client' || isClientPurpose(may.purpose);

function roomSection({ name, acts: names }: (typeof apiTags)[number]): string {
  const ofRoom = names
    .toSorted()
    .map((one) => (acts as Readonly<Record<string, AnyAct>>)[one])
    .filter((act) => act !== undefined);
  const about = ofRoom.filter(onClients);
  const rest = ofRoom.filter((act) => !onClients(act));
  return [
    `### ${name}`,
    about.length > 0 &&
      table(
        ['act', 'does', ...every.map((situation) => situation.name)],
        about.map((act) => [act.name, does(act), ...every.map((situation) => cell(act, situation))]),
      ),
    rest.length > 0 &&
      table(
        ['act of no client', 'does', 'tells of clients', 'who may, whatever the client'],
        rest.map((act) => [
          act.name,
          does(act),
          act.may.purpose === 'figures' ? 'in numbers' : 'nothing',
          whoever(act),
        ]),
      ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function relationRows(): string[][] {
  return roles.map((role) => [
    `${letterOf[role]} ${role}`,
    serviceOfRole[role] ?? 'any',
    ...every.map(({ held }) => {
      const relations = held[role] ?? [];
      const grounds = relations.map(
        (name) => `${name} (${relationsHeld[name].ground.map(({ section }) => section).join(', ')})`,
      );
      return grounds.join(', ') || '–';
    }),
  ]);
}

export function matrixDocument(): string {
  return `# Every act, by role and situation of the client

Written by \`./kykypolku generate\` from what is declared beside each act and from \`src/commands/situations.ts\`.
\`tests/matrix.test.ts\` walks a client into each of these situations in a real database, asks the gate and row-level security
there for a worker of each role, and compares: the tables cannot say otherwise. Who has a relation until when, and what each
class of tasks reads, stands in [who may do what](access.md).

## Situations

${table(
  ['situation', 'the client'],
  every.map(({ name, when }) => [name, when]),
)}

A client may be in several at once, and a worker may have several posts: then one may do what any of them lets. A service
of which nobody recorded an exit has not ended here, whatever its decision says: its client is still own.

## Relations that a role has

Behind each relation stand the sections of the ${administrative.act.title.en} (${administrative.act.number}) on which it rests.

${table(['role', 'service', ...every.map(({ name }) => name)], relationRows())}

## Acts

The letters are those of the roles above; – is nobody. An act that names no client, such as a list or a board, tells at most of the
clients in whose column the letter stands, since row-level security hides the rest from it; in brackets at most that one is a
client, with name, birthday and home municipality. Where it says nobody everywhere, the act is done by another act alone.
A month's accounts, lines and files are to finance those of the service tasks of the post, and a month is closed by a post that has
all of the organiser's. The gate comes first: what an act refuses by its own rules, as deciding without the right of a post, is told by the act.

${apiTags.map(roomSection).join('\n\n')}
`;
}
