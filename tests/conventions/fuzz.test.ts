import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { server } from '../../src/server/http/server.ts';
import { freshDatabase } from '../database.ts';
import { makeWorld, type World } from '../world.ts';
import { askers, clientOf, faultOf, nasty, sampleOf, schemaOf, sessionsOf } from './asking.ts';

/** How many requests: few in every run, a million by `npm run fuzz`. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 700);
const seed = Number(process.env.FUZZ_SEED ?? 20_210_617);
/** No answer may take longer; milliseconds. */
const longest = 5000;

let world: World;
let app: FastifyInstance;
const broken: string[] = [];

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  app = await server({
    house: world.house(),
    acts: allActs,
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    callsAMinute: 10_000_000,
  });
  app.addHook('onError', async (request, _reply, error) => {
    if (!('problem' in error) && (error as { statusCode?: number }).statusCode === undefined)
      broken.push(`${request.method} ${request.routeOptions.url}: ${error.message}`);
  });
});
afterAll(async () => {
  await app?.close();
  await world?.db.close();
});

it('never breaks on anything at all, nor leaves anybody waiting', { timeout: 60_000 + requests * 20 }, async () => {
  const ids = {
    ...(await world.refer()),
    organiserId: world.pori.id,
    groupId: world.pori.groups['work-activity'] as string,
    workerId: world.workerId('pori-coach'),
    offeringId: world.pori.offerings['open-work'] as string,
  };
  const ask = clientOf(app, await sessionsOf(world));
  const done = new Set<string>();
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...nasty), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...allActs),
      fc.constantFrom(...askers),
      fc.infiniteStream(anything),
      fc.infiniteStream(fc.nat(3)),
      async (act, by, values, choices) => {
        const input = Object.fromEntries(
          Object.entries(sampleOf(schemaOf(act), ids) as object).map(([field, good]) => [
            field,
            choices.next().value === 0 ? values.next().value : good,
          ]),
        );
        const began = performance.now();
        const answer = await ask(act, input, by);
        const message = `${act.name} ${JSON.stringify(input).slice(0, 500)}`;
        expect(performance.now() - began, message).toBeLessThan(longest);
        expect(faultOf(broken, answer), message).toBeNull();
        if (answer.statusCode < 300) done.add(act.name);
      },
    ),
    { numRuns: requests, seed, endOnFailure: true },
  );
  if (process.env.FUZZ_REQUESTS) {
    const never = allActs.filter(({ name }) => !done.has(name)).map(({ name }) => name);
    console.log(`${requests} requests; done at least once: ${done.size} of ${allActs.length} acts.`);
    if (never.length > 0) console.log(`Only refused: ${never.join(', ')}.`);
  }
});
