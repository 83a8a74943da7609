import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { services } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { versionOf, withVersion } from '../../server/version.ts';
import { awayFrom } from '../relationship/reads.ts';
import { rhythmsOf } from '../rhythm/reads.ts';
import {
  type AgreedRhythm,
  type CoachingFacts,
  type Contact,
  type HeldContact,
  type Matter,
  metKinds,
  rhythmContacts,
  type UnheldVisit,
  type Visit,
  visitKinds,
  visitOutcomes,
  zContact,
  zContactDetails,
  zHeldContact,
  zUnheldVisit,
  zVisit,
} from './words.ts';

const zCoachingFactsOfRow = z.object({
  service: z.enum(services),
  during: zSqlRange,
  contacts: z.array(zHeldContact),
  pauses: z.array(zSqlRange),
  agreed: z.array(z.object({ everyDays: z.number(), during: zSqlRange })),
  agreements: z.array(zSqlRange),
});

/** A client's relationship with all that its next contact follows from, or null where the client has no such one. */
export async function coachingFactsOf(
  tx: Read,
  organiserId: string,
  clientId: string,
  relationshipId: string,
): Promise<CoachingFacts | null> {
  const { rows } = await rowsOf(zCoachingFactsOfRow)`
    select r.service, r.during,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on))
        from coaching_contact c where c.relationship_id = r.id), '[]') as contacts,
      array(select w.during::text from ${awayFrom(sql`r.id`, sql`r.service`)}) as pauses,
      coalesce((select jsonb_agg(jsonb_build_object('everyDays', a.every_days, 'during', a.during))
        from coaching_agreed_rhythm a where a.relationship_id = r.id), '[]') as agreed,
      array(select (a.during * m.during)::text from agreement_agreement a
        join placement_placement m on m.id = a.placement_id and m.during && a.during where m.relationship_id = r.id) as agreements
    from relationship_relationship r where r.id = ${relationshipId} and r.client_id = ${clientId}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const rhythms = await rhythmsOf(tx, organiserId);
  return {
    relationship: row.during,
    rhythms: rhythms.filter(({ service }) => service === row.service),
    contacts: row.contacts,
    pauses: row.pauses,
    agreed: row.agreed.map(({ everyDays, during }) => ({ everyDays, during })),
    agreements: row.agreements,
  };
}

/** Contacts as a list of documents; `that` says of which. */
export const contactsThat = (that: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from coaching_contact c where ${that}), '[]')`;

/**
 * The contacts of a relationship that its next one follows from on a day, each the first entry of an index: the last that
 * keeps the rhythm, and the last at which one met. From all others the same day follows.
 */
export const lastContacts = (relationship: RawBuilder<unknown>, on: Day) => {
  const last = (that: RawBuilder<unknown>) => sql`(select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = ${relationship} and c.held_on <= ${on}::date and ${that} order by c.held_on desc, c.id desc limit 1)`;
  return sql`coalesce((select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from (
    ${last(sql`c.kind = any(${[...rhythmContacts.kinds]}::text[]) and c.party = any(${[...rhythmContacts.parties]}::text[])`)}
    union all ${last(sql`c.kind = any(${[...metKinds]}::text[])`)}) c), '[]')`;
};

const zContactRow = zContact.omit({ version: true });

/** Whose contacts, of which those of matters alone may be read; and how many of the newest at least. */
interface ContactScope {
  readonly clientId: string;
  readonly which: 'all' | 'of-matters';
  readonly limit: number;
}

/** The day of the last one of the newest contacts; an earlier one is not told. */
const firstDayOf = ({ clientId, which, limit }: ContactScope) => sql`
  select n.held_on from coaching_contact n where n.client_id = ${clientId} and (${which === 'all'} or n.referral_id is not null)
  order by n.held_on desc, n.id desc offset ${limit - 1} limit 1`;

/**
 * What was recorded of one client, newest first: whole days, until there are enough; and of earlier days what the worker has not
 * seen yet. Only what belongs to a matter, where one reads no more.
 */
export async function contactsOf(tx: Read, scope: ContactScope, workerId: string, today: Day): Promise<Contact[]> {
  const { clientId, which } = scope;
  const { rows } = await rowsOf(zContactRow)`
    select c.id, c.relationship_id as "relationshipId", c.referral_id as "referralId", c.kind, c.party, c.held_on as "heldOn", c.minutes, c.note,
      w.family_name || ' ' || w.given_name as worker, c.outside_service as "outsideService",
      c.worker_id = ${workerId} and (lower(c.recorded) at time zone 'Europe/Helsinki')::date = ${today}::date as "mayTakeBack"
    from coaching_contact c join worker_worker w on w.id = c.worker_id
    where c.client_id = ${clientId} and (${which === 'all'} or c.referral_id is not null)
      and (c.held_on >= coalesce((${firstDayOf(scope)}), '-infinity')
        or lower(c.recorded) > (select v.visited_at from client_visit v where v.client_id = ${clientId} and v.worker_id = ${workerId}))
    order by c.held_on desc, c.id desc`.execute(tx);
  return rows.map(withVersion(zContactDetails));
}

const zContactsFromRow = z.object({ from: zDay });

/** From which day on all contacts are told; null where none is earlier. */
export async function contactsFrom(tx: Read, scope: ContactScope): Promise<Day | null> {
  const { clientId, which } = scope;
  const { rows } = await rowsOf(zContactsFromRow)`
    select f.held_on as "from" from (${firstDayOf(scope)}) f where exists (select from coaching_contact c
      where c.client_id = ${clientId} and (${which === 'all'} or c.referral_id is not null) and c.held_on < f.held_on)`.execute(
    tx,
  );
  return rows[0]?.from ?? null;
}

const zLastContactsRow = z.object({ relationshipId: zId, contacts: z.array(zHeldContact) });

/** Of each relationship of a client that holds on a day, the contacts that its next one follows from. */
export async function lastContactsOf(tx: Read, clientId: string, on: Day) {
  const { rows } = await rowsOf(zLastContactsRow)`
    select r.id as "relationshipId", ${lastContacts(sql`r.id`, on)} as contacts from relationship_relationship r
    where r.client_id = ${clientId} and r.during @> ${on}::date`.execute(tx);
  return new Map(rows.map(({ relationshipId, contacts }) => [relationshipId, contacts]));
}

const zContactOfRow = zContact
  .pick({ relationshipId: true, referralId: true, kind: true, party: true, heldOn: true })
  .extend({ workerId: zId, recordedOn: zDay });

/** One contact of a client with who recorded it and on which day, or null. */
export async function contactOf(tx: Read, clientId: string, contactId: string) {
  const { rows } = await rowsOf(zContactOfRow)`
    select relationship_id as "relationshipId", referral_id as "referralId", kind, party, held_on as "heldOn", worker_id as "workerId",
      (lower(recorded) at time zone 'Europe/Helsinki')::date as "recordedOn"
    from coaching_contact where id = ${contactId} and client_id = ${clientId}`.execute(tx);
  return rows[0] ?? null;
}

const zMatter = z.object({
  receivedOn: zDay,
  withdrawnOn: zDay.nullable(),
  deniedOn: zDay.nullable(),
  begunOn: zDay.nullable(),
});

/** A referral of the client with what became of it, or null where the client has no such one. */
export async function matterOf(tx: Read, clientId: string, referralId: string): Promise<Matter | null> {
  const { rows } = await rowsOf(zMatter)`
    select r.received_on as "receivedOn", r.withdrawn_on as "withdrawnOn",
      case when r.outcome <> 'grant' then r.decided_on end as "deniedOn",
      (select min(lower(x.during)) from relationship_relationship x where x.decision_id = r.decision_id) as "begunOn"
    from decision_matter r where r.id = ${referralId} and r.client_id = ${clientId}`.execute(tx);
  return rows[0] ?? null;
}

const zOpenVisitRow = zVisit.extend({ contacts: z.array(zHeldContact) });

/** Appointments whose outcome has not been told, whatever their day, next first; but one at whose day it was held, as the rule has it. */
export async function openVisitsOf(
  tx: Read,
  wasHeld: (visit: Visit, contacts: readonly HeldContact[]) => boolean,
  clientId: string,
): Promise<Visit[]> {
  const { rows } = await rowsOf(zOpenVisitRow)`
    select a.id, a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt",
      a.place, w.family_name || ' ' || w.given_name as worker,
      ${contactsThat(sql`c.relationship_id = a.relationship_id and c.held_on = a.due_on`)} as contacts
    from coaching_appointment a join worker_worker w on w.id = a.worker_id
    where a.client_id = ${clientId} and a.outcome is null order by a.due_on, a.starts_at`.execute(tx);
  return rows.flatMap(({ contacts, ...visit }) => (wasHeld(visit, contacts) ? [] : [visit]));
}

/** Appointments of a client that led to no contact, newest first. */
export async function unheldVisitsOf(tx: Read, clientId: string): Promise<UnheldVisit[]> {
  const { rows } = await rowsOf(zUnheldVisit)`
    select a.id, a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt",
      a.place, w.family_name || ' ' || w.given_name as worker, a.outcome, n.due_on as "movedTo", a.note,
      least(a.due_on, (lower(a.recorded) at time zone 'Europe/Helsinki')::date) as "happenedOn"
    from coaching_appointment a join worker_worker w on w.id = a.told_by_id left join coaching_appointment n on n.id = a.moved_to_id
    where a.client_id = ${clientId} and a.outcome in ('missed', 'moved', 'cancelled') order by "happenedOn" desc, a.starts_at`.execute(
    tx,
  );
  return rows;
}

const zVisitFacts = z.object({
  relationshipId: zId,
  kind: z.enum(visitKinds),
  dueOn: zDay,
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  outcome: z.enum(visitOutcomes).nullable(),
  toldById: zId.nullable(),
  toldOn: zDay,
  contactId: zId.nullable(),
  movedToId: zId.nullable(),
  movedWaits: z.boolean(),
});
type VisitFacts = z.output<typeof zVisitFacts>;

/** One appointment of a client with what became of it, held until the transaction ends so that its outcome is told once; or null. */
export async function visitOf(tx: Read, clientId: string, visitId: string): Promise<VisitFacts | null> {
  const { rows } = await rowsOf(zVisitFacts)`
    select a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt", a.place,
      a.outcome, a.told_by_id as "toldById", (lower(a.recorded) at time zone 'Europe/Helsinki')::date as "toldOn", a.contact_id as "contactId",
      a.moved_to_id as "movedToId",
      coalesce((select n.outcome is null from coaching_appointment n where n.id = a.moved_to_id), true) as "movedWaits"
    from coaching_appointment a where a.id = ${visitId} and a.client_id = ${clientId} for update of a`.execute(tx);
  return rows[0] ?? null;
}

const zCoachedAmongRow = z.object({ relationshipId: zId, clientId: zId });

/** Those of the relationships that the worker who asks coaches today and that hold on the day, with their clients. */
export async function coachedAmong(
  tx: Read,
  relationshipIds: readonly string[],
  heldOn: Day,
): Promise<{ relationshipId: string; clientId: string }[]> {
  const { rows } = await rowsOf(zCoachedAmongRow)`
    select r.id as "relationshipId", r.client_id as "clientId" from relationship_relationship r
    where r.id = any(${[...relationshipIds]}::uuid[]) and r.during @> ${heldOn}::date
      and r.client_id in (select a.id from app_related_among('{responsible_for,coach_of}',
        array(select m.client_id from relationship_relationship m where m.id = any(${[...relationshipIds]}::uuid[]))) a(id))`.execute(
    tx,
  );
  return rows;
}

/** One's contact as it stands, as adding to it or taking it back must have seen it. */
export async function standingContact(tx: Read, clientId: string, contactId: string): Promise<Standing | null> {
  const { rows } = await rowsOf(zContactDetails)`
    select kind, party, held_on as "heldOn", minutes, note from coaching_contact
    where id = ${contactId} and client_id = ${clientId}`.execute(tx);
  const [content] = rows;
  return content
    ? { content, ...(await lastChange(tx, sql`coaching_contact where id = ${contactId}`, clientId)) }
    : null;
}

const zOutcomeNoteRow = z.object({ outcome: z.enum(visitOutcomes), note: z.string().nullable() });

/** What was told of an appointment, as adding to it or taking it back must have seen it; null while it waits. */
export async function standingOutcomeOf(tx: Read, clientId: string, visitId: string): Promise<Standing | null> {
  const { rows } = await rowsOf(zOutcomeNoteRow)`
    select a.outcome, coalesce(c.note, a.note) as note from coaching_appointment a left join coaching_contact c on c.id = a.contact_id
    where a.id = ${visitId} and a.client_id = ${clientId} and a.outcome is not null`.execute(tx);
  const [content] = rows;
  return content
    ? { content, ...(await lastChange(tx, sql`coaching_appointment where id = ${visitId}`, clientId)) }
    : null;
}

/** The client's own rhythms of a relationship have one version together; null where there is none. */
export function versionOfWishes(wishes: readonly AgreedRhythm[]): string | null {
  if (wishes.length === 0) return null;
  const bare = wishes.map(({ everyDays, during }) => ({ everyDays, during }));
  return versionOf(bare.toSorted((a, b) => (a.during.from < b.during.from ? -1 : 1)));
}

/** The rhythm agreed with a client, as another agreement must have seen it; null where there is none. */
export async function standingWishes(
  tx: Read,
  organiserId: string,
  clientId: string,
  relationshipId: string,
): Promise<Standing | null> {
  const wishes = (await coachingFactsOf(tx, organiserId, clientId, relationshipId))?.agreed ?? [];
  const version = versionOfWishes(wishes);
  if (version === null) return null;
  return {
    version,
    content: { everyDays: wishes.at(-1)?.everyDays ?? null },
    ...(await lastChange(tx, sql`coaching_agreed_rhythm where relationship_id = ${relationshipId}`, clientId)),
  };
}

const zWasAmendedRow = z.object({ amended: z.boolean() });

/** Whether something was added to a contact since it was recorded. */
export async function wasAmended(tx: Read, contactId: string): Promise<boolean> {
  const { rows } = await rowsOf(zWasAmendedRow)`
    select exists (select from coaching_contact_history where id = ${contactId}) as amended`.execute(tx);
  return rows[0]?.amended ?? false;
}
