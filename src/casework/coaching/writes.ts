import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import { type EndedOn, letGoOn } from '../../server/database/let-go-on.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { ContactKind, Party, VisitKind, VisitOutcome } from './words.ts';

interface NewContact {
  readonly clientId: string;
  readonly relationshipId: string | null;
  readonly referralId: string | null;
  readonly kind: ContactKind;
  readonly party: Party;
  readonly heldOn: Day;
  readonly minutes: number | null;
  readonly note: string | null;
}

interface By {
  readonly organiserId: string;
  readonly workerId: string;
}

/** Records contacts, in one statement however many they are; group meetings among them are one meeting. */
export async function insertContacts(tx: Write, by: By, contacts: readonly NewContact[]): Promise<string[]> {
  const meetingId = newId();
  const rows = contacts.map((contact) => ({
    id: newId(),
    ...contact,
    meetingId: contact.kind === 'group-meeting' ? meetingId : null,
  }));
  await change`insert into coaching_contact (id, organiser_id, client_id, relationship_id, referral_id, worker_id, kind, party, held_on, minutes, note, meeting_id)
    select x.id, ${by.organiserId}, x."clientId", x."relationshipId", x."referralId", ${by.workerId}, x.kind, x.party, x."heldOn", x.minutes, x.note, x."meetingId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, "clientId" uuid, "relationshipId" uuid, "referralId" uuid, kind text, party text,
      "heldOn" date, minutes int, note text, "meetingId" uuid)`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function updateContact(
  tx: Write,
  contactId: string,
  change: {
    readonly kind?: ContactKind | undefined;
    readonly party?: Party | undefined;
    readonly heldOn?: Day | undefined;
    readonly minutes?: number | null | undefined;
    readonly note?: string | null | undefined;
  },
): Promise<void> {
  const columns = {
    kind: change.kind,
    meeting_id: change.kind === undefined || change.kind === 'group-meeting' ? undefined : null,
    party: change.party,
    held_on: change.heldOn,
    minutes: change.minutes,
    note: change.note,
  };
  const input = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(input).length === 0) return;
  await tx.updateTable('coaching_contact').set(input).where('id', '=', contactId).execute();
}

/** Of which service a contact was. */
export async function keepServiceOfContact(tx: Write, contactId: string, relationshipId: string): Promise<void> {
  await tx
    .updateTable('coaching_contact')
    .set({ relationship_id: relationshipId, referral_id: null, outside_service: false })
    .where('id', '=', contactId)
    .execute();
}

export async function deleteContact(tx: Write, contactId: string): Promise<void> {
  await tx.deleteFrom('coaching_contact').where('id', '=', contactId).execute();
}

/** Contacts from the day on stay as they are, outside the service. */
export async function markOutside(tx: Write, relationshipId: string, from: Day): Promise<void> {
  await change`update coaching_contact set outside_service = true where relationship_id = ${relationshipId} and held_on >= ${from}::date`.execute(
    tx,
  );
}

/** Contacts on days of the service are of the service. */
export async function markInside(tx: Write, relationshipId: string, during: Range): Promise<void> {
  await change`update coaching_contact set outside_service = false
    where relationship_id = ${relationshipId} and outside_service and ${toSql(during)}::daterange @> held_on`.execute(
    tx,
  );
}

/** Makes room for the client's own rhythm on the days: what was agreed for others stays, and without an end nothing comes after. */
export async function clearAgreedRhythm(tx: Write, relationshipId: string, { from, to }: Range): Promise<void> {
  await change`delete from coaching_agreed_rhythm
    where relationship_id = ${relationshipId} and during <@ daterange(${from}::date, ${to}::date)`.execute(tx);
  // One that goes on behind the days begins again after them.
  await change`update coaching_agreed_rhythm set during = daterange(${to}::date, upper(during))
    where relationship_id = ${relationshipId} and ${to}::date is not null and lower(during) >= ${from}::date and during @> ${to}::date`.execute(
    tx,
  );
  await change`with cut as (
      update coaching_agreed_rhythm set during = daterange(lower(during), ${from}::date)
      where relationship_id = ${relationshipId} and lower(during) < ${from}::date and during @> ${from}::date
      returning old.organiser_id, old.client_id, old.relationship_id, old.every_days, old.during)
    insert into coaching_agreed_rhythm (organiser_id, client_id, relationship_id, every_days, during)
    select organiser_id, client_id, relationship_id, every_days, daterange(${to}::date, upper(during)) from cut
    where ${to}::date is not null and during @> ${to}::date`.execute(tx);
}

/** Lets the rhythms that ended on the day with their relationship go on as long as they were agreed on. */
export async function uncutAgreedRhythms(tx: Write, relationshipId: string, ended: EndedOn): Promise<void> {
  await letGoOn(tx, 'coaching_agreed_rhythm', sql`relationship_id = ${relationshipId}`, ended);
}

export async function insertAgreedRhythm(
  tx: Write,
  organiserId: string,
  input: {
    readonly clientId: string;
    readonly relationshipId: string;
    readonly everyDays: number;
    readonly during: Range;
  },
): Promise<void> {
  await tx
    .insertInto('coaching_agreed_rhythm')
    .values({
      organiser_id: organiserId,
      client_id: input.clientId,
      relationship_id: input.relationshipId,
      every_days: input.everyDays,
      during: toSql(input.during),
    })
    .execute();
}

export async function insertVisit(
  tx: Write,
  by: By,
  visit: {
    readonly clientId: string;
    readonly relationshipId: string;
    readonly kind: VisitKind;
    readonly dueOn: Day;
    readonly startsAt: string | null;
    readonly place: string | null;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('coaching_appointment')
    .values({
      id,
      organiser_id: by.organiserId,
      client_id: visit.clientId,
      relationship_id: visit.relationshipId,
      worker_id: by.workerId,
      kind: visit.kind,
      due_on: visit.dueOn,
      starts_at: visit.startsAt,
      place: visit.place,
    })
    .execute();
  return id;
}

/** Keeps what became of an appointment, and who told it. */
export async function keepVisitOutcome(
  tx: Write,
  by: By,
  visitId: string,
  answer: {
    readonly outcome: VisitOutcome;
    readonly note?: string | null;
    readonly contactId?: string | null;
    readonly movedToId?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('coaching_appointment')
    .set({
      outcome: answer.outcome,
      told_by_id: by.workerId,
      contact_id: answer.contactId ?? null,
      moved_to_id: answer.movedToId ?? null,
      note: answer.note ?? null,
    })
    .where('id', '=', visitId)
    .execute();
}

export async function updateVisitNote(tx: Write, visitId: string, note: string | null): Promise<void> {
  await tx.updateTable('coaching_appointment').set({ note }).where('id', '=', visitId).execute();
}

/** The appointment waits again. */
export async function reopenVisit(tx: Write, visitId: string): Promise<void> {
  await tx
    .updateTable('coaching_appointment')
    .set({ outcome: null, told_by_id: null, contact_id: null, moved_to_id: null, note: null })
    .where('id', '=', visitId)
    .execute();
}

/** Appointments that a contact was the outcome of wait again; the contact may then go. */
export async function reopenVisitsOf(tx: Write, contactId: string): Promise<void> {
  await tx
    .updateTable('coaching_appointment')
    .set({ outcome: null, told_by_id: null, contact_id: null })
    .where('contact_id', '=', contactId)
    .execute();
}

export async function deleteVisit(tx: Write, visitId: string): Promise<void> {
  await tx.deleteFrom('coaching_appointment').where('id', '=', visitId).execute();
}

/** Appointments agreed for days on which the relationship no longer holds are cancelled. */
export async function cancelVisitsFrom(tx: Write, by: By, relationshipId: string, from: Day): Promise<void> {
  await change`update coaching_appointment set outcome = 'cancelled', told_by_id = ${by.workerId}
    where relationship_id = ${relationshipId} and outcome is null and due_on >= ${from}::date`.execute(tx);
}
