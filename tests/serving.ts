/** A server on a test's database, in a process of its own, for the test to kill. */
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import { openPool, overPool } from '../src/server/database/pool.ts';
import { serverOf } from './server-of.ts';

const [url = '', entryKey = ''] = process.argv.slice(2);
const app = await serverOf({
  db: overPool(openPool(url, { max: 4, entryKey: Buffer.from(entryKey, 'base64') })),
  clock: fixedClock(day('2021-06-17')),
  keys: { secret: new Uint8Array(32).fill(7) },
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
