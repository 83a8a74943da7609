import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Range, zSqlRange } from '../../kernel/range.ts';
import { roles } from '../../kernel/relation.ts';
import type { Standing, Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf, zBytes } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { fingerprint } from '../../server/secret.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import { amongSeen } from '../client/reads.ts';
import { placementOf } from '../placement/reads.ts';
import { type Placement, zPlacementDetails } from '../placement/words.ts';
import { ratesDuring } from '../rate/reads.ts';
import { rhythmsOf } from '../rhythm/reads.ts';
import {
  type Agreement,
  type AgreementContent,
  type AgreementParty,
  agreementText,
  agreementVersion,
  approvalVersion,
  parties,
  partiesFor,
  type TermsRule,
  termsText,
  zAgreement,
  zTerms,
} from './words.ts';

/** One number for all that an agreement says: another content has another, so that approvals hold for what was seen. */
export function agreementHash(content: AgreementContent, terms: string | null = null): string {
  return fingerprint(agreementText(content, terms));
}

/** The agreements that go on where one ends; and those that all three have approved as they stand. */
const next = sql`select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)`;
const renewal = sql`select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)`;

/** Where an agreement `a` is to be renewed on a day, or within the time up to `until`, while the days of its placement go on. */
export const isToRenew = (placed: RawBuilder<unknown>, on: Day, until: Day) =>
  sql`${placed} @> ${on}::date and upper(a.during) <= ${until}::date and ${placed} @> upper(a.during) and not exists (${renewal})`;

/**
 * The first day of the last agreement about a placement that has begun by a day and that all three have approved: whatever was agreed
 * before it is over and renewed. Looked for from the last one back, which it mostly is; before all days where there is none.
 */
export const lastAgreedFrom = (placement: RawBuilder<unknown>, on: Day) => sql`coalesce((
  select lower(l.during) from agreement_agreement l where l.placement_id = ${placement} and lower(l.during) <= ${on}::date
    and exists (select from agreement_approved v where v.id = l.id) order by lower(l.during) desc limit 1), '-infinity'::date)`;

const zAgreementRow = zAgreement.omit({ during: true, placedDuring: true, contentHash: true, terms: true }).extend({
  during: zSqlRange,
  placedDuring: zSqlRange,
  organiserId: zId,
  relationship: zSqlRange,
  employerId: zId.nullable(),
  meal: z.boolean(),
  coach: zTerms.shape.coach,
  /** As they were when the agreement was made, changed or approved last. */
  keptTerms: z.string().nullable(),
});

const always: Range = { from: day('1900-01-01'), to: null };

async function agreements(
  tx: Read,
  termsOf: TermsRule,
  where: RawBuilder<unknown>,
  order?: RawBuilder<unknown>,
): Promise<Agreement[]> {
  const { rows } = await rowsOf(zAgreementRow)`
    select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (${next}) as "hasNext", exists (${renewal}) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where ${where} order by ${order ?? sql`upper(a.during), c.family_name, c.given_names, a.id`}`.execute(tx);
  const settings = new Map(
    await Promise.all([...new Set(rows.map(({ organiserId }) => organiserId))].map((id) => ratesAndRhythms(tx, id))),
  );
  return rows.map(({ organiserId, relationship, employerId, meal, coach, keptTerms, ...row }) => {
    const { rates, rhythms } = settings.get(organiserId) ?? { rates: [], rhythms: [] };
    const { service, during } = row;
    const ofService = rhythms.filter((one) => one.service === service);
    const facts = { service, employerId, from: during.from, relationship, meal, coach, rates, rhythms: ofService };
    const known = termsOf(facts);
    const terms = stated(row, keptTerms, termsText(known));
    const text = terms === null ? known : zTerms.parse(JSON.parse(terms));
    return { ...row, terms: text, contentHash: agreementHash(row, terms) };
  });
}

async function ratesAndRhythms(tx: Read, organiserId: string) {
  const [rates, rhythms] = await Promise.all([ratesDuring(tx, organiserId, always), rhythmsOf(tx, organiserId)]);
  return [organiserId, { rates, rhythms }] as const;
}

/**
 * The terms that an agreement states: once all three have approved, as they approved them. Until then as they are known today,
 * so that what changes meanwhile is another content. What somebody approved before terms were kept stands as it was.
 */
function stated(
  agreement: Pick<Agreement, 'tasks' | 'hours' | 'during' | 'approvals'>,
  saved: string | null,
  known: string,
): string | null {
  const approved = partiesFor(agreement.approvals, agreementHash(agreement, saved)).length;
  return approved === parties.length || (saved === null && approved > 0) ? saved : known;
}

/** All agreements of a client, newest first. */
export function agreementsOf(tx: Read, termsOf: TermsRule, clientId: string): Promise<Agreement[]> {
  return agreements(tx, termsOf, sql`a.client_id = ${clientId}`, sql`lower(a.during) desc, a.id desc`);
}

/** One agreement of a client, or null. */
export async function agreementOf(
  tx: Read,
  termsOf: TermsRule,
  clientId: string,
  agreementId: string,
): Promise<Agreement | null> {
  return (await agreements(tx, termsOf, sql`a.client_id = ${clientId} and a.id = ${agreementId}`))[0] ?? null;
}

/** An agreement as it stands, as an edit of it must have seen it. */
export async function standingAgreement(
  tx: Read,
  termsOf: TermsRule,
  clientId: string,
  agreementId: string,
): Promise<Standing | null> {
  const agreement = await agreementOf(tx, termsOf, clientId, agreementId);
  if (!agreement) return null;
  const { tasks, hours, during, contentHash } = agreement;
  return {
    version: contentHash,
    content: { tasks, hours, during },
    ...(await lastChange(tx, sql`agreement_agreement where id = ${agreementId}`, clientId)),
  };
}

/** A placement with what is agreed about it, as one version. */
export const placementAgreedVersion = (placement: Placement, agreements: readonly Agreement[]): string =>
  versionOf([
    contentOf(zPlacementDetails, placement),
    agreements
      .filter(({ placementId }) => placementId === placement.id)
      .map(({ contentHash, approvals }) => [contentHash, approvals]),
  ]);

/** A placement and its agreements, as taking it back must have seen them; null where there is none. */
export async function standingPlacementAgreed(
  tx: Read,
  termsOf: TermsRule,
  clientId: string,
  placementId: string,
): Promise<Standing | null> {
  const placement = await placementOf(tx, clientId, placementId);
  if (!placement) return null;
  const version = placementAgreedVersion(placement, await agreementsOf(tx, termsOf, clientId));
  const written = sql`(select recorded from placement_placement where id = ${placementId}
    union all select recorded from agreement_agreement where placement_id = ${placementId}) w`;
  return { version, content: contentOf(zPlacementDetails, placement), ...(await lastChange(tx, written, clientId)) };
}

/** An approval with its agreement, as it was given to whatever the agreement said then; null where there is none. */
export async function approvalOf(tx: Read, termsOf: TermsRule, clientId: string, approvalId: string) {
  for (const agreement of await agreementsOf(tx, termsOf, clientId)) {
    const approval = agreement.approvals.find(({ id }) => id === approvalId);
    if (approval) return { agreement, approval };
  }
  return null;
}

/** An agreement with its approvals, as taking it back must have seen it. */
export async function standingWhole(
  tx: Read,
  termsOf: TermsRule,
  clientId: string,
  agreementId: string,
): Promise<Standing | null> {
  const agreement = await agreementOf(tx, termsOf, clientId, agreementId);
  if (!agreement) return null;
  const { tasks, hours, during, approvals } = agreement;
  const approved = approvals.map(({ party, approvedOn, approvedBy }) => ({ party, approvedOn, approvedBy }));
  return {
    version: agreementVersion(agreement),
    content: { tasks, hours, during, approved },
    ...(await lastChange(tx, sql`agreement_agreement where id = ${agreementId}`, clientId)),
  };
}

/** A party's approval, as withdrawing it must have seen it; null where there is no such agreement. */
export async function standingApproval(
  tx: Read,
  termsOf: TermsRule,
  of: { readonly clientId: string; readonly agreementId: string; readonly party: AgreementParty },
): Promise<Standing | null> {
  const agreement = await agreementOf(tx, termsOf, of.clientId, of.agreementId);
  if (!agreement) return null;
  const { contentHash, approvals, tasks, hours, during } = agreement;
  const approval = approvals.find((one) => one.party === of.party && one.contentHash === contentHash);
  return {
    version: approvalVersion(contentHash, approval?.id ?? null),
    content: { tasks, hours, during, approvedOn: approval?.approvedOn ?? null },
    ...(await lastChange(tx, sql`agreement_agreement where id = ${of.agreementId}`, of.clientId)),
  };
}

/** Which agreements are asked for. */
export type AgreementScope =
  /** Of the organiser's clients of whom the worker sees something. */
  | Pick<Who, 'organiserId' | 'roles'>
  | { readonly workplaceId: string }
  /** Of the clients whom a worker answers for on the day. */
  | { readonly workerId: string };

const agreementsIn = (scope: AgreementScope, on: Day): RawBuilder<unknown> => {
  if ('organiserId' in scope)
    return sql`a.organiser_id = ${scope.organiserId} and ${amongSeen(scope, sql`a.client_id`)}`;
  if ('workplaceId' in scope) return sql`p.workplace_id = ${scope.workplaceId}`;
  return sql`exists (select from relationship_responsible r where r.relationship_id = p.relationship_id
    and r.worker_id = ${scope.workerId} and r.during @> ${on}::date)`;
};

/** The agreements of placements that are in force on a day or begin later, the first to end first; superseded ones are left out. */
export function agreementsOn(tx: Read, termsOf: TermsRule, scope: AgreementScope, on: Day): Promise<Agreement[]> {
  return agreements(
    tx,
    termsOf,
    sql`${agreementsIn(scope, on)} and coalesce(upper(p.during) > ${on}::date, true)
      and (upper(a.during) > ${on}::date or not exists (${renewal}))`,
  );
}

/** All three have approved an agreement by a day, as it stands. */
const approvedBy = (
  on: Day,
) => sql`${[...parties].toSorted()}::text[] = array(select distinct v.party from agreement_approval v
  where v.agreement_id = a.id and v.approved_on <= ${on}::date
    and v.content_hash = (select app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)) order by v.party)`;

/**
 * The agreements among which are all that ask for work on a day, as the rule tells: that end before `until`, the rule's
 * renewalHorizon of the day, while their placement goes on, or that not all three have approved. Of a county's thousands the others are
 * not read.
 */
export function agreementsAsking(
  tx: Read,
  termsOf: TermsRule,
  scope: AgreementScope,
  on: Day,
  until: Day,
): Promise<Agreement[]> {
  return agreements(
    tx,
    termsOf,
    sql`${agreementsIn(scope, on)} and (
      (${isToRenew(sql`p.during`, on, until)})
      or (coalesce(upper(p.during) > ${on}::date, true) and coalesce(upper(a.during) > ${on}::date, true) and not ${approvedBy(on)}))`,
  );
}

const zContactRow = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles).nullable(),
});

/** Whom to reach about a relationship: who answers for the client on the day, else the worker who asks. */
export async function contactFor(tx: Read, relationshipId: string, workerId: string, on: Day) {
  const { rows } = await rowsOf(zContactRow)`
    select w.given_name || ' ' || w.family_name as name, w.phone, w.email,
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> ${on}::date order by p.role limit 1) as role
    from worker_worker w
    left join relationship_responsible r on r.worker_id = w.id and r.relationship_id = ${relationshipId} and r.during @> ${on}::date
    where r.id is not null or w.id = ${workerId} order by r.id nulls last limit 1`.execute(tx);
  return rows[0] ?? null;
}

const zPaperRow = z.object({ pdf: zBytes });

/** A copy of the paper as the last of the three approved it; null where none is kept, or where one may not see it today. */
export async function keptPaper(
  tx: Read,
  agreementId: string,
  contentHash: string,
  copy: AgreementParty,
): Promise<Uint8Array | null> {
  const { rows } = await rowsOf(zPaperRow)`
    select pdf from agreement_paper where agreement_id = ${agreementId} and content_hash = ${contentHash} and copy = ${copy}`.execute(
    tx,
  );
  return rows[0] ? new Uint8Array(rows[0].pdf) : null;
}
