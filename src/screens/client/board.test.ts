import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { changeAddress, identityCode, protectAddress, visitClient } from '../../casework/client/acts.ts';
import { contacts, planVisit, recordContact } from '../../casework/coaching/acts.ts';
import { decide, decisionFrame } from '../../casework/decision/acts.ts';
import { agreeBreak, startRelationship } from '../../casework/relationship/acts.ts';
import { fixedClock } from '../../kernel/clock.ts';
import { addDays, day } from '../../kernel/day.ts';
import type { InputOf, OutputOf } from '../../server/act.ts';
import { perform } from '../../server/perform.ts';
import { allActs } from '../app/registry.ts';
import { clientPage, viewsOfClient } from './board.ts';
import { clientDesk } from './texts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const page = (clientId: string, by: Parameters<World['perform']>[2] = 'pori-coach', on = world.today) =>
  world.perform(clientPage, { clientId }, by, on);

/** A client of open work since 18.5.2021, referred, decided and begun. */
async function begun(input: NewReferral = {}) {
  const { clientId, referralId } = await world.refer(input);
  const on = day('2021-05-17');
  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-coach', on);
  const { decisionId } = await world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome: 'grant',
      decidedOn: on,
      during: { from: '2021-05-18', to: null },
      reasons: 'Avotyö tukee.',
      provisions: frame.provisions.map(({ id }) => id),
    },
    'pori-social-worker',
    on,
  );
  const offeringId = world.pori.offerings['open-work'] ?? '';
  const { relationshipId } = await world.perform(
    startRelationship,
    { clientId, decisionId, offeringId, from: '2021-05-18', workerId: world.workerId('pori-coach') },
    'pori-coach',
    addDays(on, 1),
  );
  return { clientId, relationshipId, referralId, decisionId };
}

describe('a client’s page', () => {
  test('of a newcomer tells what is pending, the days left, and the acts that take it on', async () => {
    const { clientId } = await world.refer({ receivedOn: '2021-06-02' });
    const answer = await page(clientId);
    expect(answer.referrals).toMatchObject([{ state: 'pending', daysLeft: 77 }]);
    expect(answer).toMatchObject({ relationships: [], next: [], contacts: [], lastVisitAt: null, newIds: [] });
    expect(answer.permitted).toEqual(expect.arrayContaining(['makePlan', 'decide', 'withdrawReferral']));
    expect(answer.permitted).not.toContain('recordContact');
  });

  test('tells on which services one’s own post decides: others are prepared for a decider', async () => {
    const { clientId } = await world.refer();
    expect((await page(clientId)).decides).toEqual([]);
    const { decides } = await world.perform(clientPage, { clientId }, 'pori-social-worker');
    expect(decides).toContain('open-work');
  });

  test('of a client in open work tells the way, who answers, and what is due next and why', async () => {
    const { clientId, relationshipId, decisionId } = await begun();
    await world.perform(
      recordContact,
      { clientId, relationshipId, kind: 'meeting', heldOn: '2021-06-07' },
      'pori-coach',
    );
    await world.perform(planVisit, { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-21' }, 'pori-coach');
    const answer = await page(clientId);
    expect(answer.decisions).toMatchObject([{ id: decisionId, begun: true }]);
    expect(answer.answering).toMatchObject([{ role: 'coach', name: 'Laine Tiina', since: '2021-05-18' }]);
    expect(answer.next).toMatchObject([
      {
        relationshipId,
        due: { reason: 'starting-rhythm', dueOn: '2021-06-14' },
        last: { heldOn: '2021-06-07', kind: 'meeting' },
      },
    ]);
    expect(answer.visits).toMatchObject([{ dueOn: '2021-06-21' }]);
    expect(answer.permitted).toEqual(expect.arrayContaining(['recordContact', 'agreeBreak', 'endRelationship']));
  });

  test('says a granted service that has not begun', async () => {
    const { clientId, referralId } = await world.refer();
    const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-coach');
    const grant = { outcome: 'grant' as const, decidedOn: '2021-06-17', during: { from: '2021-08-02', to: null } };
    const provisions = frame.provisions.map(({ id }) => id);
    const decision = { clientId, referralId, ...grant, reasons: 'Avotyö tukee.', provisions };
    await world.perform(decide, decision, 'pori-social-worker');
    expect((await page(clientId)).decisions).toMatchObject([{ begun: false }]);
  });

  test('sends as many statements for a long history as for a short one', async () => {
    const { clientId, relationshipId } = await begun();
    const few = await statements(() => page(clientId));
    await sql`insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on)
      select ${world.pori.id}, ${clientId}, ${relationshipId}, ${world.workerId('pori-coach')}, 'call', '2021-05-18'::date + n % 30 from generate_series(1, 300) n`.execute(
      db.owner,
    );
    expect((await page(clientId)).contacts).toHaveLength(30);
    expect(await statements(() => page(clientId))).toBe(few);
  });
});

describe('the contacts of years', () => {
  const calls = async () => {
    const { clientId, relationshipId } = await begun();
    await db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.now', '2021-06-16T12:00:00Z', true)`.execute(tx);
      await sql`insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on)
        select ${world.pori.id}, ${clientId}, ${relationshipId}, ${world.workerId('pori-coach')}, 'call', '2021-05-18'::date + n / 10
        from generate_series(0, 249) n`.execute(tx);
    });
    return { clientId, relationshipId };
  };

  test('come with whole days, at least thirty; the page says from which day on, and the rest is there for the asking', async () => {
    const { clientId } = await calls();
    const first = await page(clientId);
    expect([first.contacts.length, first.contactsFrom]).toEqual([30, '2021-06-09']);
    const more = await world.perform(contacts, { clientId, limit: 45 }, 'pori-coach');
    expect([more.contacts.length, more.contactsFrom]).toEqual([50, '2021-06-07']);
    expect(more.contacts.slice(0, 30)).toEqual(first.contacts);
    const all = await world.perform(contacts, { clientId, limit: 10_000 }, 'pori-coach');
    expect([all.contacts.length, all.contactsFrom]).toEqual([250, null]);
    const exactly = await world.perform(contacts, { clientId, limit: 250 }, 'pori-coach');
    expect([exactly.contacts.length, exactly.contactsFrom]).toEqual([250, null]);
  });

  test('of long ago come too where they are news; when the next is due follows from all', async () => {
    const { clientId, relationshipId } = await calls();
    await at('2021-06-17T06:00:00Z', visitClient, { clientId });
    const late = { clientId, relationshipId, kind: 'meeting' as const, heldOn: '2021-05-20' };
    const { contactId } = await at('2021-06-17T07:00:00Z', recordContact, late, 'pori-coach-2');
    const answer = await page(clientId);
    expect(answer.newIds).toEqual([contactId]);
    expect(answer.contacts.map(({ id }) => id).at(-1)).toBe(contactId);
    expect([answer.contacts.length, answer.contactsFrom]).toEqual([31, '2021-06-09']);
    expect(answer.next[0]?.last).toEqual({ heldOn: '2021-06-11', kind: 'call' });
  });
});

describe('what is new since one’s last visit', () => {
  test('is nothing the first time, then what others recorded after it, for each worker apart', async () => {
    const { clientId, relationshipId } = await begun();
    await page(clientId);
    await at('2021-06-17T06:00:00Z', visitClient, { clientId });
    await at('2021-06-17T07:00:00Z', recordContact, { clientId, relationshipId, kind: 'call' }, 'pori-coach-2');
    await at('2021-06-17T07:30:00Z', recordContact, { clientId, relationshipId, kind: 'message' });
    const paused = { clientId, relationshipId, during: { from: '2021-06-20', to: '2021-06-22' }, reason: 'Loma' };
    await at('2021-06-17T07:40:00Z', agreeBreak, paused);
    const answer = await page(clientId);
    expect(answer.lastVisitAt).toBe('2021-06-17T06:00:00Z');
    expect(answer.newIds).toEqual(answer.contacts.flatMap(({ id, kind }) => (kind === 'call' ? [id] : [])));
    expect((await page(clientId, 'pori-social-worker')).newIds).toEqual([]);
    await at('2021-06-17T08:00:00Z', visitClient, { clientId });
    expect((await page(clientId)).newIds).toEqual([]);
  });
});

describe('who may', () => {
  test('open a page: those who work with the client; to others there is no such client', async () => {
    const { clientId } = await begun();
    for (const own of ['pori-coach', 'pori-coach-2', 'pori-social-worker'] as const) {
      expect((await page(clientId, own)).client.id).toBe(clientId);
    }
    for (const other of [
      'pori-instructor',
      'rauma-coach',
      'rauma-social-worker-a',
      'work-instructor',
      'pori-planner',
      // There is no account yet.
      'pori-finance',
    ] as const) {
      expect(await world.refusal(clientPage, { clientId }, other)).toBe('not-found');
    }
  });

  test('do what is offered: an official decides and protects, and does not record a coach’s contacts', async () => {
    const { clientId } = await begun();
    const { permitted } = await page(clientId, 'pori-social-worker');
    expect(permitted).toEqual(expect.arrayContaining(['protectAddress', 'viewsOfClient', 'contacts']));
    expect(permitted).not.toContain('recordContact');
    expect((await page(clientId)).permitted).not.toContain('protectAddress');
  });

  test('see that an address is protected, which the page itself never holds', async () => {
    const { clientId } = await begun();
    const during = { from: '2021-06-01', to: null };
    const address = { street: null, postalCode: null, postOffice: null, phone: '050 123 4567', email: null };
    await world.perform(changeAddress, { clientId, address, from: '2021-05-01' }, 'pori-social-worker');
    expect((await page(clientId)).phone).toBe('050 123 4567');
    await world.perform(protectAddress, { clientId, during, contactInstead: 'Vammaispalvelut' }, 'pori-social-worker');
    const answer = await page(clientId);
    expect(answer.client.protected).toBe(true);
    expect(answer.phone).toBeNull();
    expect(JSON.stringify(answer)).not.toContain('street');
  });
});

describe('who has looked', () => {
  test('is told with worker, act and times, newest first, and the asking is itself kept', async () => {
    const { clientId } = await begun();
    await page(clientId);
    await page(clientId);
    await world.perform(identityCode, { clientId }, 'pori-social-worker');
    const { views, total } = await world.perform(viewsOfClient, { clientId }, 'pori-coach');
    expect(views).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'clientPage', worker: 'Laine Tiina', times: 2 }),
        expect.objectContaining({ act: 'identityCode', worker: 'Sjöblom Päivi', times: 1 }),
      ]),
    );
    expect(total).toBe(views.length);
    const again = await world.perform(viewsOfClient, { clientId }, 'pori-social-worker');
    expect(again.views).toEqual(
      expect.arrayContaining([expect.objectContaining({ act: 'viewsOfClient', worker: 'Laine Tiina' })]),
    );
  });

  test('is told in words, whatever act it was', () => {
    const seen = allActs
      .filter(({ audited }) => typeof audited === 'object' && 'clients' in audited)
      .map(({ name }) => name);
    expect(seen.filter((name) => !(name in clientDesk.fi.acts))).toEqual([]);
  });

  test('is for officials and the responsible worker, not for a colleague who stands in', async () => {
    const { clientId } = await begun();
    expect(await world.refusal(viewsOfClient, { clientId }, 'pori-coach-2')).toBe('not-allowed');
    expect(await world.refusal(viewsOfClient, { clientId }, 'rauma-coach')).toBe('not-found');
  });
});

/** Does an act as a worker at an instant of today. */
function at<A extends typeof visitClient | typeof recordContact | typeof agreeBreak>(
  now: string,
  act: A,
  input: InputOf<A>,
  by: Parameters<World['who']>[0] = 'pori-coach',
): Promise<OutputOf<A>> {
  const house = { ...world.house(), clock: fixedClock(world.today, now) };
  return perform(house, act, input, { who: world.who(by), language: 'fi' }) as Promise<OutputOf<A>>;
}

/** How many statements a thing sends to the server. */
async function statements(thing: () => Promise<unknown>): Promise<number> {
  const connection = await db.appPool.connect();
  const prototype = Object.getPrototypeOf(connection) as { query: (...rest: unknown[]) => unknown };
  connection.release();
  const spy = vi.spyOn(prototype, 'query');
  try {
    await thing();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
