/** What the successor has by the same name is the same only where it is of the same kind: what else there is of that name stays apart. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { carryOverClients } from '../src/casework/carrying/acts.ts';
import { day } from '../src/kernel/day.ts';
import { newId } from '../src/server/id.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

const newYear = day('2023-01-01');
const by = 'pori-administrator';
let db: FreshDatabase;
let world: World;
let countyId: string;
let successionId: string;
let clientId: string;
let employerId: string;
let workplaceId: string;
beforeEach(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  [countyId, successionId] = [newId(), newId()];
  await sql`insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (${countyId}, 'satakunta-hva', 'wellbeing-services-county', 'Satakunnan hyvinvointialue', 'Satakunta välfärdsområde',
      'Wellbeing services county of Satakunta', '2023-01-01', '[2022-03-01,)')`.execute(db.owner);
  ({ employerId, workplaceId } = await partAtWorkplace(world, 'Toivo'));
  ({ clientId } = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Avoin' }));
  await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Keskus' });
  await sql`insert into organiser_succession (id, predecessor_id, successor_id, from_on) values (${successionId}, ${world.pori.id}, ${countyId}, '2023-01-01')`.execute(
    db.owner,
  );
  return () => db.close();
});

const carry = () => world.perform(carryOverClients, { successionId }, by, newYear);

const inCounty = async (table: string) =>
  (
    await sql<{
      name: string;
    }>`select name from ${sql.table(table)} where organiser_id = ${countyId} order by name`.execute(db.owner)
  ).rows.map(({ name }) => name);

/** An employer of the county with one workplace. */
async function ofCounty(name: string, sector: string, code: string | null = null, workplace = `${name}, varasto`) {
  const id = newId();
  await sql`insert into employer_employer (id, organiser_id, name, sector, business_code, during) values (${id}, ${countyId}, ${name}, ${sector}, ${code}, '[2022-03-01,)')`.execute(
    db.owner,
  );
  await sql`insert into employer_workplace (organiser_id, employer_id, name, during) values (${countyId}, ${id}, ${workplace}, '[2022-03-01,)')`.execute(
    db.owner,
  );
  return id;
}

/** Where the client works under the county. */
async function placeInCounty() {
  const { rows } = await sql<{ place: string; employer: string; id: string }>`
    select w.name as place, e.name as employer, e.id from placement_placement p
    join employer_workplace w on w.id = p.workplace_id join employer_employer e on e.id = w.employer_id where p.organiser_id = ${countyId}`.execute(
    db.owner,
  );
  return rows[0];
}

/** Lets the client be in rehabilitative work at an association's workplace. */
async function rehabilitating(code: string | null = null) {
  const offering = newId();
  await sql`update employer_employer set sector = 'association', business_code = ${code} where id = ${employerId}`.execute(
    db.owner,
  );
  await sql`insert into organiser_offering (id, organiser_id, service, provision_mode, during) values (${offering}, ${world.pori.id}, 'rehabilitative-work', 'own', '[2020-01-01,)')`.execute(
    db.owner,
  );
  const relationshipId = newId();
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${world.pori.id}, ${clientId}, 'rehabilitative-work', ${offering}, '[2022-10-01,2023-06-01)')`.execute(
    db.owner,
  );
  await sql`insert into placement_placement (organiser_id, client_id, relationship_id, service, workplace_id, hours_a_day, during)
    values (${world.pori.id}, ${clientId}, ${relationshipId}, 'rehabilitative-work', ${workplaceId}, 5, '[2022-10-01,2023-06-01)')`.execute(
    db.owner,
  );
}

test('an employer of another sector stays apart, also where rehabilitative work is done there', async () => {
  await rehabilitating();
  await ofCounty('TOIVO', 'private');
  await carry();
  expect(await inCounty('employer_employer')).toEqual(['TOIVO', 'Toivo (Porin perusturva)']);
  expect(await placeInCounty()).toMatchObject({ employer: 'Toivo (Porin perusturva)', place: 'Toivo, piste' });
});

test('an employer of the same name in other letters and of the same sector is the same', async () => {
  const id = await ofCounty('TOIVO', 'private', null, 'toivo, PISTE');
  await carry();
  expect(await inCounty('employer_employer')).toEqual(['TOIVO']);
  expect(await placeInCounty()).toEqual({ employer: 'TOIVO', place: 'toivo, PISTE', id });
});

test('an employer of the same code is the same under another name, and one of another code is not under the same', async () => {
  const coded = (code: string) =>
    sql`update employer_employer set business_code = ${code} where id = ${employerId}`.execute(db.owner);
  await coded('1234567-1');
  const id = await ofCounty('Toivo työhönvalmennus', 'private', '1234567-1');
  await ofCounty('Toivo', 'private', '7654321-9', 'Toivo, piste');
  await carry();
  expect(await inCounty('employer_employer')).toEqual(['Toivo', 'Toivo työhönvalmennus']);
  // A workplace of that name is another employer's there.
  expect(await placeInCounty()).toEqual({
    employer: 'Toivo työhönvalmennus',
    place: 'Toivo, piste (Porin perusturva)',
    id,
  });
});

test('an employer that the successor has as a company by its code takes no rehabilitative work over, and is named', async () => {
  await rehabilitating('1234567-1');
  await ofCounty('Toivo Oy', 'private', '1234567-1');
  const refused = await world.problem(carryOverClients, { successionId }, by, newYear);
  expect(refused).toMatchObject({ status: 409, detail: 'Toivo Oy' });
  expect(refused.title).toContain('yritykseltä');
});

test('a unit elsewhere or of another provider, and a group of another service, stay apart', async () => {
  const [elsewhere, providerId] = [newId(), newId()];
  const { rows } = await sql<{
    name: string;
    municipality: string;
  }>`select name, municipality_code as municipality from organiser_unit where id = ${world.pori.unitId}`.execute(
    db.owner,
  );
  const { name, municipality } = rows[0] as { name: string; municipality: string };
  await sql`insert into organiser_provider (id, name, kind) values (${providerId}, 'Paja Oy', 'company')`.execute(
    db.owner,
  );
  await sql`insert into organiser_unit (id, organiser_id, provider_id, name, kind, municipality_code, during)
    values (${elsewhere}, ${countyId}, ${providerId}, ${name.toUpperCase()}, 'activity-centre', ${municipality}, '[2022-03-01,)')`.execute(
    db.owner,
  );
  await carry();
  expect(await inCounty('organiser_unit')).toEqual([name.toUpperCase(), `${name} (Porin perusturva)`].toSorted());
});

test('a group of another service in the same unit stays apart', async () => {
  const unit = newId();
  await sql`insert into organiser_unit (id, organiser_id, provider_id, name, kind, municipality_code, during)
    select ${unit}, ${countyId}, provider_id, upper(name), kind, municipality_code, '[2022-03-01,)' from organiser_unit where id = ${world.pori.unitId}`.execute(
    db.owner,
  );
  await sql`insert into organiser_group (organiser_id, unit_id, service, name, during) values (${countyId}, ${unit}, 'day-activity', 'Work-Activity', '[2022-03-01,)')`.execute(
    db.owner,
  );
  await carry();
  expect(await inCounty('organiser_group')).toContain('work-activity (Porin perusturva)');
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from placement_placement p join organiser_group g on g.id = p.group_id
    where p.organiser_id = ${countyId} and g.service <> p.service`.execute(db.owner);
  expect(rows[0]?.n).toBe(0);
});
