import { ready, run } from './ready.mjs';

// npm run fuzz -- 1000000 [SEED]: as many requests, with another seed each time unless one is named.
const [requests = '1000000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
process.env.FUZZ_REQUESTS = requests;
process.env.FUZZ_SEED = seed;
console.log(`Seed ${seed}`);
const node = await ready();
process.exit(await run(node, ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz/rounds.fuzz.ts']));
