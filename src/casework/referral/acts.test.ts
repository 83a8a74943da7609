import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import type { InputOf } from '../../server/act.ts';
import { client, findDuplicates } from '../client/acts.ts';
import { decisionFrame, presentDecision, referrals, returnProposal } from '../decision/acts.ts';
import { hearClient, takeBackHearing } from '../hearing/acts.ts';
import { correctReferral, receiveReferral, takeBackReferral, takeBackWithdrawal, withdrawReferral } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

type Input = InputOf<typeof receiveReferral>;
const by = 'pori-social-worker';
const matter = { service: 'open-work', source: 'school', kind: 'referral', receivedOn: '2021-06-10' } as const;
const newcomer = (more: Partial<Input['client']> = {}, referral: Partial<Input> = {}): Input => ({
  client: { familyName: 'Tulija', givenNames: 'Taina', ...more },
  ...matter,
  ...referral,
});
const identity = (code: string) => world.refusal(receiveReferral, newcomer({ identityCode: code }), by);

describe('a newcomer', () => {
  test('comes with all that was told at receipt: municipality, language, phone, a close person, the school', async () => {
    const { clientId } = await world.perform(
      receiveReferral,
      newcomer(
        {
          municipalityCode: '684',
          motherTongue: 'so',
          serviceLanguage: 'sv',
          phone: '044 123 4567',
          representative: { name: 'Tulija Tuula', kind: 'relative', phone: '044 765 4321' },
        },
        { referredBy: 'Satakunnan ammattiopisto', finishesStudies: true },
      ),
      by,
    );
    const answer = await world.perform(client, { clientId }, by);
    expect(answer.client).toMatchObject({ municipality: 'Rauma', motherTongue: 'so', serviceLanguage: 'sv' });
    expect(answer.reach).toMatchObject({ protected: false, address: { phone: '044 123 4567', street: null } });
    expect(answer.representatives).toMatchObject([{ name: 'Tulija Tuula', kind: 'relative', phone: '044 765 4321' }]);
    const came = await world.perform(referrals, { clientId }, by);
    expect(came.referrals).toMatchObject([{ source: 'school', referredBy: 'Satakunnan ammattiopisto' }]);
  });

  test('whose address is protected is so from the first day, for the coach who received too', async () => {
    const { clientId } = await world.perform(
      receiveReferral,
      newcomer({ familyName: 'Turva', phone: '044 111 2222', protected: true, contactInstead: 'Vammaispalvelut' }),
      'pori-coach',
    );
    expect((await world.perform(client, { clientId }, 'pori-coach')).reach).toEqual({
      protected: true,
      contactInstead: 'Vammaispalvelut',
      address: null,
    });
  });

  test('has no contact in place of an address that nobody protects: it would be lost', async () => {
    const unprotected = newcomer({ familyName: 'Avoin', contactInstead: 'Vammaispalvelut' });
    expect(await world.refusal(receiveReferral, unprotected, by)).toBe('contact-of-unprotected');
  });

  test('needs no identity code; a wrong one is refused by what is wrong in it', async () => {
    expect((await world.perform(receiveReferral, newcomer(), by)).clientId).toBeTruthy();
    expect(await identity('131052308T')).toBe('identity-code-format');
    expect(await identity('310252-308T')).toBe('identity-code-birthday');
    expect(await identity('131052-308U')).toBe('identity-code-wrong');
    const problem = await world.problem(receiveReferral, newcomer({ identityCode: '131052-308U' }), by);
    expect(problem.errors?.[0]).toMatchObject({ field: 'identityCode' });
    expect(JSON.stringify(problem)).not.toContain('131052');
  });

  test('may have a code with a separator of 2023, which tells the birthday', async () => {
    const code = newcomer({ familyName: 'Uusi', identityCode: '010594Y9032' });
    const { clientId } = await world.perform(receiveReferral, code, by);
    expect((await world.perform(client, { clientId }, by)).client).toMatchObject({
      birthOn: '1994-05-01',
      identityMasked: '010594Y9•••',
      identityTemporary: true,
    });
    expect(await world.refusal(receiveReferral, code, by)).toBe('identity-code-taken');
  });

  test('without a code is found to be here already by name and day of birth', async () => {
    const known = { familyName: 'Löytyjä', givenNames: 'Lasse Olavi', birthOn: '1980-04-05' } as const;
    const { clientId } = await world.perform(receiveReferral, newcomer(known), by);
    const alike = async (more: object) =>
      (await world.perform(findDuplicates, { ...known, identityCode: null, ...more }, by)).duplicates;
    expect(await alike({ givenNames: 'Lasse' })).toMatchObject([{ id: clientId, likeness: 'likely' }]);
    expect(await alike({ birthOn: null })).toMatchObject([{ id: clientId, likeness: 'possible' }]);
    expect(await alike({ givenNames: 'Liisa', birthOn: '1980-04-06' })).toEqual([]);
  });
});

describe('a referral recorded wrongly', () => {
  const why = 'Kirjausvirhe.';
  const came = async (clientId: string) => (await world.perform(referrals, { clientId }, by)).referrals;

  test('is corrected, and its clock runs from the right day', async () => {
    const { clientId, referralId } = await world.perform(receiveReferral, newcomer(), by);
    const change = {
      clientId,
      referralId,
      source: 'relative',
      kind: 'application',
      receivedOn: '2021-06-01',
      referredBy: null,
      why,
    } as const;
    await world.perform(correctReferral, change, by);
    expect(await came(clientId)).toMatchObject([
      { source: 'relative', receivedOn: '2021-06-01', decisionDueOn: '2021-09-01' },
    ]);
    expect(await world.refusal(correctReferral, { ...change, receivedOn: '2021-06-18' }, by)).toBe(
      'received-in-future',
    );
  });

  test('comes from nobody who was not there on its day, and may be the authority’s own initiative', async () => {
    const from = (source: Input['source']) => world.refusal(receiveReferral, newcomer({}, { source }), by);
    for (const source of ['employment-authority', 'multisectoral-model'] as const)
      expect(await from(source)).toBe('source-not-then');
    const { clientId, referralId } = await world.perform(receiveReferral, newcomer({}, { source: 'authority' }), by);
    const change = { clientId, referralId, kind: 'referral', receivedOn: '2021-06-17', referredBy: null, why } as const;
    expect(await world.refusal(correctReferral, { ...change, source: 'multisectoral-model' }, by)).toBe(
      'source-not-then',
    );
    await world.perform(correctReferral, { ...change, source: 'typ' }, by);
    expect(await came(clientId)).toMatchObject([{ source: 'typ' }]);
  });

  test('is pending again when its withdrawal is taken back', async () => {
    const { clientId, referralId } = await world.perform(receiveReferral, newcomer(), by);
    const whose = { clientId, referralId, why };
    expect(await world.refusal(takeBackWithdrawal, whose, by)).toBe('not-withdrawn');
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-17' }, by);
    expect(await came(clientId)).toMatchObject([{ state: 'withdrawn' }]);
    await world.perform(takeBackWithdrawal, whose, by);
    expect(await came(clientId)).toMatchObject([{ state: 'pending', withdrawnOn: null }]);
  });

  test('in which the client is heard is taken back once the hearing is, and takes what was prepared with it', async () => {
    const { clientId, referralId } = await world.perform(receiveReferral, newcomer(), by);
    const request = { clientId, referralId, about: 'Hylätäänkö?', respondByOn: '2021-07-01', way: 'post' as const };
    const { hearingId } = await world.perform(hearClient, request, by);
    const back = { clientId, referralId, why };
    expect(await world.refusal(takeBackReferral, back, by)).toBe('hearing-stands-on-it');
    await world.perform(takeBackHearing, { clientId, hearingId, why }, by);
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by);
    const grant = { clientId, referralId, outcome: 'grant' as const, during: { from: '2021-07-01', to: null } };
    const prepared = { ...grant, reasons: 'Tarve.', provisions: provisions.map(({ id }) => id) };
    await world.perform(presentDecision, { ...prepared, deciderId: world.workerId(by) }, 'pori-coach');
    const { proposal } = await world.perform(decisionFrame, { clientId, referralId }, by);
    const sent = { clientId, referralId, because: 'Väärä asiakas.', seen: proposal?.version };
    await world.perform(returnProposal, sent as never, by);
    await world.perform(takeBackReferral, back, by);
    const { rows } = await db.ownerPool.query('select from decision_proposal_history where referral_id = $1', [
      referralId,
    ]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('of a wrong person is taken back, and why is kept', async () => {
    const { clientId, referralId } = await world.perform(receiveReferral, newcomer(), by);
    await world.perform(takeBackReferral, { clientId, referralId, why }, by);
    const { rows } = await db.ownerPool.query('select act, why, was from platform_correction where subject_id = $1', [
      referralId,
    ]);
    expect(rows).toEqual([
      {
        act: 'takeBackReferral',
        why,
        was: { service: 'open-work', source: 'school', kind: 'referral', receivedOn: '2021-06-10' },
      },
    ]);
  });
});
