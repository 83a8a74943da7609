import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Referral } from './words.ts';

type NewReferral = Pick<
  Referral,
  'clientId' | 'service' | 'source' | 'kind' | 'receivedOn' | 'finishesStudies' | 'need' | 'referredBy'
>;

export async function insertReferral(
  tx: Write,
  organiserId: string,
  receivedById: string,
  referral: NewReferral,
): Promise<string> {
  const id = newId();
  await change`insert into referral_referral (id, organiser_id, client_id, service, source, kind, received_on, finishes_studies, need, referred_by, received_by_id)
    values (${id}, ${organiserId}, ${referral.clientId}, ${referral.service}, ${referral.source}, ${referral.kind}, ${referral.receivedOn},
      ${referral.finishesStudies}, ${referral.need}, ${referral.referredBy}, ${receivedById})`.execute(tx);
  return id;
}

export async function updateReferral(
  tx: Write,
  referralId: string,
  to: Pick<Referral, 'source' | 'kind' | 'receivedOn' | 'referredBy'>,
): Promise<void> {
  await change`update referral_referral set source = ${to.source}, kind = ${to.kind}, received_on = ${to.receivedOn},
    referred_by = ${to.referredBy} where id = ${referralId}`.execute(tx);
}

export async function deleteReferral(tx: Write, referralId: string): Promise<void> {
  await change`delete from referral_referral where id = ${referralId}`.execute(tx);
}

export async function updateWithdrawn(tx: Write, referralId: string, on: Day | null): Promise<void> {
  await change`update referral_referral set withdrawn_on = ${on} where id = ${referralId}`.execute(tx);
}
