import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Request, zRequest, zRequestDetails } from './words.ts';

async function requests(tx: Read, where: RawBuilder<unknown>): Promise<Request[]> {
  const { rows } = await rowsOf(zRequest)`
    select id, decision_id as "decisionId", received_on as "receivedOn", demands, body, outcome, decided_on as "decidedOn", reasons,
      served_on as "servedOn", appealed_on as "appealedOn", court_outcome as "courtOutcome", court_decided_on as "courtDecidedOn"
    from rectification_request where ${where} order by received_on, id`.execute(tx);
  return rows;
}

/** The requests for rectification of a client's decisions, in the order in which they came. */
export function requestsOfClient(tx: Read, clientId: string): Promise<Request[]> {
  return requests(tx, sql`client_id = ${clientId}`);
}

/** A request as it stands, as its correction must have seen it. */
export async function standingRequest(tx: Read, clientId: string, requestId: string): Promise<Standing | null> {
  const request = await requestOf(tx, clientId, requestId);
  if (!request) return null;
  return {
    content: contentOf(zRequestDetails, request),
    ...(await lastChange(tx, sql`rectification_request where id = ${requestId}`, clientId)),
  };
}

export async function requestOf(tx: Read, clientId: string, requestId: string): Promise<Request | null> {
  return (await requests(tx, sql`client_id = ${clientId} and id = ${requestId}`))[0] ?? null;
}
