/** The screens that are measured: what each asks, small and large, and what must be put back between two askings. */
import type { BenchAccount, BenchGround } from './ground.ts';
import { type BenchRequest, send } from './measure.ts';

export interface Screen {
  readonly name: string;
  readonly large: BenchRequest;
  /** The same screen with little on it: it must send as many queries. */
  readonly small: BenchRequest;
  readonly before?: () => Promise<unknown>;
  readonly says: string;
  /** The like of it of a peer, by the address of what it answers; see `docs/bench.md`. */
  readonly peer?: string;
  /** Counts figures. */
  readonly counts?: boolean;
}

interface Row {
  readonly placementId: string;
  readonly cells: readonly { readonly on: string; readonly state: string }[];
}

const monday = '2021-06-07';
const nextMonday = '2021-06-14';

/** What a Directus over the same kind of data is asked: its tables and relations as docs/bench.md has them. */
const peerPaths = {
  day: '/items/rel_d?filter[worker_id][_eq]=1&filter[ended][_null]=true&limit=200&fields=id,service,started,client_id.id,client_id.last_name,client_id.first_name,client_id.contacts.at&deep[client_id][contacts][_limit]=1&deep[client_id][contacts][_sort]=-at',
  client:
    '/items/client/1?fields=*,rels.*,contacts.*,att.day,att.kind&deep[contacts][_limit]=50&deep[contacts][_sort]=-at&deep[att][_limit]=400',
  search:
    '/items/client?filter[organiser_id][_eq]=1&filter[last_name][_istarts_with]=Kor&sort=last_name,first_name&limit=20&fields=id,last_name,first_name',
} as const;

async function signIn({ ours }: BenchGround, account: BenchAccount): Promise<Readonly<Record<string, string>>> {
  const body = JSON.stringify({ username: account.username, password: account.password });
  const { token } = JSON.parse(await send({ url: `${ours}/api/session`, method: 'POST', body })) as { token: string };
  return { authorization: `Bearer ${token}` };
}

export async function screensOf(ground: BenchGround): Promise<readonly Screen[]> {
  const coach = await signIn(ground, ground.coach);
  const instructor = await signIn(ground, ground.instructor);
  const get = (path: string, headers: Readonly<Record<string, string>>): BenchRequest => ({
    url: `${ground.ours}${path}`,
    method: 'GET',
    headers,
  });
  const read = async <T>(query: BenchRequest): Promise<T> => JSON.parse(await send(query)) as T;

  const day = await read<{ rows: { clientId: string }[] }>(get('/api/my-day', coach));
  // The coaches of the demo region see 103 clients as a team; the county's coach has 103 of their own.
  const myDay = day.rows.length < 103 ? '/api/my-day?whose=team' : '/api/my-day';
  const { rows: clients } = await read<typeof day>(get(myDay, coach));
  const page = (client: { clientId: string } | undefined) => get(`/api/clients/${client?.clientId}/page`, coach);
  const quiet = await aQuietCoach(ground);
  const week = await aGroupsWeek(ground, (path) => read(get(path, instructor)));
  const save = (marks: readonly unknown[]): BenchRequest => ({
    url: `${ground.ours}/api/attendance`,
    method: 'POST',
    headers: instructor,
    body: JSON.stringify({ marks }),
  });
  const search = (text: string): BenchRequest => ({
    url: `${ground.ours}/api/clients/search`,
    method: 'POST',
    headers: coach,
    body: JSON.stringify({ text }),
  });
  const placements = [...new Set(week.map(({ placementId }) => placementId))];
  const description = (group: string) => get(`/api/descriptions/${ground.organiser}/${group}`, coach);
  return [
    {
      name: 'coach’s day',
      says: `${clients.length} clients`,
      large: get(myDay, coach),
      small: get('/api/my-day', quiet ? await signIn(ground, quiet) : coach),
      peer: peerPaths.day,
    },
    {
      name: 'client’s page',
      says: 'one client',
      large: page(clients[0]),
      small: page(clients.at(-1)),
      peer: peerPaths.client,
    },
    { name: 'search by name', says: '“Kor”', large: search('Kor'), small: search('Åbe'), peer: peerPaths.search },
    {
      name: '20 marks saved',
      says: 'of one group',
      large: save(week.slice(0, 20)),
      small: save(week.slice(0, 1)),
      before: () => takeOut(ground, placements),
    },
    {
      name: 'group’s week saved',
      says: `${week.length} marks of ${placements.length} clients`,
      large: save(week),
      small: save(week.slice(0, 1)),
      // Each time the week is saved anew: what was saved is taken out without its history.
      before: () => takeOut(ground, placements),
    },
    {
      name: 'service description',
      says: 'all of disability-work',
      counts: true,
      large: description('disability-work'),
      small: description('disability-work'),
    },
  ];
}

/** A coach of the same organiser who has fewer clients; in the demo the passwords are alike. */
async function aQuietCoach({ owner, organiser, coach }: BenchGround): Promise<BenchAccount | null> {
  const { rows } = await owner.query<{ username: string }>(
    `select a.username from platform_account a join worker_worker w on w.id = a.worker_id join organiser_organiser o on o.id = w.organiser_id
     where o.code = $1 and a.username <> $2 and exists (select from worker_post p where p.worker_id = w.id and p.role = 'coach')
     order by a.username limit 1`,
    [organiser, coach.username],
  );
  return rows[0] ? { username: rows[0].username, password: coach.password } : null;
}

/** Everybody of the instructor's largest group present on every agreed day of a week. */
async function aGroupsWeek(_ground: BenchGround, read: <T>(path: string) => Promise<T>) {
  const { places } = await read<{ places: { groupId: string | null; mine: boolean; clients: number }[] }>(
    '/api/attendance/places',
  );
  const mine = places
    .filter(({ groupId, mine }) => groupId !== null && mine)
    .toSorted((a, b) => b.clients - a.clients)[0];
  const { rows } = await read<{ rows: Row[] }>(
    `/api/attendance?groupId=${mine?.groupId}&from=${monday}&to=${nextMonday}`,
  );
  return rows.flatMap(({ placementId, cells }) =>
    cells
      .filter(({ state }) => state === 'agreed')
      .map(({ on }) => ({ placementId, on, kind: 'present', reason: null, meal: false })),
  );
}

async function takeOut({ owner }: BenchGround, placements: readonly string[]): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    // Nothing was known before that day, so nothing of it is kept in the history.
    await client.query(`set local app.now = '2000-01-01'`);
    await client.query(
      `delete from attendance_mark where placement_id = any($1::uuid[]) and held_on >= $2 and held_on < $3`,
      [placements, monday, nextMonday],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
