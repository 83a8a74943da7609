import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change, rowsOf } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { Interrupting, InterruptionDetails, NewPlan, PlanContent, Signing } from './words.ts';

const zOwnReview = z.object({ reviewOn: zDay.nullable(), reviewedOn: zDay.nullable() });

interface Ownership {
  readonly organiserId: string;
  readonly clientId: string;
  readonly madeById: string;
}

/** When the client was told: today is now; of an earlier day only the day is known, so noon stands for it. */
function momentOf(informedOn: Day | null, today: Day) {
  if (informedOn === null) return null;
  if (informedOn === today) return sql<string>`(select app_now())`;
  return sql<string>`(${informedOn}::date + time '12:00') at time zone 'Europe/Helsinki'`;
}

/** The goals of a plan in their order, and its answered items. */
async function insertContent(
  tx: Write,
  { organiserId, clientId }: Omit<Ownership, 'madeById'>,
  id: string,
  plan: Pick<NewPlan, 'goals' | 'items'>,
): Promise<void> {
  await change`insert into plan_goal (organiser_id, client_id, plan_id, place, goal)
    select ${organiserId}, ${clientId}, ${id}, place, goal from unnest(${[...plan.goals]}::text[]) with ordinality as given (goal, place)`.execute(
    tx,
  );
  const answered = Object.entries(plan.items).filter(([, answer]) => answer !== '');
  if (answered.length > 0) {
    await change`insert into plan_item (organiser_id, client_id, plan_id, item, answer)
      select ${organiserId}, ${clientId}, ${id}, item, answer
      from unnest(${answered.map(([item]) => item)}::text[], ${answered.map(([, answer]) => answer)}::text[]) as given (item, answer)`.execute(
      tx,
    );
  }
}

/** Records a plan with its goals in their order and its answered items. */
export async function insertPlan(tx: Write, own: Ownership, plan: NewPlan, today: Day): Promise<string> {
  const { organiserId, clientId, madeById } = own;
  const id = newId();
  const informedAt = momentOf(plan.informedOfBenefitsOn, today);
  await tx
    .insertInto('plan_plan')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      referral_id: plan.referralId,
      service: plan.service,
      kind: plan.kind,
      made_on: plan.madeOn,
      during: toSql(plan.during),
      review_on: plan.reviewOn,
      days_a_week: plan.daysAWeek,
      hours_a_day: plan.hoursADay,
      informed_of_benefits_at: informedAt,
      made_by_id: madeById,
    })
    .execute();
  await insertContent(tx, { organiserId, clientId }, id, plan);
  for (const signing of plan.signatures)
    await insertSignature(tx, { organiserId, clientId, planId: id, recordedById: madeById }, signing);
  return id;
}

export async function insertSignature(
  tx: Write,
  own: {
    readonly organiserId: string;
    readonly clientId: string;
    readonly planId: string;
    readonly recordedById: string;
  },
  { signer, signedOn, signedBy, capacity, way }: Signing,
): Promise<void> {
  const { organiserId, clientId, planId, recordedById } = own;
  await tx
    .insertInto('plan_signature')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      plan_id: planId,
      signer,
      signed_on: signedOn,
      signed_by: signedBy,
      capacity,
      way,
      recorded_by_id: recordedById,
    })
    .execute();
}

export async function updateSignature(
  tx: Write,
  signatureId: string,
  { signedOn, signedBy, capacity, way }: Omit<Signing, 'signer'>,
  recordedById: string,
): Promise<void> {
  const details = { signed_on: signedOn, signed_by: signedBy, capacity, way, recorded_by_id: recordedById };
  await tx.updateTable('plan_signature').set(details).where('id', '=', signatureId).execute();
}

export async function deleteSignature(tx: Write, signatureId: string): Promise<void> {
  await tx.deleteFrom('plan_signature').where('id', '=', signatureId).execute();
}

export async function insertInterruption(
  tx: Write,
  own: {
    readonly organiserId: string;
    readonly clientId: string;
    readonly planId: string;
    readonly recordedById: string;
  },
  { from, ground, groundOn, heardOn, decidedOn, decidedBy, reason }: Interrupting,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('plan_interruption')
    .values({
      id,
      organiser_id: own.organiserId,
      client_id: own.clientId,
      plan_id: own.planId,
      during: toSql({ from, to: null }),
      ground,
      ground_on: groundOn,
      heard_on: heardOn,
      decided_on: decidedOn,
      decided_by: decidedBy,
      reason,
      recorded_by_id: own.recordedById,
    })
    .execute();
  return id;
}

export async function updateInterruption(
  tx: Write,
  interruptionId: string,
  { from, to, ground, groundOn, heardOn, decidedOn, decidedBy, reason, agreed }: InterruptionDetails,
  recordedById: string,
): Promise<void> {
  const details = {
    during: toSql({ from, to }),
    ground,
    ground_on: groundOn,
    heard_on: heardOn,
    decided_on: decidedOn,
    decided_by: decidedBy,
    reason,
    agreed,
    recorded_by_id: recordedById,
  };
  await tx.updateTable('plan_interruption').set(details).where('id', '=', interruptionId).execute();
}

export async function deleteInterruption(tx: Write, interruptionId: string): Promise<void> {
  await tx.deleteFrom('plan_interruption').where('id', '=', interruptionId).execute();
}

/** Keeps the paper as it was signed; one that is kept already stays. */
export async function insertPlanPaper(
  tx: Write,
  own: { readonly organiserId: string; readonly clientId: string; readonly planId: string },
  paper: {
    readonly signedAs: string;
    readonly keptOn: Day;
    readonly language: Language;
    readonly pdf: Uint8Array;
    readonly tellsPlace: boolean;
  },
): Promise<void> {
  const bytes = Buffer.from(paper.pdf);
  // Naming the columns in conflict would read the row: not everybody may who writes one.
  await change`insert into plan_paper (organiser_id, client_id, plan_id, signed_as, kept_on, language, pdf, sha256, tells_place)
    values (${own.organiserId}, ${own.clientId}, ${own.planId}, ${paper.signedAs}, ${paper.keptOn}, ${paper.language}, ${bytes},
      sha256(${bytes}::bytea), ${paper.tellsPlace}) on conflict do nothing`.execute(tx);
}

/** Records a review; recorded again for the same day, the later word stands. */
export async function keepReview(
  tx: Write,
  own: { readonly organiserId: string; readonly clientId: string; readonly recordedById: string },
  planId: string,
  { reviewedOn, nextOn }: { readonly reviewedOn: Day; readonly nextOn: Day | null },
): Promise<void> {
  await change`insert into plan_review (organiser_id, client_id, plan_id, reviewed_on, next_on, recorded_by_id)
    values (${own.organiserId}, ${own.clientId}, ${planId}, ${reviewedOn}, ${nextOn}, ${own.recordedById})
    on conflict (plan_id, reviewed_on) do update set next_on = excluded.next_on, recorded_by_id = excluded.recorded_by_id`.execute(
    tx,
  );
}

export async function keepLatestReview(
  tx: Write,
  planId: string,
  { reviewedOn, nextOn }: { readonly reviewedOn: Day; readonly nextOn: Day | null },
): Promise<void> {
  // With a next one agreed the plan waits for that; when the one before was held stays in the history.
  const set = nextOn === null ? sql`reviewed_on = ${reviewedOn}` : sql`review_on = ${nextOn}, reviewed_on = null`;
  await change`update plan_plan set ${set} where id = ${planId}`.execute(tx);
}

/**
 * Takes a review away: the plan waits for what the latest review that is left agreed on, or for what the plan itself said before the
 * first of them.
 */
export async function deleteReview(tx: Write, planId: string, reviewId: string): Promise<void> {
  const first = sql`(select min(lower(recorded)) from (select recorded from plan_review where plan_id = ${planId}
    union all select recorded from plan_review_history where plan_id = ${planId}) v)`;
  // As the plan stood before that: what was said of a review before reviews were kept is there too.
  const { rows } = await rowsOf(zOwnReview)`
    select case when h.known then h.review_on else p.review_on end as "reviewOn",
      case when h.known then h.reviewed_on else p.reviewed_on end as "reviewedOn"
    from plan_plan p
    left join lateral (select true as known, review_on, reviewed_on from plan_plan_history
      where id = p.id and upper(recorded) >= ${first} order by lower(recorded) limit 1) h on true
    where p.id = ${planId}`.execute(tx);
  const { reviewOn = null, reviewedOn = null } = rows[0] ?? {};
  await tx.deleteFrom('plan_review').where('id', '=', reviewId).execute();
  await change`update plan_plan p set
      review_on = coalesce((select next_on from plan_review v where v.plan_id = p.id and next_on is not null order by reviewed_on desc limit 1),
        ${reviewOn}::date),
      reviewed_on = case when exists (select from plan_review v where v.plan_id = p.id)
        then (select case when next_on is null then reviewed_on end from plan_review v where v.plan_id = p.id order by reviewed_on desc limit 1)
        else ${reviewedOn}::date end
    where p.id = ${planId}`.execute(tx);
}

export async function updateAchieved(tx: Write, goalId: string, on: Day | null): Promise<void> {
  await tx.updateTable('plan_goal').set({ achieved_on: on }).where('id', '=', goalId).execute();
}

/** Writes a plan anew as a whole; a goal that stays keeps the day on which it was achieved. */
export async function updatePlan(
  tx: Write,
  own: Omit<Ownership, 'madeById'>,
  planId: string,
  content: PlanContent,
  today: Day,
): Promise<void> {
  await tx
    .updateTable('plan_plan')
    .set({
      kind: content.kind,
      made_on: content.madeOn,
      during: toSql(content.during),
      review_on: content.reviewOn,
      days_a_week: content.daysAWeek,
      hours_a_day: content.hoursADay,
      informed_of_benefits_at: momentOf(content.informedOfBenefitsOn, today),
    })
    .where('id', '=', planId)
    .execute();
  const goals = await tx
    .selectFrom('plan_goal')
    .select(['goal', 'achieved_on'])
    .where('plan_id', '=', planId)
    .execute();
  for (const table of ['plan_goal', 'plan_item'] as const)
    await tx.deleteFrom(table).where('plan_id', '=', planId).execute();
  await insertContent(tx, own, planId, content);
  for (const { goal, achieved_on } of goals.filter((one) => one.achieved_on !== null))
    await tx
      .updateTable('plan_goal')
      .set({ achieved_on })
      .where('plan_id', '=', planId)
      .where('goal', '=', goal)
      .execute();
}

/** Takes a plan away with all that is recorded of it. */
export async function deletePlan(tx: Write, planId: string): Promise<void> {
  for (const table of [
    'plan_paper',
    'plan_interruption',
    'plan_signature',
    'plan_review',
    'plan_goal',
    'plan_item',
  ] as const)
    await tx.deleteFrom(table).where('plan_id', '=', planId).execute();
  await tx.deleteFrom('plan_plan').where('id', '=', planId).execute();
}
