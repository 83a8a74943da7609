/** The door to the demo region, which only a demo opens. */
import { existsSync } from 'node:fs';
import type { Keys } from '../platform/act.ts';

export interface DemoRegion {
  /** Fills a migrated database in one transaction: a load that is cut off leaves nothing. */
  loadDemo(ownerUrl: string, given: { keys: Keys; progress: (doing: string, share: number) => void }): Promise<void>;
  demoIsLoaded(ownerUrl: string): Promise<boolean>;
  demoAccounts: readonly { username: string; password: string; [more: string]: unknown }[];
}

const entry = new URL('../../demo/load.ts', import.meta.url);

export async function demoRegion(): Promise<DemoRegion | null> {
  return existsSync(entry) ? ((await import(entry.href)) as DemoRegion) : null;
}
