import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { writerAt } from '../../server/last-writer.ts';
import { fingerprint } from '../../server/secret.ts';
import { type Agreement, type AgreementContent, agreementText, zAgreement } from './words.ts';

/** One number for all that an agreement says: another content has another, so that approvals hold for what was seen. */
export function agreementHash(content: AgreementContent): string {
  return fingerprint(agreementText(content));
}

/** The agreements that go on where one ends, and whether all three have approved such a one as it stands. */
const next = sql`select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)`;
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
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
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
  )`select lower(recorded) as at from agreement_agreement where id = ${agreementId}`.execute(tx);
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
