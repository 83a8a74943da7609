/** Before each file of tests: the statements that it sends are kept, or compared with those that are, where one asks for that. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { hearStatements } from '../src/server/database/statement.ts';
import { oneAtATime } from '../tooling/embedded-postgres/process.ts';
import { keepSent, listener, type Sent, sentAs } from './statements.ts';

if (process.env.STATEMENTS === 'write') {
  const heard = new Map<string, Sent>();
  hearStatements((one) => heard.set(`${one.written}\n${one.sent}`, sentAs(one)));
  // A command that a test runs is a process of its own, and writes its statements here.
  const folder = mkdtempSync(join(tmpdir(), 'kykypolku-heard-'));
  const file = join(folder, 'statements.jsonl');
  process.env.HEARD_STATEMENTS = file;
  process.env.NODE_OPTIONS = `--import ${join(import.meta.dirname, 'hear-in-command.ts')}`;
  afterAll(() =>
    oneAtATime('database/statements', async () => {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      keepSent([...heard.values(), ...lines.map((line) => JSON.parse(line) as Sent)]);
      rmSync(folder, { recursive: true });
    }),
  );
} else if (process.env.STATEMENTS === 'check') {
  const source = readFileSync(expect.getState().testPath as string, 'utf8');
  hearStatements(listener(/fast-check|FUZZ_SEED/.test(source)));
}
