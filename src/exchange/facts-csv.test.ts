import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, temporaryFolder } from '../../tests/database.ts';
import { asApp, figureIn, worldOf } from '../../tests/facts.ts';
import { day } from '../kernel/day.ts';
import { factNames, writeFacts } from './facts-csv.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** What a spreadsheet takes for a formula, by signs of either width. */
const formulas = ['=1+1', '+1', '-1', '@A1', '＝1+1', '＋1', '－1', '＠A1'];

it('facts are written so that anybody can recount, and nobody can tell who is behind them', async () => {
  const world = worldOf(db.owner);
  await world.services(['open-work', 'work-activity']);
  const id = await world.organiser('town');
  for (const service of ['open-work', 'work-activity'] as const) await world.offering(id, service);
  const client = await world.client(id, {
    family_name: 'Salanen',
    given_names: 'Aino',
    birth_on: '1990-05-06',
    municipality_code: null,
  });
  await world.relationship(client, 'open-work', '2021-01-01', '2021-12-01');
  await world.relationship(client, 'work-activity', '2021-01-01');
  await world.relationship(await world.client(id), 'open-work', '2020-01-01', '2021-03-01');
  for (const team of formulas) await world.worker(id, 'coach', { team });
  await world.relationship(await world.client(id), 'open-work', '2021-07-01');

  using folder = temporaryFolder();
  const write = (key: number, name: string) =>
    asApp(db.app, (tx) =>
      writeFacts(tx, {
        organiser: 'town',
        asOf: day('2021-06-17'),
        knownAt: null,
        folder: join(folder.path, name),
        key: new Uint8Array(32).fill(key),
      }),
    );
  const written = await write(1, 'one');
  expect(written?.map(({ file }) => file)).toEqual(factNames().map((name) => `${name.replace('fact_', '')}.csv`));
  const read = (name: string, file: string) => readFileSync(join(folder.path, name, file), 'utf8');

  const [head = '', ...lines] = read('one', 'relationship.csv').trim().split('\n');
  const columns = head.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i], cell])));
  const onDay = rows.filter(
    (row) =>
      (row.during_from as string) <= '2021-06-17' && (row.during_to === '' || (row.during_to as string) > '2021-06-17'),
  );
  expect(new Set(onDay.map((row) => row.person_id)).size).toBe(
    (await figureIn(db.app, 'clients-on-day', { organiser: 'town' })).value,
  );
  // An end that lies after the day is not yet known; what begins later is no fact yet.
  expect(rows).toHaveLength(3);
  expect(rows.map((row) => row.during_to).toSorted()).toEqual(['', '', '2021-03-01']);

  for (const file of readdirSync(join(folder.path, 'one')))
    expect([file, (statSync(join(folder.path, 'one', file)).mode & 0o777).toString(8)]).toEqual([file, '600']);

  for (const formula of formulas) expect(read('one', 'post.csv')).toContain(`,'${formula}`);

  const everything = readdirSync(join(folder.path, 'one'))
    .map((file) => read('one', file))
    .join('\n');
  for (const secret of ['Salanen', 'Aino', '1990-05-06', client.id, client.person])
    expect(everything).not.toContain(secret);
  expect(read('one', 'client.csv')).toContain('1990');

  const { resources } = JSON.parse(read('one', 'datapackage.json')) as {
    resources: { path: string; schema: { fields: { name: string }[] } }[];
  };
  for (const { path, schema } of resources)
    expect(read('one', path).split('\n')[0], path).toBe(schema.fields.map(({ name }) => name).join(','));

  // Another export has other pseudonyms.
  await write(2, 'two');
  expect(read('two', 'relationship.csv')).not.toContain(rows[0]?.person_id as string);
  expect(
    await asApp(db.app, (tx) =>
      writeFacts(tx, {
        organiser: 'nowhere',
        asOf: day('2021-06-17'),
        knownAt: null,
        folder: folder.path,
        key: new Uint8Array(32),
      }),
    ),
  ).toBeNull();
});
