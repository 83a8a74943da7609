import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { amongSeen, toldApart } from '../../casework/client/reads.ts';
import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import { type Service, zService } from '../../kernel/service.ts';
import { agesPassed } from '../../law/basis.ts';
import { ask, inRole, type Who } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { onlyRow, rowsOf } from '../../server/database/statement.ts';
import {
  type Expiring,
  type ExpiringShow,
  expiringParts,
  expiringShows,
  zExpiring,
  zExpiringList,
} from '../app/expiring-told.ts';
import { firstOfEach, firstRows, mostRows } from '../app/rows-told.ts';

/** A decision that was not given to the client in these days has been left lying. */
const unservedDays = 14;

interface Narrowing {
  readonly show?: ExpiringShow | undefined;
  readonly service?: Service | undefined;
  readonly whose?: 'own' | undefined;
  readonly limit?: number | undefined;
}

const zExpiringOnRow = zExpiringList.omit({ rows: true }).extend({ list: z.array(zExpiring) });

/** Those of the rows x that belong to a part of the list. */
function partOf(show: ExpiringShow, on: Day): RawBuilder<unknown> {
  const part: { kind: string; within?: number } = expiringParts[show];
  const ofKind = sql`x.kind = ${part.kind}`;
  return part.within === undefined ? ofKind : sql`${ofKind} and x.last_on <= ${addDays(on, part.within)}::date`;
}

/** Who answers, or did last where the service is over. */
const answers = (on: Day) =>
  sql`o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> ${on}::date or upper(o.during) = x.last_on + 1)`;

/** How much expires, by its parts, and the first of it: what costs is asked of the rows that are told. */
async function expiringOn(tx: Read, who: Who, narrowing: Narrowing, on: Day) {
  const { organiserId, workerId, language } = who;
  const { show, service, whose } = narrowing;
  const limit = narrowing.limit ?? (show === undefined ? firstOfEach : firstRows);
  // In this order rows are told; where all kinds are, the first of each.
  const apart = show === undefined ? sql`partition by x.kind` : sql``;
  const ofOwn =
    whose === undefined
      ? sql``
      : sql`and ((x.kind, x.id) in (select x.kind, x.id from expiring x
            join (select * from placement_answering a where a.worker_id = ${workerId} offset 0) o on ${answers(on)})
          or x.worker_id = ${workerId} and not exists (select from placement_answering o where ${answers(on)}))`;
  const { rows } = await rowsOf(zExpiringOnRow)`
    with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = ${organiserId} and lower(r.during) <= ${on}::date and ${amongSeen(who, sql`r.client_id`)}
        and (r.during @> ${on}::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> ${on}::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> ${on}::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= ${on}::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> ${on}::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset(${JSON.stringify(agesPassed())}::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = ${organiserId} and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and ${amongSeen(who, sql`d.client_id`)}
        and d.provisions && ${agesPassed().map(({ provision }) => provision)}::text[]
        and l.last_on <= ${addDays(on, expiringParts.in90.within)}::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= ${on}::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= ${on}::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= ${on}::date or least(until_on, upper(during)) <= ${addDays(on, expiringParts.in90.within + 1)}::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> ${on}::date and s.during * g.during && daterange(greatest(a.last_on + 1, ${on}::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = ${organiserId} and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= ${addDays(on, -unservedDays)}::date
        and ${amongSeen(who, sql`d.client_id`)}
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> ${on}::date
      where p.organiser_id = ${organiserId} and upper(p.during) <= ${addDays(on, expiringParts.in30.within + 1)}::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true ${service === undefined ? sql`` : sql`and x.service = ${service}`} ${ofOwn}
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (${apart} order by x.last_on nulls first, x.since) as place
        from chosen x where ${show === undefined ? sql`true` : partOf(show, on)}) x where x.place <= ${limit}
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (${apart} order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= ${limit}
    )
    select (select to_jsonb(n) from (select ${sql.join(
      expiringShows.map((one) => sql`count(*) filter (where ${partOf(one, on)}) as ${sql.ref(one)}`),
    )} from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', ${sql.ref(`s.name_${language}`)}, 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = ${workerId}, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = ${workerId}) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where ${answers(on)}) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = ${organiserId}))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list`.execute(
    tx,
  );
  return onlyRow(rows);
}

const narrowings = {
  show: z.enum(expiringShows).optional(),
  service: zService.optional(),
  /** Rows at most, of each kind where no part of the list is asked. */
  limit: zCount(1, mostRows).optional(),
};

const expiring = {
  method: 'GET',
  output: zExpiringList,
  audited: {
    clients: (_input: unknown, { rows }: { readonly rows: readonly Expiring[] }) =>
      rows.map(({ clientId }) => clientId),
  },
  refuses: {},
  run: async ({
    tx,
    input,
    who,
    today,
  }: {
    readonly tx: Read;
    readonly input: Narrowing;
    readonly who: Who;
    readonly today: Day;
  }) => {
    const { list, ...counted } = await expiringOn(tx, who, input, today);
    return {
      rows: (await toldApart(tx, list, { on: today, language: who.language, cut: list.length < counted.total })).map(
        (row) => ({
          ...row,
          daysLeft: row.lastDay === null ? null : daysBetween(today, row.lastDay),
        }),
      ),
      ...counted,
    };
  },
} as const;

export const expiringBoard = ask({
  name: 'expiringBoard',
  ...expiring,
  path: '/api/desks/expiring',
  says: 'Tell what expires: services without a decision in force, decisions and plans that end, ages of an act that are passed, decisions not served for long; how many there are, and the first of them',
  input: z.strictObject({ ...narrowings, whose: z.enum(['own']).optional() }),
  may: inRole(['social-worker', 'coach', 'rehabilitative-instructor']),
});

export const supervisedExpiring = ask({
  name: 'supervisedExpiring',
  ...expiring,
  path: '/api/supervision/expiring',
  says: 'Tell whoever supervises the work what expires in the team, as the workers see it themselves',
  input: z.strictObject(narrowings),
  may: inRole(['manager'], 'supervision'),
});
