import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Refusal, zRefusal, zRefusalDetails } from './words.ts';

async function refusals(tx: Read, where: RawBuilder<unknown>): Promise<Refusal[]> {
  const { rows } = await rowsOf(zRefusal)`
    select f.id, f.decision_id as "decisionId", d.number || '/' || d.year as number, f.demanded_on as "demandedOn", f.demand,
      f.refused_on as "refusedOn", f.reasons, f.refused_by_id as "refusedById", w.family_name || ' ' || w.given_name as "refusedBy",
      f.delegation, f.way, f.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from refusal_notice n where n.refusal_id = f.id), '[]') as notices
    from refusal_refusal f
    join decision_decision d on d.id = f.decision_id
    join worker_worker w on w.id = f.refused_by_id
    where ${where} order by f.refused_on, f.id`.execute(tx);
  return rows;
}

/** Refused demands to correct decisions of a matter, in the order of the days. */
export function refusalsOfMatter(tx: Read, clientId: string, referralId: string): Promise<Refusal[]> {
  return refusals(tx, sql`f.client_id = ${clientId} and d.referral_id = ${referralId}`);
}

export async function refusalOf(tx: Read, clientId: string, refusalId: string): Promise<Refusal | null> {
  return (await refusals(tx, sql`f.client_id = ${clientId} and f.id = ${refusalId}`))[0] ?? null;
}

/** A refusal as taking it back must have seen it. */
export async function standingRefusal(tx: Read, clientId: string, refusalId: string): Promise<Standing | null> {
  const refusal = await refusalOf(tx, clientId, refusalId);
  if (!refusal) return null;
  return {
    content: contentOf(zRefusalDetails, refusal),
    ...(await lastChange(tx, sql`refusal_refusal where id = ${refusalId}`, clientId)),
  };
}
