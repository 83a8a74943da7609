import { ready, run } from './ready.mjs';

const node = await ready();
process.exit(await run(node, ['tests/bench/load.ts', ...process.argv.slice(2)]));
