import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { workplace } from '../../screens/workplaces/board.ts';
import { addEmployer, addWorkplace, changeEmployer, changeWorkplace, employers, endWorkplace } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const shop = {
  name: 'Itätullin Lähikauppa',
  businessCode: '0737546-2',
  sector: 'private' as const,
  workplace: {
    name: 'Lähikauppa Itätulli',
    tasks: 'hyllytys, kärryt',
    contactName: 'Mattila Kari',
    municipalityCode: '609',
  },
};

const namesFor = async (worker: 'pori-coach' | 'rauma-coach') =>
  (await world.perform(employers, {}, worker)).employers.map(({ name }) => name);

describe('employers', () => {
  test('have no workplace in a municipality that has ceased', async () => {
    await sql`insert into organiser_municipality (code, name_fi, name_sv) values ('413', 'Lavia', 'Lavia')`.execute(
      db.owner,
    );
    const inLavia = { ...named('Lavian Saha'), workplace: { name: 'Saha', municipalityCode: '413' } };
    expect(await world.refusal(addEmployer, inLavia, 'pori-coach')).toBe('municipality-ceased');
    const { employerId, workplaceId } = await world.perform(addEmployer, named('Lavian Saha'), 'pori-coach');
    const hall = { employerId, name: 'Halli', municipalityCode: '413' };
    expect(await world.refusal(addWorkplace, hall, 'pori-coach')).toBe('municipality-ceased');
    const moved = { workplaceId, name: 'Saha', municipalityCode: '413' };
    expect(await world.refusal(changeWorkplace, moved, 'pori-coach')).toBe('municipality-ceased');
    // It is not offered either, also where the area still has it; the one in which a workplace stands is, though it left the area.
    await sql`insert into organiser_area (organiser_id, municipality_code, during) values (${world.pori.id}, '413', '[2010-01-01,)')`.execute(
      db.owner,
    );
    const offered = async () =>
      (await world.perform(workplace, { workplaceId }, 'pori-coach')).municipalities.map(({ code }) => code);
    expect(await offered()).not.toContain('413');
    await sql`update employer_workplace set municipality_code = '413' where id = ${workplaceId}`.execute(db.owner);
    expect(await offered()).toContain('413');
  });

  test('are added with a first workplace, and get more', async () => {
    const { employerId } = await world.perform(addEmployer, shop, 'pori-coach');
    await world.perform(addWorkplace, { employerId, name: 'Lähikauppa Mikkola' }, 'pori-coach');
    const [employer] = (await world.perform(employers, {}, 'pori-coach')).employers;
    expect(employer).toMatchObject({ name: shop.name, businessCode: '0737546-2', sector: 'private' });
    expect(employer?.workplaces.map(({ name, municipality }) => [name, municipality])).toEqual([
      ['Lähikauppa Itätulli', 'Pori'],
      ['Lähikauppa Mikkola', null],
    ]);
  });

  test('are each organiser’s own: another one neither sees nor changes them, and may use the same name', async () => {
    const { employerId, workplaceId } = await world.perform(addEmployer, named('Porin Kukkatukku'), 'pori-coach');
    expect(await namesFor('rauma-coach')).not.toContain('Porin Kukkatukku');
    const change = { employerId, name: 'Toinen', sector: 'other' as const };
    expect(await world.refusal(changeEmployer, change, 'rauma-coach')).toBe('no-such-employer');
    expect(await world.refusal(addWorkplace, { employerId, name: 'Toinen' }, 'rauma-coach')).toBe('no-such-employer');
    expect(await world.refusal(changeWorkplace, { workplaceId, name: 'Toinen' }, 'rauma-coach')).toBe(
      'no-such-workplace',
    );
    await world.perform(addEmployer, named('Porin Kukkatukku'), 'rauma-coach');
  });

  test('have one name once', async () => {
    await world.perform(addEmployer, named('Kotileipomo'), 'pori-coach');
    expect(await world.refusal(addEmployer, named('Kotileipomo'), 'pori-coach')).toBe('employer-name-taken');
    expect(await world.refusal(addEmployer, named('Toinen leipomo', 'Kotileipomo, piste'), 'pori-coach')).toBe(
      'workplace-name-taken',
    );
  });

  test('need a right business code where they have one, and a municipality that there is', async () => {
    expect(await world.refusal(addEmployer, { ...shop, businessCode: '0737546-1' }, 'pori-coach')).toBe(
      'business-code-wrong',
    );
    const nowhere = { ...named('Muualla'), workplace: { name: 'Muualla, piste', municipalityCode: '999' } };
    expect(await world.refusal(addEmployer, nowhere, 'pori-coach')).toBe('no-such-municipality');
  });
});

describe('an employer', () => {
  test('changes its name and sector, and loses a business code that was wrong; another organiser’s is not there', async () => {
    const { employerId } = await world.perform(addEmployer, named('Rautakauppa'), 'pori-coach');
    const changed = { employerId, name: 'Rautakauppa Salo', sector: 'association' as const, businessCode: '' };
    await world.perform(changeEmployer, changed, 'pori-coach');
    const one = (await world.perform(employers, {}, 'pori-coach')).employers.find(({ id }) => id === employerId);
    expect(one).toMatchObject({ name: 'Rautakauppa Salo', sector: 'association', businessCode: null });
    expect(await world.refusal(changeEmployer, changed, 'rauma-coach')).toBe('no-such-employer');
    expect(await world.refusal(changeEmployer, { ...changed, businessCode: '0737546-1' }, 'pori-coach')).toBe(
      'business-code-wrong',
    );
  });
});

describe('a workplace', () => {
  test('changes its contact person, and ends', async () => {
    const { workplaceId } = await world.perform(addEmployer, named('Satametalli'), 'pori-coach');
    await world.perform(
      changeWorkplace,
      { workplaceId, name: 'Pakkaamo', contactName: 'Säkylä Örjan', contactPhone: '010 763 0001' },
      'pori-coach',
    );
    const matches = async () =>
      (await world.perform(employers, {}, 'pori-coach')).employers.flatMap(({ workplaces }) => workplaces);
    expect((await matches()).find(({ id }) => id === workplaceId)).toMatchObject({
      name: 'Pakkaamo',
      contactName: 'Säkylä Örjan',
    });
    expect(await world.refusal(endWorkplace, { workplaceId, on: world.today }, 'pori-coach')).toBe(
      'ends-before-begins',
    );
    await world.perform(endWorkplace, { workplaceId, on: '2021-06-18' }, 'pori-coach');
    expect((await matches()).map(({ id }) => id)).toContain(workplaceId);
  });
});

function named(name: string, workplace = `${name}, piste`) {
  return { name, sector: 'private' as const, workplace: { name: workplace } };
}
