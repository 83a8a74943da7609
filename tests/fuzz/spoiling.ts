/** What every way of sending random requests has in common: inputs that nobody means, and how often each act was asked and done. */
import { availableParallelism, loadavg } from 'node:os';
import type { Random } from '../../demo/random.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { nasty } from '../conventions/asking.ts';

/** No answer may take longer when it is asked for by itself; milliseconds of a machine that does nothing else. */
export const longest = 5000;

/** What took long, to be sent once more. */
export interface Again {
  readonly what: string;
  readonly send: () => Promise<unknown>;
}

/** Longer where others want the machine at the same time, by how many of them there are for each processor. */
const longestNow = () => longest * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

/** A full machine lets one wait, now and then; what hangs does so each time, by itself too. */
export async function quickAlone(slow: Again[]): Promise<void> {
  for (const { what, send } of slow.splice(0)) {
    const times: number[] = [];
    while (times.length < 3) {
      const began = performance.now();
      await send();
      const took = performance.now() - began;
      if (took <= longestNow()) break;
      times.push(Math.round(took));
    }
    if (times.length === 3) throw new Error(`${what}: took ${times.join(', ')} ms by itself`);
  }
}

export type Tallies = Map<string, { sent: number; done: number }>;

export const noTallies = (): Tallies => new Map(allActs.map(({ name }) => [name, { sent: 0, done: 0 }]));

export function count(tallies: Tallies, name: string, status: number): void {
  const tally = tallies.get(name);
  if (!tally) throw new Error(`no act ${name}`);
  tally.sent += 1;
  if (status < 300) tally.done += 1;
}

/** What nobody may do by itself: it is done within other acts alone. */
export const isOfOthers = ({ may }: AnyAct) => may.kind === 'role' && may.roles.length === 0;

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
