/** Many wrong requests at little cost: right inputs of states that are walked to, spoilt, several at once, by workers whose sign-in is not asked each time. */
import type { FastifyInstance } from 'fastify';
import type { Random } from '../../demo/random.ts';
import { ProblemError } from '../../src/kernel/problem.ts';
import { type AnyAct, zPaper } from '../../src/server/act.ts';
import { inAddress } from '../../src/server/http/openapi.ts';
import { perform } from '../../src/server/perform.ts';
import { openSession } from '../../src/server/sign-in/sign-in.ts';
import { type ActAnswer, clientOf, faultOf } from '../conventions/asking.ts';
import { addAccounts } from '../signed-in.ts';
import { type WorkerName, type World, workerNames } from '../world.ts';
import { type Again, count, longest, quickAlone, spoilt, type Tallies } from './spoiling.ts';
import { standing } from './standing.ts';

/** An input that is right, or nearly, and who may send it. */
export interface Base {
  readonly act: AnyAct;
  readonly input: Readonly<Record<string, unknown>>;
  readonly by: WorkerName;
}

export interface HowMany {
  readonly requests: number;
  /** Of each act so many are sent that its description takes; the others are spoilt until it does not, and cost little. */
  readonly takenEach: number;
  /** The same of acts that count, or set papers. */
  readonly takenOfSlow: number;
}

export interface Swarm extends HowMany {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly broken: readonly string[];
  readonly bases: readonly Base[];
  readonly luck: Random;
  readonly seed: number;
  readonly tallies: Tallies;
}

/** Of so many requests one goes the whole way that a browser's does: over HTTP, by a token of its session. */
const overHttp = 50;
const atOnce = 4;
const looks = 12;

export interface Swarmed {
  readonly sent: number;
  readonly taken: number;
  readonly compared: number;
  readonly slowest: number;
}

/** Signs in every worker; answers the token of each. */
export async function signedInTokens(world: World): Promise<(name: WorkerName) => string> {
  const ids = await addAccounts(world, Object.fromEntries(workerNames.map((name) => [`kulkija.${name}`, name])));
  const tokens = new Map<WorkerName, string>();
  for (const [n, name] of workerNames.entries())
    tokens.set(name, await openSession({ db: world.db.app, keys: world.house().keys }, ids[n] as string));
  return (name) => tokens.get(name) as string;
}

/** Sends so many; throws at the first that breaks, or takes too long. */
export async function swarm(all: Swarm, tokenOf: (name: WorkerName) => string): Promise<Swarmed> {
  const { world, app, broken, bases, requests, luck, seed, tallies } = all;
  const told = { sent: 0, taken: 0, compared: 0, slowest: 0 };
  const slow: Again[] = [];
  const house = world.house();
  const ask = clientOf(app, tokenOf);
  const direct = async (act: AnyAct, input: unknown, by: WorkerName): Promise<ActAnswer> => {
    try {
      await perform(house, act, input, { who: world.who(by), language: 'fi' });
      return { statusCode: 200, headers: {}, body: '' };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { problem } = error;
      const headers = { 'content-type': 'application/problem+json' };
      return { statusCode: problem.status, headers, body: JSON.stringify(problem) };
    }
  };
  const timed = async (way: typeof direct, { act, input, by }: Base) => {
    const began = performance.now();
    const answer = await way(act, input, by).catch((error: unknown) =>
      String(error instanceof Error ? error.stack : error),
    );
    const fault = typeof answer === 'string' ? answer : faultOf(broken, answer);
    return { answer, fault, took: performance.now() - began };
  };
  const send = async (one: Base): Promise<ActAnswer> => {
    const way = told.sent++ % overHttp === 0 ? ask : direct;
    const { answer, fault, took } = await timed(way, one);
    told.slowest = Math.max(told.slowest, took);
    const what = `seed ${seed}: ${one.act.name} ${JSON.stringify(one.input)?.slice(0, 1000)} by ${one.by}`;
    if (took > longest) slow.push({ what, send: () => timed(way, one) });
    if (fault || typeof answer === 'string') throw new Error(`${what}: ${fault}`);
    count(tallies, one.act.name, answer.statusCode);
    return answer;
  };
  const taken = new Map<Base, number>();
  const next = (n: number): Base => {
    const base = bases[n % bases.length] as Base;
    const by = luck.chance(0.75) ? base.by : luck.pick(workerNames);
    const before = taken.get(base) ?? 0;
    const most = isSlow(base.act) ? all.takenOfSlow : all.takenEach;
    // Spoilt again and again, until the description takes it no more.
    let input = asSent(base.act, spoilt({ ...base.input }, luck));
    for (let more = 0; more <= 12; more++) {
      if (!base.act.input.safeParse(input).success) return { act: base.act, input, by };
      if (before < most) break;
      input = asSent(base.act, more < 10 ? spoilt(input, luck) : { ...input, tuntematon: 1 });
    }
    taken.set(base, before + 1);
    told.taken += 1;
    return { act: base.act, input, by };
  };
  let n = 0;
  for (let look = 0; look < looks; look++) {
    const until = Math.ceil((requests * (look + 1)) / looks);
    const one = async () => {
      while (n < until) await send(next(n++));
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    await quickAlone(slow);
    told.compared += await compared(world, send, () => next(luck.int(0, bases.length - 1)));
  }
  return told;
}

const isSlow = ({ may, output }: AnyAct) => may.purpose === 'figures' || output === zPaper;

/** What stands in the address travels as text. */
function asSent(act: AnyAct, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!inAddress(act)) return input;
  const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, asText(value)]])),
  );
}

/** Sends until a change is refused, and sees that it has written nothing; answers how many were compared. */
async function compared(world: World, send: (one: Base) => Promise<ActAnswer>, any: () => Base): Promise<number> {
  for (let n = 0; n < 20; n++) {
    const one = any();
    if (one.act.kind === 'ask') continue;
    const before = await standing(world.db.owner);
    const { statusCode } = await send(one);
    if (statusCode < 400) continue;
    if ((await standing(world.db.owner)) === before) return 1;
    throw new Error(`${one.act.name} was refused and wrote: ${JSON.stringify(one.input).slice(0, 1000)}`);
  }
  return 0;
}
