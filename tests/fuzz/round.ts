import { luckOf } from '../../demo/random.ts';
import { fixedClock } from '../../src/kernel/clock.ts';
import { day } from '../../src/kernel/day.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { type ActAnswer, clientOf, faultOf } from '../conventions/asking.ts';
import { demoKeys, type FreshDatabase, freshDatabase } from '../database.ts';
import { brokenIn, serverOf } from '../server-of.ts';
import { askersOf, type SignedInWorker, standingIn } from './facts.ts';
import { fillings } from './fillings.ts';
import { type Guess, guess } from './guess.ts';
import { readingBy, type Send, seek } from './seek.ts';
import { type Again, count, isOfOthers, longest, quickAlone, spoilt, type Tallies } from './spoiling.ts';
import { addPassing, standing } from './standing.ts';

const today = day('2021-06-17');

interface Sent extends Guess {
  readonly act: AnyAct;
}

interface Round {
  readonly seed: number;
  readonly requests: number;
  readonly tallies: Tallies;
  /** How often an act is tried at most until it is done, in each pass over those that are not. */
  readonly tries: readonly number[];
  /** How often what stands is compared before and after a refusal. */
  readonly looks: number;
}

export interface Rounded {
  readonly sent: number;
  readonly compared: number;
  readonly slowest: number;
}

/** Sends so many requests at most, each of which is done or refused as it should be; throws at the first that is not. */
export async function round({ seed, requests, tallies, tries, looks }: Round): Promise<Rounded> {
  const db = await freshDatabase({ demo: true });
  const app = await serverOf({ db: db.app, clock: fixedClock(today), keys: demoKeys, exact: true });
  const broken = brokenIn(app);
  try {
    await addPassing(db.owner, 'rauma');
    const askers = await askersOf(db.ownerPool, today);
    const ask = clientOf<string>(app, (token) => token);
    const told = { sent: 0, compared: 0, slowest: 0 };
    const slow: Again[] = [];
    const send: Send = async (act, input, token) => {
      const began = performance.now();
      const answer = await ask(act, input, token);
      const took = performance.now() - began;
      told.sent += 1;
      told.slowest = Math.max(told.slowest, took);
      count(tallies, act.name, answer.statusCode);
      const what = `seed ${seed}: ${act.name} ${JSON.stringify(input)?.slice(0, 1000)} by ${token}`;
      if (took > longest) slow.push({ what, send: () => ask(act, input, token) });
      const fault = faultOf(broken, answer);
      if (fault) throw new Error(`${what}: ${fault}`);
      return answer;
    };
    const right = await reachAll(db, askers, send, { seed, tries, most: requests });
    const facts = await standingIn(db.ownerPool, askers);
    const luck = luckOf('anything', seed);
    const any = async (): Promise<Sent> => {
      const act = luck.pick(allActs);
      const list = right.get(act.name);
      const good =
        list && luck.chance(0.5)
          ? luck.pick(list)
          : await guess(act, facts, luck, { filling: fillings[act.name], reading: readingBy(send) });
      const by = luck.chance(0.3) || !good ? luck.pick(askers) : good.by;
      return { act, by, input: spoilt(good?.input ?? {}, luck) };
    };
    const atOnce = 6;
    while (told.sent < requests) {
      const now = Math.min(requests - told.sent, Math.ceil(requests / (looks + 1)));
      let left = now;
      const one = async () => {
        while (left-- > 0) {
          const { act, by, input } = await any();
          await send(act, input, luck.chance(0.02) ? null : by.token);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      await quickAlone(slow);
      told.compared += await compared(db, send, any);
    }
    return told;
  } finally {
    await app.close();
    await db.close();
  }
}

/** For each act what it did, as far as it was found; the later passes find what the earlier ones prepared. */
async function reachAll(
  { ownerPool }: FreshDatabase,
  askers: readonly SignedInWorker[],
  send: Send,
  { seed, tries, most }: { seed: number; tries: readonly number[]; most: number },
): Promise<ReadonlyMap<string, readonly Guess[]>> {
  const right = new Map<string, Guess[]>();
  let facts = await standingIn(ownerPool, askers);
  let changed = 0;
  let sent = 0;
  for (const [pass, atMost] of tries.entries())
    for (const act of allActs) {
      if (right.has(act.name) || isOfOthers(act) || sent >= most) continue;
      if (changed > (pass === 0 ? 8 : 0)) {
        facts = await standingIn(ownerPool, askers);
        changed = 0;
      }
      const one = await seek(send, act, facts, luckOf(`${act.name} ${pass}`, seed), {
        tries: Math.min(atMost, most - sent),
        filling: fillings[act.name],
        hear: () => (sent += 1),
      });
      if (!one) continue;
      right.set(act.name, [one]);
      if (act.kind === 'do') changed += 1;
    }
  return right;
}

/** Sends until something is refused, and sees that it has written nothing; answers how many were compared. */
async function compared(db: FreshDatabase, send: Send, any: () => Promise<Sent>): Promise<number> {
  for (let n = 0; n < 20; n++) {
    const { act, input, by } = await any();
    if (act.kind === 'ask') continue;
    const before = await standing(db.owner);
    const answer: ActAnswer = await send(act, input, by.token);
    if (answer.statusCode < 400) continue;
    if ((await standing(db.owner)) === before) return 1;
    throw new Error(`${act.name} was refused and wrote: ${JSON.stringify(input).slice(0, 1000)}`);
  }
  return 0;
}
