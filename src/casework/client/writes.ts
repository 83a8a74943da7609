import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { maskIdentityCode, type ParsedIdentityCode } from '../../kernel/id.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Keys } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { change, rowsOf } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import { keyedHash, seal } from '../../server/secret.ts';
import type { Address, BenefitDetails, ClientChange, NewClient, NewRepresentative, Reason } from './words.ts';

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

type DatedTable = 'client_address' | 'client_reason';

const zNext = z.object({ next: zDay.nullable() });

/**
 * Makes room for what holds from a day on, where one row holds at a time, and answers for which days: what is recorded late takes
 * its place before what holds later. What held on the day ends, and what began that very day is taken away.
 */
async function roomFrom(tx: Write, table: DatedTable, clientId: string, from: Day): Promise<Range> {
  await change`delete from ${sql.table(table)} where client_id = ${clientId} and lower(during) = ${from}::date`.execute(
    tx,
  );
  await change`update ${sql.table(table)} set during = daterange(lower(during), ${from}::date)
    where client_id = ${clientId} and during @> ${from}::date`.execute(tx);
  const { rows } = await rowsOf(zNext)`select min(lower(during)) as next from ${sql.table(table)}
    where client_id = ${clientId} and lower(during) > ${from}::date`.execute(tx);
  return { from, to: rows[0]?.next ?? null };
}

export async function replaceAddress(
  tx: Write,
  organiserId: string,
  clientId: string,
  address: Address,
  from: Day,
): Promise<void> {
  await insertAddress(tx, organiserId, clientId, address, await roomFrom(tx, 'client_address', clientId, from));
}

/** Where a client is reached on days. */
export async function insertAddress(
  tx: Write,
  organiserId: string,
  clientId: string,
  address: Address,
  during: Range,
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
      during: toSql(during),
    })
    .execute();
}

const zProtectedUntil = z.object({ endless: z.boolean().nullable(), last: zDay.nullable() });

/** Protects an address on days. What was protected stays so: marking it anew shortens no protection. */
export async function insertProtection(
  tx: Write,
  organiserId: string,
  clientId: string,
  contactInstead: string | null,
  during: Range,
): Promise<void> {
  const { rows } = await rowsOf(zProtectedUntil)`
    select bool_or(upper_inf(during)) as endless, max(upper(during)) as last from client_protection
    where client_id = ${clientId} and during && ${toSql(during)}::daterange`.execute(tx);
  const { endless, last } = rows[0] ?? { endless: null, last: null };
  const to = during.to === null || endless === true ? null : last !== null && last > during.to ? last : during.to;
  await change`delete from client_protection where client_id = ${clientId}
    and ${toSql({ from: during.from, to })}::daterange @> lower(during)`.execute(tx);
  await change`update client_protection set during = daterange(lower(during), ${during.from}::date)
    where client_id = ${clientId} and during @> ${during.from}::date`.execute(tx);
  await tx
    .insertInto('client_protection')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      contact_instead: contactInstead,
      during: toSql({ from: during.from, to }),
    })
    .execute();
}

/** Ends the protection on the day, also one that would begin later. */
export async function endProtection(tx: Write, clientId: string, on: Day): Promise<void> {
  await change`delete from client_protection where client_id = ${clientId} and lower(during) >= ${on}::date`.execute(
    tx,
  );
  await change`update client_protection set during = daterange(lower(during), ${on}::date)
    where client_id = ${clientId} and during @> ${on}::date`.execute(tx);
}

export async function replaceReason(
  tx: Write,
  organiserId: string,
  clientId: string,
  reason: Reason,
  from: Day,
): Promise<void> {
  const during = await roomFrom(tx, 'client_reason', clientId, from);
  await tx
    .insertInto('client_reason')
    .values({ organiser_id: organiserId, client_id: clientId, reason, during: toSql(during) })
    .execute();
}

export async function insertBenefit(
  tx: Write,
  organiserId: string,
  clientId: string,
  { benefit, main, highest, during }: BenefitDetails,
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
    .values({ organiser_id: organiserId, client_id: clientId, benefit, main, highest, during: toSql(during) })
    .execute();
}

/** Corrects what is recorded of a benefit. */
export async function updateBenefit(
  tx: Write,
  clientId: string,
  benefitId: string,
  { benefit, main, highest, during }: BenefitDetails,
): Promise<void> {
  await tx
    .updateTable('client_benefit')
    .set({ benefit, main, highest, during: toSql(during) })
    .where('client_id', '=', clientId)
    .where('id', '=', benefitId)
    .execute();
}

/**
 * Takes away a benefit. The main one that its recording had ended goes on as it did before, up to the next main one; old versions
 * of both remain.
 */
export async function deleteBenefit(tx: Write, clientId: string, benefitId: string): Promise<void> {
  await tx.deleteFrom('client_benefit').where('client_id', '=', clientId).where('id', '=', benefitId).execute();
  await change`update client_benefit b set main = true, during = daterange(lower(b.during), least(upper(before.during),
      (select min(lower(n.during)) from client_benefit n
        where n.client_id = ${clientId} and n.main and n.id <> b.id and lower(n.during) > lower(b.during))))
    from (select lower(recorded) as at, lower(during) as since from client_benefit_history where id = ${benefitId}
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from client_benefit_history h
      where h.client_id = ${clientId} and h.main and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> ${benefitId}
      order by h.id, upper(h.recorded) desc) before
    where b.id = before.id and (upper(b.during) = taken.since or (lower(b.during) = taken.since and not b.main))`.execute(
    tx,
  );
}

/** Takes away a reason of support; the one that its recording had ended goes on as it did before, up to the next one. */
export async function deleteReason(tx: Write, clientId: string, reasonId: string): Promise<void> {
  await tx.deleteFrom('client_reason').where('client_id', '=', clientId).where('id', '=', reasonId).execute();
  await change`update client_reason r set during = daterange(lower(r.during), least(upper(before.during),
      (select min(lower(n.during)) from client_reason n where n.client_id = ${clientId} and lower(n.during) > lower(r.during))))
    from (select lower(recorded) as at, lower(during) as since from client_reason_history where id = ${reasonId}
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from client_reason_history h
      where h.client_id = ${clientId} and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> ${reasonId}
      order by h.id, upper(h.recorded) desc) before
    where r.id = before.id and upper(r.during) = taken.since`.execute(tx);
}

/** Takes away a representative; old versions remain. */
export async function deleteRepresentative(tx: Write, clientId: string, representativeId: string): Promise<void> {
  await tx
    .deleteFrom('client_representative')
    .where('client_id', '=', clientId)
    .where('id', '=', representativeId)
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
  await change`insert into client_visit (worker_id, client_id, organiser_id, visited_at) values (${workerId}, ${clientId}, ${organiserId}, (select app_now()))
    on conflict (worker_id, client_id) do update set visited_at = excluded.visited_at`.execute(tx);
}

const zOpenedRow = z.object({ opened: z.boolean() });

/** Opens a client who has no matter any more to a worker, unless it is open already; the view `access` lets it hold for a day. */
export async function insertOpening(
  tx: Write,
  organiserId: string,
  workerId: string,
  { clientId, reason, words }: { readonly clientId: string; readonly reason: string; readonly words: string },
): Promise<boolean> {
  const { rows } = await rowsOf(zOpenedRow)`
    insert into client_opening (organiser_id, client_id, worker_id, reason, words, opened_at)
    select ${organiserId}::uuid, ${clientId}::uuid, ${workerId}::uuid, ${reason}, ${words}, (select app_now())
    where not exists (select from client_opening o
      where o.client_id = ${clientId} and o.worker_id = ${workerId} and (select app_now()) < o.opened_at + access_opened())
    returning true as opened`.execute(tx);
  return rows.length > 0;
}
