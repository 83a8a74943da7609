/** The real server as tests ask it: every act, nothing in its log, and no limit of calls that a test would reach. */
import type { FastifyInstance } from 'fastify';
import { allActs } from '../src/screens/app/registry.ts';
import { server } from '../src/server/http/server.ts';

type ServerOptions = Parameters<typeof server>[0];

export const serverOf = (house: ServerOptions['house'], more: Partial<ServerOptions> = {}): Promise<FastifyInstance> =>
  server({
    house,
    acts: allActs,
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    callsAMinute: 1_000_000_000,
    ...more,
  });

/** What broke in answering, as it comes: what is no problem that an act tells, nor one of HTTP. */
export function brokenIn(app: FastifyInstance): readonly string[] {
  const broken: string[] = [];
  app.addHook('onError', async (request, _reply, error) => {
    if (!('problem' in error) && (error as { statusCode?: number }).statusCode === undefined)
      broken.push(`${request.method} ${request.routeOptions.url}: ${error.message}`);
  });
  return broken;
}
