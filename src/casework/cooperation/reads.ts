import type { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { zCooperationReferral, zLink } from './words.ts';

/** Links of an organiser's services on a day. */
export async function linksOn(tx: Read, organiserId: string, on: Day): Promise<z.output<typeof zLink>[]> {
  const { rows } = await rowsOf(zLink)`
    select service_group as "group", other_service as "otherService", state, note, lower(during) as since from cooperation_link
    where organiser_id = ${organiserId} and during @> ${on}::date order by service_group, other_service`.execute(tx);
  return rows;
}

/** A client's referrals over the links, newest first. */
export async function cooperationReferralsOf(
  tx: Read,
  clientId: string,
): Promise<z.output<typeof zCooperationReferral>[]> {
  const { rows } = await rowsOf(zCooperationReferral)`
    select id, service, other_service as "otherService", direction, made_on as "madeOn", outcome, outcome_on as "outcomeOn"
    from cooperation_referral where client_id = ${clientId} order by made_on desc, id desc`.execute(tx);
  return rows;
}
