/** Further ways to what the law does not let be, as an official or a lawyer would try them: by a correction, by a change, in another order. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePlacement } from '../src/casework/agreement/acts.ts';
import { client, recordBenefit } from '../src/casework/client/acts.ts';
import { correctDecision, decide, decisionFrame, decisionsOf } from '../src/casework/decision/acts.ts';
import { answerPayer } from '../src/casework/participation/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { changePlan, makePlan, plansOf } from '../src/casework/plan/acts.ts';
import { compensationRates, endRate, setRate } from '../src/casework/rate/acts.ts';
import { correctReferral, receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { type Day, day, type Weekday } from '../src/kernel/day.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { inRehabilitation } from './rehabilitating.ts';
import { explanations, makeWorld, type NewReferral, planContent, signedAll, unheard, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'work-social-worker';
const plan = {
  service: 'rehabilitative-work' as const,
  kind: 'activation' as const,
  madeOn: '2021-06-17',
  during: { from: '2021-07-01', to: '2021-12-01' },
  reviewOn: '2021-09-20',
  daysAWeek: 1,
  hoursADay: 4,
  goals: ['Päivärytmi'],
  items: {
    goal: 'Päivärytmi',
    duration: '4 tuntia, 1 päivä',
    period: 'Heinä–marraskuu',
    support: 'Ohjaaja',
    'other-services': 'Terveystarkastus',
    evaluation: 'Syyskuussa',
    ...planContent,
  },
  informedOfBenefitsOn: '2021-06-17',
  signatures: signedAll('2021-06-17'),
};
const grant = {
  outcome: 'grant' as const,
  decidedOn: '2021-06-17',
  during: plan.during,
  reasons: 'Suunnitelman mukaan.',
  provisions: ['189/2001:13b'],
};

async function planned(more: Partial<typeof plan> = {}, client: NewReferral = {}) {
  const matter = await world.refer({ organiser: 'work', receivedOn: '2021-06-01', ...client });
  const { planId } = await world.perform(makePlan, { ...plan, ...matter, ...more }, official);
  return { ...matter, planId };
}

async function granted(more: Partial<typeof plan> = {}) {
  const matter = await planned(more);
  const { decisionId } = await world.perform(decide, { ...grant, ...matter }, official);
  return { ...matter, decisionId };
}

async function started(more: Partial<typeof plan> = {}) {
  const matter = await granted(more);
  const { clientId, decisionId } = matter;
  const offeringId = world.work.offerings['rehabilitative-work'] ?? '';
  const start = { clientId, decisionId, offeringId, from: '2021-07-01', workerId: world.workerId('work-instructor') };
  return { ...matter, ...(await world.perform(startRelationship, start, official)) };
}

const week = (weekdays: readonly number[], hoursADay: number) => ({
  slots: weekdays.map((weekday) => ({ weekday: weekday as Weekday, half: 'am' as const })),
  hoursADay,
});
const placing = (
  { clientId, relationshipId }: { readonly clientId: string; readonly relationshipId: string },
  weekdays: readonly number[],
  hoursADay: number,
) => ({
  ...{ clientId, relationshipId, groupId: world.work.groups['rehabilitative-work'] ?? null, from: '2021-07-05' },
  ...week(weekdays, hoursADay),
});

/** Open work of Pori's, granted until further notice from July on. */
async function openWork(more: object = {}) {
  const matter = await world.refer({ organiser: 'pori' });
  const { provisions } = await world.perform(decisionFrame, matter, 'pori-social-worker');
  const decided = {
    ...{ ...matter, outcome: 'grant' as const, decidedOn: '2021-06-17', during: { from: '2021-07-01', to: null } },
    ...{ reasons: 'Vastaa tarvetta.', provisions: provisions.map(({ id }) => id), ...more },
  };
  return { ...matter, ...(await world.perform(decide, decided, 'pori-social-worker')) };
}

const mending = (whose: { readonly clientId: string; readonly decisionId: string }, more: object = {}) => ({
  ...{ clientId: whose.clientId, decisionId: whose.decisionId, reasons: 'Vastaa tarvetta.', lastDay: null },
  ...{ place: null, because: 'Päivä oli kirjoitettu väärin.', ...more },
});

describe('a day of rehabilitative work is no longer than its plan has it (189/2001 section 9)', () => {
  test('when a client is placed, and when the place is changed', async () => {
    const whose = await started({ daysAWeek: 2 });
    const problem = await world.problem(place, placing(whose, [1], 8), official);
    expect(problem).toMatchObject({
      type: '/problems/longer-than-planned',
      errors: [{ field: 'hoursADay', expected: '4' }],
    });
    const { placementId } = await world.perform(place, placing(whose, [1], 4), official);
    const change = { clientId: whose.clientId, placementId, from: '2021-07-12', ...week([1], 6) };
    expect(await world.refusal(changePlacement, change, 'work-instructor')).toBe('longer-than-planned');
  });

  test.each([
    ['fewer days', { daysAWeek: 1, hoursADay: 4 }, [1, 2], 4],
    ['shorter days', { daysAWeek: 2, hoursADay: 4 }, [1], 5],
  ] as const)('nor when a decision on a plan of %s takes the place of the one before', async (_, less, days, hours) => {
    const whose = await started({ daysAWeek: 2, hoursADay: 5 });
    const { clientId } = whose;
    const { placementId } = await world.perform(place, placing(whose, days, hours), official);
    const asked = { clientId, service: plan.service, source: 'own-contact' as const, kind: 'own-contact' as const };
    const { referralId } = await world.perform(
      receiveReferralOfClient,
      { ...asked, receivedOn: '2021-06-17' },
      official,
    );
    const next = { ...plan, ...less, clientId, referralId, goals: ['Vähemmän kuormitusta'] };
    const { planId } = await world.perform(makePlan, next, official);
    const change = { ...grant, clientId, referralId, planId, changesId: whose.decisionId, explanations };
    expect(await world.problem(decide, change, official)).toMatchObject({
      type: '/problems/placed-beyond-plan',
      errors: [{ field: 'planId' }],
    });
    const shorter = { clientId, placementId, from: '2021-07-05', ...week([1], 4) };
    await world.perform(changePlacement, shorter, 'work-instructor');
    await world.perform(decide, change, official);
  });
});

describe('a slip of the pen in a decision is mended (434/2003 sections 51 and 52)', () => {
  test('to no days that its plan does not carry, and to none that the law does not let be (189/2001 section 13 b)', async () => {
    const whose = await granted();
    for (const [during, code] of [
      [{ from: '2021-07-01', to: '2022-03-01' }, 'outside-plan'],
      [{ from: '2021-06-20', to: '2021-12-01' }, 'outside-plan'],
      [{ from: '2021-07-01', to: '2021-08-01' }, 'period-too-short'],
    ] as const)
      expect(await world.problem(correctDecision, mending(whose, { during }), official)).toMatchObject({
        type: `/problems/${code}`,
        errors: [{ field: 'during' }],
      });
  });

  test.each([
    ['days that were over', { from: '2021-06-01', to: null }, 'retroactive', 'retroactive'],
    [
      'more than three months to carry it out (1301/2014 section 45)',
      { from: '2021-12-01', to: null },
      'longer',
      'longer-than-law',
    ],
    ['fewer days than were granted', { from: '2021-07-01', to: '2022-07-01' }, 'correctedAgainst', 'corrected-against'],
  ] as const)('to %s only for a reason of its own, which the letter tells', async (_, during, kind, code) => {
    const whose = await openWork();
    const told = kind === 'correctedAgainst' ? {} : { correctedAgainst: 'Asiakas pyysi itse korjausta.' };
    const without = mending(whose, { during, explanations: told });
    expect(await world.problem(correctDecision, without, 'pori-social-worker')).toMatchObject({
      type: `/problems/${code}`,
      errors: [{ field: `explanations.${kind}` }],
    });
    const explained = { ...told, [kind]: 'Kuultu puhelimessa 16.6.2021.' };
    await world.perform(correctDecision, mending(whose, { during, explanations: explained }), 'pori-social-worker');
    const { decisions } = await world.perform(decisionsOf, { clientId: whose.clientId }, 'pori-social-worker');
    expect(decisions[0]?.explanations[kind]).toBe('Kuultu puhelimessa 16.6.2021.');
  });

  test('in its words alone without anything more', async () => {
    const whose = await openWork();
    const during = { from: '2021-07-01', to: null };
    const { version } = await world.perform(correctDecision, mending(whose, { during }), 'pori-social-worker');
    expect(version).toBe(2);
  });
});

describe('a decision', () => {
  test.each(['-', '–', '...', ' ? '])(
    'gives no reasons by %s, nor explains or corrects by it (434/2003 section 45)',
    async (dash) => {
      const matter = await planned();
      const fields = async (sent: object) =>
        (await world.problem(decide, { ...grant, ...matter, ...sent } as never, official)).errors?.map(
          ({ field }) => field,
        );
      expect(await fields({ reasons: dash })).toEqual(['reasons']);
      expect(await fields({ explanations: { retroactive: dash } })).toEqual(['explanations.retroactive']);
      const whose = await openWork();
      const during = { from: '2021-07-01', to: null };
      const problem = await world.problem(
        correctDecision,
        mending(whose, { during, because: dash }),
        'pori-social-worker',
      );
      expect(problem.errors?.map(({ field }) => field)).toEqual(['because']);
    },
  );

  test('for one who is too old for the act before its last day says why (189/2001 section 3)', async () => {
    const matter = await planned({}, { birthOn: '1956-08-01' });
    expect(await world.problem(decide, { ...grant, ...matter }, official)).toMatchObject({
      type: '/problems/outside-group',
      errors: [{ field: 'explanations.outsideGroup' }],
    });
    // On the day of decision still 16, and 17 on the first day of service.
    const young = await planned({}, { birthOn: '2004-06-25' });
    await world.perform(decide, { ...grant, ...young }, official);
  });

  test('charges a child under 16 for no meal (734/1992 section 4)', async () => {
    const matter = await world.refer({ service: 'day-activity', birthOn: '2006-01-01' });
    const { provisions } = await world.perform(decisionFrame, matter, 'pori-social-worker');
    const charging = {
      ...{ ...matter, outcome: 'grant' as const, decidedOn: '2021-06-17', during: { from: '2021-07-01', to: null } },
      ...{ reasons: 'Vastaa tarvetta.', provisions: provisions.map(({ id }) => id), mealCharge: 537 },
    };
    expect(await world.problem(decide, charging, 'pori-social-worker')).toMatchObject({
      type: '/problems/meal-without-ground',
      errors: [{ field: 'mealCharge', message: expect.stringContaining('734/1992') }],
    });
  });
});

describe('a decision that is dated back is made today all the same', () => {
  const dated = async (by: 'pori-social-worker' | 'rauma-social-worker-r', on: Day, decidedOn: string) => {
    const organiser = by === 'pori-social-worker' ? ('pori' as const) : ('rauma' as const);
    const { clientId, referralId } = await world.refer({ organiser, receivedOn: '2021-05-03', familyName: 'Ropo' });
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by, on);
    return {
      ...{ clientId, referralId, outcome: 'grant' as const, decidedOn, during: { from: on, to: null }, explanations },
      ...{ reasons: 'Vastaa tarvetta.', provisions: provisions.map(({ id }) => id) },
    };
  };

  test('by an organiser that is competent still (612/2021 section 8)', async () => {
    const late = day('2023-01-09');
    const decision = await dated('pori-social-worker', late, '2022-12-30');
    expect(await world.refusal(decide, decision, 'pori-social-worker', late)).toBe('not-competent');
  });

  test('by somebody who has the right to decide still', async () => {
    const by = 'rauma-social-worker-r';
    const decision = await dated(by, world.today, '2021-06-08');
    await sql`update worker_deciding_right set during = '[2010-01-01,2021-06-10)' where post_id in
      (select id from worker_post where worker_id = ${world.workerId(by)})`.execute(db.owner);
    expect(await world.refusal(decide, decision, by)).toBe('may-not-decide');
  });
});

test('nobody ends what the law says is paid: the activity allowance (1412/1997 section 10 a, 189/2001 section 18)', async () => {
  const { rates } = await world.perform(compensationRates, {}, 'work-finance');
  const allowance = rates.find(({ kind }) => kind === 'activity-allowance');
  const end = { rateId: allowance?.id ?? '', on: '2021-07-01' };
  expect(await world.problem(endRate, end, 'work-finance')).toMatchObject({
    type: '/problems/rate-by-law',
    detail: expect.stringContaining('1412/1997'),
  });
  const rate = { kind: 'activity-allowance' as const, rule: 'Laki', paidHolidayDays: 0 };
  const ending = { ...rate, amount: 900, during: { from: '2021-07-01', to: '2021-08-01' } };
  expect(await world.problem(setRate, ending, 'work-finance')).toMatchObject({
    type: '/problems/rate-by-law',
    errors: [{ field: 'during' }],
  });
});

describe('a matter whose day of receipt is corrected', () => {
  const late = day('2025-02-10');
  const corrected = async (receivedOn: string, source: 'own-contact' | 'te-office-activation-plan') => {
    const from = { organiser: 'pori' as const, familyName: 'Siirto', receivedOn: '2022-12-01' };
    const { clientId, referralId } = await world.refer(from);
    await sql`update referral_referral set source = ${source} where id = ${referralId}`.execute(db.owner);
    const correction = { clientId, referralId, source, kind: 'referral' as const, receivedOn, why: 'Väärä päivä.' };
    return world.problem(correctReferral, correction, 'pori-social-worker', late);
  };

  test('is received by an organiser that was competent then (612/2021 section 8)', async () => {
    expect(await corrected('2023-01-02', 'own-contact')).toMatchObject({
      type: '/problems/not-competent',
      errors: [{ field: 'receivedOn' }],
    });
  });

  test('comes from nobody who was no more then (380/2023)', async () => {
    expect(await corrected('2025-01-07', 'te-office-activation-plan')).toMatchObject({
      type: '/problems/source-not-then',
      errors: [{ field: 'source' }],
    });
  });
});

test('a draft that a decision cites is not written on: the decision would stand on what nobody saw', async () => {
  const { signatures: _, ...draft } = plan;
  const matter = await world.refer({ organiser: 'work', receivedOn: '2021-06-01' });
  const { planId } = await world.perform(makePlan, { ...draft, ...matter }, official);
  const change = { ...draft, clientId: matter.clientId, planId, goals: ['Muu tavoite'] };
  const { service: _service, ...content } = change;
  await world.perform(changePlan, content, official);
  const deny = { outcome: 'deny' as const, unheard, decidedOn: '2021-06-17', reasons: 'Ei tarvetta.' };
  await world.perform(decide, { ...matter, ...deny, planId, provisions: ['1301/2014:36'] }, official);
  expect(await world.refusal(changePlan, { ...content, goals: ['Kolmas'] }, official)).toBe('decided-on-draft');
  const { plans } = await world.perform(plansOf, { clientId: matter.clientId }, official);
  expect(plans.map(({ goals }) => goals[0]?.goal)).toEqual(['Muu tavoite']);
});

test('an answer of who pays ends no main benefit: finance sees none, and is told of days that another has', async () => {
  const { clientId } = await inRehabilitation(db, world, { from: '2021-01-01' });
  const wage = { clientId, benefit: 'wage' as const, main: true, during: { from: '2021-01-01', to: null } };
  await world.perform(recordBenefit, wage, official);
  const answer = { clientId, benefit: 'social-assistance' as const, during: { from: '2021-06-01', to: null } };
  expect(await world.refusal(answerPayer, answer, 'work-finance')).toBe('overlaps-recorded');
  const { benefits } = await world.perform(client, { clientId }, official);
  expect(benefits?.map(({ benefit, during }) => [benefit, during.to])).toEqual([['wage', null]]);
});
