/** The door to the demo region, which only a demo opens: a production server never loads its code. */
export type DemoRegion = typeof import('../../demo/load.ts');

export function demoRegion(): Promise<DemoRegion> {
  return import('../../demo/load.ts');
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
