import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Served } from '../client/words.ts';
import type { CourtOutcome, RequestDetails, RequestOutcome } from './words.ts';

interface NewRequest {
  readonly organiserId: string;
  readonly clientId: string;
  readonly decisionId: string;
  readonly receivedOn: Day;
  readonly demands: string;
  readonly body: string;
  readonly recordedById: string;
}

export async function insertRequest(tx: Write, input: NewRequest): Promise<string> {
  const id = newId();
  await tx
    .insertInto('rectification_request')
    .values({
      id,
      organiser_id: input.organiserId,
      client_id: input.clientId,
      decision_id: input.decisionId,
      received_on: input.receivedOn,
      demands: input.demands,
      body: input.body,
      recorded_by_id: input.recordedById,
    })
    .execute();
  return id;
}

export async function keepRequestDecided(
  tx: Write,
  requestId: string,
  {
    outcome,
    decidedOn,
    reasons,
  }: { readonly outcome: RequestOutcome; readonly decidedOn: Day; readonly reasons: string },
): Promise<void> {
  await tx
    .updateTable('rectification_request')
    .set({ outcome, decided_on: decidedOn, reasons })
    .where('id', '=', requestId)
    .execute();
}

/** Writes the steps of a request as they are corrected. */
export async function keepCorrected(tx: Write, requestId: string, input: RequestDetails): Promise<void> {
  await tx
    .updateTable('rectification_request')
    .set({
      received_on: input.receivedOn,
      demands: input.demands,
      outcome: input.outcome,
      decided_on: input.decidedOn,
      reasons: input.reasons,
      served_on: input.servedOn,
      appealed_on: input.appealedOn,
      court_outcome: input.courtOutcome,
      court_decided_on: input.courtDecidedOn,
    })
    .where('id', '=', requestId)
    .execute();
}

export async function deleteRequestNotices(tx: Write, requestId: string): Promise<void> {
  await tx.deleteFrom('rectification_notice').where('request_id', '=', requestId).execute();
}

export async function deleteRequest(tx: Write, requestId: string): Promise<void> {
  await tx.deleteFrom('rectification_request').where('id', '=', requestId).execute();
}

/** Records on which day the body's decision was served, and on whom: the client, and whoever acts for the client. */
export async function keepRequestServed(
  tx: Write,
  { organiserId, clientId, requestId }: Readonly<Record<'organiserId' | 'clientId' | 'requestId', string>>,
  { way, sentOn, servedOn, recipients }: Served,
): Promise<void> {
  const rows = recipients.map((to) => ({
    organiser_id: organiserId,
    client_id: clientId,
    request_id: requestId,
    ...to,
    way,
    sent_on: sentOn,
    served_on: servedOn,
  }));
  await tx.insertInto('rectification_notice').values(rows).execute();
  await tx.updateTable('rectification_request').set({ served_on: servedOn }).where('id', '=', requestId).execute();
}

export async function keepAppealed(tx: Write, requestId: string, on: Day): Promise<void> {
  await tx.updateTable('rectification_request').set({ appealed_on: on }).where('id', '=', requestId).execute();
}

export async function keepCourt(tx: Write, requestId: string, outcome: CourtOutcome, on: Day): Promise<void> {
  await tx
    .updateTable('rectification_request')
    .set({ court_outcome: outcome, court_decided_on: on })
    .where('id', '=', requestId)
    .execute();
}
