/** Two clients of one name are told apart wherever money or a choice hangs on which of them it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attendanceGrid, markAttendance } from '../src/casework/attendance/acts.ts';
import { compensationLines, compensationMonth } from '../src/casework/compensation/acts.ts';
import { expiringBoard } from '../src/screens/expiring/board.ts';
import { myDay } from '../src/screens/my-day/board.ts';
import { decisionRegister, matterRegister } from '../src/screens/register/board.ts';
import { waitingBoard } from '../src/screens/waiting/board.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let parts: PartTaken[];
const born = ['1972-03-04', '1985-01-01', null] as const;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const { workplaceId } = await partAtWorkplace(world, 'Kirjasto');
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
