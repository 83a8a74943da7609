import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains, type Range, zRange } from '../../kernel/range.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { act, ask, type Refuse } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { lockClients } from '../../server/turn.ts';
import { contentOf, versionOf } from '../../server/version.ts';
import { zWhy } from '../client/words.ts';
import { endRecordedAt } from '../relationship/reads.ts';
import { coachingAccess } from './access.ts';
import {
  coachedAmong,
  coachingFactsOf,
  contactOf,
  contactsFrom,
  contactsOf,
  matterOf,
  openVisitsOf,
  standingContact,
  standingOutcomeOf,
  standingWishes,
  visitOf,
  wasAmended,
} from './reads.ts';
import { dueDay, isOfMatter, wasHeld } from './rules.ts';
import { coachingRefusals } from './texts.ts';
import {
  type CoachingFacts,
  contactParties,
  type Due,
  matterKinds,
  ownKinds,
  visitKinds,
  visitOutcomes,
  zContact,
  zContactDetails,
  zContactKind,
  zDue,
  zMinutes,
  zNote,
  zPlace,
  zTime,
  zVisit,
} from './words.ts';
import {
  cancelVisitsFrom,
  clearAgreedRhythm,
  deleteContact,
  deleteVisit,
  insertAgreedRhythm,
  insertContacts,
  insertVisit,
  keepServiceOfContact,
  keepVisitOutcome,
  markInside,
  markOutside,
  reopenVisit,
  reopenVisitsOf,
  uncutAgreedRhythms,
  updateContact,
  updateVisitNote,
} from './writes.ts';

/** The instant at which something was recorded. */
const zInstant = z.string();
const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
type Refusing = Refuse<typeof coachingRefusals>;

interface At {
  readonly tx: Read;
  readonly who: { readonly organiserId: string };
  readonly today: Day;
}

/** The relationship with its facts; refuses one that is not the client's. */
async function factsOf(
  { tx, who }: At,
  clientId: string,
  relationshipId: string,
  refuse: Refusing,
): Promise<CoachingFacts> {
  const facts = await coachingFactsOf(tx, who.organiserId, clientId, relationshipId);
  return facts ?? refuse('no-such-relationship', { field: 'relationshipId' });
}

/** What comes next now, told back with every change. */
async function next(at: At, clientId: string, relationshipId: string, refuse: Refusing): Promise<{ next: Due }> {
  return { next: dueDay(await factsOf(at, clientId, relationshipId, refuse), at.today) };
}

function mustBeHeld(heldOn: Day, relationship: Range, today: Day, refuse: Refusing): void {
  if (heldOn > today) refuse('held-in-future', { field: 'heldOn' });
  if (!contains(relationship, heldOn)) refuse('outside-relationship', { field: 'heldOn' });
}

async function mustBeOfMatter(
  tx: Read,
  clientId: string,
  referralId: string,
  heldOn: Day,
  today: Day,
  refuse: Refusing,
): Promise<void> {
  const matter = await matterOf(tx, clientId, referralId);
  if (!matter) refuse('no-such-matter', { field: 'referralId' });
  if (heldOn > today) refuse('held-in-future', { field: 'heldOn' });
  if (!isOfMatter(matter, heldOn)) refuse('outside-matter', { field: 'heldOn' });
}

export const recordContact = act({
  name: 'recordContact',
  method: 'POST',
  path: '/api/clients/{clientId}/contacts',
  says: 'Record a contact with a client: its kind is enough, today is meant; told back is when the next one is due',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    kind: z.enum(ownKinds),
    party: z.enum(contactParties).default('client'),
    heldOn: zDay.optional(),
    minutes: zMinutes.nullable().default(null),
    note: zNote.nullable().default(null),
  }),
  output: z.object({ contactId: zId, recordedAt: zInstant, version: z.string(), next: zDue }),
  may: coachingAccess.recordContact,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input, who, today, now, refuse }) => {
    const facts = await factsOf({ tx, who, today }, input.clientId, input.relationshipId, refuse);
    const contact = { ...input, heldOn: input.heldOn ?? today };
    mustBeHeld(contact.heldOn, facts.relationship, today, refuse);
    const [contactId = ''] = await insertContacts(tx, who, [{ ...contact, referralId: null }]);
    const version = versionOf(contentOf(zContactDetails, contact));
    return {
      contactId,
      recordedAt: now,
      version,
      next: dueDay({ ...facts, contacts: [...facts.contacts, contact] }, today),
    };
  },
});

export const recordContactOnMatter = act({
  name: 'recordContactOnMatter',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/contacts',
  says: 'Record a contact with a client whose matter has not led to a service yet: its kind is enough, today is meant',
  input: z.strictObject({
    clientId: zId,
    referralId: zId,
    kind: z.enum(matterKinds),
    heldOn: zDay.optional(),
    minutes: zMinutes.nullable().default(null),
    note: zNote.nullable().default(null),
  }),
  output: z.object({ contactId: zId, recordedAt: zInstant, version: z.string() }),
  may: coachingAccess.recordContactOnMatter,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input, who, today, now, refuse }) => {
    const heldOn = input.heldOn ?? today;
    await mustBeOfMatter(tx, input.clientId, input.referralId, heldOn, today, refuse);
    const contact = { ...input, heldOn, party: 'client' as const, relationshipId: null };
    const [contactId = ''] = await insertContacts(tx, who, [contact]);
    return { contactId, recordedAt: now, version: versionOf(contentOf(zContactDetails, contact)) };
  },
});

export const amendContact = act({
  name: 'amendContact',
  method: 'PATCH',
  path: '/api/clients/{clientId}/contacts/{contactId}',
  says: 'Add to one’s own contact afterwards: note, minutes, day, party, kind; what was there before is kept',
  input: z.strictObject({
    clientId: zId,
    contactId: zId,
    kind: z.enum(ownKinds).optional(),
    party: z.enum(contactParties).optional(),
    heldOn: zDay.optional(),
    minutes: zMinutes.nullable().optional(),
    note: zNote.nullable().optional(),
    seen: zSeen,
  }),
  output: z.object({ next: zDue.nullable(), version: z.string().optional() }),
  may: coachingAccess.amendContact,
  audited: ofClient,
  refuses: coachingRefusals,
  edits: ({ tx, input }) => standingContact(tx, input.clientId, input.contactId),
  run: async ({ tx, input: { clientId, contactId, seen: _, ...change }, who, today, refuse }) => {
    const contact = await contactOf(tx, clientId, contactId);
    if (!contact) return refuse('no-such-contact');
    if (contact.workerId !== who.workerId) return refuse('not-own-contact');
    const at = { tx, who, today };
    if (contact.relationshipId === null) {
      const { kind, party } = change;
      if (party === 'employer' || party === 'both') return refuse('no-workplace-yet', { field: 'party' });
      if (kind === 'workplace-visit') return refuse('no-workplace-yet', { field: 'kind' });
      if (change.heldOn) await mustBeOfMatter(tx, clientId, contact.referralId ?? '', change.heldOn, today, refuse);
      await updateContact(tx, contactId, change);
      return { next: null };
    }
    const facts = await factsOf(at, clientId, contact.relationshipId, refuse);
    if (change.heldOn) mustBeHeld(change.heldOn, facts.relationship, today, refuse);
    await updateContact(tx, contactId, change);
    return next(at, clientId, contact.relationshipId, refuse);
  },
});

export const takeBackContact = act({
  name: 'takeBackContact',
  method: 'DELETE',
  path: '/api/clients/{clientId}/contacts/{contactId}',
  says: 'Take back a contact that one recorded by mistake today; the history keeps that it was there',
  input: z.strictObject({ clientId: zId, contactId: zId, seen: zSeen }),
  output: z.object({ next: zDue.nullable() }),
  may: coachingAccess.takeBackContact,
  audited: ofClient,
  refuses: coachingRefusals,
  // One that is as it was recorded can be taken back at once; what was added since must have been seen.
  edits: async ({ tx, input: { clientId, contactId, seen } }) =>
    seen !== null || (await wasAmended(tx, contactId)) ? standingContact(tx, clientId, contactId) : null,
  run: async ({ tx, input: { clientId, contactId }, who, today, refuse }) => {
    const contact = await contactOf(tx, clientId, contactId);
    if (!contact) return refuse('no-such-contact');
    if (contact.workerId !== who.workerId) return refuse('not-own-contact');
    if (contact.recordedOn !== today) return refuse('recorded-earlier');
    await reopenVisitsOf(tx, contactId);
    await deleteContact(tx, contactId);
    if (contact.relationshipId === null) return { next: null };
    return next({ tx, who, today }, clientId, contact.relationshipId, refuse);
  },
});

export const correctContact = act({
  name: 'correctContact',
  method: 'PATCH',
  path: '/api/clients/{clientId}/contacts/{contactId}/correct',
  says: 'Correct a contact of any day, one’s own or a colleague’s: its kind, party, day or service, and say why',
  input: z.strictObject({
    clientId: zId,
    contactId: zId,
    kind: zContactKind,
    party: z.enum(contactParties),
    heldOn: zDay,
    /** Of which service it was; null where it is of a matter that had led to none. */
    relationshipId: zId.nullable(),
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: coachingAccess.correctContact,
  audited: ofClient,
  refuses: coachingRefusals,
  corrects: correctionOf('contactId'),
  edits: ({ tx, input }) => standingContact(tx, input.clientId, input.contactId),
  run: async ({ tx, input, who, today, refuse }) => {
    const { clientId, contactId, kind, party, heldOn, relationshipId } = input;
    const contact = await contactOf(tx, clientId, contactId);
    if (!contact) return refuse('no-such-contact');
    // Of whom a meeting of a group was is known of all who took part; one of them alone makes no other.
    if (kind === 'group-meeting' && contact.kind !== 'group-meeting') return refuse('no-group-met', { field: 'kind' });
    if (relationshipId === null) {
      if (contact.referralId === null) return refuse('no-such-matter', { field: 'relationshipId' });
      if (party !== 'client') return refuse('no-workplace-yet', { field: 'party' });
      if (kind === 'workplace-visit') return refuse('no-workplace-yet', { field: 'kind' });
      await mustBeOfMatter(tx, clientId, contact.referralId, heldOn, today, refuse);
    } else {
      const { relationship } = await factsOf({ tx, who, today }, clientId, relationshipId, refuse);
      mustBeHeld(heldOn, relationship, today, refuse);
    }
    // An appointment that it was the outcome of waits again where it was of another service.
    if (relationshipId !== contact.relationshipId) await reopenVisitsOf(tx, contactId);
    await updateContact(tx, contactId, { kind, party, heldOn });
    if (relationshipId !== null) await keepServiceOfContact(tx, contactId, relationshipId);
    const { relationshipId: was, kind: wasKind, party: wasParty, heldOn: wasHeldOn } = contact;
    return { was: { kind: wasKind, party: wasParty, heldOn: wasHeldOn, relationshipId: was } };
  },
});

export const takeBackEarlierContact = act({
  name: 'takeBackEarlierContact',
  method: 'POST',
  path: '/api/clients/{clientId}/contacts/{contactId}/take-back',
  says: 'Take back a contact of any day that was recorded by mistake or of a wrong client, and say why; its appointment waits again',
  input: z.strictObject({ clientId: zId, contactId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: coachingAccess.takeBackEarlierContact,
  audited: ofClient,
  refuses: coachingRefusals,
  corrects: correctionOf('contactId'),
  edits: ({ tx, input }) => standingContact(tx, input.clientId, input.contactId),
  run: async ({ tx, input: { clientId, contactId }, refuse }) => {
    const contact = await contactOf(tx, clientId, contactId);
    if (!contact) return refuse('no-such-contact');
    await reopenVisitsOf(tx, contactId);
    await deleteContact(tx, contactId);
    const { kind, party, heldOn, relationshipId } = contact;
    return { was: { kind, party, heldOn, relationshipId } };
  },
});

export const contacts = ask({
  name: 'contacts',
  method: 'GET',
  path: '/api/clients/{clientId}/contacts',
  says: 'Tell the newest contacts with a client and from which day on they are all there, and the appointments whose outcome is not told',
  input: z.strictObject({ clientId: zId, limit: zCount(1, 10_000).default(100) }),
  output: z.object({
    contacts: z.array(zContact),
    /** Earlier ones are told where more are asked for; null where there are none. */
    contactsFrom: zDay.nullable(),
    visits: z.array(zVisit),
  }),
  may: coachingAccess.contacts,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId, limit }, who, today }) => {
    const scope = { clientId, which: 'all', limit } as const;
    const [newest, from, visits] = await Promise.all([
      contactsOf(tx, scope, who.workerId, today),
      contactsFrom(tx, scope),
      openVisitsOf(tx, wasHeld, clientId),
    ]);
    return { contacts: newest, contactsFrom: from, visits };
  },
});

export const agreeRhythm = act({
  name: 'agreeRhythm',
  method: 'POST',
  path: '/api/clients/{clientId}/rhythm',
  says: 'Agree with the client on a rhythm of contacts of their own from a day on; without days the organiser’s holds again',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    everyDays: z.int().min(1).max(366).nullable(),
    during: zRange,
    seen: zSeen,
  }),
  output: z.object({ next: zDue }),
  may: coachingAccess.agreeRhythm,
  audited: ofClient,
  refuses: coachingRefusals,
  edits: ({ tx, who, input }) => standingWishes(tx, who.organiserId, input.clientId, input.relationshipId),
  run: async ({ tx, input: { clientId, relationshipId, everyDays, during }, who, today, refuse }) => {
    const at = { tx, who, today };
    const { relationship } = await factsOf(at, clientId, relationshipId, refuse);
    if (!contains(relationship, during.from)) return refuse('outside-relationship', { field: 'during.from' });
    // A wish without an end lasts as long as the relationship.
    const to = during.to ?? relationship.to;
    if (to !== null && relationship.to !== null && to > relationship.to)
      return refuse('outside-relationship', { field: 'during.to' });
    await clearAgreedRhythm(tx, relationshipId, during);
    if (everyDays !== null)
      await insertAgreedRhythm(tx, who.organiserId, {
        clientId,
        relationshipId,
        everyDays,
        during: { from: during.from, to },
      });
    return next(at, clientId, relationshipId, refuse);
  },
});

export const planVisit = act({
  name: 'planVisit',
  method: 'POST',
  path: '/api/clients/{clientId}/visits',
  says: 'Plan a meeting, a visit or a call for a day, with time and place where they are known',
  input: z.strictObject({
    clientId: zId,
    relationshipId: zId,
    kind: z.enum(visitKinds),
    dueOn: zDay,
    startsAt: zTime.nullable().default(null),
    place: zPlace.nullable().default(null),
  }),
  output: z.object({ visitId: zId }),
  may: coachingAccess.planVisit,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const { relationship } = await factsOf({ tx, who, today }, input.clientId, input.relationshipId, refuse);
    if (input.dueOn < today) return refuse('visit-in-past', { field: 'dueOn' });
    if (!contains(relationship, input.dueOn)) return refuse('outside-relationship', { field: 'dueOn' });
    const same = (await openVisitsOf(tx, () => false, input.clientId)).some(
      (visit) =>
        visit.relationshipId === input.relationshipId &&
        visit.kind === input.kind &&
        visit.dueOn === input.dueOn &&
        visit.startsAt === input.startsAt,
    );
    if (same) return refuse('appointed-already', { field: 'dueOn' });
    return { visitId: await insertVisit(tx, who, input) };
  },
});

export const cancelVisit = act({
  name: 'cancelVisit',
  method: 'DELETE',
  path: '/api/clients/{clientId}/visits/{visitId}',
  says: 'Cancel a visit planned; the history keeps that it was there',
  input: z.strictObject({ clientId: zId, visitId: zId }),
  output: z.object({ done: z.literal(true) }),
  may: coachingAccess.cancelVisit,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input, who, refuse }) => {
    const visit = await visitOf(tx, input.clientId, input.visitId);
    if (!visit || visit.outcome !== null) return refuse('no-such-visit');
    await keepVisitOutcome(tx, who, input.visitId, { outcome: 'cancelled' });
    return { done: true as const };
  },
});

export const tellOutcome = act({
  name: 'tellOutcome',
  method: 'POST',
  path: '/api/clients/{clientId}/visits/{visitId}/outcome',
  says: 'Tell what became of an appointment: held (a contact is recorded of its day), nobody came, moved (with its new day), cancelled',
  input: z.strictObject({
    clientId: zId,
    visitId: zId,
    outcome: z.enum(visitOutcomes),
    note: zNote.nullable().default(null),
    /** The new day, with time and place where they are known; only of one that was moved. */
    to: z
      .strictObject({ dueOn: zDay, startsAt: zTime.nullable().default(null), place: zPlace.nullable().default(null) })
      .nullable()
      .default(null),
  }),
  output: z.object({
    contactId: zId.nullable(),
    movedToId: zId.nullable(),
    recordedAt: zInstant,
    version: z.string(),
    next: zDue,
  }),
  may: coachingAccess.tellOutcome,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input: { clientId, visitId, outcome, note, to }, who, today, now, refuse }) => {
    const visit = await visitOf(tx, clientId, visitId);
    if (!visit) return refuse('no-such-visit');
    if (visit.outcome !== null) return refuse('outcome-told');
    const at = { tx, who, today };
    const { relationshipId, kind, dueOn } = visit;
    const { relationship } = await factsOf(at, clientId, relationshipId, refuse);
    if ((outcome === 'held' || outcome === 'missed') && dueOn > today)
      return refuse('visit-ahead', { field: 'outcome' });
    if ((outcome === 'moved') !== (to !== null)) return refuse('moved-where', { field: 'to' });
    let contactId: string | null = null;
    let movedToId: string | null = null;
    if (outcome === 'held') {
      mustBeHeld(dueOn, relationship, today, refuse);
      const contact = {
        clientId,
        relationshipId,
        referralId: null,
        kind,
        party: 'client',
        heldOn: dueOn,
        minutes: null,
        note,
      } as const;
      [contactId = null] = await insertContacts(tx, who, [contact]);
    }
    if (to) {
      if (to.dueOn < today) return refuse('visit-in-past', { field: 'to.dueOn' });
      if (!contains(relationship, to.dueOn)) return refuse('outside-relationship', { field: 'to.dueOn' });
      movedToId = await insertVisit(tx, who, { clientId, relationshipId, kind, ...to, place: to.place ?? visit.place });
    }
    await keepVisitOutcome(tx, who, visitId, { outcome, contactId, movedToId, note: contactId ? null : note });
    const version = versionOf({ outcome, note });
    return { contactId, movedToId, recordedAt: now, version, ...(await next(at, clientId, relationshipId, refuse)) };
  },
});

export const amendOutcome = act({
  name: 'amendOutcome',
  method: 'PATCH',
  path: '/api/clients/{clientId}/visits/{visitId}/outcome',
  says: 'Add a note to what one told of an appointment; what was there before is kept',
  input: z.strictObject({ clientId: zId, visitId: zId, note: zNote.nullable(), seen: zSeen }),
  output: zEdited,
  may: coachingAccess.amendOutcome,
  audited: ofClient,
  refuses: coachingRefusals,
  edits: ({ tx, input }) => standingOutcomeOf(tx, input.clientId, input.visitId),
  run: async ({ tx, input: { clientId, visitId, note }, who, refuse }) => {
    const visit = await visitOf(tx, clientId, visitId);
    if (!visit || visit.outcome === null) return refuse('no-such-outcome');
    if (visit.toldById !== who.workerId) return refuse('not-own-contact');
    if (visit.contactId) await updateContact(tx, visit.contactId, { note: note || null });
    else await updateVisitNote(tx, visitId, note || null);
    return { done: true as const };
  },
});

export const takeBackOutcome = act({
  name: 'takeBackOutcome',
  method: 'DELETE',
  path: '/api/clients/{clientId}/visits/{visitId}/outcome',
  says: 'Take back what one told of an appointment by mistake today: it waits again, and the contact or the new day that came of it goes',
  input: z.strictObject({ clientId: zId, visitId: zId, seen: zSeen }),
  output: z.object({ next: zDue }),
  may: coachingAccess.takeBackOutcome,
  audited: ofClient,
  refuses: coachingRefusals,
  edits: async ({ tx, input: { clientId, visitId, seen } }) => {
    const standing = await standingOutcomeOf(tx, clientId, visitId);
    return seen !== null || standing?.content.note ? standing : null;
  },
  run: async ({ tx, input: { clientId, visitId }, who, today, refuse }) => {
    const visit = await visitOf(tx, clientId, visitId);
    if (!visit || visit.outcome === null) return refuse('no-such-outcome');
    if (visit.toldById !== who.workerId) return refuse('not-own-contact');
    if (visit.toldOn !== today) return refuse('recorded-earlier');
    // What others have told of the new day since is not taken back with it.
    if (!visit.movedWaits) return refuse('outcome-told');
    await reopenVisit(tx, visitId);
    if (visit.contactId) await deleteContact(tx, visit.contactId);
    if (visit.movedToId) await deleteVisit(tx, visit.movedToId);
    return next({ tx, who, today }, clientId, visit.relationshipId, refuse);
  },
});

export const cancelVisitsOf = act({
  name: 'cancelVisitsOf',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/visits/cancel',
  says: 'Cancel what was agreed for days from which on a service no longer goes on',
  input: z.strictObject({ clientId: zId, relationshipId: zId, from: zDay }),
  output: z.object({ done: z.literal(true) }),
  may: coachingAccess.cancelVisit,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input: { clientId, relationshipId, from }, who, today, refuse }) => {
    await factsOf({ tx, who, today }, clientId, relationshipId, refuse);
    await cancelVisitsFrom(tx, who, relationshipId, from);
    return { done: true as const };
  },
});

export const leaveContactsOutside = act({
  name: 'leaveContactsOutside',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/contacts/outside',
  says: 'Keep contacts that were held before it was known that the service had ended, and say that they lie outside of it',
  input: z.strictObject({ clientId: zId, relationshipId: zId, from: zDay }),
  output: z.object({ done: z.literal(true) }),
  may: coachingAccess.leaveContactsOutside,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input: { clientId, relationshipId, from }, who, today, refuse }) => {
    await factsOf({ tx, who, today }, clientId, relationshipId, refuse);
    await markOutside(tx, relationshipId, from);
    return { done: true as const };
  },
});

export const takeContactsIn = act({
  name: 'takeContactsIn',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/contacts/inside',
  says: 'Count contacts as of the service again, and let the rhythm that ended with it go on, when its end is taken back or moved behind them',
  input: z.strictObject({ clientId: zId, relationshipId: zId, endedOn: zDay.nullable().default(null) }),
  output: z.object({ done: z.literal(true) }),
  may: coachingAccess.takeContactsIn,
  audited: ofClient,
  refuses: coachingRefusals,
  run: async ({ tx, input: { clientId, relationshipId, endedOn }, who, today, refuse }) => {
    const { relationship } = await factsOf({ tx, who, today }, clientId, relationshipId, refuse);
    await markInside(tx, relationshipId, relationship);
    if (endedOn !== null) {
      const at = await endRecordedAt(tx, relationshipId, endedOn);
      await uncutAgreedRhythms(tx, relationshipId, { on: endedOn, until: relationship.to, at });
    }
    return { done: true as const };
  },
});

export const recordGroupMeeting = act({
  name: 'recordGroupMeeting',
  method: 'POST',
  path: '/api/group-meetings',
  says: 'Record a group meeting of all who took part, at once',
  input: z.strictObject({
    relationshipIds: z.array(zId).min(1).max(500),
    heldOn: zDay.optional(),
    minutes: zMinutes.nullable().default(null),
    note: zNote.nullable().default(null),
  }),
  output: z.object({ clientIds: z.array(zId) }),
  may: coachingAccess.recordGroupMeeting,
  audited: { clients: (_input, { clientIds }) => clientIds },
  refuses: coachingRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const heldOn = input.heldOn ?? today;
    if (heldOn > today) return refuse('held-in-future', { field: 'heldOn' });
    const wanted = new Set(input.relationshipIds);
    await lockClients(
      tx,
      (await coachedAmong(tx, [...wanted], heldOn)).map(({ clientId }) => clientId),
    );
    const coached = await coachedAmong(tx, [...wanted], heldOn);
    // All or nobody: a meeting recorded of only some would be a wrong list of who took part.
    if (coached.length < wanted.size) return refuse('not-all-coached', { field: 'relationshipIds' });
    const { minutes, note } = input;
    await insertContacts(
      tx,
      who,
      coached.map((one) => ({
        ...one,
        referralId: null,
        kind: 'group-meeting' as const,
        party: 'client' as const,
        heldOn,
        minutes,
        note,
      })),
    );
    return { clientIds: coached.map(({ clientId }) => clientId) };
  },
});
