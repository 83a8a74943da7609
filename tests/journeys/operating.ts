/** What an operator does at the command line, beside the running server. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import pg from 'pg';

export const root = resolve(import.meta.dirname, '../..');

/** Calls a command with these settings, and answers what it said. */
export async function operateIn(
  settings: Readonly<Record<string, string | undefined>>,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/commands/main.ts', ...args], {
    cwd: root,
    // A warning about colours is none of ours.
    env: { ...process.env, FORCE_COLOR: undefined, ...settings },
  });
  expect(stderr).toBe('');
  return stdout;
}

/** Calls a command on the journeys' own region. */
export const operate = (...args: string[]): Promise<string> =>
  operateIn({ KYKYPOLKU_DATA: process.env.JOURNEY_DATA }, ...args);

/** Changes something in the database of the journeys' own region, past the application, such as what comes only with time. */
export async function changeAsOwner(statement: string, values: readonly unknown[]): Promise<void> {
  const { owner, port } = JSON.parse(readFileSync(join(process.env.JOURNEY_DATA ?? '', 'database.json'), 'utf8'));
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'kykypolku_owner',
    password: owner,
    database: 'kykypolku',
  });
  await client.connect();
  try {
    expect((await client.query(statement, [...values])).rowCount).toBeGreaterThan(0);
  } finally {
    await client.end();
  }
}
