/** A round from states that are walked to by acts: what each act does by an input that is right, and what it makes of that input spoilt. */
import { luckOf, type Random } from '../../demo/random.ts';
import { actOf, changing } from '../changing.ts';
import { clientOf, faultOf } from '../conventions/asking.ts';
import { creating, type Ready, waysIn } from '../creating.ts';
import { creatingLater } from '../creating-later.ts';
import { freshDatabase } from '../database.ts';
import { brokenIn, serverOf } from '../server-of.ts';
import { addSessions } from '../signed-in.ts';
import { makeWorld, type WorkerName, type World, workerNames } from '../world.ts';
import { longest, type Rounded, spoilt, type Tallies } from './round.ts';
import { withSeen } from './seek.ts';

/** Acts that read one client, from a state of theirs. */
function reading(world: World): Readonly<Record<string, () => Promise<Ready>>> {
  const { referred, atWork } = waysIn(world);
  return {
    client: async () => ({ by: 'pori-coach', input: { clientId: (await atWork()).clientId } }),
    identityCode: async () => ({ by: 'pori-social-worker', input: { clientId: (await referred()).clientId } }),
    supervisedMatter: async () => ({ by: 'pori-manager', input: await referred() }),
  };
}

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

interface Walk {
  readonly seed: number;
  readonly spoiltEach: number;
  readonly tallies: Tallies;
}

export type Walked = Rounded & { readonly undone: readonly string[] };

/** Sends to each of these acts the right input from a state of its own, which must be done, then so many spoilt ones. */
export async function walkedRounds(walk: Walk): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  // What one of them sets up for a whole organiser another would set up too: each kind has a world of its own.
  for (const ready of [creating, creatingLater, editingIn, reading]) walked.push(await walkedIn(ready, walk));
  return walked;
}

async function walkedIn(
  ready: (world: World) => Readonly<Record<string, () => Promise<Ready>>>,
  { seed, spoiltEach, tallies }: Walk,
): Promise<Walked> {
  const db = await freshDatabase();
  const world = await makeWorld(db);
  await addSessions(world, workerNames);
  const app = await serverOf(world.house());
  const broken = brokenIn(app);
  const luck = luckOf('walked', seed);
  const ask = clientOf(app, (name: WorkerName) => name);
  const told = { sent: 0, compared: 0, slowest: 0 };
  const undone: string[] = [];
  const send: SendTo = async (name, input, by) => {
    const began = performance.now();
    const answer = await ask(actOf(name), input, by);
    const took = performance.now() - began;
    told.sent += 1;
    told.slowest = Math.max(told.slowest, took);
    const fault = faultOf(broken, answer) ?? (took > longest ? `took ${Math.round(took)} ms` : null);
    if (fault) throw new Error(`seed ${seed}: ${name} ${JSON.stringify(input)?.slice(0, 1000)} by ${by}: ${fault}`);
    const tally = tallies.get(name);
    if (tally) tally.sent += 1;
    if (tally && answer.statusCode < 300) tally.done += 1;
    return answer;
  };
  try {
    for (const [name, prepare] of Object.entries(ready(world))) {
      const { input, by } = await prepare();
      const why = await undoneBy(send, name, input, by);
      if (why) undone.push(`${name}: ${why}`);
      // Spoilt on a state where it is still to be done: past what it is done once for, little of an input is looked at.
      const still = actOf(name).path.includes('{clientId}') ? await prepare() : { input, by };
      for (let n = 0; n < spoiltEach; n++) await send(name, spoilt({ ...still.input }, luck), someone(still.by, luck));
    }
    return { ...told, undone };
  } finally {
    await app.close();
    await db.close();
  }
}

const someone = (by: WorkerName, luck: Random): WorkerName => (luck.chance(0.8) ? by : luck.pick(workerNames));

type SendTo = (name: string, input: unknown, by: WorkerName) => Promise<{ statusCode: number; body: string }>;

/** Nothing when it is done, at once or having seen what the answer says stands there; else the answer. */
async function undoneBy(send: SendTo, name: string, input: Ready['input'], by: WorkerName): Promise<string | null> {
  const first = await send(name, input, by);
  if (first.statusCode < 300) return null;
  const again = await send(name, withSeen(actOf(name), input, JSON.parse(first.body)), by);
  return again.statusCode < 300 ? null : again.body.slice(0, 500);
}
