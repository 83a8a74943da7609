import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Day, isDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Role } from '../../kernel/relation.ts';
import { pageIsOf, request } from '../../web/api.ts';
import { anyDraftOf, forgetDrafts } from '../../web/drafts.ts';
import { halt, tellPages } from './halt.ts';

/** Who sits at the desk, and the day on which. */
export interface Session {
  /** Whose pages these are: the account stays, also where a succession makes its worker another organiser’s. */
  readonly account: string;
  readonly username: string;
  readonly worker: { readonly id: string; readonly name: string; readonly roles: readonly Role[] };
  readonly organiser: { readonly id: string; readonly code: string; readonly name: string };
  readonly language: Language;
  readonly today: Day;
  /** In how many seconds the day ends; null where it is moved by hand. */
  readonly dayEndsIn: number | null;
  readonly demo: boolean;
  /** Signed in with a password that somebody else gave. */
  readonly mustChange: boolean;
  /** In a role that signs in with a code, which is not set up yet. */
  readonly mustHaveCodes: boolean;
  /** A new password that another gave lately; null by is the operator. */
  readonly passwordGiven: { readonly at: string; readonly by: string | null } | null;
  readonly idleMinutes: number;
  /** In how many seconds it ends, however much it is used. */
  readonly endsIn: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
  /** The answer of a passkey beside the password. */
  readonly passkey?: unknown;
}

/** By what one signs in: name and password, or the answer of a passkey in place of both. */
export type WayIn = Credentials | { readonly answer: unknown };

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

let sitter: string | null = null;

/** Who last sat at this tab, which outlasts a reload: what is half-written in it is theirs. */
export interface Sitter {
  readonly account: string;
  readonly username: string;
  readonly name: string;
}

const sitterKey = 'kykypolku.sitter';

export function lastSitter(): Sitter | null {
  const text = sessionStorage.getItem(sitterKey);
  return text === null ? null : (JSON.parse(text) as Sitter);
}

/** Who has left something half-written in this tab, where that is not the account; nothing of it goes before somebody says so. */
export function halfWrittenBefore(account: string): Sitter | null {
  const last = lastSitter();
  return last && last.account !== account && anyDraftOf(last.account) ? last : null;
}

/** The tab is this user's, and what others left half-written in it goes. */
export function takeTab({ account, username, worker: { name } }: Session) {
  forgetDrafts(account);
  sessionStorage.setItem(sitterKey, JSON.stringify({ account, username, name } satisfies Sitter));
}

/** Whose page this is from now on; the other pages of the browser hear of it. */
function sits(session: Session) {
  const { account } = session;
  pageIsOf(account);
  if (!halfWrittenBefore(account)) takeTab(session);
  if (account !== sitter) tellPages(account);
  sitter = account;
}

/** Whose page this is; null before anybody signed in. */
export const whoSits = (): string | null => sitter;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = (await request(address)) as Session;
    sits(session);
    return session;
  },
  staleTime: 60_000,
});

export const demoAccountsQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: async () => ((await request('/api/demo/accounts')) as { accounts: readonly DemoAccount[] }).accounts,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const providerQuery = queryOptions({
  queryKey: ['provider'],
  queryFn: async () => ((await request(`${address}/provider`)) as { provider: boolean }).provider,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Where signing in at the organisation's provider begins. */
export function providerAddress(to: string | null | undefined, account?: 'another'): string {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(account ? { another: 'yes' } : {}) }).toString();
  return `${address}/provider/start${query ? `?${query}` : ''}`;
}

/** What a passkey of whoever sits here is asked. */
export const passkeyQuestion = () => request(`${address}/passkey/begin`, { method: 'POST' });

async function openSession(way: WayIn): Promise<Session> {
  const [at, body] = 'answer' in way ? [`${address}/passkey`, way] : [address, trimmed(way)];
  // The token is for scripts; the browser has its cookie, and keeps no other copy.
  const { token: _, ...session } = (await request(at, send('POST', body))) as Session & { token: string };
  return session;
}

const trimmed = ({ username, password, code, passkey }: Credentials) => ({
  username: username.trim(),
  password,
  ...(code ? { code: code.trim() } : {}),
  ...(passkey ? { passkey } : {}),
});

/** Nothing that the one before saw may stay behind; who is signed in is watched where the page stands. */
function forgetAnswers(queries: QueryClient) {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queries.getMutationCache().clear();
}

export async function beginSession(queries: QueryClient, way: WayIn) {
  const session = await openSession(way);
  forgetAnswers(queries);
  sits(session);
  queries.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Takes the session that the browser has got meanwhile, whosever it is; refuses where it has none. */
export async function takeSession(queries: QueryClient) {
  pageIsOf(null);
  await queries.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false });
  forgetAnswers(queries);
}

/** Signs in again where one was; false where somebody else did, for whom nothing of this page is. */
export async function resumeSession(queries: QueryClient, before: Session, way: WayIn): Promise<boolean> {
  const session = await openSession(way);
  if (session.account !== before.account) return false;
  queries.setQueryData(sessionQuery.queryKey, session);
  tellPages(session.account);
  goOnHere(queries);
  return true;
}

/** Whoever sat here is signed in again: what could not be asked meanwhile is asked now. */
export function goOnHere(queries: QueryClient) {
  halt(null);
  void queries.invalidateQueries();
}

/** Ends the session, and leaves the page as it is. */
export const endSession = () => request(address, { method: 'DELETE' }) as Promise<{ endAt?: string } | undefined>;

/** Signs out; where the server cannot be reached one stays, or goes all the same, where the session ends there by itself. */
export async function leaveSession(queries: QueryClient, unreached: 'stay' | 'go' = 'stay') {
  const ended = await endSession().catch((failure: unknown) => {
    if (unreached === 'stay') throw failure;
    return undefined;
  });
  pageIsOf(null);
  forgetDrafts(null);
  sessionStorage.removeItem(sitterKey);
  sitter = null;
  tellPages(null);
  queries.clear();
  // Who came from the organisation's provider leaves there too.
  if (ended?.endAt) window.location.assign(ended.endAt);
}

/** Changes one's own password; the session goes on. */
export async function changeOwnPassword(queries: QueryClient, passwords: { current: string; next: string }) {
  const session = (await request(`${address}/password`, send('PUT', passwords))) as Session;
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** One of one's own sessions. */
interface OwnSession {
  readonly id: string;
  readonly runsIn: string | null;
  readonly seenAt: string;
  readonly this: boolean;
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => request(`${address}/all`) as Promise<{ sessions: readonly OwnSession[]; ofProvider: boolean }>,
});

/** Ends one of one's own sessions, or with null all others; by the present password, unless the provider has it. */
export async function endOwnSessions(queries: QueryClient, id: string | null, current: string | undefined) {
  await request(`${address}/end`, send('POST', { id, current }));
  await queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
}

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: () => request(`${address}/codes`) as Promise<{ setUp: boolean }>,
});

/** What an authenticator is set up by. */
export interface NewCodes {
  readonly secret: string;
  readonly address: string;
}

export const newOwnCodes = (current: string) =>
  request(`${address}/codes`, send('POST', { current })) as Promise<NewCodes>;

export async function confirmOwnCodes(queries: QueryClient, code: string) {
  await request(`${address}/codes`, send('PUT', { code }));
  await askAgain(queries);
}

export async function endOwnCodes(queries: QueryClient, code: string) {
  await request(`${address}/codes/end`, send('POST', { code }));
  await askAgain(queries);
}

/** A passkey of one's own, by the name that one gave it. */
interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async () => ((await request(`${address}/passkeys`)) as { passkeys: readonly OwnPasskey[] }).passkeys,
});

export const newPasskeyQuestion = (current: string) => request(`${address}/passkeys/begin`, send('POST', { current }));

export async function addOwnPasskey(queries: QueryClient, name: string, answer: unknown) {
  await request(`${address}/passkeys`, send('POST', { name, answer }));
  await askAgain(queries);
}

export async function removeOwnPasskey(queries: QueryClient, id: string, current: string) {
  await request(`${address}/passkeys/end`, send('POST', { id, current }));
  await askAgain(queries);
}

const askAgain = (queries: QueryClient) =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => ['session', 'codes', 'passkeys'].includes(String(queryKey[0])),
  });

export function rememberLanguage(language: Language) {
  return request(address, send('PATCH', { language }));
}

export type Step = 'day' | 'week' | 'month';

/** Moves the demo's clock; the page hears the day in the answer, and the next move need not wait for what it asks then. */
export const forwardDay = async (forward: Step) =>
  ((await request('/api/demo/clock', send('POST', { forward }))) as { today: Day }).today;

/** The server's day is another than the page's: it is that day here too, and everything on the screen is asked again. */
export function dayTurned(queries: QueryClient, today: string) {
  const session = queries.getQueryData(sessionQuery.queryKey);
  // An answer that was under way over midnight is of the day before.
  if (!session || !isDay(today) || today <= session.today) return;
  queries.setQueryData(sessionQuery.queryKey, { ...session, today, dayEndsIn: null });
  void queries.invalidateQueries();
}
