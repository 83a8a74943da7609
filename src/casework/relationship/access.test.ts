import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { responsibleChoices, responsibleOf } from '../handover/acts.ts';
import {
  agreeBreak,
  endBreak,
  endRelationship,
  handOverCase,
  nameResponsible,
  relationshipsOf,
  startRelationship,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const id = '00000000-0000-7000-8000-000000000000';

test.each([
  ['another organiser’s coach', 'rauma-coach', 'not-found'],
  ['another organiser’s official', 'rauma-social-worker-a', 'not-found'],
  ['an instructor whose group the client is not in', 'pori-instructor', 'not-found'],
  ['finance, without an account of the client', 'pori-finance', 'not-found'],
  ['a planner', 'pori-planner', 'not-found'],
  ['a manager', 'pori-manager', 'not-found'],
  ['an administrator', 'pori-administrator', 'not-found'],
] as const)('%s neither changes nor reads who answers for a client', async (_, who, code) => {
  const { clientId } = await world.refer();
  const workerId = world.workerId('pori-coach');
  const from = '2021-06-17';
  const during = { from, to: null };
  const refused = [
    await world.refusal(startRelationship, { clientId, decisionId: id, offeringId: id, from }, who),
    await world.refusal(nameResponsible, { clientId, relationshipId: id, workerId, from }, who),
    await world.refusal(handOverCase, { clientId, workerId, from }, who),
    await world.refusal(agreeBreak, { clientId, relationshipId: id, reason: 'Loma', during }, who),
    await world.refusal(endBreak, { clientId, pauseId: id, on: from }, who),
    await world.refusal(endRelationship, { clientId, relationshipId: id, on: from }, who),
    await world.refusal(relationshipsOf, { clientId }, who),
    await world.refusal(responsibleOf, { clientId }, who),
    await world.refusal(responsibleChoices, { clientId, service: 'open-work', on: from }, who),
  ];
  expect(new Set(refused)).toEqual(new Set([code]));
});

test('a coach of the service does not change the case manager of the social services', async () => {
  const { clientId } = await world.refer();
  const workerId = world.workerId('pori-social-worker');
  expect(await world.refusal(handOverCase, { clientId, workerId, from: '2021-06-17' }, 'pori-coach')).toBe(
    'not-allowed',
  );
});
