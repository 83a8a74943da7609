/**
 * A day of many professionals at once: each does by turns what the role does, and thinks in between. The bare server is asked for
 * the like of each reading in the same run. It fails where anything is refused or goes wrong. Only this machine is asked.
 */
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BenchGround, makeGround, type Size, sizes } from './ground.ts';
import { type BenchRequest, hangUp, many, quantile, send } from './measure.ts';
import { listen, ownOf, sentDuring } from './statements.ts';

const usage = 'npm run load [-- [--size region|county] [--people N] [--seconds N] [--think SECONDS]]';
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'region' },
    people: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    think: { type: 'string', default: '15' },
    help: { type: 'boolean', default: false },
  },
});
const size = sizes.find((one) => one === values.size) as Size;
const [people, seconds, think] = [Number(values.people), Number(values.seconds), Number(values.think)];
if (values.help || !size || !(people > 0 && people <= 2000 && seconds > 0 && seconds <= 600 && think >= 1)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

interface Professional {
  readonly role: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whom the work is about. */
  readonly clients: readonly { readonly clientId: string; readonly relationshipId: string }[];
}

interface Work {
  readonly name: string;
  /** How many of a hundred steps of each role are this. */
  readonly share: Readonly<Record<string, number>>;
  readonly request: (by: Professional, n: number) => Omit<BenchRequest, 'headers'> | null;
  readonly writes?: true;
}

const at = ({ clients }: Professional, n: number) => clients[n % Math.max(1, clients.length)];
const json = (value: unknown) => JSON.stringify(value);
const names = ['Kor', 'Mäk', 'Åbe', 'Leh', 'Sal'];

const works = (base: string): readonly Work[] => [
  {
    name: 'my day',
    share: { coach: 40, 'rehabilitative-instructor': 20, 'social-worker': 10 },
    request: () => ({ url: `${base}/api/my-day`, method: 'GET' }),
  },
  {
    name: 'client’s page',
    share: { coach: 35, 'social-worker': 50, 'rehabilitative-instructor': 25 },
    request: (by, n) => {
      const client = at(by, n);
      return client ? { url: `${base}/api/clients/${client.clientId}/page`, method: 'GET' } : null;
    },
  },
  {
    name: 'search by name',
    share: { coach: 15, 'social-worker': 40, 'rehabilitative-instructor': 5 },
    request: (_, n) => ({
      url: `${base}/api/clients/search`,
      method: 'POST',
      body: json({ text: names[n % names.length] }),
    }),
  },
  {
    name: 'contact recorded',
    share: { coach: 10 },
    writes: true,
    request: (by, n) => {
      const client = at(by, n);
      return client
        ? {
            url: `${base}/api/clients/${client.clientId}/contacts`,
            method: 'POST',
            body: json({ relationshipId: client.relationshipId, kind: 'message', minutes: 5, note: `Viesti ${n}` }),
          }
        : null;
    },
  },
  {
    name: 'places of attendance',
    share: { instructor: 100, 'rehabilitative-instructor': 50 },
    request: () => ({ url: `${base}/api/attendance/places`, method: 'GET' }),
  },
];

/** One of the kinds of work, as often as the role does it. */
function draw(kinds: readonly Work[], role: string): Work | undefined {
  const drawn = Math.random() * 100;
  let sum = 0;
  return kinds.find(({ share }) => {
    sum += share[role] ?? 0;
    return drawn < sum;
  });
}

/** Everybody in a role that has work here, each several times where there are fewer than asked for. */
async function professionals({ owner, ours, openSessionOf }: BenchGround): Promise<readonly Professional[]> {
  await owner.query(`insert into platform_account (username, password_hash, worker_id)
    select 'load-' || w.id, 'none', w.id from worker_worker w
    where not exists (select from platform_account a where a.worker_id = w.id)`);
  const { rows } = await owner.query<{ account: string; role: string }>(
    `select a.id as account, p.role from platform_account a join worker_post p on p.worker_id = a.worker_id
     where p.during @> '2021-06-17'::date and p.role = any($1) order by a.id`,
    [['coach', 'instructor', 'rehabilitative-instructor', 'social-worker']],
  );
  const known: { role: string; account: string; clients: Professional['clients'] }[] = [];
  for (const { account, role } of rows) {
    const headers = { authorization: `Bearer ${await openSessionOf(account)}` };
    const day = async () =>
      (
        JSON.parse(await send({ url: `${ours}/api/my-day`, method: 'GET', headers })) as {
          rows: Professional['clients'];
        }
      ).rows;
    const list = role === 'instructor' ? [] : await day();
    known.push({ role, account, clients: list });
  }
  return Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const { role, account, clients } = known[n % known.length] as (typeof known)[number];
      return { role, clients, headers: { authorization: `Bearer ${await openSessionOf(account)}` } };
    }),
  );
}

listen();
const ground = await makeGround(size, (line) => console.log(line));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void ground.close().then(() => process.exit(130)));
let failures = 0;
try {
  const all = await professionals(ground);
  const kinds = works(ground.ours);
  const times = new Map(kinds.map(({ name }) => [name, { ours: [] as number[], bare: [] as number[] }]));
  for (const { name, share, request, writes } of kinds) {
    const by = all.find((one) => share[one.role] && request(one, 0));
    const first = by && request(by, 0);
    if (!by || !first || writes) continue;
    const sent = await sentDuring(() => send({ ...first, headers: by.headers }));
    ground.replay(ownOf(sent), false, name);
  }
  const until = performance.now() + seconds * 1000;
  const timed = async (into: number[] | undefined, request: BenchRequest) => {
    const started = performance.now();
    try {
      await send(request, many);
      into?.push(performance.now() - started);
    } catch (error) {
      failures += 1;
      if (failures <= 5) console.log((error as Error).message.slice(0, 300));
    }
  };
  // Nobody thinks on when the time is over.
  const pause = () =>
    wait(Math.min(-Math.log(1 - Math.random()) * think * 1000, 4000 * think, Math.max(0, until - performance.now())));
  const live = async (by: Professional, offset: number) => {
    await wait(Math.random() * think * 1000);
    for (let n = offset; performance.now() < until; n += 1) {
      const work = draw(kinds, by.role);
      const next = work?.request(by, n);
      if (work && next) {
        await timed(times.get(work.name)?.ours, { ...next, headers: by.headers });
        if (!work.writes) {
          await pause();
          if (performance.now() >= until) break;
          await timed(times.get(work.name)?.bare, {
            url: `${ground.bare}/${encodeURIComponent(work.name)}`,
            method: 'GET',
          });
        }
      }
      await pause();
    }
  };
  console.log(
    `${people} professionals, ${seconds} s, thinking ${think} s on the average; load ${loadavg()[0]?.toFixed(1)}.`,
  );
  await Promise.all(all.map((by, n) => live(by, n)));
  const line = (name: string, ours: readonly number[], bare: readonly number[]) =>
    console.log(
      [name.padEnd(22), `${ours.length}`.padStart(6)]
        .concat([ours, bare].flatMap((one) => [0.5, 0.99].map((part) => quantile(one, part).toFixed(1).padStart(10))))
        .join(' '),
    );
  console.log('                        asked    ours p50        p99   bare p50        p99   (ms)');
  for (const [name, { ours, bare }] of times) line(name, ours, bare);
  const readings = [...times.values()].filter(({ bare }) => bare.length > 0);
  line(
    'all readings',
    readings.flatMap(({ ours }) => ours),
    readings.flatMap(({ bare }) => bare),
  );
  console.log(`${failures} went wrong; load at the end ${loadavg()[0]?.toFixed(1)}.`);
} finally {
  hangUp();
  await ground.close();
}
process.exit(failures > 0 ? 1 : 0);
