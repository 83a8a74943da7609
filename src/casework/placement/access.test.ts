import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { addDays } from '../../kernel/day.ts';
import { newId } from '../../server/id.ts';
import { approveAgreement, makeAgreement, placements } from '../agreement/acts.ts';
import { addEmployer } from '../employer/acts.ts';
import { place } from './acts.ts';

let db: FreshDatabase;
let world: World;
let clientId: string;
let placementId: string;
let agreementId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ clientId } = await world.refer());
  const relationshipId = newId();
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${world.pori.id}, ${clientId}, 'open-work', ${world.pori.offerings['open-work']}, '[2021-05-18,)')`.execute(
    db.owner,
  );
  const shop = { name: 'Kauppa', sector: 'private' as const, workplace: { name: 'Kauppa' } };
  const { workplaceId } = await world.perform(addEmployer, shop, 'pori-coach', addDays(world.today, -60));
  const input = {
    clientId,
    relationshipId,
    workplaceId,
    slots: [{ weekday: 1, half: 'am' as const }],
    from: '2021-05-18',
  };
  ({ placementId } = await world.perform(place, input, 'pori-coach'));
  const draft = { tasks: 'hyllytys', hours: 'ma ap', during: { from: '2021-05-18', to: '2022-05-18' } };
  ({ agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...draft }, 'pori-coach'));
});
afterAll(() => db.close());

describe('who may', () => {
  test.each<WorkerName>(['pori-coach', 'pori-coach-2', 'pori-social-worker'])(
    '%s reads a client’s placements',
    async (worker) => {
      expect((await world.perform(placements, { clientId }, worker)).placements).toHaveLength(1);
    },
  );

  test.each<WorkerName>([
    'rauma-coach',
    'rauma-social-worker-a',
    'work-instructor',
    'pori-instructor',
    'pori-planner',
    'pori-administrator',
  ])('for %s the client does not exist', async (worker) => {
    expect(await world.refusal(placements, { clientId }, worker)).toBe('not-found');
    const approval = { clientId, agreementId, party: 'client' as const, contentHash: '' };
    expect(await world.refusal(approveAgreement, approval, worker)).toBe('not-found');
  });

  test('finance pays, and neither places nor agrees', async () => {
    const approval = { clientId, agreementId, party: 'client' as const, contentHash: '' };
    expect(await world.refusal(approveAgreement, approval, 'pori-finance')).toBe('not-allowed');
    expect(await world.refusal(placements, { clientId }, 'pori-finance')).toBe('not-allowed');
  });

  test('an agreement of another client is not found through one’s own', async () => {
    const other = await world.refer();
    const approval = { clientId: other.clientId, agreementId, party: 'client' as const, contentHash: '' };
    expect(await world.refusal(approveAgreement, approval, 'pori-coach')).toBe('no-such-agreement');
  });

  test('what is taken is told without by whom', async () => {
    const columns = await sql<{ name: string }>`
      select attname as name from pg_attribute where attrelid = 'placement_taken'::regclass and attnum > 0`.execute(
      db.owner,
    );
    expect(columns.rows.map(({ name }) => name)).toEqual([
      'organiser_id',
      'service',
      'group_id',
      'workplace_id',
      'during',
    ]);
  });
});
