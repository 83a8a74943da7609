import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkplaceBy, begunIn, mornings, placingAt, slotsOf } from '../../../tests/begun.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { inRehabilitation } from '../../../tests/rehabilitating.ts';
import { takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { addDays, day } from '../../kernel/day.ts';
import { clientPage } from '../../screens/client/board.ts';
import { newId } from '../../server/id.ts';
import { changePlacement, correctPlacementEnd, placements, takeBackPlacement } from '../agreement/acts.ts';
import { changeClient } from '../client/acts.ts';
import { addEmployer, changeEmployer, endWorkplace } from '../employer/acts.ts';
import { addGroup } from '../organiser/acts.ts';
import { endPlacement, endPlacementsOf, place, placementChoices } from './acts.ts';
import { placementsOn } from './reads.ts';

let db: FreshDatabase;
let world: World;
let shop: string;
let company: string;
let association: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  shop = await addWorkplaceBy(world, 'pori-coach', { name: 'Lähikauppa', sector: 'private' });
  company = await addWorkplaceBy(world, 'work-instructor', { name: 'Satametalli', sector: 'private' });
  association = await addWorkplaceBy(world, 'work-instructor', { name: 'Toivo', sector: 'association' });
});
afterAll(() => db.close());

const begun = (input?: Parameters<typeof begunIn>[1]) => begunIn(world, input);
const inShop = (whose: { clientId: string; relationshipId: string }, more?: object) => placingAt(shop, whose, more);

const of = async (clientId: string) => world.perform(placements, { clientId }, 'pori-coach');

describe('a meal', () => {
  const by = 'pori-social-worker';

  test('is charged at no place on which the decision gives no ground for it, and is told of where the ground was lost', async () => {
    const child = { birthOn: '2006-01-01' };
    const part = { service: 'work-activity', group: 'work-activity' } as const;
    const whose = await takingPart(world, { ...part, familyName: 'Ateriaton' });
    await world.perform(changeClient, { clientId: whose.clientId, ...child }, by);
    const { clientId, placementId } = whose;
    const meal = { clientId, placementId, slots: mornings, meal: true, from: '2021-03-08' };
    const refused = await world.problem(changePlacement, meal, by);
    expect(refused.errors?.[0]).toMatchObject({ field: 'meal' });
    expect(JSON.stringify(refused)).toContain('734/1992');
    const charged = await takingPart(world, { ...part, familyName: 'Ateriallinen', meal: true });
    const lost = async () =>
      (await world.perform(clientPage, { clientId: charged.clientId }, by)).placements[0]?.mealLost;
    expect(await lost()).toBeNull();
    await world.perform(changeClient, { clientId: charged.clientId, ...child }, by);
    expect(await lost()).toMatchObject({ from: '2021-03-01' });
  });
});

describe('placing a client', () => {
  test('at a workplace keeps where, when and how long', async () => {
    const whose = await begun();
    await world.perform(place, inShop(whose), 'pori-coach');
    const [placed] = (await of(whose.clientId)).placements;
    expect(placed).toMatchObject({
      place: 'Lähikauppa, piste',
      employer: 'Lähikauppa',
      slots: mornings,
      startsAt: '09:00',
      hoursADay: 4,
      during: { from: '2021-05-18', to: null },
    });
  });

  test('in a centre beside open work is possible on other half-days, and refused on the same with its name', async () => {
    const whose = await begun();
    await world.perform(place, inShop(whose), 'pori-coach');
    const relationshipId = newId();
    await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
      values (${relationshipId}, ${world.pori.id}, ${whose.clientId}, 'work-activity', ${world.pori.offerings['work-activity']}, '[2021-05-18,)')`.execute(
      db.owner,
    );
    const centre = {
      clientId: whose.clientId,
      relationshipId,
      groupId: world.pori.groups['work-activity'],
      from: '2021-05-20',
    };
    const problem = await world.problem(place, { ...centre, slots: slotsOf([2, 'am'], [3, 'am']) }, 'pori-coach');
    expect(problem).toMatchObject({ status: 409, detail: 'keskiviikko aamupäivä: Lähikauppa, piste' });
    expect(problem.errors?.[0]?.field).toBe('slots');
    const { placementId } = await world.perform(
      place,
      { ...centre, slots: slotsOf([2, 'am'], [3, 'pm']), meal: true },
      'pori-coach',
    );
    expect((await of(whose.clientId)).placements.find(({ id }) => id === placementId)?.meal).toBe(true);
  });

  test('stays within the relationship, and ends with it when no end is told', async () => {
    const whose = await begun({ from: '2021-05-18', to: '2021-12-01' });
    expect(await world.refusal(place, inShop(whose, { from: '2021-05-17' }), 'pori-coach')).toBe(
      'outside-relationship',
    );
    expect(await world.refusal(place, inShop(whose, { to: '2021-12-02' }), 'pori-coach')).toBe('outside-relationship');
    await world.perform(place, inShop(whose), 'pori-coach');
    expect((await of(whose.clientId)).placements[0]?.during.to).toBe('2021-12-01');
  });

  test('is in one place that serves the relationship', async () => {
    const whose = await begun();
    const refused = (more: object) => world.refusal(place, inShop(whose, more), 'pori-coach');
    expect(await refused({ workplaceId: null })).toBe('where-is-missing');
    expect(await refused({ groupId: world.pori.groups['work-activity'] })).toBe('where-is-missing');
    expect(await refused({ workplaceId: null, groupId: world.pori.groups['work-activity'] })).toBe(
      'group-of-other-service',
    );
    expect(await refused({ workplaceId: newId() })).toBe('workplace-not-in-use');
    expect(await refused({ workplaceId: association })).toBe('workplace-not-in-use');
    expect(await refused({ relationshipId: newId() })).toBe('no-such-relationship');
    expect(await refused({ startsAt: '13:00', endsAt: '09:00' })).toBe('ends-before-starts');
    expect(await refused({ from: '2021-06-01', to: '2021-06-01' })).toBe('outside-relationship');
  });

  test('in a full group is done, with a warning', async () => {
    const groupId = newId();
    await sql`insert into organiser_group (id, organiser_id, unit_id, service, name, capacity, during)
      values (${groupId}, ${world.pori.id}, ${world.pori.unitId}, 'work-activity', 'Pieni', 1, '[2010-01-01,)')`.execute(
      db.owner,
    );
    const one = async () => {
      const whose = await begun({ service: 'work-activity' });
      const input = { ...whose, groupId, slots: mornings, from: '2021-06-01' };
      return (await world.perform(place, input, 'pori-social-worker')).groupFull;
    };
    expect(await one()).toBe(false);
    expect(await one()).toBe(true);
  });

  test('in a group follows when the group is open, and for how long it is there', async () => {
    const { groupId } = await world.perform(
      addGroup,
      {
        name: 'Alkuviikko',
        unitId: world.pori.unitId,
        service: 'work-activity',
        capacity: null,
        leadRotationMonths: null,
        weekdays: [1, 2],
        halves: ['am'],
        meal: true,
        during: { from: '2021-06-01', to: '2021-12-01' },
      },
      'pori-manager',
      day('2021-06-01'),
    );
    const whose = await begun({ service: 'work-activity' });
    const input = { ...whose, groupId, slots: slotsOf([1, 'am'], [2, 'am']), from: '2021-06-17', to: '2021-09-01' };
    const refused = (more: object) => world.problem(place, { ...input, ...more }, 'pori-social-worker');
    const { detail } = await refused({ slots: slotsOf([2, 'am'], [2, 'pm'], [3, 'am']) });
    expect(detail).toBe('tiistai iltapäivä, keskiviikko aamupäivä');
    expect((await refused({ to: null })).title).toBe(
      'Ryhmä ei ole toiminnassa koko sitä aikaa, jolle paikka järjestetään',
    );
    const { placementId } = await world.perform(place, input, 'pori-social-worker');
    const change = { clientId: whose.clientId, placementId, slots: slotsOf([4, 'am']), from: '2021-07-01' };
    expect(await world.refusal(changePlacement, change, 'pori-social-worker')).toBe('group-closed-then');
    const choices = await world.perform(placementChoices, whose, 'pori-social-worker');
    expect(choices.groups.find(({ id }) => id === groupId)?.meal).toBe(true);
  });

  test('offers a hundred workplaces at once, tells how many there are, and finds the others by name', async () => {
    const whose = await begun();
    const before = (await world.perform(placementChoices, whose, 'pori-coach')).workplacesInAll;
    await sql`with added as (insert into employer_employer (organiser_id, name, sector, during)
        select ${world.pori.id}, 'Ketju ' || n, 'private', '[2021-01-01,)' from generate_series(1, 120) n returning id, name)
      insert into employer_workplace (organiser_id, employer_id, name, contact_name, during)
        select ${world.pori.id}, id, 'Piste ' || name, 'Ketjunen Kaisa', '[2021-01-01,)' from added`.execute(db.owner);
    const all = await world.perform(placementChoices, whose, 'pori-coach');
    expect([all.workplaces.length, all.workplacesInAll]).toEqual([100, before + 120]);
    const matches = await world.perform(placementChoices, { ...whose, text: 'ketju 77' }, 'pori-coach');
    expect(matches.workplaces.map(({ name }) => name)).toEqual(['Piste Ketju 77']);
    // A contact person is no name of a place.
    expect((await world.perform(placementChoices, { ...whose, text: 'Kaisa' }, 'pori-coach')).workplaces).toEqual([]);
  });

  test('in rehabilitative work follows the law’s week, and is not at companies', async () => {
    const whose = await begun({ organiser: 'work' });
    const input = { ...whose, workplaceId: association, slots: mornings, hoursADay: 4, from: '2021-06-17' };
    const refused = (more: object) => world.refusal(place, { ...input, ...more }, 'work-social-worker');
    expect(await refused({ hoursADay: 3 })).toBe('too-short-day');
    expect(await refused({ slots: slotsOf(...([1, 2, 3, 4, 5] as const).map((d) => [d, 'am'] as const)) })).toBe(
      'too-many-days',
    );
    expect(await refused({ workplaceId: company })).toBe('not-at-companies');
    await world.perform(place, input, 'work-social-worker');
  });

  test('is offered groups of the service with room, workplaces, and what is claimed', async () => {
    const whose = await begun({ service: 'work-activity' });
    const input = { ...whose, groupId: world.pori.groups['work-activity-2'], slots: mornings, from: '2021-06-01' };
    await world.perform(place, input, 'pori-social-worker');
    const choices = await world.perform(placementChoices, whose, 'pori-social-worker');
    expect(choices.groups.find(({ name }) => name === 'work-activity-2')).toMatchObject({ taken: 1, capacity: 20 });
    expect(choices.groups.map(({ name }) => name)).not.toContain('day-activity');
    expect(choices.workplaces).toEqual([]);
    expect(choices.placements.map(({ place }) => place)).toEqual(['work-activity-2']);
  });
});

describe('changing and ending a placement', () => {
  test('new half-days begin on their day, and the ones before hold until then', async () => {
    const whose = await begun();
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    const change = { clientId: whose.clientId, placementId, slots: slotsOf([2, 'pm']), from: '2021-07-01' };
    await world.perform(changePlacement, change, 'pori-coach');
    const on = async (today: string) => (await placementsOn(db.owner, { clientId: whose.clientId }, today as never))[0];
    expect((await on('2021-06-30'))?.slots).toEqual(mornings);
    expect((await on('2021-07-01'))?.slots).toEqual(slotsOf([2, 'pm']));
    expect(await world.refusal(changePlacement, { ...change, from: '2021-07-02' }, 'pori-coach')).toBe('ended-already');
  });

  test('from its first day on, a placement is only written anew', async () => {
    const whose = await begun();
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    const change = { clientId: whose.clientId, placementId, slots: slotsOf([2, 'pm']), from: '2021-05-18' };
    expect(await world.perform(changePlacement, change, 'pori-coach')).toEqual({
      placementId,
      agreementId: null,
      limitBrokenOn: null,
    });
    expect((await of(whose.clientId)).placements).toHaveLength(1);
    expect(await world.refusal(changePlacement, { ...change, from: '2021-05-17' }, 'pori-coach')).toBe(
      'before-it-begins',
    );
  });

  test('its half-days end with it, and are free for another from then on', async () => {
    const whose = await begun();
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    await world.perform(endPlacement, { clientId: whose.clientId, placementId, on: '2021-07-01' }, 'pori-coach');
    expect(await world.refusal(place, inShop(whose, { from: '2021-06-30' }), 'pori-coach')).toBe('half-day-taken');
    await world.perform(place, inShop(whose, { from: '2021-07-01' }), 'pori-coach');
    const again = { clientId: whose.clientId, placementId, on: '2021-07-01' };
    expect(await world.refusal(endPlacement, again, 'pori-coach')).toBe('ended-already');
    expect(await world.refusal(endPlacement, { ...again, on: '2021-05-18' }, 'pori-coach')).toBe('before-it-begins');
  });

  test('an end by mistake is corrected: later, earlier, or as long as the service; what is placed meanwhile stands in the way', async () => {
    const whose = await begun({ to: '2022-01-01' });
    const { clientId } = whose;
    const { placementId } = await world.perform(place, inShop(whose), 'pori-coach');
    const why = 'Väärä päivä';
    const correct = (on: string | null) => ({ clientId, placementId, on, why });
    expect(await world.refusal(correctPlacementEnd, correct('2022-02-01'), 'pori-coach')).toBe('outside-relationship');
    await world.perform(endPlacement, { clientId, placementId, on: '2021-07-01' }, 'pori-coach');
    const ends = async () => (await of(clientId)).placements.find(({ id }) => id === placementId)?.during.to;
    await world.perform(correctPlacementEnd, correct('2021-08-01'), 'pori-coach');
    expect(await ends()).toBe('2021-08-01');
    await world.perform(correctPlacementEnd, correct('2021-06-01'), 'pori-coach');
    expect(await ends()).toBe('2021-06-01');
    expect(await world.refusal(correctPlacementEnd, correct('2021-05-18'), 'pori-coach')).toBe('before-it-begins');
    const other = await world.perform(place, inShop(whose, { from: '2021-09-01' }), 'pori-coach');
    expect(await world.refusal(correctPlacementEnd, correct(null), 'pori-coach')).toBe('half-day-taken');
    await world.perform(correctPlacementEnd, correct('2021-09-01'), 'pori-coach');
    await world.perform(takeBackPlacement, { clientId, placementId: other.placementId, why }, 'pori-coach');
    await world.perform(correctPlacementEnd, correct(null), 'pori-coach');
    expect(await ends()).toBe('2022-01-01');
    const { rows } = await sql<{ to: string }>`select distinct upper(during)::text as to from placement_slot
      where placement_id = ${placementId}`.execute(db.owner);
    expect(rows).toEqual([{ to: '2022-01-01' }]);
    const endless = await begun();
    const open = await world.perform(place, inShop(endless), 'pori-coach');
    const goesOn = { clientId: endless.clientId, placementId: open.placementId, on: '2021-08-01', why };
    expect(await world.refusal(correctPlacementEnd, goesOn, 'pori-coach')).toBe('goes-on');
  });

  test('all of a relationship’s placements end together; what would begin later never does', async () => {
    const whose = await begun();
    await world.perform(place, inShop(whose), 'pori-coach');
    await world.perform(place, inShop(whose, { slots: slotsOf([2, 'am']), from: '2021-09-01' }), 'pori-coach');
    const done = await world.perform(
      endPlacementsOf,
      { clientId: whose.clientId, relationshipId: whose.relationshipId, on: '2021-08-01' },
      'pori-coach',
    );
    expect(done).toEqual({ ended: 1, removed: 1 });
    expect((await of(whose.clientId)).placements.map(({ during }) => during.to)).toEqual(['2021-08-01']);
  });

  test('a workplace does not end while somebody is placed there', async () => {
    const { workplaceId } = await world.perform(
      addEmployer,
      { name: 'Kioski', sector: 'private', workplace: { name: 'Kioski' } },
      'pori-coach',
      addDays(world.today, -90),
    );
    const whose = await begun();
    const { placementId } = await world.perform(place, inShop(whose, { workplaceId }), 'pori-coach');
    const end = { workplaceId, on: '2021-08-01' };
    expect(await world.refusal(endWorkplace, end, 'pori-coach')).toBe('clients-placed-there');
    await world.perform(endPlacement, { clientId: whose.clientId, placementId, on: '2021-08-01' }, 'pori-coach');
    await world.perform(endWorkplace, end, 'pori-coach');
    expect(await world.refusal(place, inShop(whose, { workplaceId, from: '2021-07-31' }), 'pori-coach')).toBe(
      'half-day-taken',
    );
  });
});

describe('rehabilitative work at an employer', () => {
  const atAssociation = async (name: string) => {
    const employer = { name, sector: 'association' as const, workplace: { name: `${name}, paja` } };
    const there = await world.perform(addEmployer, employer, 'work-instructor', addDays(world.today, -900));
    const client = await inRehabilitation(db, world, { familyName: name });
    await sql`update placement_placement set group_id = null, workplace_id = ${there.workplaceId} where id = ${client.placementId}`.execute(
      db.owner,
    );
    return { ...there, ...client };
  };

  test('stands in the way of the employer’s becoming a company, and the refusal names who is there', async () => {
    const { employerId, clientId, placementId } = await atAssociation('Yhdistys');
    const company = { employerId, name: 'Yhdistys Oy', sector: 'private' as const, businessCode: null };
    expect(await world.problem(changeEmployer, company, 'work-instructor')).toMatchObject({
      type: '/problems/rehabilitation-there',
      clients: [{ clientId }],
      errors: [{ field: 'sector' }],
    });
    // What was over before is not judged anew.
    await sql`update placement_placement set during = daterange(lower(during), '2021-06-01') where id = ${placementId}`.execute(
      db.owner,
    );
    await world.perform(changeEmployer, company, 'work-instructor');
  });

  test('is held by the database too: neither by another place, nor by another owner of the workplace', async () => {
    const { workplaceId, placementId } = await atAssociation('Säätiö');
    const shop = { name: 'Kauppa Oy', sector: 'private' as const, workplace: { name: 'Kauppa Oy, myymälä' } };
    const company = await world.perform(addEmployer, shop, 'work-instructor', addDays(world.today, -900));
    const refused = { constraint: 'rehabilitation_not_at_company' };
    await expect(
      sql`update placement_placement set workplace_id = ${company.workplaceId} where id = ${placementId}`.execute(
        db.owner,
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      sql`update employer_workplace set employer_id = ${company.employerId} where id = ${workplaceId}`.execute(
        db.owner,
      ),
    ).rejects.toMatchObject(refused);
  });

  test('cannot be bought through a provider that becomes a company', async () => {
    const { rows } = await sql<{
      id: string;
    }>`insert into organiser_provider (name, kind) values ('Ostettu', 'association') returning id`.execute(db.owner);
    const providerId = rows[0]?.id;
    await sql`insert into organiser_offering (organiser_id, service, provision_mode, provider_id, during)
      values (${world.work.id}, 'rehabilitative-work', 'purchased', ${providerId}, '[2020-01-01,)')`.execute(db.owner);
    await expect(
      sql`update organiser_provider set kind = 'company' where id = ${providerId}`.execute(db.owner),
    ).rejects.toMatchObject({ constraint: 'rehabilitation_not_bought' });
  });
});
