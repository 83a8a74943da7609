import { ready, run } from './ready.mjs';

const node = await ready();
process.exit(await run(node, ['src/commands/main.ts', 'dev', ...process.argv.slice(2)]));
