import { z } from 'zod';
import { toldApart } from '../../casework/client/reads.ts';
import { clockOn } from '../../casework/referral/rules.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';

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

/** Row-level security shows, for this purpose, the matters that are the asker's to supervise. */
async function supervisedOn(tx: Read, { organiserId }: Who, on: Day) {
  const { rows } = await rowsOf(zSupervisedRow)`
    select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.received_on as "receivedOn",
      case when s.state = 'begun' and i.during is not null then 'interrupted' else s.state end as state,
      case when i.during is not null then json_build_object('from', lower(i.during), 'to', upper(i.during)) end as rests,
      (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
        join worker_worker w on w.id = a.worker_id
        where a.client_id = x.client_id and a.during @> ${on}::date and (a.service is null or a.service = x.service)) as who
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    cross join lateral (select exists (select from relationship_relationship r where r.decision_id = x.decision_id and r.during @> ${on}::date) as begun,
      exists (select from relationship_relationship r where r.decision_id = x.decision_id) as ever_begun) b
    cross join lateral (select case when x.decided_on is null or x.decided_on > ${on}::date then 'pending' when b.begun then 'begun' else 'granted' end as state) s
    left join lateral (select i.during from plan_interruption i join plan_plan p on p.id = i.plan_id
      where p.client_id = x.client_id and p.service = x.service and b.begun and i.during @> ${on}::date order by i.during limit 1) i on true
    where x.organiser_id = ${organiserId} and x.received_on <= ${on}::date and (x.withdrawn_on is null or x.withdrawn_on > ${on}::date)
      and (x.decided_on is null or x.decided_on > ${on}::date or b.begun
        or x.outcome = 'grant' and not b.ever_begun and (upper(d.during) is null or upper(d.during) > ${on}::date))
    order by array_position(array['pending', 'granted', 'begun'], s.state), i.during is null, x.received_on, x.year, x.number`.execute(
    tx,
  );
  return rows;
}

export const supervisedMatters = ask({
  name: 'supervisedMatters',
  method: 'GET',
  path: '/api/supervision',
  says: 'List the current matters of the team to whoever supervises its work, what waits first, and of it the longest waiting',
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(zSupervisedRow.extend({ dueOn: zDay, daysLeft: z.int() })),
  }),
  may: inRole(['manager'], 'supervision'),
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, today }) => ({
    rows: (await toldApart(tx, await supervisedOn(tx, who, today), { on: today, language: who.language })).map(
      (row) => ({ ...row, ...clockOn(row.receivedOn, today) }),
    ),
  }),
});
