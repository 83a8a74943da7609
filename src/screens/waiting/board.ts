import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

import { assessmentFactsOf } from '../../casework/assessment/reads.ts';
import { assessmentClock, assessmentStand, beginLimit } from '../../casework/assessment/rules.ts';
import type { AssessmentFacts } from '../../casework/assessment/words.ts';
import { amongSeen, municipalityChoices, toldApart } from '../../casework/client/reads.ts';

import { offeringsOn } from '../../casework/organiser/reads.ts';
import { ratesDuring } from '../../casework/rate/reads.ts';
import { clockOn, firstReceivedDueFrom, nextSteps, ownFacts } from '../../casework/referral/rules.ts';
import { zSource } from '../../casework/referral/words.ts';
import { ownRightsOn } from '../../casework/worker/reads.ts';
import { addDays, type Day, daysBetween, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zCents } from '../../kernel/money.ts';
import { choicesStanding } from '../../kernel/municipality.ts';
import { type Service, zService } from '../../kernel/service.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { onlyRow, rowsOf } from '../../server/database/statement.ts';
import { firstOfEach, firstRows, mostRows } from '../app/rows-told.ts';
import {
  soonDays,
  type WaitingShow,
  type WaitingStep,
  waitingOrders,
  waitingShows,
  waitingSteps,
} from '../app/waiting-told.ts';

/** New is what came in these days. What waits waits however old it is. */
const newDays = 7;

const zRow = z.object({
  step: z.enum(waitingSteps),
  /** What comes next for it: a matter that waits is planned before it is decided. */
  next: z.enum(['assess', 'plan', ...waitingSteps]),
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
  step: z.enum(waitingSteps),
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

const narrowings = {
  show: z.enum(waitingShows).optional(),
  service: zService.optional(),
  whose: z.enum(['own']).optional(),
  /** By urgency where none is asked. */
  order: z.enum(waitingOrders).optional(),
  /** Rows at most, of each step where no part of the list is asked. */
  limit: zCount(1, mostRows).optional(),
};

interface Narrowing {
  readonly show?: WaitingShow | undefined;
  readonly service?: Service | undefined;
  readonly whose?: 'own' | undefined;
  readonly order?: (typeof waitingOrders)[number] | undefined;
  readonly limit?: number | undefined;
}

/** Matters m that wait for their decision. */
const undecided = (who: Who, on: Day) =>
  sql`m.organiser_id = ${who.organiserId} and ${amongSeen(who, sql`m.client_id`)} and m.received_on <= ${on}::date and (m.decided_on is null or m.decided_on > ${on}::date)
        and (m.withdrawn_on is null or m.withdrawn_on > ${on}::date)`;

const zUnassessedRow = z.object({ id: zId });

/** Matters that wait and whose assessment the law gives days to begin: it has not begun. */
async function unassessedOn(tx: Read, who: Who, on: Day): Promise<string[]> {
  const { rows } = await rowsOf(zUnassessedRow)`
    select m.id from decision_matter m
    where ${undecided(who, on)} and not exists (select from assessment_assessment a where a.referral_id = m.id)`.execute(
    tx,
  );
  if (rows.length === 0) return [];
  const facts = await assessmentFactsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return [...facts.values()].flatMap((one) => (beginLimit(one) === null ? [] : [one.referralId]));
}

/**
 * Those of the rows x that belong to each part of the list. The three months run from the receipt, so that they are counted by its
 * days.
 */
function parts(unassessed: readonly string[], on: Day): Readonly<Record<WaitingShow, RawBuilder<unknown>>> {
  const ofStep = (step: WaitingStep) => sql`x.step = ${step}`;
  const dueToday = firstReceivedDueFrom(on);
  const dueLater = firstReceivedDueFrom(addDays(on, soonDays + 1));
  return {
    pending: ofStep('decide'),
    soon: sql`x.received_on >= ${dueToday}::date and x.received_on < ${dueLater}::date`,
    overdue: sql`x.received_on < ${dueToday}::date`,
    newcomers: sql`${ofStep('decide')} and x.since > ${addDays(on, -newDays)}::date`,
    serve: ofStep('serve'),
    start: ofStep('start'),
    review: ofStep('review'),
    resume: ofStep('resume'),
    assess: sql`${ofStep('decide')} and x.id = any(${[...unassessed]}::uuid[])`,
  };
}

const zWaitingOnRow = z.object({
  counts: z.partialRecord(z.enum(waitingShows), z.number()),
  total: z.number(),
  services: z.array(zService),
  list: z.array(zWaiting),
});

/** How much waits, by its parts, and the first of it: names, plans and proposals are looked up for the rows that are told. */
async function waitingOn(tx: Read, who: Who, narrowing: Narrowing, partOf: ReturnType<typeof parts>, on: Day) {
  const { organiserId, workerId, language, roles } = who;
  const { show, service, whose, order } = narrowing;
  const limit = narrowing.limit ?? (show === undefined ? firstOfEach : firstRows);
  const apart = show === undefined ? sql`partition by x.step` : sql``;
  const ofPart = show === undefined ? sql`` : sql`where ${partOf[show]}`;
  // What the three months run out for is the more urgent the earlier it was received, whatever step it waits for.
  const byLimit = show === 'overdue' || show === 'soon';
  const by = order === 'since' ? sql`x.since` : byLimit ? sql`x.received_on` : sql`coalesce(x.due_on, x.since)`;
  const inOrder = order === 'name' ? sql`x.name, ${by}, x.id` : sql`${by}, x.name, x.id`;
  const { rows } = await rowsOf(zWaitingOnRow)`
    with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where ${undecided(who, on)}
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = ${organiserId} and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= ${on}::date
        and ${amongSeen(who, sql`d.client_id`)}
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = ${organiserId} and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= ${on}::date
          and d.during && daterange(${on}::date, null) and ${amongSeen(who, sql`d.client_id`)}
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange(${on}::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = ${organiserId} and p.review_on <= ${addDays(on, soonDays)}::date and p.during @> ${on}::date
        and ${amongSeen(who, sql`p.client_id`)}
        and (p.reviewed_on is null or p.reviewed_on > ${on}::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= ${on}::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> ${on}::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> ${on}::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= ${on}::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> ${on}::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = ${organiserId} and i.during @> ${on}::date and ${amongSeen(who, sql`i.client_id`)}
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> ${on}::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true ${service === undefined ? sql`` : sql`and x.service = ${service}`}
        ${
          whose === undefined
            ? sql``
            : sql`and (x.worker_id = ${workerId} or x.step = 'decide' and x.id in (select q.referral_id from decision_proposal q where q.decider_id = ${workerId}))`
        }
    ), near as (
      ${
        order === 'name'
          ? sql`select x.* from chosen x ${ofPart}`
          : // With those of the same day, whose order is by name.
            sql`select x.* from (select x.*, rank() over (${apart} order by ${by}) as place from chosen x ${ofPart}) x where x.place <= ${limit}`
      }
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (${apart} order by ${inOrder}) as place from named x) x where x.place <= ${limit}
    )
    select (select to_jsonb(n) from (select ${sql.join(
      waitingShows.map((one) => sql`count(*) filter (where ${partOf[one]}) as ${sql.ref(one)}`),
    )} from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', ${sql.ref(`s.name_${language}`)}, 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and (${roles.includes('social-worker')} or (x.since > ${on}::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any(${[...roles]}::text[])))),
        'own', coalesce(x.worker_id = ${workerId}, false) or coalesce(q.decider_id = ${workerId}, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = ${workerId}, 'returned', q.returned_on is not null) end) order by ${inOrder})
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= ${on}::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list`.execute(
    tx,
  );
  return onlyRow(rows);
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
): WaitingStep | 'assess' | 'plan' {
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
  input: z.strictObject(narrowings),
  output: z.object({
    rows: z.array(zRow),
    /** How many there are in all, whatever the limit: of each part, and of all steps. */
    counts: z.partialRecord(z.enum(waitingShows), z.int()),
    total: z.int(),
    /** By what the list can be narrowed. */
    services: z.array(zService),
  }),
  may: inRole(['social-worker', 'coach', 'rehabilitative-instructor']),
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, input, who, today }) => {
    const [rights, unassessed] = await Promise.all([ownRightsOn(tx, who, today), unassessedOn(tx, who, today)]);
    const decidable = new Set(rights.map(({ service }) => service));
    const { list, ...counted } = await waitingOn(tx, who, input, parts(unassessed, today), today);
    const [waiting, assessments] = await Promise.all([
      toldApart(tx, list, { on: today, language: who.language, cut: list.length < counted.total }),
      assessmentFactsOf(
        tx,
        list.flatMap(({ step, id }) => (step === 'decide' ? [id] : [])),
      ),
    ]);
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
    return { rows, ...counted };
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
