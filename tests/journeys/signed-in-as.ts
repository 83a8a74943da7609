/** Signs in as a script does. */
import { setTimeout as wait } from 'node:timers/promises';
import type { APIRequestContext } from '@playwright/test';
import type { Role } from '../../src/kernel/relation.ts';
import type { DemoAccount, Session } from '../../src/screens/app/session.ts';

/** Whoever signs in at one address in a minute is counted together, and all journeys have one: they wait as they are told to. */
export async function signedInBy(request: APIRequestContext, username: string): Promise<Session> {
  const answer = await request.post('/api/session', { data: { username, password: 'polku-2021' } });
  if (answer.ok()) return (await answer.json()) as Session;
  const { retryAfterSeconds } = await answer.json();
  if (answer.status() !== 429 || retryAfterSeconds > 60) throw new Error(`${username} is refused: ${answer.status()}`);
  await wait(retryAfterSeconds * 1000);
  return signedInBy(request, username);
}

/** The first account of the demo that has a role, signed in. */
export async function signedInAs(request: APIRequestContext, role: Role): Promise<Session> {
  const { accounts } = (await (await request.get('/api/demo/accounts')).json()) as { accounts: DemoAccount[] };
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo has no account of a ${role}`);
  return signedInBy(request, account.username);
}
