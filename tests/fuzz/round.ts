/** One round of random requests against a database of its own: first what may be done, then anything at all. */
import { sql } from 'kysely';
import { luckOf, type Random } from '../../demo/random.ts';
import { fixedClock } from '../../src/kernel/clock.ts';
import { day } from '../../src/kernel/day.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { type ActAnswer, clientOf, faultOf, nasty } from '../conventions/asking.ts';
import { demoKeys, type FreshDatabase, freshDatabase } from '../database.ts';
import { brokenIn, serverOf } from '../server-of.ts';
import { askersOf, type SignedInWorker, standingIn } from './facts.ts';
import { fillings } from './fillings.ts';
import { type Guess, guess } from './guess.ts';
import { readingBy, type Send, seek } from './seek.ts';

/** No answer may take longer; milliseconds. */
export const longest = 5000;
const today = day('2021-06-17');

interface Tally {
  sent: number;
  done: number;
}
export type Tallies = Map<string, Tally>;

/** What nobody may do by itself: it is done within other acts alone. */
export const isOfOthers = ({ may }: AnyAct) => may.kind === 'role' && may.roles.length === 0;

export const noTallies = (): Tallies => new Map(allActs.map(({ name }) => [name, { sent: 0, done: 0 }]));

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
    await addPassing(db);
    const askers = await askersOf(db.ownerPool, today);
    const ask = clientOf<string>(app, (token) => token);
    const told = { sent: 0, compared: 0, slowest: 0 };
    const send: Send = async (act, input, token) => {
      const began = performance.now();
      const answer = await ask(act, input, token);
      const took = performance.now() - began;
      told.sent += 1;
      told.slowest = Math.max(told.slowest, took);
      const tally = tallies.get(act.name) as Tally;
      tally.sent += 1;
      if (answer.statusCode < 300) tally.done += 1;
      const fault: string | null = faultOf(broken, answer) ?? (took > longest ? `took ${Math.round(took)} ms` : null);
      if (fault)
        throw new Error(`seed ${seed}: ${act.name} ${JSON.stringify(input)?.slice(0, 1000)} by ${token}: ${fault}`);
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
      told.compared += await compared(db, send, any);
    }
    return told;
  } finally {
    await app.close();
    await db.close();
  }
}

/** An organiser whose tasks have passed on, which the operator says at the command line. */
async function addPassing({ owner }: FreshDatabase): Promise<void> {
  await sql`with other as (
      insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
      values ('alue', 'wellbeing-services-county', 'Alue', 'Området', 'County', '2021-06-01', '[2021-06-01,)') returning id)
    insert into organiser_succession (predecessor_id, successor_id, from_on, services)
    select o.id, other.id, '2021-06-10', '{day-activity}' from organiser_organiser o, other where o.code = 'rauma'`.execute(
    owner,
  );
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

/** The same with none, one or more of its fields turned into something that nobody means. */
export function spoilt(input: Readonly<Record<string, unknown>>, luck: Random): Record<string, unknown> {
  const fields = Object.keys(input);
  const wrong = new Set(Array.from({ length: luck.int(0, 2) }, () => luck.int(0, Math.max(0, fields.length - 1))));
  const entries = Object.entries(input).map(([field, value], n) => [
    field,
    wrong.has(n) ? anything(luck, value) : value,
  ]);
  if (luck.chance(0.05)) entries.push([luck.pick(['__proto__', 'constructor', 'tuntematon', '']), 1]);
  return Object.fromEntries(entries);
}

function anything(luck: Random, value: unknown): unknown {
  return luck.weighted<() => unknown>([
    [() => luck.pick(nasty), 5],
    [() => (typeof value === 'object' && value !== null ? spoilt(value as Record<string, unknown>, luck) : value), 3],
    [() => [value, value], 1],
    [() => ({ [String(value).slice(0, 20)]: value }), 1],
    [() => luck.int(-(2 ** 31), 2 ** 31 - 1), 1],
    [() => String.fromCodePoint(...Array.from({ length: luck.int(1, 40) }, () => luck.int(1, 0x10ffff))), 2],
  ])();
}

/** What stands in the tables that acts write, as one text; trail, gestures and tries are kept of refusals too. */
async function standing({ owner }: FreshDatabase): Promise<string> {
  const { rows } = await sql<{
    text: string;
  }>`select string_agg(c.relname || ' ' || (xpath('/row/n/text()', query_to_xml(
      format('select count(*) || coalesce(md5(string_agg(t::text, $x$ $x$ order by t::text)), $x$$x$) as n from %I t', c.relname), false, true, '')))[1]::text,
      E'\n' order by c.relname) as text
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname !~ '^(platform_(audit.*|gesture|attempt|session|challenge)|client_visit)$'`.execute(owner);
  return rows[0]?.text ?? '';
}

/** Sends until something is refused, and sees that it has written nothing; answers how many were compared. */
async function compared(db: FreshDatabase, send: Send, any: () => Promise<Sent>): Promise<number> {
  for (let n = 0; n < 20; n++) {
    const { act, input, by } = await any();
    if (act.kind === 'ask') continue;
    const before = await standing(db);
    const answer: ActAnswer = await send(act, input, by.token);
    if (answer.statusCode < 400) continue;
    if ((await standing(db)) === before) return 1;
    throw new Error(`${act.name} was refused and wrote: ${JSON.stringify(input).slice(0, 1000)}`);
  }
  return 0;
}
