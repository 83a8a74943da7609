import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { originalLanguageIn } from '../client/reads.ts';
import { type Hearing, type HearingHead, zHearing, zHearingDetails, zHearingHead } from './words.ts';

async function hearings(tx: Read, where: RawBuilder<unknown>): Promise<Hearing[]> {
  const { rows } = await rowsOf(zHearing)`
    select h.id, h.referral_id as "referralId", h.asked_on as "askedOn", h.respond_by_on as "respondByOn", h.about, h.way,
      w.family_name || ' ' || w.given_name as "askedBy", h.answered_on as "answeredOn", h.answer,
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from hearing_notice n where n.hearing_id = h.id), '[]') as notices
    from hearing_hearing h join worker_worker w on w.id = h.asked_by_id
    where ${where} order by h.asked_on, h.id`.execute(tx);
  return rows;
}

/** How a client was heard in a matter, in the order of the days. */
export function hearingsOfMatter(tx: Read, referralId: string): Promise<Hearing[]> {
  return hearings(tx, sql`h.referral_id = ${referralId}`);
}

export async function hearingOf(tx: Read, clientId: string, hearingId: string): Promise<Hearing | null> {
  return (await hearings(tx, sql`h.client_id = ${clientId} and h.id = ${hearingId}`))[0] ?? null;
}

/** A request to be heard with its answer, as taking it back must have seen it; null where there is none. */
export async function standingHearing(tx: Read, clientId: string, hearingId: string): Promise<Standing | null> {
  const hearing = await hearingOf(tx, clientId, hearingId);
  if (!hearing) return null;
  return {
    content: contentOf(zHearingDetails, hearing),
    ...(await lastChange(tx, sql`hearing_hearing where id = ${hearingId}`, clientId)),
  };
}

/**
 * What the head of a request to be heard is made of: in the client's language of service where that is Finnish or Swedish, else in
 * Finnish, unless a translation is asked for. Source: 423/2003 §§ 19 and 20.
 */
export async function hearingHead(tx: Read, hearingId: string, translation: boolean): Promise<HearingHead | null> {
  const { rows } = await rowsOf(zHearingHead)`
    select case l.language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case l.language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone, o.email,
      w.given_name || ' ' || w.family_name as asker, w.phone as "askerPhone", w.email as "askerEmail",
      trim(c.given_names || ' ' || c.family_name) as client, l.language, c.easy_language as "easyLanguage",
      case l.language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as service,
      r.number || '/' || r.year as number, r.received_on as "receivedOn"
    from hearing_hearing h
    join referral_referral r on r.id = h.referral_id
    join client_client c on c.id = h.client_id
    cross join lateral (select case when ${translation}::boolean then c.service_language else ${originalLanguageIn(sql`c.service_language`)} end as language) l
    join organiser_organiser o on o.id = h.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = h.asked_by_id
    where h.id = ${hearingId}`.execute(tx);
  return rows[0] ?? null;
}
