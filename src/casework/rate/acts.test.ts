import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { partAtWorkplace } from '../../../tests/taking-part.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { perform } from '../../server/perform.ts';
import { closeMonth, firstOpenDay } from '../compensation/acts.ts';
import { compensationRates, endRate, setRate, takeBackRate } from './acts.ts';

let db: FreshDatabase;
let world: World;
let employerId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ employerId } = await partAtWorkplace(world, 'Satametalli'));
  await world.perform(closeMonth, { month: '2021-04' }, 'pori-finance');
});
afterAll(() => db.close());

test('a rule that is a provision is read by its act and section in the reader’s language, an own decision as it was written', async () => {
  await sql`update rate_rate set rule = '1290/2002:10:6' where kind = 'activity-allowance'`.execute(db.owner);
  const rules = async (language: 'fi' | 'sv' | 'en') => {
    const who = { ...world.who('work-finance'), language };
    const answer = (await perform(world.house(), compensationRates, {}, { who, language })) as {
      rates: { rule: string }[];
    };
    return answer.rates.map(({ rule }) => rule);
  };
  expect(await rules('fi')).toEqual([expect.stringMatching(/^Työttömyysturvalaki .*10 luku 6 §$/)]);
  expect(await rules('sv')).toEqual([expect.stringMatching(/^10 kap\. 6 § i lagen om utkomstskydd/)]);
  expect(await rules('en')).toEqual([expect.stringMatching(/chapter 10, section 6$/)]);
  const own = await world.perform(compensationRates, {}, 'pori-finance');
  expect(own.rates.map(({ rule }) => rule)).toContain('Lautakunnan päätös');
});

describe('setting a rate', () => {
  const rate = (more: object = {}) => ({
    kind: 'work-share' as const,
    amount: 600,
    rule: 'Lautakunta 1.6.2021 § 5',
    during: { from: '2021-07-01', to: null },
    ...more,
  });
  const refused = (more: object) => world.refusal(setRate, rate(more) as never, 'pori-finance');

  test('ends the earlier one, and leaves closed months as they were', async () => {
    await world.perform(setRate, rate(), 'pori-finance');
    const { rates, employers } = await world.perform(compensationRates, {}, 'pori-finance');
    expect(rates.filter(({ kind }) => kind === 'work-share').map(({ amount, during }) => [amount, during])).toEqual([
      [537, { from: '2010-01-01', to: '2021-07-01' }],
      [600, { from: '2021-07-01', to: null }],
    ]);
    expect(employers).toEqual([{ id: employerId, name: 'Satametalli' }]);
    expect(await refused({ during: { from: '2021-04-01', to: null } })).toBe('month-closed');
    expect(await refused({ during: { from: '2021-07-01', to: null } })).toBe('rate-overlaps');
  });

  test('of an amount of law is refused where it is another, and told the amount', async () => {
    const allowance = { kind: 'activity-allowance' as const };
    expect(await refused({ ...allowance, amount: 1000 })).toBe('statutory-amount');
    await world.perform(setRate, rate({ ...allowance, amount: 900 }) as never, 'pori-finance');
    expect(await refused({ during: { from: '1990-01-01', to: '1990-02-01' } })).toBe('no-basis');
  });

  test('names an employer for a share, and only for it', async () => {
    expect(await refused({ employerId })).toBe('employer-or-not');
    expect(await refused({ kind: 'employer-share' })).toBe('employer-or-not');
  });

  test.each<[string, object]>([
    ['no number', { amount: Number.NaN }],
    ['half a cent', { amount: 0.5 }],
    ['nothing', { amount: 0 }],
    ['a huge amount', { amount: 1e18 }],
    ['a rule with an empty sign', { rule: 'a\u0000b' }],
    ['a rule without words', { rule: '   ' }],
    ['a time that ends before it begins', { during: { from: '2021-08-01', to: '2021-07-01' } }],
  ])('with %s is a wrong input', async (_, more) => {
    expect(await refused(more)).toBe('wrong-input');
  });
});

describe('a rate', () => {
  const rates = async () => (await world.perform(compensationRates, {}, 'pori-administrator')).rates;
  const meals = async () => (await rates()).filter(({ kind }) => kind === 'meal-charge');
  const dearer = {
    kind: 'meal-charge' as const,
    amount: 600,
    rule: 'Lautakunnan päätös',
    during: { from: '2021-09-01', to: null },
  };

  test('is set by the administrator too, and taken back as if it had not been set', async () => {
    const before = await meals();
    const { rateId } = await world.perform(setRate, dearer, 'pori-administrator');
    expect((await meals()).map(({ amount, during }) => [amount, during.to])).toEqual([
      [537, '2021-09-01'],
      [600, null],
    ]);
    expect(await world.refusal(setRate, dearer, 'pori-administrator')).toBe('rate-overlaps');
    await world.perform(takeBackRate, { rateId }, 'pori-administrator');
    expect(await meals()).toEqual(before);
  });

  test('ends with no other in its place; not in a closed month, nor before it began', async () => {
    const { rateId } = await world.perform(setRate, dearer, 'pori-finance');
    expect(await world.refusal(endRate, { rateId, on: '2021-09-01' }, 'pori-finance')).toBe('ends-before-begins');
    await world.perform(endRate, { rateId, on: '2021-12-01' }, 'pori-finance');
    expect((await meals()).at(-1)?.during.to).toBe('2021-12-01');
    expect(await world.refusal(endRate, { rateId, on: '2022-01-01' }, 'pori-finance')).toBe('rate-ended');
    const [old] = await meals();
    expect(await world.refusal(takeBackRate, { rateId: old?.id ?? '' }, 'pori-finance')).toBe('month-closed');
  });

  test('is nobody else’s to end or take back, nor another organiser’s', async () => {
    const rateId = (await meals()).at(-1)?.id ?? '';
    for (const by of ['pori-manager', 'pori-coach', 'pori-planner'] as const) {
      expect(await world.refusal(endRate, { rateId, on: '2021-10-01' }, by)).toBe('not-allowed');
      expect(await world.refusal(takeBackRate, { rateId }, by)).toBe('not-allowed');
    }
    expect(await world.refusal(endRate, { rateId, on: '2021-10-01' }, 'rauma-finance')).toBe('no-such-rate');
    const share = { ...dearer, kind: 'employer-share' as const, employerId };
    expect(await world.refusal(setRate, share, 'rauma-finance')).toBe('no-such-employer');
  });

  test('changes from the first day of a month that is open, and the database holds it', async () => {
    expect(await world.perform(firstOpenDay, {}, 'pori-manager')).toEqual({ openFrom: '2021-05-01' });
    expect(await world.perform(firstOpenDay, {}, 'rauma-finance')).toEqual({ openFrom: null });
    const { errors } = await world.problem(
      setRate,
      { ...dearer, during: { from: '2021-04-30', to: null } },
      'pori-finance',
    );
    expect(errors).toEqual([expect.objectContaining({ field: 'during.from' })]);
    const [old] = (await rates()).filter(({ kind }) => kind === 'open-work-allowance');
    const wrong = await world.problem(endRate, { rateId: old?.id ?? '', on: '2021-04-01' }, 'pori-finance');
    expect(wrong.errors).toEqual([expect.objectContaining({ field: 'on' })]);
    for (const change of [
      sql`update rate_rate set amount_cents = 1300 where id = ${old?.id}`,
      sql`update rate_rate set during = daterange('2011-01-01', null) where id = ${old?.id}`,
      sql`update rate_rate set during = daterange(lower(during), '2021-04-30') where id = ${old?.id}`,
      sql`delete from rate_rate where id = ${old?.id}`,
    ])
      await expect(change.execute(db.owner)).rejects.toMatchObject({ constraint: 'compensation_holds_rate' });
  });

  test('is read by a manager, and set by nobody but finance and the administrator', async () => {
    expect((await world.perform(compensationRates, {}, 'pori-manager')).rates.length).toBeGreaterThan(0);
    for (const worker of [
      'pori-coach',
      'pori-instructor',
      'pori-social-worker',
      'pori-planner',
      'pori-manager',
    ] satisfies WorkerName[])
      expect(await world.refusal(setRate, dearer, worker)).toBe('not-allowed');
  });
});
