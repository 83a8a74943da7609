import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { codeOf, type Problem } from '../kernel/problem.ts';
import { currentLanguage } from './kit/language.tsx';
import { useTold } from './untold.ts';

// What the browser knows of an act are types: nothing of the server comes along.
type Input<A> = A extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never;
type Output<A> = A extends { readonly output: infer O extends z.ZodType } ? z.output<O> : never;
/** By its kind alone: whether something is an act is asked of hundreds. */
type NameOf<Acts> = {
  [Name in keyof Acts]: Acts[Name] extends { readonly kind: 'ask' | 'do' } ? Name : never;
}[keyof Acts] &
  string;
/** An act without input may be called with nothing. */
type Given<A> = Record<string, never> extends Input<A> ? [input?: Input<A>] : [input: Input<A>];

/** Method and path of each act, by its name. */
export type Routes = Readonly<Record<string, readonly [method: string, path: string, ...more: string[]]>>;

/** The server's refusal, as the problem document that it sent. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

let routes: Routes = {};

/** Tells once, at the start, where the acts are. */
export function connect(table: Routes) {
  routes = table;
}

type Fields = Record<string, unknown>;

function addQuery(query: URLSearchParams, name: string, value: unknown) {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const one of value) addQuery(query, name, one);
  else query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Path parameters are taken from the input; the rest goes to the query or the body. */
function requestOf(name: string, input: Fields = {}): { address: string; init: RequestInit } {
  const route = routes[name];
  if (!route) throw new Error(`No route for the act ${name}`);
  const [method, path] = route;
  const rest = { ...input };
  const address = path.replace(/\{(\w+)\}|:(\w+)/g, (_, braced: string | undefined, colon: string | undefined) => {
    const key = braced ?? colon ?? '';
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (method === 'GET' || method === 'DELETE') {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(rest)) addQuery(query, key, value);
    return { address: query.size > 0 ? `${address}?${query}` : address, init: { method, headers } };
  }
  return {
    address,
    init: { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(rest) },
  };
}

let owner: string | null = null;

/** Tells whose page this is, and null when nobody's: the session of another one, who signed in beside it, answers it nothing. */
export function pageIsOf(account: string | null) {
  owner = account;
}

export const ownerOfPage = (): string | null => owner;

let hearDay: (day: string) => void = () => {};

/** Hears the server's day, which comes with each answer. */
export function onDay(hear: (day: string) => void) {
  hearDay = hear;
}

type OnRefused = (problem: Problem, method: string) => void;
let refused: OnRefused = () => {};

/** Hears of each refusal that comes, before whoever asked does. */
export function onRefused(hear: OnRefused) {
  refused = hear;
}

/** Sends a request and reads the answer; every failure becomes an ApiProblem. */
export async function request(address: string, init: RequestInit = {}): Promise<unknown> {
  try {
    return await send(address, owner === null ? init : { ...init, headers: { ...init.headers, 'page-of': owner } });
  } catch (failure) {
    if (failure instanceof ApiProblem) refused(failure.problem, init.method ?? 'GET');
    throw failure;
  }
}

async function send(address: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiProblem({ type: '/problems/no-connection', title: 'No connection', status: 0 });
  }
  const today = response.headers.get('day');
  if (today !== null) hearDay(today);
  const type = response.headers.get('content-type') ?? '';
  const body: unknown = type.includes('json') ? await response.json().catch(() => undefined) : undefined;
  if (response.ok) return body;
  if (typeof body === 'object' && body !== null && 'title' in body) throw new ApiProblem(body as Problem);
  throw new ApiProblem({ type: '/problems/unexpected', title: response.statusText, status: response.status });
}

/** Keys of gestures that are on their way, or whose answer never came: sent again they are the same gesture. */
const gestures = new Map<string, string>();

// A page without TLS has no randomUUID.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('');

/** Whether the server may have done it although no answer came: then it is sent again with the same key. */
const isUnanswered = (failure: unknown) =>
  !(failure instanceof ApiProblem) || failure.problem.status === 0 || failure.problem.status >= 500;

/** Keys whose answers never came, by what they were sent to: what is sent there next with other words comes in their place. */
const unanswered = new Map<string, ReadonlySet<string>>();

/** The version that came of what was sent before, where that was done after all. */
function madeBefore(failure: unknown): string | undefined {
  if (!(failure instanceof ApiProblem) || codeOf(failure.problem) !== 'done-before') return undefined;
  const version = (failure.problem.answer as { readonly version?: unknown } | undefined)?.version;
  return typeof version === 'string' ? version : undefined;
}

async function run(name: string, input: Fields | undefined, signal?: AbortSignal): Promise<unknown> {
  const { address, init } = requestOf(name, input);
  if (init.method === 'GET') return request(address, signal ? { ...init, signal } : init);
  const gesture = JSON.stringify([init.method, address, init.body]);
  const key = gestures.get(gesture) ?? newKey();
  gestures.set(gesture, key);
  const place = `${init.method} ${address.split('?')[0]}`;
  const insteadOf = [...(unanswered.get(place) ?? [])].filter((other) => other !== key);
  try {
    const headers = {
      ...init.headers,
      'idempotency-key': key,
      ...(insteadOf.length > 0 ? { 'instead-of': insteadOf.join(', ') } : {}),
    };
    const answer = await request(address, { ...init, headers, ...(signal ? { signal } : {}) });
    gestures.delete(gesture);
    unanswered.delete(place);
    return answer;
  } catch (failure) {
    if (isUnanswered(failure)) {
      unanswered.set(place, new Set([...insteadOf, key].slice(-10)));
      throw failure;
    }
    gestures.delete(gesture);
    const version = madeBefore(failure);
    // Whoever is told that what was sent before was done may send this beside it.
    if (codeOf((failure as ApiProblem).problem) === 'done-before') unanswered.delete(place);
    // One's own change, whose answer was lost, is what was seen.
    if (version !== undefined && input && 'seen' in input) return run(name, { ...input, seen: version }, signal);
    throw failure;
  }
}

interface AskOptions<Field extends string> {
  /** Ask only when this holds. */
  readonly when?: boolean;
  /**
   * Show the earlier answer while a new one is on its way, as when a filter changes: of whatever was asked, or by the fields that
   * may differ. The day of one sheet over the marks of another, or one month over another's money, would be a lie.
   */
  readonly keep?: true | readonly Field[];
  /** Fields that say how much is answered, beside `limit`: what is here stays true while more of it comes. */
  readonly grows?: readonly Field[];
  /** Seconds during which the answer is taken as fresh. */
  readonly fresh?: number;
}

/** Whether two questions differ in these fields alone. */
function differIn(fields: true | readonly string[], one: Fields = {}, other: Fields = {}): boolean {
  if (fields === true) return true;
  const rest = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !fields.includes(name));
  return rest.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

/** An answer as it stands now. */
export type Asked<T> = UseQueryResult<T, ApiProblem> & {
  /** It is of what was asked before, as of another filter, and what is asked for is on its way; undefined where none is kept. */
  readonly isEarlier: boolean | undefined;
};

interface DoOptions<Acts, Name extends keyof Acts> {
  readonly done?: (output: Output<Acts[Name]>, input: Input<Acts[Name]>) => void;
  /** The questions whose answers change; all of them unless said. */
  readonly changes?: readonly NameOf<Acts>[];
}

interface Api<Acts> {
  /** Calls outside components. */
  readonly api: { readonly [Name in NameOf<Acts>]: (...rest: Given<Acts[Name]>) => Promise<Output<Acts[Name]>> };
  /** Where an act's answer is fetched as a file, for a link. */
  readonly addressOf: <Name extends NameOf<Acts>>(name: Name, input: Input<Acts[Name]>) => string;
  /** Asks, and keeps the answer fresh. */
  readonly useAsk: <Name extends NameOf<Acts>>(
    name: Name,
    input: Input<Acts[Name]>,
    options?: AskOptions<keyof Input<Acts[Name]> & string>,
  ) => Asked<Output<Acts[Name]>>;
  /** Does, and asks again what is on the screen. */
  readonly useDo: <Name extends NameOf<Acts>>(
    name: Name,
    options?: DoOptions<Acts, Name>,
  ) => UseMutationResult<Output<Acts[Name]>, ApiProblem, Input<Acts[Name]>>;
}

/**
 * The acts as calls and hooks, typed by the acts themselves: `apiOf<typeof acts>()` with `import type * as acts`.
 * A room's panel does so with its own acts, the pages with all of them.
 */
export function apiOf<Acts>(): Api<Acts> {
  return {
    api: new Proxy({} as Api<Acts>['api'], { get: (_, name) => (input?: Fields) => run(String(name), input) }),
    addressOf: (name, input) => requestOf(name, input as Fields).address,
    useAsk: <Name extends NameOf<Acts>>(
      name: Name,
      input: Input<Acts[Name]>,
      options: AskOptions<keyof Input<Acts[Name]> & string> = {},
    ) => {
      const query = useQuery<Output<Acts[Name]>, ApiProblem>({
        queryKey: [name, input],
        queryFn: ({ signal }) => run(name, input as Fields, signal) as Promise<Output<Acts[Name]>>,
        enabled: options.when ?? true,
        staleTime: (options.fresh ?? 5) * 1000,
        ...(options.keep
          ? {
              placeholderData: (before, query) =>
                options.keep && differIn(options.keep, query?.queryKey[1] as Fields, input as Fields)
                  ? before
                  : undefined,
            }
          : {}),
      });
      const answered = useRef(input as Fields);
      if (options.keep && !query.isPlaceholderData) answered.current = input as Fields;
      const isEarlier =
        options.keep &&
        query.isPlaceholderData &&
        !differIn(['limit', ...(options.grows ?? [])], answered.current, input as Fields);
      const failure = query.error;
      const tell = useTold(failure instanceof ApiProblem ? failure.problem : undefined);
      const own = {
        isEarlier: { value: isEarlier },
        error: {
          get: () => {
            tell();
            return failure;
          },
        },
      };
      // Beside the answer, not copied out of it: what is read of it says on what the page is drawn anew.
      return Object.create(query, own) as Asked<Output<Acts[Name]>>;
    },
    useDo: <Name extends NameOf<Acts>>(name: Name, { done, changes }: DoOptions<Acts, Name> = {}) => {
      const queries = useQueryClient();
      return useMutation<Output<Acts[Name]>, ApiProblem, Input<Acts[Name]>>({
        mutationFn: (input) => run(name, input as Fields) as Promise<Output<Acts[Name]>>,
        onSuccess: async (output, input) => {
          done?.(output, input);
          // Status is derived, so that any act may change any answer: ask again what is on the screen.
          const isChanged = changes && ((query: unknown) => changes.some((one) => one === query));
          await queries.invalidateQueries(isChanged ? { predicate: ({ queryKey }) => isChanged(queryKey[0]) } : {});
        },
        // Whoever is told to look at what was saved sees it.
        onError: ({ problem }) => void (codeOf(problem) === 'done-before' && queries.invalidateQueries()),
      });
    },
  };
}
