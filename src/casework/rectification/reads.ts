import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Request, zRequest, zRequestSeen } from './words.ts';

async function requests(tx: Read, where: RawBuilder<unknown>): Promise<Request[]> {
  const { rows } = await rowsOf(zRequest)`
    select r.id, r.decision_id as "decisionId", r.received_on as "receivedOn", r.demands, r.body, r.outcome, r.decided_on as "decidedOn", r.reasons,
      r.served_on as "servedOn", r.appealed_on as "appealedOn", r.court_outcome as "courtOutcome", r.court_decided_on as "courtDecidedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from rectification_notice n where n.request_id = r.id), '[]') as notices
    from rectification_request r where ${where} order by r.received_on, r.id`.execute(tx);
  return rows;
}

/** The requests for rectification of a client's decisions, in the order in which they came. */
export function requestsOfClient(tx: Read, clientId: string): Promise<Request[]> {
  return requests(tx, sql`r.client_id = ${clientId}`);
}

/** A request as it stands, as its correction must have seen it. */
export async function standingRequest(tx: Read, clientId: string, requestId: string): Promise<Standing | null> {
  const request = await requestOf(tx, clientId, requestId);
  if (!request) return null;
  return {
    content: contentOf(zRequestSeen, request),
    ...(await lastChange(tx, sql`rectification_request where id = ${requestId}`, clientId)),
  };
}

export async function requestOf(tx: Read, clientId: string, requestId: string): Promise<Request | null> {
  return (await requests(tx, sql`r.client_id = ${clientId} and r.id = ${requestId}`))[0] ?? null;
}
