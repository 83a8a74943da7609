import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Service } from '../../kernel/service.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { type Referral, zReferral } from './words.ts';

async function referrals(tx: Read, where: RawBuilder<unknown>): Promise<Referral[]> {
  const { rows } = await rowsOf(zReferral)`
    select r.id, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from referral_matter r
    left join worker_worker w on w.id = r.received_by_id
    where ${where} order by r.received_on desc, r.id desc`.execute(tx);
  return rows;
}

/** How a client came, newest first. */
export function referralsOf(tx: Read, clientId: string): Promise<Referral[]> {
  return referrals(tx, sql`r.client_id = ${clientId}`);
}

/** One referral of a client, or null. */
export async function referralOf(tx: Read, clientId: string, referralId: string): Promise<Referral | null> {
  return (await referrals(tx, sql`r.client_id = ${clientId} and r.id = ${referralId}`))[0] ?? null;
}

/** The referral of a client to a service that is pending on a day, or null; a second one would be the same matter. */
export async function pendingReferralOf(
  tx: Read,
  clientId: string,
  service: Service,
  on: Day,
): Promise<Referral | null> {
  const match = await referrals(
    tx,
    sql`r.client_id = ${clientId} and r.service = ${service} and (r.withdrawn_on is null or r.withdrawn_on > ${on}::date)
      and (r.decided_on is null or r.decided_on > ${on}::date)`,
  );
  return match[0] ?? null;
}
