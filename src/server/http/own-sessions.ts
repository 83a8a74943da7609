import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Who } from '../act.ts';
import { mustKnowPassword } from '../sign-in/accounts.ts';
import { confirmCodes, endCodes, hasCodes, newCodes } from '../sign-in/codes.ts';
import { isOfProvider } from '../sign-in/provider.ts';
import { endSessions, ownSessions } from '../sign-in/sign-in.ts';
import { problemTitle } from '../words.ts';
import { languageOf, type ServerOptions, tokenOf, whoAsks } from './asking.ts';
import { callerAddress } from './caller.ts';
import { sessionNotes } from './noting.ts';
import { readBody } from './read-body.ts';

const ending = z.strictObject({ id: zId.nullable(), current: z.string().min(1).max(500).optional() });
const answer = z.strictObject({ code: z.string().min(6).max(20) });
const password = z.strictObject({ current: z.string().min(1).max(500) });

/** What a session runs in, in two words that tell no more than one needs to know one's own by. */
export function browserOf(request: FastifyRequest): string {
  const agent = request.headers['user-agent'] ?? '';
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name));
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) => agent.includes(name));
  const named = browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser;
  return [named, system].filter(Boolean).join(', ');
}

/** Who asks of one's own sign-in, and by which session; refuses whoever has none. */
export type OwnSessionOf = (request: FastifyRequest) => Promise<{ readonly who: Who; readonly token: string }>;

export const ownSessionIn =
  (options: ServerOptions): OwnSessionOf =>
  async (request) => {
    const who = await whoAsks(options, request);
    const token = tokenOf(options, request);
    if (who && token) return { who, token };
    throw new ProblemError(problem('not-signed-in', 401, problemTitle('not-signed-in', languageOf(request, null))));
  };

/** One's own sessions, and the codes of one's phone. */
export async function ownRoutes(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { house } = options;
  const notes = sessionNotes(options);
  const mine = ownSessionIn(options);
  const wrongCode = ({ language }: Who) => {
    const message = problemTitle('wrong-code', language);
    return new ProblemError(problem('wrong-code', 422, message, { errors: [{ field: 'code', message }] }));
  };
  const known = (request: FastifyRequest, { who, token }: { who: Who; token: string }, current: string) =>
    mustKnowPassword(house.db, token, current, who.language).catch((error: unknown) => {
      notes.log.note({ event: 'password-refused', who: who.workerId, from: callerAddress(request) });
      throw error;
    });
  const few = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } };

  app.get('/api/session/all', async (request) => {
    const { token } = await mine(request);
    return { sessions: await ownSessions(house.db, token), ofProvider: await isOfProvider(house.db, token) };
  });

  app.post('/api/session/end', few, async (request) => {
    const { who, token } = await mine(request);
    const { id, current = '' } = readBody(ending, request, who.language);
    // Whoever finds an open desk would else sign its user out of everywhere but there. Who came by the provider has no password here.
    if (!(await isOfProvider(house.db, token))) await known(request, { who, token }, current);
    const ended = await endSessions(house.db, token, id);
    await notes.tell('sessions-ended', who.workerId, who.organiserId, request);
    return { ended };
  });

  app.get('/api/session/codes', async (request) => {
    const { token } = await mine(request);
    return { setUp: await hasCodes(house.db, token) };
  });

  app.post('/api/session/codes', few, async (request) => {
    const { who, token } = await mine(request);
    // Whoever finds an open desk would else bind the account to a phone of their own.
    const { current } = readBody(password, request, who.language);
    await known(request, { who, token }, current);
    const made = await newCodes(house, token);
    if (!made) throw new ProblemError(problem('conflict', 409, problemTitle('conflict', who.language)));
    return made;
  });

  app.put('/api/session/codes', few, async (request) => {
    const { who, token } = await mine(request);
    if (!(await confirmCodes(house, token, readBody(answer, request, who.language).code))) throw wrongCode(who);
    await notes.tell('second-factor-changed', who.workerId, who.organiserId, request);
    return { setUp: true };
  });

  app.post('/api/session/codes/end', few, async (request) => {
    const { who, token } = await mine(request);
    const { code } = readBody(answer, request, who.language);
    if (!(await endCodes(house, token, code, who.language))) throw wrongCode(who);
    await notes.tell('second-factor-changed', who.workerId, who.organiserId, request);
    return { setUp: false };
  });
}
