/** Two clients of one name, and two workers, are told apart wherever money or a choice hangs on which of them it is. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attendanceGrid, markAttendance } from '../src/casework/attendance/acts.ts';
import { compensationLines, compensationMonth } from '../src/casework/compensation/acts.ts';
import { decisionFrame } from '../src/casework/decision/acts.ts';
import { ownWorkersOf } from '../src/casework/ownworker/acts.ts';
import { workers } from '../src/casework/worker/acts.ts';
import { figureCases } from '../src/figures/acts.ts';
import { clientList } from '../src/screens/clients/board.ts';
import { expiringBoard } from '../src/screens/expiring/board.ts';
import { myDay } from '../src/screens/my-day/board.ts';
import { decisionRegister, matterRegister } from '../src/screens/register/board.ts';
import { waitingBoard } from '../src/screens/waiting/board.ts';
import { workplace, workplaceBoard } from '../src/screens/workplaces/board.ts';
import { newId } from '../src/server/id.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let parts: PartTaken[];
let workplaceId: string;
const born = ['1972-03-04', '1985-01-01', null] as const;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ workplaceId } = await partAtWorkplace(world, 'Kirjasto'));
  parts = [];
  for (const [n, birthOn] of born.entries()) {
    const name = n === 2 ? { familyName: 'Yksin', givenNames: 'Olli' } : { familyName: 'Anttila', givenNames: 'Antti' };
    parts.push(await takingPart(world, { service: 'open-work', workplaceId, birthOn, ...name }));
  }
  for (const { placementId } of parts) {
    const marks = [{ placementId, on: '2021-06-14', kind: 'present' as const }];
    await world.perform(markAttendance, { marks }, 'pori-coach');
  }
});
afterAll(() => db.close());

const apart = ['Anttila Antti (s. 1972)', 'Anttila Antti (s. 1985)', 'Yksin Olli'];
const namesOf = (rows: readonly { readonly name: string }[]) => [...new Set(rows.map(({ name }) => name))].toSorted();

test('in the grid of attendance', async () => {
  const days = { from: '2021-06-14', to: '2021-06-21' };
  const { rows } = await world.perform(attendanceGrid, { everyWorkplace: 'true', ...days }, 'pori-coach');
  expect(namesOf(rows)).toEqual(apart);
});

test('in a month of money and its lines, also where the other account is not in sight', async () => {
  const month = '2021-06';
  const { accounts } = await world.perform(compensationMonth, { month }, 'pori-finance');
  expect(namesOf(accounts)).toEqual(apart);
  const first = await world.perform(compensationMonth, { month, limit: 1 }, 'pori-finance');
  expect(namesOf(first.accounts)).toEqual(apart.slice(0, 1));
  const clientIds = parts.map(({ clientId }) => clientId);
  const { lines } = await world.perform(compensationLines, { month, clientIds }, 'pori-finance');
  expect(namesOf(lines)).toEqual(apart);
});

test('in a day of work, the lists of what waits and expires, and the registers', async () => {
  expect(namesOf((await world.perform(myDay, { whose: 'own' }, 'pori-coach')).rows)).toEqual(apart);
  const { rows: waits } = await world.perform(waitingBoard, {}, 'pori-social-worker');
  expect(namesOf(waits)).toEqual(apart);
  for (const register of [matterRegister, decisionRegister])
    expect(namesOf((await world.perform(register, {}, 'pori-social-worker')).rows)).toEqual(apart);
  expect((await world.perform(expiringBoard, {}, 'pori-social-worker')).rows).toBeDefined();
});

test('on a workplace’s page and among its agreements that wait', async () => {
  const opened = await world.perform(workplace, { workplaceId }, 'pori-coach');
  expect([...new Set(opened.placements.map(({ client }) => client))].toSorted()).toEqual(expect.arrayContaining(apart));
  const { waiting } = await world.perform(workplaceBoard, { show: 'approve' }, 'pori-coach');
  for (const { client } of [...opened.agreements, ...waiting]) expect(client).not.toBe('Anttila Antti');
});

test('among the cases of a figure', async () => {
  const query = {
    id: 'clients-on-day',
    organiser: 'pori-perusturva',
    service: 'open-work',
    asOf: '2021-06-17',
  } as const;
  const { clients } = await world.perform(figureCases, query, 'pori-coach');
  expect(namesOf(clients)).toEqual(apart);
});

test('and two workers, where one is chosen', async () => {
  const id = newId();
  const first = world.workerId('pori-social-worker');
  await sql`insert into worker_worker (id, organiser_id, family_name, given_name, email)
    select ${id}, organiser_id, family_name, given_name, 'toinen@example.fi' from worker_worker where id = ${first}`.execute(
    db.owner,
  );
  const postId = newId();
  await sql`insert into worker_post (id, worker_id, organiser_id, role, public_office, professional, during)
    select ${postId}, ${id}, organiser_id, role, public_office, professional, during from worker_post where worker_id = ${first}`.execute(
    db.owner,
  );
  await sql`insert into worker_deciding_right (organiser_id, post_id, service, delegation, professional, during)
    select organiser_id, ${postId}, service, delegation, professional, during from worker_deciding_right
    where post_id = (select id from worker_post where worker_id = ${first})`.execute(db.owner);
  const { clientId, referralId } = await world.refer({ familyName: 'Kolmas' });
  const choices = [
    (await world.perform(workers, {}, 'pori-social-worker')).workers,
    (await world.perform(ownWorkersOf, { clientId }, 'pori-social-worker')).workers,
    (await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker')).deciders,
    (await world.perform(clientList, {}, 'pori-social-worker')).workers,
  ];
  for (const choice of choices) {
    const names = choice.filter((one) => one.id === id || one.id === first).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.join()).toContain('(toinen@example.fi)');
    expect(new Set(choice.map(({ name }) => name)).size).toBe(choice.length);
  }
});
