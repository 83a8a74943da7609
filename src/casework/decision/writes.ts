import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Service } from '../organiser/words.ts';
import type { NewDecision } from './words.ts';

interface Own {
  readonly organiserId: string;
  readonly clientId: string;
}

export async function insertDecision(
  tx: Write,
  { organiserId, clientId }: Own,
  decidedById: string,
  service: Service,
  decision: NewDecision,
): Promise<string> {
  const id = newId();
  await sql`insert into decision_decision (id, organiser_id, client_id, referral_id, plan_id, service, outcome, decided_on, during, reasons, provisions, decided_by_id,
      offering_id, place, meal_charge_cents)
    values (${id}, ${organiserId}, ${clientId}, ${decision.referralId}, ${decision.planId}, ${service}, ${decision.outcome}, ${decision.decidedOn},
      ${decision.during === null ? null : toSql(decision.during)}::daterange, ${decision.reasons}, ${[...decision.provisions]}::text[], ${decidedById},
      ${decision.offeringId}, ${decision.place}, ${decision.mealCharge})`.execute(tx);
  return id;
}

export async function updateServed(tx: Write, decisionId: string, on: Day): Promise<void> {
  await sql`update decision_decision set served_on = ${on} where id = ${decisionId}`.execute(tx);
}

/** Keeps the paper as it was made; the database lets nobody change it. */
export async function insertLetter(
  tx: Write,
  { organiserId, clientId }: Own,
  decisionId: string,
  {
    language,
    pdf,
    tellsPlace,
  }: { readonly language: Language; readonly pdf: Uint8Array; readonly tellsPlace: boolean },
): Promise<void> {
  const bytes = Buffer.from(pdf);
  // Naming the column in conflict would read the row: not everybody may who writes one.
  await sql`insert into decision_letter (organiser_id, client_id, decision_id, language, pdf, sha256, tells_place)
    values (${organiserId}, ${clientId}, ${decisionId}, ${language}, ${bytes}, sha256(${bytes}::bytea), ${tellsPlace}) on conflict do nothing`.execute(
    tx,
  );
}
