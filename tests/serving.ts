/** A server on a test's database, in a process of its own, for the test to kill. */
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { openPool, overPool } from '../src/server/database/pool.ts';
import { server } from '../src/server/http/server.ts';

const [url = '', entryKey = ''] = process.argv.slice(2);
const app = await server({
  house: {
    db: overPool(openPool(url, { max: 4, entryKey: Buffer.from(entryKey, 'base64') })),
    clock: fixedClock(day('2021-06-17')),
    keys: { secret: new Uint8Array(32).fill(7) },
  },
  acts: allActs,
  version: 'test',
  about: 'Tested.',
  logLevel: 'silent',
  callsAMinute: 1_000_000,
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
