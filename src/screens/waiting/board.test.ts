import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { explanations, makeWorld, type World } from '../../../tests/world.ts';
import { beginAssessment } from '../../casework/assessment/acts.ts';
import { decide, decisionFrame, serveDecision } from '../../casework/decision/acts.ts';
import { makePlan } from '../../casework/plan/acts.ts';
import { startRelationship } from '../../casework/relationship/acts.ts';
import { day } from '../../kernel/day.ts';
import { compareNames } from '../../kernel/language.ts';
import type { InputOf } from '../../server/act.ts';
import { waitingShows, waitingSteps } from '../app/waiting-told.ts';
import { receivingDesk, waitingBoard } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

test('a matter waits for its decision, then for being served and begun, then for its plan’s review', async () => {
  const { clientId, referralId } = await world.refer({ receivedOn: '2021-03-22' });
  await world.refer({ receivedOn: '2021-06-14', familyName: 'Uusi' });
  await world.refer({ receivedOn: '2021-03-01', familyName: 'Vanha' });
  await world.refer({ organiser: 'rauma', familyName: 'Muu' });
  const board = (on = '2021-06-17') => world.perform(waitingBoard, {}, 'pori-social-worker', day(on));

  const first = await board();
  expect(first.counts).toEqual({
    pending: 3,
    soon: 1,
    overdue: 1,
    newcomers: 1,
    serve: 0,
    start: 0,
    review: 0,
    resume: 0,
    assess: 0,
  });
  expect(first.rows.find((row) => row.clientId === clientId)).toMatchObject({
    step: 'decide',
    dueOn: '2021-06-22',
    daysLeft: 5,
    planned: false,
  });

  await world.perform(
    makePlan,
    {
      clientId,
      referralId,
      service: 'open-work',
      kind: 'service',
      madeOn: '2021-06-10',
      during: { from: '2021-06-10', to: null },
      reviewOn: '2021-08-16',
      goals: ['Kulkea työmatka itse'],
    },
    'pori-social-worker',
  );
  expect((await board()).rows.find((row) => row.clientId === clientId)?.planned).toBe(true);

  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
  const { decisionId } = await world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome: 'grant',
      decidedOn: '2021-06-17',
      during: { from: '2021-08-01', to: null },
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: frame.provisions.map(({ id }) => id),
    },
    'pori-social-worker',
  );
  expect((await board()).counts).toMatchObject({ pending: 2, soon: 1, serve: 1, start: 1 });
  // A grant does not carry it out: the three months run until the service begins.
  expect((await board()).rows.find(({ step }) => step === 'start')).toMatchObject({ executionLeft: 5, soon: true });
  expect((await board('2021-06-23')).rows.find(({ step }) => step === 'start')?.executionLeft).toBe(-1);

  await world.perform(serveDecision, { clientId, decisionId, way: 'post', sentOn: '2021-06-17' }, 'pori-social-worker');
  const offeringId = world.pori.offerings['open-work'] as string;
  await world.perform(
    startRelationship,
    { clientId, decisionId, offeringId, from: '2021-08-01' },
    'pori-social-worker',
  );
  expect((await board()).counts).toMatchObject({ serve: 0, start: 0, review: 0 });
  expect((await board('2021-08-02')).counts.review).toBe(1);
});

test('whoever received a matter finds it among one’s own, and a colleague does not', async () => {
  const { clientId } = await world.refer({ familyName: 'Omanen' });
  const own = async (who: 'pori-coach' | 'pori-social-worker') =>
    (await world.perform(waitingBoard, {}, who)).rows.find((row) => row.clientId === clientId)?.own;
  expect([await own('pori-social-worker'), await own('pori-coach')]).toEqual([true, false]);
});

test('a coach sees what waits in the coach’s own services only', async () => {
  const { clientId } = await world.refer({ service: 'day-activity', familyName: 'Päivä' });
  const seen = async (who: 'pori-coach' | 'pori-social-worker') =>
    (await world.perform(waitingBoard, {}, who)).rows.some((row) => row.clientId === clientId);
  expect(await seen('pori-social-worker')).toBe(true);
  expect(await seen('pori-coach')).toBe(false);
});

test('an official receives referrals of every service, a coach those of the coach’s own', async () => {
  const received = async (who: 'pori-coach' | 'pori-social-worker') =>
    (await world.perform(receivingDesk, {}, who)).services.map(({ service }) => service);
  expect(await received('pori-social-worker')).toContain('day-activity');
  expect(await received('pori-coach')).toEqual(['work-activity', 'open-work', 'supported-employment', 'job-coaching']);
});

test.each(['pori-finance', 'pori-planner', 'pori-instructor', 'pori-administrator'] as const)(
  '%s has no such desk',
  async (who) => {
    expect(await world.refusal(waitingBoard, {}, who)).toBe('not-allowed');
  },
);

test('what waits to be served or begun waits however old it is', async () => {
  const old = day('2019-02-01');
  const { clientId, referralId } = await world.refer({ receivedOn: '2019-01-02', familyName: 'Ikivanha' });
  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker', old);
  await world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome: 'grant',
      decidedOn: old,
      during: { from: old, to: null },
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: frame.provisions.map(({ id }) => id),
    },
    'pori-social-worker',
    old,
  );
  const { rows } = await world.perform(waitingBoard, {}, 'pori-social-worker');
  expect(rows.filter((row) => row.clientId === clientId).map(({ step }) => step)).toEqual(['serve', 'start']);
});

test('an assessment that the law gives days for is told until it begins, and late when it has not', async () => {
  const old = { receivedOn: '2021-06-03', birthOn: '1944-02-11', familyName: 'Seitsenkymppi' };
  const { clientId, referralId } = await world.refer(old);
  const row = async (on: string, who: 'pori-social-worker' | 'pori-coach' = 'pori-social-worker') =>
    (await world.perform(waitingBoard, {}, who, day(on))).rows.find((one) => one.clientId === clientId);
  expect(await row('2021-06-04')).toMatchObject({ next: 'assess', assessBy: '2021-06-11' });
  expect(await row('2021-06-17')).toMatchObject({ next: 'assess', assessBy: '2021-06-11' });
  // A coach does not assess: the plan comes next for them, and the clock is told all the same.
  expect(await row('2021-06-17', 'pori-coach')).toMatchObject({ next: 'plan', assessBy: '2021-06-11' });
  expect((await world.perform(waitingBoard, {}, 'pori-social-worker')).counts.assess).toBe(1);
  await world.perform(beginAssessment, { clientId, referralId, begunOn: '2021-06-16' }, 'pori-social-worker');
  expect(await row('2021-06-17')).toMatchObject({ next: 'assess', assessBy: null });
});

describe('the list', () => {
  const on = day('2021-06-17');
  const ask = (input: InputOf<typeof waitingBoard>, who: 'pori-social-worker' | 'pori-coach' = 'pori-social-worker') =>
    world.perform(waitingBoard, input, who, on);

  test('is counted as a whole, by what its rows tell where all of them are told', async () => {
    for (const receivedOn of ['2021-03-16', '2021-03-17', '2021-03-31', '2021-04-01', '2021-06-10', '2021-06-11'])
      await world.refer({ receivedOn, familyName: 'Rajapäivä', givenNames: `Päivä ${receivedOn.slice(5)}` });
    for (const whose of [undefined, 'own'] as const) {
      const { rows, counts, total } = await ask({ whose, limit: 5000 });
      const number = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length;
      expect(total).toBe(rows.length);
      expect(counts).toEqual({
        pending: number(({ step }) => step === 'decide'),
        soon: number(({ executionLeft, soon }) => executionLeft !== null && soon),
        overdue: number(({ executionLeft }) => executionLeft !== null && executionLeft < 0),
        newcomers: number(({ isNew }) => isNew),
        serve: number(({ step }) => step === 'serve'),
        start: number(({ step }) => step === 'start'),
        review: number(({ step }) => step === 'review'),
        resume: number(({ step }) => step === 'resume'),
        assess: number(({ assessBy }) => assessBy !== null),
      });
      for (const show of whose ? [] : waitingShows) {
        const part = await ask({ show });
        expect(part.rows).toHaveLength(counts[show] ?? 0);
        expect(part.counts).toEqual(counts);
      }
    }
  });

  test('tells the first rows in the order that is asked, and keeps in the trail whom it told', async () => {
    const whole = await ask({ limit: 5000 });
    const ofStep = (step: string) => whole.rows.filter((row) => row.step === step);
    const few = await ask({ limit: 2 });
    expect(few.rows.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      waitingSteps.flatMap((step) => ofStep(step).slice(0, 2)).toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect({ ...few, rows: [] }).toEqual({ ...whole, rows: [] });
    const pending = await ask({ show: 'pending', limit: 3 });
    expect(pending.rows).toEqual(ofStep('decide').slice(0, 3));
    const { rows: trail } = await sql<{ clients: string[] }>`select clients from platform_audit
      where act = 'waitingBoard' order by id desc limit 1`.execute(db.owner);
    expect(new Set(trail[0]?.clients)).toEqual(new Set(pending.rows.map(({ clientId }) => clientId)));

    const names = whole.rows
      .flatMap(({ step, name }) => (step === 'decide' ? [name] : []))
      .toSorted(compareNames('fi'));
    const byName = await ask({ show: 'pending', order: 'name', limit: 4 });
    expect(byName.rows.map(({ name }) => name)).toEqual(names.slice(0, 4));
    const since = whole.rows.map((row) => row.since).toSorted();
    expect((await ask({ order: 'since', limit: 5000 })).rows.map((row) => row.since)).toEqual(since);
  });

  test('is narrowed by service and by whose it is; what it can be narrowed by is of all', async () => {
    const whole = await ask({ limit: 5000 });
    const ofService = await ask({ service: 'day-activity', limit: 5000 });
    expect(ofService.rows).toEqual(whole.rows.filter(({ service }) => service === 'day-activity'));
    expect(ofService.total).toBe(ofService.rows.length);
    expect(ofService.services).toEqual(whole.services);
    expect(whole.services.toSorted()).toEqual([...new Set(whole.rows.map(({ service }) => service))].toSorted());
    const own = await ask({ whose: 'own', limit: 5000 });
    expect(own.rows).toEqual(whole.rows.filter((row) => row.own));
    expect((await ask({ whose: 'own', service: 'open-work' }, 'pori-coach')).total).toBe(0);
  });

  test('is asked for by what there is, and by no more than a page holds', async () => {
    const wrong: unknown[] = [
      { limit: 0 },
      { limit: 'abc' },
      { show: 'nothing' },
      { show: ['serve', 'start'] },
      { order: 'age' },
    ];
    for (const input of wrong)
      expect(await world.refusal(waitingBoard, input as InputOf<typeof waitingBoard>, 'pori-social-worker')).toBe(
        'wrong-input',
      );
  });
});

describe('a list that ends before its last row', () => {
  const official = 'rauma-social-worker-a';
  const listed = async (input: InputOf<typeof waitingBoard>) =>
    (await world.perform(waitingBoard, input, official)).rows;

  test('tells those within apart from their namesakes beyond', async () => {
    await world.refer({
      organiser: 'rauma',
      familyName: 'Sama',
      givenNames: 'Nimi',
      birthOn: '1990-02-03',
      receivedOn: '2021-01-04',
    });
    await world.refer({
      organiser: 'rauma',
      familyName: 'Sama',
      givenNames: 'Nimi',
      birthOn: '1971-02-03',
      receivedOn: '2021-05-03',
    });
    const [whole, few] = [await listed({ show: 'pending' }), await listed({ show: 'pending', limit: 1 })];
    expect(few).toHaveLength(1);
    expect(few[0]?.name).toBe(whole[0]?.name);
    expect(few[0]?.name).toMatch(/^Sama Nimi \(.*1990/);
  });

  test('has those first whose three months ran out first, whatever they wait for', async () => {
    const { clientId, referralId } = await world.refer({
      organiser: 'rauma',
      familyName: 'Varhain',
      receivedOn: '2021-01-03',
    });
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, official, day('2021-06-10'));
    const grant = {
      clientId,
      referralId,
      outcome: 'grant' as const,
      decidedOn: day('2021-06-10'),
      during: { from: day('2021-07-01'), to: null },
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: provisions.map(({ id }) => id),
    };
    await world.perform(decide, grant, official, day('2021-06-10'));
    await world.refer({ organiser: 'rauma', familyName: 'Myöhemmin', receivedOn: '2021-03-10' });
    const overdue = await listed({ show: 'overdue' });
    expect(overdue.length).toBeGreaterThan(2);
    expect(overdue[0]).toMatchObject({ clientId });
    expect((await listed({ show: 'overdue', limit: 1 }))[0]).toMatchObject({ clientId });
  });
});
