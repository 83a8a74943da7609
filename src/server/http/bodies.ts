import type { FastifyInstance } from 'fastify';
import { inAddress } from './openapi.ts';

/** What a body may hold at most, and how much of a longer one is read past before the answer. */
const most = 2 * 1024 * 1024;
const readPast = 32 * 1024 * 1024;

export const bodyLimit = most;

/** A body that cannot be read: named as the field `body`, since none of its own fields is known. */
export class UnreadBody extends Error {
  override name = 'UnreadBody';
  readonly statusCode: number;
  constructor(statusCode: 400 | 413 | 415, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Bodies are JSON in UTF-8, and not too long; anything else is refused before an act would see it. */
export function readBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || inAddress({ method: request.method as 'GET' })) return;
    // A body that is no JSON object would otherwise reach an act as a string.
    const type = request.headers['content-type'];
    if (type !== undefined && !/^application\/json\b/i.test(type)) throw new UnreadBody(415, 'application/json');
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= most) return;
    // Whoever still sends when the connection closes never reads the answer.
    if (length <= readPast) for await (const _ of request.raw);
    throw new UnreadBody(413, `at most ${most} bytes`);
  });
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch {
      done(new UnreadBody(400, 'not UTF-8'));
      return;
    }
    parse(request, text, done);
  });
}
