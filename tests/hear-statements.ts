/** Before each file of tests: the statements that it sends are kept, or compared with those that are, where one asks for that. */
import { afterAll } from 'vitest';
import { type Heard, hearStatements } from '../src/server/database/statement.ts';
import { oneAtATime } from '../tooling/embedded-postgres/process.ts';
import { keepHeard, listener } from './statements.ts';

if (process.env.KYKYPOLKU_STATEMENTS === 'write') {
  const heard = new Map<string, Heard>();
  hearStatements((one) => heard.set(`${one.written}\n${one.sent}`, one));
  afterAll(() => oneAtATime('database/statements', async () => keepHeard([...heard.values()])));
} else if (process.env.KYKYPOLKU_STATEMENTS === 'check') hearStatements(listener());
