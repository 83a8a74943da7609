import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, ourFolders } from '../src/server/database/migrate.ts';
import { type FreshDatabase, freshDatabase, temporaryFolder } from './database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ empty: true });
});
afterAll(() => database.close());

test('posts of a database from before deciding rights decide on as their roles did', async () => {
  using folder = temporaryFolder();
  const before = { migrations: join(folder.path, 'migrations'), views: join(folder.path, 'views') };
  mkdirSync(before.migrations);
  mkdirSync(before.views);
  for (const name of readdirSync(ourFolders.migrations).filter((one) => one < '0036'))
    copyFileSync(join(ourFolders.migrations, name), join(before.migrations, name));
  await migrate(database.ownerUrl, before);
  const ask = (text: string, values: unknown[] = []) => database.ownerPool.query(text, values);
  const [pori, work] = ['0190a3c5-0000-7000-8000-000000000001', '0190a3c5-0000-7000-8000-000000000002'];
  for (const [place, service] of ['open-work', 'work-activity', 'rehabilitative-work'].entries())
    await ask('insert into organiser_service (code, name_fi, name_sv, name_en, place) values ($1, $1, $1, $1, $2)', [
      service,
      place,
    ]);
  for (const id of [pori, work])
    await ask(
      `insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
       values ($1::uuid, right($1::text, 4), 'municipality', 'K', 'K', 'K', '2010-01-01', '[2010-01-01,)')`,
      [id],
    );
  for (const [id, service] of [
    [pori, 'open-work'],
    [pori, 'work-activity'],
    [work, 'rehabilitative-work'],
  ])
    await ask(
      `insert into organiser_offering (organiser_id, service, provision_mode, during) values ($1, $2, 'own', '[2010-01-01,)')`,
      [id, service],
    );
  for (const [id, role] of [
    [pori, 'social-worker'],
    [pori, 'coach'],
    [work, 'social-worker'],
    [work, 'rehabilitative-instructor'],
  ] as const)
    await ask(
      `with w as (insert into worker_worker (organiser_id, family_name, given_name) values ($1, 'Viran', 'Haltija') returning id)
       insert into worker_post (worker_id, organiser_id, role, during) select w.id, $1, $2, '[2015-01-01,)' from w`,
      [id, role],
    );
  await migrate(database.ownerUrl);
  const { rows } = await ask(
    `select p.role, array_agg(d.service order by d.service) as services, bool_and(d.during = p.during) as whole
     from worker_post p join worker_deciding_right d on d.post_id = p.id group by p.id, p.role, p.organiser_id order by p.role, p.organiser_id`,
  );
  expect(rows).toEqual([
    { role: 'rehabilitative-instructor', services: ['rehabilitative-work'], whole: true },
    { role: 'social-worker', services: ['open-work', 'work-activity'], whole: true },
    { role: 'social-worker', services: ['rehabilitative-work'], whole: true },
  ]);
  expect((await ask('select count(*)::int as n from worker_post_history')).rows).toEqual([{ n: 0 }]);
});
