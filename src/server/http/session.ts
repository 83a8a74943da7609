import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { momentOf } from '../../kernel/clock.ts';
import { addDays, startInstantOf } from '../../kernel/day.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { problem } from '../../kernel/problem.ts';
import type { DemoClock } from '../clock.ts';
import { changePassword, givenPassword, usernameOf } from '../sign-in/accounts.ts';
import { zPasskeyAnswer } from '../sign-in/passkeys.ts';
import { isOfProvider } from '../sign-in/provider.ts';
import { chooseLanguage, idleMinutes, isDevice, newDevice, secondsLeft, signIn, signOut } from '../sign-in/sign-in.ts';
import { problemTitle } from '../words.ts';
import {
  cookieNames,
  languageOf,
  pageOf,
  type ServerOptions,
  sendProblem,
  tokenOf,
  webOriginOf,
  whoAsks,
} from './asking.ts';
import { callerAddress, originOf } from './caller.ts';
import { sessionNotes } from './noting.ts';
import { browserOf, ownRoutes, ownSessionIn } from './own-sessions.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { readBody as read } from './read-body.ts';

const credentials = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
  code: z.string().max(20).optional(),
  passkey: zPasskeyAnswer.optional(),
});
const passwords = z.strictObject({ current: z.string().min(1).max(500), next: z.string().min(1).max(500) });
const choice = z.strictObject({ language: z.enum(languages as readonly [Language, ...Language[]]) });
const step = z.strictObject({ forward: z.enum(['day', 'week', 'month']) });

/** How long a browser is known as one that its user signs in with. */
const deviceDays = 180;

/** Sign-in and the demo's clock: the routes that belong to no room. */
export async function sessionRoutes(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { house } = options;
  const demo = 'forward' in house.clock ? (house.clock as DemoClock) : null;

  const cookies = cookieNames(options);
  const notes = sessionNotes(options);
  const held = (request: FastifyRequest) =>
    ({
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: options.publicHost !== undefined || request.protocol === 'https',
    }) as const;
  // A browser that its user has signed in with is not stopped by strangers who try from the same address.
  const signingIn = {
    max: 60,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => {
      const { address, device } = originOf(options, request);
      return device !== undefined && isDevice(house.keys, device) ? `device ${device}` : `address ${address}`;
    },
  };

  app.post('/api/session', { config: { rateLimit: signingIn } }, async (request, reply) => {
    const language = languageOf(request, null);
    const input = read(credentials, request, language);
    const { token } = await signIn(
      { ...house, site: webOriginOf(options, request) },
      { ...input, runsIn: browserOf(request) },
      originOf(options, request),
      language,
    ).catch((error: unknown) => notes.failed(input.username, request, error));
    return letIn(request, reply, input.username, token);
  });

  /** Gives the browser its session, in place of that of before; to whoever has no post today none. */
  async function letIn(request: FastifyRequest, reply: FastifyReply, username: string, token: string) {
    const before = request.cookies[cookies.session];
    reply.setCookie(cookies.session, token, held(request));
    const device = newDevice(house.keys, username);
    reply.setCookie(cookies.device, device, { ...held(request), maxAge: deviceDays * 86_400 });
    request.cookies[cookies.session] = token;
    request.headers.authorization = `Bearer ${token}`;
    // Whoever signs in now is who the answer tells of, whose page it was before.
    delete request.headers[pageOf];
    const answer = await session(request);
    if (answer) {
      if (before !== undefined) await signOut(house.db, before);
      await notes.tell('signed-in', answer.worker.id, answer.organiser.id, request);
      return { token, ...answer };
    }
    notes.log.note({ event: 'sign-in-without-post', from: callerAddress(request) });
    await signOut(house.db, token);
    reply.clearCookie(cookies.session, held(request));
    const language = languageOf(request, null);
    return sendProblem(reply, problem('no-post', 403, problemTitle('no-post', language)));
  }

  // As few tries as at signing in: whoever finds a desk open should not guess the password there.
  app.put(
    '/api/session/password',
    { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const who = await whoAsks(options, request);
      const token = tokenOf(options, request);
      if (!who || !token) return signInFirst(request, reply);
      const input = read(passwords, request, who.language);
      await changePassword(house.db, token, input, who.language, options.leakedPasswords).catch((error: unknown) => {
        notes.log.note({ event: 'password-refused', who: who.workerId, from: callerAddress(request) });
        throw error;
      });
      await notes.tell('password-changed', who.workerId, who.organiserId, request);
      return session(request);
    },
  );

  app.get('/api/session', async (request, reply) => {
    const answer = await session(request);
    return answer ?? signInFirst(request, reply);
  });

  app.patch('/api/session', async (request, reply) => {
    const who = await whoAsks(options, request);
    const token = tokenOf(options, request);
    if (!who || !token) return signInFirst(request, reply);
    await chooseLanguage(house.db, token, read(choice, request, who.language).language);
    return session(request);
  });

  app.delete('/api/session', async (request, reply) => {
    const token = tokenOf(options, request);
    const who = await whoAsks(options, request);
    const ofProvider = token !== undefined && options.provider !== undefined && (await isOfProvider(house.db, token));
    if (token) await signOut(house.db, token);
    if (who) await notes.tell('signed-out', who.workerId, who.organiserId, request);
    reply.clearCookie(cookies.session, held(request));
    // Else whoever comes next would be let in by the provider without being asked.
    const endAt = ofProvider ? await options.provider?.end().catch(() => null) : null;
    return endAt ? { endAt } : reply.status(204).send();
  });

  await ownRoutes(app, options);
  await passkeyRoutes(app, options, { mine: ownSessionIn(options), letIn, limit: signingIn });
  await providerRoutes(app, options, held);

  app.get('/api/demo/clock', async () => ({ demo: demo !== null, today: house.clock.today() }));

  app.post('/api/demo/clock', async (request, reply) => {
    const who = await whoAsks(options, request);
    if (!who) return signInFirst(request, reply);
    if (!demo) return sendProblem(reply, problem('not-in-demo', 409, problemTitle('not-in-demo', who.language)));
    return { demo: true, today: await demo.forward(read(step, request, who.language).forward) };
  });

  app.get('/api/demo/accounts', async () => ({ accounts: options.demoAccounts ?? [] }));

  async function session(request: FastifyRequest) {
    const who = await whoAsks(options, request);
    const token = tokenOf(options, request);
    if (!who || !token) return null;
    const { today, now } = momentOf(house.clock);
    const [organiser, endsIn, passwordGiven, username] = await Promise.all([
      house.db
        .selectFrom('organiser_organiser')
        .select(['id', 'code', 'name_fi', 'name_sv', 'name_en'])
        .where('id', '=', who.organiserId)
        .executeTakeFirstOrThrow(),
      secondsLeft(house.db, token),
      givenPassword(house.db, token),
      usernameOf(house.db, token),
    ]);
    const name = { fi: organiser.name_fi, sv: organiser.name_sv, en: organiser.name_en }[who.language];
    return {
      account: who.accountId,
      username,
      worker: { id: who.workerId, name: who.name, roles: who.roles },
      organiser: { id: organiser.id, code: organiser.code, name },
      language: who.language,
      today,
      // The demo's day ends when somebody says so.
      dayEndsIn: demo ? null : Math.ceil((Date.parse(startInstantOf(addDays(today, 1))) - Date.parse(now)) / 1000),
      demo: demo !== null,
      mustChange: who.mustChange ?? false,
      mustHaveCodes: who.mustHaveCodes ?? false,
      passwordGiven,
      idleMinutes: options.sessions?.idleMinutes ?? idleMinutes,
      endsIn,
    };
  }

  function signInFirst(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return sendProblem(reply, problem('not-signed-in', 401, problemTitle('not-signed-in', languageOf(request, null))));
  }
}
