// Contacts of a coach with a client and a workplace, visits planned, and the rhythm agreed for them.
// Takes the matter that waits, the client relationship, its breaks, its placements with their agreements, and the organiser's rhythm.
// Leaves below who was met, when and how, and the day by which the next contact is due.
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine, zText } from '../../kernel/line.ts';
import type { Range } from '../../kernel/range.ts';
import type { Phase, Rhythm } from '../rhythm/words.ts';

export const contactKinds = ['call', 'message', 'meeting', 'workplace-visit', 'group-meeting'] as const;
export type ContactKind = (typeof contactKinds)[number];
export const zContactKind = z.enum(contactKinds);

/** Kinds that one records of a client whose matter waits: there is no workplace yet. */
export const matterKinds = ['call', 'message', 'meeting'] as const;

/** Kinds that one records of one client; a group meeting is recorded of all who took part. */
export const ownKinds = ['call', 'message', 'meeting', 'workplace-visit'] as const;

export const contactParties = ['client', 'employer', 'both'] as const;
export type Party = (typeof contactParties)[number];

/** The contacts that keep a client's own rhythm: not one with the employer only, nor a meeting of the whole group. */
export const rhythmContacts = { kinds: ownKinds, parties: ['client', 'both'] } as const;

/** Kinds of contacts at which one met: a visit of them belongs to the renewal of an agreement. */
export const metKinds = ['meeting', 'workplace-visit'] as const;

export const visitKinds = ['call', 'meeting', 'workplace-visit', 'group-meeting'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** What became of an appointment. */
export const visitOutcomes = ['held', 'missed', 'moved', 'cancelled'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

export const zContact = z.object({
  id: zId,
  /** Of a relationship, or of a matter that had not led to one. */
  relationshipId: zId.nullable(),
  referralId: zId.nullable(),
  kind: zContactKind,
  party: z.enum(contactParties),
  heldOn: zDay,
  minutes: z.int().nullable(),
  note: z.string().nullable(),
  worker: z.string(),
  /** Held before it was known that the service had ended. */
  outsideService: z.boolean(),
  /** Recorded by oneself today: may still be taken back. */
  mayTakeBack: z.boolean(),
  /** Of what is added afterwards, for an edit to tell that it saw it. */
  version: z.string(),
});
/** What an edit of a contact writes. */
export const zContactDetails = zContact.pick({ kind: true, party: true, heldOn: true, minutes: true, note: true });
export type Contact = z.output<typeof zContact>;

export const zVisit = z.object({
  id: zId,
  relationshipId: zId,
  kind: z.enum(visitKinds),
  dueOn: zDay,
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  worker: z.string(),
});
export type Visit = z.output<typeof zVisit>;

/** An appointment that led to no contact: nobody came, it was moved, or it was cancelled. */
export const zUnheldVisit = zVisit.extend({
  outcome: z.enum(['missed', 'moved', 'cancelled']),
  movedTo: zDay.nullable(),
  /** Its own day, or the earlier one on which it was told that it would not be. */
  happenedOn: zDay,
  note: z.string().nullable(),
});
export type UnheldVisit = z.output<typeof zUnheldVisit>;

/** What was agreed with the client in place of it. */
export interface AgreedRhythm {
  readonly everyDays: number;
  readonly during: Range;
}

export const zHeldContact = z.object({ kind: zContactKind, party: z.enum(contactParties), heldOn: zDay });
export type HeldContact = Readonly<z.output<typeof zHeldContact>>;

/** A referral with what became of it, as far as contacts go. */
export interface Matter {
  readonly receivedOn: Day;
  readonly withdrawnOn: Day | null;
  readonly deniedOn: Day | null;
  /** The first day of the relationship that it led to. */
  readonly begunOn: Day | null;
}

/** All that the next contact of one relationship follows from. */
export interface CoachingFacts {
  readonly relationship: Range;
  readonly rhythms: readonly Rhythm[];
  readonly agreed: readonly AgreedRhythm[];
  readonly contacts: readonly HeldContact[];
  readonly pauses: readonly Range[];
  readonly agreements: readonly Range[];
}

/** Why a contact is due when it is, or why none is. */
export const dueReasons = [
  'starting-rhythm',
  'steady-rhythm',
  'agreed-rhythm',
  'renewal',
  'paused',
  'no-agreement',
  'no-rhythm',
  'not-begun',
  'ended',
] as const;

export const zDue = z.object({
  reason: z.enum(dueReasons),
  /** The last day that is in time; null when none is due. */
  dueOn: zDay.nullable(),
  /** The first day of the agreed interval; the same as dueOn where the interval is one number of days. */
  opensOn: zDay.nullable(),
  /** Days of the interval, from and to. */
  everyDays: z.int().nullable(),
  everyDaysAtMost: z.int().nullable(),
  /** What the interval is counted from, and that day. */
  since: z.enum(['contact', 'beginning', 'break']).nullable(),
  sinceOn: zDay.nullable(),
  /** The day on which a break ends by agreement, where one is on. */
  pausedUntil: zDay.nullable(),
});
export type Due = z.output<typeof zDue>;

/** One contact that was to be taken, and the day on which it was; null where its day passed without one. */
export interface ContactDue {
  readonly dueOn: Day;
  readonly phase: Phase;
  readonly keptOn: Day | null;
}

export const blocks = ['overdue', 'today', 'coming'] as const;
export type Block = (typeof blocks)[number];

// NUL is the one character that the database cannot hold.
export const zNote = zText;
export const zPlace = zLine;
export const zMinutes = z.int().min(1).max(1440);
export const zTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
