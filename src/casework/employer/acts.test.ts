import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { addDays } from '../../kernel/day.ts';
import { workplace, workplaceBoard } from '../../screens/workplaces/board.ts';
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
    const { workplaces } = await world.perform(workplaceBoard, { text: shop.name }, 'pori-coach');
    expect(workplaces.map(({ name, municipality }) => [name, municipality])).toEqual([
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
    expect((await world.perform(workplace, { workplaceId }, 'pori-coach')).workplace).toMatchObject({
      name: 'Pakkaamo',
      contactName: 'Säkylä Örjan',
    });
    const listed = async () => (await world.perform(workplaceBoard, {}, 'pori-coach')).workplaces;
    expect(await world.refusal(endWorkplace, { workplaceId, on: world.today }, 'pori-coach')).toBe(
      'ends-before-begins',
    );
    await world.perform(endWorkplace, { workplaceId, on: '2021-06-18' }, 'pori-coach');
    expect((await listed()).map(({ id }) => id)).toContain(workplaceId);
  });
});

describe('a list of many', () => {
  test('is offered a hundred at once, and told how many there are; the others are found by name, and whom one may be by name or code', async () => {
    const before = (await world.perform(employers, {}, 'pori-coach')).total;
    const from = addDays(world.today, -10);
    await sql`with added as (insert into employer_employer (organiser_id, name, sector, during)
        select ${world.pori.id}, 'Ketju ' || n || ' Oy', 'private', daterange(${from}::date, null) from generate_series(1, 120) n returning id, name)
      insert into employer_workplace (organiser_id, employer_id, name, contact_name, during)
        select ${world.pori.id}, id, name || ', piste', 'Ketjunen Kaisa', daterange(${from}::date, null) from added`.execute(
      db.owner,
    );
    const all = await world.perform(employers, {}, 'pori-coach');
    expect([all.employers.length, all.total]).toEqual([100, before + 120]);
    const matches = await world.perform(employers, { text: 'ketju 77' }, 'pori-coach');
    expect(matches.employers.map(({ name }) => name)).toEqual(['Ketju 77 Oy']);
    expect(matches.total).toBe(1);
    const like = async (likeName: string, likeCode?: string) =>
      (await world.perform(employers, { likeName, ...(likeCode ? { likeCode } : {}) }, 'pori-coach')).employers.map(
        ({ name }) => name,
      );
    expect(await like('Oy KETJU-77 Ab')).toEqual(['Ketju 77 Oy']);
    expect(await like('Muu', '0737546-2')).toEqual([shop.name]);
    expect(await like('')).toEqual([]);
  });

  test('of workplaces too: the first by name, those that a text finds, and counts of all', async () => {
    const whole = await world.perform(workplaceBoard, { limit: 5000 }, 'pori-coach');
    expect(whole.workplaces.length).toBe(whole.counts.all);
    expect(whole.counts.all).toBeGreaterThan(120);
    expect(whole.counts.empty).toBe(whole.counts.all);
    const part = await world.perform(workplaceBoard, { limit: 7 }, 'pori-coach');
    expect(part).toMatchObject({ total: whole.total, counts: whole.counts });
    expect(part.workplaces).toEqual(whole.workplaces.slice(0, 7));
    const matches = await world.perform(workplaceBoard, { text: 'KAISA ketjunen', limit: 7 }, 'pori-coach');
    expect([matches.workplaces.length, matches.total, matches.counts]).toEqual([7, 120, whole.counts]);
    const none = await world.perform(workplaceBoard, { text: 'ei ole', show: 'empty' }, 'pori-coach');
    expect([none.workplaces, none.total]).toEqual([[], 0]);
  });
});

function named(name: string, workplace = `${name}, piste`) {
  return { name, sector: 'private' as const, workplace: { name: workplace } };
}
