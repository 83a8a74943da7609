import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { CourtOutcome, RequestOutcome } from './words.ts';

interface NewRequest {
  readonly organiserId: string;
  readonly clientId: string;
  readonly decisionId: string;
  readonly receivedOn: Day;
  readonly demands: string;
  readonly body: string;
  readonly recordedById: string;
}

export async function insertRequest(tx: Write, given: NewRequest): Promise<string> {
  const id = newId();
  await change`insert into rectification_request (id, organiser_id, client_id, decision_id, received_on, demands, body, recorded_by_id)
    values (${id}, ${given.organiserId}, ${given.clientId}, ${given.decisionId}, ${given.receivedOn}, ${given.demands}, ${given.body},
      ${given.recordedById})`.execute(tx);
  return id;
}

export async function updateDecided(
  tx: Write,
  requestId: string,
  {
    outcome,
    decidedOn,
    reasons,
  }: { readonly outcome: RequestOutcome; readonly decidedOn: Day; readonly reasons: string },
): Promise<void> {
  await change`update rectification_request set outcome = ${outcome}, decided_on = ${decidedOn}, reasons = ${reasons}
    where id = ${requestId}`.execute(tx);
}

export async function updateServed(tx: Write, requestId: string, on: Day): Promise<void> {
  await change`update rectification_request set served_on = ${on} where id = ${requestId}`.execute(tx);
}

export async function updateAppealed(tx: Write, requestId: string, on: Day): Promise<void> {
  await change`update rectification_request set appealed_on = ${on} where id = ${requestId}`.execute(tx);
}

export async function updateCourt(tx: Write, requestId: string, outcome: CourtOutcome, on: Day): Promise<void> {
  await change`update rectification_request set court_outcome = ${outcome}, court_decided_on = ${on} where id = ${requestId}`.execute(
    tx,
  );
}
