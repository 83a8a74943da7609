import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { attendanceGrid, attendanceOf, markAllPresent, markAttendance, markVersions } from './acts.ts';

let db: FreshDatabase;
let world: World;
let centre: PartTaken;
let open: PartTaken;
const on = day('2021-06-16');
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  centre = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
  const { workplaceId } = await partAtWorkplace(world, 'Lähikauppa');
  open = await takingPart(world, { service: 'open-work', workplaceId });
});
afterAll(() => db.close());

const present = ({ placementId }: PartTaken) => ({ marks: [{ placementId, on, kind: 'present' as const }] });
const group = () => world.pori.groups['work-activity'] as string;

describe('marking is a right of its own', () => {
  test('the leader marks the group, and the coach the clients of open work', async () => {
    expect((await world.perform(markAttendance, present(centre), 'pori-instructor')).marked).toBe(1);
    expect((await world.perform(markAttendance, present(open), 'pori-coach')).marked).toBe(1);
    expect((await world.perform(markAttendance, present(open), 'pori-coach-2')).marked).toBe(1);
  });

  test('an official sees the marks and makes none', async () => {
    const { rows } = await world.perform(
      attendanceGrid,
      { groupId: group(), from: '2021-06-14', to: '2021-06-21' },
      'pori-social-worker',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.mayMark).toBe(false);
    expect(await world.refusal(markAttendance, present(centre), 'pori-social-worker')).toBe('not-allowed');
    expect(await world.refusal(markAllPresent, { groupId: group(), on }, 'pori-social-worker')).toBe('not-allowed');
  });

  test.each<WorkerName>(['pori-finance', 'pori-planner', 'pori-manager', 'pori-administrator'])(
    '%s neither sees nor marks',
    async (worker) => {
      expect(await world.refusal(markAttendance, present(centre), worker)).toBe('not-allowed');
      const days = { groupId: group(), from: '2021-06-14', to: '2021-06-21' };
      expect(await world.refusal(attendanceGrid, days, worker)).toBe('not-allowed');
    },
  );

  test.each<WorkerName>(['rauma-coach', 'rauma-instructor', 'work-instructor'])(
    'for %s of another organiser the placement does not exist',
    async (worker) => {
      expect(await world.refusal(markAttendance, present(centre), worker)).toBe('no-such-placement');
      const days = { groupId: group(), from: '2021-06-14', to: '2021-06-21' };
      expect((await world.perform(attendanceGrid, days, worker)).rows).toEqual([]);
      expect((await world.perform(markAllPresent, { groupId: group(), on }, worker)).marked).toEqual([]);
      const { clientId, placementId } = centre;
      expect(await world.refusal(attendanceOf, { clientId, from: '2021-06-01', to: on }, worker)).toBe('not-found');
      expect(await world.refusal(markVersions, { clientId, placementId, on }, worker)).toBe('not-found');
    },
  );

  test('an instructor of the centre does not mark open work, nor its coach the centre', async () => {
    expect(await world.refusal(markAttendance, present(open), 'pori-instructor')).toBe('no-such-placement');
    expect(['may-not-mark', 'no-such-placement']).toContain(
      await world.refusal(markAttendance, present(centre), 'pori-coach'),
    );
  });
});
