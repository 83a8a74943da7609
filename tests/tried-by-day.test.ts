/** Rules that turn on a day, as a lawyer would try them on both of its sides: who is competent, what came in time, what ends when, what is bought. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePlacement, correctPlacementEnd } from '../src/casework/agreement/acts.ts';
import { beginAssessment, writeAssessment } from '../src/casework/assessment/acts.ts';
import { continueDecided } from '../src/casework/continuation/acts.ts';
import { annulDecision, correctDecision, decide, decisionFrame, serveDecision } from '../src/casework/decision/acts.ts';
import { changeEmployer, employers } from '../src/casework/employer/acts.ts';
import { correctExit, exitClient, takeBackExit } from '../src/casework/exit/acts.ts';
import { hearClient } from '../src/casework/hearing/acts.ts';
import {
  addGroup,
  addOffering,
  addProvider,
  addUnit,
  changeGroup,
  changeOffering,
  changeUnit,
} from '../src/casework/organiser/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { correctPlan, makePlan } from '../src/casework/plan/acts.ts';
import {
  correctRequest,
  decideRequest,
  receiveRequest,
  recordAppeal,
  serveRequest,
  standings,
} from '../src/casework/rectification/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refuseCorrection } from '../src/casework/refusal/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { expiringBoard } from '../src/screens/expiring/board.ts';
import { waitingBoard } from '../src/screens/waiting/board.ts';
import { addWorkplaceBy, begunIn, placingAt } from './begun.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, makeWorld, unheard, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const lastDay = day('2022-12-31');
const newYear = day('2023-01-01');

/** Granted open work without an end, from a day, and served. */
async function granted(decidedOn: Day, familyName = 'Raja') {
  const matter = await world.refer({ familyName, receivedOn: addDays(decidedOn, -20) });
  const { provisions } = await world.perform(decisionFrame, matter, by, decidedOn);
  const grant = {
    ...{ ...matter, outcome: 'grant' as const, decidedOn, during: { from: decidedOn, to: null } },
    ...{
      reasons: 'Vastaa tarvetta.',
      provisions: provisions.map(({ id }) => id),
      explanations: { longer: explanations.longer },
    },
  };
  const { decisionId } = await world.perform(decide, grant, by, decidedOn);
  return { ...matter, decisionId, grant };
}

describe('a municipal organiser, competent through 31.12.2022 (612/2021 section 8)', () => {
  test('receives, decides, begins and places through its last day', async () => {
    const { clientId, decisionId } = await granted(lastDay);
    const offeringId = world.pori.offerings['open-work'] as string;
    const start = { clientId, decisionId, offeringId, workerId: world.workerId('pori-coach') };
    expect(await world.refusal(startRelationship, { ...start, from: newYear }, by, lastDay)).toBe('not-competent');
    const { relationshipId } = await world.perform(startRelationship, { ...start, from: lastDay }, by, lastDay);
    const { workplaceId } = await partAtWorkplace(world, 'Rajapaikka');
    const placing = placingAt(workplaceId, { clientId, relationshipId });
    expect(await world.refusal(place, { ...placing, from: newYear }, by, lastDay)).toBe('not-competent');
    expect(await world.refusal(place, { ...placing, from: newYear }, by, newYear)).toBe('not-competent');
    await world.perform(place, { ...placing, from: lastDay }, by, lastDay);
    const again = { clientId, service: 'day-activity', source: 'own-contact', kind: 'own-contact' } as const;
    expect(await world.refusal(receiveReferralOfClient, { ...again, receivedOn: newYear }, by, newYear)).toBe(
      'not-competent',
    );
    await world.perform(receiveReferralOfClient, { ...again, receivedOn: lastDay }, by, newYear);
  });

  test('lets nobody go on from a day after it, nor changes a place from then on', async () => {
    const { clientId, relationshipId, placementId } = await takingPart(world, {
      ...{ service: 'work-activity', group: 'work-activity', familyName: 'Jatkaja' },
    });
    const half = { slots: [{ weekday: 1 as const, half: 'pm' as const }], clientId, placementId };
    const change = (from: Day) => world.refusal(changePlacement, { ...half, from }, by, newYear);
    expect(await change(newYear)).toBe('not-competent');
    await world.perform(changePlacement, { ...half, from: lastDay }, by, newYear);
    // As a decision through the turn of the year would have it, and one made after it for what follows.
    for (const table of [
      'placement_slot',
      'placement_placement',
      'relationship_responsible',
      'relationship_relationship',
      'decision_decision',
    ])
      await sql`update ${sql.table(table)} set during = daterange(lower(during), '2023-02-01') where client_id = ${clientId} and during @> date '2023-01-31'`.execute(
        db.owner,
      );
    const { referralId } = await world.perform(
      receiveReferralOfClient,
      { clientId, service: 'work-activity', source: 'own-contact', kind: 'own-contact', receivedOn: lastDay },
      by,
      lastDay,
    );
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by, lastDay);
    const grant = {
      ...{ clientId, referralId, outcome: 'grant' as const, decidedOn: lastDay, reasons: 'Vastaa tarvetta.' },
      ...{ during: { from: '2023-02-01', to: null }, provisions: provisions.map(({ id }) => id) },
    };
    await world.perform(decide, grant, by, lastDay);
    expect(await world.refusal(continueDecided, { clientId, relationshipId }, by, newYear)).toBe('not-competent');
  });

  test('neither mends nor annuls its decisions after it, nor refuses to: that is deciding too', async () => {
    const { clientId, decisionId, grant } = await granted(day('2022-11-01'), 'Korjattava');
    const mended = {
      ...{ clientId, decisionId, during: grant.during, lastDay: null, reasons: 'Vastaa hyvin tarvetta.', place: null },
      ...{ explanations: grant.explanations, because: 'Kirjoitusvirhe.' },
    };
    expect(await world.refusal(correctDecision, mended, by, newYear)).toBe('not-competent');
    const annulled = { clientId, decisionId, ground: 'for-client' as const, because: 'Virhe.' };
    expect(await world.refusal(annulDecision, annulled, by, newYear)).toBe('not-competent');
    const demanded = {
      clientId,
      decisionId,
      demandedOn: '2022-12-20',
      demand: 'Väärä paikka.',
      reasons: 'Ei virhettä.',
    };
    expect(await world.refusal(refuseCorrection, demanded, by, newYear)).toBe('not-competent');
    await world.perform(refuseCorrection, demanded, by, lastDay);
    await world.perform(correctDecision, mended, by, lastDay);
    await world.perform(annulDecision, annulled, by, lastDay);
  });

  test('plans, begins to assess and hears in a matter through its last day: what is left is done by whoever has the task', async () => {
    const matter = await world.refer({ familyName: 'Suunniteltava', receivedOn: day('2022-12-15') });
    const plan = {
      ...matter,
      ...{ service: 'open-work' as const, kind: 'service' as const, goals: ['Oppia kassa'], items: {} },
      ...{ during: { from: newYear, to: null }, reviewOn: '2023-03-01' },
    };
    expect(await world.problem(makePlan, { ...plan, madeOn: newYear }, by, newYear)).toMatchObject({
      type: '/problems/not-competent',
      errors: [expect.objectContaining({ field: 'madeOn' })],
    });
    // What was made in time is recorded later all the same, and not moved out of it.
    const { planId } = await world.perform(makePlan, { ...plan, madeOn: lastDay }, by, newYear);
    const { clientId, referralId, service: _, ...content } = plan;
    const moved = { clientId, planId, ...content, madeOn: newYear, why: 'Päivä' };
    expect(await world.refusal(correctPlan, moved, by, newYear)).toBe('not-competent');

    const begin = (begunOn: Day) => ({ clientId, referralId, begunOn });
    expect(await world.refusal(beginAssessment, begin(newYear), by, newYear)).toBe('not-competent');
    const { assessmentId } = await world.perform(beginAssessment, begin(lastDay), by, newYear);
    const written = {
      ...{ clientId, assessmentId, begunOn: newYear, finishedOn: null, tookPart: null, situation: null },
      ...{ clientView: null, viewMissingBecause: null, conclusions: null, need: null, specialSupport: null },
      ...{ ownWorker: null, ownWorkerView: null },
    };
    expect(await world.refusal(writeAssessment, written, by, newYear)).toBe('not-competent');

    const hear = { ...matter, about: 'Aiomme hylätä.', respondByOn: '2023-01-20', way: 'post' as const };
    expect(await world.refusal(hearClient, hear, by, newYear)).toBe('not-competent');
    await world.perform(hearClient, hear, by, lastDay);
  });

  test('has its body decide on rectification through the day, which may be recorded after it', async () => {
    const { clientId, decisionId } = await granted(day('2022-11-01'), 'Oikaistava');
    await world.perform(serveDecision, { clientId, decisionId, way: 'in-person', sentOn: '2022-11-02' }, by, lastDay);
    const request = { clientId, decisionId, receivedOn: '2022-11-20', demands: 'Muutettava.' };
    const { requestId } = await world.perform(receiveRequest, request, by, lastDay);
    const decided = { clientId, requestId, outcome: 'upheld' as const, reasons: 'Ei uutta.' };
    expect(await world.refusal(decideRequest, { ...decided, decidedOn: newYear }, by, newYear)).toBe('not-competent');
    await world.perform(decideRequest, { ...decided, decidedOn: lastDay }, by, newYear);
    const recorded = {
      ...{ clientId, requestId, receivedOn: '2022-11-20', demands: 'Muutettava.', decidedOn: newYear, why: 'Päivä' },
      ...{
        outcome: decided.outcome,
        reasons: decided.reasons,
        appealedOn: null,
        courtDecidedOn: null,
        courtOutcome: null,
      },
    };
    expect(await world.problem(correctRequest, recorded, by, newYear)).toMatchObject({
      type: '/problems/not-competent',
      errors: [expect.objectContaining({ field: 'decidedOn' })],
    });
    await world.perform(correctRequest, { ...recorded, decidedOn: day('2022-12-30') }, by, newYear);
  });
});

describe('rectification and appeal', () => {
  /** A denial sent by post, so that it counts as received on the seventh day. */
  async function denied(sentOn: Day) {
    const matter = await world.refer({ familyName: 'Määräaika', receivedOn: addDays(sentOn, -30) });
    const denial = {
      ...{ ...matter, outcome: 'deny' as const, decidedOn: sentOn, reasons: 'Tarvetta ei ole.', unheard },
      provisions: ['1301/2014:36'],
    };
    const { decisionId } = await world.perform(decide, denial, by, sentOn);
    const served = await world.perform(
      serveDecision,
      { clientId: matter.clientId, decisionId, way: 'post', sentOn },
      by,
      sentOn,
    );
    return { clientId: matter.clientId, decisionId, ...served };
  }

  test.each([
    // Served on 8.6., 30 days end on 8.7.; on 10.5. and 9.6., a Wednesday; at the year's end on 5.2., a Saturday, so on Monday.
    ['2021-06-01', '2021-06-08', '2021-07-08'],
    ['2021-05-03', '2021-05-10', '2021-06-09'],
    ['2021-12-30', '2022-01-06', '2022-02-07'],
    // Thirty days after 14.5.2022 end on Monday 13.6.; the eve of Midsummer 24.6.2022 is no day of an end.
    ['2022-05-18', '2022-05-25', '2022-06-27'],
  ])('sent on %s it counts as served on %s, and may be rectified through %s', async (sentOn, servedOn, last) => {
    const { clientId, decisionId, ...served } = await denied(day(sentOn));
    expect(served).toEqual({ servedOn, rectifyUntil: last });
    const after = addDays(day(last), 1);
    const request = (receivedOn: Day) => ({ clientId, decisionId, receivedOn, demands: 'Muutettava.' });
    const { requestId, late } = await world.perform(receiveRequest, request(after), by, after);
    expect(late).toBe(true);
    const upheld = { clientId, requestId, outcome: 'upheld' as const, decidedOn: after, reasons: 'Myöhässä.' };
    expect(await world.refusal(decideRequest, upheld, by, after)).toBe('came-late');
    await world.perform(decideRequest, { ...upheld, outcome: 'not-examined' }, by, after);
    const inTime = await denied(day(sentOn));
    const own = { clientId: inTime.clientId, decisionId: inTime.decisionId, receivedOn: last, demands: 'Muutettava.' };
    expect((await world.perform(receiveRequest, own, by, after)).late).toBe(false);
  });

  test('a request before the decision counts as served came in time, and so does an appeal before the body’s does', async () => {
    const { clientId, decisionId } = await denied(day('2021-06-01'));
    const early = { clientId, decisionId, receivedOn: '2021-06-04', demands: 'Muutettava.' };
    const { requestId, late } = await world.perform(receiveRequest, early, by, day('2021-06-04'));
    expect(late).toBe(false);
    const of = { clientId, requestId };
    const on = day('2021-06-10');
    await world.perform(decideRequest, { ...of, outcome: 'upheld', decidedOn: on, reasons: 'Ei uutta.' }, by, on);
    await world.perform(serveRequest, { ...of, way: 'post', sentOn: on }, by, on);
    // It counts as received on 17.6.; who had it on the 12th appeals on the 14th.
    expect(await world.refusal(recordAppeal, { ...of, appealedOn: '2021-06-09' }, by, day('2021-06-15'))).toBe(
      'before-last-step',
    );
    await world.perform(recordAppeal, { ...of, appealedOn: '2021-06-14' }, by, day('2021-06-15'));
    const stand = async () => (await world.perform(standings, { clientId }, by, day('2021-06-20'))).standings[0];
    expect(await stand()).toMatchObject({ stand: 'appealed' });
    const request = (await stand())?.requests[0];
    const { receivedOn, demands, decidedOn, outcome, reasons, courtOutcome, courtDecidedOn } = request ?? ({} as never);
    const corrected = {
      ...of,
      receivedOn,
      demands,
      decidedOn,
      outcome,
      reasons,
      courtOutcome,
      courtDecidedOn,
      why: 'Päivä.',
    };
    await world.perform(correctRequest, { ...corrected, appealedOn: '2021-06-13' }, by, day('2021-06-20'));
    expect(await world.refusal(correctRequest, { ...corrected, appealedOn: '2021-06-09' }, by, day('2021-06-20'))).toBe(
      'before-last-step',
    );
  });
});

describe('what ends', () => {
  test('is on the list from the ninetieth day before its last one, to the day', async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Loppu');
    const { clientId } = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Loppuva' });
    await sql`alter table decision_decision disable trigger user`.execute(db.owner);
    for (const days of [91, 90, 60, 30]) {
      const ending = sql`daterange(lower(during), ${addDays(world.today, days + 1)}::date)`;
      await sql`update decision_decision set during = ${ending} where client_id = ${clientId}`.execute(db.owner);
      const { rows } = await world.perform(expiringBoard, {}, by);
      const own = rows.filter((row) => row.clientId === clientId && row.kind === 'ending');
      expect(own.map(({ daysLeft }) => daysLeft)).toEqual(days > 90 ? [] : [days]);
    }
    await sql`alter table decision_decision enable trigger user`.execute(db.owner);
  });

  test('or waits under an organiser is not what passed on to the next one', async () => {
    const { clientId } = await granted(day('2021-05-03'), 'Siirtynyt');
    const of = async () => {
      const waiting = (await world.perform(waitingBoard, {}, by)).rows.filter((row) => row.clientId === clientId);
      const expiring = (await world.perform(expiringBoard, {}, by)).rows.filter((row) => row.clientId === clientId);
      return [...waiting.map(({ step }) => step), ...expiring.map(({ kind }) => kind)].toSorted();
    };
    expect(await of()).toEqual(['serve', 'start', 'unserved']);
    await sql`update decision_decision set left_on = '2021-06-10' where client_id = ${clientId}`.execute(db.owner);
    expect(await of()).toEqual([]);
  });
});

describe('rehabilitative work is not bought from a company (189/2001 section 6, from 2021 section 13)', () => {
  const admin = 'pori-administrator';
  const official = 'work-social-worker';

  test('an association that became a company keeps no client of it, and a placement does not go on there', async () => {
    const workplaceId = await addWorkplaceBy(world, 'work-instructor', { name: 'Yhdistys', sector: 'association' });
    const whose = await begunIn(world, { organiser: 'work' });
    const placed = { ...placingAt(workplaceId, whose), to: '2021-07-01' };
    const { placementId } = await world.perform(place, placed, official);
    const { employers: all } = await world.perform(employers, {}, 'work-instructor');
    const employer = all.find(({ name }) => name === 'Yhdistys');
    const sold = { employerId: employer?.id ?? '', name: 'Yhdistys', sector: 'private' as const };
    expect(await world.refusal(changeEmployer, sold, 'work-instructor')).toBe('rehabilitation-there');
    // Once it is over there, it may be a company's; then nothing goes on there, begins there or is moved there.
    await world.perform(changeEmployer, sold, 'work-instructor', day('2021-07-01'));
    const longer = { clientId: whose.clientId, placementId, on: null, why: 'Jatkuu' };
    expect(await world.refusal(correctPlacementEnd, longer, official, day('2021-07-01'))).toBe('not-at-companies');
    const anew = placingAt(workplaceId, whose, { from: '2021-07-05' });
    expect(await world.refusal(place, anew, official, day('2021-07-01'))).toBe('not-at-companies');
  });
  test('nor does a placement go on there by an exit that is taken back, or moved later', async () => {
    const workplaceId = await addWorkplaceBy(world, 'work-instructor', { name: 'Seura', sector: 'association' });
    const whose = await begunIn(world, { organiser: 'work' });
    await world.perform(place, placingAt(workplaceId, whose), official);
    const left = { ...whose, lastDay: '2021-06-30', reason: 'employed' as const, destination: 'paid-work' as const };
    const { exitId } = await world.perform(exitClient, left, official, day('2021-07-01'));
    const { employers: all } = await world.perform(employers, {}, 'work-instructor');
    const employer = all.find(({ name }) => name === 'Seura');
    const sold = { employerId: employer?.id ?? '', name: 'Seura', sector: 'private' as const };
    const on = day('2021-07-01');
    await world.perform(changeEmployer, sold, 'work-instructor', on);
    const { clientId } = whose;
    const back = { clientId, exitId, why: 'Väärä asiakas' };
    expect(await world.refusal(takeBackExit, back, official, on)).toBe('not-at-companies');
    const { reason, destination } = left;
    const later = { ...back, reason, destination, lastDay: '2021-07-15' };
    expect(await world.refusal(correctExit, later, official, day('2021-07-20'))).toBe('not-at-companies');
    // What was over before may be over sooner.
    await world.perform(correctExit, { ...later, lastDay: '2021-06-24' }, official, on);
  });

  test('an offering or a group of one that was loaded ends and does not go on, and a unit becomes a company’s once the work there is over', async () => {
    const kindOf = async (kind: 'company' | 'association') =>
      (await world.perform(addProvider, { name: `Päivän ${kind}`, kind, businessCode: null }, admin)).providerId;
    const [company, association] = [await kindOf('company'), await kindOf('association')];
    const open = { from: '2021-01-01', to: null };
    const bought = { service: 'rehabilitative-work' as const, provisionMode: 'purchased' as const };
    const { offeringId } = await world.perform(
      addOffering,
      { ...bought, providerId: association, during: open },
      admin,
    );
    const unit = {
      name: 'Yhdistyksen paja',
      kind: 'workshop' as const,
      municipalityCode: '609',
      street: null,
      during: open,
    };
    const { unitId } = await world.perform(addUnit, { ...unit, providerId: association }, admin);
    const group = {
      name: 'Paja',
      capacity: 5,
      weekdays: [1],
      halves: ['am'],
      meal: false,
      leadRotationMonths: null,
      during: open,
    } as const;
    const { groupId } = await world.perform(addGroup, { ...group, unitId, service: bought.service } as never, admin);
    // Neither of two sides: a provider that turned out to be a company, and the days on which it goes on.
    await expect(
      sql`update organiser_provider set kind = 'company' where id = ${association}`.execute(db.owner),
    ).rejects.toThrow(/company/);
    expect(await world.refusal(changeUnit, { ...unit, unitId, providerId: company } as never, admin)).toBe(
      'not-from-company',
    );
    const over = { from: '2021-01-01', to: '2021-06-01' };
    await world.perform(changeGroup, { ...group, groupId, during: over } as never, admin);
    await world.perform(changeOffering, { offeringId, during: over }, admin);
    await world.perform(changeUnit, { ...unit, unitId, providerId: company } as never, admin);
    expect(await world.refusal(changeGroup, { ...group, groupId, during: open } as never, admin)).toBe(
      'not-from-company',
    );
    await sql`update organiser_provider set kind = 'company' where id = ${association}`.execute(db.owner);
    expect(await world.refusal(changeOffering, { offeringId, during: open }, admin)).toBe('not-from-company');
    expect(
      await world.refusal(addGroup, { ...group, name: 'Uusi', unitId, service: bought.service } as never, admin),
    ).toBe('not-from-company');
  });
});
