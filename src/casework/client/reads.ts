import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { ageOn, type Day, zDay } from '../../kernel/day.ts';
import { fold } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { type Range, zSqlRange } from '../../kernel/range.ts';
import type { Standing, Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf, zBytes } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import {
  type Address,
  apartFrom,
  type Candidates,
  type Client,
  type Correction,
  type Known,
  type LetterParty,
  type Opening,
  originalLanguages,
  type Reason,
  type Representative,
  reasons,
  zAddress,
  zBenefit,
  zBenefitDetails,
  zClient,
  zCorrection,
  zInRegister,
  zNewRepresentative,
  zOpening,
  zRepresentative,
} from './words.ts';

/**
 * Narrows a list of the whole organiser, in an act of casework, to clients of whom the worker sees something. The policies do so too, but of
 * each row that was read: by this condition an index finds the few clients of a coach or an instructor. An official and a manager see most.
 */
export const amongSeen = ({ roles }: Pick<Who, 'roles'>, client: RawBuilder<unknown>) =>
  roles.includes('social-worker') || roles.includes('manager')
    ? sql`true`
    : sql`${client} in (select seen from app_seen() seen)`;

/** What the register tells of a client, to whoever has nothing else to do with the client too. */
export const foundColumns = (language: Language) => sql`
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m.${sql.ref(language === 'sv' ? 'name_sv' : 'name_fi')} as municipality`;

/** The columns of `zClient`, but the age. */
const clientColumns = (language: Language) => sql`${foundColumns(language)}, c.gender,
  c.mother_tongue as "motherTongue", c.service_language as "serviceLanguage", c.easy_language as "easyLanguage",
  m.code as "municipalityCode",
  c.identity_masked as "identityMasked", c.identity_temporary as "identityTemporary", t.protected`;

/** Clients with their municipality, unless it is protected: a home municipality is as secret as the address. */
const rowsIn = (table: RawBuilder<unknown>, on: Day) => sql`${table} c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> ${on}::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected`;
export const registerRows = (on: Day) => rowsIn(sql`client_register`, on);

export const withAge =
  (on: Day) =>
  (row: Omit<Client, 'age'>): Client => ({
    ...row,
    age: row.birthOn && row.birthOn <= on ? ageOn(row.birthOn, on) : null,
  });

const zWorkedWithRow = z.object({ id: zId, narrow: z.boolean() });

/**
 * Of these clients those with whom the worker has to do: wholly, or as instructor or leader of a group alone. Who keeps the register
 * knows besides that others are clients, and nothing more of them.
 */
export async function workedWith(
  tx: Read,
  clientIds: readonly string[],
): Promise<{ readonly whole: ReadonlySet<string>; readonly narrow: ReadonlySet<string> }> {
  const { rows } = await rowsOf(zWorkedWithRow)`
    select u.id, u.id = any((select app_narrow())::uuid[]) as narrow from unnest(${[...clientIds]}::uuid[]) u (id)
    where u.id = any((select app_clients())::uuid[]) or u.id in (select unnest((select app_task_clients())))`.execute(
    tx,
  );
  const idsOf = (isNarrow: boolean) => new Set(rows.flatMap(({ id, narrow }) => (narrow === isNarrow ? [id] : [])));
  return { whole: idsOf(false), narrow: idsOf(true) };
}

const zClientOnRow = zClient.omit({ age: true });

/** One client on a day, or null where there is none that the worker may see. */
export async function clientOn(tx: Read, clientId: string, on: Day, language: Language = 'fi'): Promise<Client | null> {
  const { rows } = await rowsOf(zClientOnRow)`
    select ${clientColumns(language)} from ${rowsIn(sql`client_client`, on)}
    where c.id = ${clientId}`.execute(tx);
  return rows.map(withAge(on))[0] ?? null;
}

const zVersion = z.object({ version: z.string() });

/**
 * A client's details as they stand, as an edit of them must have seen them. Where somebody lives is not told here: whoever may not learn
 * it gets a version that is not made of it, since of all municipalities one would make the version that was told.
 */
export async function standingClient(tx: Read, clientId: string, on: Day): Promise<Standing | null> {
  const client = await clientOn(tx, clientId, on);
  if (!client) return null;
  const { rows } = await rowsOf(zVersion)`
    select left(encode(sha256(convert_to((to_jsonb(c) - 'recorded' - 'person_id'
      - case when app_place_hidden(c.id) then 'municipality_code' else '' end)::text, 'UTF8')), 'hex'), 32) as version
    from client_client c where c.id = ${clientId}`.execute(tx);
  const { familyName, givenNames, birthOn, gender, motherTongue, serviceLanguage, easyLanguage } = client;
  return {
    version: rows[0]?.version ?? '',
    content: { familyName, givenNames, birthOn, gender, motherTongue, serviceLanguage, easyLanguage },
    ...(await lastChange(tx, sql`client_client where id = ${clientId}`, clientId)),
  };
}
const zMunicipalityOfRow = zClient.pick({ municipality: true, municipalityCode: true });

/** The municipality of one client, protected or not: for those who may see where a protected client lives. */
export async function municipalityOf(
  tx: Read,
  clientId: string,
  language: Language,
): Promise<Pick<Client, 'municipality' | 'municipalityCode'>> {
  const { rows } = await rowsOf(zMunicipalityOfRow)`
    select m.code as "municipalityCode", m.${sql.ref(language === 'sv' ? 'name_sv' : 'name_fi')} as municipality
    from client_client c left join organiser_municipality m on m.code = c.municipality_code where c.id = ${clientId}`.execute(
    tx,
  );
  return rows[0] ?? { municipality: null, municipalityCode: null };
}

/** Several clients on a day, in the order of their names; those that the worker may see. */
export async function clientsOn(
  tx: Read,
  clientIds: readonly string[],
  on: Day,
  language: Language = 'fi',
): Promise<Client[]> {
  const { rows } = await rowsOf(zClientOnRow)`
    select ${clientColumns(language)} from ${rowsIn(sql`client_client`, on)}
    where c.id = any(${[...clientIds]}::uuid[]) order by c.family_name, c.given_names, c.id`.execute(tx);
  return rows.map(withAge(on));
}

const zRegisteredRow = zInRegister.extend({ protected: z.boolean() });

/** What the register tells of clients on a day, in the order of their names: also of those with whom the worker has nothing else to do. */
export async function registeredOn(
  tx: Read,
  clientIds: readonly string[],
  on: Day,
  language: Language = 'fi',
): Promise<z.output<typeof zRegisteredRow>[]> {
  const { rows } = await rowsOf(zRegisteredRow)`
    select ${foundColumns(language)}, t.protected from ${registerRows(on)}
    where c.id = any(${[...clientIds]}::uuid[]) order by c.family_name, c.given_names, c.id`.execute(tx);
  return rows;
}

const zNamesakesOfRow = z.object({ clientId: zId, name: z.string() });

/** Others of the same names whom the worker may find, as the register has them. */
async function namesakesOf(tx: Read, clientIds: readonly string[]): Promise<z.output<typeof zNamesakesOfRow>[]> {
  const { rows } = await rowsOf(zNamesakesOfRow)`
    select n.id as "clientId", trim(n.family_name || ' ' || n.given_names) as name
    from client_client c join client_client n on n.organiser_id = c.organiser_id and n.family_name = c.family_name
      and n.given_names = c.given_names and n.id <> c.id
    where c.id = any(${[...clientIds]}::uuid[])`.execute(tx);
  return rows;
}

interface Apart<Row> {
  readonly on: Day;
  readonly language: Language;
  /** Where more are told apart than are told: these. */
  readonly among?: readonly Pick<Row & Named, 'clientId' | 'name'>[];
  /** The list ends before its last row: whoever is left out may bear the name of one within. */
  readonly cut?: boolean;
}
interface Named {
  readonly clientId: string;
  readonly name: string;
}

/** The names of a list, those that several clients bear told apart: money, or a choice, hangs on which of them it is. */
export async function toldApart<Row extends Named>(
  tx: Read,
  rows: readonly Row[],
  { on, language, cut, among: others = rows }: Apart<Row>,
): Promise<Row[]> {
  const among = cut
    ? [...others, ...(await namesakesOf(tx, [...new Set(rows.map(({ clientId }) => clientId))]))]
    : others;
  // Of a county's month only the first accounts are told: only who bears one of their names is looked at.
  const bearers = new Map(rows.map(({ name }) => [fold(name), new Set<string>()]));
  const folded = new Map<string, string>();
  for (const { clientId, name } of among)
    bearers.get(folded.getOrInsertComputed(name, () => fold(name)))?.add(clientId);
  const sharing = [...bearers.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]);
  if (sharing.length === 0) return [...rows];
  const clients = new Map((await clientsOn(tx, sharing, on, language)).map((client) => [client.id, client]));
  return rows.map((row) => {
    const client = clients.get(row.clientId);
    if (!client) return row;
    const others = [...(bearers.get(fold(row.name)) ?? [])].flatMap((id) =>
      id === client.id ? [] : (clients.get(id) ?? []),
    );
    const apart = apartFrom(client, others, language);
    return apart ? { ...row, name: `${row.name} (${apart})` } : row;
  });
}

const zKnown = z.object({
  id: zId,
  familyName: z.string(),
  givenNames: z.string(),
  birthOn: zDay.nullable(),
  sameIdentityCode: z.boolean(),
  formerFamilyNames: z.array(z.string()),
  personId: zId,
  codeKey: z.string().nullable(),
});

/** Clients of the organiser that a newcomer might be; the rule tells how alike they are. */
export async function clientsLike(
  tx: Read,
  organiserId: string,
  { names, births }: Candidates,
  identityHash: Uint8Array | null,
): Promise<Known[]> {
  const hash = identityHash ? Buffer.from(identityHash) : null;
  // The register tells by key who it is asked of: joined to those who are alike, all of it would be read.
  const { rows } = await rowsOf(zKnown)`
    select c.id, c.person_id as "personId", c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
      coalesce(c.identity_hash = ${hash}, false) as "sameIdentityCode", encode(c.identity_hash, 'hex') as "codeKey",
      array(select h.family_name from client_former_name h where h.client_id = c.id and h.family_name <> c.family_name) as "formerFamilyNames"
    from client_register c
    where c.id = any(array(select a.client_id from client_alike(${organiserId}, ${[...names]}::text[], ${[...births]}::date[], ${hash}) a))
    order by c.family_name, c.given_names, c.id`.execute(tx);
  return rows;
}

/** Every record of an organiser that the worker may see, by what records are compared by. */
export async function recordsCompared(tx: Read, organiserId: string): Promise<Known[]> {
  const { rows } = await rowsOf(zKnown)`
    select c.id, c.person_id as "personId", c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
      false as "sameIdentityCode", encode(c.identity_hash, 'hex') as "codeKey", coalesce(h.names, '{}') as "formerFamilyNames"
    from client_register c
    left join (select client_id, array_agg(family_name) as names from client_former_name
      where organiser_id = ${organiserId} group by client_id) h on h.client_id = c.id
    where c.organiser_id = ${organiserId} order by c.family_name, c.given_names, c.id`.execute(tx);
  return rows;
}

const zIsPlaceHiddenRow = z.object({ hidden: z.boolean() });

const zWasProtectedRow = z.object({ before: z.boolean() });

/** Whether a client's address was protected on an earlier day: another protection renews it. */
export async function wasProtectedBefore(tx: Read, clientId: string, on: Day): Promise<boolean> {
  const { rows } = await rowsOf(zWasProtectedRow)`
    select exists (select from client_protection where client_id = ${clientId} and lower(during) < ${on}::date) as before`.execute(
    tx,
  );
  return rows[0]?.before ?? false;
}

/** May this worker not learn where the client lives? So it is where the address is protected today, but for officials. */
export async function isPlaceHidden(tx: Read, clientId: string): Promise<boolean> {
  const { rows } = await rowsOf(zIsPlaceHiddenRow)`select app_place_hidden(${clientId}::uuid) as hidden`.execute(tx);
  return rows[0]?.hidden ?? true;
}

const zReachOnRow = zAddress.extend({
  protected: z.boolean(),
  contactInstead: z.string().nullable(),
  held: z.boolean(),
});

/**
 * The address in force on a day, and what stands instead of it where it is protected, on this or another record of the person.
 * Today's protection holds for every earlier day too.
 */
export async function reachOn(
  tx: Read,
  clientId: string,
  on: Day,
): Promise<{ protected: boolean; contactInstead: string | null; address: Address | null }> {
  const { rows } = await rowsOf(zReachOnRow)`
    select a.street, a.postal_code as "postalCode", a.post_office as "postOffice", a.phone, a.email, a.id is not null as held,
      p.client_id is not null as protected, p.contact_instead as "contactInstead"
    from (select ${clientId}::uuid as id) c
    left join client_address a on a.client_id = c.id and a.during @> ${on}::date
    left join lateral (select * from client_protected x where x.client_id = c.id
        and (x.during @> ${on}::date or x.during @> (select app_today()))
      order by x.during @> (select app_today()) desc, x.on_itself desc, x.contact_instead limit 1) p on true`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return { protected: false, contactInstead: null, address: null };
  const { street, postalCode, postOffice, phone, email } = row;
  return {
    protected: row.protected,
    contactInstead: row.contactInstead,
    address: row.held ? { street, postalCode, postOffice, phone, email } : null,
  };
}

const zBenefitsOfRow = zBenefit.extend({ during: zSqlRange });

export async function benefitsOf(tx: Read, clientId: string): Promise<z.output<typeof zBenefit>[]> {
  const { rows } = await rowsOf(zBenefitsOfRow)`
    select id, benefit, main, highest, during from client_benefit where client_id = ${clientId} order by lower(during) desc`.execute(
    tx,
  );
  return rows;
}

const zReasonsOfRow = z.object({ id: zId, reason: z.enum(reasons), during: zSqlRange });

export async function reasonsOf(tx: Read, clientId: string): Promise<{ id: string; reason: Reason; during: Range }[]> {
  const { rows } = await rowsOf(zReasonsOfRow)`
    select id, reason, during from client_reason where client_id = ${clientId} order by lower(during) desc`.execute(tx);
  return rows;
}

const zRepresentativesOfRow = zRepresentative.extend({ during: zSqlRange });

/** Who stands by the client. Where a relative is reached is as secret as the protected address. */
export async function representativesOf(tx: Read, clientId: string): Promise<Representative[]> {
  const { rows } = await rowsOf(zRepresentativesOfRow)`
    select r.id, r.name, r.kind, r.covers, r.powers, r.during, p.phone, p.street, p.postal_code as "postalCode",
      p.post_office as "postOffice", p.email
    from client_representative r left join client_representative_reach p on p.id = r.id and p.client_id = r.client_id
    where r.client_id = ${clientId} order by r.name, r.id`.execute(tx);
  return rows;
}

const zMunicipalityChoicesRow = z.object({ code: z.string(), name: z.string() });

/** Municipalities that a client's own may be, of whatever day. */
export async function municipalityChoices(
  tx: Read,
  language: 'fi' | 'sv' | 'en',
): Promise<{ code: string; name: string }[]> {
  const { rows } = await rowsOf(zMunicipalityChoicesRow)`
    select code, ${sql.ref(language === 'sv' ? 'name_sv' : 'name_fi')} as name from organiser_municipality order by name`.execute(
    tx,
  );
  return rows;
}

const zIdentityCipherOfRow = z.object({ identity_cipher: zBytes.nullable() });

export async function identityCipherOf(tx: Read, clientId: string): Promise<Uint8Array | null> {
  const { rows } = await rowsOf(
    zIdentityCipherOfRow,
  )`select identity_cipher from client_client where id = ${clientId}`.execute(tx);
  return rows[0]?.identity_cipher ?? null;
}

const zIdentityHashOfRow = z.object({ identity_hash: zBytes.nullable() });

export async function identityHashOf(tx: Read, clientId: string): Promise<Uint8Array | null> {
  const { rows } = await rowsOf(
    zIdentityHashOfRow,
  )`select identity_hash from client_client where id = ${clientId}`.execute(tx);
  return rows[0]?.identity_hash ?? null;
}

const zRecordsOfPersonRow = z.object({ id: zId });

/** The records of the same person in the organiser, this one among them; those that the worker may see. */
export async function recordsOfPerson(tx: Read, clientId: string): Promise<string[]> {
  const { rows } = await rowsOf(zRecordsOfPersonRow)`
    select o.id from client_register o
    where (o.person_id, o.organiser_id) = (select c.person_id, c.organiser_id from client_register c where c.id = ${clientId})
    order by o.id`.execute(tx);
  return rows.map(({ id }) => id);
}

const zLastVisitToRow = z.object({ visited_at: z.string() });

/** When the worker last opened the client's page; null the first time. */
export async function lastVisitTo(tx: Read, clientId: string, workerId: string): Promise<string | null> {
  const { rows } = await rowsOf(zLastVisitToRow)`
    select visited_at from client_visit where client_id = ${clientId} and worker_id = ${workerId}`.execute(tx);
  return rows[0]?.visited_at ?? null;
}

/** What was corrected or taken back of a client, newest first. */
export async function correctionsOfClient(tx: Read, clientId: string): Promise<Correction[]> {
  const { rows } = await rowsOf(zCorrection)`
    select c.id, c.act, c.subject_id as "subjectId", c.why, w.given_name || ' ' || w.family_name as by, c.made_at as "madeAt"
    from platform_correction c join worker_worker w on w.id = c.worker_id
    where c.client_id = ${clientId} order by c.made_at desc, c.id desc`.execute(tx);
  return rows;
}

const zAddressFromRow = zAddress.extend({ during: zSqlRange });

/** Where a client is reached on a day and later, as a new address must have seen it; null where nothing is recorded. */
export async function standingAddress(tx: Read, clientId: string, on: Day): Promise<Standing | null> {
  const { rows } = await rowsOf(zAddressFromRow)`
    select street, postal_code as "postalCode", post_office as "postOffice", phone, email, during from client_address
    where client_id = ${clientId} and coalesce(upper(during) > ${on}::date, true) order by lower(during)`.execute(tx);
  const last = rows.at(-1);
  if (!last) return null;
  return {
    version: versionOf(rows),
    content: contentOf(zAddress, last),
    ...(await lastChange(tx, sql`client_address where client_id = ${clientId}`, clientId)),
  };
}

const zProtectedOnRow = z.object({ during: zSqlRange, contactInstead: z.string().nullable() });

/** How a person is protected on a day and later, on any of their records, as lifting it must have seen it; null where nothing is. */
export async function standingProtection(tx: Read, clientId: string, on: Day): Promise<Standing | null> {
  const { rows } = await rowsOf(zProtectedOnRow)`
    select during, contact_instead as "contactInstead" from client_protected
    where client_id = ${clientId} and coalesce(upper(during) > ${on}::date, true)
    order by lower(during), upper(during), contact_instead`.execute(tx);
  const last = rows.at(-1);
  if (!last) return null;
  const records = await recordsOfPerson(tx, clientId);
  return {
    version: versionOf(rows),
    content: { during: last.during, contactInstead: last.contactInstead },
    ...(await lastChange(tx, sql`client_protection where client_id = any(${records}::uuid[])`, clientId)),
  };
}

/** A client's reasons of support, as a new one must have seen them; null where none is recorded. */
export async function standingReason(tx: Read, clientId: string): Promise<Standing | null> {
  const recorded = await reasonsOf(tx, clientId);
  const [latest] = recorded;
  if (!latest) return null;
  return {
    version: versionOf(recorded),
    content: { reason: latest.reason },
    ...(await lastChange(tx, sql`client_reason where client_id = ${clientId}`, clientId)),
  };
}

/** The main benefits of a client, as another that ends one of them must have seen them; null where there is none. */
export async function standingMainBenefit(tx: Read, clientId: string): Promise<Standing | null> {
  const mains = (await benefitsOf(tx, clientId)).filter(({ main }) => main);
  const [newest] = mains;
  if (!newest) return null;
  return {
    version: mainVersion(mains),
    content: contentOf(zBenefitDetails, newest),
    ...(await lastChange(tx, sql`client_benefit where client_id = ${clientId} and main`, clientId)),
  };
}

/** Which benefits are a client's main ones, as one version. */
export const mainVersion = (
  recorded: readonly (z.output<typeof zBenefitDetails> & { readonly id: string })[],
): string => versionOf(recorded.filter(({ main }) => main).map((one) => [one.id, contentOf(zBenefitDetails, one)]));

/** A benefit of a client, as a correction of it must have seen it; null where there is none. */
export async function standingBenefit(tx: Read, clientId: string, benefitId: string): Promise<Standing | null> {
  const benefit = (await benefitsOf(tx, clientId)).find(({ id }) => id === benefitId);
  if (!benefit) return null;
  return {
    content: contentOf(zBenefitDetails, benefit),
    ...(await lastChange(tx, sql`client_benefit where id = ${benefitId}`, clientId)),
  };
}

export async function standingRepresentative(
  tx: Read,
  clientId: string,
  representativeId: string,
): Promise<Standing | null> {
  const representative = (await representativesOf(tx, clientId)).find(({ id }) => id === representativeId);
  if (!representative) return null;
  return {
    content: contentOf(zNewRepresentative, representative),
    ...(await lastChange(tx, sql`client_representative where id = ${representativeId}`, clientId)),
  };
}

/** Who opened ended clients since an instant, and why; only the supervisor is told. */
export async function openingsSince(tx: Read, since: string): Promise<Opening[]> {
  const { rows } = await rowsOf(zOpening)`
    select o.id, w.family_name || ' ' || w.given_name as worker, o.reason, o.words, o.opened_at as "openedAt"
    from openings_since(${since}::timestamptz) o join worker_worker w on w.id = o.worker_id order by o.opened_at desc`.execute(
    tx,
  );
  return rows;
}

/** In SQL: the language in which a letter to a client is made, by the client's own. */
export const originalLanguageIn = (language: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(case when ${language} in (${sql.join(originalLanguages.map((one) => sql.lit(one)))}) then ${language} else ${sql.lit(originalLanguages[0])} end)`;

/** Whom a letter of a day is about: age, language of service, and who acts for the client. */
export async function letterPartyOf(tx: Read, clientId: string, on: Day): Promise<LetterParty> {
  const [client, representatives] = await Promise.all([clientOn(tx, clientId, on), representativesOf(tx, clientId)]);
  return { age: client?.age ?? null, language: client?.serviceLanguage ?? 'fi', representatives };
}
