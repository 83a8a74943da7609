import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Hearing } from './words.ts';

export async function insertHearing(
  tx: Write,
  { organiserId, clientId, askedById }: Readonly<Record<'organiserId' | 'clientId' | 'askedById', string>>,
  hearing: Pick<Hearing, 'referralId' | 'askedOn' | 'respondByOn' | 'about' | 'way'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('hearing_hearing')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      referral_id: hearing.referralId,
      asked_on: hearing.askedOn,
      respond_by_on: hearing.respondByOn,
      about: hearing.about,
      way: hearing.way,
      asked_by_id: askedById,
    })
    .execute();
  return id;
}

export async function keepAnswered(
  tx: Write,
  hearingId: string,
  to: { readonly answeredOn: Day; readonly answer: string },
): Promise<void> {
  await tx
    .updateTable('hearing_hearing')
    .set({ answered_on: to.answeredOn, answer: to.answer })
    .where('id', '=', hearingId)
    .execute();
}

export async function deleteHearing(tx: Write, hearingId: string): Promise<void> {
  await tx.deleteFrom('hearing_hearing').where('id', '=', hearingId).execute();
}
