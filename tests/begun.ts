/** Services begun without what comes before them, and places for them: for tests of the rooms that come after. */
import { sql } from 'kysely';
import { addEmployer } from '../src/casework/employer/acts.ts';
import type { Slot } from '../src/casework/placement/words.ts';
import { addDays, type Weekday } from '../src/kernel/day.ts';
import type { Service } from '../src/kernel/service.ts';
import { newId } from '../src/server/id.ts';
import type { NewReferral, WorkerName, World } from './world.ts';

export const slotsOf = (...rest: readonly (readonly [number, Slot['half']])[]): Slot[] =>
  rest.map(([weekday, half]) => ({ weekday: weekday as Weekday, half }));
export const mornings = slotsOf([1, 'am'], [3, 'am'], [5, 'am']);

/** A new employer with one workplace, whose id is answered. */
export async function addWorkplaceBy(
  world: World,
  by: WorkerName,
  { name, sector }: { readonly name: string; readonly sector: 'private' | 'association' },
): Promise<string> {
  const workplace = { name: `${name}, piste`, contactName: 'Mattila Kari' };
  const added = await world.perform(addEmployer, { name, sector, workplace }, by, addDays(world.today, -900));
  return added.workplaceId;
}

/** A client whose relationship has begun; the rooms that decide and begin it have tests of their own. */
export async function begunIn(
  world: World,
  input: NewReferral & { readonly from?: string; readonly to?: string } = {},
): Promise<{ clientId: string; relationshipId: string }> {
  const { clientId } = await world.refer(input);
  const organiser = world[input.organiser ?? 'pori'];
  const service: Service = input.service ?? (input.organiser === 'work' ? 'rehabilitative-work' : 'open-work');
  const relationshipId = newId();
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${organiser.id}, ${clientId}, ${service}, ${organiser.offerings[service]},
      ${`[${input.from ?? '2021-05-18'},${input.to ?? ''})`})`.execute(world.db.owner);
  return { clientId, relationshipId };
}

/** Three mornings a week at the workplace. */
export const placingAt = (
  workplaceId: string,
  whose: { clientId: string; relationshipId: string },
  more: object = {},
) => ({
  ...whose,
  workplaceId,
  slots: mornings,
  startsAt: '09:00',
  endsAt: '13:00',
  from: '2021-05-18',
  ...more,
});
