import { sql } from 'kysely';
import { z } from 'zod';
import { foundColumns, registerRows } from '../../casework/client/reads.ts';
import { readSearch } from '../../casework/client/rules.ts';
import { type Found, type Search, zFound } from '../../casework/client/words.ts';
import { workersApart } from '../../casework/worker/words.ts';
import { ageOn, type Day, zDay } from '../../kernel/day.ts';
import { parseIdentityCode, zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { type Service, services, zService } from '../../kernel/service.ts';
import { ask, inRole, type Keys, type Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { keyedHash } from '../../server/secret.ts';
import { firstRows, mostRows } from '../app/rows-told.ts';

const caseRoles = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'] as const;

const states = ['current', 'pending', 'ended'] as const;
type State = (typeof states)[number];

const zRow = z.object({
  clientId: zId,
  name: z.string(),
  age: z.int().nullable(),
  municipality: z.string().nullable(),
  state: z.enum(states),
  /** Services of today, pending or ended, by their state. */
  services: z.array(zService),
  place: z.string().nullable(),
  answering: z.array(z.string()),
  pausedUntil: zDay.nullable(),
  paused: z.boolean(),
  protected: z.boolean(),
});

const zChoice = z.object({ id: z.string(), name: z.string() });

interface Asked {
  readonly show: State | undefined;
  readonly service: Service | undefined;
  readonly workerId: string | undefined;
  /** What is typed to find somebody; null where nothing is. */
  readonly search: Search | null;
  readonly limit: number;
}

/** The clients that a search means, of those that the worker may see. */
const searched = (organiserId: string, { words, digits, mail, born, code }: Search, hash: Uint8Array | null) =>
  sql`search_clients(${organiserId}, ${[...words]}::text[], ${digits}, ${mail}, ${born}::date, ${code}, ${hash ? Buffer.from(hash) : null})`;

const zClientsOnRow = z.object({
  counts: z.partialRecord(z.enum(states), z.number()),
  list: z.array(zRow.omit({ age: true }).extend({ birthOn: zDay.nullable() })),
});

/** Clients that the worker may see, by name; how many there are in each state, and all in all. */
async function clientsOn(tx: Read, who: Who, { show, service, workerId, search, limit }: Asked, on: Day) {
  const ofService =
    service === undefined
      ? sql``
      : sql`and exists (select from matter m where m.client_id = s.client_id and m.state = s.state and m.service = ${service})`;
  const ofWorker =
    workerId === undefined
      ? sql``
      : sql`and s.client_id in
          (select a.client_id from placement_answering a where a.worker_id = ${workerId}::uuid and a.during @> ${on}::date)`;
  const { rows } = await rowsOf(zClientsOnRow)`
    with matter as (
      select client_id, service, case when during @> ${on}::date then 'current' when lower(during) > ${on}::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = ${who.organiserId}
      union all
      select client_id, service, case when coalesce(decided_on <= ${on}::date, false) or coalesce(withdrawn_on <= ${on}::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = ${who.organiserId} and received_on <= ${on}::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true ${ofService} ${ofWorker}
        ${search === null ? sql`` : sql`and s.client_id in (select f.client_id from ${searched(who.organiserId, search, null)} f)`}
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where ${show === undefined ? sql`h.state <> 'ended'` : sql`h.state = ${show}`}
      order by c.family_name, c.given_names, c.id limit ${limit}
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> ${on}::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> ${on}::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> ${on}::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u.${sql.ref(`name_${who.language === 'sv' ? 'sv' : 'fi'}`)},
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> ${on}::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> ${on}::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list`.execute(tx);
  const [match] = rows;
  return { counts: match?.counts ?? {}, list: match?.list ?? [] };
}

const zChoicesOnRow = z.object({
  services: z.array(z.enum(services)),
  workers: z.array(z.object({ id: zId, name: z.string(), reach: z.string().nullable() })),
});

/** What the list can be narrowed by: services of the organiser and workers with a post for clients, on a day. */
async function choicesOn(tx: Read, who: Who, on: Day) {
  const { rows } = await rowsOf(zChoicesOnRow)`
    select coalesce((select jsonb_agg(s.code order by s.place) from organiser_service s where exists (select from organiser_offering f
        where f.service = s.code and f.organiser_id = ${who.organiserId} and f.during @> ${on}::date)), '[]') as services,
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.family_name || ' ' || w.given_name, 'reach', coalesce(w.email, w.phone)) order by w.family_name, w.given_name)
        from worker_worker w where exists (select from worker_post p where p.worker_id = w.id and p.organiser_id = ${who.organiserId}
          and p.during @> ${on}::date and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker'))), '[]') as workers`.execute(
    tx,
  );
  const { services: offered = [], workers = [] } = rows[0] ?? {};
  return { services: offered, workers: workersApart(workers, ({ id }) => id) };
}

export const clientList = ask({
  name: 'clientList',
  // A name is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/client-list',
  says: 'List the clients that one may see, by name, with their services, places and who answers; narrowed by state, service, worker and name',
  input: z.strictObject({
    show: z.enum(states).optional(),
    service: zService.optional(),
    workerId: zId.optional(),
    name: z.string().max(100).optional(),
    limit: z.int().min(1).max(mostRows).default(firstRows),
  }),
  output: z.object({
    rows: z.array(zRow),
    /** How many the list would hold in all, whatever the limit. */
    total: z.int(),
    counts: z.object({ current: z.int(), pending: z.int(), ended: z.int() }),
    services: z.array(zService),
    workers: z.array(zChoice),
  }),
  may: inRole(caseRoles),
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, input, who, today }) => {
    const { show, service, workerId, limit } = input;
    const name = input.name?.trim() ?? '';
    const search = name === '' ? null : readSearch(name);
    const { counts, list } = await clientsOn(tx, who, { show, service, workerId, search, limit }, today);
    const number = (state: State) => counts[state] ?? 0;
    return {
      rows: list.map(({ birthOn, ...row }) => ({
        ...row,
        age: birthOn && birthOn <= today ? ageOn(birthOn, today) : null,
      })),
      total: show ? number(show) : number('current') + number('pending'),
      counts: { current: number('current'), pending: number('pending'), ended: number('ended') },
      ...(await choicesOn(tx, who, today)),
    };
  },
});

const zClientsFoundRow = zFound.extend({ total: z.number() });

/** Clients by what one knows of them, those that the worker may see: nearest first, then by name; all where nothing is typed. */
async function clientsFound(
  tx: Read,
  search: { readonly organiserId: string; readonly search: Search | null; readonly identityHash: Uint8Array | null },
  on: Day,
  limit: number,
  language: Language = 'fi',
): Promise<{ found: Found[]; total: number }> {
  const hits = search.search && searched(search.organiserId, search.search, search.identityHash);
  // The register tells by key who it is asked of: joined to what was found, all of it would be read.
  const { rows } = hits
    ? await rowsOf(zClientsFoundRow)`
        with h as materialized (select * from ${hits} f)
        select ${foundColumns(language)}, h.found_by as "foundBy", count(*) over () as total
        from ${registerRows(on)} join h on h.client_id = c.id
        where c.organiser_id = ${search.organiserId} and c.id = any(array(select client_id from h))
        order by h.rank, c.family_name, c.given_names, c.id limit ${limit}`.execute(tx)
    : await rowsOf(zClientsFoundRow)`
        select ${foundColumns(language)}, null as "foundBy", count(*) over () as total
        from ${registerRows(on)} where c.organiser_id = ${search.organiserId}
        order by c.family_name, c.given_names, c.id limit ${limit}`.execute(tx);
  return {
    found: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
  };
}

/** The hash that finds a client by identity code, or null where the text is none. */
function searchHash(keys: Keys, text: string): Buffer | null {
  const parsed = parseIdentityCode(text);
  return parsed.ok ? keyedHash(keys, parsed.code) : null;
}

export const searchClients = ask({
  name: 'searchClients',
  method: 'POST',
  path: '/api/clients/search',
  says: 'Search the clients that one may see: by words of a name in any order, also a former or a misspelt one, birthday, identity code or its beginning, phone, e-mail, workplace',
  input: z.strictObject({ text: z.string().trim().max(200), limit: z.int().min(1).max(1000).default(100) }),
  output: z.object({ clients: z.array(zFound), total: z.int() }),
  may: inRole(caseRoles),
  audited: { clients: (_input, { clients }) => clients.map(({ id }) => id) },
  refuses: {},
  run: async ({ tx, input, who, today, keys }) => {
    const identityHash = searchHash(keys, input.text);
    const { found: match, total } = await clientsFound(
      tx,
      {
        organiserId: who.organiserId,
        search: input.text === '' ? null : readSearch(identityHash ? '' : input.text),
        identityHash,
      },
      today,
      input.limit,
      who.language,
    );
    return { clients: match, total };
  },
});
