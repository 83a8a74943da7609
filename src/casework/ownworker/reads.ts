import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import { type Naming, zNaming, zNamingDetails } from './words.ts';

const zNamingRow = zNaming.extend({ during: zSqlRange });

async function namings(tx: Read, on: Day, where: RawBuilder<unknown>): Promise<Naming[]> {
  const { rows } = await rowsOf(zNamingRow)`
    select n.id, n.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, n.during,
      exists (select from worker_post p where p.worker_id = n.worker_id and p.organiser_id = n.organiser_id and p.during @> ${on}::date) as "inPost"
    from ownworker_naming n join worker_worker w on w.id = n.worker_id
    where ${where} order by lower(n.during) desc`.execute(tx);
  return rows;
}

/** Who was, is and will be the own worker of a client, the newest first. */
export function namingsOf(tx: Read, clientId: string, on: Day): Promise<Naming[]> {
  return namings(tx, on, sql`n.client_id = ${clientId}`);
}

/** A naming as it stands, as ending it must have seen it. */
export async function standingNaming(tx: Read, clientId: string, namingId: string, on: Day): Promise<Standing | null> {
  const naming = (await namings(tx, on, sql`n.client_id = ${clientId} and n.id = ${namingId}`))[0];
  if (!naming) return null;
  return {
    content: contentOf(zNamingDetails, naming),
    ...(await lastChange(tx, sql`ownworker_naming where id = ${namingId}`, clientId)),
  };
}

/** Who is named, as naming another must have seen them; null where nobody is. */
export async function standingNamings(tx: Read, clientId: string, on: Day): Promise<Standing | null> {
  const named = await namingsOf(tx, clientId, on);
  const [newest] = named;
  if (!newest) return null;
  return {
    version: namingsVersion(named),
    content: contentOf(zNamingDetails, newest),
    ...(await lastChange(tx, sql`ownworker_naming where client_id = ${clientId}`, clientId)),
  };
}

/** All who were, are and will be named, as one version. */
export const namingsVersion = (named: readonly Naming[]): string =>
  versionOf(named.map((one) => [one.id, contentOf(zNamingDetails, one)]));

const zNeedRow = z.object({
  isClient: z.boolean(),
  /** Somebody answers for the client in a service, or as case manager. */
  answered: z.boolean(),
  assessedNeed: z.boolean().nullable(),
  specialSupport: z.boolean(),
});

/** Whether somebody is a client on a day, and what the latest finished assessment says of an own worker and of special support. */
export async function needOf(tx: Read, clientId: string, on: Day): Promise<z.output<typeof zNeedRow>> {
  const { rows } = await rowsOf(zNeedRow)`
    select exists (select from referral_referral r where r.client_id = ${clientId} and r.received_on <= ${on}::date and r.withdrawn_on is null
        and not exists (select from decision_decision d where d.referral_id = r.id and d.annulled_on is null))
      or exists (select from relationship_relationship r where r.client_id = ${clientId} and r.during @> ${on}::date) as "isClient",
      exists (select from placement_answering a where a.client_id = ${clientId} and a.during @> ${on}::date) as answered,
      a.own_worker as "assessedNeed", coalesce(a.special_support, false) as "specialSupport"
    from (select) one
    left join lateral (select own_worker, special_support from assessment_assessment
      where client_id = ${clientId} and finished_on <= ${on}::date order by finished_on desc, id desc limit 1) a on true`.execute(
    tx,
  );
  return rows[0] ?? { isClient: false, answered: false, assessedNeed: null, specialSupport: false };
}
