import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkplaceBy, begunIn, mornings, placingAt, slotsOf } from '../../../tests/begun.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { figureIn } from '../../../tests/facts.ts';
import { readPaper } from '../../../tests/paper.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { addDays, day } from '../../kernel/day.ts';
import { changeAddress, correctionsOf, protectAddress } from '../client/acts.ts';
import { endPlacement, place } from '../placement/acts.ts';
import {
  agreement,
  agreementPaper,
  approveAgreement,
  changeAgreement,
  changePlacement,
  correctPlacementEnd,
  makeAgreement,
  renewAgreement,
  takeBackAgreement,
  takeBackApproval,
  withdrawApproval,
} from './acts.ts';
import { agreementHash, agreementsAsking, agreementsOn } from './reads.ts';
import { agreementStateOn, asksForWork, renewalHorizon, termsOf } from './rules.ts';
import { type Agreement, parties } from './words.ts';

let db: FreshDatabase;
let world: World;
let shop: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  shop = await addWorkplaceBy(world, 'pori-coach', { name: 'Lähikauppa', sector: 'private' });
});
afterAll(() => db.close());

const begun = (input?: Parameters<typeof begunIn>[1]) => begunIn(world, input);
const inShop = (whose: { clientId: string; relationshipId: string }, more?: object) => placingAt(shop, whose, more);

describe('an agreement of client, employer and organiser', () => {
  const draft = {
    tasks: 'hyllytys',
    hours: 'ma ke pe klo 9.00–13.00',
    during: { from: '2021-05-18', to: '2022-05-18' },
  };

  async function agreed() {
    const whose = await begun();
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    const { clientId } = whose;
    const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...draft }, 'pori-coach');
    return { clientId, agreementId, placementId };
  }
  const state = async (whose: { clientId: string; agreementId: string }) => {
    const { clientId, agreementId } = whose;
    return (await world.perform(agreement, { clientId, agreementId }, 'pori-coach')).agreement;
  };
  const approve = async (
    whose: { clientId: string; agreementId: string },
    party: 'client' | 'employer' | 'organiser',
  ) => {
    const { clientId, agreementId } = whose;
    const { contentHash } = await state(whose);
    return world.perform(approveAgreement, { clientId, agreementId, party, contentHash }, 'pori-coach');
  };

  test('is in force when each of the three has approved it, on its own', async () => {
    const whose = await agreed();
    expect((await state(whose)).state).toBe('draft');
    expect((await approve(whose, 'client')).waitingFor).toEqual(['employer', 'organiser']);
    await approve(whose, 'organiser');
    expect(await state(whose)).toMatchObject({ state: 'waiting', waitingFor: ['employer'] });
    await approve(whose, 'employer');
    const answer = await state(whose);
    expect(answer.state).toBe('in-force');
    expect(answer.approved.map(({ party, approvedBy }) => [party, approvedBy])).toEqual(
      expect.arrayContaining([
        ['client', 'Ääri Väinö'],
        ['employer', 'Mattila Kari'],
        ['organiser', 'Laine Tiina'],
      ]),
    );
    expect(
      await world.refusal(
        approveAgreement,
        {
          clientId: whose.clientId,
          agreementId: whose.agreementId,
          party: 'client',
          contentHash: answer.contentHash,
        },
        'pori-coach',
      ),
    ).toBe('approved-already');
  });

  test('is approved as it was seen, on a day within reason, and renewed only once all have approved it', async () => {
    const whose = await agreed();
    const at = { clientId: whose.clientId, agreementId: whose.agreementId };
    const seen = await state(whose);
    const { tasks, hours, during } = seen;
    await world.perform(changeAgreement, { ...at, tasks: `${tasks}, siivous`, hours, during } as never, 'pori-coach-2');
    const approval = { ...at, party: 'client' as const, contentHash: seen.contentHash };
    expect(await world.refusal(approveAgreement, approval, 'pori-coach')).toBe('content-changed');
    const now = { ...approval, contentHash: (await state(whose)).contentHash };
    for (const on of ['1900-01-01', '2019-06-17'])
      expect(await world.refusal(approveAgreement, { ...now, on }, 'pori-coach')).toBe('approved-long-before');
    const renewal = { ...at, to: '2022-12-31' };
    expect(await world.refusal(renewAgreement, renewal, 'pori-coach')).toBe('not-approved');
  });

  test('a change of content withdraws approvals; the same content again has them still', async () => {
    const whose = await agreed();
    await approve(whose, 'client');
    await approve(whose, 'employer');
    const { clientId, agreementId } = whose;
    const change = (more: object) =>
      world.perform(changeAgreement, { clientId, agreementId, ...draft, ...more }, 'pori-coach');
    expect((await change({})).withdrawn).toEqual([]);
    expect((await change({ tasks: 'hyllytys ja kassa' })).withdrawn).toEqual(['client', 'employer']);
    expect((await state(whose)).state).toBe('draft');
    await change({});
    expect((await state(whose)).waitingFor).toEqual(['organiser']);
  });

  test('an approval recorded by mistake is taken back', async () => {
    const whose = await agreed();
    await approve(whose, 'client');
    const { clientId, agreementId } = whose;
    await world.perform(withdrawApproval, { clientId, agreementId, party: 'client' }, 'pori-coach');
    expect((await state(whose)).state).toBe('draft');
    await approve(whose, 'client');
  });

  test('an approval is taken back with a reason, also of a whole agreement, and approved anew is printed anew', async () => {
    const whose = await agreed();
    for (const party of parties) await approve(whose, party);
    const { clientId, agreementId } = whose;
    const at = { clientId, agreementId };
    const paper = async () =>
      (await readPaper((await world.perform(agreementPaper, at, 'pori-coach')).bytes)).text.replaceAll(/\s+/g, ' ');
    const approval = (await state(whose)).approved.find(({ party }) => party === 'employer');
    const back = { clientId, approvalId: approval?.id ?? '', why: 'Väärä henkilö' };
    expect(await world.refusal(takeBackApproval, { ...back, seen: 'another' }, 'pori-coach')).toBe('changed-meanwhile');
    await world.perform(takeBackApproval, back, 'pori-coach');
    expect(await state(whose)).toMatchObject({ state: 'waiting', waitingFor: ['employer'] });
    expect(await world.refusal(takeBackApproval, back, 'pori-coach')).toBe('no-such-approval');
    const { contentHash } = await state(whose);
    const anew = { ...at, party: 'employer' as const, contentHash, by: 'Oikea Olli' };
    await world.perform(approveAgreement, anew, 'pori-coach');
    expect(await paper()).toContain('Oikea Olli');
    const { corrections } = await world.perform(correctionsOf, { clientId }, 'pori-coach');
    expect(corrections).toMatchObject([{ act: 'takeBackApproval', why: 'Väärä henkilö' }]);
  });

  test('is taken back with a reason while none goes on from it, and stays away when its place goes on again', async () => {
    const whose = await agreed();
    for (const party of parties) await approve(whose, party);
    const { clientId, agreementId, placementId } = whose;
    const at = { clientId, agreementId, why: 'Väärä paikka' };
    const { agreementId: nextId } = await world.perform(
      renewAgreement,
      { clientId, agreementId, to: '2023-05-18' },
      'pori-coach',
    );
    const versionOfIt = async (id: string) => (await state({ clientId, agreementId: id })).takeBackVersion;
    expect(await world.refusal(takeBackAgreement, { ...at, seen: await versionOfIt(agreementId) }, 'pori-coach')).toBe(
      'renewed-already',
    );
    const next = { ...at, agreementId: nextId };
    await world.perform(takeBackAgreement, { ...next, seen: await versionOfIt(nextId) }, 'pori-coach');
    expect(await state(whose)).toMatchObject({ state: 'in-force', hasNext: false });
    // What would have begun after the end comes back with the place, but not what never was.
    await world.perform(endPlacement, { clientId, placementId, on: '2022-04-01' }, 'pori-coach');
    const goesOn = { clientId, placementId, on: null, why: 'Jatkuu' };
    await world.perform(correctPlacementEnd, goesOn, 'pori-coach');
    expect(await world.refusal(agreement, { clientId, agreementId: nextId }, 'pori-coach')).toBe('no-such-agreement');
    await world.perform(takeBackAgreement, { ...at, seen: await versionOfIt(agreementId) }, 'pori-coach');
    expect(await world.refusal(agreement, { clientId, agreementId }, 'pori-coach')).toBe('no-such-agreement');
    await world.perform(makeAgreement, { clientId, placementId, ...draft }, 'pori-coach');
  });

  test('is renewed from where it ends, once, and approved anew', async () => {
    const whose = await agreed();
    for (const party of ['client', 'employer', 'organiser'] as const) await approve(whose, party);
    const { clientId, agreementId } = whose;
    const renew = { clientId, agreementId, to: '2023-05-18' };
    expect(await world.refusal(renewAgreement, { ...renew, to: '2022-05-18' }, 'pori-coach')).toBe('ends-too-early');
    const next = await world.perform(renewAgreement, renew, 'pori-coach');
    const answer = await state({ clientId, agreementId: next.agreementId });
    expect(answer).toMatchObject({
      state: 'draft',
      tasks: 'hyllytys',
      during: { from: '2022-05-18', to: '2023-05-18' },
    });
    expect(await world.refusal(renewAgreement, renew, 'pori-coach')).toBe('renewed-already');
    expect((await state(whose)).state).toBe('in-force');
  });

  test('that lapsed before all had approved it is gone on from: it can be neither changed nor approved', async () => {
    const whose = await begun();
    const { clientId } = whose;
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    const short = { ...draft, during: { from: '2021-05-18', to: '2021-06-10' } };
    const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...short }, 'pori-coach');
    const seen = await state({ clientId, agreementId });
    expect(seen).toMatchObject({ state: 'lapsed', waitingFor: parties });
    const change = { clientId, agreementId, ...short, tasks: 'kassa' };
    expect(await world.refusal(changeAgreement, change, 'pori-coach')).toBe('agreement-ended');
    const approval = { clientId, agreementId, party: 'employer' as const, contentHash: seen.contentHash };
    expect(await world.refusal(approveAgreement, approval, 'pori-coach')).toBe('agreement-ended');
    const next = await world.perform(renewAgreement, { clientId, agreementId, to: '2022-06-10' }, 'pori-coach');
    expect(await state({ clientId, agreementId: next.agreementId })).toMatchObject({
      state: 'draft',
      during: { from: '2021-06-10', to: '2022-06-10' },
    });
  });

  test('lies within the placement, one at a time, and only at workplaces', async () => {
    const whose = await agreed();
    const { clientId, placementId } = whose;
    const make = (more: object) =>
      world.refusal(makeAgreement, { clientId, placementId, ...draft, ...more }, 'pori-coach');
    expect(await make({})).toBe('agreement-overlaps');
    expect(await make({ during: { from: '2021-05-17', to: '2021-05-18' } })).toBe('agreement-outside-placement');
    expect(await make({ during: { from: '2021-06-01', to: '2021-06-01' } })).toBe('agreement-outside-placement');
    const centre = await begun({ service: 'work-activity' });
    const inCentre = { ...centre, groupId: world.pori.groups['work-activity'], slots: mornings, from: '2021-06-01' };
    const placed = await world.perform(place, inCentre, 'pori-social-worker');
    const refused = { clientId: centre.clientId, placementId: placed.placementId, ...draft };
    expect(await world.refusal(makeAgreement, refused, 'pori-social-worker')).toBe('not-at-workplaces');
  });

  test('goes on as a draft with the new days when the placement’s days change', async () => {
    const whose = await agreed();
    for (const party of ['client', 'employer', 'organiser'] as const) await approve(whose, party);
    const { clientId, placementId } = whose;
    const changed = await world.perform(
      changePlacement,
      { clientId, placementId, slots: slotsOf([2, 'am'], [2, 'pm'], [4, 'am']), from: '2021-07-01' },
      'pori-coach',
    );
    const answer = await state({ clientId, agreementId: changed.agreementId ?? '' });
    expect(answer).toMatchObject({
      state: 'draft',
      hours: 'ti, to ap',
      during: { from: '2021-07-01', to: '2022-05-18' },
    });
  });

  test('awaits approval anew when its placement’s days are written anew, and not when they stay', async () => {
    const whose = await agreed();
    for (const party of ['client', 'employer', 'organiser'] as const) await approve(whose, party);
    const { clientId, placementId } = whose;
    const part = { clientId, placementId, startsAt: '09:00', endsAt: '13:00', from: '2021-05-18' };
    await world.perform(changePlacement, { ...part, slots: mornings }, 'pori-coach');
    expect((await state(whose)).state).toBe('in-force');
    // The paper states the meal.
    await world.perform(changePlacement, { ...part, slots: mornings, meal: true }, 'pori-coach');
    expect(await state(whose)).toMatchObject({ state: 'draft', terms: { meal: { charge: 537 } } });
    await world.perform(changePlacement, { ...part, slots: slotsOf([2, 'am']) }, 'pori-coach');
    expect(await state(whose)).toMatchObject({ state: 'draft', hours: 'ti klo 9.00–13.00' });
  });

  test('is found to be renewed in its last month, by organiser and by the responsible worker', async () => {
    const whose = await agreed();
    await sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
      select organiser_id, client_id, relationship_id, ${world.workerId('pori-coach-2')}, 'coach', '[2021-05-18,)'
      from placement_placement where id = ${whose.placementId}`.execute(db.owner);
    const toRenew = async (on: string) =>
      (
        await agreementsAsking(
          db.owner,
          termsOf,
          { workerId: world.workerId('pori-coach-2') },
          on as never,
          renewalHorizon(on as never),
        )
      )
        .filter((one) => asksForWork(agreementStateOn(one, on as never)) === 'to-renew')
        .map(({ id }) => id);
    for (const party of parties) await approve(whose, party);
    expect(await toRenew('2022-04-17')).toEqual([]);
    expect(await toRenew('2022-04-18')).toEqual([whose.agreementId]);
    expect(await toRenew('2022-06-01')).toEqual([whose.agreementId]);
    const { clientId, agreementId } = whose;
    const renewal = await world.perform(renewAgreement, { clientId, agreementId, to: '2023-05-18' }, 'pori-coach');
    // A renewal that not all have approved renews nothing, and no second one is made beside it.
    expect(await toRenew('2022-06-01')).toEqual([whose.agreementId]);
    expect(await world.refusal(renewAgreement, { clientId, agreementId, to: '2023-05-18' }, 'pori-coach')).toBe(
      'renewed-already',
    );
    for (const party of parties) await approve({ clientId, agreementId: renewal.agreementId }, party);
    expect(await toRenew('2022-06-01')).toEqual([]);
  });

  test('asks for work by the rule alone: what is not read would not ask, on any day', async () => {
    const drafted = await agreed();
    const [waiting, approved] = [await agreed(), await agreed()];
    await approve(waiting, 'client');
    for (const party of parties) await approve(approved, party);
    const everAsking = new Set<string>();
    for (let on = addDays(world.today, -400); on < addDays(world.today, 800); on = addDays(on, 37)) {
      const scope = { organiserId: world.pori.id, roles: ['social-worker'] } as const;
      const asking = (all: readonly Agreement[]) =>
        all.filter((one) => asksForWork(agreementStateOn(one, on)) !== null).map(({ id }) => id);
      const read = asking(await agreementsAsking(db.owner, termsOf, scope, on, renewalHorizon(on)));
      expect(read).toEqual(asking(await agreementsOn(db.owner, termsOf, scope, on)));
      for (const id of read) everAsking.add(id);
    }
    for (const { agreementId } of [drafted, waiting, approved]) expect(everAsking).toContain(agreementId);
  });

  describe('states all that its paper says', () => {
    const named = (placementId: string, worker: 'pori-coach' | 'pori-coach-2', during: string) =>
      sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
        select organiser_id, client_id, relationship_id, ${world.workerId(worker)}, 'coach', ${during}::daterange
        from placement_placement where id = ${placementId}`.execute(db.owner);
    const rate = (amount: number) =>
      sql`update rate_rate set amount_cents = ${amount} where organiser_id = ${world.pori.id} and kind = 'open-work-allowance'`.execute(
        db.owner,
      );
    const paper = async (whose: { clientId: string; agreementId: string }, more: object = {}) => {
      const { clientId, agreementId } = whose;
      const { bytes } = await world.perform(agreementPaper, { clientId, agreementId, ...more }, 'pori-coach');
      return new Uint8Array(bytes);
    };

    test.each<[string, (whose: { clientId: string; placementId: string }) => Promise<unknown>]>([
      ['the days', (one) => changed(one, { slots: slotsOf([2, 'am']), startsAt: '09:00', endsAt: '13:00' })],
      ['the hours', (one) => changed(one, { slots: mornings, startsAt: '09:00', endsAt: '12:00' })],
      ['the meal', (one) => changed(one, { slots: mornings, startsAt: '09:00', endsAt: '13:00', meal: true })],
      ['what is paid', async () => await rate(1300)],
      [
        'the coach',
        async (one) => {
          await sql`update relationship_responsible set during = '[2021-05-18,2021-06-10)' where client_id = ${one.clientId}`.execute(
            db.owner,
          );
          await named(one.placementId, 'pori-coach-2', '[2021-06-10,)');
        },
      ],
      [
        'how often one keeps in touch',
        async () => {
          await sql`update rhythm_rhythm set every_days = 10, every_days_at_most = 10 where organiser_id = ${world.pori.id}
          and service = 'open-work' and phase = 'starting'`.execute(db.owner);
        },
      ],
    ])('so that %s changed withdraws what was approved, and says so', async (_, change) => {
      const whose = await agreed();
      await named(whose.placementId, 'pori-coach', '[2021-05-18,)');
      await approve(whose, 'client');
      const before = await state(whose);
      expect(before).toMatchObject({ state: 'waiting', withdrawn: [] });
      await change(whose);
      const after = await state(whose);
      expect(after).toMatchObject({ state: 'draft', approved: [], withdrawn: [{ party: 'client' }] });
      const { clientId, agreementId } = whose;
      const approval = { clientId, agreementId, party: 'employer' as const, contentHash: before.contentHash };
      expect(await world.refusal(approveAgreement, approval, 'pori-coach')).toBe('content-changed');
    });
    const changed = ({ clientId, placementId }: { clientId: string; placementId: string }, part: object) =>
      world.perform(changePlacement, { clientId, placementId, from: '2021-05-18', ...part } as never, 'pori-coach');

    test('and once all three have approved, stays as they approved it, with its paper', async () => {
      const whose = await agreed();
      await named(whose.placementId, 'pori-coach', '[2021-05-18,)');
      const count = async () =>
        (await figureIn(db.app, 'agreements-in-force', { organiser: 'pori-perusturva', asOf: '2021-06-17' })).value;
      const before = await count();
      await approve(whose, 'client');
      await rate(1400);
      // The screen says that the client has not approved this, and the figure counts it neither.
      expect((await state(whose)).state).toBe('draft');
      for (const party of parties) await approve(whose, party);
      expect(await state(whose)).toMatchObject({
        state: 'in-force',
        terms: { perDay: 1400 },
        papers: [{ keptOn: '2021-06-17' }],
      });
      expect(await count()).toBe((before ?? 0) + 1);
      const saved = await paper(whose, { copy: 'employer' });
      await rate(1500);
      await sql`update relationship_responsible set during = '[2021-05-18,2021-06-10)' where client_id = ${whose.clientId}`.execute(
        db.owner,
      );
      expect(await state(whose)).toMatchObject({ state: 'in-force', terms: { perDay: 1400 } });
      expect(await paper(whose, { copy: 'employer' })).toEqual(saved);
      expect((await readPaper(saved)).text).toContain('14,00 € jokaiselta osallistumispäivältä');

      // Changed, it is another content: the paper of the one before is still there to open.
      const { clientId, agreementId } = whose;
      const first = await state(whose);
      const done = await world.perform(
        changeAgreement,
        { clientId, agreementId, ...draft, tasks: 'kassa' },
        'pori-coach',
      );
      expect(done.withdrawn).toEqual(['client', 'employer', 'organiser']);
      expect(await state(whose)).toMatchObject({
        state: 'draft',
        terms: { perDay: 1500 },
        papers: [{ contentHash: first.contentHash }],
      });
      expect(await count()).toBe(before);
      expect(await paper(whose, { copy: 'employer', contentHash: first.contentHash })).toEqual(saved);
      expect(await world.refusal(agreementPaper, { clientId, agreementId, contentHash: 'x' }, 'pori-coach')).toBe(
        'no-such-paper',
      );
    });

    test('and approved before that was kept, holds as it was approved', async () => {
      const whose = await agreed();
      await sql`update agreement_agreement set terms = null where id = ${whose.agreementId}`.execute(db.owner);
      const content_hash = agreementHash({ ...draft, during: { from: day('2021-05-18'), to: day('2022-05-18') } });
      for (const party of ['client', 'organiser'] as const)
        await sql`insert into agreement_approval (organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by)
          values (${world.pori.id}, ${whose.clientId}, ${whose.agreementId}, ${party}, ${content_hash}, '2021-05-20', 'Joku')`.execute(
          db.owner,
        );
      expect(await state(whose)).toMatchObject({ state: 'waiting', waitingFor: ['employer'], papers: [] });
      expect(new TextDecoder().decode((await paper(whose)).slice(0, 5))).toBe('%PDF-');
      await approve(whose, 'employer');
      expect(await state(whose)).toMatchObject({ state: 'in-force', papers: [{ contentHash: content_hash }] });
    });

    test('and is shown to nobody today where it says how to reach a client who is protected now', async () => {
      const whose = await agreed();
      const { clientId } = whose;
      const address = {
        street: 'Salatie 7',
        postalCode: '28100',
        postOffice: 'Pori',
        phone: '040 999 8877',
        email: null,
      };
      await world.perform(changeAddress, { clientId, address, from: '2021-01-01' }, 'pori-coach');
      for (const party of parties) await approve(whose, party);
      const run = async (copy: string) => (await readPaper(await paper(whose, { copy }))).run;
      expect(await run('client')).toContain('0409998877');
      const protection = { clientId, during: { from: '2021-06-01', to: null } };
      await world.perform(protectAddress, protection, 'pori-social-worker');
      for (const copy of parties) expect(await run(copy)).not.toContain('0409998877');
      expect(await run('client')).toContain('hyllytys');
    });
  });
});
