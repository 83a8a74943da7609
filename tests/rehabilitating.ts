/** A client in rehabilitative work with days marked as the owner of the database writes them, for tests of what comes of the days. */
import { sql } from 'kysely';
import { newId } from '../src/server/id.ts';
import type { FreshDatabase } from './database.ts';
import type { World } from './world.ts';

interface Rehabilitating {
  readonly familyName?: string;
  readonly hoursADay?: number;
  readonly from?: string;
}

export interface InRehabilitation {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly placementId: string;
}

export async function inRehabilitation(
  db: FreshDatabase,
  world: World,
  { familyName = 'Aalto', hoursADay = 5, from = '2019-01-01' }: Rehabilitating = {},
): Promise<InRehabilitation> {
  const { clientId } = await world.refer({ organiser: 'work', familyName });
  const { id, offerings, groups } = world.work;
  const [relationshipId, placementId] = [newId(), newId()];
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${id}, ${clientId}, 'rehabilitative-work', ${offerings['rehabilitative-work']}, ${`[${from},)`})`.execute(
    db.owner,
  );
  await sql`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, hours_a_day, during)
    values (${placementId}, ${id}, ${clientId}, ${relationshipId}, 'rehabilitative-work', ${Object.values(groups)[0]}, ${hoursADay}, ${`[${from},)`})`.execute(
    db.owner,
  );
  return { clientId, relationshipId, placementId };
}

/** Marks of a placement as they would stand: present, or absent for a reason. */
export async function marked(
  db: FreshDatabase,
  world: World,
  { clientId, placementId }: Pick<InRehabilitation, 'clientId' | 'placementId'>,
  days: readonly string[],
  reason: string | null = null,
): Promise<void> {
  await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason)
    select ${world.work.id}::uuid, ${clientId}::uuid, ${placementId}::uuid, d, ${reason === null ? 'present' : 'absent'}, ${reason}
    from unnest(${[...days]}::date[]) d`.execute(db.owner);
}

export async function livesOn(
  db: FreshDatabase,
  world: World,
  clientId: string,
  benefit: string,
  { from = '2019-01-01', to = '', main = true } = {},
): Promise<void> {
  await sql`insert into client_benefit (organiser_id, client_id, benefit, main, during)
    values (${world.work.id}, ${clientId}, ${benefit}, ${main}, ${`[${from},${to})`})`.execute(db.owner);
}
