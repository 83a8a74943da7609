import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { Who } from '../act.ts';
import { mustKnowPassword } from '../sign-in/accounts.ts';
import {
  addPasskey,
  askAnyPasskey,
  askNewPasskey,
  ownerOfPasskey,
  ownPasskeys,
  removePasskey,
  zNewPasskey,
  zPasskeyAnswer,
} from '../sign-in/passkeys.ts';
import { isOfProvider } from '../sign-in/provider.ts';
import { signInByPasskey } from '../sign-in/sign-in.ts';
import { type PlatformProblem, problemTitle } from '../words.ts';
import { languageOf, type ServerOptions, webOriginOf } from './asking.ts';
import { callerAddress } from './caller.ts';
import { sessionNotes } from './noting.ts';
import { browserOf, type OwnSessionOf } from './own-sessions.ts';
import { readBody } from './read-body.ts';

const signingIn = z.strictObject({ answer: zPasskeyAnswer });
const password = z.strictObject({ current: z.string().min(1).max(500) });
const adding = z.strictObject({ name: z.string().trim().min(1).max(60), answer: zNewPasskey });
const removing = z.strictObject({ id: zId, current: z.string().min(1).max(500) });

interface Own {
  readonly mine: OwnSessionOf;
  /** Gives a browser the session of whoever has shown who they are. */
  readonly letIn: (request: FastifyRequest, reply: FastifyReply, username: string, token: string) => Promise<unknown>;
  /** How often one may try. */
  readonly limit: RateLimitOptions;
}

/** Signing in by a passkey alone, and one's own passkeys: a new one, and the end of one, cost the present password. */
export async function passkeyRoutes(app: FastifyInstance, options: ServerOptions, { mine, letIn, limit }: Own) {
  const { house } = options;
  const notes = sessionNotes(options);
  const few = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } };
  const refuse = (code: PlatformProblem, { language }: Who, status = 422) =>
    new ProblemError(problem(code, status, problemTitle(code, language)));
  const knows = (request: FastifyRequest, { who, token }: { who: Who; token: string }, current: string) =>
    mustKnowPassword(house.db, token, current, who.language).catch((error: unknown) => {
      notes.log.note({ event: 'password-refused', who: who.workerId, from: callerAddress(request) });
      throw error;
    });

  app.post('/api/session/passkey/begin', { config: { rateLimit: limit } }, async (request) =>
    askAnyPasskey(house, webOriginOf(options, request)),
  );

  app.post('/api/session/passkey', { config: { rateLimit: limit } }, async (request, reply) => {
    const language = languageOf(request, null);
    const { answer } = readBody(signingIn, request, language);
    const door = { ...house, site: webOriginOf(options, request) };
    try {
      const { username, token } = await signInByPasskey(door, answer, browserOf(request), language);
      return await letIn(request, reply, username, token);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'wrong-passkey') throw error;
      const owner = await ownerOfPasskey(house.db, answer);
      await notes.tell('sign-in-failed', owner?.workerId ?? null, owner?.organiserId ?? null, request);
      throw error;
    }
  });

  app.get('/api/session/passkeys', async (request) => {
    const { token } = await mine(request);
    return { passkeys: await ownPasskeys(house.db, token) };
  });

  app.post('/api/session/passkeys/begin', few, async (request) => {
    const own = await mine(request);
    // The provider asks for its own keys, and its groups would not be asked.
    if (await isOfProvider(house.db, own.token)) throw refuse('not-allowed', own.who, 403);
    await knows(request, own, readBody(password, request, own.who.language).current);
    return askNewPasskey(house, webOriginOf(options, request), own.token);
  });

  app.post('/api/session/passkeys', few, async (request, reply) => {
    const { who, token } = await mine(request);
    const { name, answer } = readBody(adding, request, who.language);
    if (!(await addPasskey(house, webOriginOf(options, request), token, name, answer)))
      throw refuse('wrong-passkey', who);
    await notes.tell('second-factor-changed', who.workerId, who.organiserId, request);
    return reply.status(204).send();
  });

  app.post('/api/session/passkeys/end', few, async (request, reply) => {
    const own = await mine(request);
    const { id, current } = readBody(removing, request, own.who.language);
    await knows(request, own, current);
    if (!(await removePasskey(house.db, own.token, id))) throw refuse('not-found', own.who, 404);
    await notes.tell('second-factor-changed', own.who.workerId, own.who.organiserId, request);
    return reply.status(204).send();
  });
}
