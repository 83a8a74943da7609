import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { figureIn } from '../../../tests/facts.ts';
import { partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { figures } from '../../figures/frame/registry.ts';
import { day } from '../../kernel/day.ts';
import type { OutputOf } from '../../server/act.ts';
import { openPool, overPool } from '../../server/database/pool.ts';
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

/** What waits and what happened on days of the successor, in each table that goes over besides what the acts above made. */
async function recordWhatWaits(): Promise<void> {
  const [open, waiting, pori] = [clients.open as string, clients.waiting as string, world.pori.id];
  const [coach, official] = [world.workerId('pori-coach'), world.workerId('pori-social-worker')];
  const owned = async (statement: ReturnType<typeof sql>) => void (await statement.execute(db.owner));
  const served = sql`(select id from relationship_relationship where client_id = ${open})`;
  const decision = sql`(select id from decision_decision where client_id = ${open})`;
  const matter = sql`(select id from referral_referral where client_id = ${waiting})`;
  await owned(sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, marked_by_id)
    select ${pori}, ${open}, p.id, d, 'present', ${coach} from placement_placement p, unnest('{2022-12-30,2023-01-02,2023-01-03}'::date[]) d
    where p.client_id = ${open}`);
  await owned(sql`insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on)
    select ${pori}, ${open}, r.id, ${coach}, 'call', d from ${served} r, unnest('{2022-12-28,2023-01-02}'::date[]) d`);
  // One was put off over the turn of the year, one was held on its day.
  const later = newId();
  await owned(sql`insert into coaching_appointment (id, organiser_id, client_id, relationship_id, worker_id, kind, due_on)
    select ${later}, ${pori}, ${open}, r.id, ${coach}, 'meeting', '2023-01-10' from ${served} r`);
  await owned(sql`insert into coaching_appointment (organiser_id, client_id, relationship_id, worker_id, kind, due_on, outcome, told_by_id, moved_to_id)
    select ${pori}, ${open}, r.id, ${coach}, 'meeting', '2022-12-20', 'moved', ${coach}, ${later} from ${served} r`);
  await owned(sql`insert into coaching_appointment (organiser_id, client_id, relationship_id, worker_id, kind, due_on, outcome, told_by_id, contact_id)
    select ${pori}, ${open}, r.id, ${coach}, 'call', '2023-01-02', 'held', ${coach}, c.id from ${served} r
    join coaching_contact c on c.relationship_id = r.id and c.held_on = '2023-01-02'`);
  // Under an own worker no post ends, not even that of a worker who goes over.
  await owned(
    sql`insert into ownworker_naming (organiser_id, client_id, worker_id, during) values (${pori}, ${open}, ${official}, '[2022-06-01,)')`,
  );
  await owned(sql`insert into travel_way (organiser_id, client_id, means, cents_a_day, reason, agreed_by_id, during)
    values (${pori}, ${open}, 'public-transport', 640, 'Kertalippu', ${official}, '[2023-01-01,)')`);
  await owned(sql`insert into hearing_hearing (organiser_id, client_id, referral_id, asked_on, respond_by_on, about, way, asked_by_id)
    select ${pori}, ${waiting}, m.id, '2022-12-20', '2023-01-10', 'Tuen tarve', 'post', ${official} from ${matter} m`);
  await owned(sql`insert into decision_proposal (organiser_id, client_id, referral_id, outcome, reasons, provisions, presented_by_id, presented_on, decider_id)
    select ${pori}, ${waiting}, m.id, 'deny', 'Ei tarvetta', '{519/1977:35}', ${coach}, '2022-12-20', ${official} from ${matter} m`);
  await owned(sql`insert into decision_notice (organiser_id, client_id, decision_id, recipient, served_on)
    select ${pori}, ${open}, d.id, 'client', '2021-02-10' from ${decision} d`);
  await owned(sql`insert into cooperation_referral (organiser_id, client_id, service, other_service, direction, made_on)
    values (${pori}, ${open}, 'open-work', 'physiotherapy', 'to', '2022-11-01')`);
  await owned(sql`insert into worker_letter_share (organiser_id, worker_id, letters, during)
    values (${pori}, ${official}, '[0,29)', '[2021-01-01,)')`);
  // A denial of long ago of which rectification is asked: the successor's body decides on it.
  const { clientId, referralId } = await world.refer({ familyName: 'Oikaisu', receivedOn: '2022-10-03' });
  clients.rectifying = clientId;
  const denial = newId();
  await owned(sql`insert into decision_decision (id, organiser_id, client_id, referral_id, service, outcome, decided_on, reasons, provisions, decided_by_id)
    values (${denial}, ${pori}, ${clientId}, ${referralId}, 'open-work', 'deny', '2022-11-01', 'Ei tarvetta', '{519/1977:35}', ${official})`);
  await owned(sql`insert into rectification_request (organiser_id, client_id, decision_id, received_on, demands, body, recorded_by_id)
    values (${pori}, ${clientId}, ${denial}, '2022-11-20', 'Päätös muutettava', 'Perusturvalautakunta', ${official})`);
}

/** How many rows each organiser has, of days or of clients that went over. */
async function rowsUnder(organiserId: string): Promise<Record<string, number>> {
  const tables = {
    attendance_mark: sql`held_on >= '2023-01-01'`,
    coaching_contact: sql`held_on >= '2023-01-01'`,
    coaching_appointment: sql`true`,
    hearing_hearing: sql`true`,
    decision_proposal: sql`true`,
    decision_notice: sql`true`,
    cooperation_referral: sql`true`,
    travel_way: sql`during @> date '2023-01-02'`,
    worker_letter_share: sql`during @> date '2023-01-02'`,
    rectification_request: sql`true`,
  };
  const counted = Object.entries(tables).map(async ([table, where]) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where organiser_id = ${organiserId} and ${where}`.execute(db.owner);
    return [table, rows[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

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

  test('tells beforehand what is recorded of days that are the successor’s', async () => {
    await recordWhatWaits();
    const { successions: passed } = await world.perform(successions, {}, by, newYear);
    expect(passed[0]?.toCarry).toMatchObject({ recordedAfter: 3, decisions: 5 });
  });

  test('carries clients over with all that goes on, and leaves the figures of 2022 as they were', async () => {
    const before = await figuresOf2022('pori-perusturva');
    // Of a large organiser it takes longer than a statement is given.
    await db.ownerPool.query(`create function slow_carrying() returns trigger language plpgsql as
      $$ begin perform pg_sleep(1.5); return null; end $$;
      create trigger slow_carrying after insert on carrying_carrying for each statement execute function slow_carrying()`);
    const hasty = overPool(openPool(db.appUrl, { max: 1, statementMs: 1000, entryKey: db.entryKey }));
    const asAdministrator = { who: world.who(by), language: 'fi' } as const;
    const { clientIds } = (await perform(
      { ...world.house(newYear), db: hasty },
      carryOverClients,
      { successionId },
      asAdministrator,
    )) as OutputOf<typeof carryOverClients>;
    await hasty.destroy();
    await db.ownerPool.query('drop function slow_carrying cascade');
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

  test('leaves nothing behind that waits, and what happened on days of the successor happened there', async () => {
    const copied = {
      ...{ hearing_hearing: 1, decision_notice: 1, cooperation_referral: 1, rectification_request: 1, travel_way: 1 },
    };
    const moved = { attendance_mark: 2, coaching_contact: 1, coaching_appointment: 3, decision_proposal: 1 };
    expect(await rowsUnder(countyId)).toEqual({ ...copied, ...moved, worker_letter_share: 1 });
    expect(await rowsUnder(world.pori.id)).toEqual({
      ...copied,
      ...Object.fromEntries(Object.keys(moved).map((table) => [table, 0])),
      worker_letter_share: 0,
    });
    const { rows } = await sql<{ whole: boolean }>`select bool_and(x.organiser_id = ${countyId}) as whole
      from coaching_appointment a left join coaching_appointment x on x.id = a.moved_to_id or x.contact_id = a.contact_id
      where a.organiser_id = ${countyId} and x.id is not null`.execute(db.owner);
    expect(rows).toEqual([{ whole: true }]);
    // What the way costs is the client's there, agreed on by whoever came along.
    const { rows: ways } =
      await sql`select c.organiser_id = ${countyId} as "ofClient", w.organiser_id = ${countyId} as "byWorker"
      from travel_way t join client_client c on c.id = t.client_id join worker_worker w on w.id = t.agreed_by_id
      where t.organiser_id = ${countyId}`.execute(db.owner);
    expect(ways).toEqual([{ ofClient: true, byWorker: true }]);
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

  test('is no mistake any more once clients were carried over by it', async () => {
    await expect(
      sql`select organiser_pass_on_not(${world.pori.id}, ${countyId}, '2023-01-01')`.execute(db.owner),
    ).rejects.toMatchObject({ constraint: 'carrying_row_succession_id_fkey' });
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
    expect(rows).toEqual([{ n: 6 }]);
  });
});
