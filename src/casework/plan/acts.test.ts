import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { inRehabilitation, marked } from '../../../tests/rehabilitating.ts';
import { interruption, makeWorld, planContent, signedAll, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { waitingBoard } from '../../screens/waiting/board.ts';
import { enterAs } from '../../server/perform.ts';
import { markAttendance } from '../attendance/acts.ts';
import { changeClient } from '../client/acts.ts';
import { decide } from '../decision/acts.ts';
import {
  achieveGoal,
  changePlan,
  correctInterruption,
  correctPlan,
  correctSignature,
  interruptionPaper,
  interruptPlan,
  makePlan,
  planPaper,
  plansOf,
  planTemplate,
  resumePlan,
  reviewPlan,
  signPlan,
  takeBackInterruption,
  takeBackPlan,
  takeBackReview,
  takeBackSignature,
} from './acts.ts';
import { signedOn } from './rules.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const service = (clientId: string, referralId: string) => ({
  clientId,
  referralId,
  service: 'open-work' as const,
  kind: 'service' as const,
  madeOn: '2021-06-01',
  during: { from: '2021-06-01', to: null },
  reviewOn: '2021-09-01',
  goals: ['Kulkea työmatka itse', 'Tehdä kolme päivää viikossa', 'Oppia kassa'],
  items: { strengths: 'Tarkka ja täsmällinen' },
});

const rehabilitative = (clientId: string, referralId: string) => ({
  clientId,
  referralId,
  service: 'rehabilitative-work' as const,
  kind: 'activation' as const,
  madeOn: '2021-06-17',
  during: { from: '2021-07-01', to: '2022-01-01' },
  reviewOn: '2021-12-15',
  daysAWeek: 3,
  hoursADay: 4,
  goals: ['Oma ammatti'],
  items: {
    goal: 'Kuntoutuminen työhön, työpaja Pori',
    duration: '4 tuntia, 3 päivää',
    period: 'Heinäkuusta, puoli vuotta',
    support: 'Ohjaaja päivittäin',
    'other-services': 'Fysioterapia',
    evaluation: 'Joulukuussa',
    ...planContent,
  },
  informedOfBenefitsOn: '2021-06-17',
});

describe('a service plan', () => {
  test('keeps its goals in their order, and each can be achieved and taken back', async () => {
    const { clientId, referralId } = await world.refer();
    await world.perform(makePlan, service(clientId, referralId), 'pori-coach');
    const first = (await world.perform(plansOf, { clientId }, 'pori-coach')).plans[0];
    expect(first?.goals.map(({ goal }) => goal)).toEqual(service(clientId, referralId).goals);
    expect(first).toMatchObject({ serviceName: 'Avotyö', madeBy: 'Laine Tiina', reviewDue: false });
    expect(first?.items).toEqual([
      { item: 'strengths', number: 5, text: 'Vahvuudet ja voimavarat', answer: 'Tarkka ja täsmällinen' },
    ]);
    const goalId = first?.goals[1]?.id ?? '';
    await world.perform(achieveGoal, { clientId, goalId, achievedOn: '2021-06-15' }, 'pori-coach');
    const achieved = (await world.perform(plansOf, { clientId }, 'pori-coach')).plans[0];
    expect(achieved?.goals.map(({ achievedOn }) => achievedOn)).toEqual([null, '2021-06-15', null]);
    await world.perform(achieveGoal, { clientId, goalId, achievedOn: null }, 'pori-coach');
    expect((await world.perform(plansOf, { clientId }, 'pori-coach')).plans[0]?.goals[1]?.achievedOn).toBeNull();
  });

  test('is to be reviewed on its day, until the review is recorded with the next one', async () => {
    const { clientId, referralId } = await world.refer();
    const { planId } = await world.perform(makePlan, service(clientId, referralId), 'pori-coach');
    const on = day('2021-09-01');
    expect((await world.perform(plansOf, { clientId }, 'pori-coach', on)).plans[0]?.reviewDue).toBe(true);
    await world.perform(
      reviewPlan,
      { clientId, planId, reviewedOn: '2021-09-01', nextOn: '2021-12-01' },
      'pori-coach',
      on,
    );
    const plan = (await world.perform(plansOf, { clientId }, 'pori-coach', on)).plans[0];
    expect(plan).toMatchObject({ reviewDue: false, reviewOn: '2021-12-01', reviewedOn: null });
  });

  test('waits for its review as before when one is taken back, in whatever order', async () => {
    const known = async (clientId: string) => {
      const [plan] = (await world.perform(plansOf, { clientId }, 'pori-social-worker', day('2022-01-10'))).plans;
      return [plan?.reviewOn, plan?.reviewedOn, plan?.reviews.map(({ reviewedOn }) => reviewedOn)] as const;
    };
    const reviewed = async () => {
      const { clientId, referralId } = await world.refer();
      const { planId } = await world.perform(makePlan, service(clientId, referralId), 'pori-social-worker');
      const review = async (on: string, nextOn: string | null) =>
        world.perform(reviewPlan, { clientId, planId, reviewedOn: on, nextOn }, 'pori-social-worker', day(on));
      await review('2021-09-01', '2021-12-01');
      await review('2021-12-03', '2022-03-01');
      await review('2021-12-20', null);
      const ids =
        (await world.perform(plansOf, { clientId }, 'pori-social-worker', day('2022-01-10'))).plans[0]?.reviews ?? [];
      const takeBack = (on: string) => {
        const one = ids.find(({ reviewedOn }) => reviewedOn === on);
        const input = { clientId, reviewId: one?.id ?? '', why: 'Väärä päivä.', seen: one?.nextOn ?? 'none' };
        return world.perform(takeBackReview, input, 'pori-social-worker', day('2022-01-10'));
      };
      return { clientId, takeBack };
    };
    const last = await reviewed();
    expect(await known(last.clientId)).toEqual([
      '2022-03-01',
      '2021-12-20',
      ['2021-12-20', '2021-12-03', '2021-09-01'],
    ]);
    await last.takeBack('2021-12-20');
    expect(await known(last.clientId)).toEqual(['2022-03-01', null, ['2021-12-03', '2021-09-01']]);
    await last.takeBack('2021-12-03');
    expect(await known(last.clientId)).toEqual(['2021-12-01', null, ['2021-09-01']]);
    await last.takeBack('2021-09-01');
    expect(await known(last.clientId)).toEqual(['2021-09-01', null, []]);
    // What was told of a review before reviews were kept comes back as well.
    const before = await world.refer();
    const { clientId } = before;
    const { planId } = await world.perform(makePlan, service(clientId, before.referralId), 'pori-social-worker');
    await db.app.transaction().execute(async (tx) => {
      const { clock } = world.house(day('2021-08-20'));
      const entry = { purpose: 'case' as const, today: clock.today(), now: clock.now(), clientId };
      await enterAs(tx, world.who('pori-social-worker'), entry);
      await sql`update plan_plan set reviewed_on = '2021-08-20' where id = ${planId}`.execute(tx);
    });
    const late = { clientId, planId, reviewedOn: '2022-01-09', nextOn: '2022-06-01' };
    await world.perform(reviewPlan, late, 'pori-social-worker', day('2022-01-10'));
    expect(await known(clientId)).toEqual(['2022-06-01', null, ['2022-01-09']]);
    const [waiting] = (await world.perform(plansOf, { clientId }, 'pori-social-worker', day('2022-01-11'))).plans;
    const input = { clientId, reviewId: waiting?.reviews[0]?.id ?? '', why: 'Väärä päivä.', seen: '2022-06-01' };
    await world.perform(takeBackReview, input, 'pori-social-worker', day('2022-01-11'));
    expect(await known(clientId)).toEqual(['2021-09-01', '2021-08-20', []]);
    const first = await reviewed();
    for (const on of ['2021-09-01', '2021-12-03']) await first.takeBack(on);
    expect(await known(first.clientId)).toEqual(['2021-09-01', '2021-12-20', ['2021-12-20']]);
    await first.takeBack('2021-12-20');
    expect(await known(first.clientId)).toEqual(['2021-09-01', null, []]);
  });

  test('is reviewed again while it holds, and not when it is over', async () => {
    const { clientId, referralId } = await world.refer();
    const during = { from: '2021-06-17', to: '2021-12-01' };
    const made = { ...service(clientId, referralId), during, reviewOn: '2021-06-17' };
    const { planId } = await world.perform(makePlan, made, 'pori-coach');
    const review = (nextOn: string) => ({ clientId, planId, reviewedOn: '2021-06-17', nextOn });
    expect(await world.refusal(reviewPlan, review('2021-12-01'), 'pori-coach')).toBe('evaluation-after-period');
    await world.perform(reviewPlan, review('2021-11-30'), 'pori-coach');
  });

  test.each([
    ['of tomorrow', { madeOn: '2021-06-18' }, 'made-in-future'],
    [
      'reviewed when it is over',
      { during: { from: '2021-06-17', to: '2021-12-01' }, reviewOn: '2021-12-01' },
      'evaluation-after-period',
    ],
    ['reviewed before it is made', { reviewOn: '2021-05-31' }, 'review-before-plan'],
    ['whose days are over before it is made', { during: { from: '1980-01-01', to: '1981-01-01' } }, 'period-over'],
    ['of the wrong kind', { kind: 'activation' as const }, 'wrong-kind'],
    ['without goals', { goals: [] }, 'wrong-input'],
    ['with one goal twice', { goals: ['Oppia kassa', 'Oma ammatti', 'oppia  kassa.'] }, 'wrong-input'],
    ['with an item that the law does not know', { items: { horoscope: 'Oinas' } }, 'unknown-item'],
    ['about another service than its referral', { service: 'job-coaching' as const }, 'other-matter'],
  ])('%s is refused', async (_, input, code) => {
    const { clientId, referralId } = await world.refer();
    expect(await world.refusal(makePlan, { ...service(clientId, referralId), ...input }, 'pori-coach')).toBe(code);
  });
});

describe('a plan of rehabilitative work', () => {
  test('with all six items is made, and says when the client was told about benefits', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    await world.perform(makePlan, rehabilitative(clientId, referralId), 'work-instructor');
    const plan = (await world.perform(plansOf, { clientId }, 'work-instructor')).plans[0];
    // What section 8 asks, and what section 9 asks of the activity.
    expect(plan?.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 5, 6]);
    expect(plan?.informedOfBenefitsAt).not.toBeNull();
  });

  test('that lacks support is refused at that item', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const { support: _, ...lacking } = rehabilitative(clientId, referralId).items;
    const problem = await world.problem(
      makePlan,
      { ...rehabilitative(clientId, referralId), items: lacking },
      'work-instructor',
    );
    expect(problem.type).toBe('/problems/plan-lacks-items');
    expect(problem.errors?.[0]?.field).toBe('items.support');
  });

  test('of five days a week is refused with what the law allows', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const problem = await world.problem(
      makePlan,
      { ...rehabilitative(clientId, referralId), daysAWeek: 5 },
      'work-instructor',
    );
    expect(problem.errors?.[0]).toEqual({
      field: 'daysAWeek',
      message: 'Enintään 4 päivää viikossa (Laki kuntouttavasta työtoiminnasta (189/2001) 13 b §)',
      expected: '4',
    });
  });

  test.each([
    ['before the act was in force', { madeOn: '2001-08-31', informedOfBenefitsOn: null }, 'before-law'],
    [
      'for a period that began before the act',
      { during: { from: '1900-01-01', to: '2022-01-01' } },
      'plan-after-start',
    ],
    ['for the end of all days', { during: { from: '2200-11-01', to: '2200-12-31' } }, 'wrong-input'],
  ])('%s is refused, and nothing breaks', async (_, input, code) => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const plan = { ...rehabilitative(clientId, referralId), ...input };
    expect(await world.refusal(makePlan, plan, 'work-instructor')).toBe(code);
  });

  test('signed before the client was told about benefits is refused', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const plan = { ...rehabilitative(clientId, referralId), madeOn: '2021-06-16' };
    expect(await world.refusal(makePlan, plan, 'work-instructor')).toBe('informed-after-signing');
  });

  test('made in 2020 by five items is to be adapted by 31.3.2021', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work', receivedOn: '2020-10-01' });
    const { goal: _, support: __, ...rest } = rehabilitative(clientId, referralId).items;
    await world.perform(
      makePlan,
      {
        ...rehabilitative(clientId, referralId),
        madeOn: '2020-11-02',
        informedOfBenefitsOn: '2020-11-02',
        during: { from: '2020-11-09', to: '2021-11-09' },
        reviewOn: '2021-05-03',
        items: { ...rest, description: 'Puutyöpaja Pori' },
      },
      'work-instructor',
      day('2020-11-02'),
    );
    const plan = (await world.perform(plansOf, { clientId }, 'work-instructor', day('2020-11-02'))).plans[0];
    expect(plan?.items.filter(({ item }) => !(item in planContent))).toHaveLength(5);
    expect(plan?.adaptBy).toBe('2021-03-31');
  });
});

test('the template of a day tells its items in the worker’s language and cites its provision', async () => {
  const template = await world.perform(
    planTemplate,
    { service: 'rehabilitative-work', madeOn: '2021-06-17' },
    'work-instructor',
  );
  expect(template.items).toHaveLength(6);
  expect(template.items[0]?.text).toContain('tavoite');
  expect(template.provision).toBe('Laki kuntouttavasta työtoiminnasta (189/2001) 9 §');
  expect(template.frame).toMatchObject({ fewestDaysAWeek: 1, mostDaysAWeek: 4, fewestHoursADay: 4 });
});

const {
  education: _e,
  'earlier-services': _s,
  'earlier-plans': _p,
  measures: _m,
  ...ofActivity
} = rehabilitative('', '').items;
const multisectoral = { ...ofActivity, services: 'Kuntouttava työtoiminta', 'follow-up': 'Kolmen kuukauden välein' };

describe('a multi-sectoral plan', () => {
  const joint = (clientId: string, referralId: string) => ({
    ...rehabilitative(clientId, referralId),
    items: multisectoral,
    kind: 'multisectoral' as const,
    during: { from: '2021-07-01', to: '2022-07-01' },
  });

  test('is checked within the months of its act, and says by when', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const late = { ...joint(clientId, referralId), reviewOn: '2021-12-18' };
    expect(await world.problem(makePlan, late, 'work-social-worker')).toMatchObject({
      type: '/problems/check-too-late',
      errors: [{ field: 'reviewOn', message: expect.stringMatching(/17\.12\.2021 .*1369\/2014/) }],
    });
    const made = { ...joint(clientId, referralId), reviewOn: '2021-12-17' };
    const { planId } = await world.perform(makePlan, made, 'work-social-worker');
    const check = (nextOn: string | null) => ({ clientId, planId, reviewedOn: '2021-12-17', nextOn });
    const later = day('2021-12-17');
    const problem = async (nextOn: string | null) =>
      (await world.problem(reviewPlan, check(nextOn), 'work-social-worker', later)).type;
    expect(await problem(null)).toBe('/problems/check-missing');
    expect(await problem('2022-06-18')).toBe('/problems/check-too-late');
    await world.perform(reviewPlan, check('2022-06-17'), 'work-social-worker', later);
  });
});

describe('the signatures of a plan', () => {
  const by = 'work-instructor';
  const today = '2021-06-17';
  const [ofClient, ofOrganiser, ofAuthority] = signedAll(today) as [never, never, never];
  const drafted = async (organiser: 'work' = 'work') => {
    const { clientId, referralId } = await world.refer({ organiser });
    const { planId, unsigned } = await world.perform(makePlan, rehabilitative(clientId, referralId), by);
    expect(unsigned).toEqual(['client', 'organiser', 'employment']);
    return { clientId, referralId, planId };
  };
  const planIn = async (clientId: string) => (await world.perform(plansOf, { clientId }, by)).plans[0];
  const granting = ({ clientId, referralId, planId }: { clientId: string; referralId: string; planId: string }) => ({
    ...{ clientId, referralId, planId, outcome: 'grant' as const, decidedOn: today },
    ...{ during: { from: '2021-07-01', to: '2022-01-01' }, reasons: 'Suunnitelman mukaan.' },
    provisions: ['189/2001:13b'],
  });

  test('are three: until the last of them the plan is a draft, and carries no decision', async () => {
    const of = await drafted();
    const { clientId, planId } = of;
    for (const [signing, left] of [
      [ofClient, ['organiser', 'employment']],
      [ofAuthority, ['organiser']],
    ] as const) {
      expect(await world.perform(signPlan, { clientId, planId, ...(signing as object) } as never, by)).toEqual({
        unsigned: left,
      });
      const problem = await world.problem(decide, granting(of), by);
      expect(problem).toMatchObject({ type: '/problems/plan-unsigned', errors: [{ field: 'planId' }] });
      expect(JSON.stringify(problem)).toContain('palvelun järjestäjä');
    }
    expect(await world.refusal(signPlan, { clientId, planId, ...(ofClient as object) } as never, by)).toBe(
      'signed-already',
    );
    await world.perform(signPlan, { clientId, planId, ...(ofOrganiser as object) } as never, by);
    expect((await planIn(clientId))?.unsigned).toEqual([]);
    await world.perform(decide, granting(of), by);
  });

  test('carry no decision of a day before the last of them', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const plan = { ...rehabilitative(clientId, referralId), madeOn: '2021-06-10', informedOfBenefitsOn: '2021-06-10' };
    const signatures = signedAll('2021-06-15');
    const { planId } = await world.perform(makePlan, { ...plan, signatures }, by);
    const back = { ...granting({ clientId, referralId, planId }), explanations: { datedBack: 'Kirjattiin myöhässä.' } };
    expect(await world.refusal(decide, { ...back, decidedOn: '2021-06-14' }, by)).toBe('plan-unsigned');
    await world.perform(decide, { ...back, decidedOn: '2021-06-15' }, by);
  });

  test('can be corrected and taken back with a reason, but not from under a decision', async () => {
    const of = await drafted();
    const { clientId, planId } = of;
    for (const signing of signedAll(today)) await world.perform(signPlan, { clientId, planId, ...signing }, by);
    const before = (await planIn(clientId))?.signatures.find(({ signer }) => signer === 'organiser');
    const { id: signatureId, version: seen } = before as { id: string; version: string };
    const details = { signedOn: today, signedBy: 'Ohjaaja Outi', capacity: 'ohjaaja', way: 'electronic' as const };
    await world.perform(correctSignature, { clientId, signatureId, ...details, why: 'Väärä nimi', seen }, by);
    await world.perform(takeBackSignature, { clientId, signatureId, why: 'Ei allekirjoittanut' }, by);
    expect((await planIn(clientId))?.unsigned).toEqual(['organiser']);
    await world.perform(signPlan, { clientId, planId, signer: 'organiser', ...details }, by);
    await world.perform(decide, granting(of), by);
    const [standing] = (await planIn(clientId))?.signatures ?? [];
    const taken = { clientId, signatureId: standing?.id ?? '', why: 'Erehdys' };
    expect(await world.problem(takeBackSignature, taken, by)).toMatchObject({
      type: '/problems/decision-stands-on-it',
      detail: '1.7.2021–31.12.2021',
    });
    expect(await world.problem(takeBackPlan, { clientId, planId, why: 'Erehdys' }, by)).toMatchObject({
      type: '/problems/cited-by-decision',
      detail: '1.7.2021–31.12.2021',
    });
    // The database holds it, too, whichever of the two is written last.
    const asWorker = (statement: string) =>
      db.app.transaction().execute(async (tx) => {
        const now = world.house().clock.now();
        await enterAs(tx, world.who(by), { purpose: 'case', today: world.today, now, clientId });
        await sql.raw(statement).execute(tx);
      });
    await expect(
      asWorker(`update plan_plan set during = '[2021-07-01,2021-12-01)' where id = '${planId}'`),
    ).rejects.toMatchObject({ constraint: 'decision_within_plan' });
    await expect(
      asWorker(`update decision_decision set during = '[2021-07-01,2022-02-01)' where plan_id = '${planId}'`),
    ).rejects.toMatchObject({ constraint: 'decision_within_plan' });
  });

  test.each([
    ['of tomorrow', { signedOn: '2021-06-18' }, 'signed-in-future'],
    ['from before the plan', { signedOn: '2021-06-16' }, 'signed-before-made'],
    ['of an official without a title', { signer: 'organiser', capacity: null }, 'capacity-missing'],
    ['without a name', { signedBy: '' }, 'wrong-input'],
  ])('%s is refused, at once as well as later', async (_, input, code) => {
    const { clientId, planId, referralId } = await drafted();
    const signing = { ...(ofClient as object), ...input } as never as ReturnType<typeof signedAll>[number];
    expect(await world.refusal(signPlan, { clientId, planId, ...signing }, by)).toBe(code);
    const plan = { ...rehabilitative(clientId, referralId), signatures: [signing] };
    expect(await world.refusal(makePlan, plan, by)).toBe(code);
  });

  test('are none of a client plan, and no two are of one signer', async () => {
    const { clientId, referralId } = await world.refer();
    const plan = { ...service(clientId, referralId), signatures: signedAll('2021-06-01').slice(0, 1) };
    expect(await world.refusal(makePlan, plan, 'pori-coach')).toBe('not-to-be-signed');
    const other = await world.refer({ organiser: 'work' });
    const twice = { ...rehabilitative(other.clientId, other.referralId), signatures: [ofClient, ofClient] };
    expect(await world.refusal(makePlan, twice as never, by)).toBe('signed-already');
  });

  test('are counted by the database as by the rule, and held by it', async () => {
    const { clientId, planId, referralId } = await drafted();
    const days = ['2021-06-17', '2021-06-18', '2021-06-20'];
    const both = async () => {
      const { rows } = await sql<{ on: string | null }>`select plan_signed_on(${planId}) as on`.execute(db.owner);
      const plan = await planIn(clientId);
      return [rows[0]?.on ?? null, plan ? signedOn(plan) : 'none'];
    };
    for (const [at, signing] of signedAll(today).entries()) {
      expect(await both()).toEqual([null, null]);
      const on = day(days[at] ?? '');
      await world.perform(signPlan, { clientId, planId, ...signing, signedOn: on }, by, on);
    }
    expect(await both()).toEqual(['2021-06-20', '2021-06-20']);
    const insert = sql`insert into decision_decision (organiser_id, client_id, referral_id, plan_id, service, outcome, decided_on, during, reasons, provisions, decided_by_id)
      select organiser_id, client_id, ${referralId}, id, service, 'grant', '2021-06-19', during, 'x', '{189/2001:13b}', made_by_id from plan_plan where id = ${planId}`;
    await expect(insert.execute(db.owner)).rejects.toThrow('the plan is not signed');
  });
});

describe('what every plan of its kind says', () => {
  const by = 'work-instructor';
  const today = '2021-06-17';
  const { measures: _, ...lacking } = rehabilitative('', '').items;

  test('may be missing in a draft, is told, and nobody signs before it is written', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const { referralId: __, service: ___, clientId: ____, ...content } = rehabilitative(clientId, referralId);
    const { planId } = await world.perform(makePlan, { ...rehabilitative(clientId, referralId), items: lacking }, by);
    const planIn = async () => (await world.perform(plansOf, { clientId }, by)).plans[0];
    const draft = await planIn();
    expect(draft?.missing).toMatchObject([{ item: 'measures' }]);
    const [ofClient] = signedAll(today);
    const signing = { clientId, planId, ...ofClient } as never;
    expect(await world.problem(signPlan, signing, by)).toMatchObject({
      type: '/problems/plan-lacks-items',
      errors: [{ field: 'items.measures' }],
    });
    const seen = draft?.version ?? null;
    await world.perform(changePlan, { clientId, planId, ...content, seen }, by);
    expect((await planIn())?.missing).toEqual([]);
    await world.perform(signPlan, signing, by);
    const again = { clientId, planId, ...content, seen: (await planIn())?.version ?? null };
    expect(await world.refusal(changePlan, again, by)).toBe('signed-content');
    expect(await world.refusal(correctPlan, { ...again, why: 'Virhe' }, by)).toBe('signed-content');
  });

  test('is asked of what is signed at once, and is other in a multi-sectoral plan', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work' });
    const plan = { ...rehabilitative(clientId, referralId), items: lacking, signatures: signedAll(today) };
    expect(await world.refusal(makePlan, plan, by)).toBe('plan-lacks-items');
    const joint = { ...plan, kind: 'multisectoral' as const, reviewOn: '2021-12-10', items: multisectoral };
    expect(await world.refusal(makePlan, { ...joint, items: rehabilitative('', '').items }, by)).toBe('unknown-item');
    expect((await world.perform(makePlan, joint, by)).unsigned).toEqual([]);
  });

  test('is five things from 2.5.2022, with the duty to look for work', async () => {
    const of = async (madeOn: string) => {
      const { contents } = await world.perform(planTemplate, { service: 'rehabilitative-work', madeOn }, by);
      return contents.map(({ kind, items }) => [kind, items.map(({ item }) => item)]);
    };
    const four = Object.keys(planContent);
    expect(await of('2014-12-31')).toEqual([['activation', four]]);
    expect(await of('2022-05-01')).toEqual([
      ['activation', four],
      ['multisectoral', ['services', 'follow-up']],
    ]);
    expect(await of('2022-05-02')).toMatchObject([
      ['activation', [...four, 'job-search']],
      ['multisectoral', {}],
    ]);
    expect(await of('2025-01-01')).toMatchObject([{}, ['multisectoral', ['services', 'follow-up', 'job-search']]]);
  });
});

test('a client plan is corrected with a reason, keeps what was achieved, and is taken back while no decision cites it', async () => {
  const { clientId, referralId } = await world.refer();
  const by = 'pori-coach';
  const { referralId: _, service: __, clientId: ___, ...content } = service(clientId, referralId);
  const { planId } = await world.perform(makePlan, service(clientId, referralId), by);
  const planIn = async () => (await world.perform(plansOf, { clientId }, by)).plans[0];
  const goalId = (await planIn())?.goals[0]?.id ?? '';
  await world.perform(achieveGoal, { clientId, goalId, achievedOn: '2021-06-15' }, by);
  const goals = ['Oppia kassa', content.goals[0] ?? ''];
  const correction = { ...content, kind: 'service' as const, goals, informedOfBenefitsOn: null, why: 'Väärä tavoite' };
  const seen = async () => (await planIn())?.version ?? null;
  await world.perform(correctPlan, { clientId, planId, ...correction, seen: await seen() }, by);
  expect((await planIn())?.goals.map(({ goal, achievedOn }) => [goal, achievedOn])).toEqual([
    ['Oppia kassa', null],
    [content.goals[0], '2021-06-15'],
  ]);
  expect(await world.refusal(changePlan, { clientId, planId, ...content, seen: await seen() }, by)).toBe('no-draft');
  await world.perform(takeBackPlan, { clientId, planId, why: 'Väärä asiakas', seen: await seen() }, by);
  expect(await planIn()).toBeUndefined();
});

test('the paper of a draft has a line for each who has yet to sign, and of a signed plan who signed', async () => {
  const by = 'work-instructor';
  const { clientId, referralId } = await world.refer({ organiser: 'work', easyLanguage: true });
  const signatures = signedAll('2021-06-17').slice(0, 1);
  const { planId } = await world.perform(makePlan, { ...rehabilitative(clientId, referralId), signatures }, by);
  const read = async () => (await readPaper((await world.perform(planPaper, { clientId, planId }, by)).bytes)).text;
  const draft = await read();
  for (const words of ['Luonnos', 'Asiakas Itse', 'nimenselvennys', 'Fysioterapia', 'Lyhyesti', '8 §', '9 §'])
    expect(draft).toContain(words);
  for (const signing of signedAll('2021-06-17').slice(1))
    await world.perform(signPlan, { clientId, planId, ...signing }, by);
  const signed = await read();
  expect(signed).toContain('Asiantuntija Aki');
  expect(signed).not.toContain('Luonnos');
  expect(signed).not.toContain('nimenselvennys');
});

test('a plan is printed as the three signed it, whatever is recorded later, until a signature is corrected', async () => {
  const by = 'work-instructor';
  const { clientId, referralId } = await world.refer({ organiser: 'work', familyName: 'Ennen' });
  const plan = { ...rehabilitative(clientId, referralId), signatures: signedAll('2021-06-17').slice(0, 2) };
  const { planId } = await world.perform(makePlan, plan, by);
  const opened = async () => (await world.perform(planPaper, { clientId, planId }, by, day('2021-09-01'))).bytes;
  const papers = () =>
    db.owner.selectFrom('plan_paper').select('signed_as').where('plan_id', '=', planId).orderBy('id').execute();
  expect(await papers()).toEqual([]);
  for (const signing of signedAll('2021-06-17').slice(2))
    await world.perform(signPlan, { clientId, planId, ...signing }, by);
  const first = await opened();
  await world.perform(changeClient, { clientId, familyName: 'Jälkeen', serviceLanguage: 'sv' }, 'work-social-worker');
  const review = { clientId, planId, reviewedOn: '2021-06-17', nextOn: '2021-08-30' };
  await world.perform(reviewPlan, review, by);
  expect(Buffer.from(await opened()).equals(Buffer.from(first))).toBe(true);
  expect((await readPaper(first)).text).toContain('Ennen');
  const { plans } = await world.perform(plansOf, { clientId }, by);
  const [signature] = plans[0]?.signatures ?? [];
  const details = { signedOn: '2021-06-17', signedBy: 'Väinö Jälkeen', capacity: null, way: 'in-person' as const };
  const corrected = { clientId, signatureId: signature?.id ?? '', ...details, why: 'Nimi oli väärin' };
  await world.perform(correctSignature, corrected, by);
  expect((await readPaper(await opened())).text).toContain('Väinö Jälkeen');
  expect(await papers()).toHaveLength(2);
  await world.perform(takeBackPlan, { clientId, planId, why: 'Väärä asiakas' }, by);
  expect(await papers()).toEqual([]);
});

describe('an interruption of a plan', () => {
  const by = 'work-instructor';
  /** An activation plan of the spring by which a client is in service since May. */
  const inService = async () => {
    const { clientId, relationshipId, placementId } = await inRehabilitation(db, world, { from: '2021-03-01' });
    await agreedOn(clientId, relationshipId, placementId);
    const { rows } = await sql<{ id: string }>`select id from referral_referral where client_id = ${clientId}`.execute(
      db.owner,
    );
    const referralId = rows[0]?.id ?? '';
    const plan = { ...rehabilitative(clientId, referralId), madeOn: '2021-02-15', informedOfBenefitsOn: '2021-02-15' };
    const during = { from: '2021-03-01', to: '2022-01-01' };
    const signatures = signedAll('2021-02-15');
    const { planId } = await world.perform(makePlan, { ...plan, during, reviewOn: '2021-06-16', signatures }, by);
    return { clientId, referralId, planId, placementId };
  };
  const agreedOn = async (clientId: string, relationshipId: string, placementId: string) => {
    await sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
      select ${world.work.id}, ${clientId}, r.id, ${world.workerId(by)}, 'official', r.during from relationship_relationship r
      where r.id = ${relationshipId}`.execute(db.owner);
    await sql`insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
      select ${world.work.id}, ${clientId}, p.id, w, 'am', p.during from placement_placement p, unnest(array[1, 2, 3, 4]) w
      where p.id = ${placementId}`.execute(db.owner);
  };
  const planIn = async (clientId: string) => (await world.perform(plansOf, { clientId }, by)).plans[0];
  const mark = (placementId: string, on: string) => ({
    marks: [{ placementId, on, kind: 'present' as const, meal: false }],
  });
  const granting = (at: { clientId: string; referralId: string; planId: string }, from: string) => ({
    ...{ clientId: at.clientId, referralId: at.referralId, planId: at.planId, outcome: 'grant' as const },
    ...{ decidedOn: '2021-06-17', during: { from, to: '2022-01-01' }, reasons: 'Suunnitelman mukaan.' },
    provisions: ['189/2001:13b'],
    explanations: { retroactive: 'Jatkuu.', longer: 'Odotti.' },
  });

  test('lets the plan rest: no review is due, no day is marked and nothing is granted, until the three agree that it goes on', async () => {
    const at = await inService();
    const { clientId, planId, placementId } = at;
    await world.perform(markAttendance, mark(placementId, '2021-06-14'), by);
    expect(await planIn(clientId)).toMatchObject({ reviewDue: true, interrupted: false });
    const over = { ...interruption, from: '2021-06-14' };
    expect(await world.problem(interruptPlan, { clientId, planId, ...over }, by)).toMatchObject({
      type: '/problems/interrupted-days-marked',
      detail: '14.6.2021',
      // The field says what is wrong with the days, not the days alone.
      errors: [{ field: 'from', message: 'Keskeytyksen päiviä on merkitty. Korjaa merkinnät ensin. (14.6.2021)' }],
    });
    const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...interruption }, by);
    expect(await planIn(clientId)).toMatchObject({ reviewDue: false, interrupted: true });
    expect(await world.refusal(markAttendance, mark(placementId, '2021-06-15'), by)).toBe('not-agreed');
    // The database holds it, too.
    await expect(marked(db, world, { clientId, placementId }, ['2021-06-16'])).rejects.toMatchObject({
      constraint: 'attendance_mark_outside_interruption',
    });
    expect(await world.problem(decide, granting(at, '2021-07-01'), by)).toMatchObject({
      type: '/problems/plan-interrupted',
      errors: [{ field: 'planId', message: expect.stringContaining('5 §') }],
    });
    const { rows } = await world.perform(waitingBoard, {}, by);
    expect(rows.filter((row) => row.clientId === clientId).map(({ step }) => step)).toEqual(
      expect.arrayContaining(['resume']),
    );
    expect(rows.some((row) => row.clientId === clientId && row.step === 'review')).toBe(false);
    const agreed = 'Jatketaan kahtena päivänä viikossa.';
    const seen = (await planIn(clientId))?.interruptions[0]?.version ?? null;
    expect(await world.refusal(resumePlan, { clientId, interruptionId, on: '2021-06-15', agreed, seen }, by)).toBe(
      'resumed-before',
    );
    await world.perform(resumePlan, { clientId, interruptionId, on: '2021-06-16', agreed, seen }, by);
    expect(await planIn(clientId)).toMatchObject({ reviewDue: true, interrupted: false });
    expect((await world.perform(waitingBoard, {}, by)).rows.some((row) => row.step === 'resume')).toBe(false);
    await world.perform(markAttendance, mark(placementId, '2021-06-16'), by);
    expect(await world.refusal(markAttendance, mark(placementId, '2021-06-15'), by)).toBe('not-agreed');
    await world.perform(decide, granting(at, '2021-07-01'), by);
  });

  test('is corrected and taken back with a reason: its days are marked again', async () => {
    const { clientId, planId, placementId } = await inService();
    const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...interruption }, by);
    expect(await world.refusal(interruptPlan, { clientId, planId, ...interruption, from: '2021-06-17' }, by)).toBe(
      'interrupted-already',
    );
    const at = { clientId, interruptionId, why: 'Väärä päivä' };
    const seen = (await planIn(clientId))?.interruptions[0]?.version ?? null;
    const corrected = { ...at, ...interruption, from: '2021-06-16', to: null, agreed: null, seen };
    expect(await world.refusal(correctInterruption, { ...corrected, groundOn: '2021-05-17' }, by)).toBe(
      'interrupted-too-early',
    );
    await world.perform(correctInterruption, corrected, by);
    await world.perform(markAttendance, mark(placementId, '2021-06-15'), by);
    expect(await world.refusal(markAttendance, mark(placementId, '2021-06-16'), by)).toBe('not-agreed');
    const now = (await planIn(clientId))?.interruptions[0]?.version ?? null;
    await world.perform(takeBackInterruption, { ...at, seen: now }, by);
    await world.perform(markAttendance, mark(placementId, '2021-06-16'), by);
    expect(await planIn(clientId)).toMatchObject({ interruptions: [], interrupted: false });
    expect(await world.refusal(takeBackInterruption, { ...at, seen: now }, by)).toBe('no-such-interruption');
  });

  test('stands on a signed plan: no signature is taken from under it, nor moved to after it', async () => {
    const { clientId, planId } = await inService();
    const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...interruption }, by);
    const plan = await planIn(clientId);
    const last = plan?.signatures.at(-1);
    if (!last) throw new Error('Nobody signed');
    const { id: signatureId, version: seen, signer: _, ...details } = last;
    const at = { clientId, signatureId, why: 'Väärin kirjattu', seen };
    expect(await world.problem(takeBackSignature, at, by)).toMatchObject({
      type: '/problems/interruption-stands-on-it',
      days: [{ from: '2021-06-15', to: null }],
      detail: expect.stringContaining('15.6.2021'),
    });
    const moved = { ...details, signedBy: 'Asiantuntija Aki', way: 'by-post' as const };
    expect(await world.refusal(correctSignature, { ...at, ...moved, signedOn: '2021-06-16' }, by)).toBe(
      'interruption-stands-on-it',
    );
    await world.perform(correctSignature, { ...at, ...moved, signedOn: '2021-06-15' }, by);
    const version = (await planIn(clientId))?.interruptions[0]?.version ?? null;
    await world.perform(takeBackInterruption, { clientId, interruptionId, why: 'Väärä', seen: version }, by);
    const now = (await planIn(clientId))?.signatures.find(({ id }) => id === signatureId)?.version ?? null;
    await world.perform(takeBackSignature, { ...at, seen: now }, by);
    expect((await planIn(clientId))?.unsigned).toHaveLength(1);
  });

  test('has a paper, and is of an activation plan alone', async () => {
    const { clientId, planId } = await inService();
    const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...interruption }, by);
    const { bytes } = await world.perform(interruptionPaper, { clientId, interruptionId }, by);
    const { text } = await readPaper(bytes);
    for (const words of ['Aktivointisuunnitelman keskeytys', '15.6.2021', 'Kokoaikatyö varastolla.', '5 §'])
      expect(text).toContain(words);
    const other = await world.refer({ organiser: 'work' });
    const joint = { ...rehabilitative(other.clientId, other.referralId), items: multisectoral };
    const made = { ...joint, kind: 'multisectoral' as const, signatures: signedAll('2021-06-17') };
    const { planId: jointId } = await world.perform(makePlan, made, 'work-social-worker');
    const input = { clientId: other.clientId, planId: jointId, ...interruption, from: '2021-07-01' };
    expect(await world.refusal(interruptPlan, input, 'work-social-worker')).toBe('not-to-be-interrupted');
  });
});
