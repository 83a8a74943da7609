import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/language.ts';
import { type Problem, ProblemError, problem } from '../../kernel/problem.ts';
import type { AnyAct, Paper } from '../act.ts';
import { noSecurityLog } from '../audit/security-log.ts';
import { isDatabaseUnreachable, tookTooLong } from '../database/pool.ts';
import { problemTitle } from '../words.ts';
import { ActRequest } from './act-request.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { languageOf, type ServerOptions, sendProblem } from './asking.ts';
import { bodyLimit, readBodies, UnreadBody } from './bodies.ts';
import { callerAddress, countedAs, isOfOtherSite } from './caller.ts';
import { noteDone, noteRefused } from './noting.ts';
import { inAddress, openApi } from './openapi.ts';
import { sessionRoutes } from './session.ts';
import { CallShares, TooManyAtOnce } from './shares.ts';
import { withoutQuoted } from './untold.ts';

/** For how long the database is taken to be as it last was. */
const healthMs = 500;

/** The server over the acts: each has its route, its input checked, its problems told as documents. */
export async function server(options: ServerOptions): Promise<FastifyInstance> {
  const { house, acts } = options;
  const slowest = options.slowestMs ?? 30_000;
  const log = options.securityLog ?? noSecurityLog;
  const limited = onceAMinute((key, from) => log.note({ event: 'calls-limited', who: key, from }));
  const app = Fastify({
    logger: {
      level: options.logLevel,
      ...(options.logTo ? { stream: options.logTo } : {}),
      // No personal data in logs: neither addresses with ids, nor headers, nor bodies.
      serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
      redact: ['req.headers', 'res.headers'],
    },
    genReqId: () => randomUUID(),
    bodyLimit,
    // Whoever sends slowly, head or body, holds a connection no longer than this.
    requestTimeout: slowest,
    http: { headersTimeout: slowest, requestTimeout: slowest, connectionsCheckingInterval: Math.min(5000, slowest) },
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read reaches no handler of ours otherwise.
    frameworkErrors: (error, request, reply) => tell(error, request, reply, addresses),
    clientErrorHandler: tellUnread,
  });
  const addresses = addressesOf(app);
  app.setErrorHandler((error, request, reply) => tell(error as Error, request, reply, addresses));
  readBodies(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        upgradeInsecureRequests: options.publicHost ? [] : null,
      },
    },
    strictTransportSecurity: options.publicHost ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: options.callsAMinute ?? 3000,
    timeWindow: '1 minute',
    keyGenerator: (request) => countedAs(options, request),
    onExceeded: (request, key) => limited(key, callerAddress(request)),
    errorResponseBuilder: (request, context) =>
      new ProblemError(
        problem('too-many-tries', 429, problemTitle('too-many-tries', languageOf(request, null)), {
          retryAfterSeconds: Math.ceil(context.ttl / 1000),
        }),
      ),
  });
  // What is nowhere is counted too.
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    notFound(options, addresses, request, reply),
  );
  // What is told of persons stays in no cache; neither does who is signed in, nor what was refused.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  // A page that is open over midnight hears the new day in whatever it is answered.
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('day', house.clock.today());
  });
  app.addHook('onRequest', async (request) => {
    if (!isOfOtherSite(options, request)) return;
    log.note({ event: 'other-site', from: callerAddress(request) });
    throw new ProblemError(problem('other-site', 403, problemTitle('other-site', languageOf(request, null))));
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });

  const well = asOften(healthMs, () => house.db.selectNoFrom((make) => make.lit(1).as('one')).execute());
  // Whoever watches over us is answered however many others ask; however often one asks, the database is asked seldom.
  app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await well();
      const unsealedSince = options.unsealedSince?.() ?? null;
      return {
        status: unsealedSince === null ? 'ok' : 'degraded',
        version: options.version,
        today: house.clock.today(),
        sealing: unsealedSince === null ? 'ok' : 'failing',
        ...(unsealedSince === null ? {} : { unsealedSince }),
      };
    } catch {
      return sendProblem(reply, unavailable('en'));
    }
  });
  const document = openApi(acts, options);
  app.get('/api/openapi.json', async () => document);
  await sessionRoutes(app, options);
  const shares = new CallShares();
  for (const act of acts) route(app, options, act, shares);
  if (options.webFolder) {
    sourceControlMustBeElsewhere(options.webFolder);
    await app.register(files, {
      root: options.webFolder,
      wildcard: true,
      // What the build keeps for itself, and whatever else is hidden there.
      dotfiles: 'ignore',
      index: ['index.html'],
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return app;
}

const sourceControl = ['.git', '.hg', '.svn', '.bzr', '.jj', '_darcs', 'CVS'];

/** Nothing is served from a folder that tells how its files came about. */
function sourceControlMustBeElsewhere(folder: string): void {
  const entry = readdirSync(folder).find((name) => sourceControl.includes(name));
  if (entry) throw new Error(`The folder that is served has ${entry} in it: ${folder}. Take it away, and start again.`);
}

function route(app: FastifyInstance, options: ServerOptions, act: AnyAct, shares: CallShares): void {
  app.route({
    method: act.method,
    url: act.path.replace(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const asking = new ActRequest(options, act, request);
      const body = inAddress(act) ? request.query : (request.body ?? {});
      if (typeof body !== 'object' || Array.isArray(body)) {
        const words = await asking.language();
        throw new ProblemError(
          problem('wrong-input', 400, problemTitle('wrong-input', words), {
            errors: [{ field: 'body', message: 'JSON object', expected: 'object' }],
          }),
        );
      }
      try {
        const output = await asking.perform({ ...body, ...(request.params as object) }, shares);
        const media = isPaper(output) ? output.media : undefined;
        if (asking.who) noteDone(options, act, asking.who, { from: callerAddress(request), media });
        if (!isPaper(output)) reply.header('content-language', languageOf(request, asking.who));
        return isPaper(output) ? sendPaper(reply, output) : output === undefined ? reply.status(204).send() : output;
      } catch (error) {
        reply.header('content-language', languageOf(request, asking.who));
        if (asking.who) await noteRefused(options, act, asking.caller(asking.who), request.params, error);
        throw error;
      }
    },
  });
}

/** Tells of each key no more than once a minute. */
function onceAMinute(tell: (key: string, from: string) => void): (key: string, from: string) => void {
  const answer = new Set<string>();
  return (key, from) => {
    if (answer.has(key)) return;
    answer.add(key);
    setTimeout(() => answer.delete(key), 60_000).unref();
    tell(key, from);
  };
}

/** Asks again only what was asked longer ago; those who come meanwhile share one answer. */
function asOften<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    if (answer) return answer;
    answer = ask();
    const forget = () => setTimeout(() => (answer = null), ms).unref();
    answer.then(forget, forget);
    return answer;
  };
}

function isPaper(output: unknown): output is Paper {
  return typeof output === 'object' && output !== null && 'bytes' in output && output.bytes instanceof Uint8Array;
}

function sendPaper(reply: FastifyReply, paper: Paper): FastifyReply {
  return reply
    .header('content-type', paper.media)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`)
    .send(Buffer.from(paper.bytes));
}

/** Every error is a problem document; what is ours to mend says only its number, and goes to the log. */
function tell(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
  addresses: Addresses,
): FastifyReply {
  const language = languageOf(request, null);
  // Whoever is known was answered in their own language, which the act has said.
  if (!reply.hasHeader('content-language')) reply.header('content-language', language);
  if (error instanceof ProblemError) return sendProblem(reply, error.problem);
  if (error instanceof TooManyAtOnce)
    return sendProblem(
      reply,
      problem('too-many-tries', 429, problemTitle('too-many-tries', language), { retryAfterSeconds: 5 }),
    );
  const status = error.statusCode ?? 500;
  // The files' server forbids a path that leads out of its folder; there is nothing either way.
  if (status === 403 || status === 404)
    return sendProblem(reply, problem('not-found', 404, problemTitle('not-found', language)));
  if (status >= 400 && status < 500) {
    const ofBody = error instanceof UnreadBody || error.code?.startsWith('FST_ERR_CTP');
    const fields = ofBody ? ['body'] : addresses.undecodableIn(request.method, request.raw.url ?? '');
    const message = withoutQuoted(error.message);
    return sendProblem(
      reply,
      problem('wrong-input', status, problemTitle('wrong-input', language), {
        detail: message,
        errors: fields.map((field) => ({ field, message })),
      }),
    );
  }
  if (tookTooLong(error)) {
    request.log.warn({ code: error.code }, 'a statement took too long');
    return sendProblem(
      reply,
      problem('took-too-long', 503, problemTitle('took-too-long', language), { retryAfterSeconds: 10 }),
    );
  }
  if (isDatabaseUnreachable(error)) {
    request.log.warn({ code: error.code }, 'the database cannot be reached');
    return sendProblem(reply, unavailable(language));
  }
  // Nobody waits for the answer any more: no act failed by that.
  if (hungUp(error)) {
    request.log.debug({ code: error.code }, 'the caller hung up');
    return reply.raw.headersSent ? reply.hijack() : reply.status(499).send();
  }
  const reason = withoutQuoted(error.message);
  const stack = error.stack?.replace(error.message, reason);
  request.log.error({ reason, code: error.code, stack }, 'an act failed');
  return sendProblem(reply, problem('went-wrong', 500, problemTitle('went-wrong', language), { number: request.id }));
}

function hungUp({ code }: { readonly code?: string }): boolean {
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNABORTED';
}

function unavailable(language: Language): Problem {
  return problem('unavailable', 503, problemTitle('unavailable', language), { retryAfterSeconds: 3 });
}

/** What is no HTTP at all has no request to answer to, only its connection. */
function tellUnread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(problem('wrong-input', status, problemTitle('wrong-input', 'en')));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function notFound(options: ServerOptions, addresses: Addresses, request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request, null);
  reply.header('content-language', language);
  const allowed = addresses.allowedAt(request.url);
  if (allowed.length > 0) {
    reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') return reply.status(204).send();
    return sendProblem(reply, problem('wrong-method', 405, problemTitle('wrong-method', language)));
  }
  // A file stands at the root or among the assets; deeper down a dot is one of what people write, as in a month: 5.2021.
  const page =
    request.method === 'GET' && !/^\/(?:api(?:\/|$)|assets\/|\.|[^/]*\.\w+$)/.test(request.url.split('?')[0] ?? '');
  if (page && options.webFolder) return reply.sendFile('index.html');
  return sendProblem(reply, problem('not-found', 404, problemTitle('not-found', language)));
}
