import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type {
  GroupDetails,
  OfferingDetails,
  OrganiserDetails,
  ProviderDetails,
  RectificationBody,
  UnitDetails,
} from './words.ts';

export async function updateOrganiser(tx: Write, organiserId: string, input: OrganiserDetails): Promise<void> {
  await tx
    .updateTable('organiser_organiser')
    .set({
      name_fi: input.nameFi,
      name_sv: input.nameSv,
      name_en: input.nameEn,
      office_fi: input.office,
      office_sv: input.officeSv,
      office_en: input.officeEn,
      street: input.street,
      postal_code: input.postalCode,
      post_office: input.postOffice,
      phone: input.phone,
      email: input.email,
      data_protection_contact: input.dataProtectionContact,
      data_protection_page: input.dataProtectionPage,
    })
    .where('id', '=', organiserId)
    .execute();
}

/** Sets the body for rectification from a day on; one planned for later gives way, the one before keeps its days. */
export async function replaceRectificationBody(
  tx: Write,
  organiserId: string,
  body: RectificationBody,
  from: Day,
): Promise<void> {
  await change`delete from organiser_rectification_body where organiser_id = ${organiserId} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update organiser_rectification_body set during = daterange(lower(during), ${from}::date)
    where organiser_id = ${organiserId} and during @> ${from}::date`.execute(tx);
  await tx
    .insertInto('organiser_rectification_body')
    .values({
      organiser_id: organiserId,
      name_fi: body.nameFi,
      name_sv: body.nameSv,
      name_en: body.nameEn,
      street: body.street,
      postal_code: body.postalCode,
      post_office: body.postOffice,
      email: body.email,
      phone: body.phone,
      opening_fi: body.openingFi,
      opening_sv: body.openingSv,
      opening_en: body.openingEn,
      during: sql`daterange(${from}::date, null)`,
    })
    .execute();
}

/** Sets the area as a whole from a day on; a municipality that stays keeps its days. */
export async function replaceArea(tx: Write, organiserId: string, codes: readonly string[], from: Day): Promise<void> {
  const saved = [...codes];
  await change`delete from organiser_area where organiser_id = ${organiserId} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update organiser_area set during = daterange(lower(during), case when municipality_code = any(${saved}::text[]) then null else ${from}::date end)
    where organiser_id = ${organiserId} and during @> ${from}::date`.execute(tx);
  await change`insert into organiser_area (organiser_id, municipality_code, during)
    select ${organiserId}::uuid, code, daterange(${from}::date, null) from unnest(${saved}::text[]) code
    where not exists (select from organiser_area a where a.organiser_id = ${organiserId} and a.municipality_code = code and a.during @> ${from}::date)`.execute(
    tx,
  );
}

export async function insertMunicipality(
  tx: Write,
  input: { readonly code: string; readonly nameFi: string; readonly nameSv: string },
): Promise<void> {
  await tx
    .insertInto('organiser_municipality')
    .values({ code: input.code, name_fi: input.nameFi, name_sv: input.nameSv })
    .execute();
}

export async function insertProvider(tx: Write, input: ProviderDetails): Promise<string> {
  const id = newId();
  await tx
    .insertInto('organiser_provider')
    .values({ id, name: input.name, kind: input.kind, business_code: input.businessCode })
    .execute();
  return id;
}

export async function insertOffering(tx: Write, organiserId: string, input: OfferingDetails): Promise<string> {
  const id = newId();
  await tx
    .insertInto('organiser_offering')
    .values({
      id,
      organiser_id: organiserId,
      service: input.service,
      provision_mode: input.provisionMode,
      provider_id: input.providerId,
      during: toSql(input.during),
    })
    .execute();
  return id;
}

export async function updateOffering(tx: Write, offeringId: string, during: Range): Promise<void> {
  await tx
    .updateTable('organiser_offering')
    .set({ during: toSql(during) })
    .where('id', '=', offeringId)
    .execute();
}

export async function insertUnit(tx: Write, organiserId: string, input: UnitDetails): Promise<string> {
  const id = newId();
  await tx
    .insertInto('organiser_unit')
    .values({
      id,
      organiser_id: organiserId,
      provider_id: input.providerId,
      name: input.name,
      kind: input.kind,
      municipality_code: input.municipalityCode,
      street: input.street,
      during: toSql(input.during),
    })
    .execute();
  return id;
}

export async function updateUnit(tx: Write, unitId: string, input: UnitDetails): Promise<void> {
  await tx
    .updateTable('organiser_unit')
    .set({
      provider_id: input.providerId,
      name: input.name,
      kind: input.kind,
      municipality_code: input.municipalityCode,
      street: input.street,
      during: toSql(input.during),
    })
    .where('id', '=', unitId)
    .execute();
}

export async function insertGroup(
  tx: Write,
  organiserId: string,
  at: { readonly unitId: string; readonly service: Service },
  input: GroupDetails,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('organiser_group')
    .values({
      id,
      organiser_id: organiserId,
      unit_id: at.unitId,
      service: at.service,
      name: input.name,
      capacity: input.capacity,
      lead_rotation_months: input.leadRotationMonths,
      weekdays: input.weekdays,
      halves: input.halves,
      meal: input.meal,
      during: toSql(input.during),
    })
    .execute();
  return id;
}

export async function updateGroup(tx: Write, groupId: string, input: GroupDetails): Promise<void> {
  await tx
    .updateTable('organiser_group')
    .set({
      name: input.name,
      capacity: input.capacity,
      lead_rotation_months: input.leadRotationMonths,
      weekdays: input.weekdays,
      halves: input.halves,
      meal: input.meal,
      during: toSql(input.during),
    })
    .where('id', '=', groupId)
    .execute();
}
