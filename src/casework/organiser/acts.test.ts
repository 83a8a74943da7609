import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { writeServices } from '../../commands/services.ts';
import { day } from '../../kernel/day.ts';
import { languages } from '../../kernel/language.ts';
import { contains, fromSql } from '../../kernel/range.ts';
import { type Service, services } from '../../kernel/service.ts';
import { isProvisionId, provision as provisionOf } from '../../law/provisions.ts';
import {
  addGroup,
  addMunicipality,
  addOffering,
  addProvider,
  addUnit,
  changeGroup,
  changeOffering,
  changeOrganiser,
  changeUnit,
  organiserSetup,
  ownSetup,
  setArea,
} from './acts.ts';
import { organiserTexts } from './texts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const admin = 'pori-administrator';
const whole = () => world.perform(ownSetup, {}, admin);
const open = (from = '2021-08-01', to: string | null = null) => ({ from, to });
const unit = {
  name: 'Uusi toimintakeskus',
  kind: 'activity-centre' as const,
  municipalityCode: '609',
  street: 'Satakunnankatu 1',
  providerId: null,
};
const group = {
  name: 'Puutyöryhmä',
  capacity: 8,
  leadRotationMonths: null,
  weekdays: [1, 2, 3],
  halves: ['am' as const],
  meal: true,
};

describe('an organiser', () => {
  test('is called and reached as its administrator says', async () => {
    const { id: _, code: __, kind: ___, version: ____, ...details } = (await whole()).organiser;
    await world.perform(changeOrganiser, { ...details, phone: '02 621 1100' }, admin);
    expect((await whole()).organiser.phone).toBe('02 621 1100');
    for (const by of ['pori-manager', 'pori-planner', 'pori-coach'] as const)
      expect(await world.refusal(changeOrganiser, details, by)).toBe('not-allowed');
  });

  test('has an area, set as a whole from a day on', async () => {
    await world.perform(addMunicipality, { code: '886' }, admin);
    expect(await world.refusal(addMunicipality, { code: '886' }, admin)).toBe('municipality-known');
    expect(await world.refusal(addMunicipality, { code: '999' }, admin)).toBe('no-such-municipality');
    await world.perform(setArea, { from: '2021-08-01', municipalityCodes: ['609', '886'] }, admin);
    await world.perform(setArea, { from: '2022-01-01', municipalityCodes: ['886'] }, admin);
    expect((await whole()).area.map(({ name, during }) => [name, during.from, during.to])).toEqual([
      ['Pori', '2010-01-01', '2022-01-01'],
      ['Ulvila', '2021-08-01', null],
    ]);
    expect(await world.refusal(setArea, { from: '2022-01-01', municipalityCodes: ['999'] }, admin)).toBe(
      'no-such-municipality',
    );
  });

  test('has no municipality, nor a unit in one, from a day on which it had ceased', async () => {
    // Lavia went to Pori on 1.1.2015.
    await world.perform(addMunicipality, { code: '413' }, admin);
    const area = (from: string, municipalityCodes: string[]) => ({ from: day(from), municipalityCodes });
    expect(await world.refusal(setArea, area('2022-03-01', ['609', '413']), admin)).toBe('municipality-ceased');
    const unit = {
      name: 'Lavian paja',
      kind: 'workshop',
      municipalityCode: '413',
      street: null,
      providerId: null,
    } as const;
    expect(await world.refusal(addUnit, { ...unit, during: open('2015-01-01') }, 'pori-manager')).toBe(
      'municipality-ceased',
    );
    const { unitId } = await world.perform(addUnit, { ...unit, during: open('2014-12-31') }, 'pori-manager');
    const later = { ...unit, unitId, during: open('2016-01-01') };
    expect(await world.refusal(changeUnit, later, 'pori-manager')).toBe('municipality-ceased');
  });
});

describe('an offering', () => {
  test('begins from its day, purchased of a provider, once at a time', async () => {
    const { providerId } = await world.perform(
      addProvider,
      { name: 'Toimintatupa', kind: 'association', businessCode: '0737546-2' },
      admin,
    );
    const input = { service: 'day-activity' as const, provisionMode: 'purchased' as const, providerId, during: open() };
    await world.perform(addOffering, input, admin);
    expect(await world.refusal(addOffering, input, admin)).toBe('offering-overlaps');
    expect(await world.refusal(addOffering, { ...input, providerId: null }, admin)).toBe('provider-missing');
    expect(await world.refusal(addOffering, input, 'pori-manager')).toBe('not-allowed');
    const asRead = (on: '2021-07-31' | '2021-08-01') =>
      world.perform(organiserSetup, { code: 'pori-perusturva' }, 'pori-coach', on as typeof world.today);
    expect((await asRead('2021-07-31')).offerings.some(({ provider }) => provider === 'Toimintatupa')).toBe(false);
    expect((await asRead('2021-08-01')).offerings.some(({ provider }) => provider === 'Toimintatupa')).toBe(true);
  });

  test('does not end while a client is in it, also one whom the administrator does not see', async () => {
    await takingPart(world, { service: 'work-activity', group: 'work-activity' });
    const offeringId = world.pori.offerings['work-activity'] as string;
    const during = open('2010-01-01', '2021-08-01');
    expect(await world.refusal(changeOffering, { offeringId, during }, admin)).toBe('clients-in-offering');
    const unused = world.pori.offerings['job-coaching'] as string;
    await world.perform(changeOffering, { offeringId: unused, during }, admin);
    expect((await whole()).offerings.find(({ id }) => id === unused)?.during).toEqual(during);
    expect(
      await world.refusal(changeOffering, { offeringId: world.rauma.offerings['open-work'] as string, during }, admin),
    ).toBe('no-such-offering');
  });

  test('is produced by a provider known once, with a right business code', async () => {
    const input = { name: 'toimintatupa', kind: 'association' as const, businessCode: null };
    expect(await world.refusal(addProvider, input, admin)).toBe('provider-known');
    expect(await world.refusal(addProvider, { ...input, name: 'Toinen', businessCode: '0737546-3' }, admin)).toBe(
      'business-code-wrong',
    );
  });
});

describe('a unit and its groups', () => {
  let unitId: string;
  let groupId: string;

  test('are set up by managers too, each group of a service that is offered', async () => {
    ({ unitId } = await world.perform(addUnit, { ...unit, during: open() }, 'pori-manager'));
    for (const name of [unit.name, unit.name.toUpperCase(), ` ${unit.name.normalize('NFD')}.`])
      expect(await world.refusal(addUnit, { ...unit, name, during: open() }, admin)).toBe('unit-name-taken');
    const input = { ...group, unitId, service: 'work-activity' as const, during: open() };
    ({ groupId } = await world.perform(addGroup, input, 'pori-manager'));
    expect((await whole()).groups.find(({ id }) => id === groupId)).toMatchObject({ ...group, unitId, during: open() });
    for (const name of [group.name, group.name.toUpperCase(), ` ${group.name.normalize('NFD')}.`])
      expect(await world.refusal(addGroup, { ...input, name }, admin)).toBe('group-name-taken');
    const other = { ...input, name: 'Muu' };
    expect(await world.refusal(addGroup, { ...other, service: 'rehabilitative-work' }, admin)).toBe(
      'service-not-offered',
    );
    expect(await world.refusal(addGroup, { ...other, during: open('2021-07-01') }, admin)).toBe('outside-unit');
    expect(await world.refusal(addGroup, { ...other, unitId: world.rauma.unitId }, admin)).toBe('no-such-unit');
    expect(await world.refusal(addGroup, other, 'pori-instructor')).toBe('not-allowed');
  });

  test('end in their order: a group after its clients, a unit after its groups; versions before are kept', async () => {
    const ended = open('2021-08-01', '2021-12-01');
    expect(await world.refusal(changeUnit, { ...unit, unitId, during: ended }, admin)).toBe('groups-in-unit');
    await world.perform(changeGroup, { ...group, groupId, during: ended }, admin, day('2021-06-18'));
    await world.perform(changeUnit, { ...unit, unitId, during: ended }, admin);

    const taken = world.pori.groups['work-activity'] as string;
    const input = { ...group, name: 'work-activity', groupId: taken, during: open('2010-01-01', '2021-08-01') };
    expect(await world.refusal(changeGroup, input, admin)).toBe('clients-in-group');
    const { rows } = await db.ownerPool.query('select name, during::text from organiser_group_history where id = $1', [
      groupId,
    ]);
    expect(rows).toEqual([{ name: 'Puutyöryhmä', during: '[2021-08-01,)' }]);
  });

  test('are nobody’s of another organiser', async () => {
    const input = { ...group, groupId: world.rauma.groups['work-activity'] as string, during: open('2010-01-01') };
    expect(await world.refusal(changeGroup, input, admin)).toBe('no-such-group');
    expect(await world.refusal(changeUnit, { ...unit, unitId: world.rauma.unitId, during: open() }, admin)).toBe(
      'no-such-unit',
    );
  });
});

describe('an organiser that is founded', () => {
  const readFound = (tx: FreshDatabase['owner']) =>
    sql`select worker_found_organiser('uusi', 'wellbeing-services-county', '{Uusi,Ny,New}', '{272,Kokkola,Karleby}', '2021-06-17')`.execute(
      tx,
    );

  test('has an area, and every service rests on provisions for the days when they were in force', async () => {
    await writeServices(db.ownerPool);
    await readFound(db.owner);
    const { rows } = await db.ownerPool.query('select service, provision, during from organiser_service_basis');
    expect(rows.length).toBeGreaterThan(0);
    const in2026 = rows.filter(({ during }) => contains(fromSql(during), day('2026-01-01')));
    for (const service of services) expect(in2026.map((one) => one.service)).toContain(service);
    expect(in2026.find(({ service }) => service === 'work-activity')?.provision).toBe('675/2023:27');
    // Written again it says the same once.
    await writeServices(db.ownerPool);
    const again = await db.ownerPool.query('select count(*)::int as n from organiser_service_basis');
    expect(again.rows[0].n).toBe(rows.length);
    for (const { provision, during } of rows) {
      expect([provision, isProvisionId(provision)]).toEqual([provision, true]);
      expect(provisionOf(provision).versions.map((version) => version.during)).toContainEqual(fromSql(during));
    }
    const area = await db.ownerPool.query(
      "select a.municipality_code from organiser_area a join organiser_organiser o on o.id = a.organiser_id where o.code = 'uusi'",
    );
    expect(area.rows).toEqual([{ municipality_code: '272' }]);
  });

  test('calls each service as the screens do; those of 710/1982 have their section beside a shorter name there', async () => {
    const { rows } = await db.ownerPool.query(
      'select code, name_fi as fi, name_sv as sv, name_en as en from organiser_service',
    );
    expect(rows.length).toBe(services.length);
    for (const { code, ...names } of rows)
      for (const language of languages) {
        const visible = organiserTexts[language].services[code as Service];
        if (code in organiserTexts[language].fullNames) continue;
        expect([code, names[language]]).toEqual([code, visible]);
      }
  });

  test('is an operator’s alone to found', async () => {
    await expect(readFound(db.app)).rejects.toThrow(/permission denied/);
  });
});

describe('rehabilitative work', () => {
  test('is not bought from a company: not as an offering, not at its unit, and not by a change afterwards', async () => {
    const [company, association] = await Promise.all(
      (['company', 'association'] as const).map(async (kind) => {
        const input = { name: `Tuottaja ${kind}`, kind, businessCode: null };
        return (await world.perform(addProvider, input, admin)).providerId;
      }),
    );
    const bought = { service: 'rehabilitative-work' as const, provisionMode: 'purchased' as const, during: open() };
    const setBy = admin;
    expect(await world.refusal(addOffering, { ...bought, providerId: company as string }, setBy)).toBe(
      'not-from-company',
    );
    await world.perform(addOffering, { ...bought, providerId: association as string }, setBy);
    const there = { ...unit, name: 'Yrityksen paja', during: open() };
    const { unitId } = await world.perform(addUnit, { ...there, providerId: company as string }, setBy);
    const input = { ...group, unitId, service: 'rehabilitative-work' as const, during: open() };
    expect(await world.refusal(addGroup, input, setBy)).toBe('not-from-company');
    await world.perform(changeUnit, { ...there, providerId: association as string, unitId } as never, setBy);
    await world.perform(addGroup, input, setBy);
    expect(await world.refusal(changeUnit, { ...there, providerId: company as string, unitId } as never, setBy)).toBe(
      'not-from-company',
    );
  });
});
