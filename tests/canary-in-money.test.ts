/**
 * Where a protected person lives, whom to call, and what was written of a break is planted on a client in rehabilitative work; then it is searched
 * in all that comes of the client's days: who pays for them, what is claimed of the state, the slip, accounts and statements, in the ledger
 * before and after the month is closed and corrected, in figures, exports, the trail and the log.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAddress, nameRepresentative, protectAddress } from '../src/casework/client/acts.ts';
import { closeMonth, settleCorrections } from '../src/casework/compensation/acts.ts';
import { answerPayer } from '../src/casework/participation/acts.ts';
import { agreeBreak } from '../src/casework/relationship/acts.ts';
import { changeTravel, recordTravel, takeBackTravel, travelOf } from '../src/casework/travel/acts.ts';
import { describeServices } from '../src/description/answer.ts';
import { descriptionMarkdown } from '../src/description/print/markdown.ts';
import { printedDescription } from '../src/description/print/model.ts';
import { factNames, writeFacts } from '../src/exchange/facts-csv.ts';
import { day } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { server } from '../src/server/http/server.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase, temporaryFolder } from './database.ts';
import { asApp } from './facts.ts';
import { readPaper } from './paper.ts';
import { type InRehabilitation, inRehabilitation, livesOn, marked } from './rehabilitating.ts';
import { addSessions } from './signed-in.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

const month = '2021-05';
const by = 'work-social-worker';
const address = {
  ...{ street: 'Kanarialintukuja 7', postalCode: '77777', postOffice: 'KANARIALA' },
  ...{ phone: '040 777 7001', email: 'kanarialintu@example.fi' },
};
/** Where the client lives and is reached: officials alone. */
const place = /kanarialintu|kanariala|77777|777\s?7001|777\s?7002|"777"|,777,/i;
/** What was written: whoever works with the client at the group. */
const written = /kanariatauko/i;
/** Who it is: finance too. */
const name = /kanarianen/i;

const atWork = ['work-social-worker', 'work-instructor', 'work-instructor-2'] as const satisfies readonly WorkerName[];
const others = [
  ...(['work-finance', 'pori-finance', 'rauma-finance', 'pori-manager', 'pori-administrator', 'pori-planner'] as const),
  ...(['pori-social-worker', 'rauma-social-worker-a'] as const),
] satisfies readonly WorkerName[];

/** Why a ticket costs what it does says from where it takes one. */
const way = {
  ...{ means: 'public-transport' as const, amount: 640, reason: 'Linja 7 Kanarialasta keskustaan' },
  during: { from: '2021-04-01', to: '2021-05-05' },
};

let db: FreshDatabase;
let world: World;
let one: InRehabilitation;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await sql`insert into organiser_municipality (code, name_fi, name_sv) values ('777', 'Kanariala', 'Kanariala')`.execute(
    db.owner,
  );
  one = await inRehabilitation(db, world, { familyName: 'Kanarianen' });
  const { clientId, relationshipId } = one;
  await sql`update client_client set municipality_code = '777' where id = ${clientId}`.execute(db.owner);
  const april = day('2021-04-01');
  await world.perform(changeAddress, { clientId, address, from: april }, by, april);
  const during = { from: april, to: null };
  const relative = { name: 'Omainen Oili', kind: 'relative' as const, phone: '040 777 7002', powers: null };
  await world.perform(nameRepresentative, { clientId, ...relative, during }, by, april);
  const pause = { relationshipId, reason: 'kanariatauko', during: { from: '2021-05-24', to: '2021-05-29' } };
  await world.perform(agreeBreak, { clientId, ...pause }, by);
  await livesOn(db, world, clientId, 'social-assistance', { to: '2021-05-05' });
  await world.perform(recordTravel, { clientId, ...way }, by, april);
  await marked(db, world, one, ['2021-04-12', '2021-05-03', '2021-05-05', '2021-05-10']);
  await marked(db, world, one, ['2021-05-17'], 'sick');
  // Others in the same month, of whom there is nothing to find.
  for (const familyName of ['Aalto', 'Berg', 'Cederholm', 'Dahl', 'Eklund']) {
    const other = await inRehabilitation(db, world, { familyName });
    await livesOn(db, world, other.clientId, 'labour-market-subsidy');
    await marked(db, world, other, ['2021-05-03']);
  }
  await world.perform(
    protectAddress,
    { clientId, during: { from: world.today, to: null }, contactInstead: 'PL 5' },
    by,
  );
  await addSessions(world, ['work-finance', 'rauma-finance', 'pori-manager']);
}, 60_000);
afterAll(() => db.close());

/** Sums and figures tell of nobody by a name that is chosen from a list of all. */
const withoutChoices = (output: unknown) =>
  JSON.stringify(output, (key, value) => (key === 'municipalities' ? undefined : value));

async function textOf(output: unknown): Promise<string> {
  const { bytes, media, fileName } = output as { bytes?: Uint8Array; media?: string; fileName?: string };
  if (!bytes) return withoutChoices(output);
  if (media !== 'application/pdf') return `${fileName} ${Buffer.from(bytes).toString('utf8')}`;
  const { text, run } = await readPaper(bytes);
  return `${fileName} ${text} ${run}`;
}

/** What each act that reads is asked: by the month, by the client, by the days, as its fields have it. */
function inputsOf(act: AnyAct): readonly Record<string, unknown>[] {
  const { clientId, relationshipId, placementId } = one;
  const known: Record<string, unknown> = {
    ...{ clientId, relationshipId, placementId, clientIds: [clientId], month, on: '2021-05-05' },
    ...{ from: '2021-05-01', to: '2021-06-01', groupId: Object.values(world.work.groups)[0] },
    ...{ workerId: world.workerId('work-instructor'), service: 'rehabilitative-work', code: world.work.code },
  };
  const described = { organiser: world.work.code, service: 'rehabilitative-work' };
  const counted = ['clients-on-day', 'clients-by-municipality', 'clients-by-age', 'participation-days'];
  const own: Record<string, readonly Record<string, unknown>[]> = {
    searchClients: [{ text: '' }, { text: '040 777 7001' }, { text: 'Kanarialintu' }],
    clientList: [{}, { name: 'Kanarialintu' }],
    computeFigure: counted.map((id) => ({ id, asOf: '2021-05-31', ...described })),
    figureCases: counted.map((id) => ({ id, asOf: '2021-05-31', ...described })),
    describe: [described],
    descriptionPdf: [described],
  };
  const fields = Object.keys((act.input as { shape?: object }).shape ?? {});
  return (
    own[act.name] ?? [Object.fromEntries(fields.flatMap((field) => (field in known ? [[field, known[field]]] : [])))]
  );
}

const asking = allActs.filter(({ kind, method }) => kind === 'ask' || method === 'GET');
const isCounting = ({ may }: AnyAct) => may.kind === 'signed-in' && may.purpose === 'figures';
const ofMoney = allActs.filter(({ path }) => /\/(participation|compensation)/.test(path));

async function askAll(workers: readonly WorkerName[], acts: readonly AnyAct[], language: 'fi' | 'sv') {
  const leaks: string[] = [];
  const answered = new Set<string>();
  for (const asker of workers)
    for (const act of acts)
      for (const input of inputsOf(act)) {
        const text = await perform(world.house(), act, input, { who: world.who(asker), language }).then(
          (output) => {
            answered.add(`${act.name} by ${asker}`);
            return textOf(output);
          },
          (error: unknown) => {
            if (!(error instanceof ProblemError)) throw error;
            return JSON.stringify(error.problem);
          },
        );
        if (asker !== by && place.test(text)) leaks.push(`place: ${act.name} by ${asker}`);
        const works = (atWork as readonly WorkerName[]).includes(asker);
        if (!works && written.test(text)) leaks.push(`words: ${act.name} by ${asker}`);
        if (!works && asker !== 'work-finance' && name.test(text)) leaks.push(`name: ${act.name} by ${asker}`);
        // By which benefit one lives is not finance's to read; who pays is, which the client's own slip explains.
        if (asker === 'work-finance' && /social-assistance/.test(text)) leaks.push(`benefit: ${act.name} by ${asker}`);
      }
  return { leaks, answered };
}

test('nothing of where a protected person lives comes out of the days, in no answer of any act that reads', async () => {
  const counting = asking.filter(isCounting);
  const { leaks, answered } = await askAll(
    [...atWork, ...others],
    asking.filter((act) => !isCounting(act)),
    'fi',
  );
  expect(leaks).toEqual([]);
  expect((await askAll(['work-instructor', 'pori-manager'], counting, 'fi')).leaks).toEqual([]);
  // Each of what comes of the days was answered to whoever pays.
  for (const act of ['participationMonth', 'claimOfMonth', 'stateClaimFile', 'participationSlip', 'compensationMonth'])
    expect([...answered]).toContain(`${act} by work-finance`);
}, 240_000);

test('why the way costs what it does is read, corrected and compared with by officials alone', async () => {
  const { clientId } = one;
  const waysFor = async (who: WorkerName) => (await world.perform(travelOf, { clientId }, who)).ways;
  const [saved] = await waysFor(by);
  const [told] = await waysFor('work-instructor');
  expect([saved?.reason, told?.reason, told?.amount]).toEqual([way.reason, null, 640]);
  expect(told?.version).not.toBe(saved?.version);
  const { rows } = await sql<{ id: string }>`select id from travel_way where client_id = ${clientId}`.execute(db.owner);
  const wayId = rows[0]?.id as string;
  for (const seen of [null, 'x'.repeat(32), told?.version as string]) {
    const correct = { clientId, wayId, ...way, reason: 'Muu', why: 'Koe', seen };
    for (const [act, input] of [
      [recordTravel, { clientId, ...way, reason: 'Muu', seen }],
      [changeTravel, correct],
    ] as const)
      await perform(world.house(), act, input, { who: world.who('work-instructor'), language: 'fi' }).then(
        () => expect.unreachable(),
        (error: unknown) => expect(JSON.stringify((error as ProblemError).problem)).not.toMatch(place),
      );
  }
  expect(await world.refusal(changeTravel, { clientId, wayId, ...way, why: 'Koe' }, 'work-instructor')).toBe(
    'address-protected',
  );
  expect(await world.refusal(takeBackTravel, { clientId, wayId, why: 'Koe' }, 'work-instructor')).toBe(
    'address-protected',
  );
});

test('nor once the month is closed and corrected, in Swedish and in files', async () => {
  const { clientId } = one;
  const told: unknown[] = [];
  told.push(await world.perform(closeMonth, { month: '2021-04' }, 'work-finance'));
  told.push(await world.perform(closeMonth, { month }, 'work-finance'));
  const answer = { clientId, benefit: 'social-assistance' as const, during: { from: '2021-05-05', to: null } };
  told.push(await world.perform(answerPayer, answer, 'work-finance'));
  told.push(await world.perform(settleCorrections, { month }, 'work-finance'));
  expect(JSON.stringify(told)).not.toMatch(place);
  const { leaks, answered } = await askAll(
    [...atWork, ...others],
    ofMoney.filter((act) => asking.includes(act)),
    'sv',
  );
  expect(leaks).toEqual([]);
  expect([...answered]).toContain('compensationStatement by work-finance');
}, 120_000);

test('nor in descriptions as Markdown and JSON, in exported facts, in the trail or in the log', async () => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    const asked = { organiser: world.work.code, service: 'rehabilitative-work' as const, asOf: world.today, language };
    const described = await asApp(
      db.app,
      (tx) => describeServices(tx, { ...asked, knownAt: undefined }, 'operator'),
      world.today,
    );
    if (typeof described === 'string') throw new Error(described);
    const made = descriptionMarkdown(printedDescription(described, language, world.today)) + withoutChoices(described);
    for (const traces of [place, written, name]) expect(made).not.toMatch(traces);
  }
  using folder = temporaryFolder();
  const facts = {
    organiser: world.work.code,
    asOf: world.today,
    knownAt: null,
    folder: folder.path,
    key: new Uint8Array(32).fill(1),
  };
  await asApp(db.app, (tx) => writeFacts(tx as never, facts), world.today);
  const files = readdirSync(folder.path).filter((file) => file.endsWith('.csv'));
  expect(files).toHaveLength(factNames().length);
  for (const file of files)
    for (const traces of [place, written, name])
      expect(readFileSync(join(folder.path, file), 'utf8'), file).not.toMatch(traces);

  const lines: string[] = [];
  const happened: unknown[] = [];
  const app = await server({
    ...{ house: world.house(), acts: allActs, version: 'test', about: 'Tested.', logLevel: 'trace' },
    logTo: { write: (line) => lines.push(line) },
    securityLog: { note: (event) => happened.push(event), close: async () => {} },
  });
  try {
    for (const asker of ['work-finance', 'rauma-finance', 'pori-manager'])
      for (const url of [
        ...[`/api/participation/${month}`, `/api/participation/${month}/state-claim`],
        ...[`/api/participation/${month}/state-claim/file`, `/api/clients/${one.clientId}/participation/${month}/slip`],
        `/api/clients/${one.clientId}/compensation/${month}/statement`,
      ]) {
        const answer = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${asker}` } });
        const headers = JSON.stringify(answer.headers);
        for (const traces of [place, written, name]) expect(headers, `${url} by ${asker}`).not.toMatch(traces);
        if (asker !== 'work-finance') expect([url, answer.statusCode]).not.toEqual([url, 500]);
        else expect([url, answer.statusCode]).toEqual([url, 200]);
      }
  } finally {
    await app.close();
  }
  expect(lines.length).toBeGreaterThan(5);
  for (const traces of [place, written, name]) {
    expect(lines.filter((line) => traces.test(line))).toEqual([]);
    expect(JSON.stringify(happened)).not.toMatch(traces);
  }
  const { rows } = await sql<{
    text: string;
  }>`select concat_ws(' ', act, purpose, detail::text, address) as text from platform_audit`.execute(db.owner);
  expect(rows.length).toBeGreaterThan(50);
  for (const traces of [place, written, name]) expect(rows.filter(({ text }) => traces.test(text))).toEqual([]);
}, 120_000);
