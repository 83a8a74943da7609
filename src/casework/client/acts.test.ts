import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { figureIn } from '../../../tests/facts.ts';
import { partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { fixedClock } from '../../kernel/clock.ts';
import { day } from '../../kernel/day.ts';
import { clientList, searchClients } from '../../screens/clients/board.ts';
import { receivingDesk } from '../../screens/waiting/board.ts';
import { perform } from '../../server/perform.ts';
import {
  changeAddress,
  changeBenefit,
  changeClient,
  changeRepresentative,
  client,
  joinRecords,
  liftProtection,
  nameRepresentative,
  protectAddress,
  recordBenefit,
  recordReason,
  separateRecords,
  takeBackBenefit,
  takeBackReason,
  takeBackRepresentative,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const protectedFrom = { from: '2021-05-01', to: null };
const address = { street: 'Kaivokatu 5', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };

const personOf = async (clientId: string) =>
  (
    await sql<{ person: string }>`select person_id as person from client_client where id = ${clientId}`.execute(
      db.owner,
    )
  ).rows[0]?.person;
const auditedOf = async (act: string) =>
  (
    await sql<{
      clients: string[];
    }>`select clients from platform_audit where act = ${act} order by id desc limit 1`.execute(db.owner)
  ).rows[0]?.clients;
const reachSeenBy = async (clientId: string, worker: Parameters<World['perform']>[2]) =>
  (await world.perform(client, { clientId }, worker)).reach;

/** Two records of one person: one in open work, one at the centre. */
async function twice(name: NewReferral) {
  const { workplaceId } = await partAtWorkplace(world, `Työpaikka ${name.familyName}`);
  const first = await takingPart(world, { ...name, service: 'open-work', workplaceId });
  const second = await takingPart(world, { ...name, service: 'day-activity', group: 'day-activity' });
  return { first: first.clientId, second: second.clientId };
}

describe('two records found to be one person', () => {
  test('are counted once from then on, and as two where it was not yet known or was found wrong', async () => {
    const { first, second } = await twice({ familyName: 'Kahdesti', givenNames: 'Kaisa' });
    const clients = (knownAt?: string) =>
      figureIn(db.app, 'clients-on-day', { organiser: 'pori-perusturva', ...(knownAt ? { knownAt } : {}) });
    const before = (await clients()).value as number;
    const at = (instant: string) => ({ ...world.house(), clock: { ...fixedClock(world.today), now: () => instant } });
    const caller = { who: world.who(by), language: 'fi' as const };
    await perform(at('2021-06-17T10:00:00Z'), joinRecords, { clientId: first, otherId: second }, caller);
    expect(await personOf(first)).toBe(await personOf(second));
    expect((await clients()).value).toBe(before - 1);
    await perform(at('2021-06-17T11:00:00Z'), separateRecords, { clientId: first, recordIds: [second] }, caller);
    expect(await personOf(first)).not.toBe(await personOf(second));
    expect((await clients()).value).toBe(before);
    expect((await clients('2021-06-17T10:30:00Z')).value).toBe(before - 1);
    expect((await clients('2021-06-17T11:30:00Z')).value).toBe(before);
  });

  test('stand both in the audit trail, when they are joined and when they are separated', async () => {
    const first = (await world.refer({ familyName: 'Jälki' })).clientId;
    const second = (await world.refer({ familyName: 'Jälki' })).clientId;
    await world.perform(joinRecords, { clientId: first, otherId: second }, by);
    expect((await auditedOf('joinRecords'))?.toSorted()).toEqual([first, second].toSorted());
    await world.perform(separateRecords, { clientId: first, recordIds: [second] }, by);
    expect((await auditedOf('separateRecords'))?.toSorted()).toEqual([first, second].toSorted());
  });

  test('bring along the records that were joined to either before', async () => {
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(async () => (await world.refer({ familyName: 'Kolme' })).clientId),
    );
    if (!a || !b || !c) throw new Error('no clients');
    await world.perform(joinRecords, { clientId: b, otherId: c }, by);
    const { records, moved } = await world.perform(joinRecords, { clientId: a, otherId: c }, by);
    expect(records.toSorted()).toEqual([a, b, c].toSorted());
    expect(moved.toSorted()).toEqual([b, c].toSorted());
    await world.perform(separateRecords, { clientId: a, recordIds: moved }, by);
    expect(await personOf(b)).toBe(await personOf(c));
    expect(await personOf(a)).not.toBe(await personOf(b));
  });

  test('are not joined twice, nor separated when they are two', async () => {
    const first = (await world.refer({ familyName: 'Yksi' })).clientId;
    const second = (await world.refer({ familyName: 'Yksi' })).clientId;
    const join = { clientId: first, otherId: second };
    expect(await world.refusal(separateRecords, { clientId: first, recordIds: [second] }, by)).toBe('not-one-person');
    expect(await world.refusal(separateRecords, { clientId: first, recordIds: [first] }, by)).toBe('not-one-person');
    expect(await world.refusal(joinRecords, { clientId: first, otherId: first }, by)).toBe('one-person-already');
    await world.perform(joinRecords, join, by);
    expect(await world.refusal(joinRecords, join, by)).toBe('one-person-already');
  });

  test('are joined only by those who may open every client of the organiser, and never over organisers', async () => {
    const first = (await world.refer({ familyName: 'Raja' })).clientId;
    const second = (await world.refer({ familyName: 'Raja' })).clientId;
    const elsewhere = (await world.refer({ familyName: 'Raja', organiser: 'rauma' })).clientId;
    expect(await world.refusal(joinRecords, { clientId: first, otherId: second }, 'pori-coach')).toBe('not-allowed');
    expect(await world.refusal(joinRecords, { clientId: first, otherId: second }, 'rauma-social-worker-a')).toBe(
      'not-found',
    );
    expect(await world.refusal(joinRecords, { clientId: first, otherId: elsewhere }, by)).toBe('no-such-client');
  });

  test('joined by two workers at once, each from its own side, are one person', async () => {
    const first = (await world.refer({ familyName: 'Yhtaikaa' })).clientId;
    const second = (await world.refer({ familyName: 'Yhtaikaa' })).clientId;
    await Promise.allSettled([
      world.perform(joinRecords, { clientId: first, otherId: second }, by),
      world.perform(joinRecords, { clientId: second, otherId: first }, by),
    ]);
    expect(await personOf(first)).toBe(await personOf(second));
  });
});

describe('a protected address', () => {
  test('covers the person’s other record too, for a coach who sees only that one, and is lifted from both', async () => {
    const { first, second } = await twice({ familyName: 'Suojattu', givenNames: 'Silja' });
    await world.perform(changeAddress, { clientId: first, address, from: day('2021-03-01') }, by);
    const contactInstead = 'Vammaispalvelut';
    await world.perform(protectAddress, { clientId: second, during: protectedFrom, contactInstead }, by);
    expect((await reachSeenBy(first, 'pori-coach')).address).toEqual(address);
    await world.perform(joinRecords, { clientId: first, otherId: second }, by);
    expect(await reachSeenBy(first, 'pori-coach')).toEqual({ protected: true, contactInstead, address: null });
    expect((await world.perform(client, { clientId: first }, 'pori-coach')).client.protected).toBe(true);
    const lifted = await world.perform(liftProtection, { clientId: first, from: world.today }, by);
    expect(lifted.clientIds.toSorted()).toEqual([first, second].toSorted());
    expect(await reachSeenBy(second, by)).toMatchObject({ protected: false });
  });

  test('is recorded in no municipality that has ceased', async () => {
    const { clientId } = await world.refer({ familyName: 'Lavialainen' });
    await sql`insert into organiser_municipality (code, name_fi, name_sv) values ('413', 'Lavia', 'Lavia') on conflict do nothing`.execute(
      db.owner,
    );
    expect(await world.refusal(changeClient, { clientId, municipalityCode: '413' }, by)).toBe('municipality-ceased');
    const offered = async () => (await world.perform(client, { clientId }, by)).municipalities.map(({ code }) => code);
    expect(await offered()).not.toContain('413');
    const newcomers = await world.perform(receivingDesk, {}, by);
    expect(newcomers.municipalities.map(({ code }) => code)).not.toContain('413');
    await sql`update client_client set municipality_code = '413' where id = ${clientId}`.execute(db.owner);
    // What stood there before may stay, and the rest be changed.
    expect(await offered()).toContain('413');
    await world.perform(changeClient, { clientId, municipalityCode: '413', gender: 'female' }, by);
  });

  test('keeps the municipality too out of lists and searches, and from all but officials', async () => {
    const { clientId } = await world.refer({ familyName: 'Kotikunta' });
    await world.perform(changeClient, { clientId, municipalityCode: '609' }, by);
    const seenBy = async (worker: 'pori-coach' | 'pori-social-worker') => ({
      opened: (await world.perform(client, { clientId }, worker)).client.municipality,
      found: (await world.perform(searchClients, { text: 'Kotikunta' }, worker)).clients[0]?.municipality,
      listed: (await world.perform(clientList, {}, worker)).rows.find((one) => one.clientId === clientId)?.municipality,
    });
    expect(await seenBy('pori-coach')).toEqual({ opened: 'Pori', found: 'Pori', listed: 'Pori' });
    await world.perform(protectAddress, { clientId, during: protectedFrom }, by);
    expect(await seenBy('pori-coach')).toEqual({ opened: null, found: null, listed: null });
    expect(await seenBy('pori-social-worker')).toEqual({ opened: 'Pori', found: null, listed: null });
  });

  test('no longer covers a record that was separated again', async () => {
    const first = (await world.refer({ familyName: 'Erillinen' })).clientId;
    const second = (await world.refer({ familyName: 'Erillinen' })).clientId;
    await world.perform(protectAddress, { clientId: second, during: protectedFrom }, by);
    await world.perform(joinRecords, { clientId: first, otherId: second }, by);
    expect((await reachSeenBy(first, by)).protected).toBe(true);
    await world.perform(separateRecords, { clientId: first, recordIds: [second] }, by);
    expect((await reachSeenBy(first, by)).protected).toBe(false);
    expect((await reachSeenBy(second, by)).protected).toBe(true);
  });
});

describe('who acts for a client', () => {
  const guardian = {
    name: 'Laaksonen Leena',
    kind: 'guardian' as const,
    covers: ['personal' as const, 'financial' as const],
    street: 'Valtakatu 2',
    postalCode: '28100',
    postOffice: 'Pori',
    email: 'leena.laaksonen@example.fi',
    powers: 'Käräjäoikeuden määräys',
    during: { from: '2021-01-01', to: null },
  };

  test('is kept with the matters, the address and the days; changed and ended with what stood before', async () => {
    const { clientId } = await world.refer({ familyName: 'Holhottava' });
    await world.perform(nameRepresentative, { clientId, ...guardian }, by);
    const [one] = (await world.perform(client, { clientId }, by)).representatives;
    expect(one).toMatchObject({ ...guardian, phone: null });
    const ended = { ...guardian, covers: ['financial' as const], during: { from: '2021-01-01', to: '2021-06-01' } };
    await world.perform(changeRepresentative, { clientId, representativeId: one?.id as string, ...ended }, by);
    expect((await world.perform(client, { clientId }, by)).representatives).toMatchObject([ended]);
    const { rows } = await sql<{
      covers: string[];
    }>`select covers from client_representative_history where client_id = ${clientId}`.execute(db.owner);
    expect(rows).toEqual([{ covers: ['personal', 'financial'] }]);
  });

  test('has powers where the law gives them, and only there; the database holds it too', async () => {
    const { clientId } = await world.refer({ familyName: 'Valtuutettava' });
    const attempt = (change: object) => world.perform(nameRepresentative, { clientId, ...guardian, ...change }, by);
    await expect(attempt({ covers: [] })).rejects.toMatchObject({ code: 'powers-missing' });
    await expect(attempt({ kind: 'relative' })).rejects.toMatchObject({ code: 'powers-without-law' });
    await attempt({ kind: 'custodian', covers: ['personal'] });
    await expect(
      sql`update client_representative set covers = '{}' where client_id = ${clientId}`.execute(db.owner),
    ).rejects.toThrow('representative_powers');
  });

  test('is changed of no other client, and not where the place is hidden from who changes', async () => {
    const { clientId } = await world.refer({ familyName: 'Piilevä' });
    const other = await world.refer({ familyName: 'Toinen' });
    await world.perform(nameRepresentative, { clientId, ...guardian }, by);
    const [one] = (await world.perform(client, { clientId }, by)).representatives;
    const change = { representativeId: one?.id as string, ...guardian };
    await expect(
      world.perform(changeRepresentative, { clientId: other.clientId, ...change }, by),
    ).rejects.toMatchObject({ code: 'no-such-representative' });
    await world.perform(protectAddress, { clientId, during: protectedFrom, contactInstead: null }, by);
    expect((await world.perform(client, { clientId }, by)).representatives[0]?.street).toBe('Valtakatu 2');
    await expect(world.perform(changeRepresentative, { clientId, ...change }, 'pori-coach')).rejects.toMatchObject({
      code: 'address-protected',
    });
  });
});

describe('what is recorded late', () => {
  test('takes its place before what holds later: an address and a reason of support', async () => {
    const { clientId } = await world.refer({ familyName: 'Myöhäinen' });
    const seen = async () => (await world.perform(client, { clientId }, by)).reachVersion;
    const at = (street: string, from: string) => ({ clientId, from, address: { ...address, street } });
    await world.perform(changeAddress, { ...at('Uusikatu 1', '2021-06-01'), seen: await seen() }, by);
    await world.perform(changeAddress, { ...at('Vanhakatu 1', '2021-02-01'), seen: await seen() }, by);
    expect((await world.perform(client, { clientId }, by)).reach.address?.street).toBe('Uusikatu 1');
    const version = async () => (await world.perform(client, { clientId }, by)).reasonVersion;
    const reason = { clientId, reason: 'autism-spectrum', from: '2021-06-01' } as const;
    await world.perform(recordReason, reason, by);
    await world.perform(recordReason, { ...reason, reason: 'social', from: '2021-02-01', seen: await version() }, by);
    const { reasons } = await world.perform(client, { clientId }, by);
    expect(reasons?.map((one) => [one.reason, one.during.from, one.during.to])).toEqual([
      ['autism-spectrum', '2021-06-01', null],
      ['social', '2021-02-01', '2021-06-01'],
    ]);
  });

  test('shortens no protection of an address', async () => {
    const { clientId } = await world.refer({ familyName: 'Suojattu' });
    const protect = (from: string, to: string | null) =>
      world.perform(protectAddress, { clientId, during: { from, to }, contactInstead: 'Asiamies' }, by);
    const protections = async () =>
      (
        await sql<{ during: string }>`select during::text from client_protection where client_id = ${clientId}
          order by lower(during)`.execute(db.owner)
      ).rows.map(({ during }) => during);
    await protect('2021-09-01', null);
    await protect('2021-06-01', '2021-07-01');
    expect(await protections()).toEqual(['[2021-06-01,2021-07-01)', '[2021-09-01,)']);
    await protect('2021-06-10', '2021-10-01');
    expect(await protections()).toEqual(['[2021-06-01,2021-06-10)', '[2021-06-10,)']);
  });
});

describe('a benefit', () => {
  const why = 'Kirjattu väärälle asiakkaalle';
  const mainFrom = (benefit: 'social-assistance' | 'labour-market-subsidy' | 'basic-allowance', from: string) =>
    ({ benefit, main: true, during: { from, to: null } }) as const;
  const recordedOf = async (clientId: string) => {
    const { benefits } = await world.perform(client, { clientId }, by);
    return (benefits ?? []).map((one) => ({ ...one, line: `${one.benefit} ${one.during.from} ${one.during.to}` }));
  };

  test('recorded by mistake is taken back, and the main one that it ended goes on, up to the next', async () => {
    const { clientId } = await world.refer({ familyName: 'Etuus' });
    await world.perform(recordBenefit, { clientId, ...mainFrom('labour-market-subsidy', '2020-01-01') }, by);
    await world.perform(recordBenefit, { clientId, ...mainFrom('social-assistance', '2021-02-01') }, by);
    const [mistake] = await recordedOf(clientId);
    await world.perform(takeBackBenefit, { clientId, benefitId: mistake?.id ?? '', why }, by);
    expect((await recordedOf(clientId)).map(({ line }) => line)).toEqual(['labour-market-subsidy 2020-01-01 null']);
    await world.perform(recordBenefit, { clientId, ...mainFrom('social-assistance', '2021-02-01') }, by);
    await world.perform(recordBenefit, { clientId, ...mainFrom('basic-allowance', '2021-05-01') }, by);
    const [, middle] = await recordedOf(clientId);
    await world.perform(takeBackBenefit, { clientId, benefitId: middle?.id ?? '', why }, by);
    expect((await recordedOf(clientId)).map(({ line }) => line)).toEqual([
      'basic-allowance 2021-05-01 null',
      'labour-market-subsidy 2020-01-01 2021-05-01',
    ]);
    await expect(
      world.perform(takeBackBenefit, { clientId, benefitId: middle?.id ?? '', why }, by),
    ).rejects.toMatchObject({ code: 'no-such-benefit' });
  });

  test('whose first day was corrected since goes on from that day when a later one is taken back', async () => {
    const { clientId } = await world.refer({ familyName: 'Aikaistettu' });
    await world.perform(recordBenefit, { clientId, ...mainFrom('labour-market-subsidy', '2020-03-01') }, by);
    await world.perform(recordBenefit, { clientId, ...mainFrom('social-assistance', '2021-02-01') }, by);
    const [, first] = await recordedOf(clientId);
    const right = {
      ...mainFrom('labour-market-subsidy', '2020-01-01'),
      during: { from: '2020-01-01', to: '2021-02-01' },
    };
    const edit = { clientId, benefitId: first?.id ?? '', why, seen: first?.version ?? null };
    await world.perform(changeBenefit, { ...edit, ...right }, by);
    const [mistake] = await recordedOf(clientId);
    await world.perform(takeBackBenefit, { clientId, benefitId: mistake?.id ?? '', why }, by);
    expect((await recordedOf(clientId)).map(({ line }) => line)).toEqual(['labour-market-subsidy 2020-01-01 null']);
  });

  test('that had ended by itself stays ended when a later one is taken back', async () => {
    const { clientId } = await world.refer({ familyName: 'Päättynyt' });
    const first = {
      ...mainFrom('labour-market-subsidy', '2020-01-01'),
      during: { from: '2020-01-01', to: '2021-02-01' },
    };
    await world.perform(recordBenefit, { clientId, ...first }, by);
    await world.perform(recordBenefit, { clientId, ...mainFrom('social-assistance', '2021-02-01') }, by);
    const [mistake] = await recordedOf(clientId);
    await world.perform(takeBackBenefit, { clientId, benefitId: mistake?.id ?? '', why }, by);
    expect((await recordedOf(clientId)).map(({ line }) => line)).toEqual([
      'labour-market-subsidy 2020-01-01 2021-02-01',
    ]);
  });

  test('is corrected and ended, with what stood there and why; not over another main one', async () => {
    const { clientId } = await world.refer({ familyName: 'Korjattava' });
    await world.perform(recordBenefit, { clientId, ...mainFrom('labour-market-subsidy', '2020-01-01') }, by);
    const [one] = await recordedOf(clientId);
    const ended = { ...mainFrom('basic-allowance', '2020-01-01'), during: { from: '2020-01-01', to: '2021-01-01' } };
    const edit = { clientId, benefitId: one?.id ?? '', why, seen: one?.version ?? null };
    await world.perform(changeBenefit, { ...edit, ...ended }, by);
    expect((await recordedOf(clientId)).map(({ line }) => line)).toEqual(['basic-allowance 2020-01-01 2021-01-01']);
    await world.perform(recordBenefit, { clientId, ...mainFrom('social-assistance', '2021-01-01') }, by);
    const [, first] = await recordedOf(clientId);
    await expect(
      world.perform(
        changeBenefit,
        { ...edit, ...mainFrom('basic-allowance', '2020-01-01'), seen: first?.version ?? null },
        by,
      ),
    ).rejects.toMatchObject({ code: 'overlaps-recorded' });
  });
});

describe('taken back by who recorded it', () => {
  test('a reason of support: the one that it ended goes on', async () => {
    const { clientId } = await world.refer({ familyName: 'Syy' });
    const version = async () => (await world.perform(client, { clientId }, by)).reasonVersion;
    const reason = { clientId, reason: 'autism-spectrum', from: '2021-01-01' } as const;
    await world.perform(recordReason, reason, by);
    await world.perform(recordReason, { ...reason, reason: 'social', from: '2021-04-01', seen: await version() }, by);
    const mistake = (await world.perform(client, { clientId }, by)).reasons?.[0]?.id ?? '';
    await world.perform(takeBackReason, { clientId, reasonId: mistake, why: 'Väärä' }, by);
    const { reasons } = await world.perform(client, { clientId }, by);
    expect(reasons).toMatchObject([{ reason: 'autism-spectrum', during: { from: '2021-01-01', to: null } }]);
    await expect(
      world.perform(takeBackReason, { clientId, reasonId: mistake, why: 'Väärä' }, by),
    ).rejects.toMatchObject({ code: 'no-such-reason' });
  });

  test('a representative, and not one of another client', async () => {
    const { clientId } = await world.refer({ familyName: 'Edustettu' });
    const other = await world.refer({ familyName: 'Muu' });
    const relative = { name: 'Salo Maija', kind: 'relative', during: { from: '2021-01-01', to: null } } as const;
    await world.perform(nameRepresentative, { clientId, ...relative }, by);
    const representativeId = (await world.perform(client, { clientId }, by)).representatives[0]?.id ?? '';
    const takeBack = (of: string) =>
      world.perform(takeBackRepresentative, { clientId: of, representativeId, why: 'Väärä' }, by);
    await expect(takeBack(other.clientId)).rejects.toMatchObject({ code: 'no-such-representative' });
    await takeBack(clientId);
    expect((await world.perform(client, { clientId }, by)).representatives).toEqual([]);
  });
});
