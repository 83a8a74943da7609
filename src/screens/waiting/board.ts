import { sql } from 'kysely';
import { z } from 'zod';

import { assessmentFactsOf } from '../../casework/assessment/reads.ts';
import { assessmentClock, assessmentStand } from '../../casework/assessment/rules.ts';
import type { AssessmentFacts } from '../../casework/assessment/words.ts';
import { municipalityChoices, toldApart } from '../../casework/client/reads.ts';

import { offeringsOn } from '../../casework/organiser/reads.ts';
import { ratesDuring } from '../../casework/rate/reads.ts';
import { clockOn, nextSteps, ownFacts } from '../../casework/referral/rules.ts';
import { zSource } from '../../casework/referral/words.ts';
import { decidingRightsOn } from '../../casework/worker/reads.ts';
import { addDays, type Day, daysBetween, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zCents } from '../../kernel/money.ts';
import { choicesStanding } from '../../kernel/municipality.ts';
import { zService } from '../../kernel/service.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';

/** What waits for an official: to be decided, to be served, to begin, to be reviewed, to go on after an interruption. */
const steps = ['decide', 'serve', 'start', 'review', 'resume'] as const;
type Step = (typeof steps)[number];

/** Soon is within these days; new is what came in these days. What waits waits however old it is. */
const soonDays = 14;
const newDays = 7;

const zRow = z.object({
  step: z.enum(steps),
  /** What comes next for it: a matter that waits is planned before it is decided. */
  next: z.enum(['assess', 'plan', ...steps]),
  /** The referral, decision or plan that waits. */
  id: zId,
  clientId: zId,
  name: z.string(),
  service: zService,
  serviceName: z.string(),
  /** Since when it waits. */
  since: zDay,
  dueOn: zDay.nullable(),
  daysLeft: z.int().nullable(),
  source: zSource.nullable(),
  planned: z.boolean(),
  /** There is a plan that somebody has yet to sign. */
  drafted: z.boolean(),
  /** One’s own post may decide the matter today. */
  mayDecide: z.boolean(),
  /** For whom a presented matter waits, or that it was sent back. */
  presented: z.object({ by: z.string(), to: z.string(), toMe: z.boolean(), returned: z.boolean() }).nullable(),
  /** The worker handles the matter, and so records contacts on it. */
  handled: z.boolean(),
  /** The worker received the matter, decided it or made the plan, or is to decide it. */
  own: z.boolean(),
  /** How long the three months for carrying the matter out still are; negative when they have passed, null where they do not run. */
  executionLeft: z.int().nullable(),
  /** By when the assessment is to begin by law, while it has not; null where it has, or the law gives no day. */
  assessBy: zDay.nullable(),
  /** Its day is within two weeks and not past. */
  soon: z.boolean(),
  isNew: z.boolean(),
  who: z.string().nullable(),
});

const zWaiting = z.object({
  step: z.enum(steps),
  id: zId,
  clientId: zId,
  name: z.string(),
  service: zService,
  serviceName: z.string(),
  since: zDay,
  receivedOn: zDay.nullable(),
  dueOn: zDay.nullable(),
  source: zSource.nullable(),
  planned: z.boolean(),
  drafted: z.boolean(),
  handled: z.boolean(),
  own: z.boolean(),
  presented: z.object({ by: z.string(), to: z.string(), toMe: z.boolean(), returned: z.boolean() }).nullable(),
  who: z.string().nullable(),
});
type Waiting = z.output<typeof zWaiting>;

async function waitingOn(tx: Read, { organiserId, workerId, language, roles }: Who, on: Day): Promise<Waiting[]> {
  const { rows } = await rowsOf(zWaiting)`
    with waiting as (
      select 'decide' as step, r.id, r.client_id, r.service, r.received_on as since, r.received_on, null::date as due_on, r.source,
        exists (select from plan_plan p where p.client_id = r.client_id and p.service = r.service and p.made_on >= r.received_on
          and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= ${on}::date)) as planned,
        exists (select from plan_plan p where p.client_id = r.client_id and p.service = r.service and p.made_on >= r.received_on) as drafted,
        r.received_by_id as worker_id
      from decision_matter r
      where r.organiser_id = ${organiserId} and r.received_on <= ${on}::date and (r.decided_on is null or r.decided_on > ${on}::date)
        and (r.withdrawn_on is null or r.withdrawn_on > ${on}::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, true, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = ${organiserId} and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= ${on}::date
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), r.received_on, lower(d.during), null, true, false, d.decided_by_id
      from decision_decision d join referral_referral r on r.id = d.referral_id
      where d.organiser_id = ${organiserId} and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= ${on}::date
        -- Its own days first, which cost little: on which of them it holds is asked of those alone that are not over.
        and d.during && daterange(${on}::date, null)
        and decision_days(d.id, d.during, d.provisions, (select app_today())) && daterange(${on}::date, null)
        -- One who is in the service already goes on by the new decision; nothing begins.
        and not exists (select from relationship_relationship x where x.client_id = d.client_id
          and (x.decision_id = d.id or (x.service = d.service and x.during && d.during)))
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, true, false, p.made_by_id
      from plan_plan p
      where p.organiser_id = ${organiserId} and p.review_on <= ${addDays(on, soonDays)}::date and p.during @> ${on}::date
        and (p.reviewed_on is null or p.reviewed_on > ${on}::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= ${on}::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> ${on}::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> ${on}::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= ${on}::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> ${on}::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, true, false, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = ${organiserId} and i.during @> ${on}::date
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> ${on}::date)
    )
    select w.step, w.id, w.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, w.service,
      ${sql.ref(`s.name_${language}`)} as "serviceName", w.since, w.received_on as "receivedOn", w.due_on as "dueOn", w.source, w.planned, w.drafted and not w.planned as drafted,
      w.step = 'decide' and (${roles.includes('social-worker')} or (w.since > ${on}::date - access_to_matter()
        and exists (select from worker_role_service x where x.service = w.service and x.role = any(${[...roles]}::text[])))) as handled,
      coalesce(w.worker_id = ${workerId}, false) or coalesce(q.decider_id = ${workerId}, false) as own, k.family_name || ' ' || k.given_name as who,
      case when q.id is not null then json_build_object('by', qp.family_name || ' ' || qp.given_name,
        'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = ${workerId}, 'returned', q.returned_on is not null) end as presented
    from waiting w
    join client_client c on c.id = w.client_id
    join organiser_service s on s.code = w.service
    left join worker_worker k on k.id = w.worker_id
    left join decision_proposal q on w.step = 'decide' and q.referral_id = w.id
    left join worker_worker qp on qp.id = q.presented_by_id
    left join worker_worker qd on qd.id = q.decider_id
    order by coalesce(w.due_on, w.since), name`.execute(tx);
  return rows;
}

/**
 * What was prepared for a decider waits for the decision, with a plan or without. An official assesses; for the others a plan comes
 * next as well.
 */
function nextOf(
  { step, planned, drafted, presented }: Waiting,
  assessed: AssessmentFacts | undefined,
  { roles }: Who,
  on: Day,
): Step | 'assess' | 'plan' {
  if (step !== 'decide' || presented) return step;
  const waits = ownFacts({ withdrawnOn: null, decidedOn: null });
  const assessment = assessed && roles.includes('social-worker') ? assessmentStand(assessed, on) : null;
  const next = nextSteps({ ...waits, assessment, planned, drafted }, on);
  if (next.includes('assess')) return 'assess';
  return next.includes('plan') ? 'plan' : step;
}

export const waitingBoard = ask({
  name: 'waitingBoard',
  method: 'GET',
  path: '/api/desks/official',
  says: 'Tell what waits: matters to decide by their three months, decisions to serve, services to begin, plans to review and interrupted ones',
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(zRow),
    counts: z.object({
      pending: z.int(),
      soon: z.int(),
      overdue: z.int(),
      newcomers: z.int(),
      serve: z.int(),
      start: z.int(),
      review: z.int(),
      resume: z.int(),
      assess: z.int(),
    }),
  }),
  may: inRole(['social-worker', 'coach', 'rehabilitative-instructor']),
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, today }) => {
    const decidable = new Set(
      (await decidingRightsOn(tx, who.organiserId, today)).flatMap(({ workerId, service }) =>
        workerId === who.workerId ? [service] : [],
      ),
    );
    const waiting = await toldApart(tx, await waitingOn(tx, who, today), { on: today, language: who.language });
    const assessments = await assessmentFactsOf(
      tx,
      waiting.flatMap(({ step, id }) => (step === 'decide' ? [id] : [])),
    );
    const rows = waiting.map((row) => {
      const isPending = row.step === 'decide';
      const { receivedOn, ...details } = row;
      const assessed = isPending ? assessments.get(row.id) : undefined;
      const begins = assessed?.begunOn === null ? assessmentClock(assessed, today) : null;
      const clock = receivedOn === null ? null : clockOn(receivedOn, today);
      const dueOn = isPending && clock ? clock.dueOn : row.dueOn;
      const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
      return {
        ...details,
        next: nextOf(row, assessed, who, today),
        assessBy: begins?.beginBy ?? null,
        mayDecide: decidable.has(row.service),
        dueOn,
        daysLeft,
        executionLeft: clock?.daysLeft ?? null,
        soon: isSoon(clock?.daysLeft ?? daysLeft),
        isNew: isPending && daysBetween(row.since, today) < newDays,
      };
    });
    const pending = rows.filter(({ step }) => step === 'decide');
    const of = (step: Step) => rows.filter((row) => row.step === step).length;
    return {
      rows,
      counts: {
        pending: pending.length,
        soon: rows.filter(({ executionLeft }) => isSoon(executionLeft)).length,
        overdue: rows.filter(({ executionLeft }) => executionLeft !== null && executionLeft < 0).length,
        newcomers: pending.filter(({ isNew }) => isNew).length,
        serve: of('serve'),
        start: of('start'),
        review: of('review'),
        resume: of('resume'),
        assess: rows.filter(({ assessBy }) => assessBy !== null).length,
      },
    };
  },
});

function isSoon(daysLeft: number | null): boolean {
  return daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays;
}

const zReceivedServicesRow = z.object({ service: zService, name: z.string() });

/** Services of the organiser that the worker's roles receive referrals of; an official receives them all. */
async function receivedServices(tx: Read, who: Who, on: Day) {
  const { rows } = await rowsOf(zReceivedServicesRow)`
    select s.code as service, ${sql.ref(`s.name_${who.language}`)} as name from organiser_service s
    where exists (select from organiser_offering f where f.service = s.code and f.organiser_id = ${who.organiserId} and f.during @> ${on}::date)
      and (${who.roles.includes('social-worker')}
        or exists (select from worker_role_service r where r.service = s.code and r.role = any(${[...who.roles]}::text[])))
    order by s.place`.execute(tx);
  return rows;
}

/** Services given where a meal is served, so that a decision tells what it costs. */
const servicesWithMeals: readonly string[] = ['work-activity', 'day-activity', 'day-activity-severe'];

export const mealCharges = ask({
  name: 'mealCharges',
  method: 'GET',
  path: '/api/desks/official/meal-charges',
  says: 'Tell what the organiser charges for a meal today, by service, for a decision to say',
  input: z.strictObject({}),
  output: z.object({ charges: z.array(z.object({ service: zService, amount: zCents })) }),
  may: inRole(['social-worker', 'coach', 'rehabilitative-instructor'], 'none'),
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => {
    const charge = (await ratesDuring(tx, who.organiserId, { from: today, to: addDays(today, 1) })).find(
      ({ kind }) => kind === 'meal-charge',
    );
    const offered = await offeringsOn(tx, who.organiserId, today);
    const services = new Set(offered.map(({ service }) => service).filter((one) => servicesWithMeals.includes(one)));
    return { charges: charge ? [...services].map((service) => ({ service, amount: charge.amount })) : [] };
  },
});

export const receivingDesk = ask({
  name: 'receivingDesk',
  method: 'GET',
  path: '/api/desks/official/receiving',
  says: 'Tell of which services one receives referrals, and the municipalities that a newcomer’s own may be',
  input: z.strictObject({}),
  output: z.object({
    services: z.array(z.object({ service: zService, name: z.string() })),
    municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  may: inRole(['social-worker', 'coach', 'rehabilitative-instructor'], 'none'),
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({
    services: await receivedServices(tx, who, today),
    municipalities: choicesStanding(await municipalityChoices(tx, who.language), today),
  }),
});
