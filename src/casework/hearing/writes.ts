import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Served } from '../client/words.ts';
import type { Hearing, HearingAnswer } from './words.ts';

export async function insertHearing(
  tx: Write,
  { organiserId, clientId, askedById }: Readonly<Record<'organiserId' | 'clientId' | 'askedById', string>>,
  hearing: Pick<Hearing, 'referralId' | 'respondByOn' | 'about'>,
  served: Served,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('hearing_hearing')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      referral_id: hearing.referralId,
      asked_on: served.sentOn,
      respond_by_on: hearing.respondByOn,
      about: hearing.about,
      way: served.way,
      asked_by_id: askedById,
    })
    .execute();
  await insertHearingNotices(tx, { organiserId, clientId, hearingId: id }, served);
  return id;
}

/** Records to whom a request to be heard was given: the client, and whoever acts for the client. */
async function insertHearingNotices(
  tx: Write,
  { organiserId, clientId, hearingId }: Readonly<Record<'organiserId' | 'clientId' | 'hearingId', string>>,
  { way, sentOn, servedOn, recipients }: Served,
): Promise<void> {
  const rows = recipients.map((to) => ({
    organiser_id: organiserId,
    client_id: clientId,
    hearing_id: hearingId,
    ...to,
    way,
    sent_on: sentOn,
    served_on: servedOn,
  }));
  await tx.insertInto('hearing_notice').values(rows).execute();
}

/** Writes anew how a request was given and by when to answer. */
export async function updateHearing(
  tx: Write,
  own: Readonly<Record<'organiserId' | 'clientId' | 'hearingId', string>>,
  respondByOn: Day,
  served: Served,
): Promise<void> {
  const { hearingId } = own;
  await tx
    .updateTable('hearing_hearing')
    .set({ asked_on: served.sentOn, way: served.way, respond_by_on: respondByOn })
    .where('id', '=', hearingId)
    .execute();
  await tx.deleteFrom('hearing_notice').where('hearing_id', '=', hearingId).execute();
  await insertHearingNotices(tx, own, served);
}

/** Keeps an answer, or takes it away. */
export async function keepAnswered(tx: Write, hearingId: string, answer: HearingAnswer | null): Promise<void> {
  await tx
    .updateTable('hearing_hearing')
    .set({ answered_on: answer?.answeredOn ?? null, answer: answer?.answer ?? null })
    .where('id', '=', hearingId)
    .execute();
}

export async function deleteHearing(tx: Write, hearingId: string): Promise<void> {
  await tx.deleteFrom('hearing_notice').where('hearing_id', '=', hearingId).execute();
  await tx.deleteFrom('hearing_hearing').where('id', '=', hearingId).execute();
}
