import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { services } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf, zBytes } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import { originalLanguageIn } from '../client/reads.ts';
import { rectificationBodyOn } from '../organiser/reads.ts';
import {
  type CitedCorrection,
  type Decision,
  type LetterFacts,
  type Proposal,
  type ReferralDecided,
  zCitedCorrection,
  zDecision,
  zPresented,
  zProposal,
  zProposed,
  zReferralDecided,
} from './words.ts';

export interface KnownDecision extends Decision {
  readonly togetherId: string | null;
  readonly decidedById: string;
  readonly presentedById: string | null;
}

const everyVersion = sql`(select * from decision_decision union all select * from decision_decision_history)`;

/** Of whom, by which plan and in which matter something was decided or presented, and when that became known. */
interface Resting {
  readonly client: RawBuilder<unknown>;
  readonly plan: RawBuilder<unknown>;
  readonly referral: RawBuilder<unknown>;
  readonly known: RawBuilder<unknown>;
}

/** What was corrected of it since, the last day of each. */
const correctedSince = ({ client, known, plan, referral }: Resting) => sql`
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, ${plan}, ${referral}) as what offset 0) x
    where c.client_id = ${client} and x.what is not null and c.made_at > ${known} group by x.what) k), '[]')`;

const knownAs = sql`decision_known_as(d.id, d.version)`;

const ofDecision = { client: sql`d.client_id`, plan: sql`d.plan_id`, referral: sql`d.referral_id`, known: knownAs };

const zDecisionsRow = zDecision
  .extend({ decidedById: zId, presentedById: zId.nullable(), togetherId: zId.nullable() })
  .extend({ during: zSqlRange.nullable(), holds: zSqlRange.nullable() });

async function decisions(
  tx: Read,
  language: Language,
  where: RawBuilder<unknown>,
  from: RawBuilder<unknown> = sql`decision_decision`,
): Promise<KnownDecision[]> {
  const { rows } = await rowsOf(zDecisionsRow)`
    select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      ${sql.ref(`s.name_${language}`)} as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', ${sql.ref(`n.name_${language}`)}, 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
      ${correctedSince(ofDecision)} as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> ${originalLanguageIn(sql`c.service_language`)}) as translated
    from ${from} d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where ${where} order by d.decided_on desc, d.id desc, lower(d.recorded) desc`.execute(tx);
  return rows;
}

async function referralsDecided(tx: Read, where: RawBuilder<unknown>): Promise<ReferralDecided[]> {
  const { rows } = await rowsOf(zReferralDecided)`
    select r.id, r.number || '/' || r.year as number, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from decision_matter r
    left join worker_worker w on w.id = r.received_by_id
    where ${where} order by r.received_on desc, r.id desc`.execute(tx);
  return rows;
}

/** How a client came, and when it was decided; newest first. */
export function referralsDecidedOf(tx: Read, clientId: string): Promise<ReferralDecided[]> {
  return referralsDecided(tx, sql`r.client_id = ${clientId}`);
}

/** One referral of a client with the day of its decision, or null. */
export async function referralDecided(tx: Read, clientId: string, referralId: string): Promise<ReferralDecided | null> {
  return (await referralsDecided(tx, sql`r.client_id = ${clientId} and r.id = ${referralId}`))[0] ?? null;
}

/** What was decided about a client, newest first; also what was annulled, where asked for. */
export async function decisionsOfClient(
  tx: Read,
  clientId: string,
  language: Language,
  which: 'standing' | 'all' = 'standing',
): Promise<Decision[]> {
  const standing = which === 'all' ? sql`` : sql`and d.annulled_on is null`;
  const known = await decisions(tx, language, sql`d.client_id = ${clientId} ${standing}`);
  return known.map(({ decidedById: _, presentedById: __, togetherId: ___, ...decision }) => decision);
}

/** One version of a decision about a client, annulled or not; or null. */
export async function decisionVersion(
  tx: Read,
  clientId: string,
  decisionId: string,
  version: number,
  language: Language,
): Promise<KnownDecision | null> {
  const where = sql`d.client_id = ${clientId} and d.id = ${decisionId} and d.version = ${version}`;
  return (await decisions(tx, language, where, everyVersion))[0] ?? null;
}

/** All that one version of a letter tells of: the decision, and what was decided with it, in the order in which it was decided. */
export async function lettersOfVersion(
  tx: Read,
  clientId: string,
  { id, togetherId }: Pick<KnownDecision, 'id' | 'togetherId'>,
  version: number,
  language: Language,
): Promise<KnownDecision[]> {
  if (togetherId === null) {
    const only = await decisionVersion(tx, clientId, id, version, language);
    return only ? [only] : [];
  }
  const where = sql`d.client_id = ${clientId} and d.together_id = ${togetherId} and d.version = ${version}`;
  const versions = await decisions(tx, language, where, everyVersion);
  // Of each the newest of what bore the version.
  const newest = new Map<string, KnownDecision>();
  for (const one of versions) if (!newest.has(one.id)) newest.set(one.id, one);
  return [...newest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stands of a letter: the decision, and those made with it that were not annulled. */
export async function standingTogether(
  tx: Read,
  clientId: string,
  { id, togetherId }: Pick<KnownDecision, 'id' | 'togetherId'>,
  language: Language,
): Promise<KnownDecision[]> {
  const letter = togetherId === null ? sql`d.id = ${id}` : sql`d.together_id = ${togetherId}`;
  const known = await decisions(tx, language, sql`d.client_id = ${clientId} and ${letter} and d.annulled_on is null`);
  return known.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** One decision about a client that was not annulled, or null. */
export async function decisionOf(
  tx: Read,
  clientId: string,
  decisionId: string,
  language: Language,
): Promise<KnownDecision | null> {
  return (
    (
      await decisions(tx, language, sql`d.client_id = ${clientId} and d.id = ${decisionId} and d.annulled_on is null`)
    )[0] ?? null
  );
}

/** The corrections of what a decision rests on that were made after it, the first of them first. */
export async function correctionsSince(tx: Read, clientId: string, decisionId: string): Promise<CitedCorrection[]> {
  const { rows } = await rowsOf(zCitedCorrection)`
    select x.what, c.subject_id as "subjectId", c.made_at as "madeAt", w.given_name || ' ' || w.family_name as by, c.why, c.was
    from decision_decision d join platform_correction c on c.client_id = d.client_id
    join worker_worker w on w.id = c.worker_id
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where d.client_id = ${clientId} and d.id = ${decisionId} and x.what is not null and c.made_at > ${knownAs}
    order by c.made_at, c.id`.execute(tx);
  return rows;
}

const zProposalRow = zProposal
  .omit({ proposed: true, version: true })
  .extend(zPresented.omit({ during: true }).shape)
  .extend({ during: zSqlRange.nullable() });

/** What was last presented of a matter, or null. */
export async function proposalOf(tx: Read, referralId: string): Promise<Proposal | null> {
  const { rows } = await rowsOf(zProposalRow)`
    select q.presented_by_id as "presentedById", p.family_name || ' ' || p.given_name as "presentedBy", q.presented_on as "presentedOn",
      q.decider_id as "deciderId", d.family_name || ' ' || d.given_name as decider, q.returned_on as "returnedOn",
      q.returned_because as "returnedBecause", q.referral_id as "referralId", q.plan_id as "planId", q.outcome, q.changes_id as "changesId", q.last_on as "lastDay", q.in_part as "inPart", q.during, q.reasons, q.easy_reasons as "easyReasons",
      case when q.unheard_ground is not null then json_build_object('ground', q.unheard_ground, 'because', q.unheard_because) end as unheard,
      q.explanations, q.provisions, q.offering_id as "offeringId", q.place, q.meal_charge_cents as "mealCharge",
      ${correctedSince({ client: sql`q.client_id`, plan: sql`q.plan_id`, referral: sql`q.referral_id`, known: sql`lower(q.recorded)` })} as "correctedSince"
    from decision_proposal q
    join worker_worker p on p.id = q.presented_by_id
    join worker_worker d on d.id = q.decider_id
    where q.referral_id = ${referralId}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const {
    presentedById,
    presentedBy,
    presentedOn,
    deciderId,
    decider,
    returnedOn,
    returnedBecause,
    correctedSince: since,
    ...rest
  } = row;
  const proposed = { ...rest, during: rest.during === null ? null : rest.during };
  const known = { presentedById, presentedBy, presentedOn, deciderId, decider, returnedOn, returnedBecause, proposed };
  return { ...known, correctedSince: since, version: versionOf(known) };
}

const zLetterBytesOfRow = z.object({ pdf: zBytes });

/** The paper as it was sent, or null where none was made, or it tells of a place that is hidden from this worker. */
export async function letterBytesOf(tx: Read, decisionId: string, version: number): Promise<Uint8Array | null> {
  const { rows } = await rowsOf(
    zLetterBytesOfRow,
  )`select pdf from decision_letter where decision_id = ${decisionId} and version = ${version}`.execute(tx);
  return rows[0] ? new Uint8Array(rows[0].pdf) : null;
}

interface LetterQuestion {
  readonly referralId: string;
  readonly planId: string | null;
  readonly changesId: string | null;
  readonly decidedById: string;
  readonly presentedById: string | null;
  readonly decidedOn: Day;
  /** In the client's own language beside the original, which is in Finnish or Swedish. */
  readonly translation: boolean;
}

const zLetterRow = z.object({
  organiserId: zId,
  number: z.string(),
  authorityName: z.string(),
  unit: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  authorityPhone: z.string().nullable(),
  authorityEmail: z.string().nullable(),
  workerName: z.string(),
  role: z.string().nullable(),
  workerPhone: z.string().nullable(),
  workerEmail: z.string().nullable(),
  presenterName: z.string().nullable(),
  presenterRole: z.string().nullable(),
  clientName: z.string(),
  bornOn: zDay.nullable(),
  language: z.enum(['fi', 'sv', 'en']),
  easyLanguage: z.boolean(),
  service: z.enum(services),
  serviceName: z.string(),
  pendingOn: zDay,
  insteadOf: zDay.nullable(),
  changedNumber: z.string().nullable(),
  changedDay: zDay.nullable(),
  planned: z.boolean(),
  daysAWeek: z.number().nullable(),
  hoursADay: z.number().nullable(),
});

/**
 * What a decision's letter is made of: in the client's language of service where that is Finnish or Swedish, else in Finnish, unless a
 * translation is asked for. Source: 423/2003 §§ 19 and 20.
 */
export async function letterFactsOf(tx: Read, query: LetterQuestion): Promise<LetterFacts | null> {
  const { rows } = await rowsOf(zLetterRow)`
    select o.id as "organiserId", r.number || '/' || r.year as number, case l.language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as "authorityName",
      coalesce(case l.language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as unit, o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone as "authorityPhone", o.email as "authorityEmail",
      w.given_name || ' ' || w.family_name as "workerName", w.phone as "workerPhone", w.email as "workerEmail",
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> ${query.decidedOn}::date order by p.role limit 1) as role,
      n.given_name || ' ' || n.family_name as "presenterName",
      (select p.role from worker_post p where p.worker_id = n.id and p.during @> ${query.decidedOn}::date order by p.role limit 1) as "presenterRole",
      trim(c.given_names || ' ' || c.family_name) as "clientName", c.birth_on as "bornOn", l.language,
      c.easy_language as "easyLanguage", r.service,
      case l.language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as "serviceName",
      r.received_on as "pendingOn",
      (select max(a.decided_on) from decision_decision a where a.referral_id = r.id and a.annulled_on is not null) as "insteadOf", e.number || '/' || e.year as "changedNumber",
      e.decided_on as "changedDay", p.id is not null as planned, p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay"
    from referral_referral r
    join client_client c on c.id = r.client_id
    cross join lateral (select case when ${query.translation}::boolean then c.service_language else ${originalLanguageIn(sql`c.service_language`)} end as language) l
    join organiser_organiser o on o.id = r.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = ${query.decidedById}
    left join worker_worker n on n.id = ${query.presentedById}
    left join plan_plan p on p.id = ${query.planId}
    left join decision_decision e on e.id = ${query.changesId}
    where r.id = ${query.referralId}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  return {
    number: row.number,
    authority: {
      name: row.authorityName,
      unit: row.unit,
      street: row.street,
      postalCode: row.postalCode,
      postOffice: row.postOffice,
      phone: row.authorityPhone,
      email: row.authorityEmail,
    },
    decidedBy: { name: row.workerName, role: row.role, phone: row.workerPhone, email: row.workerEmail },
    presentedBy: row.presenterName === null ? null : { name: row.presenterName, role: row.presenterRole },
    client: { name: row.clientName, bornOn: row.bornOn },
    language: row.language,
    easyLanguage: row.easyLanguage,
    service: row.service,
    matter: row.serviceName.charAt(0).toLowerCase() + row.serviceName.slice(1),
    pendingOn: row.pendingOn,
    body: await rectificationBodyOn(tx, row.organiserId, query.decidedOn),
    insteadOf: row.insteadOf,
    changed:
      row.changedNumber === null || row.changedDay === null
        ? null
        : { number: row.changedNumber, decidedOn: row.changedDay },
    plan: row.planned ? { daysAWeek: row.daysAWeek, hoursADay: row.hoursADay } : null,
  };
}

/** What was presented of a matter, as what is sent in its place must have seen it; null where nothing was. */
export async function standingProposal(tx: Read, clientId: string, referralId: string): Promise<Standing | null> {
  const proposal = await proposalOf(tx, referralId);
  if (!proposal) return null;
  return {
    version: proposal.version,
    content: contentOf(zProposed, proposal.proposed),
    ...(await lastChange(tx, sql`decision_proposal where referral_id = ${referralId}`, clientId)),
  };
}

/** On which days a decision is served, and by which notices, as one version. */
export const serviceVersionOf = ({ servedOn, notices }: Pick<Decision, 'servedOn' | 'notices'>): string =>
  versionOf({ servedOn, notices });

/** How a decision was served, as taking that back must have seen it; null where it is not. */
export async function standingService(
  tx: Read,
  clientId: string,
  decisionId: string,
  language: Language,
): Promise<Standing | null> {
  const decision = await decisionOf(tx, clientId, decisionId, language);
  if (!decision || decision.servedOn === null) return null;
  return {
    version: serviceVersionOf(decision),
    content: { servedOn: decision.servedOn },
    ...(await lastChange(tx, sql`decision_decision where id = ${decisionId}`, clientId)),
  };
}

/** A decision as its paper stands, as mending it must have seen it. */
export async function standingDecision(
  tx: Read,
  clientId: string,
  decisionId: string,
  language: Language,
): Promise<Standing | null> {
  const decision = await decisionOf(tx, clientId, decisionId, language);
  if (!decision) return null;
  const { version, during, lastDay, reasons, place } = decision;
  return {
    version: String(version),
    content: { during, lastDay, reasons, place },
    ...(await lastChange(tx, sql`decision_decision where id = ${decisionId}`, clientId)),
  };
}
