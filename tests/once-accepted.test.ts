/** What was accepted once and the law does not let be: each is refused at its field, with what the law allows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeClient } from '../src/casework/client/acts.ts';
import { decide } from '../src/casework/decision/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferral } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { addDays, day, type Weekday } from '../src/kernel/day.ts';
import { checkCharacter } from '../src/kernel/id.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { explanations, makeWorld, planContent, signedAll, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'work-social-worker';
const items = {
  goal: 'Päivärytmi',
  duration: '4 tuntia, 1 päivä',
  period: 'Heinä–syyskuu',
  support: 'Ohjaaja',
  'other-services': 'Terveystarkastus',
  evaluation: 'Syyskuussa',
  ...planContent,
};
const plan = {
  service: 'rehabilitative-work' as const,
  kind: 'activation' as const,
  madeOn: '2021-06-17',
  during: { from: '2021-07-01', to: '2021-10-01' },
  reviewOn: '2021-09-20',
  daysAWeek: 1,
  hoursADay: 4,
  goals: ['Päivärytmi'],
  items,
  informedOfBenefitsOn: '2021-06-17',
  signatures: signedAll('2021-06-17'),
};
const grant = {
  outcome: 'grant' as const,
  decidedOn: '2021-06-17',
  during: plan.during,
  reasons: 'Suunnitelman mukaan.',
  explanations,
  provisions: ['189/2001:13b'],
};
const pending = (receivedOn = '2021-06-01') => world.refer({ organiser: 'work', receivedOn });

describe('a plan of rehabilitative work', () => {
  test.each(Object.keys(items).flatMap((item) => ['-', '–', '...', ' ? '].map((answer) => [item, answer] as const)))(
    'whose item %s is answered %s is refused at that item',
    async (item, answer) => {
      const asked = { ...plan, ...(await pending()), items: { ...items, [item]: answer } };
      const problem = await world.problem(makePlan, asked, official);
      expect(problem.type).toBe('/problems/plan-lacks-items');
      expect(problem.errors?.[0]?.field).toBe(`items.${item}`);
    },
  );

  test.each([
    ['of 24 hours a day', { hoursADay: 24 }, 'hoursADay'],
    ['of 16 hours a day', { hoursADay: 16 }, 'hoursADay'],
    ['of half an hour more than the law lets it be', { hoursADay: 8.5 }, 'hoursADay'],
    ['reviewed before its period', { reviewOn: '2021-06-30' }, 'reviewOn'],
    ['evaluated after its period', { reviewOn: '2021-10-02' }, 'reviewOn'],
    ['of two months', { during: { from: '2021-07-01', to: '2021-09-01' }, reviewOn: '2021-08-20' }, 'during'],
    ['of more than two years', { during: { from: '2021-07-01', to: '2023-07-02' } }, 'during'],
  ])('%s is refused', async (_, input, field) => {
    const problem = await world.problem(makePlan, { ...plan, ...(await pending()), ...input }, official);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  test('of several sectors is none before its act', async () => {
    const on = day('2014-12-31');
    const early = {
      ...plan,
      ...(await pending('2014-12-01')),
      kind: 'multisectoral' as const,
      madeOn: on,
      informedOfBenefitsOn: on,
      during: { from: '2015-01-07', to: '2015-05-01' },
      reviewOn: '2015-04-20',
      signatures: signedAll(on),
    };
    expect(await world.refusal(makePlan, early, official, on)).toBe('wrong-kind');
  });

  test('for July to September 2021 carries no decision for another time', async () => {
    const matter = await pending();
    const { planId } = await world.perform(makePlan, { ...plan, ...matter }, official);
    for (const during of [
      { from: '2023-01-01', to: '2024-01-01' },
      { from: '2021-07-01', to: '2021-10-02' },
      { from: '2021-06-30', to: '2021-10-01' },
    ])
      expect(await world.refusal(decide, { ...grant, ...matter, planId, during }, official)).toBe('outside-plan');
  });

  test('of the old items, not adapted, carries no decision after 31.3.2021', async () => {
    const on = day('2020-12-31');
    const matter = await pending('2020-12-01');
    const { goal: _, support: __, ...five } = items;
    const old = {
      ...plan,
      ...matter,
      madeOn: on,
      informedOfBenefitsOn: on,
      items: { ...five, description: 'Puutyöpaja Pori' },
      during: { from: '2021-01-11', to: '2022-01-01' },
      signatures: signedAll(on),
    };
    const { planId } = await world.perform(makePlan, old, official, on);
    // The matter was pending before the section of today was there.
    const provisions = ['189/2001:13'];
    const decision = { ...grant, ...matter, planId, provisions };
    expect(await world.refusal(decide, decision, official)).toBe('plan-not-adapted');
  });
});

describe('a place in rehabilitative work', () => {
  const placing = async (input: { readonly weekdays: readonly number[]; readonly hoursADay: number }) => {
    const matter = await pending();
    const { clientId } = matter;
    const { planId } = await world.perform(makePlan, { ...plan, ...matter }, official);
    const { decisionId } = await world.perform(decide, { ...grant, ...matter, planId }, official);
    const offeringId = world.work.offerings['rehabilitative-work'] ?? '';
    const start = { clientId, decisionId, offeringId, from: '2021-07-01', workerId: world.workerId('work-instructor') };
    const { relationshipId } = await world.perform(startRelationship, start, official);
    const groupId = world.work.groups['rehabilitative-work'] ?? null;
    const slots = input.weekdays.map((weekday) => ({ weekday: weekday as Weekday, half: 'am' as const }));
    return { clientId, relationshipId, groupId, slots, hoursADay: input.hoursADay, from: '2021-07-05' };
  };

  test.each([
    ['four days of a week by a plan of one', { weekdays: [1, 2, 3, 4], hoursADay: 4 }, 'more-than-planned', '1'],
    ['24 hours a day', { weekdays: [1], hoursADay: 24 }, 'too-long-day', '8'],
    ['three hours a day', { weekdays: [1], hoursADay: 3 }, 'too-short-day', '4'],
    ['five days a week', { weekdays: [1, 2, 3, 4, 5], hoursADay: 4 }, 'too-many-days', '4'],
  ])('is not for %s', async (_, input, code, most) => {
    const problem = await world.problem(place, await placing(input), official);
    expect(problem.type).toBe(`/problems/${code}`);
    expect(problem.errors?.[0]?.expected).toMatch(new RegExp(`^${most}\\b`));
  });
});

describe('a client', () => {
  const referral = (client: object) => ({
    client: { familyName: 'Tulokas', givenNames: 'Koe', ...client },
    service: 'open-work' as const,
    source: 'own-contact' as const,
    kind: 'own-contact' as const,
    receivedOn: '2021-06-16',
  });
  const tomorrow = addDays(day('2021-06-17'), 1);

  test('is not born in the future, whether the day or the code tells it, at receipt or afterwards', async () => {
    const by = 'pori-social-worker';
    const code = `180621A901${checkCharacter('180621901')}`;
    for (const client of [{ birthOn: tomorrow }, { identityCode: code }])
      expect(await world.refusal(receiveReferral, referral(client), by)).toBe('born-in-future');
    const { clientId } = await world.refer({ birthOn: null });
    expect(await world.refusal(changeClient, { clientId, birthOn: tomorrow }, by)).toBe('born-in-future');
    expect(await world.refusal(changeClient, { clientId, identityCode: code }, by)).toBe('born-in-future');
  });

  test('lives in no municipality that there never was', async () => {
    const by = 'pori-social-worker';
    expect(await world.refusal(receiveReferral, referral({ municipalityCode: '999' }), by)).toBe(
      'no-such-municipality',
    );
    const { clientId } = await world.refer();
    expect(await world.refusal(changeClient, { clientId, municipalityCode: '999' }, by)).toBe('no-such-municipality');
  });
});
