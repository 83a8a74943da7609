import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type {
  GroupDetails,
  OfferingDetails,
  OrganiserDetails,
  ProviderDetails,
  RectificationBody,
  Service,
  UnitDetails,
} from './words.ts';

export async function updateOrganiser(tx: Write, organiserId: string, given: OrganiserDetails): Promise<void> {
  await change`update organiser_organiser set name_fi = ${given.nameFi}, name_sv = ${given.nameSv}, name_en = ${given.nameEn},
      office_fi = ${given.office}, street = ${given.street}, postal_code = ${given.postalCode}, post_office = ${given.postOffice},
      phone = ${given.phone}, email = ${given.email} where id = ${organiserId}`.execute(tx);
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
  await change`insert into organiser_rectification_body (organiser_id, name_fi, name_sv, name_en, street, postal_code, post_office, email, phone,
      opening_fi, opening_sv, opening_en, during)
    values (${organiserId}, ${body.nameFi}, ${body.nameSv}, ${body.nameEn}, ${body.street}, ${body.postalCode}, ${body.postOffice},
      ${body.email}, ${body.phone}, ${body.openingFi}, ${body.openingSv}, ${body.openingEn}, daterange(${from}::date, null))`.execute(
    tx,
  );
}

/** Sets the area as a whole from a day on; a municipality that stays keeps its days. */
export async function replaceArea(tx: Write, organiserId: string, codes: readonly string[], from: Day): Promise<void> {
  const kept = [...codes];
  await change`delete from organiser_area where organiser_id = ${organiserId} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update organiser_area set during = daterange(lower(during), case when municipality_code = any(${kept}::text[]) then null else ${from}::date end)
    where organiser_id = ${organiserId} and during @> ${from}::date`.execute(tx);
  await change`insert into organiser_area (organiser_id, municipality_code, during)
    select ${organiserId}::uuid, code, daterange(${from}::date, null) from unnest(${kept}::text[]) code
    where not exists (select from organiser_area a where a.organiser_id = ${organiserId} and a.municipality_code = code and a.during @> ${from}::date)`.execute(
    tx,
  );
}

export async function insertMunicipality(
  tx: Write,
  given: { readonly code: string; readonly nameFi: string; readonly nameSv: string },
): Promise<void> {
  await change`insert into organiser_municipality (code, name_fi, name_sv) values (${given.code}, ${given.nameFi}, ${given.nameSv})`.execute(
    tx,
  );
}

export async function insertProvider(tx: Write, given: ProviderDetails): Promise<string> {
  const id = newId();
  await change`insert into organiser_provider (id, name, kind, business_code) values (${id}, ${given.name}, ${given.kind}, ${given.businessCode})`.execute(
    tx,
  );
  return id;
}

export async function insertOffering(tx: Write, organiserId: string, given: OfferingDetails): Promise<string> {
  const id = newId();
  await change`insert into organiser_offering (id, organiser_id, service, provision_mode, provider_id, during)
    values (${id}, ${organiserId}, ${given.service}, ${given.provisionMode}, ${given.providerId}, ${toSql(given.during)}::daterange)`.execute(
    tx,
  );
  return id;
}

export async function updateOffering(tx: Write, offeringId: string, during: Range): Promise<void> {
  await change`update organiser_offering set during = ${toSql(during)}::daterange where id = ${offeringId}`.execute(tx);
}

export async function insertUnit(tx: Write, organiserId: string, given: UnitDetails): Promise<string> {
  const id = newId();
  await change`insert into organiser_unit (id, organiser_id, provider_id, name, kind, municipality_code, street, during)
    values (${id}, ${organiserId}, ${given.providerId}, ${given.name}, ${given.kind}, ${given.municipalityCode}, ${given.street},
      ${toSql(given.during)}::daterange)`.execute(tx);
  return id;
}

export async function updateUnit(tx: Write, unitId: string, given: UnitDetails): Promise<void> {
  await change`update organiser_unit set provider_id = ${given.providerId}, name = ${given.name}, kind = ${given.kind},
      municipality_code = ${given.municipalityCode}, street = ${given.street}, during = ${toSql(given.during)}::daterange
    where id = ${unitId}`.execute(tx);
}

export async function insertGroup(
  tx: Write,
  organiserId: string,
  at: { readonly unitId: string; readonly service: Service },
  given: GroupDetails,
): Promise<string> {
  const id = newId();
  await change`insert into organiser_group (id, organiser_id, unit_id, service, name, capacity, lead_rotation_months, weekdays, halves, meal, during)
    values (${id}, ${organiserId}, ${at.unitId}, ${at.service}, ${given.name}, ${given.capacity}, ${given.leadRotationMonths},
      ${given.weekdays}::int[], ${given.halves}::text[], ${given.meal}, ${toSql(given.during)}::daterange)`.execute(tx);
  return id;
}

export async function updateGroup(tx: Write, groupId: string, given: GroupDetails): Promise<void> {
  await change`update organiser_group set name = ${given.name}, capacity = ${given.capacity},
      lead_rotation_months = ${given.leadRotationMonths}, weekdays = ${given.weekdays}::int[], halves = ${given.halves}::text[],
      meal = ${given.meal}, during = ${toSql(given.during)}::daterange where id = ${groupId}`.execute(tx);
}
