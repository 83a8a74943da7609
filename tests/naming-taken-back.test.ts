import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planVisit } from '../src/casework/coaching/acts.ts';
import { exitClient } from '../src/casework/exit/acts.ts';
import {
  caseManagerChoices,
  handOverClients,
  namingTakenBack,
  responsibleOf,
  takeBackCaseHandOver,
  takeBackResponsible,
} from '../src/casework/handover/acts.ts';
import { handOverCase, nameResponsible, relationshipsOf } from '../src/casework/relationship/acts.ts';
import { addDays, day } from '../src/kernel/day.ts';
import { newId } from '../src/server/id.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  workplaceId = (await partAtWorkplace(world, 'Testikahvila')).workplaceId;
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const why = 'Nimetty väärälle asiakkaalle.';
// Whoever answered had been recorded before the mistake was: what is corrected within an instant was never known.
const later = day('2021-06-18');
const coached = () => takingPart(world, { service: 'open-work', workplaceId });
type Part = Awaited<ReturnType<typeof coached>>;

const name = ({ clientId, relationshipId }: Part, worker: WorkerName, from: string) =>
  world.perform(nameResponsible, { clientId, relationshipId, workerId: world.workerId(worker), from }, by, later);

async function namedIn({ clientId, relationshipId }: Part) {
  const { relationships } = await world.perform(relationshipsOf, { clientId }, by);
  return relationships.find(({ id }) => id === relationshipId)?.responsible ?? [];
}

/** Who is named, the earliest first, and on which days. */
async function namings(part: Part) {
  const named = await namedIn(part);
  return named.toReversed().map(({ name: who, during }) => [who.split(' ')[0], during.from, during.to]);
}

async function namingOf(part: Part, worker: string): Promise<string> {
  return (await namedIn(part)).find((one) => one.name.startsWith(worker))?.id ?? '';
}

async function takeBack(part: Part, worker: string) {
  const input = { clientId: part.clientId, namingId: await namingOf(part, worker), why };
  return world.perform(takeBackResponsible, input, by);
}

/** Another coach. */
async function anotherCoach(familyName: string): Promise<string> {
  const id = newId();
  await sql`insert into worker_worker (id, organiser_id, family_name, given_name)
    values (${id}, ${world.pori.id}, ${familyName}, 'Uusi')`.execute(db.owner);
  await sql`insert into worker_post (worker_id, organiser_id, role, during)
    values (${id}, ${world.pori.id}, 'coach', '[2010-01-01,)')`.execute(db.owner);
  return id;
}

describe('a responsible worker named by mistake', () => {
  test('is taken back: whoever answered before goes on, and the reason is kept with what stood there', async () => {
    const part = await coached();
    const before = await namings(part);
    await name(part, 'pori-coach-2', '2021-05-01');
    const { was } = await takeBack(part, 'Nieminen');
    expect(was).toMatchObject({ workerId: world.workerId('pori-coach-2'), during: { from: '2021-05-01' } });
    expect(await namings(part)).toEqual(before);
    const { rows } = await sql<{ why: string }>`select why from platform_correction where act = 'takeBackResponsible'
      and client_id = ${part.clientId}`.execute(db.owner);
    expect(rows).toEqual([{ why }]);
  });

  test('on the first day of the one before leaves that one there', async () => {
    const part = await coached();
    const before = await namings(part);
    await name(part, 'pori-coach-2', '2021-03-01');
    expect((await namings(part)).map(([who]) => who)).toEqual(['Nieminen']);
    await takeBack(part, 'Nieminen');
    expect(await namings(part)).toEqual(before);
  });

  test('comes before whoever is named already from a later day, and leaves all as it was', async () => {
    const part = await coached();
    await name(part, 'pori-coach-2', '2021-08-01');
    const before = await namings(part);
    const third = await anotherCoach('Kolmas');
    const { clientId, relationshipId } = part;
    await world.perform(
      nameResponsible,
      { clientId, relationshipId, workerId: third, from: '2021-06-01' },
      by,
      addDays(later, 1),
    );
    expect(await namings(part)).toEqual([
      ['Laine', '2021-03-01', '2021-06-01'],
      ['Kolmas', '2021-06-01', '2021-08-01'],
      ['Nieminen', '2021-08-01', null],
    ]);
    await takeBack(part, 'Kolmas');
    expect(await namings(part)).toEqual(before);
  });

  test('between two others leaves the later one alone', async () => {
    const part = await coached();
    await name(part, 'pori-coach-2', '2021-05-01');
    const third = await anotherCoach('Neljäs');
    const { clientId, relationshipId } = part;
    await world.perform(
      nameResponsible,
      { clientId, relationshipId, workerId: third, from: '2021-07-01' },
      by,
      addDays(later, 1),
    );
    await takeBack(part, 'Nieminen');
    expect(await namings(part)).toEqual([
      ['Laine', '2021-03-01', '2021-07-01'],
      ['Neljäs', '2021-07-01', null],
    ]);
  });

  test('does not lengthen a service that ended since', async () => {
    const part = await coached();
    await name(part, 'pori-coach-2', '2021-05-01');
    const { clientId, relationshipId } = part;
    await world.perform(
      exitClient,
      { clientId, relationshipId, lastDay: '2021-05-31', reason: 'studies', destination: 'studies' },
      by,
    );
    await takeBack(part, 'Nieminen');
    expect(await namings(part)).toEqual([['Laine', '2021-03-01', '2021-06-01']]);
  });

  test('a stand-in is taken back, and nobody answers twice', async () => {
    const part = await coached();
    const [{ id } = { id: '' }] = await namedIn(part);
    const input = {
      workerId: world.workerId('pori-coach'),
      during: { from: '2021-07-01', to: '2021-08-01' },
      moves: [{ id, role: 'coach' as const, toId: world.workerId('pori-coach-2') }],
    };
    await world.perform(handOverClients, input, 'pori-manager', later);
    await takeBack(part, 'Nieminen');
    expect(await namings(part)).toEqual([
      ['Laine', '2021-03-01', '2021-08-01'],
      ['Laine', '2021-08-01', null],
    ]);
  });

  test('is told beforehand with what stands on it, and the appointments go to whoever answers then', async () => {
    const part = await coached();
    await name(part, 'pori-coach-2', '2021-05-01');
    const { clientId, relationshipId } = part;
    const visit = { clientId, relationshipId, kind: 'meeting' as const, dueOn: '2021-06-21' };
    await world.perform(planVisit, visit, 'pori-coach-2');
    const namingId = await namingOf(part, 'Nieminen');
    expect(await world.perform(namingTakenBack, { clientId, namingId, role: 'coach' }, by)).toEqual({
      goesOn: [{ name: 'Laine Tiina', during: { from: '2021-05-01', to: null }, inPost: true }],
      contacts: 0,
      appointments: 1,
      version: expect.any(String),
    });
    // The one who was named by mistake takes it back too, and loses the client by it.
    await world.perform(takeBackResponsible, { clientId, namingId, why }, 'pori-coach-2');
    const { rows } =
      await sql`select worker_id from coaching_appointment where relationship_id = ${relationshipId}`.execute(db.owner);
    expect(rows).toEqual([{ worker_id: world.workerId('pori-coach') }]);
  });

  test('who was the first leaves nobody, which is told beforehand', async () => {
    const part = await coached();
    const namingId = await namingOf(part, 'Laine');
    const { clientId } = part;
    expect((await world.perform(namingTakenBack, { clientId, namingId, role: 'coach' }, by)).goesOn).toEqual([]);
    await world.perform(takeBackResponsible, { clientId, namingId, why }, by);
    expect(await namings(part)).toEqual([]);
    expect((await world.perform(responsibleOf, { clientId }, by)).answering).toEqual([]);
  });

  test('is not taken back to one whose post is over: nobody would answer', async () => {
    const part = await coached();
    const leaving = await anotherCoach('Lähtevä');
    const { clientId, relationshipId } = part;
    await world.perform(nameResponsible, { clientId, relationshipId, workerId: leaving, from: '2021-04-01' }, by);
    await name(part, 'pori-coach-2', '2021-05-01');
    await sql`update worker_post set during = '[2010-01-01,2021-05-10)' where worker_id = ${leaving}`.execute(db.owner);
    const namingId = await namingOf(part, 'Nieminen');
    const effect = await world.perform(namingTakenBack, { clientId, namingId, role: 'coach' }, by);
    expect(effect.goesOn.some(({ inPost }) => !inPost)).toBe(true);
    expect(await world.refusal(takeBackResponsible, { clientId, namingId, why }, by)).toBe('nobody-goes-on');
  });

  test('is taken back by nobody who is not of the client, and only once', async () => {
    const part = await coached();
    await name(part, 'pori-coach-2', '2021-05-01');
    const input = { clientId: part.clientId, namingId: await namingOf(part, 'Nieminen'), why };
    expect(await world.refusal(takeBackResponsible, input, 'rauma-coach')).toBe('not-found');
    expect(await world.refusal(takeBackResponsible, input, 'pori-manager')).toBe('not-found');
    const other = await coached();
    expect(await world.refusal(takeBackResponsible, { ...input, clientId: other.clientId }, by)).toBe('no-such-naming');
    await world.perform(takeBackResponsible, input, by);
    expect(await world.refusal(takeBackResponsible, input, by)).toBe('no-such-naming');
  });
});

describe('a case manager named by mistake', () => {
  const official = 'rauma-social-worker-a';
  const managers = async (clientId: string) =>
    (await world.perform(relationshipsOf, { clientId }, official)).caseManagers.map(({ name: who, during }) => [
      who.split(' ')[0],
      during.from,
      during.to,
    ]);

  test('is taken back: the one before goes on', async () => {
    const { clientId } = await takingPart(world, {
      organiser: 'rauma',
      service: 'work-activity',
      group: 'work-activity',
      familyName: 'Aalto',
    });
    const before = await managers(clientId);
    expect(before).toHaveLength(1);
    const { workers } = await world.perform(caseManagerChoices, { clientId, on: '2021-06-17' }, official);
    expect(workers.map(({ name: who }) => who)).toEqual(['Harju Anne', 'Mäkelä Ville', 'Åman Ulla']);
    const workerId = world.workerId('rauma-social-worker-r');
    await world.perform(handOverCase, { clientId, workerId, from: '2021-06-01' }, official, later);
    const { caseManagers } = await world.perform(relationshipsOf, { clientId }, official);
    const namingId = caseManagers[0]?.id ?? '';
    const effect = await world.perform(namingTakenBack, { clientId, namingId, role: 'case-manager' }, official);
    expect(effect).toMatchObject({ goesOn: [{ name: 'Harju Anne', inPost: true }], contacts: 0, appointments: 0 });
    expect(await world.refusal(takeBackResponsible, { clientId, namingId, why }, official)).toBe('no-such-naming');
    await world.perform(takeBackCaseHandOver, { clientId, namingId, why }, official);
    expect(await managers(clientId)).toEqual(before);
  });
});
