import { type RawBuilder, sql } from 'kysely';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { type Request, zRequest } from './words.ts';

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

export async function requestOf(tx: Read, clientId: string, requestId: string): Promise<Request | null> {
  return (await requests(tx, sql`client_id = ${clientId} and id = ${requestId}`))[0] ?? null;
}
