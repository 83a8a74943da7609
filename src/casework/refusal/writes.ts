import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Served } from '../client/words.ts';
import type { Refusal } from './words.ts';

export async function insertRefusal(
  tx: Write,
  { organiserId, clientId }: Readonly<Record<'organiserId' | 'clientId', string>>,
  refusal: Pick<
    Refusal,
    'decisionId' | 'demandedOn' | 'demand' | 'refusedOn' | 'reasons' | 'refusedById' | 'delegation'
  >,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('refusal_refusal')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      decision_id: refusal.decisionId,
      demanded_on: refusal.demandedOn,
      demand: refusal.demand,
      refused_on: refusal.refusedOn,
      reasons: refusal.reasons,
      refused_by_id: refusal.refusedById,
      delegation: refusal.delegation,
    })
    .execute();
  return id;
}

export async function keepRefusalServed(
  tx: Write,
  refusalId: string,
  { way, servedOn }: Pick<Served, 'way' | 'servedOn'>,
): Promise<void> {
  await tx.updateTable('refusal_refusal').set({ way, served_on: servedOn }).where('id', '=', refusalId).execute();
}

/** Records to whom a refusal was given: the client, and whoever acts for the client. */
export async function insertRefusalNotices(
  tx: Write,
  own: { readonly organiserId: string; readonly clientId: string; readonly refusalId: string },
  { way, sentOn, servedOn, recipients }: Served,
): Promise<void> {
  const rows = recipients.map((to) => ({
    organiser_id: own.organiserId,
    client_id: own.clientId,
    refusal_id: own.refusalId,
    ...to,
    way,
    sent_on: sentOn,
    served_on: servedOn,
  }));
  await tx.insertInto('refusal_notice').values(rows).execute();
}

export async function deleteRefusalNotices(tx: Write, refusalId: string): Promise<void> {
  await tx.deleteFrom('refusal_notice').where('refusal_id', '=', refusalId).execute();
}

export async function deleteRefusal(tx: Write, refusalId: string): Promise<void> {
  await deleteRefusalNotices(tx, refusalId);
  await tx.deleteFrom('refusal_refusal').where('id', '=', refusalId).execute();
}
