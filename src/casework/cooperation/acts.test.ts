import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import {
  agreeLink,
  cooperationLinks,
  cooperationReferrals,
  correctReferralOver,
  recordOutcome,
  referOver,
  takeBackReferralOutcome,
  takeBackReferralOver,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const link = { group: 'disability-work', otherService: 'typ', note: null } as const;

describe('a link to another service', () => {
  test('is agreed by a planner, and how it stood before keeps its days', async () => {
    await world.perform(agreeLink, { ...link, state: 'none', from: '2020-01-01' }, 'pori-planner');
    await world.perform(agreeLink, { ...link, state: 'agreed', from: '2021-06-01' }, 'pori-planner');
    const { links } = await world.perform(cooperationLinks, {}, 'pori-coach');
    expect(links).toMatchObject([{ otherService: 'typ', state: 'agreed', since: '2021-06-01' }]);
    const { rows } = await db.ownerPool.query("select state from cooperation_link where during @> date '2020-06-01'");
    expect(rows).toEqual([{ state: 'none' }]);
  });

  test('that is recorded late takes its place before how it stands later', async () => {
    const other = { ...link, otherService: 'ohjaamo' } as const;
    const seen = async () =>
      (await world.perform(cooperationLinks, {}, 'pori-coach')).links.find((one) => one.otherService === 'ohjaamo')
        ?.version ?? null;
    await world.perform(agreeLink, { ...other, state: 'agreed', from: '2021-06-01' }, 'pori-planner');
    await world.perform(agreeLink, { ...other, state: 'none', from: '2021-01-01', seen: await seen() }, 'pori-planner');
    const { links } = await world.perform(cooperationLinks, {}, 'pori-coach');
    expect(links).toContainEqual(
      expect.objectContaining({ otherService: 'ohjaamo', state: 'agreed', since: '2021-06-01' }),
    );
  });

  test('is not for a coach to agree on', async () => {
    expect(await world.refusal(agreeLink, { ...link, state: 'agreed', from: '2021-06-01' }, 'pori-coach')).toBe(
      'not-allowed',
    );
  });
});

describe('a referral over a link', () => {
  test('waits until it is told what came of it, no earlier than it was made', async () => {
    const { clientId } = await world.refer();
    const to = { clientId, service: 'open-work', otherService: 'kela-rehabilitation', direction: 'to' } as const;
    const { referralId } = await world.perform(referOver, { ...to, madeOn: '2021-06-10' }, 'pori-social-worker');
    const outcome = { clientId, referralId, outcome: 'started' } as const;
    expect(await world.refusal(recordOutcome, { ...outcome, on: '2021-06-09' }, 'pori-social-worker')).toBe(
      'before-referral',
    );
    await world.perform(recordOutcome, { ...outcome, on: '2021-06-15' }, 'pori-social-worker');
    const { referrals } = await world.perform(cooperationReferrals, { clientId }, 'pori-social-worker');
    expect(referrals).toMatchObject([{ outcome: 'started', outcomeOn: '2021-06-15' }]);
  });

  test('is corrected and taken back, and so is what came of it', async () => {
    const { clientId } = await world.refer();
    const by = 'pori-social-worker';
    const why = 'Kirjattu väärin';
    const made = { service: 'open-work', otherService: 'kela-rehabilitation', direction: 'to' } as const;
    const { referralId } = await world.perform(referOver, { clientId, ...made, madeOn: '2021-06-10' }, by);
    const standing = async () => (await world.perform(cooperationReferrals, { clientId }, by)).referrals[0];
    const takeOutcomeBack = () => world.refusal(takeBackReferralOutcome, { clientId, referralId, why }, by);
    expect(await takeOutcomeBack()).toBe('no-outcome');
    await world.perform(recordOutcome, { clientId, referralId, outcome: 'started', on: '2021-06-12' }, by);
    const correct = async (madeOn: string) => ({
      ...({ clientId, referralId, otherService: 'typ', direction: 'from', madeOn, why } as const),
      seen: (await standing())?.referralVersion ?? null,
    });
    expect(await world.refusal(correctReferralOver, await correct('2021-06-13'), by)).toBe('before-referral');
    expect(await world.refusal(correctReferralOver, await correct('2021-06-18'), by)).toBe('in-future');
    await world.perform(correctReferralOver, await correct('2021-06-11'), by);
    expect(await standing()).toMatchObject({
      otherService: 'typ',
      direction: 'from',
      madeOn: '2021-06-11',
      outcome: 'started',
    });
    const seen = (await standing())?.version ?? null;
    await world.perform(takeBackReferralOutcome, { clientId, referralId, why, seen }, by);
    expect(await standing()).toMatchObject({ outcome: null, outcomeOn: null });
    await world.perform(takeBackReferralOver, { clientId, referralId, why }, by);
    expect(await standing()).toBeUndefined();
    expect(await world.refusal(takeBackReferralOver, { clientId, referralId, why }, by)).toBe('no-such-referral');
    expect(await takeOutcomeBack()).toBe('no-such-referral');
  });

  test('is not made in the future', async () => {
    const { clientId } = await world.refer();
    const ahead = {
      clientId,
      service: 'open-work',
      otherService: 'typ',
      direction: 'from',
      madeOn: '2021-06-18',
    } as const;
    expect(await world.refusal(referOver, ahead, 'pori-social-worker')).toBe('in-future');
  });
});
