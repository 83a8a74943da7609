import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, unheard, type World } from '../../../tests/world.ts';
import { decide, decisionFrame } from '../../casework/decision/acts.ts';
import { correctReferral, takeBackReferral } from '../../casework/referral/acts.ts';
import { decisionRegister, decisionRegisterFile, matterRegister, matterRegisterFile } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const matters = (input = {}) => world.perform(matterRegister, input, by);

async function deny(clientId: string, referralId: string) {
  const { grounds } = await world.perform(decisionFrame, { clientId, referralId }, by);
  return world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome: 'deny',
      decidedOn: '2021-06-17',
      reasons: 'Edellytykset eivät täyty.',
      unheard,
      provisions: [grounds[0]?.id ?? ''],
    },
    by,
  );
}

test('a matter has the next number of its organiser and year, from the day on which it became pending', async () => {
  const first = await world.refer({ receivedOn: '2021-03-22', familyName: 'Aalto' });
  const second = await world.refer({ receivedOn: '2021-01-11', familyName: 'Berg' });
  await world.refer({ receivedOn: '2020-12-31', familyName: 'Cajander' });
  await world.refer({ organiser: 'rauma', receivedOn: '2021-02-01', familyName: 'Muu' });
  const { rows, total } = await matters();
  expect(rows.map(({ number, name }) => `${number} ${name.split(' ')[0]}`)).toEqual([
    '2/2021 Berg',
    '1/2021 Aalto',
    '1/2020 Cajander',
  ]);
  expect(total).toBe(3);
  // A day that is corrected does not change the number.
  const details = { source: 'other', kind: 'application', why: 'Väärä päivä' } as const;
  await world.perform(correctReferral, { ...first, ...details, receivedOn: '2020-11-02' }, by);
  expect((await matters({ number: '1/2021' })).rows.map(({ referralId }) => referralId)).toEqual([first.referralId]);
  // Nor is it given again when what had it is taken back.
  await world.perform(takeBackReferral, { ...second, why: 'Väärä henkilö' }, by);
  await world.refer({ receivedOn: '2021-05-03', familyName: 'Dahl' });
  expect((await matters({ year: 2021 })).rows.map(({ number }) => number)).toEqual(['3/2021', '1/2021']);
});

test('of many that come at once no two have one number', async () => {
  await Promise.all(
    Array.from({ length: 8 }, (_, n) => world.refer({ receivedOn: '2019-05-02', familyName: `Yhtä${'abcdefgh'[n]}` })),
  );
  const { rows } = await matters({ year: 2019 });
  expect(new Set(rows.map(({ number }) => number)).size).toBe(8);
});

test('the registers are narrowed by number, year, service, state and name, and leave out what is not open to the asker', async () => {
  const { clientId, referralId } = await world.refer({ receivedOn: '2018-04-03', familyName: 'Rekisteri' });
  await deny(clientId, referralId);
  const names = async (input: object) => (await matters(input)).rows.map(({ name }) => name.split(' ')[0]);
  expect(await names({ year: 2018, state: 'decided' })).toEqual(['Rekisteri']);
  expect(await names({ year: 2018, state: 'pending' })).toEqual([]);
  expect(await names({ name: 'rekist' })).toEqual(['Rekisteri']);
  expect(await names({ year: 2018, service: 'day-activity' })).toEqual([]);
  const { rows } = await world.perform(decisionRegister, { outcome: 'deny', state: 'not-served' }, by);
  expect(rows).toMatchObject([{ number: '1/2021', matterNumber: '1/2018', outcome: 'deny', servedOn: null }]);
  expect((await world.perform(decisionRegister, { outcome: 'grant' }, by)).total).toBe(0);
  expect((await world.perform(matterRegister, {}, 'rauma-social-worker-a')).rows.map(({ name }) => name)).toEqual([
    expect.stringContaining('Muu'),
  ]);
});

test('a register is a file for a spreadsheet, in which no cell is a formula, and the trail keeps whom it told of', async () => {
  await world.refer({ receivedOn: '2017-02-01', familyName: '=Kaava' });
  const file = await world.perform(matterRegisterFile, { year: 2017 }, by);
  const text = Buffer.from(file.bytes).toString('utf8');
  expect(text).toContain("'=Kaava");
  expect(text.split('\n')[0]).toContain('Numero;Asiakas;Palvelu');
  const decided = Buffer.from((await world.perform(decisionRegisterFile, { year: 2021 }, by)).bytes).toString('utf8');
  expect(decided).toContain('1/2021;1/2018;');
  const trail = await db.owner
    .selectFrom('platform_audit')
    .select('clients')
    .where('act', '=', 'matterRegisterFile')
    .execute();
  expect(trail.map(({ clients }) => clients?.length)).toEqual([1]);
});

test('of a register that ends before its last row those within are told apart from namesakes beyond', async () => {
  await world.refer({ familyName: 'Sama', givenNames: 'Nimi', birthOn: '1990-02-03', receivedOn: '2017-02-01' });
  await world.refer({ familyName: 'Sama', givenNames: 'Nimi', birthOn: '1971-02-03', receivedOn: '2017-03-01' });
  const [whole, few] = [await matters({ name: 'Sama' }), await matters({ name: 'Sama', limit: 1 })];
  expect(few).toMatchObject({ total: 2, rows: [{ name: whole.rows[0]?.name }] });
  expect(few.rows[0]?.name).toMatch(/^Sama Nimi \(.*1971/);
});
