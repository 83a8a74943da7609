import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { agreeRhythm } from '../coaching/acts.ts';
import { decide } from '../decision/acts.ts';
import { addEmployer } from '../employer/acts.ts';
import { place, placements } from '../placement/acts.ts';
import { receiveReferralOfClient } from '../referral/acts.ts';
import { relationshipsOf, startRelationship } from '../relationship/acts.ts';
import { correctExit, exitClient, exits, moveClient } from './acts.ts';

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
  const decision = { clientId, referralId, outcome: 'grant' as const, decidedOn: '2021-05-10', reasons: 'Tuen tarve.' };
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
    const told = await world.perform(exits, { clientId: whose.clientId }, 'pori-coach');
    expect(told.exits).toMatchObject([{ reason: 'studies', destination: 'studies', endedOn: '2021-06-17' }]);
  });

  test('ends once, and not before its last day has come', async () => {
    const whose = await begun();
    expect(await world.refusal(exitClient, { ...whose, ...ended, lastDay: '2021-06-18' }, 'pori-coach')).toBe(
      'ends-later-than-today',
    );
    await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach');
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'pori-coach')).toBe('already-exited');
  });

  test('can be corrected while the coach still has a relation to the client, and keeps what was known before', async () => {
    const whose = await begun();
    const { exitId } = await world.perform(exitClient, { ...whose, ...ended }, 'pori-coach');
    await world.perform(
      correctExit,
      { clientId: whose.clientId, exitId, reason: 'employed', destination: 'paid-work' },
      'pori-coach',
      day('2021-06-20'),
    );
    const { rows } = await db.ownerPool.query('select reason from exit_exit_history where id = $1', [exitId]);
    expect(rows).toEqual([{ reason: 'studies' }]);
  });

  test('is not for a coach of another organiser, to whom the client does not exist', async () => {
    const whose = await begun();
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'rauma-coach')).toBe('not-found');
    expect(await world.refusal(exitClient, { ...whose, ...ended }, 'pori-finance')).toBe('not-allowed');
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
    const told = await world.perform(exits, { clientId: centre.clientId }, 'pori-social-worker');
    expect(told.exits).toEqual([]);
    expect(told.transitions).toMatchObject([
      { fromService: 'work-activity', toService: 'open-work', movedOn: '2021-05-19' },
    ]);
  });
});
