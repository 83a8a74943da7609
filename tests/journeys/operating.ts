/** What an operator does at the command line, beside the running server. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');

/** Calls a command on the journeys' own region, and answers what it said. */
export function operate(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    // A warning about colours is none of ours.
    env: { ...process.env, FORCE_COLOR: undefined, KYKYPOLKU_DATA: process.env.JOURNEY_DATA },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}
