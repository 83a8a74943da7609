// Who works: workers, their posts and shares of full time, the letters and groups that they answer for.
// Takes organisers, units and groups from above.
// Leaves below the workers whom relationships, contacts and decisions name.

import { z } from 'zod';
import { zDay, zInstant } from '../../kernel/day.ts';
import { fold } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { alphabet, type Language, languages } from '../../kernel/language.ts';
import { zEmail, zLine, zName as zNameLine, zPaperLine, zPhone } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { type Role, roles } from '../../kernel/relation.ts';
import { serviceTasks, zService } from '../../kernel/service.ts';

export const zRole = z.enum(roles);
export const zServiceTask = z.enum(serviceTasks);

export const zWorker = z.object({ id: zId, name: z.string(), roles: z.array(zRole) });
export type Worker = z.output<typeof zWorker>;

/** A stretch of the alphabet that one worker answers for; letters by their order in the alphabet, A=0 to Ö=28, last exclusive. */
export interface LetterShare {
  readonly workerId: string;
  readonly from: number;
  readonly to: number;
}

/** A group with who leads it on a day; no leader where nobody was named. */
export const zGroupLead = z.object({
  groupId: zId,
  group: z.string(),
  unit: z.string(),
  rotationMonths: z.int().nullable(),
  workerId: zId.nullable(),
  leader: z.string().nullable(),
  during: zRange.nullable(),
  /** Who leads after that, turn by turn. */
  next: z.array(z.string()),
  /** Of all turns, for a new plan to tell that it saw them; null where there are none. */
  version: z.string().nullable(),
});
export type GroupLead = z.output<typeof zGroupLead>;

/** Letters of the Finnish alphabet, as a stretch names them. */
export const zLetter = z.enum(alphabet as [string, ...string[]]);

/** A stretch as one says it: from its first letter to its last. */
export const zLetterStretch = z.strictObject({ workerId: zId, first: zLetter, last: zLetter });
export type LetterStretch = z.output<typeof zLetterStretch>;

/** The letters shared anew, as a whole, from a day on. */
export const zLetterSharing = z.strictObject({
  from: zDay,
  shares: z.array(zLetterStretch).min(1).max(alphabet.length),
});

const zName = zNameLine.min(1).max(100);

/** Who a worker is, and how one is reached. */
export const zWorkerDetails = z.strictObject({
  familyName: zName,
  givenName: zName,
  phone: zPhone.nullable(),
  email: zEmail.nullable(),
  language: z.enum(languages as readonly [Language, ...Language[]]),
});
export type WorkerDetails = z.output<typeof zWorkerDetails>;

/** What a worker does for the organiser, and from when. */
export const zPostDetails = z.strictObject({
  role: zRole,
  /** The unit whose clients an instructor sees. */
  unitId: zId.nullable(),
  /** Of full time, 0.5 is half. */
  fullTimeShare: z.number().min(0.01).max(1).multipleOf(0.001),
  hoursAWeek: z.number().min(0.25).max(60).multipleOf(0.01).nullable(),
  agreedCaseload: z.int().min(1).max(10_000).nullable(),
  /** Job coaches of one team stand in for one another; a manager with a team supervises its matters. */
  team: zLine.min(1).max(100).nullable(),
  /** In which service tasks an official, finance or a manager works: the clients with a matter of these are reached. */
  tasks: z
    .array(zServiceTask)
    .min(1)
    .max(2)
    .default([...serviceTasks]),
  /** Held in public office: only such a post decides. */
  publicOffice: z.boolean().default(false),
  /** Held by a social welfare professional, as deciding services for persons with disabilities asks. */
  professional: z.boolean().default(false),
  during: zRange,
});
export type PostDetails = z.output<typeof zPostDetails>;

/** Roles that see the clients of one unit. */
export const unitRoles: readonly Role[] = ['instructor', 'rehabilitative-instructor'];

/** Roles that reach clients by service task. */
export const taskRoles: readonly Role[] = ['social-worker', 'finance', 'manager'];

/** Roles of which those of one team belong together. */
export const teamRoles: readonly Role[] = ['coach', 'manager'];

/** Roles that may lead a group, and see its clients by it: those whose posts open clients for their own work anyhow. */
export const leadingRoles: readonly Role[] = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'];

/** Roles whose post opens clients, or lets its holder open them to others: such a post is confirmed by a second person. */
export const confirmedRoles: readonly Role[] = [
  'coach',
  'instructor',
  'rehabilitative-instructor',
  'social-worker',
  'finance',
  'manager',
  'administrator',
];

/** A post that waits for its confirmation. */
export const zPostRequest = z.object({
  id: zId,
  workerId: zId,
  worker: z.string(),
  role: zRole,
  unit: z.string().nullable(),
  during: zRange,
  /** The post stands already, and would become wider. */
  widens: z.boolean(),
  askedBy: z.string(),
  askedById: zId,
  askedAt: zInstant,
});
export type PostRequest = z.output<typeof zPostRequest>;

/** What a post may decide: a service, or only decisions by one provision, from a day, by a delegation that is cited. */
export const zDecidingRight = z.object({
  id: zId,
  postId: zId,
  service: zService,
  provision: z.string().nullable(),
  delegation: z.string(),
  during: zRange,
});
/** What is changed of a right once it is given. */
export const zRightDays = zDecidingRight.pick({ during: true });
export type DecidingRight = z.output<typeof zDecidingRight>;

/** The rights given to a post at one time: several services by one delegation. */
export const zNewDecidingRights = z.strictObject({
  services: z.array(zService).min(1).max(20),
  provision: zLine.min(1).max(40).nullable().default(null),
  delegation: zPaperLine.min(1),
  during: zRange,
});
export type NewDecidingRights = z.output<typeof zNewDecidingRights>;

export const zPost = zPostDetails.extend({
  id: zId,
  unit: z.string().nullable(),
  decides: z.array(zDecidingRight.omit({ postId: true }).extend({ version: z.string() })),
  version: z.string(),
});
export type Post = z.output<typeof zPost>;

/** How a colleague signs in. */
export const zUsername = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(100)
  .regex(/^[a-z0-9åäö][a-z0-9åäö._-]*$/);

export const zAccountState = z.object({
  username: z.string(),
  waitsUntil: z.string().nullable(),
  mustChange: z.boolean(),
  /** A new password that another gave in the last 30 days: when, and who; null by is the operator. */
  passwordGiven: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
  /** A new password that waits for a second person; `own` where that must be another than who asks here, `lost` where codes and passkeys end with it. */
  passwordAsked: z.object({ at: z.string(), by: z.string(), own: z.boolean(), lost: z.boolean() }).nullable(),
});

export const zStaff = zWorkerDetails.extend({
  id: zId,
  familyName: z.string(),
  givenName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string(),
  posts: z.array(zPost),
  /** Of who the worker is and how one is reached, for an edit to tell that it saw it. */
  version: z.string(),
  account: zAccountState.nullable(),
});
export type Staff = z.output<typeof zStaff>;

/** Workers of one name told apart by their address or phone: a choice hangs on which of them it is. */
export function workersApart<Row extends { readonly name: string; readonly reach: string | null }>(
  rows: readonly Row[],
  workerOf: (row: Row) => string,
): Omit<Row, 'reach'>[] {
  const bearers = Map.groupBy(rows, ({ name }) => fold(name));
  return rows.map(({ reach, ...row }) => {
    const sharing = new Set(bearers.get(fold(row.name))?.map(workerOf)).size > 1;
    return sharing && reach ? { ...row, name: `${row.name} (${reach})` } : row;
  });
}
