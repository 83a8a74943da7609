import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAddress, changeClient, client, liftProtection, protectAddress } from '../src/casework/client/acts.ts';
import { decide, decisionLetter, previewDecision } from '../src/casework/decision/acts.ts';
import { clientsHeld } from '../src/casework/handover/acts.ts';
import { factNames, writeFacts } from '../src/exchange/facts-csv.ts';
import { figures } from '../src/figures/frame/registry.ts';
import { day } from '../src/kernel/day.ts';
import { codeOf, ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { enterAs, perform } from '../src/server/perform.ts';
import { sampleOf, schemaOf } from './conventions/asking.ts';
import { type FreshDatabase, freshDatabase, temporaryFolder } from './database.ts';
import { asApp } from './facts.ts';
import { readPaper } from './paper.ts';
import { readable } from './readable.ts';
import type { PartTaken } from './taking-part.ts';
import { makeWorld, unheard, type WorkerName, type World } from './world.ts';

// Where a protected person lives is planted in every place that holds it, before the protection; then it is searched in every
// answer that any act gives, on every day and as known at every instant.

const planted = {
  street: 'Kanarialintukuja 7',
  postalCode: '77777',
  postOffice: 'KANARIALA',
  phone: '040 777 7001',
  email: 'kanarialintu@example.fi',
};
const relative = '040 777 7002';
const municipality = { code: '777', name: 'Kanariala' };
const traces = /kanaria|77777|777\s?7001|777\s?7002|"777"|,777,/i;

const protectedOn = day('2021-06-16');
const before = '2021-06-15T12:00:00Z';

let db: FreshDatabase;
let world: World;
let one: PartTaken;
let read: Awaited<ReturnType<typeof readable>>;
let decisionId: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await sql`insert into organiser_municipality (code, name_fi, name_sv) values (${municipality.code}, ${municipality.name}, ${municipality.name})`.execute(
    db.owner,
  );
  read = await readable(world, { address: planted, relative, municipalityCode: municipality.code });
  ({ one, decisionId } = read);
  const { clientId } = one;
  expect((await letterSeenBy('pori-coach', day('2021-06-15'))).text, 'before the protection').toMatch(traces);
  const during = { from: protectedOn, to: null };
  await world.perform(protectAddress, { clientId, during, contactInstead: 'PL 5' }, 'pori-social-worker', protectedOn);
});
afterAll(() => db.close());

async function letterSeenBy(by: WorkerName, on = world.today) {
  const { bytes } = await world.perform(decisionLetter, { clientId: one.clientId, decisionId }, by, on);
  return readPaper(bytes);
}

/** Of figures all stand in the description too; one by one only those that might name a place are asked. */
function inputsOf(act: AnyAct) {
  const matches = figures
    .filter(({ id }) => id.startsWith('clients-by-') || id.startsWith('workplace'))
    .flatMap(({ id }) =>
      [{ asOf: '2021-05-31' }, { asOf: '2021-06-17', knownAt: before }].map((more) => ({
        id,
        organiser: 'pori-perusturva',
        service: 'disability-work',
        ...more,
      })),
    );
  const described = [{}, { asOf: '2021-05-31' }, { knownAt: before }].map((more) => ({
    organiser: 'pori-perusturva',
    service: 'disability-work',
    ...more,
  }));
  return read.inputsOf(act, {
    computeFigure: matches,
    figureCases: matches,
    describe: described,
    descriptionPdf: described,
  });
}

/** Lists of all municipalities to choose from tell of nobody. */
const withoutMunicipalities = (output: unknown) =>
  JSON.stringify(output, (key, value) => (key === 'municipalities' ? undefined : value));

async function textOf(output: unknown): Promise<string> {
  const { bytes, media } = output as { bytes?: Uint8Array; media?: string };
  if (!bytes) return withoutMunicipalities(output);
  if (media !== 'application/pdf') return Buffer.from(bytes).toString('utf8');
  const { text, run } = await readPaper(bytes);
  return `${text} ${run}`;
}

const asking = allActs.filter((act) => act.kind === 'ask' || act.method === 'GET');
const nobodyNeedsIt = [
  'pori-coach',
  'pori-coach-2',
  'pori-instructor',
  'pori-finance',
  'pori-planner',
  'pori-manager',
  'pori-administrator',
  'rauma-social-worker-a',
] as const satisfies readonly WorkerName[];

/** Figures are the same for all of an organiser, and take their time: one within it and one from outside ask them. */
const isCounting = ({ may }: AnyAct) => may.kind === 'signed-in' && may.purpose === 'figures';
const countsAlike: readonly WorkerName[] = ['pori-coach', 'rauma-social-worker-a'];

describe('where a protected person lives', () => {
  test('is in no answer of any act, old papers and figures included, for those who do not need it', async () => {
    const answered = new Set<string>();
    const leaks: string[] = [];
    const wrong: string[] = [];
    for (const by of nobodyNeedsIt)
      for (const act of asking)
        for (const input of isCounting(act) && !countsAlike.includes(by) ? [] : inputsOf(act)) {
          try {
            const output = await perform(world.house(), act, input, { who: world.who(by), language: 'fi' });
            answered.add(act.name);
            if (traces.test(await textOf(output))) leaks.push(`${act.name} ${JSON.stringify(input)} by ${by}`);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            if (error.problem.status === 400)
              wrong.push(`${act.name} ${JSON.stringify(input)} ${JSON.stringify(error.problem)}`);
            if (traces.test(JSON.stringify(error.problem))) leaks.push(`${act.name} refused, by ${by}`);
          }
        }
    expect(wrong).toEqual([]);
    expect(leaks).toEqual([]);
    // Each act that reads was answered to somebody: only officials compare records, and open an ended client; a slip of days is of
    // rehabilitative work, and has a protected client in its room's own test.
    expect(asking.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([
      'endedClient',
      'participationSlip',
      'personRecords',
    ]);
  }, 240_000);

  test('is in none of the facts that are exported, nor as they were known before', async () => {
    for (const knownAt of [null, before]) {
      using folder = temporaryFolder();
      const key = new Uint8Array(32).fill(1);
      const facts = { organiser: 'pori-perusturva', asOf: world.today, knownAt, folder: folder.path, key };
      await asApp(db.app, (tx) => writeFacts(tx as never, facts), world.today);
      const files = readdirSync(folder.path).filter((name) => name.endsWith('.csv'));
      expect(files).toHaveLength(factNames().length);
      for (const file of files) expect(readFileSync(join(folder.path, file), 'utf8'), file).not.toMatch(traces);
    }
  });

  test('is read by no SQL written by hand, in no column of any table or view, in the rows of today and the old ones', async () => {
    const { rows: columns } = await db.ownerPool.query<{ name: string; fields: string[]; kept: boolean }>(
      `select c.relname as name, array_agg(quote_ident(a.attname)) filter (where a.attname <> 'pdf') as fields, bool_or(a.attname = 'pdf') as kept
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'v', 'm') and c.relnamespace = 'public'::regnamespace
         and has_column_privilege('kykypolku_app', c.oid, a.attnum, 'select')
         -- The municipality is asked of the client's own row by many; each of them leaves it out.
         and a.attname <> 'municipality_code'
       group by 1 order by 1`,
    );
    expect(columns.length).toBeGreaterThan(100);
    for (const by of ['pori-coach', 'pori-instructor', 'pori-finance', 'pori-manager'] as const)
      for (const purpose of ['case', 'money', 'supervision', 'figures'] as const)
        await db.app.transaction().execute(async (tx) => {
          await enterAs(tx, world.who(by), { purpose, today: world.today, now: world.house().clock.now() });
          for (const { name, fields, kept } of columns) {
            const { rows } = await sql<{ text: string }>`
              select concat_ws(' ', ${sql.raw(fields.join(', '))}) as text from ${sql.table(name)}`.execute(tx);
            const told = rows.filter(
              ({ text }) => traces.test(text) && !text.includes(`${municipality.code} ${municipality.name}`),
            );
            expect([by, purpose, name, told]).toEqual([by, purpose, name, []]);
            // A paper is kept as bytes: one that tells the place is no row at all.
            if (!kept || !fields.includes('tells_place')) continue;
            const papers =
              await sql`select from ${sql.table(name)} where client_id = ${one.clientId} and tells_place`.execute(tx);
            expect([by, purpose, name, papers.rows.length]).toEqual([by, purpose, name, 0]);
          }
        });
  }, 120_000);

  test('is read by an official in the letter as it was kept, and as the client is reached', async () => {
    expect((await letterSeenBy('pori-social-worker')).text).toMatch(/Kanarialintukuja/);
    const answer = await world.perform(client, { clientId: one.clientId }, 'pori-social-worker');
    expect(answer.reach.address).toEqual(planted);
    expect(answer.client.municipality).toBe('Kanariala');
    expect(answer.representatives.map(({ phone }) => phone)).toEqual([relative]);
  });

  test('follows from no version of the details either: one could make that of every municipality, and compare', async () => {
    const versionsFor = async (by: WorkerName) => {
      const versions = new Set<string>();
      for (const code of ['609', '684', municipality.code]) {
        await sql`update client_client set municipality_code = ${code} where id = ${one.clientId}`.execute(db.owner);
        versions.add((await world.perform(client, { clientId: one.clientId }, by)).version);
      }
      return versions.size;
    };
    for (const by of ['pori-coach', 'pori-instructor'] as const) expect(await versionsFor(by), by).toBe(1);
    expect(await versionsFor('pori-social-worker')).toBe(3);
  });

  test('is not told of the worker who answers for the client alone, when clients of a colleague are handed over', async () => {
    const asked = { workerId: world.workerId('pori-coach-2'), from: world.today };
    for (const by of ['pori-manager', 'pori-administrator'] as const) {
      const { workers } = await world.perform(clientsHeld, asked, by);
      expect(workers.find(({ id }) => id === world.workerId('pori-coach'))).toMatchObject({ municipalities: [] });
    }
  });

  test('is left out of a copy that says so, and all the rest of the letter is there', async () => {
    const { text } = await letterSeenBy('pori-coach');
    for (const words of ['Piilo', 'Vastaa tarvetta.', 'Jäljennös', 'Osoite jätetty pois (turvakielto)'])
      expect(text).toContain(words);
    // The copy is not kept in the letter's stead.
    expect((await letterSeenBy('pori-social-worker')).text).toMatch(/Kanarialintukuja/);
  });

  test('is changed by an official only: whoever cannot see it would write over it', async () => {
    const { clientId } = one;
    const address = { ...planted, street: 'Uusi 1' };
    expect(await world.refusal(changeAddress, { clientId, address, from: '2021-06-17' }, 'pori-coach')).toBe(
      'address-protected',
    );
    expect(await world.refusal(changeClient, { clientId, municipalityCode: '609' }, 'pori-coach')).toBe(
      'address-protected',
    );
    await world.perform(changeAddress, { clientId, address: planted, from: '2021-06-17' }, 'pori-social-worker');
  });

  test('stays out of a letter made meanwhile, which all who work with the client may open', async () => {
    const { clientId } = one;
    const { referralId, provisions } = read;
    const decided = { clientId, referralId, outcome: 'deny' as const, decidedOn: '2021-06-17', during: null };
    const preview = { ...decided, reasons: 'Ei tarvetta.', unheard, provisions };
    expect((await world.perform(previewDecision, preview, 'pori-social-worker')).recipient).toContain('PL 5');
    const made = await world.perform(decide, preview, 'pori-social-worker');
    const { bytes } = await world.perform(decisionLetter, { clientId, ...made }, 'pori-coach');
    expect((await readPaper(bytes)).text).toContain('PL 5');
  });

  test('is in no answer and no refusal of an act that changes, whatever it has not seen', async () => {
    const { clientId } = one;
    const { rows } = await sql<{
      id: string;
    }>`select id from client_representative where client_id = ${clientId}`.execute(db.owner);
    const ids = { ...read.ids, clientId, representativeId: rows[0]?.id as string };
    const changing = allActs.filter((act) => act.kind !== 'ask' && act.path.includes('{clientId}'));
    const told = new Set<string>();
    const leaks: string[] = [];
    // Without having seen anything, and with another version than stands.
    for (const by of ['pori-coach', 'pori-coach-2', 'pori-instructor'] as const)
      for (const act of changing)
        for (const seen of [null, 'x'.repeat(32)]) {
          const input = { ...(sampleOf(schemaOf(act), ids) as object), ...(act.edits ? { seen } : {}) };
          const answer = await perform(world.house(), act, input, { who: world.who(by), language: 'fi' }).catch(
            (error: unknown) => {
              if (!(error instanceof ProblemError)) throw error;
              told.add(codeOf(error.problem));
              return error.problem;
            },
          );
          if (traces.test(await textOf(answer))) leaks.push(`${act.name} by ${by}: ${await textOf(answer)}`);
        }
    expect(leaks).toEqual([]);
    expect([...told]).toEqual(expect.arrayContaining(['not-seen', 'changed-meanwhile', 'not-allowed']));
  });

  test('is told again when the protection has ended', async () => {
    await world.perform(liftProtection, { clientId: one.clientId, from: world.today }, 'pori-social-worker');
    expect((await letterSeenBy('pori-coach')).text).toMatch(/Kanarialintukuja/);
  });
});
