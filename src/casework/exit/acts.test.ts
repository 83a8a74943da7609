import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { explanations, makeWorld, unheard, type World } from '../../../tests/world.ts';
import { addDays, day } from '../../kernel/day.ts';
import { changePlacement, placements } from '../agreement/acts.ts';
import { agreeRhythm } from '../coaching/acts.ts';
import { annulDecision, decide, decisionsOf } from '../decision/acts.ts';
import { addEmployer } from '../employer/acts.ts';
import { endPlacement, place } from '../placement/acts.ts';
import { receiveReferralOfClient } from '../referral/acts.ts';
import { agreeBreak, correctStart, relationshipsOf, startRelationship } from '../relationship/acts.ts';
import {
  correctExit,
  correctMove,
  decideAndEnd,
  exitClient,
  exits,
  moveClient,
  takeBackExit,
  takeBackMove,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const employer = { name: 'Lähikauppa', sector: 'private' as const, workplace: { name: 'Lähikauppa, piste' } };
  workplaceId = (await world.perform(addEmployer, employer, 'pori-coach', day('2020-01-01'))).workplaceId;
});
afterAll(() => db.close());

const from = '2021-05-18';

/** A client whose application was granted and whose service has begun, by the acts of the rooms before. */
async function begun(service: 'open-work' | 'work-activity' = 'open-work', of?: string) {
  const { clientId, referralId } = of
    ? await referAgain(of, service)
    : await world.refer({ service, receivedOn: '2021-05-03' });
  const decision = {
    clientId,
    referralId,
    outcome: 'grant' as const,
    decidedOn: '2021-05-10',
    reasons: 'Tuen tarve.',
    explanations,
  };
  const { decisionId } = await world.perform(
    decide,
    { ...decision, during: { from: '2021-05-10', to: null }, provisions: ['519/1977:35'] },
    'pori-social-worker',
  );
  const offeringId = world.pori.offerings[service] as string;
  const { relationshipId } = await world.perform(
    startRelationship,
    {
      clientId,
      decisionId,
      offeringId,
      from,
      workerId: service === 'open-work' ? world.workerId('pori-coach') : null,
    },
    'pori-social-worker',
  );
  return { clientId, relationshipId };
}

const lastDayPlusOne = (lastDay: string) => addDays(day(lastDay), 1);

/** The same service once more, by the decision that still holds, from the day after it ended. */
async function begunAnew(clientId: string) {
  const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-social-worker');
  const decisionId = decisions[0]?.id ?? '';
  const offeringId = world.pori.offerings['open-work'] as string;
  const workerId = world.workerId('pori-coach');
  await world.perform(
    startRelationship,
    { clientId, decisionId, offeringId, from: '2021-06-17', workerId },
    'pori-social-worker',
  );
}

async function referAgain(clientId: string, service: 'open-work' | 'work-activity') {
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { clientId, service, source: 'coaching-team', kind: 'referral', receivedOn: '2021-05-03' },
    'pori-social-worker',
  );
  return { clientId, referralId };
}

const placed = (whose: { clientId: string; relationshipId: string }) =>
  world.perform(
    place,
    { ...whose, workplaceId, slots: [{ weekday: 1, half: 'am' }], startsAt: '09:00', endsAt: '13:00', from },
    'pori-coach',
  );

const ended = { lastDay: '2021-06-16', reason: 'studies', destination: 'studies' } as const;

describe('a service that ends', () => {
  test('ends with its placement, its rhythm and its responsible worker, with a reason and a destination', async () => {
    const whose = await begun();
    await placed(whose);
    await world.perform(agreeRhythm, { ...whose, everyDays: 15, during: { from, to: null } }, 'pori-coach');
    const { endedOn } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach');
    expect(endedOn).toBe('2021-06-17');
    const { relationships } = await world.perform(relationshipsOf, { clientId: whose.clientId }, 'pori-coach');
    expect(relationships[0]?.during).toEqual({ from, to: '2021-06-17' });
    expect(relationships[0]?.responsible[0]?.during.to).toBe('2021-06-17');
    const { placements: all } = await world.perform(placements, { clientId: whose.clientId }, 'pori-coach');
    expect(all[0]?.during.to).toBe('2021-06-17');
    const answer = await world.perform(exits, { clientId: whose.clientId }, 'pori-coach');
    expect(answer.exits).toMatchObject([{ reason: 'studies', destination: 'studies', endedOn: '2021-06-17' }]);
  });

  test('ends once, also ahead of its last day', async () => {
    const whose = await begun();
    const ahead = { ...whose, ...ended, lastDay: '2021-06-18' } as const;
    expect((await world.perform(exitClient, ahead, 'pori-coach')).endedOn).toBe('2021-06-19');
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'pori-coach')).toBe('already-exited');
  });

  test('can be corrected while the coach still has a relation to the client, and keeps what was known before', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach');
    await world.perform(
      correctExit,
      {
        clientId: whose.clientId,
        exitId,
        lastDay: ended.lastDay,
        reason: 'employed',
        destination: 'paid-work',
        why: 'Sai sittenkin työtä.',
      },
      'pori-coach',
      day('2021-06-20'),
    );
    const { rows } = await db.ownerPool.query('select reason from exit_exit_history where id = $1', [exitId]);
    expect(rows).toEqual([{ reason: 'studies' }]);
  });

  test('is not for a coach of another organiser, to whom the client does not exist', async () => {
    const whose = await begun();
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'rauma-coach')).toBe('not-found');
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'pori-planner')).toBe('not-found');
    // Finance reaches whom it has an account of, and no one by it does this.
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'pori-finance')).toBe('not-found');
  });
});

describe('a move to another service of the organiser', () => {
  test('ends the one without an exit, and the other goes on', async () => {
    const centre = await begun('work-activity');
    const open = await begun('open-work', centre.clientId);
    await world.perform(
      moveClient,
      { ...centre, lastDay: '2021-05-18', toRelationshipId: open.relationshipId },
      'pori-social-worker',
    );
    const answer = await world.perform(exits, { clientId: centre.clientId }, 'pori-social-worker');
    expect(answer.exits).toEqual([]);
    expect(answer.transitions).toMatchObject([
      { fromService: 'work-activity', toService: 'open-work', movedOn: '2021-05-19' },
    ]);
  });

  test('is no exit too, nor an exit a move, on the same last day either', async () => {
    const centre = await begun('work-activity');
    const open = await begun('open-work', centre.clientId);
    const last = { lastDay: '2021-05-18' } as const;
    const by = 'pori-social-worker';
    await world.perform(moveClient, { ...centre, ...last, toRelationshipId: open.relationshipId }, by);
    expect(await world.refusal(exitClient, { ...centre, ...ended, ...last }, by)).toBe('moved-already');
    const other = await begun('work-activity');
    const next = await begun('open-work', other.clientId);
    await world.perform(exitClient, { ...other, ...ended, ...last }, by);
    expect(await world.refusal(moveClient, { ...other, ...last, toRelationshipId: next.relationshipId }, by)).toBe(
      'already-exited',
    );
  });
});

describe('an end that was recorded by mistake', () => {
  const why = 'Väärä asiakas.';
  const ending = day('2021-06-18');
  const later = day('2021-06-21');
  const reasons = async (clientId: string) => {
    const { rows } = await db.ownerPool.query(
      'select act, why, was from platform_correction where client_id = $1 order by made_at, id',
      [clientId],
    );
    return rows;
  };
  const placesOf = async (clientId: string) => (await world.perform(placements, { clientId }, 'pori-coach')).placements;
  const agreed = (whose: { clientId: string; relationshipId: string }) =>
    world.perform(agreeRhythm, { ...whose, everyDays: 10, during: { from, to: null } }, 'pori-coach');
  const rhythmsOf = async (clientId: string) =>
    (
      await db.ownerPool.query(
        'select every_days, lower(during) as since, upper(during) as until from coaching_agreed_rhythm where client_id = $1',
        [clientId],
      )
    ).rows;
  const lookOf = async (clientId: string) => ({
    rhythms: await rhythmsOf(clientId),
    relationships: (await world.perform(relationshipsOf, { clientId }, 'pori-coach')).relationships,
    placements: await placesOf(clientId),
  });

  test('is taken back: service, place and worker go on as before, and the reason is kept', async () => {
    const whose = await begun();
    await placed(whose);
    await agreed(whose);
    const before = await lookOf(whose.clientId);
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    expect(await lookOf(whose.clientId)).not.toEqual(before);
    await world.perform(takeBackExit, { clientId: whose.clientId, exitId, why }, 'pori-coach', later);
    expect(await lookOf(whose.clientId)).toEqual(before);
    expect((await world.perform(exits, { clientId: whose.clientId }, 'pori-coach')).exits).toEqual([]);
    expect(await reasons(whose.clientId)).toEqual([
      {
        act: 'takeBackExit',
        why,
        was: { service: 'open-work', lastDay: '2021-06-16', reason: 'studies', destination: 'studies' },
      },
    ]);
    expect(await world.refusal(takeBackExit, { clientId: whose.clientId, exitId, why }, 'pori-coach')).toBe(
      'no-such-exit',
    );
  });

  test.each(['2021-06-10', '2021-06-16', '2021-06-25', '2021-07-30'])(
    'gets another last day, %s, with all that ends with it',
    async (lastDay) => {
      const whose = await begun();
      await placed(whose);
      const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
      const change = {
        clientId: whose.clientId,
        exitId,
        lastDay,
        reason: 'own-wish',
        destination: 'home',
        why,
      } as const;
      await world.perform(correctExit, change, 'pori-coach', later);
      const on = lastDayPlusOne(lastDay);
      const [relationship] = (await world.perform(relationshipsOf, { clientId: whose.clientId }, 'pori-coach'))
        .relationships;
      expect(relationship?.during).toEqual({ from, to: on });
      expect(relationship?.responsible.map(({ during }) => during)).toEqual([{ from, to: on }]);
      expect((await placesOf(whose.clientId)).map(({ during }) => during)).toEqual([{ from, to: on }]);
      expect((await world.perform(exits, { clientId: whose.clientId }, 'pori-coach')).exits).toMatchObject([
        { endedOn: on, reason: 'own-wish', destination: 'home' },
      ]);
    },
  );

  test.each([
    ['earlier', ['2021-06-10']],
    ['later, then earlier', ['2021-07-30', '2021-06-10']],
    ['earlier and earlier', ['2021-06-10', '2021-06-04']],
    ['earlier, then later', ['2021-06-10', '2021-07-30']],
  ])('is taken back after its last day was corrected %s: all goes on as before', async (_, lastDays) => {
    const whose = await begun();
    await placed(whose);
    await agreed(whose);
    const before = await lookOf(whose.clientId);
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    for (const lastDay of lastDays)
      await world.perform(
        correctExit,
        { clientId: whose.clientId, exitId, ...ended, lastDay, why },
        'pori-coach',
        later,
      );
    await world.perform(takeBackExit, { clientId: whose.clientId, exitId, why }, 'pori-coach', later);
    expect(await lookOf(whose.clientId)).toEqual(before);
  });

  test('is moved past the day to which it was corrected before, as far as the service went', async () => {
    const whose = await begun();
    await placed(whose);
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    for (const lastDay of ['2021-06-10', '2021-07-30'])
      await world.perform(
        correctExit,
        { clientId: whose.clientId, exitId, ...ended, lastDay, why },
        'pori-coach',
        later,
      );
    const [place1] = await placesOf(whose.clientId);
    expect(place1?.during).toEqual({ from, to: '2021-07-31' });
  });

  test('leaves the first day as it was corrected meanwhile', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    const start = { ...whose, from: '2021-05-12', why };
    await world.perform(correctStart, start, 'pori-social-worker', later);
    await world.perform(takeBackExit, { clientId: whose.clientId, exitId, why }, 'pori-coach', later);
    const { relationships } = await world.perform(relationshipsOf, { clientId: whose.clientId }, 'pori-coach');
    expect(relationships).toMatchObject([{ during: { from: '2021-05-12', to: null } }]);
  });

  test('is taken back with breaks and places that would have been later, and leaves what had ended by itself', async () => {
    const whose = await begun();
    const { placementId } = await placed(whose);
    const pause = { ...whose, reason: 'Kuntoutus' };
    const by = 'pori-social-worker';
    for (const during of [
      { from: '2021-06-07', to: '2021-07-01' },
      { from: '2021-09-01', to: '2021-10-01' },
    ])
      await world.perform(agreeBreak, { ...pause, during }, by);
    const change = {
      clientId: whose.clientId,
      placementId,
      slots: [{ weekday: 2, half: 'am' as const }],
      from: '2021-08-02',
    };
    await world.perform(changePlacement, { ...change, startsAt: '09:00', endsAt: '13:00' }, 'pori-coach');
    // Another half-day, which had ended on the day on which the service ends.
    const own = {
      ...whose,
      workplaceId,
      slots: [{ weekday: 3 as const, half: 'am' as const }],
      startsAt: '09:00',
      endsAt: '13:00',
    };
    const other = await world.perform(place, { ...own, from }, 'pori-coach');
    await world.perform(
      endPlacement,
      { clientId: whose.clientId, placementId: other.placementId, on: '2021-06-17' },
      'pori-coach',
    );
    const before = await lookOf(whose.clientId);
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    await world.perform(
      correctExit,
      { clientId: whose.clientId, exitId, ...ended, lastDay: '2021-06-10', why },
      'pori-coach',
      later,
    );
    await world.perform(takeBackExit, { clientId: whose.clientId, exitId, why }, 'pori-coach', later);
    expect(await lookOf(whose.clientId)).toEqual(before);
  });

  test('of a move is taken back after its day was corrected, and the earlier service goes on as before', async () => {
    const centre = await begun('work-activity');
    const open = await begun('open-work', centre.clientId);
    const { clientId } = centre;
    const before = await world.perform(relationshipsOf, { clientId }, 'pori-social-worker');
    const move = { clientId, toRelationshipId: open.relationshipId, lastDay: '2021-05-20' };
    const { transitionId } = await world.perform(moveClient, { ...centre, ...move }, 'pori-social-worker', ending);
    const right = { ...move, transitionId, lastDay: '2021-05-18', why };
    await world.perform(correctMove, right, 'pori-social-worker', later);
    await world.perform(takeBackMove, { clientId, transitionId, why }, 'pori-social-worker', later);
    expect(await world.perform(relationshipsOf, { clientId }, 'pori-social-worker')).toEqual(before);
  });

  test('of a move is taken back, and the earlier service goes on', async () => {
    const centre = await begun('work-activity');
    const open = await begun('open-work', centre.clientId);
    const { clientId } = centre;
    const before = await world.perform(relationshipsOf, { clientId }, 'pori-social-worker');
    const { transitionId } = await world.perform(
      moveClient,
      { ...centre, lastDay: '2021-05-18', toRelationshipId: open.relationshipId },
      'pori-social-worker',
      ending,
    );
    await world.perform(takeBackMove, { clientId, transitionId, why }, 'pori-social-worker', later);
    expect(await world.perform(relationshipsOf, { clientId }, 'pori-social-worker')).toEqual(before);
    expect((await world.perform(exits, { clientId }, 'pori-social-worker')).transitions).toEqual([]);
  });

  test('of a move is corrected: its day and where it leads, with what hangs on the earlier service', async () => {
    const centre = await begun('work-activity');
    const open = await begun('open-work', centre.clientId);
    const { clientId } = centre;
    const { transitionId } = await world.perform(
      moveClient,
      { ...centre, lastDay: '2021-05-18', toRelationshipId: open.relationshipId },
      'pori-social-worker',
      ending,
    );
    const right = { clientId, transitionId, toRelationshipId: open.relationshipId, lastDay: '2021-05-19', why };
    const refusal = (more: object) => world.problem(correctMove, { ...right, ...more }, 'pori-social-worker', later);
    expect(await refusal({ toRelationshipId: centre.relationshipId })).toMatchObject({
      type: '/problems/same-service',
      errors: [expect.objectContaining({ field: 'toRelationshipId' })],
    });
    expect(await refusal({ lastDay: '2020-01-01' })).toMatchObject({ type: '/problems/does-not-follow' });
    expect(await refusal({ lastDay: '2021-05-17' })).toMatchObject({
      type: '/problems/ends-before-begins',
      errors: [expect.objectContaining({ field: 'lastDay' })],
    });
    await world.perform(correctMove, right, 'pori-social-worker', later);
    const { transitions } = await world.perform(exits, { clientId }, 'pori-social-worker');
    expect(transitions).toMatchObject([{ movedOn: '2021-05-20', toRelationshipId: open.relationshipId }]);
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-social-worker');
    const earlier = relationships.find(({ id }) => id === centre.relationshipId);
    expect(earlier?.during.to).toBe('2021-05-20');
    await world.perform(takeBackMove, { clientId, transitionId, why }, 'pori-social-worker', later);
  });

  test('is no end of a service that began anew meanwhile', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    await begunAnew(whose.clientId);
    const again = { clientId: whose.clientId, exitId, why };
    expect(await world.refusal(takeBackExit, again, 'pori-social-worker', later)).toBe('already-client');
  });

  test('leaves the decision there: a new one on the same service takes its place, and the exit may be taken back all the same', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    const { clientId } = whose;
    const [old] = (await world.perform(decisionsOf, { clientId }, 'pori-social-worker')).decisions;
    const { referralId } = await referAgain(clientId, 'open-work');
    const grant = {
      clientId,
      referralId,
      outcome: 'grant' as const,
      decidedOn: '2021-06-17',
      reasons: 'Palaa palveluun.',
    };
    const anew = { ...grant, during: { from: '2021-06-17', to: null }, provisions: ['519/1977:35'] };
    expect(await world.refusal(decide, anew, 'pori-social-worker')).toBe('granted-already');
    const { decisionId } = await world.perform(decide, { ...anew, changesId: old?.id ?? null }, 'pori-social-worker');
    const begin = { clientId, offeringId: world.pori.offerings['open-work'] as string, from: '2021-06-17' };
    const start = { ...begin, workerId: world.workerId('pori-coach') };
    expect(await world.refusal(startRelationship, { ...start, decisionId: old?.id ?? '' }, 'pori-social-worker')).toBe(
      'outside-decision',
    );
    await world.perform(takeBackExit, { clientId, exitId, why }, 'pori-social-worker');
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-social-worker');
    expect(relationships).toMatchObject([{ during: { from, to: null } }]);
    expect(await world.refusal(startRelationship, { ...start, decisionId }, 'pori-social-worker')).toBe(
      'already-client',
    );
  });

  test('needs a reason', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach', ending);
    expect(await world.refusal(takeBackExit, { clientId: whose.clientId, exitId, why: ' ' }, 'pori-coach')).toBe(
      'wrong-input',
    );
  });
});

describe('a decision under which a service goes on', () => {
  async function underDecision() {
    const whose = await begun();
    await placed(whose);
    const [decision] = (await world.perform(decisionsOf, { clientId: whose.clientId }, 'pori-social-worker')).decisions;
    const { referralId } = await referAgain(whose.clientId, 'open-work');
    const common = { clientId: whose.clientId, referralId, decidedOn: '2021-06-17', reasons: 'Tarve on muuttunut.' };
    const changes = { ...common, changesId: decision?.id ?? '', provisions: ['519/1977:35'], unheard };
    const end = { ...changes, outcome: 'end' as const, lastDay: '2021-07-31' };
    const shorter = { ...changes, outcome: 'grant' as const, during: { from: '2021-06-17', to: '2021-08-01' } };
    return { whose, end, shorter };
  }
  const stateOf = async (clientId: string) => ({
    relationship: (await world.perform(relationshipsOf, { clientId }, 'pori-coach')).relationships[0],
    place: (await world.perform(placements, { clientId }, 'pori-coach')).placements[0],
    exits: (await world.perform(exits, { clientId }, 'pori-coach')).exits,
  });

  test('is not ended or shortened by itself; with an end the service, its place and an exit end on the last day', async () => {
    const { whose, end } = await underDecision();
    expect(await world.refusal(decide, end, 'pori-social-worker')).toBe('days-served');
    const services = [{ relationshipId: whose.relationshipId }];
    expect(await world.refusal(decideAndEnd, { ...end, services }, 'pori-social-worker')).toBe('exit-needs-reason');
    const exit = [{ ...services[0], reason: 'need-ended' as const, destination: 'home' as const }] as never;
    expect(await world.refusal(decideAndEnd, { ...end, unheard: null, services: exit }, 'pori-social-worker')).toBe(
      'not-heard',
    );
    await world.perform(decideAndEnd, { ...end, services: exit }, 'pori-social-worker');
    const { relationship, place: where, exits: left } = await stateOf(whose.clientId);
    expect(relationship?.during).toEqual({ from, to: '2021-08-01' });
    expect(where?.during.to).toBe('2021-08-01');
    expect(left).toMatchObject([{ reason: 'need-ended', destination: 'home', endedOn: '2021-08-01' }]);
    const [now] = (await world.perform(decisionsOf, { clientId: whose.clientId }, 'pori-social-worker')).decisions;
    expect(now).toMatchObject({ outcome: 'end', lastDay: '2021-07-31' });
  });

  test('shortened takes the service and its place along to the new end, and nobody leaves', async () => {
    const { whose, shorter } = await underDecision();
    expect(await world.refusal(decide, shorter, 'pori-social-worker')).toBe('days-served');
    const services = [{ relationshipId: whose.relationshipId }];
    await world.perform(decideAndEnd, { ...shorter, services }, 'pori-social-worker');
    const { relationship, place: where, exits: left } = await stateOf(whose.clientId);
    expect(relationship?.during).toEqual({ from, to: '2021-08-01' });
    expect(where?.during.to).toBe('2021-08-01');
    expect(left).toEqual([]);
  });

  test('leaves its exit to be corrected: earlier, later as far as the decision holds, and back once the end is annulled', async () => {
    const by = 'pori-social-worker';
    const { whose, end } = await underDecision();
    const services = [{ relationshipId: whose.relationshipId, reason: 'need-ended', destination: 'home' }] as never;
    const { decisionId } = await world.perform(decideAndEnd, { ...end, services }, by);
    const exit = (await stateOf(whose.clientId)).exits[0];
    const right = {
      clientId: whose.clientId,
      exitId: exit?.id ?? '',
      reason: 'need-ended',
      destination: 'home',
    } as const;
    const correct = (lastDay: string) => ({ ...right, lastDay, why: 'Väärä päivä.' });
    await world.perform(correctExit, correct('2021-07-15'), by);
    expect((await stateOf(whose.clientId)).place?.during.to).toBe('2021-07-16');
    await world.perform(correctExit, correct('2021-07-30'), by);
    const { relationship, place: where } = await stateOf(whose.clientId);
    expect(relationship?.during.to).toBe('2021-07-31');
    expect(where?.during.to).toBe('2021-07-31');
    expect(await world.problem(correctExit, correct('2021-08-01'), by)).toMatchObject({
      type: '/problems/no-decision-after',
      errors: [expect.objectContaining({ field: 'lastDay' })],
    });
    const back = { clientId: whose.clientId, exitId: exit?.id ?? '', why: 'Ei lopu.' };
    expect(await world.refusal(takeBackExit, back, by)).toBe('no-decision-after');
    const wrong = { clientId: whose.clientId, decisionId, ground: 'for-client', because: 'Ei lopu.' } as const;
    await world.perform(annulDecision, wrong, by);
    await world.perform(takeBackExit, back, by);
    expect((await stateOf(whose.clientId)).relationship?.during).toEqual({ from, to: null });
    expect((await stateOf(whose.clientId)).place?.during).toEqual({ from, to: null });
  });

  test('without a last day ends nothing', async () => {
    const { whose, shorter } = await underDecision();
    const endless = { ...shorter, during: { from: '2021-06-17', to: null } };
    const services = [{ relationshipId: whose.relationshipId }];
    expect(await world.refusal(decideAndEnd, { ...endless, services }, 'pori-social-worker')).toBe('ends-nothing');
    // What goes on for as long as before needs nothing ended.
    await world.perform(decide, endless, 'pori-social-worker');
  });
});
