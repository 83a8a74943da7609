import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { writerAt } from '../../server/last-writer.ts';
import { fingerprint } from '../../server/secret.ts';
import { services } from '../organiser/words.ts';
import {
  type Agreement,
  type AgreementContent,
  agreementText,
  type Frame,
  type Placement,
  zAgreement,
  zPlacement,
} from './words.ts';

/** One number for all that an agreement says: another content has another, so that approvals hold for what was seen. */
export function agreementHash(content: AgreementContent): string {
  return fingerprint(agreementText(content));
}

const zPlacementRow = zPlacement.extend({ during: zSqlRange });

async function placements(tx: Read, where: RawBuilder<unknown>, order?: RawBuilder<unknown>): Promise<Placement[]> {
  const { rows } = await rowsOf(zPlacementRow)`
    select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where ${where} order by ${order ?? sql`c.family_name, c.given_names, c.id, lower(p.during), p.id`}`.execute(tx);
  return rows;
}

/** Which placements are asked for. */
export type PlacementScope =
  | { readonly clientId: string }
  | { readonly groupId: string }
  | { readonly workplaceId: string }
  | { readonly organiserId: string };

const inScope = (scope: PlacementScope): RawBuilder<unknown> => {
  if ('clientId' in scope) return sql`p.client_id = ${scope.clientId}`;
  if ('groupId' in scope) return sql`p.group_id = ${scope.groupId}`;
  if ('workplaceId' in scope) return sql`p.workplace_id = ${scope.workplaceId}`;
  return sql`p.organiser_id = ${scope.organiserId}`;
};

/** The placements in force on a day with their half-days, by the client's name. */
export function placementsOn(tx: Read, scope: PlacementScope, on: Day): Promise<Placement[]> {
  return placements(tx, sql`${inScope(scope)} and p.during @> ${on}::date`);
}

/** All placements of a client, newest first. */
export function placementsOf(tx: Read, clientId: string): Promise<Placement[]> {
  return placements(tx, sql`p.client_id = ${clientId}`, sql`lower(p.during) desc, p.id desc`);
}

/** One placement of a client, or null. */
export async function placementOf(tx: Read, clientId: string, placementId: string): Promise<Placement | null> {
  return (await placements(tx, sql`p.client_id = ${clientId} and p.id = ${placementId}`))[0] ?? null;
}

const zFrameOfRow = z.object({
  relationshipId: zId,
  service: z.enum(services),
  during: zSqlRange,
  plannedDays: z.number().nullable(),
});

/** The relationship of a client that placements are to lie within, or null. */
export async function frameOf(tx: Read, clientId: string, relationshipId: string): Promise<Frame | null> {
  const { rows } = await rowsOf(zFrameOfRow)`
    select r.id as "relationshipId", r.service, r.during, p.days_a_week as "plannedDays" from relationship_relationship r
    left join decision_decision d on d.id = r.decision_id
    left join plan_plan p on p.id = d.plan_id
    where r.client_id = ${clientId} and r.id = ${relationshipId}`.execute(tx);
  return rows[0] ?? null;
}

const zTaken = z.object({ groupId: zId.nullable(), workplaceId: zId.nullable(), taken: z.number() });
export type Taken = z.output<typeof zTaken>;

/** How many placements each group and workplace has on a day, whoever's clients they are. */
export async function placesTakenOn(tx: Read, organiserId: string, on: Day): Promise<Taken[]> {
  const { rows } = await rowsOf(zTaken)`
    select group_id as "groupId", workplace_id as "workplaceId", count(*) as taken from placement_taken
    where organiser_id = ${organiserId} and during @> ${on}::date group by group_id, workplace_id`.execute(tx);
  return rows;
}

/** The agreements that go on where one ends, and whether all three have approved such a one as it stands. */
const next = sql`select from placement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)`;
const approvedByAll = sql`app_agreement_approved(n.id)`;

const zAgreementRow = zAgreement
  .omit({ during: true, placedDuring: true, contentHash: true })
  .extend({ during: zSqlRange, placedDuring: zSqlRange });

async function agreements(tx: Read, where: RawBuilder<unknown>, order?: RawBuilder<unknown>): Promise<Agreement[]> {
  const { rows } = await rowsOf(zAgreementRow)`
    select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (${next}) as "hasNext", exists (${next} and ${approvedByAll}) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from placement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from placement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where ${where} order by ${order ?? sql`upper(a.during), c.family_name, c.given_names, a.id`}`.execute(tx);
  return rows.map(({ during, placedDuring, ...row }) => {
    const days = during;
    const contentHash = agreementHash({ tasks: row.tasks, hours: row.hours, during: days });
    return { ...row, during: days, placedDuring: placedDuring, contentHash };
  });
}

/** All agreements of a client, newest first. */
export function agreementsOf(tx: Read, clientId: string): Promise<Agreement[]> {
  return agreements(tx, sql`a.client_id = ${clientId}`, sql`lower(a.during) desc, a.id desc`);
}

/** One agreement of a client, or null. */
export async function agreementOf(tx: Read, clientId: string, agreementId: string): Promise<Agreement | null> {
  return (await agreements(tx, sql`a.client_id = ${clientId} and a.id = ${agreementId}`))[0] ?? null;
}

const zStandingAgreementRow = z.object({ at: z.string() });

/** An agreement as it stands, as an edit of it must have seen it. */
export async function standingAgreement(tx: Read, clientId: string, agreementId: string): Promise<Standing | null> {
  const agreement = await agreementOf(tx, clientId, agreementId);
  if (!agreement) return null;
  const { tasks, hours, during, contentHash } = agreement;
  const { rows } = await rowsOf(
    zStandingAgreementRow,
  )`select lower(recorded) as at from placement_agreement where id = ${agreementId}`.execute(tx);
  const changedAt = rows[0]?.at ?? null;
  return {
    version: contentHash,
    content: { tasks, hours, during },
    changedAt,
    changedBy: await writerAt(tx, changedAt),
  };
}

/** Which agreements are asked for. */
export type AgreementScope =
  | { readonly organiserId: string }
  | { readonly workplaceId: string }
  /** Of the clients whom a worker answers for on the day. */
  | { readonly workerId: string };

const agreementsIn = (scope: AgreementScope, on: Day): RawBuilder<unknown> => {
  if ('organiserId' in scope) return sql`a.organiser_id = ${scope.organiserId}`;
  if ('workplaceId' in scope) return sql`p.workplace_id = ${scope.workplaceId}`;
  return sql`exists (select from relationship_responsible r where r.relationship_id = p.relationship_id
    and r.worker_id = ${scope.workerId} and r.during @> ${on}::date)`;
};

/** The agreements of placements that are in force on a day or begin later, the first to end first; superseded ones are left out. */
export function agreementsOn(tx: Read, scope: AgreementScope, on: Day): Promise<Agreement[]> {
  return agreements(
    tx,
    sql`${agreementsIn(scope, on)} and coalesce(upper(p.during) > ${on}::date, true)
      and (upper(a.during) > ${on}::date or not exists (${next} and ${approvedByAll}))`,
  );
}

/**
 * The agreements to renew, seen from a day: the placement goes on, the agreement ends before `until` at the latest or has
 * ended, and no other goes on from it. `until` is the rule's renewalHorizon of the day.
 */
export function agreementsToRenew(tx: Read, scope: AgreementScope, on: Day, until: Day): Promise<Agreement[]> {
  return agreements(
    tx,
    sql`${agreementsIn(scope, on)} and p.during @> ${on}::date and upper(a.during) <= ${until}::date
      and p.during @> upper(a.during) and not exists (${next} and ${approvedByAll})`,
  );
}
