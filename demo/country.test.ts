import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../tests/database.ts';
import { type Country, loadCountry } from './country.ts';

let database: FreshDatabase;
let country: Country;

beforeAll(async () => {
  database = await freshDatabase();
  country = await loadCountry(database.ownerUrl, { organisers: 3, clients: 2100, weeks: 3 });
}, 120_000);
afterAll(() => database.close());

const all = async (text: string, values: unknown[] = []) => (await database.ownerPool.query(text, values)).rows;

describe('the country for measuring', () => {
  test('has as many organisers and persons as it says, and the marks of all', async () => {
    const [row] = await all(
      `select (select count(*)::int from organiser_organiser where code like 'satakunta-county%') as organisers,
        (select count(*)::int from client_client) as clients, (select count(*)::int from attendance_mark) as marks,
        (select count(*)::int from compensation_line) as lines`,
    );
    expect(row).toEqual({ organisers: 3, clients: 2100, marks: country.marks, lines: country.lines });
    expect(country).toMatchObject({ organisers: 3, clients: 2100 });
    expect(country.marks).toBeGreaterThan(5000);
  });

  test('keeps every key: nothing of one organiser refers to what is not there or is of another', async () => {
    const keys = await all(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent, conperiod as period,
         array(select attname::text from unnest(conkey) with ordinality k (number, place) join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns,
         array(select attname::text from unnest(confkey) with ordinality k (number, place) join pg_attribute on attrelid = confrelid and attnum = number order by place) as parents
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(100);
    const broken = [];
    for (const { child, parent, period, columns, parents } of keys) {
      const plain = period ? columns.slice(0, -1) : columns;
      const [row] = await all(
        `select count(*)::int as n from ${child} c where ${plain.map((name: string) => `c.${name} is not null`).join(' and ')}
         and not exists (select from ${parent} p where ${plain.map((name: string, n: number) => `p.${parents[n]} = c.${name}`).join(' and ')})`,
      );
      if (row.n > 0) broken.push(`${child} (${columns}): ${row.n}`);
    }
    expect(broken).toEqual([]);
  });

  test('keeps its triggers, keys and indexes in force', async () => {
    expect(await all(`select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`)).toEqual([]);
    await expect(
      all(`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, meal)
        select organiser_id, client_id, placement_id, held_on, kind, meal from attendance_mark limit 1`),
    ).rejects.toThrow(/attendance_mark/);
  });
});
