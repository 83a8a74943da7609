/** What an operator does at the command line, beside the running server. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';

export const root = resolve(import.meta.dirname, '../..');

/** Calls a command with these settings, and answers what it said. */
export function operateIn(settings: Readonly<Record<string, string | undefined>>, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    // A warning about colours is none of ours.
    env: { ...process.env, FORCE_COLOR: undefined, ...settings },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** Calls a command on the journeys' own region. */
export const operate = (...args: string[]): string => operateIn({ KYKYPOLKU_DATA: process.env.JOURNEY_DATA }, ...args);
