import { randomUUID } from 'node:crypto';
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
import { isAway } from '../database/pool.ts';
import { type House, perform } from '../perform.ts';
import { titleOf } from '../words.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { languageOf, type ServerOptions, sendProblem, whoAsks } from './asking.ts';
import { bodyLimit, readBodies, UnreadBody } from './bodies.ts';
import { inAddress, openApi } from './openapi.ts';
import { sessionRoutes } from './session.ts';

/** The server over the acts: each has its route, its input checked, its problems told as documents. */
export async function server(options: ServerOptions): Promise<FastifyInstance> {
  const { house, acts } = options;
  const app = Fastify({
    logger: {
      level: options.logLevel,
      // No personal data in logs: neither addresses with ids, nor headers, nor bodies.
      serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
      redact: ['req.headers', 'res.headers'],
    },
    genReqId: () => randomUUID(),
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read reaches no handler of ours otherwise.
    frameworkErrors: (error, request, reply) => tell(error, request, reply, addresses),
    clientErrorHandler: tellUnread,
  });
  const addresses = addressesOf(app);
  app.setErrorHandler((error, request, reply) => tell(error as Error, request, reply, addresses));
  app.setNotFoundHandler((request, reply) => notFound(options, addresses, request, reply));
  readBodies(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: options.callsAMinute ?? 3000,
    timeWindow: '1 minute',
    errorResponseBuilder: (request, context) =>
      new ProblemError(
        problem('too-many-tries', 429, titleOf('too-many-tries', languageOf(request, null)), {
          retryAfterSeconds: Math.ceil(context.ttl / 1000),
        }),
      ),
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });

  app.get('/health', async (_request, reply) => {
    try {
      await house.db.selectNoFrom((make) => make.lit(1).as('one')).execute();
      return { status: 'ok', version: options.version, today: house.clock.today() };
    } catch {
      return sendProblem(reply, unavailable('en'));
    }
  });
  const document = openApi(acts, options);
  app.get('/api/openapi.json', async () => document);
  await sessionRoutes(app, options);
  for (const act of acts) route(app, house, act);
  if (options.webFolder) {
    await app.register(files, {
      root: options.webFolder,
      wildcard: true,
      index: ['index.html'],
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return app;
}

function route(app: FastifyInstance, house: House, act: AnyAct): void {
  app.route({
    method: act.method,
    url: act.path.replace(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const who = await whoAsks(house, request);
      const language = languageOf(request, who);
      const body = inAddress(act) ? request.query : (request.body ?? {});
      if (typeof body !== 'object' || Array.isArray(body)) {
        throw new ProblemError(
          problem('wrong-input', 400, titleOf('wrong-input', language), {
            errors: [{ field: 'body', message: 'JSON object', expected: 'object' }],
          }),
        );
      }
      const output = await perform(
        house,
        act,
        { ...body, ...(request.params as object) },
        { who, language, address: request.ip },
      );
      reply.header('cache-control', 'no-store');
      return isPaper(output) ? sendPaper(reply, output) : output === undefined ? reply.status(204).send() : output;
    },
  });
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
  if (error instanceof ProblemError) return sendProblem(reply, error.problem);
  const status = error.statusCode ?? 500;
  // The files' server forbids a path that leads out of its folder; there is nothing either way.
  if (status === 403 || status === 404)
    return sendProblem(reply, problem('not-found', 404, titleOf('not-found', language)));
  if (status >= 400 && status < 500) {
    const ofBody = error instanceof UnreadBody || error.code?.startsWith('FST_ERR_CTP');
    const fields = ofBody ? ['body'] : addresses.undecodableIn(request.method, request.raw.url ?? '');
    return sendProblem(
      reply,
      problem('wrong-input', status, titleOf('wrong-input', language), {
        detail: error.message,
        errors: fields.map((field) => ({ field, message: error.message })),
      }),
    );
  }
  if (isAway(error)) {
    request.log.warn({ code: error.code }, 'the database cannot be reached');
    return sendProblem(reply, unavailable(language));
  }
  request.log.error({ reason: error.message, code: error.code, stack: error.stack }, 'an act failed');
  return sendProblem(reply, problem('went-wrong', 500, titleOf('went-wrong', language), { number: request.id }));
}

function unavailable(language: Language): Problem {
  return problem('unavailable', 503, titleOf('unavailable', language), { retryAfterSeconds: 3 });
}

/** What is no HTTP at all has no request to answer to, only its connection. */
function tellUnread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(problem('wrong-input', status, titleOf('wrong-input', 'en')));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function notFound(options: ServerOptions, addresses: Addresses, request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request, null);
  const allowed = addresses.allowedAt(request.url);
  if (allowed.length > 0) {
    reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') return reply.status(204).send();
    return sendProblem(reply, problem('wrong-method', 405, titleOf('wrong-method', language)));
  }
  const page =
    request.method === 'GET' && !/^\/api(\/|\?|$)/.test(request.url) && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
  if (page && options.webFolder) return reply.sendFile('index.html');
  return sendProblem(reply, problem('not-found', 404, titleOf('not-found', language)));
}
