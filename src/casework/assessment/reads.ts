import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import {
  type Assessment,
  type AssessmentFacts,
  type AssessmentHead,
  zAssessment,
  zAssessmentDetails,
  zAssessmentHead,
} from './words.ts';

async function assessments(tx: Read, where: RawBuilder<unknown>): Promise<Assessment[]> {
  const { rows } = await rowsOf(zAssessment)`
    select a.id, a.referral_id as "referralId", a.begun_on as "begunOn", b.family_name || ' ' || b.given_name as "begunBy",
      a.took_part as "tookPart", a.situation, a.client_view as "clientView", a.view_missing_because as "viewMissingBecause", a.conclusions,
      a.need, a.special_support as "specialSupport", a.own_worker as "ownWorker", a.own_worker_view as "ownWorkerView",
      a.finished_on as "finishedOn", f.family_name || ' ' || f.given_name as "finishedBy"
    from assessment_assessment a
    join worker_worker b on b.id = a.begun_by_id
    left join worker_worker f on f.id = a.finished_by_id
    where ${where} order by a.begun_on, a.id`.execute(tx);
  return rows;
}

/** The assessment of a matter, or null where none was begun. */
export async function assessmentOfMatter(tx: Read, referralId: string): Promise<Assessment | null> {
  return (await assessments(tx, sql`a.referral_id = ${referralId}`))[0] ?? null;
}

export async function assessmentById(tx: Read, clientId: string, assessmentId: string): Promise<Assessment | null> {
  return (await assessments(tx, sql`a.client_id = ${clientId} and a.id = ${assessmentId}`))[0] ?? null;
}

const zFactsRow = z.object({
  referralId: zId,
  service: zService,
  receivedOn: zDay,
  birthOn: zDay.nullable(),
  highestCareAllowance: z.boolean(),
  begunOn: zDay.nullable(),
  finishedOn: zDay.nullable(),
});

async function facts(tx: Read, where: RawBuilder<unknown>): Promise<Map<string, AssessmentFacts>> {
  const { rows } = await rowsOf(zFactsRow)`
    select r.id as "referralId", r.service, r.received_on as "receivedOn", c.birth_on as "birthOn",
      exists (select from client_benefit b where b.client_id = r.client_id and b.highest and b.during @> r.received_on) as "highestCareAllowance",
      a.begun_on as "begunOn", a.finished_on as "finishedOn"
    from referral_referral r
    join client_client c on c.id = r.client_id
    left join assessment_assessment a on a.referral_id = r.id
    where ${where}`.execute(tx);
  return new Map(rows.map((row) => [row.referralId, row]));
}

/** What the clocks of assessments follow from, by the matter. */
export function assessmentFactsOf(tx: Read, referralIds: readonly string[]): Promise<Map<string, AssessmentFacts>> {
  return facts(tx, sql`r.id = any(${[...referralIds]}::uuid[])`);
}

/** The same of all matters of a client. */
export function assessmentFactsOfClient(tx: Read, clientId: string): Promise<Map<string, AssessmentFacts>> {
  return facts(tx, sql`r.client_id = ${clientId}`);
}

/** An assessment as it stands, as writing it must have seen it. */
export async function standingAssessment(tx: Read, clientId: string, assessmentId: string): Promise<Standing | null> {
  const assessment = await assessmentById(tx, clientId, assessmentId);
  if (!assessment) return null;
  return {
    content: contentOf(zAssessmentDetails, assessment),
    ...(await lastChange(tx, sql`assessment_assessment where id = ${assessmentId}`, clientId)),
  };
}

/** What the paper of an assessment is made of, in the client's language of service. */
export async function assessmentHead(tx: Read, assessmentId: string): Promise<AssessmentHead | null> {
  const { rows } = await rowsOf(zAssessmentHead)`
    select case c.service_language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case c.service_language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone, o.email,
      w.given_name || ' ' || w.family_name as assessor, w.phone as "assessorPhone",
      trim(c.given_names || ' ' || c.family_name) as client, c.service_language as language, c.easy_language as "easyLanguage", r.service,
      case c.service_language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as "serviceName",
      r.number || '/' || r.year as number, r.received_on as "receivedOn"
    from assessment_assessment a
    join referral_referral r on r.id = a.referral_id
    join client_client c on c.id = a.client_id
    join organiser_organiser o on o.id = a.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = coalesce(a.finished_by_id, a.begun_by_id)
    where a.id = ${assessmentId}`.execute(tx);
  return rows[0] ?? null;
}
