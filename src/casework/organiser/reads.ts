import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { fromSql, type Range, toSql } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import type {
  Group,
  Hanging,
  Offering,
  Organiser,
  OrganiserDetails,
  Provider,
  RectificationBody,
  Service,
  SetGroup,
  Unit,
} from './words.ts';

const named = (language: Language) => sql.ref<string>(`o.name_${language}`);

const ranged = <T extends { readonly during: string }>(row: T): Omit<T, 'during'> & { during: Range } => ({
  ...row,
  during: fromSql(row.during),
});

/** Organisers in force on a day, by name. */
export async function organisersOn(tx: Read, on: Day, language: Language): Promise<Organiser[]> {
  const { rows } = await sql<Organiser>`
    select o.id, o.code, o.kind, ${named(language)} as name from organiser_organiser o
    where o.during @> ${on}::date order by name`.execute(tx);
  return rows;
}

export async function organiserByCode(tx: Read, code: string, language: Language): Promise<Organiser | null> {
  const { rows } = await sql<Organiser>`
    select o.id, o.code, o.kind, ${named(language)} as name from organiser_organiser o where o.code = ${code}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function offeringsOn(tx: Read, organiserId: string, on: Day): Promise<Offering[]> {
  const { rows } = await sql<Omit<Offering, 'during'> & { during: string }>`
    select f.id, f.service, f.provision_mode as "provisionMode", p.name as provider, f.during
    from organiser_offering f
    left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = ${organiserId} and f.during @> ${on}::date order by s.place, f.provision_mode, p.name`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, during: fromSql(row.during) }));
}

export async function groupsOn(tx: Read, organiserId: string, on: Day): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select g.id, g.name, u.id as "unitId", u.name as unit, g.service, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = ${organiserId} and g.during @> ${on}::date order by u.name, g.name`.execute(tx);
  return rows;
}

/** What an organiser says it does not record on a day, by service and figure. */
export async function recordingGapsOn(
  tx: Read,
  organiserIds: readonly string[],
  on: Day,
  language: Language,
): Promise<{ organiserId: string; service: Service; figure: string; reason: string }[]> {
  const { rows } = await sql<{ organiserId: string; service: Service; figure: string; reason: string }>`
    select organiser_id as "organiserId", service, figure, ${sql.ref(`reason_${language}`)} as reason
    from organiser_recording_gap where organiser_id = any(${[...organiserIds]}::uuid[]) and during @> ${on}::date`.execute(
    tx,
  );
  return rows;
}

/** Every provision that the services rest or rested on, with its days. */
export async function basisRows(
  tx: Read,
  services: readonly Service[],
): Promise<{ service: Service; provision: string; during: Range }[]> {
  const { rows } = await sql<{ service: Service; provision: string; during: string }>`
    select service, provision, during from organiser_service_basis where service = any(${[...services]}::text[])
    order by service, lower(during)`.execute(tx);
  return rows.map((row) => ({ ...row, during: fromSql(row.during) }));
}

export async function municipalitiesOn(tx: Read, organiserId: string, on: Day, language: Language): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} and a.during @> ${on}::date order by name`.execute(tx);
  return rows.map((row) => row.name);
}

/** The municipalities of an organiser's area on a day with their codes, to choose one of. */
export async function municipalityChoicesOn(
  tx: Read,
  organiserId: string,
  on: Day,
  language: Language,
): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select m.code, ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} and a.during @> ${on}::date order by name`.execute(tx);
  return rows;
}

/** How an organiser is called and reached. */
export async function organiserDetails(
  tx: Read,
  organiserId: string,
): Promise<(OrganiserDetails & Pick<Organiser, 'id' | 'code' | 'kind'>) | null> {
  const { rows } = await sql<OrganiserDetails & Pick<Organiser, 'id' | 'code' | 'kind'>>`
    select id, code, kind, name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", office_fi as office, street,
      postal_code as "postalCode", post_office as "postOffice", phone, email
    from organiser_organiser where id = ${organiserId}`.execute(tx);
  return rows[0] ?? null;
}

/** The body that handles requests for rectification on a day; null where none was set. */
export async function rectificationBodyOn(tx: Read, organiserId: string, on: Day): Promise<RectificationBody | null> {
  const { rows } = await sql<RectificationBody>`
    select name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", street, postal_code as "postalCode",
      post_office as "postOffice", email, phone, opening_fi as "openingFi", opening_sv as "openingSv", opening_en as "openingEn"
    from organiser_rectification_body where organiser_id = ${organiserId} and during @> ${on}::date`.execute(tx);
  return rows[0] ?? null;
}

/** The municipalities that an organiser's area has, had and will have. */
export async function areaOf(
  tx: Read,
  organiserId: string,
  language: Language,
): Promise<{ code: string; name: string; during: Range }[]> {
  const { rows } = await sql<{ code: string; name: string; during: string }>`
    select m.code, ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as name, a.during
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = ${organiserId} order by name, lower(a.during)`.execute(tx);
  return rows.map(ranged);
}

export async function municipalities(tx: Read, language: Language): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, ${sql.ref(`name_${language === 'sv' ? 'sv' : 'fi'}`)} as name from organiser_municipality order by name`.execute(
    tx,
  );
  return rows;
}

export async function providers(tx: Read): Promise<Provider[]> {
  const { rows } = await sql<Provider>`
    select id, name, kind, business_code as "businessCode" from organiser_provider order by name`.execute(tx);
  return rows;
}

/** All offerings of an organiser: in force, earlier and to come. */
export async function offeringsOf(tx: Read, organiserId: string): Promise<Offering[]> {
  const { rows } = await sql<Omit<Offering, 'during'> & { during: string }>`
    select f.id, f.service, f.provision_mode as "provisionMode", p.name as provider, f.during
    from organiser_offering f left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = ${organiserId} order by s.place, f.provision_mode, p.name, lower(f.during)`.execute(tx);
  return rows.map(ranged);
}

export async function unitsOf(tx: Read, organiserId: string, language: Language): Promise<Unit[]> {
  const { rows } = await sql<Omit<Unit, 'during'> & { during: string }>`
    select u.id, u.name, u.kind, u.municipality_code as "municipalityCode", u.street, u.provider_id as "providerId", u.during,
      ${sql.ref(`m.name_${language === 'sv' ? 'sv' : 'fi'}`)} as municipality, p.name as provider
    from organiser_unit u join organiser_municipality m on m.code = u.municipality_code
    left join organiser_provider p on p.id = u.provider_id
    where u.organiser_id = ${organiserId} order by u.name`.execute(tx);
  return rows.map(ranged);
}

export async function groupsOf(tx: Read, organiserId: string): Promise<SetGroup[]> {
  const { rows } = await sql<Omit<SetGroup, 'during'> & { during: string }>`
    select g.id, g.unit_id as "unitId", u.name as unit, g.service, g.name, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal, g.during
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = ${organiserId} order by u.name, g.name`.execute(tx);
  return rows.map(ranged);
}

/** Who hangs on a worker, a group, a unit or an offering on days: told to those who set the organiser up, without names. */
export async function hangingOn(
  tx: Read,
  kind: 'worker' | 'group' | 'unit' | 'offering',
  id: string,
  days: Range,
): Promise<Hanging[]> {
  const { rows } = await sql<Omit<Hanging, 'during'> & { during: string }>`
    select h.id, h.client_id as "clientId", h.relationship_id as "relationshipId", h.service, h.role, h.group_id as "groupId", h.during
    from organiser_hanging(${kind}, ${id}, ${toSql(days)}::daterange) h order by h.client_id, lower(h.during)`.execute(
    tx,
  );
  return rows.map(ranged);
}
