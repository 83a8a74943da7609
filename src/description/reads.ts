import { sql } from 'kysely';
import { z } from 'zod';
import { type ServiceGroup, serviceGroups, zServiceGroup } from '../casework/organiser/words.ts';
import { type Day, zDay } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { type QuestionId, questionIds } from '../kernel/question.ts';
import type { Standing } from '../server/act.ts';
import type { Read } from '../server/database/pool.ts';
import { rowsOf } from '../server/database/statement.ts';
import { zLanguage } from './words.ts';

const zAuthored = z.object({
  question: z.enum(questionIds),
  heading: z.string(),
  text: z.string(),
  language: zLanguage,
  answered: z.boolean(),
  version: z.number(),
  writtenOn: zDay,
  writtenBy: z.string().nullable(),
});
export type Authored = z.output<typeof zAuthored>;

/** Authored answers of a description as known at the instant that the transaction asks of. */
export async function authoredAnswers(tx: Read, organiserId: string, group: ServiceGroup): Promise<Authored[]> {
  const { rows } = await rowsOf(zAuthored)`
    select a.question, a.heading, a.text, a.language, a.answered, a.version, a.written_on as "writtenOn",
      w.family_name || ' ' || w.given_name as "writtenBy"
    from known_description_answer a left join worker_worker w on w.id = a.written_by_id
    where a.organiser_id = ${organiserId} and a.service_group = ${group}`.execute(tx);
  return rows;
}

const zDescriptionsOnRow = z.object({
  organiser: z.string(),
  name: z.string(),
  group: zServiceGroup,
  title: z.string().nullable(),
  answered: z.number(),
});

/** Descriptions that an organiser has: those with authored texts, and those of the services that it offers. */
export async function descriptionsOn(
  tx: Read,
  on: Day,
  language: Language,
): Promise<{ organiser: string; name: string; group: ServiceGroup; title: string | null; answered: number }[]> {
  const groups = Object.entries(serviceGroups).map(([group, services]) => ({ grouped: group, services }));
  const { rows } = await rowsOf(zDescriptionsOnRow)`
    with grouped as (
      select g.grouped, jsonb_array_elements_text(g.services) as service
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g(grouped text, services jsonb)
    ), found as (
      select f.organiser_id, g.grouped from organiser_offering f join grouped g on g.service = f.service where f.during @> ${on}::date
      union select d.organiser_id, d.service_group from description_description d
    )
    select o.code as organiser, ${sql.ref(`o.name_${language}`)} as name, f.grouped as "group", d.title,
      (select count(*) from description_answer a where a.organiser_id = f.organiser_id and a.service_group = f.grouped and a.answered) as answered
    from found f join organiser_organiser o on o.id = f.organiser_id
    left join description_description d on d.organiser_id = f.organiser_id and d.service_group = f.grouped
    order by name, f.grouped`.execute(tx);
  return rows;
}

const zTitleOfRow = z.object({ title: z.string() });

export async function titleOf(tx: Read, organiserId: string, group: ServiceGroup): Promise<string | null> {
  const { rows } = await rowsOf(zTitleOfRow)`
    select title from known_description_description where organiser_id = ${organiserId} and service_group = ${group}`.execute(
    tx,
  );
  return rows[0]?.title ?? null;
}

const zStatutesOnRow = z.object({ provision: z.string() });

/** Provisions that the services rest on, on a day. */
export async function statutesOn(tx: Read, services: readonly string[], on: Day): Promise<string[]> {
  const { rows } = await rowsOf(zStatutesOnRow)`
    select distinct provision from organiser_service_basis where service = any(${[...services]}::text[]) and during @> ${on}::date
    order by provision`.execute(tx);
  return rows.map(({ provision }) => provision);
}

const zStandingRow = z.object({
  version: z.string(),
  text: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
});

/** The answer that stands, as an edit of it must have seen it; null where none was ever written. */
export async function standingAnswer(
  tx: Read,
  organiser: string,
  group: ServiceGroup,
  question: QuestionId,
): Promise<Standing | null> {
  const { rows } = await rowsOf(zStandingRow)`
    select a.version::text, a.text, w.family_name || ' ' || w.given_name as "changedBy", lower(a.recorded) as "changedAt"
    from description_answer a join organiser_organiser o on o.id = a.organiser_id left join worker_worker w on w.id = a.written_by_id
    where o.code = ${organiser} and a.service_group = ${group} and a.question = ${question}`.execute(tx);
  return rows.map(({ text, ...rest }) => ({ ...rest, content: { text } }))[0] ?? null;
}
const zEarlierAnswersRow = z.object({
  text: z.string(),
  language: zLanguage,
  version: z.number(),
  writtenOn: zDay,
  writtenBy: z.string().nullable(),
});

/** The texts that stood before the one that stands now, the latest first. */
export async function earlierAnswers(
  tx: Read,
  organiser: string,
  group: ServiceGroup,
  question: QuestionId,
): Promise<Pick<Authored, 'version' | 'text' | 'language' | 'writtenOn' | 'writtenBy'>[]> {
  const { rows } = await rowsOf(zEarlierAnswersRow)`
    select distinct on (h.version) h.version, h.text, h.language, h.written_on as "writtenOn",
      w.family_name || ' ' || w.given_name as "writtenBy"
    from description_answer a
    join organiser_organiser o on o.id = a.organiser_id
    join description_answer_history h on h.id = a.id and h.version < a.version
    left join worker_worker w on w.id = h.written_by_id
    where o.code = ${organiser} and a.service_group = ${group} and a.question = ${question}
    order by h.version desc`.execute(tx);
  return rows;
}
