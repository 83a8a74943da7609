import { sql } from 'kysely';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Referral, zReferral, zReferralDetails } from './words.ts';

/** One referral of a client, or null. What was decided about it is asked of the decisions. */
export async function referralOf(tx: Read, clientId: string, referralId: string): Promise<Referral | null> {
  const { rows } = await rowsOf(zReferral)`
    select r.id, r.number || '/' || r.year as number, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn"
    from referral_referral r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = ${clientId} and r.id = ${referralId}`.execute(tx);
  return rows[0] ?? null;
}

export async function standingReferral(tx: Read, clientId: string, referralId: string): Promise<Standing | null> {
  const referral = await referralOf(tx, clientId, referralId);
  if (!referral) return null;
  return {
    content: contentOf(zReferralDetails, referral),
    ...(await lastChange(tx, sql`referral_referral where id = ${referralId}`, clientId)),
  };
}
