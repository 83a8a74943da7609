import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
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
  await tx
    .insertInto('referral_referral')
    .values({
      id,
      organiser_id: organiserId,
      client_id: referral.clientId,
      service: referral.service,
      source: referral.source,
      kind: referral.kind,
      received_on: referral.receivedOn,
      finishes_studies: referral.finishesStudies,
      need: referral.need,
      referred_by: referral.referredBy,
      received_by_id: receivedById,
    })
    .execute();
  return id;
}

export async function updateReferral(
  tx: Write,
  referralId: string,
  to: Pick<Referral, 'source' | 'kind' | 'receivedOn' | 'referredBy'>,
): Promise<void> {
  await tx
    .updateTable('referral_referral')
    .set({ source: to.source, kind: to.kind, received_on: to.receivedOn, referred_by: to.referredBy })
    .where('id', '=', referralId)
    .execute();
}

export async function deleteReferral(tx: Write, referralId: string): Promise<void> {
  await tx.deleteFrom('referral_referral').where('id', '=', referralId).execute();
}

export async function keepWithdrawn(tx: Write, referralId: string, on: Day | null): Promise<void> {
  await tx.updateTable('referral_referral').set({ withdrawn_on: on }).where('id', '=', referralId).execute();
}
