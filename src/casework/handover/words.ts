// Who answers for a client by every rule, and clients as they go from one worker to another.
// Takes whom the relationship names, the own workers, the groups that placements lead to, and the appointments that come along.
// Leaves below who answers on a day, and no client with nobody.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';

/** As whom a worker answers for a client; a group's leader is derived, never named. */
export const answeringRoles = ['coach', 'official', 'group-leader', 'case-manager'] as const;

/** As whom a worker has clients hanging on the posts: the own worker is beside those who answer. */
export const hangingRoles = [...answeringRoles, 'own-worker'] as const;

/** Who answers for a client on a day, and since when. */
export const zAnswering = z.object({
  role: z.enum(answeringRoles),
  workerId: zId,
  name: z.string(),
  phone: z.string().nullable(),
  relationshipId: zId.nullable(),
  service: zService.nullable(),
  serviceName: z.string().nullable(),
  since: zDay,
});
export type Answering = z.output<typeof zAnswering>;

/** Somebody who would be left with nobody if a worker left. */
export const zHanging = z.object({
  /** The row that hangs: a naming, or a turn of leading a group. */
  id: zId,
  clientId: zId,
  relationshipId: zId.nullable(),
  service: zService.nullable(),
  role: z.enum(hangingRoles),
  groupId: zId.nullable(),
  during: zRange,
});
export type Hanging = z.output<typeof zHanging>;

/** What hangs on a worker, as one shares it out: a client, or a group with its clients. */
export const zHeld = zHanging.extend({
  name: z.string(),
  /** Tells namesakes apart. */
  birthYear: z.int().nullable(),
  municipality: z.string().nullable(),
  language: z.string(),
  group: z.string().nullable(),
  workplaceIds: z.array(zId),
});
export type Held = z.output<typeof zHeld>;

/** A colleague who could take clients over, and as what. */
export const zTaker = z.object({
  id: zId,
  name: z.string(),
  as: z.array(zHanging.shape.role),
  clients: z.int(),
  agreed: z.int().nullable(),
  language: z.string(),
  municipalities: z.array(z.string()),
  workplaceIds: z.array(zId),
});
export type Taker = z.output<typeof zTaker>;

/** One naming, or one turn of leading a group, goes to a colleague. */
export const zMove = z.strictObject({
  id: zId,
  role: z.enum(['coach', 'official', 'case-manager', 'group-leader', 'own-worker']),
  toId: zId,
});
export type Move = z.output<typeof zMove>;

export const zHandOver = z.strictObject({ during: zRange, moves: z.array(zMove).max(5000) });

export const zHandedOver = z.object({
  /** What takes it back: the new rows, to the worker who had them. */
  back: z.array(zMove),
  clientIds: z.array(zId),
});

export const zAppointmentHeld = z.object({
  workerId: zId,
  clientId: zId,
  dueOn: zDay,
  startsAt: z.string().nullable(),
});

/** Whom a taking back concerns: somebody named for a service, or the case manager of a client. */
export const zNamingRole = zMove.shape.role.exclude(['group-leader', 'own-worker']);

/** What follows when a naming is taken back, and what stands on it. */
export const zTakenBackNaming = z.object({
  /** Whoever answers then on the days of the naming; nobody where nobody did before. */
  goesOn: z.array(z.object({ name: z.string(), during: zRange, inPost: z.boolean() })),
  /** Contacts that the worker held on those days stay as they are. */
  contacts: z.int(),
  /** Appointments to come, which go to whoever answers then. */
  appointments: z.int(),
  /** Of the naming, for the taking back to tell that it saw it. */
  version: z.string(),
});
export type TakenBackNaming = z.output<typeof zTakenBackNaming>;
