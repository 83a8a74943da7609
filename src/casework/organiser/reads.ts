import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language, ReadingLanguage } from '../../kernel/language.ts';
import { type Range, zSqlRange } from '../../kernel/range.ts';
import { type Service, services } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import type { PaperSection } from '../../server/letters/paper.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import {
  dataProtectionNotice,
  type Group,
  type Offering,
  type Organiser,
  type OrganiserDetails,
  organiserKinds,
  type Provider,
  provisionModes,
  type RectificationBody,
  type SetGroup,
  type Unit,
  zGroup,
  zGroupDetails,
  zOfferingDetails,
  zOrganiserDetails,
  zProvider,
  zRectificationBody,
  zSetGroup,
  zUnit,
  zUnitDetails,
} from './words.ts';

const named = (language: Language) => sql.ref<string>(`o.name_${language}`);

const zOrganiser = z.object({ id: zId, code: z.string(), kind: z.enum(organiserKinds), name: z.string() });

/** Organisers in force on a day, by name. */
export async function organisersOn(tx: Read, on: Day, language: Language): Promise<Organiser[]> {
  const { rows } = await rowsOf(zOrganiser)`
    select o.id, o.code, o.kind, ${named(language)} as name from organiser_organiser o
    where o.during @> ${on}::date order by name`.execute(tx);
  return rows;
}

export async function organiserByCode(tx: Read, code: string, language: Language): Promise<Organiser | null> {
  const { rows } = await rowsOf(zOrganiser)`
    select o.id, o.code, o.kind, ${named(language)} as name from organiser_organiser o where o.code = ${code}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

const zOfferingsOnRow = z.object({
  id: zId,
  service: z.enum(services),
  provisionMode: z.enum(provisionModes),
  providerId: zId.nullable(),
  provider: z.string().nullable(),
  during: zSqlRange,
});

export async function offeringsOn(tx: Read, organiserId: string, on: Day): Promise<Offering[]> {
  const { rows } = await rowsOf(zOfferingsOnRow)`
    select f.id, f.service, f.provision_mode as "provisionMode", f.provider_id as "providerId", p.name as provider, f.during
    from organiser_offering f
    left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = ${organiserId} and f.during @> ${on}::date order by s.place, f.provision_mode, p.name`.execute(
    tx,
  );
  return rows;
}

export async function groupsOn(tx: Read, organiserId: string, on: Day): Promise<Group[]> {
  const { rows } = await rowsOf(zGroup)`
    select g.id, g.name, u.id as "unitId", u.name as unit, g.service, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = ${organiserId} and g.during @> ${on}::date order by u.name, g.name`.execute(tx);
  return rows;
}

const zRecordingGapsOnRow = z.object({
  organiserId: zId,
  service: z.enum(services),
  figure: z.string(),
  reason: z.string(),
});

/** What an organiser says it does not record on a day, by service and figure. */
export async function recordingGapsOn(
  tx: Read,
  organiserIds: readonly string[],
  on: Day,
  language: Language,
): Promise<{ organiserId: string; service: Service; figure: string; reason: string }[]> {
  const { rows } = await rowsOf(zRecordingGapsOnRow)`
    select organiser_id as "organiserId", service, figure, ${sql.ref(`reason_${language}`)} as reason
    from organiser_recording_gap where organiser_id = any(${[...organiserIds]}::uuid[]) and during @> ${on}::date`.execute(
    tx,
  );
  return rows;
}

const zBasisRowsRow = z.object({ service: z.enum(services), provision: z.string(), during: zSqlRange });

/** Every provision that the services rest or rested on, with its days. */
export async function basisRows(
  tx: Read,
  services: readonly Service[],
): Promise<{ service: Service; provision: string; during: Range }[]> {
  const { rows } = await rowsOf(zBasisRowsRow)`
    select service, provision, during from organiser_service_basis where service = any(${[...services]}::text[])
    order by service, lower(during)`.execute(tx);
  return rows;
}

const zMunicipalitiesOnRow = z.object({ name: z.string() });

export async function municipalitiesOn(tx: Read, organiserId: string, on: Day, language: Language): Promise<string[]> {
  const { rows } = await rowsOf(zMunicipalitiesOnRow)`
    select ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} and a.during @> ${on}::date order by name`.execute(tx);
  return rows.map((row) => row.name);
}

const zMunicipalityChoicesOnRow = z.object({ code: z.string(), name: z.string() });

/** The municipalities of an organiser's area on a day with their codes, to choose one of. */
export async function municipalityChoicesOn(
  tx: Read,
  organiserId: string,
  on: Day,
  language: Language,
): Promise<{ code: string; name: string }[]> {
  const { rows } = await rowsOf(zMunicipalityChoicesOnRow)`
    select m.code, ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} and a.during @> ${on}::date order by name`.execute(tx);
  return rows;
}

const zOrganiserDetailsRow = zOrganiserDetails.extend({ id: zId, code: z.string(), kind: z.enum(organiserKinds) });

/** How an organiser is called and reached. */
export async function organiserDetails(
  tx: Read,
  organiserId: string,
): Promise<(OrganiserDetails & Pick<Organiser, 'id' | 'code' | 'kind'>) | null> {
  const { rows } = await rowsOf(zOrganiserDetailsRow)`
    select id, code, kind, name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", office_fi as office, office_sv as "officeSv", office_en as "officeEn", street,
      postal_code as "postalCode", post_office as "postOffice", phone, email,
      data_protection_contact as "dataProtectionContact", data_protection_page as "dataProtectionPage"
    from organiser_organiser where id = ${organiserId}`.execute(tx);
  return rows[0] ?? null;
}

/** The data-protection notice of a paper that the organiser gives. */
export async function dataProtectionOf(
  tx: Read,
  organiserId: string,
  language: ReadingLanguage,
): Promise<PaperSection> {
  const organiser = await organiserDetails(tx, organiserId);
  if (!organiser) throw new Error('A paper has an organiser');
  return dataProtectionNotice(organiser, language);
}

/** The body that handles requests for rectification on a day; null where none was set. */
export async function rectificationBodyOn(tx: Read, organiserId: string, on: Day): Promise<RectificationBody | null> {
  const { rows } = await rowsOf(zRectificationBody)`
    select name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", street, postal_code as "postalCode",
      post_office as "postOffice", email, phone, opening_fi as "openingFi", opening_sv as "openingSv", opening_en as "openingEn"
    from organiser_rectification_body where organiser_id = ${organiserId} and during @> ${on}::date`.execute(tx);
  return rows[0] ?? null;
}

const zAreaOfRow = z.object({ code: z.string(), name: z.string(), during: zSqlRange });

/** The municipalities that an organiser's area has, had and will have. */
export async function areaOf(
  tx: Read,
  organiserId: string,
  language: Language,
): Promise<{ code: string; name: string; during: Range }[]> {
  const { rows } = await rowsOf(zAreaOfRow)`
    select m.code, ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name, a.during
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} order by name, lower(a.during)`.execute(tx);
  return rows;
}

export async function municipalities(tx: Read, language: Language): Promise<{ code: string; name: string }[]> {
  const { rows } = await rowsOf(zMunicipalityChoicesOnRow)`
    select code, ${sql.ref(`name_${language === 'sv' ? 'sv' : 'fi'}`)} as name from organiser_municipality order by name`.execute(
    tx,
  );
  return rows;
}

export async function providers(tx: Read): Promise<Provider[]> {
  const { rows } = await rowsOf(zProvider)`
    select id, name, kind, business_code as "businessCode" from organiser_provider order by name`.execute(tx);
  return rows;
}

/** All offerings of an organiser: in force, earlier and to come. */
export async function offeringsOf(tx: Read, organiserId: string): Promise<Offering[]> {
  const { rows } = await rowsOf(zOfferingsOnRow)`
    select f.id, f.service, f.provision_mode as "provisionMode", f.provider_id as "providerId", p.name as provider, f.during
    from organiser_offering f left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = ${organiserId} order by s.place, f.provision_mode, p.name, lower(f.during)`.execute(tx);
  return rows;
}

const zUnitsOfRow = zUnit.extend({ during: zSqlRange });

export async function unitsOf(tx: Read, organiserId: string, language: Language): Promise<Unit[]> {
  const { rows } = await rowsOf(zUnitsOfRow)`
    select u.id, u.name, u.kind, u.municipality_code as "municipalityCode", u.street, u.provider_id as "providerId", u.during,
      ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as municipality, p.name as provider
    from organiser_unit u join organiser_municipality m on m.code = u.municipality_code
    left join organiser_provider p on p.id = u.provider_id
    where u.organiser_id = ${organiserId} order by u.name`.execute(tx);
  return rows;
}

const zGroupsOfRow = zSetGroup.extend({ during: zSqlRange });

export async function groupsOf(tx: Read, organiserId: string): Promise<SetGroup[]> {
  const { rows } = await rowsOf(zGroupsOfRow)`
    select g.id, g.unit_id as "unitId", u.name as unit, g.service, g.name, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal, g.during
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = ${organiserId} order by u.name, g.name`.execute(tx);
  return rows;
}

const zOrganiserHeadRow = z.object({
  name: z.string(),
  office: z.string().nullable(),
  address: z.array(z.string()),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

/** What a paper says of its sender. */
export async function organiserHead(
  tx: Read,
  organiserId: string,
  language: 'fi' | 'sv' | 'en',
): Promise<{ name: string; office: string | null; address: string[]; phone: string | null; email: string | null }> {
  const { rows } = await rowsOf(zOrganiserHeadRow)`
    select ${sql.ref(`name_${language}`)} as name, coalesce(${sql.ref(`office_${language}`)}, office_fi) as office,
      array_remove(array[street, nullif(concat_ws(' ', postal_code, post_office), '')], null) as address, phone, email
    from organiser_organiser where id = ${organiserId}`.execute(tx);
  return rows[0] ?? { name: '', office: null, address: [], phone: null, email: null };
}

/** How the organiser is called and reached, as an edit of it must have seen it. */
export async function standingOrganiser(tx: Read, organiserId: string): Promise<Standing | null> {
  const organiser = await organiserDetails(tx, organiserId);
  return (
    organiser && {
      content: contentOf(zOrganiserDetails, organiser),
      ...(await lastChange(tx, sql`organiser_organiser where id = ${organiserId}`, organiserId)),
    }
  );
}

const zBodyFromRow = zRectificationBody.extend({ during: zSqlRange });

/** The body for rectification on a day with one that is set for later; null where none is. */
export async function standingBody(tx: Read, organiserId: string, on: Day): Promise<Standing | null> {
  const { rows } = await rowsOf(zBodyFromRow)`
    select name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", street, postal_code as "postalCode",
      post_office as "postOffice", email, phone, opening_fi as "openingFi", opening_sv as "openingSv", opening_en as "openingEn", during
    from organiser_rectification_body where organiser_id = ${organiserId} and coalesce(upper(during) > ${on}::date, true)
    order by lower(during)`.execute(tx);
  const last = rows.at(-1);
  if (!last) return null;
  return {
    version: versionOf(rows),
    content: contentOf(zRectificationBody, last),
    ...(await lastChange(tx, sql`organiser_rectification_body where organiser_id = ${organiserId}`, organiserId)),
  };
}

/** The municipalities of the area on a day and later, as an edit of them must have seen them. */
export async function standingArea(tx: Read, organiserId: string, on: Day): Promise<Standing | null> {
  const area = (await areaOf(tx, organiserId, 'fi')).filter(({ during }) => during.to === null || during.to > on);
  if (area.length === 0) return null;
  return {
    version: versionOf(area.map(({ code, during }) => ({ code, during }))),
    content: { municipalityCodes: area.map(({ code }) => code) },
    ...(await lastChange(tx, sql`organiser_area where organiser_id = ${organiserId}`, organiserId)),
  };
}

export async function standingOffering(tx: Read, organiserId: string, offeringId: string): Promise<Standing | null> {
  const offering = (await offeringsOf(tx, organiserId)).find(({ id }) => id === offeringId);
  if (!offering) return null;
  return {
    content: contentOf(zOfferingDetails.pick({ during: true }), offering),
    ...(await lastChange(tx, sql`organiser_offering where id = ${offeringId}`, offeringId)),
  };
}

export async function standingUnit(tx: Read, organiserId: string, unitId: string): Promise<Standing | null> {
  const unit = (await unitsOf(tx, organiserId, 'fi')).find(({ id }) => id === unitId);
  if (!unit) return null;
  return {
    content: contentOf(zUnitDetails, unit),
    ...(await lastChange(tx, sql`organiser_unit where id = ${unitId}`, unitId)),
  };
}

export async function standingGroup(tx: Read, organiserId: string, groupId: string): Promise<Standing | null> {
  const group = (await groupsOf(tx, organiserId)).find(({ id }) => id === groupId);
  if (!group) return null;
  return {
    content: contentOf(zGroupDetails, group),
    ...(await lastChange(tx, sql`organiser_group where id = ${groupId}`, groupId)),
  };
}
