import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { achieveGoal, makePlan, plansOf, reviewPlan } from './acts.ts';

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
  ['an administrator', 'pori-administrator', 'not-found'],
] as const)('%s neither reads nor writes the plans of a client', async (_, who, code) => {
  const { clientId } = await world.refer();
  const id = '00000000-0000-7000-8000-000000000000';
  const plan = {
    clientId,
    service: 'open-work' as const,
    kind: 'service' as const,
    madeOn: '2021-06-17',
    during: { from: '2021-06-17', to: null },
    reviewOn: '2021-09-17',
    goals: ['x'],
  };
  expect(await world.refusal(plansOf, { clientId }, who)).toBe(code);
  expect(await world.refusal(makePlan, plan, who)).toBe(code);
  expect(await world.refusal(reviewPlan, { clientId, planId: id, reviewedOn: '2021-06-17' }, who)).toBe(code);
  expect(await world.refusal(achieveGoal, { clientId, goalId: id, achievedOn: null }, who)).toBe(code);
});

test('a plan of one client is not reached through another', async () => {
  const [one, other] = [await world.refer(), await world.refer({ familyName: 'Berg' })];
  const { planId } = await world.perform(
    makePlan,
    {
      clientId: one.clientId,
      service: 'open-work',
      kind: 'service',
      madeOn: '2021-06-17',
      during: { from: '2021-06-17', to: null },
      reviewOn: '2021-09-17',
      goals: ['Kulkea työmatka itse'],
    },
    'pori-coach',
  );
  expect(
    await world.refusal(reviewPlan, { clientId: other.clientId, planId, reviewedOn: '2021-06-17' }, 'pori-coach'),
  ).toBe('no-such-plan');
});
