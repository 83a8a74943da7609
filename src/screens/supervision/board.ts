import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { toldApart } from '../../casework/client/reads.ts';
import { clockOn, firstReceivedDueFrom } from '../../casework/referral/rules.ts';
import { addDays, type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { onlyRow, rowsOf } from '../../server/database/statement.ts';
import { firstRows, mostRows } from '../app/rows-told.ts';
import { type SupervisedShow, soonDays, supervisedShows } from '../app/waiting-told.ts';

/** How far a matter of the team is: it waits for its decision, for its service to begin, its plan rests, or the service goes on. */
const supervisedStates = ['pending', 'granted', 'interrupted', 'begun'] as const;

const zSupervisedRow = z.object({
  referralId: zId,
  clientId: zId,
  number: z.string(),
  name: z.string(),
  service: zService,
  receivedOn: zDay,
  state: z.enum(supervisedStates),
  /** Since when the plan of the service rests, and until when it does as far as agreed; null where it goes on. */
  rests: zRange.nullable(),
  /** Who answers for the client in the service; null where nobody does. */
  who: z.string().nullable(),
});

/** Those of the rows x that belong to each part of the list; the three months are counted by the days of receipt. */
function parts(on: Day): Readonly<Record<SupervisedShow, RawBuilder<unknown>>> {
  const inState = (...states: readonly (typeof supervisedStates)[number][]) => sql`x.state = any(${states}::text[])`;
  const waits = inState('pending', 'granted');
  const dueToday = firstReceivedDueFrom(on);
  return {
    overdue: sql`${waits} and x.received_on < ${dueToday}::date`,
    soon: sql`${waits} and x.received_on >= ${dueToday}::date and x.received_on < ${firstReceivedDueFrom(addDays(on, soonDays + 1))}::date`,
    pending: inState('pending'),
    granted: inState('granted'),
    interrupted: inState('interrupted'),
    begun: inState('begun'),
    unanswered: sql`${inState('interrupted', 'begun')} and not x.answered`,
  };
}

const zSupervisedOnRow = z.object({
  counts: z.partialRecord(z.enum(supervisedShows), z.number()),
  total: z.number(),
  list: z.array(zSupervisedRow),
});

/**
 * How many matters there are, by their parts, and the first of them. Row-level security shows, for this purpose, the matters that are
 * the asker's to supervise.
 */
async function supervisedOn(
  tx: Read,
  { organiserId }: Who,
  { show, limit }: { readonly show?: SupervisedShow | undefined; readonly limit: number },
  on: Day,
) {
  const partOf = parts(on);
  const { rows } = await rowsOf(zSupervisedOnRow)`
    with served as materialized (
      select r.decision_id, bool_or(r.during @> ${on}::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> ${on}::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> ${on}::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > ${on}::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = ${organiserId} and x.received_on <= ${on}::date and (x.withdrawn_on is null or x.withdrawn_on > ${on}::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > ${on}::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x ${show === undefined ? sql`` : sql`where ${partOf[show]}`} order by place limit ${limit}
    )
    select (select to_jsonb(n) from (select ${sql.join(
      supervisedShows.map((one) => sql`count(*) filter (where ${partOf[one]}) as ${sql.ref(one)}`),
    )} from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> ${on}::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list`.execute(tx);
  return onlyRow(rows);
}

export const supervisedMatters = ask({
  name: 'supervisedMatters',
  method: 'GET',
  path: '/api/supervision',
  says: 'List the current matters of the team to whoever supervises its work, what waits first, and of it the longest waiting',
  input: z.strictObject({ show: z.enum(supervisedShows).optional(), limit: zCount(1, mostRows).default(firstRows) }),
  output: z.object({
    rows: z.array(zSupervisedRow.extend({ dueOn: zDay, daysLeft: z.int() })),
    /** How many there are in all, whatever the limit. */
    counts: z.partialRecord(z.enum(supervisedShows), z.int()),
    total: z.int(),
  }),
  may: inRole(['manager'], 'supervision'),
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, input, who, today }) => {
    const { list, ...counted } = await supervisedOn(tx, who, input, today);
    const rows = await toldApart(tx, list, { on: today, language: who.language, cut: list.length < counted.total });
    return { rows: rows.map((row) => ({ ...row, ...clockOn(row.receivedOn, today) })), ...counted };
  },
});
