import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { changeClient, joinRecords, protectAddress } from '../../casework/client/acts.ts';
import { clientPage } from '../client/board.ts';
import { personRecords } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const newcomer = async (familyName: string, givenNames: string, birthOn = '1990-02-03') =>
  (await world.refer({ familyName, givenNames, birthOn })).clientId;

test('whoever might be the same person is told, the likely ones first, without those who are one already', async () => {
  const record = await newcomer('Vertailu', 'Veera');
  const likely = await newcomer('Vertailu', 'Veera Maria');
  const possible = await newcomer('Toinen', 'Veera');
  const answer = await world.perform(personRecords, { clientId: record }, by);
  expect(answer.alike.map(({ id, likeness }) => [id, likeness])).toEqual([
    [likely, 'likely'],
    [possible, 'possible'],
  ]);
  expect(answer.joined).toEqual([]);
  await world.perform(joinRecords, { clientId: record, otherId: likely }, by);
  const after = await world.perform(personRecords, { clientId: record }, by);
  expect(after.joined.map(({ id }) => id)).toEqual([likely]);
  expect(after.alike.map(({ id }) => id)).toEqual([possible]);
});

test('a record of another name is compared when one names it, and one of another organiser is none', async () => {
  const record = await newcomer('Ennen', 'Eeva', '1970-01-01');
  const married = await newcomer('Jälkeen', 'Eeva Liisa', '1971-01-01');
  const answer = await world.perform(personRecords, { clientId: record, withId: married }, by);
  expect(answer.other).toMatchObject({ familyName: 'Jälkeen', referrals: [{ service: 'open-work' }] });
  const elsewhere = (await world.refer({ organiser: 'rauma' })).clientId;
  expect(await world.refusal(personRecords, { clientId: record, withId: elsewhere }, by)).toBe('no-such-client');
  expect(await world.refusal(personRecords, { clientId: record }, 'pori-coach')).toBe('not-allowed');
});

test('where a protected person lives is in neither column', async () => {
  const record = await newcomer('Suoja', 'Siiri');
  const other = await newcomer('Suoja', 'Siiri');
  for (const clientId of [record, other]) await world.perform(changeClient, { clientId, municipalityCode: '684' }, by);
  await world.perform(protectAddress, { clientId: other, during: { from: '2021-01-01', to: null } }, by);
  const answer = await world.perform(personRecords, { clientId: record, withId: other }, by);
  expect(answer.other).toMatchObject({ protected: true, municipality: null });
  expect(answer.record).toMatchObject({ protected: false, municipality: 'Rauma' });
  await world.perform(joinRecords, { clientId: record, otherId: other }, by);
  const after = await world.perform(personRecords, { clientId: record, withId: other }, by);
  expect(after.record).toMatchObject({ protected: true, municipality: null });
});

test('the page of either record leads to the other', async () => {
  const record = await newcomer('Sivu', 'Sini');
  const other = await newcomer('Sivu', 'Sini');
  await world.perform(joinRecords, { clientId: record, otherId: other }, by);
  expect((await world.perform(clientPage, { clientId: other }, by)).otherRecords).toEqual([record]);
});
