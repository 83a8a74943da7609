// Placement: where, on which weekdays and half-days a client takes part.
// From above it takes the client relationship that it lies within, the group or the employer's workplace.
// Below it leaves what an agreement is made about, and the rows of each day's attendance.

import { z } from 'zod';
import { zDay, zWeekday } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { texts } from '../../kernel/language.ts';
import { zPaperText } from '../../kernel/line.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { type Service, zService } from '../../kernel/service.ts';
import { zSector } from '../employer/words.ts';
import { halves } from '../organiser/words.ts';

/** What the halves of a day are called, whole and in a list of days. */
export const halfNames = texts({
  fi: { am: 'aamupäivä', pm: 'iltapäivä', short: { am: 'ap', pm: 'ip' } },
  sv: { am: 'förmiddag', pm: 'eftermiddag', short: { am: 'fm', pm: 'em' } },
  en: { am: 'morning', pm: 'afternoon', short: { am: 'am', pm: 'pm' } },
});

/** A half-day of the week that a placement claims. */
export const zSlot = z.strictObject({
  weekday: zWeekday,
  half: z.enum(halves),
});
export type Slot = z.output<typeof zSlot>;

/** Services done at an employer's workplace; the others are done in the groups of units, and some in either. */
export const workplaceServices = [
  'open-work',
  'supported-employment',
  'job-coaching',
  'rehabilitative-work',
] as const satisfies readonly Service[];

const zTimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How a client takes part: the half-days of the week, times, tasks, meal. */
export const zTakingPart = z.strictObject({
  slots: z.array(zSlot).min(1).max(14),
  startsAt: zTimeOfDay.nullable().default(null),
  endsAt: zTimeOfDay.nullable().default(null),
  hoursADay: z.number().positive().max(24).nullable().default(null),
  tasks: zPaperText.nullable().default(null),
  meal: z.boolean().default(false),
});
export type TakingPart = z.output<typeof zTakingPart>;

/** What is changed, from a day on, by whoever saw what stands. */
export const zPlacementChange = zTakingPart.extend({ from: zDay, seen: zSeen });

export const zPlacement = z.object({
  id: zId,
  clientId: zId,
  client: z.string(),
  relationshipId: zId,
  service: zService,
  groupId: zId.nullable(),
  unit: z.string().nullable(),
  workplaceId: zId.nullable(),
  employerId: zId.nullable(),
  employer: z.string().nullable(),
  /** The group's or the workplace's name. */
  place: z.string(),
  slots: z.array(zSlot),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  hoursADay: z.number().nullable(),
  tasks: z.string().nullable(),
  wageSubsidy: z.boolean(),
  meal: z.boolean(),
  during: zRange,
});
export type Placement = z.output<typeof zPlacement>;

/** How a client takes part in a placement, for one that goes on from it. A field that is not named here does not compile. */
export function takingPartOf({ slots, startsAt, endsAt, hoursADay, tasks, meal }: Placement): TakingPart {
  return { slots, startsAt, endsAt, hoursADay, tasks, meal };
}

/** What an edit of a placement writes. */
export const zPlacementDetails = zTakingPart.extend({ during: zRange });

/** A placement with the version that what changes it or takes it back must have seen. */
export const zPlacementSeen = zPlacement.extend({ version: z.string() });

/** Of a person's other records only which days of rehabilitative work they take: where is not told. */
export interface RehabilitativeWeek extends Pick<TakingPart, 'slots' | 'hoursADay'> {
  readonly service: 'rehabilitative-work';
  readonly during: Range;
}

/** The relationship that a placement must lie within, as much as placing asks of it. */
export interface PlacingFrame {
  readonly relationshipId: string;
  readonly service: Service;
  readonly during: Range;
  /** Days a week and hours a day of the plan on which the relationship's decision stands; null where none says how many. */
  readonly plannedDays: number | null;
  readonly plannedHours: number | null;
}

/** A place that one may choose: a group with its room left, or a workplace. */
export const zChoiceOfGroup = z.object({
  id: zId,
  name: z.string(),
  unit: z.string(),
  capacity: z.int().nullable(),
  taken: z.int(),
  /** Whether a meal is charged there unless otherwise agreed. */
  meal: z.boolean(),
});
export const zChoiceOfWorkplace = z.object({
  id: zId,
  name: z.string(),
  employer: z.string(),
  sector: zSector,
  tasks: z.string().nullable(),
  taken: z.int(),
});
