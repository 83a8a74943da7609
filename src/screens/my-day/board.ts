import { sql } from 'kysely';
import { z } from 'zod';
import { isToRenew, lastAgreedFrom } from '../../casework/agreement/reads.ts';
import { renewalHorizon } from '../../casework/agreement/rules.ts';
import { amongSeen, toldApart } from '../../casework/client/reads.ts';
import { contactsThat, lastContacts } from '../../casework/coaching/reads.ts';
import { blockOn, dueDay, keepsRhythm, wasHeld, weekOn } from '../../casework/coaching/rules.ts';
import {
  blocks,
  type CoachingFacts,
  visitKinds,
  zContactKind,
  zDue,
  zHeldContact,
  zVisit,
} from '../../casework/coaching/words.ts';
import { clockOn } from '../../casework/referral/rules.ts';
import { zKind } from '../../casework/referral/words.ts';
import { awayFrom } from '../../casework/relationship/reads.ts';
import { rhythmsOf } from '../../casework/rhythm/reads.ts';
import { phaseOn } from '../../casework/rhythm/rules.ts';
import { phases } from '../../casework/rhythm/words.ts';
import { addDays, type Day, mondayOf, startInstantOf, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { compareNames, type Language } from '../../kernel/language.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';

const zRow = z.object({
  relationshipId: zId,
  clientId: zId,
  name: z.string(),
  service: zService,
  serviceName: z.string(),
  /** Workplaces or groups of today. */
  place: z.string().nullable(),
  block: z.enum(blocks),
  thisWeek: z.boolean(),
  phase: z.enum(phases),
  /** Of the starting phase, from 1. */
  week: z.int(),
  due: zDue,
  last: z.object({ heldOn: zDay, kind: zContactKind }).nullable(),
  /** The first appointment whose outcome is not told; of the past, it is overdue. */
  visit: z
    .object({
      id: zId,
      dueOn: zDay,
      kind: z.enum(visitKinds),
      startsAt: z.string().nullable(),
      place: z.string().nullable(),
    })
    .nullable(),
  /** The last contact that one recorded of them today. */
  recorded: z.object({ contactId: zId, kind: zContactKind, at: z.string(), note: z.string().nullable() }).nullable(),
  /** The last day of an agreement that is to be renewed within a month, or was not. */
  renewBy: zDay.nullable(),
  responsible: z.string().nullable(),
});
type Row = z.output<typeof zRow>;

const zPending = z.object({
  referralId: zId,
  clientId: zId,
  name: z.string(),
  serviceName: z.string(),
  kind: zKind,
  receivedOn: zDay,
  daysLeft: z.int(),
});

type Pending = z.output<typeof zPending>;

const zFound = z.object({
  relationshipId: zId,
  clientId: zId,
  name: z.string(),
  service: zRow.shape.service,
  serviceName: z.string(),
  during: zSqlRange,
  place: z.string().nullable(),
  responsible: z.string().nullable(),
  /** Those that its next contact follows from. */
  contacts: z.array(zHeldContact),
  pauses: z.array(zSqlRange),
  agreed: z.array(z.object({ everyDays: z.number(), during: zSqlRange })),
  agreements: z.array(zSqlRange),
  renewAt: zDay.nullable(),
  visits: z.array(
    zVisit
      .pick({ id: true, kind: true, dueOn: true, startsAt: true, place: true })
      .extend({ contacts: z.array(zHeldContact) }),
  ),
  recorded: zRow.shape.recorded,
});
type Found = z.output<typeof zFound>;

/**
 * Everyone whom the worker coaches, or the team does: one query, whatever their number. What an index answers at once is asked
 * of each client; the other parts are materialized, since the planner cannot tell how many rows the policies let through, and
 * would compute them anew for every client.
 */
async function coachedOn(tx: Read, who: Who, whose: 'own' | 'team', on: Day): Promise<Found[]> {
  const horizon = renewalHorizon(on);
  const { workerId, organiserId } = who;
  const held = sql`r.organiser_id = ${organiserId} and r.during @> ${on}::date`;
  const own = sql`select r.id, r.client_id, r.service, r.during from relationship_responsible x
          join relationship_relationship r on r.id = x.relationship_id
          where x.worker_id = ${workerId} and x.during @> ${on}::date and ${held}`;
  // Those of a team are found by the services in which its workers stand in for one another, each way by its own index: a condition
  // for both would look through all of the organiser.
  const everybody =
    whose === 'own'
      ? own
      : sql`${own} union select r.id, r.client_id, r.service, r.during from relationship_relationship r where ${held}
          and r.service = any(array(select s.service from worker_role_service s where s.role = any(${[...who.roles]}::text[]) and s.stands_in))`;
  const { rows } = await rowsOf(zFound)`
    with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from (${everybody}) r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> ${on}::date
    ), visits as materialized (
      select a.relationship_id, jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'dueOn', a.due_on, 'startsAt', to_char(a.starts_at, 'HH24:MI'),
        'place', a.place, 'contacts', ${contactsThat(sql`c.relationship_id = a.relationship_id and c.held_on = a.due_on`)}) order by a.due_on, a.starts_at) as list
      from coaching_appointment a where a.relationship_id in (select id from coached) and a.outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_recorded_since(${startInstantOf(on)}::timestamptz) s join coaching_contact c on c.id = s.id
      where c.relationship_id in (select id from coached)
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < ${startInstantOf(on)}::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      ${sql.ref(`s.name_${who.language}`)} as "serviceName", r.during,
      p.place, k.family_name || ' ' || k.given_name as responsible,
      ${lastContacts(sql`r.id`, on)} as contacts, array(select w.during::text from ${awayFrom(sql`r.id`, sql`r.service`)}) as pauses,
      coalesce((select json_agg(json_build_object('everyDays', h.every_days, 'during', h.during)) from coaching_agreed_rhythm h
        where h.relationship_id = r.id and h.during @> ${on}::date), '[]') as agreed,
      array(select unnest(p.agreed)::text) as agreements, p.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join lateral (
      select string_agg(distinct coalesce(w.name, g.name), ', ') filter (where m.during @> ${on}::date) as place,
        range_agg(a.agreed) as agreed, min(a.renew_at) as renew_at
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      left join lateral (
        select range_agg(a.during) as agreed, min(upper(a.during)) filter (where ${isToRenew(sql`m.during`, on, horizon)}) as renew_at
        from agreement_agreement a where a.placement_id = m.id and lower(a.during) >= ${lastAgreedFrom(sql`m.id`, on)}) a on true
      where m.relationship_id = r.id) p on true
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id`.execute(tx);
  return rows;
}

const zPendingOnRow = zPending.omit({ daysLeft: true });
const zPendingCountRow = z.object({ pending: z.int() });

/** What is pending in the services that the worker's roles receive, as the rest of a statement. */
const pendingOnes = (who: Who, on: Day) => sql`
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = ${who.organiserId} and r.received_on <= ${on}::date
      and (d.decided_on is null or d.decided_on > ${on}::date) and (r.withdrawn_on is null or r.withdrawn_on > ${on}::date)
      and r.service = any(array(select service from worker_role_service where role = any(${[...who.roles]}::text[])))
      and ${amongSeen(who, sql`r.client_id`)}`;

async function pendingOn(tx: Read, who: Who, on: Day): Promise<Pending[]> {
  const { rows } = await rowsOf(zPendingOnRow)`
    select r.id as "referralId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name,
      ${sql.ref(`s.name_${who.language}`)} as "serviceName", r.kind, r.received_on as "receivedOn"${pendingOnes(who, on)}
    order by r.received_on, name`.execute(tx);
  return rows.map((row) => ({ ...row, daysLeft: clockOn(row.receivedOn, on).daysLeft }));
}

async function pendingCountOn(tx: Read, who: Who, on: Day): Promise<number> {
  const { rows } = await rowsOf(zPendingCountRow)`select count(*)::int as pending${pendingOnes(who, on)}`.execute(tx);
  return rows[0]?.pending ?? 0;
}

type RhythmOf = ReturnType<typeof rhythmsOf> extends Promise<infer Rows> ? Rows : never;

function rowOf(match: Found, rhythms: RhythmOf, on: Day): Row {
  const facts: CoachingFacts = {
    relationship: match.during,
    rhythms: rhythms.filter(({ service }) => service === match.service),
    agreed: match.agreed.map(({ everyDays, during }) => ({ everyDays, during })),
    contacts: match.contacts,
    pauses: match.pauses,
    agreements: match.agreements,
  };
  const due = dueDay(facts, on);
  const open = match.visits.find((one) => !wasHeld(one, one.contacts));
  const visit = open
    ? { id: open.id, dueOn: open.dueOn, kind: open.kind, startsAt: open.startsAt, place: open.place }
    : null;
  const last = match.contacts.filter(keepsRhythm).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
  const sunday = addDays(mondayOf(on), 6);
  const within = (d: Day | null | undefined) => d != null && on <= d && d <= sunday;
  return {
    relationshipId: match.relationshipId,
    clientId: match.clientId,
    name: match.name,
    service: match.service,
    serviceName: match.serviceName,
    place: match.place,
    block: blockOn(due, visit?.dueOn ?? null, on),
    thisWeek: within(due.dueOn) || within(visit?.dueOn),
    phase: phaseOn(facts.relationship, facts.rhythms, on),
    week: weekOn(facts.relationship, on),
    due,
    last: last ? { heldOn: last.heldOn, kind: last.kind } : null,
    visit,
    recorded: match.recorded,
    renewBy: match.renewAt ? addDays(match.renewAt, -1) : null,
    responsible: match.responsible,
  };
}

/** The most urgent first: by the day that asks for something, then by name; what asks for nothing comes last. */
function inOrder(language: Language) {
  const names = compareNames(language);
  const query = ({ block, due, visit, renewBy }: Row): string => {
    const days = block === 'overdue' ? [due.dueOn, visit?.dueOn] : [due.dueOn, visit?.dueOn, renewBy];
    return days.reduce<string>((first, d) => (d && d < first ? d : first), '9999');
  };
  return (a: Row, b: Row) => {
    const [x, y] = [query(a), query(b)];
    return x === y ? names(a.name, b.name) : x < y ? -1 : 1;
  };
}

export const myDay = ask({
  name: 'myDay',
  method: 'GET',
  path: '/api/my-day',
  says: 'A coach’s day: every client of one’s own or the team’s with what is due and why, and on request what is pending',
  input: z.strictObject({ whose: z.enum(['own', 'team']).default('own'), show: z.enum(['pending']).optional() }),
  output: z.object({
    rows: z.array(zRow),
    /** Only where it is asked for: else it is counted, and nobody of it is read. */
    pending: z.array(zPending),
    counts: z.object({
      clients: z.record(z.string(), z.int()),
      overdue: z.int(),
      today: z.int(),
      week: z.int(),
      renew: z.int(),
      pending: z.int(),
      recorded: z.int(),
    }),
  }),
  may: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  audited: { clients: (_input, { rows, pending }) => [...rows, ...pending].map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, input, who, today }) => {
    const pendingToo = input.show === 'pending';
    const [rhythms, matches, beginning, pendingCount] = await Promise.all([
      rhythmsOf(tx, who.organiserId),
      coachedOn(tx, who, input.whose, today),
      pendingToo ? pendingOn(tx, who, today) : ([] as Pending[]),
      pendingToo ? null : pendingCountOn(tx, who, today),
    ]);
    const coached = matches.map((match) => rowOf(match, rhythms, today)).sort(inOrder(who.language));
    const apart = await toldApart(tx, [...coached, ...beginning], { on: today, language: who.language });
    const nameOf = new Map(apart.map(({ clientId, name }) => [clientId, name]));
    const named = <One extends { clientId: string; name: string }>(one: One) => ({
      ...one,
      name: nameOf.get(one.clientId) ?? one.name,
    });
    const rows = coached.map(named);
    const pending = beginning.map(named);
    const number = (holds: (row: Row) => boolean) => rows.filter(holds).length;
    const clients: Record<string, number> = {};
    for (const { service } of rows) clients[service] = (clients[service] ?? 0) + 1;
    return {
      rows,
      pending,
      counts: {
        clients,
        overdue: number(({ block }) => block === 'overdue'),
        today: number(({ block }) => block === 'today'),
        week: number(({ thisWeek }) => thisWeek),
        renew: number(({ renewBy }) => renewBy !== null),
        pending: pendingCount ?? pending.length,
        recorded: number(({ recorded }) => recorded !== null),
      },
    };
  },
});
