import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { toSql } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Served } from '../client/words.ts';
import type { AnnulmentGround, NewDecision, Proposed } from './words.ts';

interface Own {
  readonly organiserId: string;
  readonly clientId: string;
}

export async function insertDecision(
  tx: Write,
  { organiserId, clientId }: Own,
  by: { readonly decidedById: string; readonly presentedById: string | null; readonly delegation: string },
  service: Service,
  decision: NewDecision,
  /** Its key, and that of all that is decided in one go; null where it is decided by itself. */
  { id, togetherId }: { readonly id: string; readonly togetherId: string | null },
): Promise<void> {
  await tx
    .insertInto('decision_decision')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      referral_id: decision.referralId,
      plan_id: decision.planId,
      service,
      outcome: decision.outcome,
      changes_id: decision.changesId,
      last_on: decision.lastDay,
      decided_on: decision.decidedOn,
      during: decision.during === null ? null : toSql(decision.during),
      reasons: decision.reasons,
      provisions: [...decision.provisions],
      decided_by_id: by.decidedById,
      offering_id: decision.offeringId,
      place: decision.place,
      meal_charge_cents: decision.mealCharge,
      presented_by_id: by.presentedById,
      delegation: by.delegation,
      in_part: decision.inPart,
      easy_reasons: decision.easyReasons,
      unheard_ground: decision.unheard?.ground ?? null,
      unheard_because: decision.unheard?.because ?? null,
      explanations: JSON.stringify(decision.explanations),
      together_id: togetherId,
    })
    .execute();
}

/** Keeps what is presented of a matter; what was presented of it before gives way, and stays in its history. */
export async function putProposal(
  tx: Write,
  { organiserId, clientId }: Own,
  by: { readonly presentedById: string; readonly presentedOn: Day; readonly deciderId: string },
  proposed: Proposed,
): Promise<void> {
  await change`insert into decision_proposal as q (organiser_id, client_id, referral_id, plan_id, outcome, during, reasons, provisions,
      offering_id, place, meal_charge_cents, presented_by_id, presented_on, decider_id, in_part, easy_reasons, unheard_ground, unheard_because, explanations, changes_id, last_on)
    values (${organiserId}, ${clientId}, ${proposed.referralId}, ${proposed.planId}, ${proposed.outcome},
      ${proposed.during === null ? null : toSql(proposed.during)}::daterange, ${proposed.reasons}, ${[...proposed.provisions]}::text[],
      ${proposed.offeringId}, ${proposed.place}, ${proposed.mealCharge}, ${by.presentedById}, ${by.presentedOn}, ${by.deciderId}, ${proposed.inPart},
      ${proposed.easyReasons}, ${proposed.unheard?.ground ?? null}, ${proposed.unheard?.because ?? null}, ${JSON.stringify(proposed.explanations)}::jsonb, ${proposed.changesId}, ${proposed.lastDay}::date)
    on conflict (referral_id) do update set plan_id = excluded.plan_id, outcome = excluded.outcome, during = excluded.during,
      reasons = excluded.reasons, provisions = excluded.provisions, offering_id = excluded.offering_id, place = excluded.place,
      meal_charge_cents = excluded.meal_charge_cents, presented_by_id = excluded.presented_by_id, presented_on = excluded.presented_on,
      decider_id = excluded.decider_id, in_part = excluded.in_part, easy_reasons = excluded.easy_reasons, unheard_ground = excluded.unheard_ground,
      unheard_because = excluded.unheard_because, explanations = excluded.explanations,
      changes_id = excluded.changes_id, last_on = excluded.last_on, returned_on = null, returned_because = null`.execute(
    tx,
  );
}

export async function keepProposalReturned(tx: Write, referralId: string, on: Day, because: string): Promise<void> {
  await tx
    .updateTable('decision_proposal')
    .set({ returned_on: on, returned_because: because })
    .where('referral_id', '=', referralId)
    .execute();
}

/** A new version of a decision whose paper had a slip of the pen; the version before stays in its history. */
export async function correct(
  tx: Write,
  decisionId: string,
  by: { readonly workerId: string; readonly on: Day; readonly because: string; readonly version: number },
  {
    during,
    reasons,
    place,
    lastDay,
    explanations,
  }: Pick<NewDecision, 'during' | 'reasons' | 'place' | 'lastDay' | 'explanations'>,
): Promise<void> {
  await tx
    .updateTable('decision_decision')
    .set({
      version: by.version,
      corrected_on: by.on,
      corrected_because: by.because,
      corrected_by_id: by.workerId,
      during: during === null ? null : toSql(during),
      last_on: lastDay,
      explanations: JSON.stringify(explanations),
      reasons,
      place,
    })
    .where('id', '=', decisionId)
    .execute();
}

/** The paper has a new version, by which this service of it stands as before. */
export async function keepVersion(tx: Write, decisionId: string, version: number): Promise<void> {
  await tx.updateTable('decision_decision').set({ version }).where('id', '=', decisionId).execute();
}

export async function annul(
  tx: Write,
  decisionId: string,
  by: { readonly workerId: string; readonly on: Day; readonly because: string; readonly ground: AnnulmentGround },
): Promise<void> {
  await tx
    .updateTable('decision_decision')
    .set({
      stands: false,
      annulled_on: by.on,
      annulled_because: by.because,
      annulled_ground: by.ground,
      annulled_by_id: by.workerId,
    })
    .where('id', '=', decisionId)
    .execute();
}

export async function keepServed(tx: Write, decisionId: string, on: Day | null): Promise<void> {
  await tx.updateTable('decision_decision').set({ served_on: on }).where('id', '=', decisionId).execute();
}

/** Records to whom a decision was given, all in one way on one day: the client, who acts for the client, and who gets a copy. */
export async function insertNotices(
  tx: Write,
  { organiserId, clientId }: Own,
  decisionId: string,
  { way, sentOn, servedOn, recipients }: Served,
  copies: readonly string[],
): Promise<void> {
  const copyRows = copies.map((name) => ({ recipient: 'copy' as const, name }));
  await tx
    .insertInto('decision_notice')
    .values(
      [...recipients, ...copyRows].map(({ recipient, name }) => ({
        id: newId(),
        organiser_id: organiserId,
        client_id: clientId,
        decision_id: decisionId,
        recipient,
        name,
        way,
        sent_on: sentOn,
        served_on: servedOn,
      })),
    )
    .execute();
}

export async function deleteNotices(tx: Write, decisionId: string): Promise<void> {
  await tx.deleteFrom('decision_notice').where('decision_id', '=', decisionId).execute();
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
    services,
  }: {
    readonly language: Language;
    readonly pdf: Uint8Array;
    readonly tellsPlace: boolean;
    /** Of which services it tells, where they are several. */
    readonly services: readonly Service[] | null;
  },
  version = 1,
): Promise<void> {
  const bytes = Buffer.from(pdf);
  // Naming the column in conflict would read the row: not everybody may who writes one.
  await change`insert into decision_letter (organiser_id, client_id, decision_id, language, pdf, sha256, tells_place, version, services)
    values (${organiserId}, ${clientId}, ${decisionId}, ${language}, ${bytes}, sha256(${bytes}::bytea), ${tellsPlace}, ${version}, ${services === null ? null : [...services]}::text[]) on conflict do nothing`.execute(
    tx,
  );
}
