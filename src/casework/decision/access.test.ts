import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { decide, decisionFrame, decisionLetter, decisionsOf, previewDecision, serveDecision } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

test.each([
  ['another organiser’s coach', 'rauma-coach', 'not-found'],
  ['another organiser’s official', 'rauma-social-worker-a', 'not-found'],
  ['an instructor whose group the client is not in', 'pori-instructor', 'not-found'],
  ['finance, without an account of the client', 'pori-finance', 'not-found'],
  ['a planner', 'pori-planner', 'not-found'],
  ['a manager', 'pori-manager', 'not-found'],
  ['an administrator', 'pori-administrator', 'not-found'],
] as const)('%s neither decides nor reads what was decided', async (_, who, code) => {
  const { clientId, referralId } = await world.refer();
  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
  const grant = {
    clientId,
    referralId,
    outcome: 'grant' as const,
    decidedOn: '2021-06-17',
    during: { from: '2021-08-01', to: null },
    reasons: 'Vastaa tarvetta.',
    provisions: frame.provisions.map(({ id }) => id),
  };
  expect(await world.refusal(decisionFrame, { clientId, referralId }, who)).toBe(code);
  expect(await world.refusal(previewDecision, grant, who)).toBe(code);
  expect(await world.refusal(decide, grant, who)).toBe(code);
  const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
  expect(await world.refusal(decisionsOf, { clientId }, who)).toBe(code);
  expect(await world.refusal(decisionLetter, { clientId, decisionId }, who)).toBe(code);
  const serve = { clientId, decisionId, way: 'post' as const, sentOn: '2021-06-17' };
  expect(await world.refusal(serveDecision, serve, who)).toBe(code);
});
