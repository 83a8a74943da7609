import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { freshDatabase } from '../database.ts';
import { brokenIn, serverOf } from '../server-of.ts';
import { makeWorld, type World } from '../world.ts';
import { askers, clientOf, faultOf, nasty, sampleOf, schemaOf, sessionsOf } from './asking.ts';

/** How many requests: few in every run, a million by `npm run fuzz`. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 700);
const seed = Number(process.env.FUZZ_SEED ?? 20_210_617);
/** No answer may take longer; milliseconds. */
const longest = 5000;

let world: World;
let app: FastifyInstance;
let broken: readonly string[];

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  app = await serverOf(world.house());
  broken = brokenIn(app);
});
afterAll(async () => {
  await app?.close();
  await world?.db.close();
});

/** How often each act was asked, done, and refused; every act has its line. */
const counts = new Map(allActs.map(({ name }) => [name, { sent: 0, done: 0 }]));

/** What stands in the tables that acts write, as one text; trail, gestures and tries are kept of refusals too. */
async function standing(): Promise<string> {
  const { rows } = await sql<{
    text: string;
  }>`select string_agg(c.relname || ' ' || (xpath('/row/n/text()', query_to_xml(
      format('select count(*) || coalesce(md5(string_agg(t::text, $x$ $x$ order by t::text)), $x$$x$) as n from %I t', c.relname), false, true, '')))[1]::text,
      E'\n' order by c.relname) as text
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname !~ '^(platform_(audit.*|gesture|attempt|session|challenge)|client_visit)$'`.execute(world.db.owner);
  return rows[0]?.text ?? '';
}

it('never breaks on anything at all, nor leaves anybody waiting', { timeout: 60_000 + requests * 20 }, async () => {
  const ids = {
    ...(await world.refer()),
    organiserId: world.pori.id,
    groupId: world.pori.groups['work-activity'] as string,
    workerId: world.workerId('pori-coach'),
    offeringId: world.pori.offerings['open-work'] as string,
  };
  const ask = clientOf(app, await sessionsOf(world));
  // Now and then what stands is read before a request and after it: what was refused has written nothing.
  const everySo = Math.max(20, Math.floor(requests / 500));
  let sent = 0;
  let compared = 0;
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
        const looks = sent++ % everySo === 0;
        const before = looks ? await standing() : null;
        const began = performance.now();
        const answer = await ask(act, input, by);
        const message = `${act.name} ${JSON.stringify(input).slice(0, 500)}`;
        expect(performance.now() - began, message).toBeLessThan(longest);
        expect(faultOf(broken, answer), message).toBeNull();
        const count = counts.get(act.name) as { sent: number; done: number };
        count.sent += 1;
        if (answer.statusCode < 300) count.done += 1;
        else if (before !== null) {
          compared += 1;
          expect(await standing(), message).toBe(before);
        }
      },
    ),
    { numRuns: requests, seed, endOnFailure: true },
  );
  expect([...counts.values()].reduce((sum, { sent: own }) => sum + own, 0)).toBe(requests);
  expect(compared).toBeGreaterThan(0);
  if (process.env.FUZZ_REQUESTS) report(compared);
});

function report(compared: number): void {
  const rows = [...counts].map(([name, count]) => ({ name, ...count })).toSorted((x, y) => x.done - y.done);
  for (const { name, sent, done } of rows)
    console.log(`${name}: ${sent} requests, ${done} done, ${sent - done} refused`);
  const never = rows.filter(({ done }) => done === 0);
  console.log(`${requests} requests; each act was asked ${Math.min(...rows.map(({ sent }) => sent))} times or more.`);
  console.log(
    `Done at least once: ${rows.length - never.length} of ${rows.length} acts. None answered 5xx or took ${longest / 1000} s.`,
  );
  console.log(`After ${compared} refusals nothing stood otherwise than before.`);
  if (never.length > 0) console.log(`Only refused: ${never.map(({ name }) => name).join(', ')}.`);
}
