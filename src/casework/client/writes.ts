import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { maskIdentityCode, type ParsedIdentityCode } from '../../kernel/id.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Keys } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import { keyedHash, seal } from '../../server/secret.ts';
import type { Address, Benefit, ClientChange, NewClient, NewRepresentative, Reason } from './words.ts';

/** An identity code as it is kept: encrypted, findable by its keyed hash, shown masked. */
export interface KeptIdentity {
  /** Sealed for one client alone. */
  readonly cipherFor: (clientId: string) => Uint8Array;
  readonly hash: Uint8Array;
  readonly masked: string;
  readonly temporary: boolean;
}

/** An identity code made ready to be kept. */
export function keptIdentity(keys: Keys, { code, temporary }: ParsedIdentityCode & { ok: true }): KeptIdentity {
  const cipherFor = (clientId: string) => seal(keys, clientId, code);
  return { cipherFor, hash: keyedHash(keys, code), masked: maskIdentityCode(code), temporary };
}

type ClientRow = Omit<
  NewClient,
  'identityCode' | 'phone' | 'email' | 'protected' | 'contactInstead' | 'representative'
> & { readonly identity: KeptIdentity | null };

/** Adds a client; the key is made here, since nobody sees the row before a relation to the client exists. */
export async function insertClient(tx: Write, organiserId: string, client: ClientRow): Promise<string> {
  const id = newId();
  const { identity } = client;
  await tx
    .insertInto('client_client')
    .values({
      id,
      organiser_id: organiserId,
      family_name: client.familyName,
      given_names: client.givenNames,
      birth_on: client.birthOn,
      gender: client.gender,
      mother_tongue: client.motherTongue,
      service_language: client.serviceLanguage,
      easy_language: client.easyLanguage,
      municipality_code: client.municipalityCode,
      identity_cipher: identity ? Buffer.from(identity.cipherFor(id)) : null,
      identity_hash: identity ? Buffer.from(identity.hash) : null,
      identity_masked: identity?.masked ?? null,
      identity_temporary: identity?.temporary ?? null,
    })
    .execute();
  return id;
}

export async function updateClient(
  tx: Write,
  clientId: string,
  change: Omit<ClientChange, 'identityCode'>,
): Promise<void> {
  const columns = {
    family_name: change.familyName,
    given_names: change.givenNames,
    birth_on: change.birthOn,
    gender: change.gender,
    mother_tongue: change.motherTongue,
    service_language: change.serviceLanguage,
    easy_language: change.easyLanguage,
    municipality_code: change.municipalityCode,
  };
  const input = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(input).length === 0) return;
  await tx.updateTable('client_client').set(input).where('id', '=', clientId).execute();
}

export async function updateIdentity(tx: Write, clientId: string, identity: KeptIdentity | null): Promise<void> {
  await tx
    .updateTable('client_client')
    .set({
      identity_cipher: identity ? Buffer.from(identity.cipherFor(clientId)) : null,
      identity_hash: identity ? Buffer.from(identity.hash) : null,
      identity_masked: identity?.masked ?? null,
      identity_temporary: identity?.temporary ?? null,
    })
    .where('id', '=', clientId)
    .execute();
}

/** One joining or separating at a time within an organiser, so that two at once cannot swap the persons of two records. */
export async function lockPersons(tx: Write, organiserId: string): Promise<void> {
  await change`select pg_advisory_xact_lock(hashtextextended(${`client persons ${organiserId}`}, 0))`.execute(tx);
}

/** Says that records are the person of another record. */
export async function joinRecordsTo(tx: Write, clientId: string, recordIds: readonly string[]): Promise<void> {
  await change`update client_client set person_id = (select person_id from client_client where id = ${clientId})
    where id = any(${[...recordIds]}::uuid[])`.execute(tx);
}

/** Says that records together are a person of their own. */
export async function separateFromPerson(tx: Write, recordIds: readonly string[]): Promise<void> {
  await change`update client_client set person_id = ${newId()} where id = any(${[...recordIds]}::uuid[])`.execute(tx);
}

type DatedTable = 'client_address' | 'client_protection' | 'client_reason';

/** Ends what holds on the day in a table where one row holds at a time; a row that began that very day is taken away. */
async function endOn(tx: Write, table: DatedTable, clientId: string, on: Day): Promise<void> {
  await change`delete from ${sql.table(table)} where client_id = ${clientId} and lower(during) >= ${on}::date`.execute(
    tx,
  );
  await change`update ${sql.table(table)} set during = daterange(lower(during), ${on}::date)
    where client_id = ${clientId} and during @> ${on}::date`.execute(tx);
}

export async function replaceAddress(
  tx: Write,
  organiserId: string,
  clientId: string,
  address: Address,
  from: Day,
): Promise<void> {
  await endOn(tx, 'client_address', clientId, from);
  await insertAddress(tx, organiserId, clientId, address, from);
}

/** Where a newcomer is reached from a day on. */
export async function insertAddress(
  tx: Write,
  organiserId: string,
  clientId: string,
  address: Address,
  from: Day,
): Promise<void> {
  await tx
    .insertInto('client_address')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      street: address.street,
      postal_code: address.postalCode,
      post_office: address.postOffice,
      phone: address.phone,
      email: address.email,
      during: sql`daterange(${from}::date, null)`,
    })
    .execute();
}

export async function insertProtection(
  tx: Write,
  organiserId: string,
  clientId: string,
  contactInstead: string | null,
  during: Range,
): Promise<void> {
  await endOn(tx, 'client_protection', clientId, during.from);
  await tx
    .insertInto('client_protection')
    .values({ organiser_id: organiserId, client_id: clientId, contact_instead: contactInstead, during: toSql(during) })
    .execute();
}

export async function endProtection(tx: Write, clientId: string, on: Day): Promise<void> {
  await endOn(tx, 'client_protection', clientId, on);
}

export async function replaceReason(
  tx: Write,
  organiserId: string,
  clientId: string,
  reason: Reason,
  from: Day,
): Promise<void> {
  await endOn(tx, 'client_reason', clientId, from);
  await tx
    .insertInto('client_reason')
    .values({ organiser_id: organiserId, client_id: clientId, reason, during: sql`daterange(${from}::date, null)` })
    .execute();
}

export async function insertBenefit(
  tx: Write,
  organiserId: string,
  clientId: string,
  { benefit, main, during }: { readonly benefit: Benefit; readonly main: boolean; readonly during: Range },
): Promise<void> {
  if (main) {
    await change`update client_benefit set main = false where client_id = ${clientId} and main and lower(during) = ${during.from}::date`.execute(
      tx,
    );
    await change`update client_benefit set during = daterange(lower(during), ${during.from}::date)
      where client_id = ${clientId} and main and during @> ${during.from}::date`.execute(tx);
  }
  await tx
    .insertInto('client_benefit')
    .values({ organiser_id: organiserId, client_id: clientId, benefit, main, during: toSql(during) })
    .execute();
}

const representativeColumns = ({ postalCode, postOffice, during, ...input }: NewRepresentative) => ({
  ...input,
  postal_code: postalCode,
  post_office: postOffice,
  during: toSql(during),
});

export async function insertRepresentative(
  tx: Write,
  organiserId: string,
  clientId: string,
  input: NewRepresentative,
): Promise<void> {
  await tx
    .insertInto('client_representative')
    .values({ organiser_id: organiserId, client_id: clientId, ...representativeColumns(input) })
    .execute();
}

/** Whether there was one. */
export async function updateRepresentative(
  tx: Write,
  clientId: string,
  representativeId: string,
  input: NewRepresentative,
): Promise<boolean> {
  const changed = await tx
    .updateTable('client_representative')
    .set(representativeColumns(input))
    .where('client_id', '=', clientId)
    .where('id', '=', representativeId)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function markVisit(tx: Write, organiserId: string, clientId: string, workerId: string): Promise<void> {
  await change`insert into client_visit (worker_id, client_id, organiser_id, visited_at) values (${workerId}, ${clientId}, ${organiserId}, app_now())
    on conflict (worker_id, client_id) do update set visited_at = excluded.visited_at`.execute(tx);
}

/** Opens a client who has no matter any more to a worker; the view `access` lets it hold for a day. */
export async function insertOpening(
  tx: Write,
  organiserId: string,
  workerId: string,
  { clientId, reason, words }: { readonly clientId: string; readonly reason: string; readonly words: string },
): Promise<void> {
  await change`insert into client_opening (organiser_id, client_id, worker_id, reason, words, opened_at)
    values (${organiserId}, ${clientId}, ${workerId}, ${reason}, ${words}, app_now())`.execute(tx);
}
