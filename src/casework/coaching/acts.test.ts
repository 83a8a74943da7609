import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { figureIn } from '../../../tests/facts.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { fixedClock } from '../../kernel/clock.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { newId } from '../../server/id.ts';
import { perform } from '../../server/perform.ts';
import { correctionsOf } from '../client/acts.ts';
import { decide, decisionFrame, referrals } from '../decision/acts.ts';
import { withdrawReferral } from '../referral/acts.ts';
import { startRelationship } from '../relationship/acts.ts';
import {
  agreeRhythm,
  amendContact,
  amendOutcome,
  cancelVisit,
  contacts,
  correctContact,
  planVisit,
  recordContact,
  recordContactOnMatter,
  recordGroupMeeting,
  takeBackContact,
  takeBackEarlierContact,
  takeBackOutcome,
  tellOutcome,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

/** A client of open work since 18.5.2021, decided and begun by the acts before this room. */
async function begun(input: NewReferral = {}, by: 'pori-coach' | 'rauma-coach' = 'pori-coach') {
  const { clientId, referralId } = await world.refer(input);
  const on = day('2021-05-17');
  const organiser = world[input.organiser ?? 'pori'];
  const official = by === 'rauma-coach' ? 'rauma-social-worker-a' : 'pori-social-worker';
  const frame = await world.perform(decisionFrame, { clientId, referralId }, official, on);
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
    official,
    on,
  );
  const { relationshipId } = await world.perform(
    startRelationship,
    {
      clientId,
      decisionId,
      offeringId: organiser.offerings['open-work'] ?? '',
      from: '2021-05-18',
      workerId: world.workerId(by),
    },
    by,
    addDays(on, 1),
  );
  return { clientId, relationshipId };
}

describe('recording a contact', () => {
  test('takes the kind alone, is of today, and tells at once when the next one is due', async () => {
    const whose = await begun();
    const done = await world.perform(recordContact, { ...whose, kind: 'call' }, 'pori-coach');
    expect(done.next).toMatchObject({ reason: 'starting-rhythm', dueOn: '2021-06-24', since: 'contact' });
    const { contacts: all } = await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach');
    expect(all).toMatchObject([{ kind: 'call', party: 'client', heldOn: '2021-06-17', note: null, mayTakeBack: true }]);
  });

  test('of an earlier day does not put the next one later than the latest contact does', async () => {
    const whose = await begun();
    await world.perform(recordContact, { ...whose, kind: 'meeting' }, 'pori-coach');
    const late = await world.perform(recordContact, { ...whose, kind: 'call', heldOn: '2021-06-10' }, 'pori-coach');
    expect(late.next.dueOn).toBe('2021-06-24');
  });

  test('is refused for a day to come, a day before the relationship, and another client’s relationship', async () => {
    const whose = await begun();
    const other = await begun();
    const refusal = (more: object) => world.refusal(recordContact, { ...whose, kind: 'call', ...more }, 'pori-coach');
    expect(await refusal({ heldOn: '2021-06-18' })).toBe('held-in-future');
    expect(await refusal({ heldOn: '2021-05-17' })).toBe('outside-relationship');
    expect(await refusal({ relationshipId: other.relationshipId })).toBe('no-such-relationship');
  });

  test('may be completed afterwards by the one who recorded it, and by no colleague', async () => {
    const whose = await begun();
    const { contactId } = await world.perform(recordContact, { ...whose, kind: 'meeting' }, 'pori-coach');
    const more = {
      clientId: whose.clientId,
      contactId,
      note: 'Hyllytys sujuu.',
      minutes: 45,
      heldOn: '2021-06-16',
      party: 'both' as const,
    };
    expect((await world.perform(amendContact, more, 'pori-coach')).next?.dueOn).toBe('2021-06-23');
    expect(await world.refusal(amendContact, more, 'pori-coach-2')).toBe('not-own-contact');
    const { contacts: all } = await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach-2');
    expect(all).toMatchObject([{ note: 'Hyllytys sujuu.', minutes: 45, party: 'both', mayTakeBack: false }]);
  });
});

describe('a contact of an earlier day that was recorded wrongly', () => {
  const today = day('2021-06-18');

  test('is corrected by whoever works with the client, with a reason, and what it was stays readable', async () => {
    const whose = await begun();
    const { contactId } = await world.perform(recordContact, { ...whose, kind: 'call' }, 'pori-coach');
    const right = {
      ...whose,
      contactId,
      kind: 'meeting',
      party: 'both',
      heldOn: '2021-06-16',
      why: 'Väärä tapa',
    } as const;
    expect(await world.refusal(correctContact, { ...right, heldOn: '2021-06-19' }, 'pori-coach-2', today)).toBe(
      'held-in-future',
    );
    expect(await world.refusal(correctContact, { ...right, kind: 'group-meeting' }, 'pori-coach-2', today)).toBe(
      'no-group-met',
    );
    const other = await begun();
    expect(
      await world.refusal(correctContact, { ...right, relationshipId: other.relationshipId }, 'pori-coach-2', today),
    ).toBe('no-such-relationship');
    await world.perform(correctContact, right, 'pori-coach-2', today);
    const { contacts: all } = await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach', today);
    expect(all).toMatchObject([{ kind: 'meeting', party: 'both', heldOn: '2021-06-16' }]);
    const { corrections } = await world.perform(correctionsOf, { clientId: whose.clientId }, 'pori-coach', today);
    expect(corrections).toMatchObject([{ act: 'correctContact', why: 'Väärä tapa' }]);
    expect(await world.refusal(correctContact, right, 'pori-finance', today)).toBe('not-found');
  });

  test('is taken back with a reason, and the appointment that it was the outcome of waits again', async () => {
    const whose = await begun();
    const { visitId } = await world.perform(
      planVisit,
      { ...whose, kind: 'meeting', dueOn: '2021-06-17' },
      'pori-coach',
    );
    const { contactId } = await world.perform(
      tellOutcome,
      { clientId: whose.clientId, visitId, outcome: 'held' },
      'pori-coach',
    );
    const back = { clientId: whose.clientId, contactId: contactId as string, why: 'Tavattiin toinen asiakas' };
    expect(await world.refusal(takeBackContact, back, 'pori-coach', today)).toBe('wrong-input');
    await world.perform(takeBackEarlierContact, back, 'pori-coach', today);
    const page = await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach', today);
    expect(page.contacts).toEqual([]);
    expect(page.visits).toMatchObject([{ id: visitId }]);
    expect(await world.refusal(takeBackEarlierContact, back, 'pori-coach', today)).toBe('no-such-contact');
  });

  test('of a matter can be one of the service that came of it', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-05-03' });
    const { contactId } = await world.perform(
      recordContactOnMatter,
      { clientId, referralId, kind: 'call' },
      'pori-social-worker',
    );
    const wrong = { clientId, contactId, kind: 'workplace-visit', party: 'client', heldOn: '2021-06-17' } as const;
    const of = { ...wrong, relationshipId: null, why: 'Väärin' };
    expect(await world.refusal(correctContact, of, 'pori-social-worker', today)).toBe('no-workplace-yet');
    await world.perform(correctContact, { ...of, kind: 'meeting', heldOn: '2021-06-16' }, 'pori-social-worker', today);
  });
});

describe('while a matter waits', () => {
  const waiting = () => world.refer({ receivedOn: '2021-05-03' });

  test('those who handle it record calls, messages and meetings, amend their own and take them back', async () => {
    const { clientId, referralId } = await waiting();
    for (const by of ['pori-coach', 'pori-social-worker'] as const) {
      const { contactId } = await world.perform(recordContactOnMatter, { clientId, referralId, kind: 'call' }, by);
      const more = { clientId, contactId, note: 'Kertoi toiveistaan.', minutes: 20, heldOn: '2021-06-16' as const };
      expect(await world.perform(amendContact, more, by)).toMatchObject({ next: null });
      const { contacts: all } = await world.perform(contacts, { clientId }, 'pori-social-worker');
      expect(all).toMatchObject([
        { kind: 'call', party: 'client', heldOn: '2021-06-16', relationshipId: null, referralId, minutes: 20 },
      ]);
      expect(await world.perform(takeBackContact, { clientId, contactId }, by)).toEqual({ next: null });
    }
  });

  test('nobody else records, and no workplace is met', async () => {
    const { clientId, referralId } = await waiting();
    const call = { clientId, referralId, kind: 'call' as const };
    expect(await world.refusal(recordContactOnMatter, call, 'pori-instructor')).toBe('not-found');
    expect(await world.refusal(recordContactOnMatter, call, 'rauma-coach')).toBe('not-found');
    const { contactId } = await world.perform(recordContactOnMatter, call, 'pori-coach');
    const amend = (more: object) => world.refusal(amendContact, { clientId, contactId, ...more }, 'pori-coach');
    expect(await amend({ party: 'employer' })).toBe('no-workplace-yet');
    expect(await amend({ kind: 'workplace-visit' })).toBe('no-workplace-yet');
    expect(await amend({ heldOn: '2021-05-02' })).toBe('outside-matter');
  });

  test('a day before its receipt, a day to come and another client’s matter are refused', async () => {
    const { clientId, referralId } = await waiting();
    const other = await waiting();
    const refusal = (more: object) =>
      world.refusal(recordContactOnMatter, { clientId, referralId, kind: 'call', ...more }, 'pori-social-worker');
    expect(await refusal({ heldOn: '2021-05-02' })).toBe('outside-matter');
    expect(await refusal({ heldOn: '2021-06-18' })).toBe('held-in-future');
    expect(await refusal({ referralId: other.referralId })).toBe('no-such-matter');
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-10' }, 'pori-coach');
    expect(await refusal({ heldOn: '2021-06-10' })).toBe('outside-matter');
    expect(await refusal({ heldOn: '2021-06-09' }).catch(() => 'recorded')).toBe('recorded');
  });

  test('what was said then counts neither in the rhythm nor in the figures of the service', async () => {
    const of = { organiser: 'pori-perusturva', service: 'open-work' as const, asOf: '2021-06-18' };
    const counted = async () =>
      [await figureIn(db.app, 'contacts-by-kind', of), await figureIn(db.app, 'rhythm-kept', of)].map(
        ({ value }) => value,
      );
    const { clientId, relationshipId } = await begun();
    const [referral] = (await world.perform(referrals, { clientId }, 'pori-coach')).referrals;
    const referralId = referral?.id ?? '';
    const before = await counted();
    const call = { clientId, referralId, kind: 'call' as const };
    await world.perform(recordContactOnMatter, { ...call, heldOn: '2021-05-14' }, 'pori-social-worker');
    expect(await counted()).toEqual(before);
    expect(await world.refusal(recordContactOnMatter, call, 'pori-social-worker')).toBe('outside-matter');
    const done = await world.perform(recordContact, { clientId, relationshipId, kind: 'call' }, 'pori-coach');
    expect(done.next).toMatchObject({ since: 'contact', sinceOn: '2021-06-17' });
    expect(await counted()).not.toEqual(before);
  });
});

describe('taking a contact back', () => {
  test('makes the next one due as before, and the history keeps what was recorded', async () => {
    const whose = await begun();
    const { contactId } = await world.perform(recordContact, { ...whose, kind: 'call' }, 'pori-coach');
    const at = { clientId: whose.clientId, contactId };
    const anHourLater = { ...world.house(), clock: fixedClock(world.today, '2021-06-17T10:00:00Z') };
    const done = await perform(anHourLater, takeBackContact, at, { who: world.who('pori-coach'), language: 'fi' });
    expect(done).toMatchObject({ next: { since: 'beginning', dueOn: '2021-05-25' } });
    const { rows } = await sql<{
      kept: number;
    }>`select count(*) as kept from coaching_contact_history where id = ${contactId}`.execute(db.owner);
    expect(rows[0]?.kept).toBeGreaterThan(0);
    expect(await world.refusal(takeBackContact, at, 'pori-coach')).toBe('no-such-contact');
  });

  test('is for one’s own record and the same day only', async () => {
    const whose = await begun();
    const { contactId } = await world.perform(recordContact, { ...whose, kind: 'call' }, 'pori-coach');
    const at = { clientId: whose.clientId, contactId };
    expect(await world.refusal(takeBackContact, at, 'pori-coach-2')).toBe('not-own-contact');
    expect(await world.refusal(takeBackContact, at, 'pori-coach', addDays(world.today, 1))).toBe('recorded-earlier');
  });
});

describe('the client’s own wish', () => {
  test('twice a month holds from the day agreed, and the organiser’s rhythm again when it is given up', async () => {
    const whose = await begun();
    await world.perform(recordContact, { ...whose, kind: 'call' }, 'pori-coach');
    const during = { from: '2021-06-17', to: null };
    const wish = await world.perform(agreeRhythm, { ...whose, everyDays: 15, during }, 'pori-coach');
    expect(wish.next).toMatchObject({ reason: 'agreed-rhythm', dueOn: '2021-07-02' });
    const again = await world.perform(agreeRhythm, { ...whose, everyDays: 21, during }, 'pori-coach');
    expect(again.next.dueOn).toBe('2021-07-08');
    const none = await world.perform(agreeRhythm, { ...whose, everyDays: null, during }, 'pori-coach');
    expect(none.next).toMatchObject({ reason: 'starting-rhythm', dueOn: '2021-06-24' });
  });

  test('cannot begin before the relationship', async () => {
    const whose = await begun();
    const early = { ...whose, everyDays: 15, during: { from: '2021-05-01', to: null } };
    expect(await world.refusal(agreeRhythm, early, 'pori-coach')).toBe('outside-relationship');
  });
});

describe('a visit planned', () => {
  test('is told with its time and place until one has met on its day', async () => {
    const whose = await begun();
    const visit = {
      ...whose,
      kind: 'workplace-visit' as const,
      dueOn: '2021-06-17',
      startsAt: '13:00',
      place: 'Satasairaalantie 3',
    };
    await world.perform(planVisit, visit, 'pori-coach');
    const at = { clientId: whose.clientId };
    expect((await world.perform(contacts, at, 'pori-coach')).visits).toMatchObject([
      { dueOn: '2021-06-17', startsAt: '13:00', place: 'Satasairaalantie 3' },
    ]);
    await world.perform(recordContact, { ...whose, kind: 'workplace-visit' }, 'pori-coach');
    expect((await world.perform(contacts, at, 'pori-coach')).visits).toEqual([]);
  });

  test('may be cancelled once, and none may be planned for the past', async () => {
    const whose = await begun();
    const { visitId } = await world.perform(
      planVisit,
      { ...whose, kind: 'meeting', dueOn: '2021-06-21' },
      'pori-coach',
    );
    await world.perform(cancelVisit, { clientId: whose.clientId, visitId }, 'pori-coach-2');
    expect(await world.refusal(cancelVisit, { clientId: whose.clientId, visitId }, 'pori-coach')).toBe('no-such-visit');
    expect(await world.refusal(planVisit, { ...whose, kind: 'meeting', dueOn: '2021-06-16' }, 'pori-coach')).toBe(
      'visit-in-past',
    );
  });
});

describe('an appointment of the past', () => {
  const at17 = '2021-06-17' as const;
  async function agreed(dueOn: string = at17) {
    const whose = await begun();
    const { visitId } = await world.perform(
      planVisit,
      { ...whose, kind: 'meeting', dueOn, startsAt: '13:00', place: 'Kahvila' },
      'pori-coach',
    );
    const visit = { clientId: whose.clientId, visitId };
    const open = async (on: Day = addDays(world.today, 400)) =>
      (await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach', on)).visits;
    return { whose, visit, open };
  }

  test.each([1, 7, 400])('waits for its outcome still after %i days', async (days) => {
    const { open } = await agreed();
    expect(await open(addDays(world.today, days))).toMatchObject([{ dueOn: at17 }]);
  });

  test('that was held is a contact of its own day, and waits no more; taken back it waits again', async () => {
    const { whose, visit, open } = await agreed();
    const later = addDays(world.today, 3);
    const answer = await world.perform(tellOutcome, { ...visit, outcome: 'held', note: 'Sujui.' }, 'pori-coach', later);
    expect(answer).toMatchObject({ movedToId: null, next: { since: 'contact', sinceOn: at17 } });
    expect(await open(later)).toEqual([]);
    const { contacts: held } = await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach', later);
    expect(held).toMatchObject([{ id: answer.contactId, kind: 'meeting', heldOn: at17, note: 'Sujui.' }]);
    await world.perform(takeBackOutcome, visit, 'pori-coach', later);
    expect(await open(later)).toHaveLength(1);
    expect((await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach', later)).contacts).toEqual([]);
  });

  test('waits again also when the contact that came of it is taken back', async () => {
    const { visit, open } = await agreed();
    const answer = await world.perform(tellOutcome, { ...visit, outcome: 'held' }, 'pori-coach');
    await world.perform(takeBackContact, { clientId: visit.clientId, contactId: answer.contactId ?? '' }, 'pori-coach');
    expect(await open()).toHaveLength(1);
  });

  test('to which nobody came, or that was cancelled, is told and makes no contact', async () => {
    for (const outcome of ['missed', 'cancelled'] as const) {
      const { whose, visit, open } = await agreed();
      expect(await world.perform(tellOutcome, { ...visit, outcome }, 'pori-coach')).toMatchObject({
        contactId: null,
        movedToId: null,
      });
      expect(await open()).toEqual([]);
      expect((await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach')).contacts).toEqual([]);
    }
  });

  test('takes a note afterwards from whom it was told by, on its contact where there is one', async () => {
    const missed = await agreed();
    await world.perform(tellOutcome, { ...missed.visit, outcome: 'missed' }, 'pori-coach');
    const note = { ...missed.visit, note: 'Ei vastannut.' };
    expect(await world.refusal(amendOutcome, note, 'pori-coach-2')).toBe('not-own-contact');
    await world.perform(amendOutcome, note, 'pori-coach');
    const held = await agreed();
    expect(await world.refusal(amendOutcome, { ...held.visit, note: 'x' }, 'pori-coach')).toBe('no-such-outcome');
    await world.perform(tellOutcome, { ...held.visit, outcome: 'held' }, 'pori-coach');
    await world.perform(amendOutcome, { ...held.visit, note: 'Sujui.' }, 'pori-coach');
    const answer = await world.perform(contacts, { clientId: held.visit.clientId }, 'pori-coach');
    expect(answer.contacts).toMatchObject([{ note: 'Sujui.' }]);
  });

  test('that was moved waits on its new day, and goes back to the old one when that is taken back', async () => {
    const { visit, open } = await agreed();
    const to = { dueOn: '2021-06-22', startsAt: '09:00' };
    await world.perform(tellOutcome, { ...visit, outcome: 'moved', to }, 'pori-coach');
    expect(await open()).toMatchObject([{ dueOn: '2021-06-22', startsAt: '09:00', place: 'Kahvila', kind: 'meeting' }]);
    await world.perform(takeBackOutcome, visit, 'pori-coach');
    expect(await open()).toMatchObject([{ dueOn: at17, startsAt: '13:00' }]);
  });

  test('is not taken back over what was told of its new day since', async () => {
    const { visit, open } = await agreed();
    await world.perform(
      tellOutcome,
      { ...visit, outcome: 'moved', to: { dueOn: at17, startsAt: '15:00' } },
      'pori-coach',
    );
    const [moved] = await open();
    await world.perform(tellOutcome, { ...visit, visitId: moved?.id ?? '', outcome: 'missed' }, 'pori-coach-2');
    expect(await world.refusal(takeBackOutcome, visit, 'pori-coach')).toBe('outcome-told');
  });

  test('has one outcome: told once, by whom it was told taken back, and only the same day', async () => {
    const { visit } = await agreed();
    await world.perform(tellOutcome, { ...visit, outcome: 'missed' }, 'pori-coach');
    expect(await world.refusal(tellOutcome, { ...visit, outcome: 'held' }, 'pori-coach-2')).toBe('outcome-told');
    expect(await world.refusal(cancelVisit, visit, 'pori-coach')).toBe('no-such-visit');
    expect(await world.refusal(takeBackOutcome, visit, 'pori-coach-2')).toBe('not-own-contact');
    expect(await world.refusal(takeBackOutcome, visit, 'pori-coach', addDays(world.today, 1))).toBe('recorded-earlier');
    await world.perform(takeBackOutcome, visit, 'pori-coach');
    expect(await world.refusal(takeBackOutcome, visit, 'pori-coach')).toBe('no-such-outcome');
  });

  test('is neither held nor missed before its day, and moves only to a day that is given and not past', async () => {
    const { visit } = await agreed('2021-06-21');
    for (const outcome of ['held', 'missed'] as const)
      expect(await world.refusal(tellOutcome, { ...visit, outcome }, 'pori-coach')).toBe('visit-ahead');
    const refusal = (input: object) => world.refusal(tellOutcome, { ...visit, ...input } as never, 'pori-coach');
    expect(await refusal({ outcome: 'moved' })).toBe('moved-where');
    expect(await refusal({ outcome: 'cancelled', to: { dueOn: '2021-06-22' } })).toBe('moved-where');
    expect(await refusal({ outcome: 'moved', to: { dueOn: '2021-06-16' } })).toBe('visit-in-past');
    expect(await refusal({ outcome: 'moved', to: { dueOn: '2021-05-01' } })).toBe('visit-in-past');
  });

  test('told twice at once is told once', async () => {
    const { whose, visit } = await agreed();
    const both = await Promise.allSettled(
      [1, 2].map(() => world.perform(tellOutcome, { ...visit, outcome: 'held' }, 'pori-coach')),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await world.perform(contacts, { clientId: whose.clientId }, 'pori-coach')).contacts).toHaveLength(1);
  });
});

describe('a group meeting', () => {
  test('is recorded of all who took part at once, and moves nobody’s own next contact', async () => {
    const people = [await begun(), await begun(), await begun()];
    const done = await world.perform(
      recordGroupMeeting,
      { relationshipIds: people.map((one) => one.relationshipId), minutes: 120 },
      'pori-coach',
    );
    expect(new Set(done.clientIds)).toEqual(new Set(people.map((one) => one.clientId)));
    const [first] = people;
    const answer = await world.perform(contacts, { clientId: first?.clientId ?? '' }, 'pori-coach');
    expect(answer.contacts).toMatchObject([{ kind: 'group-meeting', minutes: 120 }]);
  });

  test('is recorded of nobody where one of them is not coached by the worker', async () => {
    const own = await begun();
    const rauma = await begun({ organiser: 'rauma' }, 'rauma-coach');
    for (const stranger of [rauma.relationshipId, newId()]) {
      const input = { relationshipIds: [own.relationshipId, stranger] };
      expect(await world.refusal(recordGroupMeeting, input, 'pori-coach')).toBe('not-all-coached');
    }
    expect((await world.perform(contacts, { clientId: own.clientId }, 'pori-coach')).contacts).toEqual([]);
  });
});

describe('who may', () => {
  test('coaches of the team record for one another; an official reads; others do not find the client', async () => {
    const whose = await begun();
    const call = { ...whose, kind: 'call' as const };
    await world.perform(recordContact, call, 'pori-coach-2');
    expect(await world.refusal(recordContact, call, 'pori-social-worker')).toBe('not-allowed');
    expect((await world.perform(contacts, { clientId: whose.clientId }, 'pori-social-worker')).contacts).toHaveLength(
      1,
    );
    for (const stranger of ['pori-instructor', 'rauma-coach', 'work-instructor'] as const) {
      expect(await world.refusal(recordContact, call, stranger)).toBe('not-found');
      expect(await world.refusal(contacts, { clientId: whose.clientId }, stranger)).toBe('not-found');
    }
    for (const outside of ['pori-finance', 'pori-planner', 'pori-administrator'] as const) {
      expect(['not-found', 'not-allowed']).toContain(await world.refusal(recordContact, call, outside));
    }
  });

  test('only coaches record group meetings', async () => {
    const { relationshipId } = await begun();
    for (const other of ['pori-instructor', 'pori-social-worker', 'pori-finance'] as const) {
      expect(await world.refusal(recordGroupMeeting, { relationshipIds: [relationshipId] }, other)).toBe('not-allowed');
    }
  });
});

test('a wrong input is told by its field and never ends in a fault', async () => {
  const whose = await begun();
  const wrong = [
    { ...whose, kind: 'fax' },
    { ...whose, kind: 'call', minutes: 0 },
    { ...whose, kind: 'call', note: 'a\u0000b' },
    { ...whose, kind: 'call', heldOn: '2021-02-30' },
    { ...whose, kind: 'call', relationshipId: 'x' },
    { ...whose, kind: 'call', note: 'x'.repeat(4001) },
  ];
  for (const input of wrong) {
    const problem = await world.problem(recordContact, input as never, 'pori-coach');
    expect(problem.status).toBe(400);
    expect(problem.errors?.length).toBeGreaterThan(0);
  }
});
