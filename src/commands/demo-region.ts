/** The door to the demo region, which only a demo opens. */
import { existsSync } from 'node:fs';
import type { Database } from '../platform/database/pool.ts';

export interface DemoRegion {
  /** Fills an empty, migrated database. `owner` passes row-level security by. */
  loadDemo(given: {
    owner: Database;
    ownerUrl: string;
    secret: Uint8Array;
    say: (line: string) => void;
  }): Promise<void>;
  demoAccounts: readonly { username: string; password: string; [more: string]: unknown }[];
}

const entry = new URL('../../demo/load.ts', import.meta.url);

export async function demoRegion(): Promise<DemoRegion | null> {
  return existsSync(entry) ? ((await import(entry.href)) as DemoRegion) : null;
}
