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

const id = (n: number) => `0190a3c5-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [organiser, worker, client, offering, relationship, placement, unit, group, employer] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
].map(id);

test('what stood outside of what it points to is mended by the migration, and its old version is kept', async () => {
  using folder = temporaryFolder();
  const before = { migrations: join(folder.path, 'migrations'), views: join(folder.path, 'views') };
  mkdirSync(before.migrations);
  mkdirSync(before.views);
  for (const name of readdirSync(ourFolders.migrations).filter((one) => one < '0085'))
    copyFileSync(join(ourFolders.migrations, name), join(before.migrations, name));
  await migrate(database.ownerUrl, before);
  await database.ownerPool.query(`
    insert into organiser_service (code, name_fi, name_sv, name_en, place) values ('open-work', 'a', 'a', 'a', 1);
    insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
      values ('${organiser}', 'pori', 'municipality', 'K', 'K', 'K', '2010-01-01', '[2010-01-01,)');
    insert into organiser_offering (id, organiser_id, service, provision_mode, during)
      values ('${offering}', '${organiser}', 'open-work', 'own', '[2010-01-01,)');
    insert into organiser_municipality (code, name_fi, name_sv) values ('609', 'Pori', 'Björneborg');
    insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
      values ('${unit}', '${organiser}', 'Keskus', 'activity-centre', '609', '[2010-01-01,2021-01-01)');
    insert into organiser_group (id, organiser_id, unit_id, service, name, weekdays, halves, during)
      values ('${group}', '${organiser}', '${unit}', 'open-work', 'Ryhmä', '{1}', '{am}', '[2010-01-01,2020-01-01)');
    insert into worker_worker (id, organiser_id, family_name, given_name) values ('${worker}', '${organiser}', 'Viran', 'Haltija');
    insert into worker_post (worker_id, organiser_id, role, unit_id, during) values ('${worker}', '${organiser}', 'instructor', '${unit}', '[2010-01-01,)');
    insert into worker_group_lead (organiser_id, group_id, worker_id, during)
      values ('${organiser}', '${group}', '${worker}', '[2010-01-01,)');
    insert into employer_employer (id, organiser_id, name, sector, during) values ('${employer}', '${organiser}', 'Kauppa', 'private', '[2015-01-01,)');
    insert into employer_workplace (organiser_id, employer_id, name, during) values ('${organiser}', '${employer}', 'Piste', '[2014-01-01,)');
    insert into client_client (id, organiser_id, family_name, given_names) values ('${client}', '${organiser}', 'Mallinen', 'Maija');
    insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
      values ('${relationship}', '${organiser}', '${client}', 'open-work', '${offering}', '[2021-01-01,2021-05-01)');
    insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, workplace_id, during)
      select '${placement}', '${organiser}', '${client}', '${relationship}', 'open-work', null, w.id, '[2021-01-01,2021-04-01)' from employer_workplace w;
    insert into placement_agreement (organiser_id, client_id, placement_id, tasks, hours, during)
      values ('${organiser}', '${client}', '${placement}', 't', 'h', '[2021-01-01,2021-06-01)'),
        ('${organiser}', '${client}', '${placement}', 't', 'h', '[2021-06-01,2022-06-01)');
    insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on)
      values ('${organiser}', '${client}', '${relationship}', '${worker}', 'call', '2021-04-30'),
        ('${organiser}', '${client}', '${relationship}', '${worker}', 'call', '2021-05-01');
    insert into coaching_appointment (organiser_id, client_id, relationship_id, worker_id, kind, due_on)
      values ('${organiser}', '${client}', '${relationship}', '${worker}', 'call', '2021-05-10');
    insert into exit_exit (organiser_id, client_id, relationship_id, ended_on, reason, destination)
      values ('${organiser}', '${client}', '${relationship}', '2021-06-01', 'studies', 'studies');
  `);
  await migrate(database.ownerUrl);
  const rows = async (text: string) => (await database.ownerPool.query({ text, rowMode: 'array' })).rows;
  expect(await rows('select during::text, agreed_until_on from agreement_agreement')).toEqual([
    ['[2021-01-01,2021-04-01)', '2021-06-01'],
  ]);
  expect(await rows('select during::text from agreement_agreement_history order by 1')).toEqual([
    ['[2021-01-01,2021-06-01)'],
    ['[2021-06-01,2022-06-01)'],
  ]);
  expect(await rows('select held_on, outside_service from coaching_contact order by 1')).toEqual([
    ['2021-04-30', false],
    ['2021-05-01', true],
  ]);
  expect(await rows('select outcome, waits from coaching_appointment')).toEqual([['cancelled', null]]);
  expect(await rows('select ended_on, last_day::text from exit_exit')).toEqual([
    ['2021-05-01', '[2021-04-30,2021-05-01)'],
  ]);
  expect(await rows('select ended_on from exit_exit_history')).toEqual([['2021-06-01']]);
  expect(await rows('select during::text from worker_group_lead')).toEqual([['[2010-01-01,2020-01-01)']]);
  expect(await rows('select unit_id from worker_post union all select unit_id from worker_post_history')).toEqual([
    [null],
    [unit],
  ]);
  expect(await rows('select during::text from employer_employer')).toEqual([['[2014-01-01,)']]);
});
