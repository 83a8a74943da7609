import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../kernel/language.ts';
import { type Problem, ProblemError, problem } from '../../kernel/problem.ts';
import type { AnyAct, Who } from '../act.ts';
import type { SecurityLog } from '../audit/security-log.ts';
import type { AppContext } from '../perform.ts';
import type { WebOrigin } from '../sign-in/passkeys.ts';
import type { IdentityProvider } from '../sign-in/provider.ts';
import { type SessionRule, type SignedIn, whoIs } from '../sign-in/sign-in.ts';
import { problemTitle } from '../words.ts';
import type { Shapes } from './shapes.ts';

export interface ServerOptions {
  readonly house: AppContext;
  readonly acts: readonly AnyAct[];
  /** The shapes that the API's description names, and its parts with their acts. */
  readonly shapes?: Shapes;
  readonly tags?: readonly { readonly name: string; readonly description: string; readonly acts: readonly string[] }[];
  readonly version: string;
  /** What the API is for, in a sentence. */
  readonly about: string;
  /** The built web app; without it only the API is served. */
  readonly webFolder?: string;
  readonly logLevel: string;
  /** Where the log goes; standard output without it. */
  readonly logTo?: { readonly write: (line: string) => void };
  /** Calls a minute of one account, and of all strangers at one address. */
  readonly callsAMinute?: number;
  /** The organisation's own provider, where one signs in there. */
  readonly provider?: IdentityProvider;
  /** What the organisation asks of sessions. */
  readonly sessions?: SessionRule;
  /** A file of passwords that are known from breaches (`sign-in/leaked.ts`). */
  readonly leakedPasswords?: string | undefined;
  /** Hears what concerns security. */
  readonly securityLog?: SecurityLog;
  /** Since when the audit trail could not be sealed; null when it can. */
  readonly unsealedSince?: () => string | null;
  /** How long a request may take to arrive. */
  readonly slowestMs?: number;
  /** The name at which a TLS proxy before us is reached; and which proxies' word is taken. */
  readonly publicHost?: string | undefined;
  readonly trustedProxies?: readonly string[] | undefined;
  /** Demo accounts to list, in demo mode only. */
  readonly demoAccounts?: readonly unknown[];
}

/** Behind TLS a cookie's name says that it was set by this very host, over TLS: browsers hold that. */
export function cookieNames({ publicHost }: Pick<ServerOptions, 'publicHost'>) {
  const prefix = publicHost ? '__Host-' : '';
  return {
    session: `${prefix}kykypolku`,
    device: `${prefix}kykypolku-device`,
    away: `${prefix}kykypolku-away`,
  };
}

/** The token of a session, from the cookie or as a bearer. */
export function tokenOf(options: ServerOptions, request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieNames(options).session];
}

/** The name and the origin at which a passkey answers to us; on one's own machine a name, since addresses have no passkeys. */
export function webOriginOf({ publicHost }: Pick<ServerOptions, 'publicHost'>, request: FastifyRequest): WebOrigin {
  if (publicHost) return { name: publicHost.replace(/:\d+$/, ''), origin: `https://${publicHost}` };
  return { name: 'localhost', origin: `http://localhost:${request.socket.localPort}` };
}

/** The language of the session, else the browser's, else Finnish. */
export function languageOf(request: FastifyRequest, who: Who | null): Language {
  if (who) return who.language;
  const matches = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return matches.find((code): code is Language => languages.some((language) => language === code)) ?? 'fi';
}

/** In which a page says whose it is: the account that had signed in when it was opened. */
export const pageOf = 'page-of';

/** A page of one account does and shows nothing by the session of another, who signed in beside it in the same browser. */
export function mustBeTheirs(request: FastifyRequest, { accountId, language }: SignedIn): void {
  const owner = request.headers[pageOf];
  if (owner !== undefined && owner !== accountId)
    throw new ProblemError(problem('signed-in-as-another', 409, problemTitle('signed-in-as-another', language)));
}

export async function whoAsks(options: ServerOptions, request: FastifyRequest): Promise<SignedIn | null> {
  const { house } = options;
  const token = tokenOf(options, request);
  const who = token ? await whoIs(house.db, token, house.clock.today(), options.sessions) : null;
  if (who) mustBeTheirs(request, who);
  return who;
}

export function sendProblem(reply: FastifyReply, answer: Problem): FastifyReply {
  if (typeof answer.retryAfterSeconds === 'number') reply.header('retry-after', String(answer.retryAfterSeconds));
  return reply
    .status(answer.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(answer));
}
