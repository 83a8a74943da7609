import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf, zBytes } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import {
  contentOfPlan,
  type Plan,
  type PlanHead,
  reviewVersion,
  type Signature,
  zInterruptionDetails,
  zPlan,
  zPlanHead,
  zSigningDetails,
} from './words.ts';

const zPlansRow = zPlan.extend({ during: zSqlRange });

async function plans(tx: Read, language: Language, where: RawBuilder<unknown>): Promise<Plan[]> {
  const { rows } = await rowsOf(zPlansRow)`
    select p.id, p.referral_id as "referralId", p.service, ${sql.ref(`s.name_${language}`)} as "serviceName", p.kind,
      p.made_on as "madeOn", w.family_name || ' ' || w.given_name as "madeBy", p.during, p.review_on as "reviewOn", p.reviewed_on as "reviewedOn",
      p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay", p.informed_of_benefits_at as "informedOfBenefitsAt",
      coalesce((select json_agg(json_build_object('id', v.id, 'reviewedOn', v.reviewed_on, 'nextOn', v.next_on) order by v.reviewed_on desc)
        from plan_review v where v.plan_id = p.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('id', g.id, 'goal', g.goal, 'achievedOn', g.achieved_on) order by g.place)
        from plan_goal g where g.plan_id = p.id), '[]') as goals,
      coalesce((select json_agg(json_build_object('item', i.item, 'answer', i.answer)) from plan_item i where i.plan_id = p.id), '[]') as items,
      coalesce((select json_agg(json_build_object('id', g.id, 'signer', g.signer, 'signedOn', g.signed_on, 'signedBy', g.signed_by,
        'capacity', g.capacity, 'way', g.way) order by g.signer) from plan_signature g where g.plan_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', i.id, 'from', lower(i.during), 'to', upper(i.during), 'ground', i.ground,
        'groundOn', i.ground_on, 'heardOn', i.heard_on, 'decidedOn', i.decided_on, 'decidedBy', i.decided_by, 'reason', i.reason,
        'agreed', i.agreed) order by lower(i.during) desc) from plan_interruption i where i.plan_id = p.id), '[]') as interruptions
    from plan_plan p join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    where ${where} order by p.made_on desc, p.id desc`.execute(tx);
  return rows;
}

/** A client's plans, newest first. */
export function plansOfClient(tx: Read, clientId: string, language: Language): Promise<Plan[]> {
  return plans(tx, language, sql`p.client_id = ${clientId}`);
}

/** One plan of a client, or null. */
export async function planOf(tx: Read, clientId: string, planId: string, language: Language): Promise<Plan | null> {
  return (await plans(tx, language, sql`p.client_id = ${clientId} and p.id = ${planId}`))[0] ?? null;
}

const zGoalOfRow = z.object({ id: zId, madeOn: zDay, achievedOn: zDay.nullable() });

/** Whose plan a goal is in, and since when; null where the client has no such goal. */
export async function goalOf(
  tx: Read,
  clientId: string,
  goalId: string,
): Promise<{ id: string; madeOn: Day; achievedOn: Day | null } | null> {
  const { rows } = await rowsOf(zGoalOfRow)`
    select g.id, p.made_on as "madeOn", g.achieved_on as "achievedOn" from plan_goal g join plan_plan p on p.id = g.plan_id
    where g.client_id = ${clientId} and g.id = ${goalId}`.execute(tx);
  return rows[0] ?? null;
}

/** What stands in a plan, as its change must have seen it. */
export async function standingPlan(tx: Read, clientId: string, planId: string): Promise<Standing | null> {
  const plan = await planOf(tx, clientId, planId, 'fi');
  if (!plan) return null;
  const content = contentOfPlan(plan);
  return {
    version: versionOf(content),
    content,
    ...(await lastChange(tx, sql`plan_plan where id = ${planId}`, clientId)),
  };
}

/** The review of a day that stands already; null where there is none. */
export async function standingReview(
  tx: Read,
  { clientId, planId, reviewedOn }: { clientId: string; planId: string; reviewedOn: Day },
): Promise<Standing | null> {
  const plan = await planOf(tx, clientId, planId, 'fi');
  const review = plan?.reviews.find((one) => one.reviewedOn === reviewedOn);
  if (!review) return null;
  return {
    version: reviewVersion(review),
    content: { nextOn: review.nextOn },
    ...(await lastChange(tx, sql`plan_review where id = ${review.id}`, clientId)),
  };
}

/** A review of one of the client's plans, with the plan; null where there is none. */
export async function reviewOf(tx: Read, clientId: string, reviewId: string) {
  for (const plan of await plansOfClient(tx, clientId, 'fi')) {
    const review = plan.reviews.find(({ id }) => id === reviewId);
    if (review) return { plan, review };
  }
  return null;
}

/** An interruption of one of the client's plans, with the plan; null where there is none. */
export async function interruptionOf(tx: Read, clientId: string, interruptionId: string, language: Language) {
  for (const plan of await plansOfClient(tx, clientId, language)) {
    const interruption = plan.interruptions.find(({ id }) => id === interruptionId);
    if (interruption) return { plan, interruption };
  }
  return null;
}

/** An interruption as it stands, as whatever changes it must have seen it. */
export async function standingInterruption(
  tx: Read,
  clientId: string,
  interruptionId: string,
): Promise<Standing | null> {
  const match = await interruptionOf(tx, clientId, interruptionId, 'fi');
  if (!match) return null;
  const content = contentOf(zInterruptionDetails, match.interruption);
  return {
    version: versionOf(content),
    content,
    ...(await lastChange(tx, sql`plan_interruption where id = ${interruptionId}`, clientId)),
  };
}

/** On which day a goal was achieved, as saying otherwise must have seen it; null while it is not. */
export async function standingGoal(tx: Read, clientId: string, goalId: string): Promise<Standing | null> {
  const goal = await goalOf(tx, clientId, goalId);
  if (!goal?.achievedOn) return null;
  const { achievedOn } = goal;
  return {
    version: achievedOn,
    content: { achievedOn },
    ...(await lastChange(tx, sql`plan_goal where id = ${goalId}`, clientId)),
  };
}

/** A signature under one of the client's plans, with the plan; null where there is none. */
export async function signatureOf(
  tx: Read,
  clientId: string,
  signatureId: string,
  language: Language,
): Promise<{ readonly plan: Plan; readonly signature: Signature } | null> {
  for (const plan of await plansOfClient(tx, clientId, language)) {
    const signature = plan.signatures.find(({ id }) => id === signatureId);
    if (signature) return { plan, signature };
  }
  return null;
}

/** A signature as it stands, as its correction must have seen it. */
export async function standingSignature(tx: Read, clientId: string, signatureId: string): Promise<Standing | null> {
  const match = await signatureOf(tx, clientId, signatureId, 'fi');
  if (!match) return null;
  const content = contentOf(zSigningDetails, match.signature);
  return {
    version: versionOf(content),
    content,
    ...(await lastChange(tx, sql`plan_signature where id = ${signatureId}`, clientId)),
  };
}

/** Who made a plan with whom and for which organiser, as the head of its paper tells it. */
export async function planHead(tx: Read, planId: string): Promise<PlanHead | null> {
  const { rows } = await rowsOf(zPlanHead)`
    select case c.service_language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case c.service_language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone,
      w.given_name || ' ' || w.family_name as maker, w.phone as "makerPhone",
      trim(c.given_names || ' ' || c.family_name) as client, c.service_language as language, c.easy_language as "easyLanguage",
      case c.service_language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as service,
      r.number || '/' || r.year as number
    from plan_plan p
    join client_client c on c.id = p.client_id
    join organiser_organiser o on o.id = p.organiser_id
    join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    left join referral_referral r on r.id = p.referral_id
    where p.id = ${planId}`.execute(tx);
  return rows[0] ?? null;
}

const zPlanPaperRow = z.object({ pdf: zBytes });

/** The paper as a plan was signed, or null where none is kept, or it tells of a place that is hidden from this worker. */
export async function keptPlanPaper(tx: Read, planId: string, signedAs: string): Promise<Uint8Array | null> {
  const { rows } = await rowsOf(
    zPlanPaperRow,
  )`select pdf from plan_paper where plan_id = ${planId} and signed_as = ${signedAs}`.execute(tx);
  return rows[0] ? new Uint8Array(rows[0].pdf) : null;
}
