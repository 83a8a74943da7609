import { expect, it } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { isOfOthers, longest, noTallies, type Rounded, round } from './round.ts';
import { walkedRounds } from './walked.ts';

/** How many requests, as `npm run fuzz` says. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1_000_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_210_617);
/** Each round begins with the demo region as it was, so that what was changed ends. */
const aRound = 25_000;
/** A short run sends anything at once; a long one looks first, in passes, for what each act does. */
const isShort = requests < 5000;
const way = isShort ? { tries: [], looks: 2 } : { tries: [25, 60, 150], looks: 12 };

it('never breaks on anything at all, nor leaves anybody waiting', { timeout: 120_000 + requests * 60 }, async () => {
  const tallies = noTallies();
  const rounds: Rounded[] = [];
  for (let left = requests; left > 0; left -= aRound) {
    const own = seed + rounds.length;
    rounds.push(await round({ seed: own, requests: Math.min(left, aRound), tallies, ...way }));
    if (!isShort) console.log(`The round of seed ${own} held: ${rounds.at(-1)?.sent} requests.`);
  }
  const walked = await walkedRounds({
    seed,
    spoiltEach: isShort ? 1 : Math.min(200, Math.ceil(requests / 5000)),
    tallies,
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
