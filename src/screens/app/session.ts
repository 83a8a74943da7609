import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { request } from '../../web/api.ts';

/** Who sits at the desk, and the day on which. */
export interface Session {
  readonly worker: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  readonly organiser: { readonly id: string; readonly code: string; readonly name: string };
  readonly language: Language;
  readonly today: Day;
  readonly demo: boolean;
  /** Signed in with a password that somebody else gave. */
  readonly mustChange: boolean;
}

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly organiser: string;
}

const address = '/api/session';

function send(method: string, body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => request(address) as Promise<Session>,
  staleTime: 60_000,
});

export const demoAccountsQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: async () => ((await request('/api/demo/accounts')) as { accounts: readonly DemoAccount[] }).accounts,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export async function signIn(queries: QueryClient, credentials: { username: string; password: string }) {
  // The token is for scripts; the browser has its cookie, and keeps no other copy.
  const { token: _, ...session } = (await request(address, send('POST', credentials))) as Session & { token: string };
  // Nothing that the one before saw may stay behind.
  queries.clear();
  queries.setQueryData(sessionQuery.queryKey, session);
  return session;
}

export async function signOut(queries: QueryClient) {
  await request(address, { method: 'DELETE' });
  queries.clear();
}

/** Changes one's own password; the session goes on. */
export async function changePassword(queries: QueryClient, passwords: { current: string; next: string }) {
  const session = (await request(`${address}/password`, send('PUT', passwords))) as Session;
  queries.setQueryData(sessionQuery.queryKey, session);
}

export function rememberLanguage(language: Language) {
  return request(address, send('PATCH', { language }));
}

export type Step = 'day' | 'week' | 'month';

/** Moves the demo's clock; everything on the screen is asked again. */
export function useForward(): (forward: Step) => Promise<Day> {
  const queries = useQueryClient();
  return async (forward) => {
    const { today } = (await request('/api/demo/clock', send('POST', { forward }))) as { today: Day };
    await queries.invalidateQueries();
    return today;
  };
}
