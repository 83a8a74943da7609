import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, planContent, signedAll, type World } from '../../../tests/world.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { clientPage } from '../../screens/client/board.ts';
import { attendanceGrid, markAttendance } from '../attendance/acts.ts';
import { changeClient, recordBenefit } from '../client/acts.ts';
import {
  annulDecision,
  correctDecision,
  decide,
  decisionFrame,
  decisionLetter,
  decisionsOf,
} from '../decision/acts.ts';
import { exitClient } from '../exit/acts.ts';
import { hearClient, recordAnswer } from '../hearing/acts.ts';
import { place } from '../placement/acts.ts';
import { makePlan } from '../plan/acts.ts';
import { receiveReferralOfClient } from '../referral/acts.ts';
import { continueRelationship, relationshipsOf, startRelationship } from '../relationship/acts.ts';
import { continueDecided, continuePeriod, nextPeriodFrame } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'work-social-worker';
const items = {
  goal: 'Työpaja Pihlajassa, tavoitteena päivärytmi',
  duration: '4 tuntia päivässä, 2 päivää viikossa',
  period: '1.3.–31.5.2021',
  support: 'Ohjaaja on paikalla',
  'other-services': 'Terveystarkastus',
  evaluation: 'Viimeistään jakson lopussa',
  ...planContent,
};
const first = { from: '2021-03-01', to: '2021-06-01' };
const planned = {
  kind: 'activation' as const,
  daysAWeek: 2,
  hoursADay: 4,
  goals: ['Päivärytmi'],
  items,
};

/** Three months of rehabilitative work since 1.3.2021, two mornings a week, decided on and begun as the law has it. */
async function begun(familyName: string, placed = true) {
  const { clientId, referralId } = await world.refer({ organiser: 'work', receivedOn: '2021-02-01', familyName });
  const on = day('2021-02-15');
  const { planId } = await world.perform(
    makePlan,
    {
      clientId,
      referralId,
      service: 'rehabilitative-work',
      madeOn: on,
      during: first,
      reviewOn: '2021-05-20',
      informedOfBenefitsOn: on,
      signatures: signedAll(on),
      ...planned,
    },
    by,
    on,
  );
  const grant = {
    referralId,
    planId,
    outcome: 'grant' as const,
    decidedOn: on,
    during: first,
    reasons: 'Suunnitelman mukaan.',
  };
  const { decisionId } = await world.perform(decide, { clientId, ...grant, provisions: ['189/2001:13b'] }, by, on);
  const offeringId = world.work.offerings['rehabilitative-work'] as string;
  const workerId = world.workerId('work-instructor');
  const start = { clientId, decisionId, offeringId, from: first.from, workerId };
  const { relationshipId } = await world.perform(startRelationship, start, by, on);
  const groupId = world.work.groups['rehabilitative-work'] as string;
  const slots = [1, 3].map((weekday) => ({ weekday: weekday as 1 | 3, half: 'am' as const }));
  const where = { clientId, relationshipId, groupId, slots, hoursADay: 4, from: first.from };
  const placementId = placed ? (await world.perform(place, where, by, on)).placementId : '';
  return { clientId, decisionId, relationshipId, placementId, groupId };
}

const next = (during: { from: string; to: string | null }, madeOn: Day) => ({
  source: 'te-office-activation-plan' as const,
  receivedOn: madeOn,
  during,
  reviewOn: '2021-08-20',
  informedOfBenefitsOn: madeOn,
  reasons: 'Jatketaan suunnitelman mukaan.',
  provisions: ['189/2001:13b'],
  signatures: signedAll(madeOn),
  ...planned,
});

const daysOf = async (clientId: string, on?: Day) =>
  (await world.perform(relationshipsOf, { clientId }, by, on)).relationships.map(({ during }) => during);

describe('a service', () => {
  test('ends with its decision: its first words on the day after are that the decision ended, and none marks it', async () => {
    const { clientId, relationshipId, placementId } = await begun('Aalto');
    expect(await daysOf(clientId)).toEqual([first]);
    const last = await world.perform(clientPage, { clientId }, by, day('2021-05-31'));
    expect(last.footings).toMatchObject([{ relationshipId, state: 'in-force', lastDay: '2021-05-31' }]);
    const after = await world.perform(clientPage, { clientId }, by, day('2021-06-01'));
    expect(after.footings).toMatchObject([{ relationshipId, state: 'ended', lastDay: '2021-05-31', goesOn: false }]);
    const mark = (on: string) => ({ marks: [{ placementId, on, kind: 'present' as const }] });
    await world.perform(markAttendance, mark('2021-05-31'), 'work-instructor', day('2021-06-02'));
    expect(await world.refusal(markAttendance, mark('2021-06-02'), 'work-instructor', day('2021-06-02'))).toBe(
      'not-agreed',
    );
  });

  test('that was begun without an end, before ends were kept, has no marks after its decision', async () => {
    const { clientId, relationshipId, placementId, groupId } = await begun('Berg');
    for (const table of ['relationship_relationship', 'placement_placement', 'placement_slot'])
      await sql`update ${sql.table(table)} set during = daterange(lower(during), null) where client_id = ${clientId}`.execute(
        db.owner,
      );
    const on = day('2021-06-02');
    const { rows } = await world.perform(
      attendanceGrid,
      { groupId, from: '2021-05-31', to: '2021-06-03' },
      'work-instructor',
      on,
    );
    const own = rows.find((row) => row.placementId === placementId);
    expect(own?.decided).toBe(true);
    expect(own?.cells.map(({ state }) => state)).toEqual(['agreed', 'none', 'undecided']);
    const mark = { marks: [{ placementId, on, kind: 'present' as const }] };
    expect(await world.refusal(markAttendance, mark, 'work-instructor', on)).toBe('no-decision');
    const page = await world.perform(clientPage, { clientId }, by, on);
    expect(page.footings).toMatchObject([{ relationshipId, state: 'ended', lastDay: '2021-05-31' }]);
  });

  test('that never had a decision goes on, and is told so', async () => {
    const { clientId } = await world.refer({ organiser: 'work', receivedOn: '2021-02-01', familyName: 'Crane' });
    const { id: organiserId, offerings, groups } = world.work;
    const groupId = groups['rehabilitative-work'] as string;
    // As what began before the register is loaded.
    const { rows: loaded } = await sql<{ id: string }>`
      with r as (insert into relationship_relationship (organiser_id, client_id, service, offering_id, during)
        values (${organiserId}, ${clientId}, 'rehabilitative-work', ${offerings['rehabilitative-work']}, '[2020-03-01,)') returning id),
      p as (insert into placement_placement (organiser_id, client_id, relationship_id, service, group_id, during)
        select ${organiserId}, ${clientId}, r.id, 'rehabilitative-work', ${groupId}, '[2020-03-01,)' from r returning id)
      insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
        select ${organiserId}, ${clientId}, p.id, 3, 'am', '[2020-03-01,)' from p returning placement_id as id`.execute(
      db.owner,
    );
    const placementId = loaded[0]?.id as string;
    const on = day('2021-03-03');
    const { rows } = await world.perform(
      attendanceGrid,
      { groupId, from: on, to: addDays(on, 1) },
      'work-instructor',
      on,
    );
    expect(rows.find((row) => row.placementId === placementId)?.decided).toBe(false);
    await world.perform(markAttendance, { marks: [{ placementId, on, kind: 'present' }] }, 'work-instructor', on);
    const page = await world.perform(clientPage, { clientId }, by, on);
    expect(page.footings).toMatchObject([{ state: 'without', lastDay: null }]);
  });

  test('stands on its decision: that is neither shortened nor annulled under it', async () => {
    const { clientId, decisionId } = await begun('Dahl');
    const mend = {
      clientId,
      decisionId,
      during: { from: '2021-03-01', to: '2021-05-01' },
      reasons: 'Korjattu.',
      place: null,
      because: 'Virhe',
    };
    // Of rehabilitative work no period is shorter than three months.
    expect(await world.refusal(correctDecision, mend, by)).toBe('period-too-short');
    const annul = { clientId, decisionId, ground: 'own-conduct' as const, because: 'Virhe' };
    expect(await world.refusal(annulDecision, annul, by)).toBe('service-stands-on-it');
  });
});

test('a service that only its decision ended stays with its workers however long, one that was left does not', async () => {
  const [{ clientId }, gone] = [await begun('Koski'), await begun('Lehto')];
  const exit = {
    relationshipId: gone.relationshipId,
    lastDay: '2021-04-30',
    reason: 'employed' as const,
    destination: 'paid-work' as const,
  };
  await world.perform(exitClient, { clientId: gone.clientId, ...exit }, by, day('2021-05-03'));
  const late = day('2022-03-01');
  for (const worker of [by, 'work-instructor'] as const) {
    const page = await world.perform(clientPage, { clientId }, worker, late);
    expect(page.footings).toMatchObject([{ state: 'ended', lastDay: '2021-05-31' }]);
    expect(['not-allowed', 'not-found']).toContain(
      await world.refusal(clientPage, { clientId: gone.clientId }, worker, late),
    );
  }
});

describe('a period', () => {
  test('goes on twice in one form each: plan, decision, relationship, its worker and its place', async () => {
    const { clientId, relationshipId, placementId } = await begun('Eklund');
    const on = day('2021-05-20');
    const frame = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
    expect(frame).toMatchObject({
      from: '2021-06-01',
      to: '2021-09-01',
      term: 'for-a-period',
      mayDecide: true,
      decidedFor: null,
    });
    const second = { from: '2021-06-01', to: '2021-09-01' };
    const once = await world.perform(continuePeriod, { clientId, relationshipId, ...next(second, on) }, by, on);
    expect(once).toMatchObject({
      relationshipId,
      responsible: true,
      placements: 1,
      during: { from: '2021-03-01', to: '2021-09-01' },
    });
    const third = { from: '2021-09-01', to: '2021-12-01' };
    const later = day('2021-08-20');
    const again = { clientId, relationshipId, ...next(third, later), reviewOn: '2021-11-20' };
    await world.perform(continuePeriod, again, by, later);
    const { relationships } = await world.perform(relationshipsOf, { clientId }, by, later);
    expect(relationships).toMatchObject([
      { during: { from: '2021-03-01', to: '2021-12-01' }, responsible: [{ during: { to: '2021-12-01' } }] },
    ]);
    expect((await world.perform(decisionsOf, { clientId }, by, later)).decisions).toHaveLength(3);
    const mark = { marks: [{ placementId, on: '2021-09-01', kind: 'present' as const }] };
    await world.perform(markAttendance, mark, 'work-instructor', day('2021-09-01'));
    const page = await world.perform(clientPage, { clientId }, by, day('2021-09-01'));
    expect(page.footings).toMatchObject([{ state: 'in-force', lastDay: '2021-11-30' }]);
  });

  test('goes on twice by plans of one day with the same goals: each is of a period of its own', async () => {
    const { clientId, relationshipId } = await begun('Ekholm');
    const on = day('2021-05-20');
    const of = (during: { from: string; to: string }, reviewOn: string) =>
      world.perform(continuePeriod, { clientId, relationshipId, ...next(during, on), reviewOn }, by, on);
    await of({ from: '2021-06-01', to: '2021-09-01' }, '2021-08-20');
    const twice = await of({ from: '2021-09-01', to: '2021-12-01' }, '2021-11-20');
    expect(twice.during).toEqual({ from: '2021-03-01', to: '2021-12-01' });
  });

  test('has each goal once, in a plan that is made for it as in any other', async () => {
    const { clientId, relationshipId } = await begun('Eskola');
    const on = day('2021-05-20');
    const again = { ...next({ from: '2021-06-01', to: '2021-09-01' }, on), goals: ['Päivärytmi', 'päivärytmi'] };
    expect(await world.refusal(continuePeriod, { clientId, relationshipId, ...again }, by, on)).toBe('wrong-input');
  });

  test('that begins after a gap is a new relationship at the same place; between them there is no service', async () => {
    const { clientId, relationshipId } = await begun('Forss');
    const on = day('2021-06-14');
    const frame = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
    expect(frame).toMatchObject({ from: '2021-06-14', footing: { state: 'ended', lastDay: '2021-05-31' } });
    const during = { from: '2021-06-16', to: '2021-09-16' };
    const gone = await world.perform(continuePeriod, { clientId, relationshipId, ...next(during, on) }, by, on);
    expect(gone.relationshipId).not.toBe(relationshipId);
    expect(gone).toMatchObject({ during, placements: 1, responsible: true });
    expect(await daysOf(clientId, on)).toEqual([during, first]);
    const page = await world.perform(clientPage, { clientId }, by, day('2021-06-16'));
    expect(page.footings).toMatchObject([{ relationshipId: gone.relationshipId, state: 'in-force' }]);
  });

  test('waits for its decider where one may not decide, and goes on when it is decided', async () => {
    const { clientId, relationshipId } = await begun('Grahn');
    const on = day('2021-05-20');
    const during = { from: '2021-06-01', to: '2021-09-01' };
    const sent = { clientId, relationshipId, ...next(during, on), deciderId: world.workerId('work-instructor-2') };
    expect(await world.perform(continuePeriod, sent, by, on)).toMatchObject({ decisionId: null, during: null });
    expect(await world.refusal(continueDecided, { clientId, relationshipId }, by, on)).toBe('no-decision-after');
    const { pending } = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
    expect(pending?.presentedTo).toBe('Peltola Riikka');
    // What waits for its decider is written over by nobody who goes on as if it were not there.
    expect(await world.refusal(continuePeriod, sent, by, on)).toBe('presented-already');
    const page = await world.perform(clientPage, { clientId }, by, on);
    const plan = page.plans.find((one) => one.madeOn === on);
    const grant = { clientId, referralId: pending?.id ?? '', planId: plan?.id ?? '', outcome: 'grant' as const };
    await world.perform(
      decide,
      { ...grant, decidedOn: on, during, reasons: 'Jatko.', provisions: ['189/2001:13b'] },
      by,
      on,
    );
    const { decidedFor } = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
    expect(decidedFor).toEqual({ from: first.from, to: during.to });
    expect(await world.perform(continueDecided, { clientId, relationshipId }, by, on)).toMatchObject({ placements: 1 });
    expect(await daysOf(clientId, on)).toEqual([{ from: first.from, to: during.to }]);
  });

  test('goes on by a decision made before the client got a wage only where it is told why, and the page tells the reason', async () => {
    const { clientId, relationshipId } = await begun('Ilves');
    const on = day('2021-05-20');
    const during = { from: '2021-06-01', to: '2021-09-01' };
    const sent = { clientId, relationshipId, ...next(during, on), deciderId: world.workerId('work-instructor-2') };
    await world.perform(continuePeriod, sent, by, on);
    const { pending } = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
    const plan = (await world.perform(clientPage, { clientId }, by, on)).plans.find((one) => one.madeOn === on);
    const grant = { clientId, referralId: pending?.id ?? '', planId: plan?.id ?? '', outcome: 'grant' as const };
    const decided = { ...grant, decidedOn: on, during, reasons: 'Jatko.', provisions: ['189/2001:13b'] };
    await world.perform(decide, decided, by, on);
    const wage = { clientId, benefit: 'wage' as const, main: true, during: { from: '2021-06-07', to: null } };
    await world.perform(recordBenefit, wage, by, on);
    const refused = await world.problem(continueDecided, { clientId, relationshipId }, by, on);
    expect(refused.errors?.[0]?.field).toBe('outsideBecause');
    const because = { clientId, relationshipId, outsideBecause: 'Työ on kahden tunnin keikka viikossa.' };
    await world.perform(continueDecided, because, by, on);
    const { outside } = await world.perform(clientPage, { clientId }, by, on);
    expect(outside).toEqual([{ id: relationshipId, because: because.outsideBecause }]);
  });

  test('goes on with its place and without the meal where the act on charges gives no ground for it', async () => {
    const official = 'pori-social-worker';
    const charged = { service: 'work-activity', group: 'work-activity', meal: true } as const;
    const { clientId, relationshipId, placementId } = await takingPart(world, { ...charged, familyName: 'Jokela' });
    // As the decision would have been for a time.
    const until = sql`daterange(lower(during), '2021-06-01')`;
    for (const table of [
      'placement_slot',
      'placement_placement',
      'relationship_responsible',
      'relationship_relationship',
      'decision_decision',
    ])
      await sql`update ${sql.table(table)} set during = ${until} where client_id = ${clientId}`.execute(db.owner);
    await world.perform(changeClient, { clientId, birthOn: '2006-01-01' }, official);
    const on = day('2021-05-20');
    const frame = await world.perform(nextPeriodFrame, { clientId, relationshipId }, official, on);
    const period = {
      ...{
        clientId,
        relationshipId,
        source: 'own-contact' as const,
        receivedOn: on,
        during: { from: '2021-06-01', to: null },
      },
      ...{ kind: 'service' as const, reviewOn: '2021-08-20', goals: ['Päivärytmi'] },
      ...{ reasons: 'Vastaa tarvetta.', provisions: frame.provisions.map(({ id }) => id), offeringId: null },
    };
    const refused = await world.problem(continuePeriod, period, official, on);
    expect(refused.errors?.[0]?.field).toBe('meal');
    const gone = await world.perform(continuePeriod, { ...period, meal: false }, official, on);
    expect(gone).toMatchObject({ relationshipId, placements: 1 });
    const { placements } = await world.perform(clientPage, { clientId }, official, on);
    expect(placements.map(({ meal, during }) => [meal, during]).toSorted()).toEqual([
      [false, { from: '2021-06-01', to: null }],
      [true, { from: '2021-03-01', to: '2021-06-01' }],
    ]);
    expect(placements.map(({ id }) => id)).toContain(placementId);
  });

  describe('that is granted less than was asked for', () => {
    const second = { from: '2021-06-01', to: '2021-09-01' };
    const on = day('2021-05-20');
    const grounds = { ground: 'unnecessary' as const, because: 'Asiakas toivoi itse lyhyempää jaksoa.' };

    test('is refused at the field of the hearing, and says by which ground the client is not heard', async () => {
      const { clientId, relationshipId } = await begun('Kaski');
      const less = { clientId, relationshipId, ...next(second, on), inPart: true };
      const refused = await world.problem(continuePeriod, less, by, on);
      expect(refused).toMatchObject({ type: '/problems/not-heard', errors: [{ field: 'unheard' }] });
      const { decisionId } = await world.perform(continuePeriod, { ...less, unheard: grounds }, by, on);
      const { decisions } = await world.perform(decisionsOf, { clientId }, by, on);
      expect(decisions.find(({ id }) => id === decisionId)).toMatchObject({ inPart: true, unheard: grounds });
      const letter = await world.perform(decisionLetter, { clientId, decisionId: decisionId ?? '' }, by, on);
      expect((await readPaper(letter.bytes)).text).toContain(grounds.because);
    });

    test('goes on where the client was heard in the matter that waits', async () => {
      const { clientId, relationshipId } = await begun('Kivi');
      const matter = { service: 'rehabilitative-work' as const, source: 'own-contact' as const };
      const { referralId } = await world.perform(
        receiveReferralOfClient,
        { clientId, ...matter, kind: 'own-contact', receivedOn: '2021-05-20' },
        by,
        on,
      );
      const frame = () => world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
      expect(await frame()).toMatchObject({ heard: 'not-heard', pending: { id: referralId }, easyLanguage: false });
      const request = { clientId, referralId, about: 'Jakso olisi lyhyempi.', respondByOn: '2021-06-10' };
      const { hearingId } = await world.perform(hearClient, { ...request, way: 'in-person' }, by, on);
      expect((await frame()).heard).toBe('open');
      const less = { clientId, relationshipId, ...next(second, on), inPart: true };
      expect(await world.refusal(continuePeriod, less, by, on)).toBe('hearing-open');
      await world.perform(recordAnswer, { clientId, hearingId, answeredOn: on, answer: 'Sopii.' }, by, on);
      expect((await frame()).heard).toBe('heard');
      await world.perform(continuePeriod, less, by, on);
    });

    test('owes reasons in easy language to whoever reads it, and goes to its decider with all of it', async () => {
      const { clientId, relationshipId } = await begun('Kumpu');
      await world.perform(changeClient, { clientId, easyLanguage: true }, by, on);
      const frame = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
      expect(frame.easyLanguage).toBe(true);
      const less = { clientId, relationshipId, ...next(second, on), inPart: true, unheard: grounds };
      const refused = await world.problem(continuePeriod, less, by, on);
      expect(refused).toMatchObject({
        type: '/problems/easy-reasons-missing',
        errors: [{ field: 'easyReasons' }],
      });
      const sent = { ...less, easyReasons: 'Saat vähemmän.', deciderId: world.workerId('work-instructor-2') };
      await world.perform(continuePeriod, sent, by, on);
      const { pending } = await world.perform(nextPeriodFrame, { clientId, relationshipId }, by, on);
      const { proposal } = await world.perform(
        decisionFrame,
        { clientId, referralId: pending?.id ?? '' },
        'work-instructor-2',
        on,
      );
      expect(proposal?.proposed).toMatchObject({ inPart: true, easyReasons: 'Saat vähemmän.', unheard: grounds });
    });
  });

  test('that would end before the service does is no going on: it is told where a decision shortens it', async () => {
    const official = 'pori-social-worker';
    const worked = { service: 'work-activity', group: 'work-activity' } as const;
    const { clientId, relationshipId } = await takingPart(world, { ...worked, familyName: 'Kulo' });
    const on = day('2021-06-17');
    const shorter = {
      ...{ clientId, relationshipId, source: 'own-contact' as const, receivedOn: on },
      ...{ during: { from: on, to: '2021-08-01' }, kind: 'service' as const, reviewOn: '2021-07-30', goals: ['Työ'] },
      ...{ reasons: 'Vastaa tarvetta.', provisions: ['519/1977:35'], offeringId: null },
    };
    expect(await world.refusal(continuePeriod, shorter, official, on)).toBe('shortens-service');
  });

  test('does not go on after an exit, nor by the decision that ended', async () => {
    const { clientId, relationshipId } = await begun('Holm');
    expect(await world.refusal(continueDecided, { clientId, relationshipId }, by)).toBe('no-decision-after');
    expect(await world.refusal(continueRelationship, { clientId, relationshipId }, by)).toBe('not-allowed');
    const exit = {
      clientId,
      relationshipId,
      lastDay: '2021-04-30',
      reason: 'employed' as const,
      destination: 'paid-work' as const,
    };
    await world.perform(exitClient, exit, by, day('2021-05-03'));
    const on = day('2021-05-20');
    expect(await world.refusal(nextPeriodFrame, { clientId, relationshipId }, by, on)).toBe('ended-otherwise');
    const page = await world.perform(clientPage, { clientId }, by, day('2021-05-24'));
    expect(page.footings).toEqual([]);
  });
});
