import { expect, it } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { isOfOthers, noTallies } from '../fuzz/spoiling.ts';
import { walkedRounds } from '../fuzz/walked.ts';

/** How many requests: a tenth of the million that `npm run fuzz` sends. */
const requests = Number(process.env.FUZZ_TENTH ?? 100_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_210_617);

it('never breaks on anything at all, nor leaves anybody waiting', { timeout: 900_000 }, async () => {
  const tallies = noTallies();
  const rounds = await walkedRounds({ seed, requests, anew: false, takenEach: 6, takenOfSlow: 1, tallies });
  expect(rounds.flatMap(({ undone }) => undone)).toEqual([]);
  expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(requests);
  expect(rounds.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(0);
  const never = allActs.filter((act) => !isOfOthers(act) && tallies.get(act.name)?.done === 0);
  expect(never.map(({ name }) => name)).toEqual([]);
});
