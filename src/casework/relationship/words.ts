// A client in an offering, from a day on: who answers for the client, and the breaks agreed on.
// Takes the decision that granted the service, and the offering in which it is given.
// Leaves below the relationship that placements, contacts and the exit happen in.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import { zHanging, zProvisionMode } from '../organiser/words.ts';

/** How an organiser's service names its responsible worker. */
export const allocationRules = ['own-coach', 'group-leader', 'named-official', 'none'] as const;
export type AllocationRule = (typeof allocationRules)[number];
export const zAllocationRule = z.enum(allocationRules);

/** As whom a worker answers for a client; a group's leader is derived, never named. */
export const answeringRoles = ['coach', 'official', 'group-leader', 'case-manager'] as const;

export interface Allocation {
  readonly rule: AllocationRule;
  /** Besides: a social worker by the first letter of the surname is the client's case manager. */
  readonly caseManagerByLetter: boolean;
}

export const zResponsible = z.object({
  id: zId,
  workerId: zId,
  name: z.string(),
  role: z.enum(['coach', 'official']),
  during: zRange,
});

export const zPause = z.object({ id: zId, reason: z.string(), during: zRange });

export const zRelationship = z.object({
  id: zId,
  service: zService,
  serviceName: z.string(),
  offeringId: zId,
  provisionMode: zProvisionMode,
  provider: z.string().nullable(),
  decisionId: zId.nullable(),
  during: zRange,
  rule: zAllocationRule,
  responsible: z.array(zResponsible),
  pauses: z.array(zPause),
});
export type Relationship = z.output<typeof zRelationship>;

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

export const zNewRelationship = z.strictObject({
  decisionId: zId,
  offeringId: zId,
  from: zDay,
  /** The named worker, where the organiser's rule names one; may be named later. */
  workerId: zId.nullable().default(null),
});

export const zBreak = z.strictObject({ relationshipId: zId, reason: zLine.min(1), during: zRange });

/** How a service names its responsible worker, and since when. */
export const zAllocationOf = z.object({
  service: zService,
  rule: zAllocationRule,
  caseManagerByLetter: z.boolean(),
  during: zRange,
});
export type AllocationOf = z.output<typeof zAllocationOf>;

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
  role: z.enum(['coach', 'official', 'case-manager', 'group-leader']),
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
