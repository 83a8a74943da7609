// One placement on one day: present, absent with a kind of reason, or holiday.
// Takes placements with their half-days, groups and workplaces from above.
// Leaves below the days that compensation and state claims are counted from.
import { z } from 'zod';
import { type Day, type Weekday, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { texts } from '../../kernel/language.ts';
import { type Range, zRange } from '../../kernel/range.ts';

export const markKinds = ['present', 'absent', 'holiday'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Why somebody was absent; a day on which the service was closed is no absence of the client's. */
export const absenceReasons = [
  'sick',
  'child-sick',
  'job-interview',
  'other-accepted',
  'unexcused',
  'service-closed',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** What the reasons are called, in the grid and on what is printed of it. */
export const absenceReasonNames = texts<Readonly<Record<AbsenceReason, string>>>({
  fi: {
    sick: 'Sairaana',
    'child-sick': 'Lapsi sairaana',
    'job-interview': 'Työhaastattelu',
    'other-accepted': 'Muu hyväksytty syy',
    unexcused: 'Ilman hyväksyttävää syytä',
    'service-closed': 'Toiminta suljettu',
  },
  sv: {
    sick: 'Sjuk',
    'child-sick': 'Barnet sjukt',
    'job-interview': 'Arbetsintervju',
    'other-accepted': 'Annan godkänd orsak',
    unexcused: 'Utan orsak',
    'service-closed': 'Servicen stängd',
  },
  en: {
    sick: 'Sick',
    'child-sick': 'Child sick',
    'job-interview': 'Job interview',
    'other-accepted': 'Another accepted reason',
    unexcused: 'No reason',
    'service-closed': 'Service closed',
  },
});

export const zMark = z.object({
  kind: z.enum(markKinds),
  reason: z.enum(absenceReasons).nullable(),
  meal: z.boolean(),
});
export type Mark = z.output<typeof zMark>;

/** What stands where nothing is marked. */
export const noMark = 'none';

/** By what one tells which mark was seen on a day. */
export const markVersion = (mark: Mark | null): string =>
  mark ? [mark.kind, mark.reason ?? '', mark.meal ? 'meal' : ''].join(':') : noMark;

/** A placement that may have a mark on a day: its days, its half-days of the week, whether a meal is charged. */
export interface Expected {
  readonly placementId: string;
  readonly clientId: string;
  readonly name: string;
  /** Of the group or the workplace. */
  readonly place: string;
  readonly service: string;
  readonly during: Range;
  readonly weekdays: readonly Weekday[];
  readonly meal: boolean;
  readonly pauses: readonly Range[];
  /** Days of the relationship on which none of its decisions is in force. */
  readonly undecided: readonly Range[];
  /** A decision was recorded at all: services of before the register may have none. */
  readonly decided: boolean;
}

export const zCell = z.object({
  on: zDay,
  /** agreed: a day of the placement; closed: a public holiday; undecided: no decision in force; none: no day agreed. */
  state: z.enum(['agreed', 'closed', 'paused', 'undecided', 'none']),
  mark: zMark.nullable(),
  /** Of the mark, for a change of it to tell that it saw it. */
  version: z.string(),
});
export type Cell = z.output<typeof zCell>;

export const zRow = z.object({
  placementId: zId,
  clientId: zId,
  name: z.string(),
  place: z.string(),
  during: zRange,
  meal: z.boolean(),
  mayMark: z.boolean(),
  /** False where the service goes on without any decision: it is told, and its days may be marked. */
  decided: z.boolean(),
  cells: z.array(zCell),
});
export type AttendanceRow = z.output<typeof zRow>;

/** Whose attendance a grid shows: a group's, a workplace's, or that of every workplace when neither is named. */
export interface Place {
  readonly groupId: string | null;
  readonly workplaceId: string | null;
}

export interface Kept extends Mark {
  readonly placementId: string;
  readonly heldOn: Day;
}

/** A mark as it was known between two instants. */
export const zVersion = z.object({
  kind: z.enum(markKinds).nullable(),
  reason: z.enum(absenceReasons).nullable(),
  meal: z.boolean(),
  knownFrom: z.string(),
  knownUntil: z.string().nullable(),
  markedBy: z.string().nullable(),
});
