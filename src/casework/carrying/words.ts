// Who came along when tasks passed from one organiser to the next.
// Takes everything from above: what goes on is carried over whole.
// Leaves nothing below.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { services } from '../../kernel/service.ts';

/** Tasks that pass from one organiser to another on a day: all of them, or those of some services. */
export const zSuccession = z.object({
  id: zId,
  /** Whether one's own organiser passes them on or takes them over. */
  side: z.enum(['passes-on', 'takes-over']),
  other: z.string(),
  otherCode: z.string(),
  fromOn: zDay,
  services: z.array(z.enum(services)).nullable(),
  /** Each time that clients were carried over: on which day, by whom, and how many. */
  carried: z.array(z.object({ on: zDay, by: z.string(), clients: z.int() })),
  /** Each time that this was taken back. */
  takenBack: z.array(z.object({ on: zDay, by: z.string(), clients: z.int(), because: z.string() })),
  /** The latest time that stands, which is what can be taken back; null where there is none, or it was carried before its steps were kept. */
  latestId: zId.nullable(),
});
export type Succession = z.output<typeof zSuccession>;

/** What is still to be carried over to the successor. */
export const zToCarry = z.object({
  clients: z.int(),
  relationships: z.int(),
  pending: z.int(),
  decisions: z.int(),
  workers: z.int(),
  /** Marks, contacts and exits on days that are the successor's: they go over to it. */
  recordedAfter: z.int(),
});
export type ToCarry = z.output<typeof zToCarry>;

/** The rooms in which something may be recorded of what was carried over. */
export const laterRooms = [
  'client',
  'referral',
  'assessment',
  'plan',
  'hearing',
  'decision',
  'refusal',
  'rectification',
  'relationship',
  'placement',
  'agreement',
  'coaching',
  'ownworker',
  'attendance',
  'travel',
  'compensation',
  'cooperation',
  'exit',
  'worker',
  'employer',
  'organiser',
  'other',
] as const;

/** What was recorded since upon what was carried over: how much of which kind, of how many clients. */
export const zLater = z.object({ room: z.string(), rows: z.int(), clients: z.int() });
export type Later = z.output<typeof zLater>;

/** Who answers for clients of whom something was recorded since; null where nobody does. */
export const zAnsweringLater = z.object({ name: z.string().nullable(), clients: z.int() });
export type AnsweringLater = z.output<typeof zAnsweringLater>;

/** The room of the name, or that of all others. */
export const laterRoom = (name: string) => laterRooms.find((one) => one === name) ?? 'other';
