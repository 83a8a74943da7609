/** Nothing is recorded of anybody from before birth, whichever is told last: the day or the birthday. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeAddress,
  changeBenefit,
  changeClient,
  client,
  nameRepresentative,
  protectAddress,
  recordBenefit,
  recordReason,
} from '../src/casework/client/acts.ts';
import { decide } from '../src/casework/decision/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import type { AnyAct } from '../src/server/act.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { takingPart } from './taking-part.ts';
import { explanations, makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'pori-social-worker';
const born = '2021-06-05';
const eve = '2021-06-04';
const openFrom = (from: string) => ({ from, to: null });

/** What is recorded of a client from a day on, by whoever received the referral of the client. */
const facts: readonly (readonly [string, AnyAct, (from: string, referralId: string) => object, field: string])[] = [
  [
    'a benefit',
    recordBenefit,
    (from) => ({ benefit: 'disability-pension', main: true, during: openFrom(from) }),
    'during.from',
  ],
  ['a reason of support', recordReason, (from) => ({ reason: 'mental-health', from, seen: null }), 'from'],
  [
    'an address',
    changeAddress,
    (from) => ({
      address: { street: 'Koivutie 1', postalCode: '28100', postOffice: 'PORI', phone: null, email: null },
      from,
      seen: null,
    }),
    'from',
  ],
  ['a protected address', protectAddress, (from) => ({ during: { from, to: '2022-01-01' } }), 'during.from'],
  [
    'a custodian',
    nameRepresentative,
    (from) => ({ name: 'Koe Huoltaja', kind: 'custodian', covers: ['personal'], during: openFrom(from) }),
    'during.from',
  ],
  ['a referral', receiveReferralOfClient, (from) => ({ ...anotherReferral, receivedOn: from }), 'receivedOn'],
  [
    'a plan',
    makePlan,
    (from, referralId) => ({
      referralId,
      service: 'work-activity',
      kind: 'service',
      madeOn: '2021-06-10',
      during: { from, to: '2021-12-01' },
      reviewOn: '2021-11-01',
      goals: ['Arjen taidot'],
    }),
    'during.from',
  ],
  [
    'a decision',
    decide,
    (from, referralId) => ({
      referralId,
      outcome: 'grant',
      decidedOn: '2021-06-17',
      during: { from, to: '2021-12-01' },
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: ['519/1977:35'],
    }),
    'during.from',
  ],
];

const anotherReferral = { service: 'open-work', source: 'school', kind: 'referral' };

/** A referral of the day on which a client was born: the first day on which there can be one. */
const newborn = (birthOn: string | null) =>
  world.refer({ birthOn, receivedOn: birthOn ?? '2021-06-08', service: 'work-activity' });

describe.each(facts)('%s', (_, act, input, field) => {
  test('is not from before birth, which is told at its field', async () => {
    const { clientId, referralId } = await newborn(born);
    const problem = await world.problem(act, { clientId, ...input(eve, referralId) }, official);
    expect(problem.type).toMatch(/before-birth$/);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
    if (act !== receiveReferralOfClient) await world.perform(act, { clientId, ...input(born, referralId) }, official);
  });

  test('is not made to be so by a birthday that is told afterwards', async () => {
    const { clientId, referralId } = await newborn(null);
    await world.perform(act, { clientId, ...input('2021-06-08', referralId) }, official);
    const problem = await world.problem(changeClient, { clientId, birthOn: '2021-06-09' }, official);
    expect(problem).toMatchObject({ type: '/problems/born-after-facts', errors: [{ field: 'birthOn' }] });
    expect(problem.detail).toContain('8.6.2021');
    await world.perform(changeClient, { clientId, birthOn: '2021-06-08' }, official);
  });
});

test('what is corrected to another day is no earlier either', async () => {
  const { clientId } = await newborn(born);
  const input = { benefit: 'disability-pension', main: true, during: openFrom(born) } as const;
  await world.perform(recordBenefit, { clientId, ...input }, official);
  const benefit = (await world.perform(client, { clientId }, official)).benefits?.[0];
  const change = {
    clientId,
    benefitId: benefit?.id ?? '',
    benefit: 'disability-pension',
    main: true,
    during: openFrom(eve),
    why: 'Alkoi aiemmin.',
    seen: benefit?.version ?? null,
  } as const;
  expect(await world.refusal(changeBenefit, change, official)).toBe('before-birth');
});

test('a service, its days and its contacts are held by what they stand on', async () => {
  const { clientId } = await takingPart(world, { service: 'work-activity', group: 'work-activity', birthOn: null });
  expect(await world.refusal(changeClient, { clientId, birthOn: '2021-03-01' }, official)).toBe('born-after-facts');
});

test('each day of a person is held, in whatever table it stands', async () => {
  const { rows } = await sql<{ thing: string }>`select c.relname as thing from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%\\_history'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id')
      and exists (select from pg_attribute a where a.attrelid = c.oid and (a.attname = 'during' or a.attname like '%\\_on'))
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'hold_birth') order by 1`.execute(
    db.owner,
  );
  // What lies within a service or a place by a key of the period, or at what lies within it, begins no earlier than those.
  expect(rows.map(({ thing }) => thing)).toEqual([
    'agreement_agreement',
    'attendance_mark',
    'coaching_agreed_rhythm',
    'exit_exit',
    'exit_transition',
    'placement_placement',
    'placement_slot',
    'relationship_pause',
    'relationship_responsible',
  ]);
});
