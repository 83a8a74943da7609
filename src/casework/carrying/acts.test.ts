import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { figureIn } from '../../../tests/facts.ts';
import { partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { figures } from '../../figures/frame/registry.ts';
import { day } from '../../kernel/day.ts';
import type { OutputOf } from '../../server/act.ts';
import { newId } from '../../server/id.ts';
import { perform } from '../../server/perform.ts';
import { client, nameRepresentative } from '../client/acts.ts';
import { decide, decisionFrame } from '../decision/acts.ts';
import { receiveReferral } from '../referral/acts.ts';
import { competence } from '../succession/acts.ts';
import { carryOverClients, successions } from './acts.ts';

const newYear = day('2023-01-01');
const by = 'pori-administrator';
let db: FreshDatabase;
let world: World;
let successionId: string;
let countyId: string;
const clients: Record<string, string> = {};

/** The figures of Pori for the last day and the year of 2022, with each part. */
async function figuresOf2022(organiser: string, successors = false): Promise<unknown> {
  const values: Record<string, unknown> = {};
  for (const { id } of figures)
    for (const figureQuery of [
      { asOf: day('2022-12-31') },
      { asOf: day('2022-12-31'), from: day('2022-01-01'), to: newYear },
    ]) {
      const { value, breakdown } = await figureIn(db.app, id, { organiser, successors, ...figureQuery });
      values[`${id} ${'from' in figureQuery}`] = { value, breakdown };
    }
  return values;
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  countyId = newId();
  await sql`insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (${countyId}, 'satakunta-hva', 'wellbeing-services-county', 'Satakunnan hyvinvointialue', 'Satakunta välfärdsområde',
      'Wellbeing services county of Satakunta', '2023-01-01', '[2022-03-01,)')`.execute(db.owner);
  const { workplaceId } = await partAtWorkplace(world, 'Satametalli');
  clients.open = (await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Avoin' })).clientId;
  clients.centre = (
    await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Keskus' })
  ).clientId;
  // Loaded from elsewhere as it was there: granted twice, and served beyond both decisions.
  clients.twice = (await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Kahdesti' })).clientId;
  const ofTwice = sql`client_id = ${clients.twice}`;
  await sql`alter table decision_decision disable trigger relationship_on_decision`.execute(db.owner);
  await sql`update decision_decision set during = daterange(lower(during), '2023-06-01') where ${ofTwice}`.execute(
    db.owner,
  );
  await sql`alter table decision_decision enable trigger relationship_on_decision`.execute(db.owner);
  const [referralId, decisionId] = [newId(), newId()];
  await sql`insert into referral_referral select (jsonb_populate_record(t, jsonb_build_object('id', ${referralId}::uuid, 'number', 9001))).*
    from referral_referral t where ${ofTwice}`.execute(db.owner);
  await sql`insert into decision_decision select (jsonb_populate_record(t,
      jsonb_build_object('id', ${decisionId}::uuid, 'referral_id', ${referralId}::uuid, 'number', 9001))).*
    from decision_decision t where ${ofTwice}`.execute(db.owner);
  clients.waiting = (await world.refer({ familyName: 'Odottava', receivedOn: '2022-12-15' })).clientId;
  await world.perform(
    nameRepresentative,
    {
      clientId: clients.centre,
      name: 'Rinne Kari',
      kind: 'guardian',
      covers: ['personal'],
      during: { from: '2021-03-01', to: null },
    },
    'pori-social-worker',
  );
  const { rows } = await sql<{ id: string }>`insert into organiser_succession (predecessor_id, successor_id, from_on)
    values (${world.pori.id}, ${countyId}, '2023-01-01') returning id`.execute(db.owner);
  successionId = rows[0]?.id as string;
});
afterAll(() => db.close());

describe('an organiser whose competence ended', () => {
  test('receives and decides through its last day and not after', async () => {
    const referred = (receivedOn: string) => ({
      client: { familyName: 'Myöhäinen', givenNames: '' },
      service: 'open-work' as const,
      source: 'own-contact' as const,
      kind: 'own-contact' as const,
      receivedOn,
    });
    const late = day('2023-01-09');
    const official = 'pori-social-worker' as const;
    expect(await world.refusal(receiveReferral, referred('2023-01-01'), official, late)).toBe('not-competent');
    const { clientId, referralId } = await world.perform(receiveReferral, referred('2022-12-31'), official, late);
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, official, late);
    const decision = {
      clientId,
      referralId,
      outcome: 'grant' as const,
      decidedOn: late,
      during: { from: '2023-01-09', to: null },
      reasons: 'Vastaa tarvetta.',
      provisions: provisions.map(({ id }) => id),
    };
    expect(await world.refusal(decide, decision, official, late)).toBe('not-competent');
    clients.late = clientId;
  });
});

describe('a succession', () => {
  test('is told with the days of competence, and waits for its day', async () => {
    const answer = await world.perform(competence, {}, by, day('2022-12-01'));
    expect(answer.services.find(({ service }) => service === 'open-work')?.during?.to).toBe('2023-01-01');
    const passed = await world.perform(successions, {}, by, day('2022-12-01'));
    expect(passed.successions).toMatchObject([
      {
        side: 'passes-on',
        other: 'Satakunnan hyvinvointialue',
        services: null,
        carried: [],
        toCarry: { relationships: 3 },
      },
    ]);
    expect(await world.refusal(carryOverClients, { successionId }, by, day('2022-12-31'))).toBe('succession-not-yet');
    expect(await world.refusal(carryOverClients, { successionId }, 'pori-manager', newYear)).toBe('not-allowed');
  });

  test('carries clients over with all that goes on, and leaves the figures of 2022 as they were', async () => {
    const before = await figuresOf2022('pori-perusturva');
    const { clientIds } = await world.perform(carryOverClients, { successionId }, by, newYear);
    expect(clientIds.toSorted()).toEqual(Object.values(clients).toSorted());
    expect(await figuresOf2022('pori-perusturva')).toEqual(before);
    // Nobody is counted twice where the successor is asked for too, and it had no clients before its day.
    expect(await figuresOf2022('pori-perusturva', true)).toEqual(before);
    const on = { asOf: day('2023-01-02') };
    const { value } = await figureIn(db.app, 'clients-on-day', { organiser: 'satakunta-hva', ...on });
    expect(value).toBe(3);
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'pori-perusturva', ...on })).value).toBe(0);
    expect((await figureIn(db.app, 'pending', { organiser: 'satakunta-hva', ...on })).value).toBe(2);
    expect((await figureIn(db.app, 'pending', { organiser: 'pori-perusturva', ...on })).value).toBe(0);
    // It offered nothing before its day, which is told as not recorded.
    const eve = { organiser: 'satakunta-hva', asOf: day('2022-12-31') };
    expect((await figureIn(db.app, 'clients-on-day', eve)).value).toBeNull();
  });

  test('lets the stay go on: neither ended here nor new there', async () => {
    const { rows } = await sql<{ began: string; left: string | null }>`select began_on as began, left_on as left
      from relationship_relationship where organiser_id = ${countyId} order by id`.execute(db.owner);
    expect(rows).toEqual([
      { began: '2021-03-01', left: null },
      { began: '2021-03-01', left: null },
      { began: '2021-03-01', left: null },
    ]);
  });

  test('brings the workers along, who sign in as before; who decides is for the successor to say', async () => {
    const { rows } = await sql<{ posts: number; rights: number }>`select
      (select count(*)::int from worker_post where organiser_id = ${countyId} and during @> date '2023-01-02') as posts,
      (select count(*)::int from worker_deciding_right where organiser_id = ${countyId}) as rights`.execute(db.owner);
    expect(rows).toEqual([{ posts: 8, rights: 0 }]);
  });

  test('shows the client whole to the workers of the successor: details, guardian, where the client came from', async () => {
    const { rows } = await sql<{ client: string; worker: string }>`select c.new_id as client,
      (select w.new_id from carrying_row w where w.old_id = ${world.workerId('pori-social-worker')}) as worker
      from carrying_row c where c.old_id = ${clients.centre as string}`.execute(db.owner);
    const [{ client: clientId, worker: workerId } = { client: '', worker: '' }] = rows;
    const who = { ...world.who('pori-social-worker'), workerId, organiserId: countyId, organiserCode: 'satakunta-hva' };
    const answer = (await perform(world.house(newYear), client, { clientId }, { who, language: 'fi' })) as OutputOf<
      typeof client
    >;
    expect(answer.client.familyName).toBe('Keskus');
    expect(answer.representatives).toMatchObject([
      { name: 'Rinne Kari', covers: ['personal'], during: { from: '2023-01-01' } },
    ]);
  });

  test('can be run again and carries nothing twice', async () => {
    // The administrator works for the successor now; another of Pori's would run it again.
    await sql`update worker_post set during = '[2010-01-01,)' where worker_id = ${world.workerId(by)}`.execute(
      db.owner,
    );
    expect((await world.perform(carryOverClients, { successionId }, by, newYear)).clientIds).toEqual([]);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from client_client where organiser_id = ${countyId}`.execute(db.owner);
    expect(rows).toEqual([{ n: 5 }]);
  });
});
