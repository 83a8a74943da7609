import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { roles as allRoles } from '../../kernel/relation.ts';
import { open, seal } from '../secret.ts';
import { AskedTooLittle, type Away, accountOfProvider, allowRoles } from '../sign-in/provider.ts';
import { openSession, signOut, whoIs } from '../sign-in/sign-in.ts';
import { cookieNames, type ServerOptions } from './asking.ts';
import { callerAddress } from './caller.ts';
import { sessionNotes } from './noting.ts';
import { browserOf } from './own-sessions.ts';
import { withoutQuoted } from './untold.ts';

const sealedFor = 'away at the provider';
const awaySeconds = 600;

/** What the browser keeps, and until when it may be used. */
interface KeptAway extends Away {
  readonly until: string;
}

type Held = (request: FastifyRequest) => {
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict';
  readonly secure: boolean;
};

/** To the organisation's provider and back. */
export async function providerRoutes(app: FastifyInstance, options: ServerOptions, held: Held): Promise<void> {
  const { house, provider } = options;
  const cookies = cookieNames(options);
  const notes = sessionNotes(options);
  const few = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };

  app.get('/api/session/provider', async () => ({ provider: provider !== undefined }));
  if (!provider) return;

  /** A page that goes on by itself: browsers send a cookie of this site alone only to what this site led to. */
  const goOn = (reply: FastifyReply, to: string) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .send(
        `<!doctype html><meta http-equiv="refresh" content="0;url=${encodeURI(to).replaceAll('"', '%22')}"><title>Kykypolku</title>`,
      );

  app.get<{ Querystring: { to?: unknown; another?: unknown } }>(
    '/api/session/provider/start',
    few,
    async (request, reply) => {
      const { to, another } = request.query;
      // Only to a page of ours: an address of elsewhere (//…) would take one away.
      const wanted = typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
      try {
        const { address, away } = await provider.start(wanted, another === 'yes');
        const until = new Date(Date.parse(house.clock.now()) + awaySeconds * 1000).toISOString();
        const saved = seal(house.keys, sealedFor, JSON.stringify({ ...away, until })).toString('base64url');
        reply.setCookie(cookies.away, saved, { ...held(request), sameSite: 'lax', maxAge: awaySeconds });
        return reply.redirect(address);
      } catch (error) {
        request.log.warn({ reason: withoutQuoted((error as Error).message) }, 'the provider cannot be reached');
        return reply.redirect('/sign-in?provider=away');
      }
    },
  );

  app.get('/api/session/provider/back', few, async (request, reply) => {
    const saved = request.cookies[cookies.away];
    reply.clearCookie(cookies.away, { ...held(request), sameSite: 'lax' });
    const failed = (why: 'failed' | 'unknown' | 'weak') => {
      notes.log.note({ event: 'sign-in-failed', act: 'provider', code: why, from: callerAddress(request) });
      return goOn(reply, `/sign-in?provider=${why}`);
    };
    try {
      const away = JSON.parse(open(house.keys, sealedFor, Buffer.from(saved ?? '', 'base64url'))) as KeptAway;
      // Whoever kept the cookie keeps it longer than a browser does.
      if (!(house.clock.now() < away.until)) throw new Error('The question is older than ten minutes');
      const query = request.raw.url?.slice(request.raw.url.indexOf('?')) ?? '';
      const back = await provider.cameBack(query, away);
      const account = await accountOfProvider(house.db, back);
      if (account === null) return failed('unknown');
      const token = await openSession(house, account, browserOf(request));
      const roles = provider.rolesOf(back.groups);
      await allowRoles(house.db, token, roles ?? allRoles);
      const who = await whoIs(house.db, token, house.clock.today());
      if (!who) {
        await signOut(house.db, token);
        return failed('unknown');
      }
      const before = request.cookies[cookies.session];
      if (before !== undefined) await signOut(house.db, before);
      reply.setCookie(cookies.session, token, held(request));
      await notes.tell('signed-in', who.workerId, who.organiserId, request);
      return goOn(reply, away.to);
    } catch (error) {
      request.log.warn({ reason: withoutQuoted((error as Error).message) }, 'nobody came back from the provider');
      return failed(error instanceof AskedTooLittle ? 'weak' : 'failed');
    }
  });
}
