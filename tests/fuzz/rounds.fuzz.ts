import { expect, it } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { type Rounded, round } from './round.ts';
import { isOfOthers, longest, noTallies } from './spoiling.ts';
import { walkedRounds } from './walked.ts';

/** How many requests, as `npm run fuzz` says. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1_000_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_210_617);
/** Of so many, one in a hundred goes to the demo region, where each costs most: in rounds that begin with it as it was. */
const aRound = 5000;
const ofRegion = Math.ceil(requests / 100);
/** A short run sends anything at once; a long one looks first, in passes, for what each act does. */
const isShort = ofRegion < aRound;
const way = isShort ? { tries: [], looks: 2 } : { tries: [12], looks: 12 };

it('never breaks on anything at all, nor leaves anybody waiting', { timeout: 600_000 + requests * 10 }, async () => {
  const tallies = noTallies();
  const rounds: Rounded[] = [];
  for (let left = ofRegion; left > 0; left -= aRound) {
    const own = seed + rounds.length;
    rounds.push(await round({ seed: own, requests: Math.min(left, aRound), tallies, ...way }));
    console.log(`The round of seed ${own} over the region held: ${rounds.at(-1)?.sent} requests.`);
  }
  const walked = await walkedRounds({
    ...{ seed, tallies, anew: true, requests: Math.max(0, requests - ofRegion) },
    takenEach: Math.ceil(requests / 5000),
    takenOfSlow: Math.ceil(requests / 50_000),
  });
  rounds.push(...walked);
  expect(walked.flatMap(({ undone }) => undone)).toEqual([]);
  expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(requests);
  expect(rounds.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(0);
  const rows = [...tallies].map(([name, tally]) => ({ name, ...tally }));
  const others = allActs.filter(isOfOthers).map(({ name }) => name);
  expect(rows.filter(({ name, done }) => others.includes(name) && done > 0)).toEqual([]);
  const never = rows.filter(({ name, done }) => done === 0 && !others.includes(name)).map(({ name }) => name);
  report(rows, never, rounds);
  expect(rows.filter(({ done }) => done > 0).length).toBeGreaterThan(isShort ? 20 : 150);
  if (!isShort) expect(never).toEqual([]);
});

interface Row {
  readonly name: string;
  readonly sent: number;
  readonly done: number;
}

function report(rows: readonly Row[], never: readonly string[], rounds: readonly Rounded[]): void {
  for (const { name, sent, done } of rows.toSorted((x, y) => x.done - y.done))
    console.log(`${name}: ${sent} requests, ${done} done, ${sent - done} refused`);
  const slowest = Math.max(...rounds.map((one) => one.slowest));
  console.log(`Each act was asked ${Math.min(...rows.map(({ sent }) => sent))} times or more.`);
  console.log(`None answered 5xx; the slowest took ${Math.round(slowest)} ms of ${longest}.`);
  console.log(
    `After ${rounds.reduce((sum, one) => sum + one.compared, 0)} refusals nothing stood otherwise than before.`,
  );
  console.log(never.length > 0 ? `Only refused: ${never.join(', ')}.` : 'Each act that somebody may do was done.');
}
