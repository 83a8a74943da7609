import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { inRehabilitation, livesOn, marked } from '../../../tests/rehabilitating.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { InputOf } from '../../server/act.ts';
import { enterAs } from '../../server/perform.ts';
import { correctionsOf, recordBenefit } from '../client/acts.ts';
import {
  closeMonth,
  compensationMonth,
  compensationOf,
  compensationStatement,
  settleCorrections,
} from '../compensation/acts.ts';
import { setRate } from '../rate/acts.ts';
import { answerTravel, changeTravel, endTravel, recordTravel, takeBackTravel, travelMonth, travelOf } from './acts.ts';

let db: FreshDatabase;
let world: World;
const month = '2023-01';
const days = ['2023-01-02', '2023-01-04', '2023-01-09', '2023-01-11'];
const clients: Record<string, string> = {};
const official = 'work-social-worker';
const finance = 'work-finance';
const inJanuary = day('2023-01-20');
const afterIt = day('2023-02-06');

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  for (const [familyName, benefit] of [
    ['Tukinen', 'social-assistance'],
    ['Kävelinen', 'social-assistance'],
    ['Kelanen', 'labour-market-subsidy'],
  ] as const) {
    const client = await inRehabilitation(db, world, { familyName });
    clients[familyName] = client.clientId;
    await livesOn(db, world, client.clientId, benefit);
    await marked(db, world, client, days);
  }
});
afterAll(() => db.close());

const of = (name: string) => clients[name] as string;
type Details = Omit<InputOf<typeof recordTravel>, 'clientId' | 'seen'>;
const bus = (from: string, to: string | null = null, amount = 640): Details => ({
  ...{ means: 'public-transport', amount, reason: 'Kertalippu 3,20 € suuntaansa', during: { from, to } },
});
const car = (from: string, amount = 1200): Details => ({
  ...{ means: 'own-car', amount, reason: 'Bussi ei kulje iltavuoroon', during: { from, to: null } },
});
const record = (name: string, details: Details, by: WorkerName = official, on: Day = inJanuary) =>
  world.perform(recordTravel, { clientId: of(name), ...details }, by, on);
const refused = (name: string, details: Details, by: WorkerName = official) =>
  world.refusal(recordTravel, { clientId: of(name), ...details }, by, inJanuary);
const travelOfClient = (name: string, on: Day = inJanuary) =>
  world.perform(travelOf, { clientId: of(name) }, official, on);
const ways = async (name: string) =>
  (await travelOfClient(name)).ways.map(({ means, amount, during }) => [means, amount, during.from, during.to]);
const opened = () => world.perform(compensationMonth, { month }, finance, afterIt);
const accountOf = async (name: string) => (await opened()).accounts.find(({ key }) => key === of(name))?.kinds;
const questions = async () => (await world.perform(travelMonth, { month }, finance, afterIt)).clients;

describe('before anybody has said what the way costs', () => {
  test('it is a question, of those for whose days the organiser pays, and no payment', async () => {
    expect((await questions()).map(({ clientId, days: own }) => [clientId, own])).toEqual([
      [of('Kävelinen'), days],
      [of('Tukinen'), days],
    ]);
    expect(await accountOf('Tukinen')).toEqual([{ kind: 'activity-allowance', amount: 3600, days: 4 }]);
    expect(await travelOfClient('Tukinen')).toMatchObject({
      ...{
        openDays: days,
        ways: [],
        paying: [{ from: '2019-01-01', to: null }],
        basis: expect.stringContaining('18 §'),
      },
    });
    expect(await travelOfClient('Kelanen')).toMatchObject({ openDays: [], ways: [], paying: [] });
    const inMonth = async (of: string) => await world.perform(travelMonth, { month: of }, finance, afterIt);
    expect(await inMonth('2022-12')).toMatchObject({ basis: expect.stringContaining('10 a §'), clients: [] });
    expect(await inMonth(month)).toMatchObject({ basis: expect.stringContaining('18 §') });
  });

  test('nothing is recorded of days before the law, of days that others pay, nor an amount that does not suit the means', async () => {
    expect(await refused('Tukinen', bus('2001-08-31'))).toBe('before-travel');
    expect(await refused('Kelanen', bus('2023-01-01'))).toBe('others-pay');
    expect(await refused('Tukinen', bus('2023-01-01', null, 0))).toBe('costs-something');
    expect(await refused('Tukinen', { ...bus('2023-01-01'), means: 'free-ride' })).toBe('costs-nothing');
    expect(await refused('Tukinen', { ...bus('2023-01-01'), reason: ' ' })).toBe('wrong-input');
    expect(await refused('Tukinen', bus('2023-01-01'), 'pori-social-worker')).toMatch(/not-/);
    const rate = { kind: 'travel', amount: 640, rule: 'Päätös', during: { from: '2023-01-01', to: null } };
    expect(await world.refusal(setRate, rate as never, finance)).toBe('wrong-input');
  });
});

describe('a way that is recorded', () => {
  test('is paid a day: two days by bus at 6.40, and from a day on two by car at 12.00', async () => {
    await record('Tukinen', bus('2023-01-01'));
    expect(await accountOf('Tukinen')).toEqual([
      { kind: 'activity-allowance', amount: 3600, days: 4 },
      { kind: 'travel', amount: 2560, days: 4 },
    ]);
    await record('Tukinen', car('2023-01-09'));
    expect(await ways('Tukinen')).toEqual([
      ['own-car', 1200, '2023-01-09', null],
      ['public-transport', 640, '2023-01-01', '2023-01-09'],
    ]);
    expect(await accountOf('Tukinen')).toEqual([
      { kind: 'activity-allowance', amount: 3600, days: 4 },
      { kind: 'travel', amount: 2 * 640 + 2 * 1200, days: 4 },
    ]);
    expect((await travelOfClient('Tukinen')).ways[0]?.agreedBy).toBe('Jokinen Sanna');
    const { lines, balance } = await world.perform(
      compensationOf,
      { clientId: of('Tukinen'), month },
      official,
      inJanuary,
    );
    expect(
      lines.filter(({ kind }) => kind === 'travel').map(({ earnedOn, amount, rule }) => [earnedOn, amount, rule]),
    ).toEqual([640, 640, 1200, 1200].map((amount, n) => [days[n], amount, expect.stringContaining('18 §')]));
    expect(balance).toBe(3600 + 3680);
  });

  test('has no day twice, by the database too', async () => {
    expect(await refused('Tukinen', bus('2023-01-05', '2023-01-20'))).toBe('way-overlaps');
    const insert = (more: Readonly<Record<string, unknown>>) => {
      const row = { means: 'taxi', cents: 100, during: '[2024-01-01,)', ...more };
      return sql`insert into travel_way (organiser_id, client_id, means, cents_a_day, reason, agreed_by_id, during)
        values (${world.work.id}, ${of('Kelanen')}, ${row.means}, ${row.cents}, 'x', ${world.workerId(official)}, ${row.during}::daterange)`.execute(
        db.owner,
      );
    };
    await expect(insert({ during: '[2001-08-31,)' })).rejects.toThrow(/travel_since/);
    await expect(insert({ cents: 0 })).rejects.toThrow(/travel_costs_something/);
    await expect(insert({ means: 'on-foot' })).rejects.toThrow(/travel_costs_something/);
    await expect(
      sql`update travel_way set during = '[2023-01-01,)' where client_id = ${of('Tukinen')} and means = 'public-transport'`.execute(
        db.owner,
      ),
    ).rejects.toThrow(/travel_way_once/);
  });

  test('may cost nothing, as finance is answered: then nothing is paid and nothing is asked', async () => {
    const clientId = of('Kävelinen');
    const answer = { clientId, means: 'on-foot', amount: 0, reason: 'Asuu vieressä' } as const;
    await world.perform(answerTravel, { ...answer, during: { from: '2023-01-01', to: null } }, finance, afterIt);
    expect(await questions()).toEqual([]);
    expect(await accountOf('Kävelinen')).toEqual([{ kind: 'activity-allowance', amount: 3600, days: 4 }]);
    // An answer puts nothing in the place of what is recorded.
    const again = { ...answer, during: { from: '2023-01-05', to: null } };
    expect(await world.refusal(answerTravel, again, finance, afterIt)).toBe('way-overlaps');
  });

  test('is told to the client on the month’s statement, with what it rests on and how to object', async () => {
    const statement = { clientId: of('Tukinen'), month };
    const { text, accessible } = await readPaper(
      (await world.perform(compensationStatement, statement, finance, afterIt)).bytes,
    );
    expect(accessible).toBe(true);
    expect(text).toContain('Matkakorvaus');
    expect(text).toMatch(/6,40\s€ päivältä, Laki kuntouttavasta työtoiminnasta \(189\/2001\) 18 §/);
    expect(text).toMatch(/Sinulle maksetaan\s+72,80/);
    expect(text).toContain('pyydä asiasta kirjallinen päätös');
  });
});

describe('after the month was closed', () => {
  const corrections = async () => {
    const { reverse, write } = (await opened()).corrections;
    return [reverse, write].map((lines) => lines.map(({ earnedOn, kind, amount }) => [earnedOn, kind, amount]));
  };

  test('a corrected way reverses the lines of its days alone, and writes the right ones', async () => {
    expect(await world.perform(closeMonth, { month }, finance, afterIt)).toMatchObject({ lines: 12, corrections: 0 });
    const clientId = of('Tukinen');
    const [byCar] = (await travelOfClient('Tukinen')).ways;
    const correct = { clientId, wayId: byCar?.id ?? '', ...car('2023-01-09', 1000), why: 'Kilometrit laskettu väärin' };
    await world.perform(changeTravel, correct, official, afterIt);
    expect(await corrections()).toEqual([
      [
        ['2023-01-09', 'travel', -1200],
        ['2023-01-11', 'travel', -1200],
      ],
      [
        ['2023-01-09', 'travel', 1000],
        ['2023-01-11', 'travel', 1000],
      ],
    ]);
    expect(await world.perform(settleCorrections, { month }, finance, afterIt)).toEqual({
      ...{ reversed: 2, written: 2, difference: -400 },
    });
    expect(await corrections()).toEqual([[], []]);
  });

  test('a way taken back lets the one before go on, and the ledger follows', async () => {
    const clientId = of('Tukinen');
    const [byCar] = (await travelOfClient('Tukinen')).ways;
    const mistake = { clientId, wayId: byCar?.id ?? '', why: 'Bussi kulkeekin' };
    await world.perform(takeBackTravel, mistake, official, afterIt);
    expect(await ways('Tukinen')).toEqual([['public-transport', 640, '2023-01-01', null]]);
    expect(await world.perform(settleCorrections, { month }, finance, afterIt)).toEqual({
      ...{ reversed: 2, written: 2, difference: -720 },
    });
    const reasons = (await world.perform(correctionsOf, { clientId }, official, afterIt)).corrections;
    expect(reasons.map(({ act, why }) => [act, why])).toEqual(
      expect.arrayContaining([
        ['takeBackTravel', 'Bussi kulkeekin'],
        ['changeTravel', 'Kilometrit laskettu väärin'],
      ]),
    );
    expect(await world.refusal(takeBackTravel, mistake, official, afterIt)).toBe('no-such-way');
  });

  test('a way in the midst of another is taken back, and the other goes on without an end', async () => {
    await record('Tukinen', bus('2023-03-01', '2023-03-08', 500), official, afterIt);
    const [midst] = (await travelOfClient('Tukinen')).ways;
    const mistake = { clientId: of('Tukinen'), wayId: midst?.id ?? '', why: 'Väärä viikko' };
    await world.perform(takeBackTravel, mistake, official, afterIt);
    expect(await ways('Tukinen')).toEqual([['public-transport', 640, '2023-01-01', null]]);
  });

  test('a way whose first day was corrected since goes on from that day when a later one is taken back', async () => {
    await record('Kävelinen', bus('2023-03-01'), official, afterIt);
    await record('Kävelinen', bus('2023-04-01', null, 500), official, afterIt);
    const clientId = of('Kävelinen');
    const [later, first] = (await travelOfClient('Kävelinen')).ways;
    const right = { ...bus('2023-03-06', '2023-04-01'), clientId, wayId: first?.id ?? '', why: 'Väärä päivä' };
    await world.perform(changeTravel, right, official, afterIt);
    const mistake = { clientId, wayId: later?.id ?? '', why: 'Väärä hinta' };
    await world.perform(takeBackTravel, mistake, official, afterIt);
    expect((await ways('Kävelinen'))[0]).toEqual(['public-transport', 640, '2023-03-06', null]);
  });

  test('a way that ended pays no later days, which are a question again', async () => {
    const clientId = of('Tukinen');
    const [byBus] = (await travelOfClient('Tukinen')).ways;
    const end = { clientId, wayId: byBus?.id ?? '' };
    const ending = (lastDay: string) => world.refusal(endTravel, { ...end, lastDay }, official, afterIt);
    expect(await ending('2022-12-31')).toBe('way-ends-before');
    await world.perform(endTravel, { ...end, lastDay: '2023-01-04' }, official, afterIt);
    expect(await ending('2023-01-05')).toBe('way-ended');
    expect((await questions()).map(({ days: own }) => own)).toEqual([['2023-01-09', '2023-01-11']]);
    expect((await corrections())[0]).toEqual([
      ['2023-01-09', 'travel', -640],
      ['2023-01-11', 'travel', -640],
    ]);
    await world.perform(answerTravel, { clientId, ...bus('2023-01-05') }, finance, afterIt);
    // Agreed on anew at the same price, the days are worth what they were paid.
    expect(await corrections()).toEqual([[], []]);
    expect(await questions()).toEqual([]);
  });

  test('travel goes with the allowance where others turn out to have paid', async () => {
    const benefit = { clientId: of('Tukinen'), benefit: 'labour-market-subsidy', main: false } as const;
    const during = { from: '2023-01-11', to: null };
    await world.perform(recordBenefit, { ...benefit, during }, official, afterIt);
    expect(await corrections()).toEqual([
      [
        ['2023-01-11', 'activity-allowance', -900],
        ['2023-01-11', 'travel', -640],
      ],
      [],
    ]);
    expect(await questions()).toEqual([]);
  });
});

test('ways that are told late or ahead are the same whichever is told first', async () => {
  const both = [bus('2023-01-01'), car('2023-03-01')];
  const recorded = [];
  for (const [familyName, inOrder] of [
    ['Ensinen', both],
    ['Myöhänen', both.toReversed()],
  ] as const) {
    const { clientId } = await inRehabilitation(db, world, { familyName });
    clients[familyName] = clientId;
    await livesOn(db, world, clientId, 'social-assistance');
    for (const one of inOrder) await record(familyName, one);
    recorded.push(await ways(familyName));
  }
  expect(recorded[1]).toEqual(recorded[0]);
  expect(recorded[0]).toEqual([
    ['own-car', 1200, '2023-03-01', null],
    ['public-transport', 640, '2023-01-01', '2023-03-01'],
  ]);
});

test('the days on both sides of 1.1.2023 are paid alike, each by the act of its day, and told so on the statements', async () => {
  const client = await inRehabilitation(db, world, { familyName: 'Vuodenvaihde' });
  const { clientId } = client;
  clients.Vuodenvaihde = clientId;
  await livesOn(db, world, clientId, 'social-assistance');
  await marked(db, world, client, ['2022-12-29', '2023-02-01']);
  const questionOf = async (of: string) =>
    (await world.perform(travelMonth, { month: of }, finance, afterIt)).clients.find(
      (one) => one.clientId === clientId,
    );
  expect([(await questionOf('2022-12'))?.days, (await questionOf('2023-02'))?.days]).toEqual([
    ['2022-12-29'],
    ['2023-02-01'],
  ]);
  await record('Vuodenvaihde', bus('2022-12-01'));
  for (const [of, days, law] of [
    ['2022-12', ['2022-12-29'], 'Laki toimeentulotuesta (1412/1997) 10 a §'],
    ['2023-02', ['2023-02-01'], 'Laki kuntouttavasta työtoiminnasta (189/2001) 18 §'],
  ] as const) {
    const { lines } = await world.perform(compensationOf, { clientId, month: of }, official, inJanuary);
    const own = lines.filter(({ kind }) => kind === 'travel');
    expect(own.map(({ earnedOn, amount }) => [earnedOn, amount])).toEqual(days.map((on) => [on, 640]));
    expect(own.map(({ rule }) => rule)).toEqual([expect.stringContaining(law)]);
    const { text } = await readPaper(
      (await world.perform(compensationStatement, { clientId, month: of }, finance, afterIt)).bytes,
    );
    // A long name may be parted at a hyphen.
    expect(text.replaceAll('- ', '')).toMatch(new RegExp(`6,40\\s€ päivältä, ${RegExp.escape(law)}`));
  }
});

describe('who may', () => {
  test.each<WorkerName>(['pori-instructor', 'pori-social-worker', 'pori-finance', 'pori-coach'])(
    '%s records no way and reads none',
    async (by) => {
      const clientId = of('Kelanen');
      for (const refusal of [
        await world.refusal(travelOf, { clientId }, by),
        await world.refusal(answerTravel, { clientId, ...bus('2023-01-01') }, by),
        await world.refusal(recordTravel, { clientId, ...bus('2023-01-01') }, by),
      ])
        expect(refusal).toMatch(/not-allowed|not-found/);
    },
  );

  test('finance reads ways for money, and for no other purpose', async () => {
    const seenFor = (purpose: 'money' | 'none' | 'supervision') =>
      db.app.transaction().execute(async (tx) => {
        const now = world.house().clock.now();
        await enterAs(tx, world.who(finance), { purpose, today: world.today, now });
        return (await sql`select from travel_way`.execute(tx)).rows.length;
      });
    expect(await seenFor('money')).toBeGreaterThan(0);
    expect([await seenFor('none'), await seenFor('supervision')]).toEqual([0, 0]);
  });
});
