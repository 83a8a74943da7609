/** The door to the demo region, which only a demo opens. */
import { existsSync } from 'node:fs';
import type { Keys } from '../platform/act.ts';

export interface DemoRegion {
  /** Fills a migrated database in one transaction: a load that is cut off leaves nothing. */
  loadDemo(ownerUrl: string, given: { keys: Keys; progress: (doing: string, share: number) => void }): Promise<void>;
  demoIsLoaded(ownerUrl: string): Promise<boolean>;
  demoAccounts: readonly {
    username: string;
    password: string;
    name: string;
    role: string;
    organiser: string;
  }[];
}

const entry = new URL('../../demo/load.ts', import.meta.url);

export async function demoRegion(): Promise<DemoRegion | null> {
  return existsSync(entry) ? ((await import(entry.href)) as DemoRegion) : null;
}

/** The demo accounts as people read them, one a line. */
export function accountLines(accounts: DemoRegion['demoAccounts']): string[] {
  const width = (of: (account: DemoRegion['demoAccounts'][number]) => string) =>
    Math.max(0, ...accounts.map((account) => of(account).length));
  const [names, secrets, roles] = [width((a) => a.username), width((a) => a.password), width((a) => a.role)];
  return accounts.map(
    ({ username, password, role, organiser }) =>
      `${username.padEnd(names)}  ${password.padEnd(secrets)}  ${role.padEnd(roles)}  ${organiser}`,
  );
}
