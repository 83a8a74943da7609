/** Rounds from states that are walked to by acts: what each act does by an input that is right, and what it makes of that input spoilt. */
import { luckOf } from '../../demo/random.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { actOf, changing } from '../changing.ts';
import { clientOf, faultOf, sampleOf, schemaOf } from '../conventions/asking.ts';
import { creating, type Ready } from '../creating.ts';
import { creatingLater } from '../creating-later.ts';
import { freshDatabase } from '../database.ts';
import { readable } from '../readable.ts';
import { inRehabilitation, marked } from '../rehabilitating.ts';
import { brokenIn, serverOf } from '../server-of.ts';
import { makeWorld, type WorkerName, type World, workerNames } from '../world.ts';
import { withSeen } from './seek.ts';
import { count, isOfOthers, type Tallies } from './spoiling.ts';
import { addPassing } from './standing.ts';
import { type Base, type HowMany, type Swarmed, signedInTokens, swarm } from './swarm.ts';

/** What is read of a client of whom there is something of each kind, by whoever is answered; then all that nobody has stepped to. */
async function reading(world: World, send: SendTo, stepped: ReadonlySet<string>): Promise<Found> {
  const street = { street: 'Katu 7', postalCode: '28100', postOffice: 'PORI' };
  const address = { ...street, phone: '040 777 7001', email: 'a@example.fi' };
  const { inputsOf } = await readable(world, { address, relative: '040 777 7002', municipalityCode: '609' });
  const slip = await inRehabilitation(world.db, world);
  await marked(world.db, world, slip, ['2021-05-03']);
  const own = {
    participationSlip: [{ clientId: slip.clientId, month: '2021-05' }],
    carryOverClients: [{ successionId: await addPassing(world.db.owner, 'pori-perusturva') }],
  };
  const [undone, bases]: [string[], Base[]] = [[], []];
  for (const act of allActs.filter(({ name, ...act }) => (isRead(act) || name in own) && !stepped.has(name))) {
    const base = await answeredBy(world, send, act, inputsOf(act, own));
    if (base) bases.push(base);
    else undone.push(act.name);
  }
  const known = new Set([...stepped, ...bases.map(({ act }) => act.name)]);
  return { bases: [...bases, ...(await otherBases(world, known))], undone };
}

const isRead = ({ kind, method }: Pick<AnyAct, 'kind' | 'method'>) => kind === 'ask' || method === 'GET';

/** The first of the inputs that somebody is answered to, and who. */
async function answeredBy(
  world: World,
  send: SendTo,
  act: AnyAct,
  inputs: readonly Base['input'][],
): Promise<Base | null> {
  for (const input of inputs)
    for (const by of workerNames.filter((name) => isOfRole(act, world.who(name).roles)))
      if ((await send(act.name, input, by)).statusCode < 300) return { act, input, by };
  return null;
}

const isOfRole = ({ may }: AnyAct, roles: readonly string[]) =>
  !('roles' in may) || may.roles === undefined || may.roles.some((role: string) => roles.includes(role));

/** An act that edits is done as the first of the two would do it. */
function editingIn(world: World): Readonly<Record<string, () => Promise<Ready>>> {
  const firsts = Object.entries(changing(world)).map(([name, prepare]) => {
    const first = async (): Promise<Ready> => {
      const { first: written, second, by, then = by, meanwhile } = await prepare();
      const { act: before, ...input } = written;
      // Where something stands only by another act, the second's text is written over it.
      return meanwhile || before !== undefined ? { input: second, by: then } : { input, by };
    };
    return [name, first] as const;
  });
  return Object.fromEntries(firsts);
}

interface Walk extends HowMany {
  /** Whether each state is walked to once more, to be spoilt. */
  readonly anew: boolean;
  readonly seed: number;
  readonly tallies: Tallies;
}

export type Walked = Swarmed & { readonly undone: readonly string[] };

type Kind = (world: World) => Readonly<Record<string, () => Promise<Ready>>>;

/** What one of them sets up none of the others sets up too. */
const recording: Kind = (world) => ({ ...creating(world), ...creatingLater(world) });

/** What is sent to a world, and which of its acts were not done by what should be right. */
interface Found {
  readonly bases: readonly Base[];
  readonly undone: readonly string[];
}

/** Each of these acts is sent the right input from a state of its own, and must be done. */
const stepsOf =
  (kind: Kind, anew: boolean) =>
  async (world: World, send: SendTo): Promise<Found> => {
    const [undone, bases]: [string[], Base[]] = [[], []];
    for (const [name, prepare] of Object.entries(kind(world))) {
      const { input, by } = await prepare();
      const why = await undoneBy(send, name, input, by);
      if (why) undone.push(`${name}: ${why}`);
      // Spoilt where there is time on a state where it is still to be done: past what it is done once for, little of an input is looked at.
      const still = anew && actOf(name).path.includes('{clientId}') ? await prepare() : { input, by };
      bases.push({ act: actOf(name), input: still.input, by: still.by });
    }
    return { bases, undone };
  };

/** From states that are walked to, right inputs first, then many spoilt ones: of what records, what changes, and all the rest. */
export async function walkedRounds({ requests, anew, ...walk }: Walk): Promise<readonly Walked[]> {
  const third = Math.ceil(requests / 3);
  const sent = { ...walk, requests: third };
  const stepped = new Set<string>();
  return [
    await walkedIn(stepsOf(recording, anew), sent, stepped),
    await walkedIn(stepsOf(editingIn, anew), sent, stepped),
    await walkedIn(
      (world, send) => reading(world, send, stepped),
      { ...sent, requests: requests - 2 * third },
      stepped,
    ),
  ];
}

async function walkedIn(
  find: (world: World, send: SendTo) => Promise<Found>,
  walk: Omit<Walk, 'anew'>,
  stepped: Set<string>,
): Promise<Walked> {
  const { seed, tallies } = walk;
  const db = await freshDatabase();
  const world = await makeWorld(db);
  const tokenOf = await signedInTokens(world);
  const app = await serverOf(world.house());
  const broken = brokenIn(app);
  const ask = clientOf(app, tokenOf);
  let sent = 0;
  const send: SendTo = async (name, input, by) => {
    const answer = await ask(actOf(name), input, by);
    const fault = faultOf(broken, answer);
    if (fault) throw new Error(`${name} ${JSON.stringify(input)?.slice(0, 1000)} by ${by}: ${fault}`);
    sent += 1;
    count(tallies, name, answer.statusCode);
    return answer;
  };
  try {
    const { bases, undone } = await find(world, send);
    for (const { act } of bases) stepped.add(act.name);
    const luck = luckOf('swarm', seed);
    const swarmed = await swarm({ ...walk, world, app, broken, bases, luck }, tokenOf);
    return { ...swarmed, sent: swarmed.sent + sent, undone };
  } finally {
    await app.close();
    await db.close();
  }
}

/** What the other acts may be asked: their own description filled with what is there, by somebody in a role that may. */
async function otherBases(world: World, known: ReadonlySet<string>): Promise<readonly Base[]> {
  const ids = {
    ...(await world.refer()),
    ...{ organiserId: world.pori.id, workerId: world.workerId('pori-coach') },
    groupId: world.pori.groups['work-activity'] as string,
    offeringId: world.pori.offerings['open-work'] as string,
  };
  return allActs
    .filter((act) => !known.has(act.name) && !isOfOthers(act))
    .map((act) => {
      const roles: readonly string[] = ('roles' in act.may && act.may.roles) || ['social-worker'];
      const by = workerNames.find((name) => world.who(name).roles.some((role) => roles.includes(role)));
      return { act, input: sampleOf(schemaOf(act), ids) as Base['input'], by: by ?? 'pori-social-worker' };
    });
}

type SendTo = (name: string, input: unknown, by: WorkerName) => Promise<{ statusCode: number; body: string }>;

/** Nothing when it is done, at once or having seen what the answer says stands there; else the answer. */
async function undoneBy(send: SendTo, name: string, input: Ready['input'], by: WorkerName): Promise<string | null> {
  const first = await send(name, input, by);
  if (first.statusCode < 300) return null;
  const again = await send(name, withSeen(actOf(name), input, JSON.parse(first.body)), by);
  return again.statusCode < 300 ? null : again.body.slice(0, 500);
}
