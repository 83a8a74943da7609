/** The first account of the demo that has a role, signed in. */
import type { APIRequestContext } from '@playwright/test';
import type { Role } from '../../src/kernel/relation.ts';
import type { DemoAccount, Session } from '../../src/screens/app/session.ts';

export async function signedInAs(request: APIRequestContext, role: Role): Promise<Session> {
  const { accounts } = (await (await request.get('/api/demo/accounts')).json()) as { accounts: DemoAccount[] };
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo has no account of a ${role}`);
  const { username, password } = account;
  const answer = await request.post('/api/session', { data: { username, password } });
  return (await answer.json()) as Session;
}
