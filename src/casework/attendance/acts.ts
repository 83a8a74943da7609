import { z } from 'zod';
import { addDays, type Day, daysBetween, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { type Range, range } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, type Refuse } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { lockThings } from '../../server/turn.ts';
import { changePlacement } from '../agreement/acts.ts';
import { toldApart } from '../client/reads.ts';
import { endPlacement } from '../placement/acts.ts';
import { endedPlacement, standingPlacement } from '../placement/reads.ts';
import { agreeBreak } from '../relationship/acts.ts';
import { attendanceAccess, markingRelations } from './access.ts';
import {
  expectedDuring,
  expectedOf,
  markableOf,
  marksDuring,
  marksOf,
  participationOf,
  placesOn,
  standingMarks,
  versionsOf,
} from './reads.ts';
import {
  cellState,
  daysCounted,
  markObstacle,
  notMarked,
  participationObstacle,
  weekObstacle,
  whole,
} from './rules.ts';
import { attendanceRefusals } from './texts.ts';
import {
  type AttendanceRow,
  absenceReasons,
  type Kept,
  markKinds,
  markVersion,
  type Place,
  zMark,
  zRow,
  zVersion,
} from './words.ts';
import { keepFirstMarks, keepMarks, lockClientsOf, putMarks, takeMarksBack, takeMarksOut } from './writes.ts';

const placeFields = { groupId: zId.optional(), workplaceId: zId.optional() };
type Given = {
  readonly groupId?: string | undefined;
  readonly workplaceId?: string | undefined;
  readonly everyWorkplace?: boolean | undefined;
};

function placeOf(
  { groupId, workplaceId, everyWorkplace = false }: Given,
  refuse: Refuse<typeof attendanceRefusals>,
): Place {
  const named = [groupId !== undefined, workplaceId !== undefined, everyWorkplace].filter(Boolean).length;
  if (named !== 1) return refuse('choose-place', { field: 'groupId' });
  return { groupId: groupId ?? null, workplaceId: workplaceId ?? null };
}

/** The database holds that marks lie within their placement and outside breaks, also when both change at once. */
const notAgreed = {
  attendance_mark_within_placement: 'not-agreed',
  attendance_mark_outside_pause: 'not-agreed',
  attendance_mark_outside_interruption: 'not-agreed',
} as const;

/** A grid in three queries, whatever the size of the group. */
async function gridOf(tx: Read, place: Place, days: Range & { to: Day }): Promise<AttendanceRow[]> {
  const expected = await expectedDuring(tx, place, days);
  const marks = new Map<string, Kept>();
  for (const mark of await marksDuring(
    tx,
    expected.map(({ placementId }) => placementId),
    days,
  )) {
    marks.set(`${mark.placementId} ${mark.heldOn}`, mark);
  }
  const markable = await markableOf(
    tx,
    expected.map(({ clientId }) => clientId),
    markingRelations,
  );
  const dates = Array.from({ length: daysBetween(days.from, days.to) }, (_, n) => addDays(days.from, n));
  return expected.map((placement) => ({
    placementId: placement.placementId,
    clientId: placement.clientId,
    name: placement.name,
    place: placement.place,
    during: placement.during,
    meal: placement.meal,
    mayMark: markable.has(placement.clientId),
    decided: placement.decided,
    cells: dates.map((on) => {
      const mark = marks.get(`${placement.placementId} ${on}`);
      return {
        on,
        state: cellState(placement, on),
        mark: mark ? { kind: mark.kind, reason: mark.reason, meal: mark.meal } : null,
        version: markVersion(mark ?? null),
      };
    }),
  }));
}

export const attendancePlaces = ask({
  name: 'attendancePlaces',
  method: 'GET',
  path: '/api/attendance/places',
  says: 'List the groups and workplaces whose attendance one may see, and how many are not marked on a day',
  input: z.strictObject({ on: zDay.optional() }),
  output: z.object({
    places: z.array(
      z.object({
        groupId: zId.nullable(),
        workplaceId: zId.nullable(),
        name: z.string(),
        unit: z.string().nullable(),
        leader: z.string().nullable(),
        /** Led today by the one who asks. */
        mine: z.boolean(),
        clients: z.int(),
        due: z.int(),
        marked: z.int(),
      }),
    ),
  }),
  may: attendanceAccess.attendancePlaces,
  audited: { asked: ({ on }) => ({ on: on ?? null }) },
  refuses: {},
  run: async ({ tx, input, who, today }) => ({ places: await placesOn(tx, input.on ?? today, who) }),
});

export const attendanceGrid = ask({
  name: 'attendanceGrid',
  method: 'GET',
  path: '/api/attendance',
  says: 'Open a group’s or workplace’s attendance over days; the rows come from the placements of those days',
  input: z.strictObject({ ...placeFields, everyWorkplace: z.stringbool().optional(), from: zDay, to: zDay }),
  output: z.object({ rows: z.array(zRow), notMarked: z.int(), today: zDay }),
  may: attendanceAccess.attendanceGrid,
  audited: { clients: (_input, { rows }) => rows.map(({ clientId }) => clientId) },
  refuses: attendanceRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const place = placeOf(input, refuse);
    const length = daysBetween(input.from, input.to);
    if (length < 1 || length > 31) return refuse('too-many-days', { field: 'to' });
    const grid = await gridOf(tx, place, { from: input.from, to: input.to });
    const rows = await toldApart(tx, grid, { on: today, language: who.language });
    return { rows, notMarked: rows.reduce((sum, { cells }) => sum + notMarked(cells, today), 0), today };
  },
});

const zNewMark = z.strictObject({
  placementId: zId,
  on: zDay,
  /** null takes the mark back. */
  kind: z.enum(markKinds).nullable(),
  reason: z.enum(absenceReasons).nullable().default(null),
  meal: z.boolean().default(false),
  /** The version of the mark that it takes the place of. */
  seen: zSeen,
});

interface NewDay {
  readonly clientId: string;
  readonly placementId: string;
  readonly heldOn: Day;
  /** It would be a day of participation in rehabilitative work. */
  readonly counts: boolean;
  /** Since when the placement has gone on. */
  readonly begunOn: Day;
}

/** The first client whose days of rehabilitative work would be more than the law allows, with the day that is too many and why. */
async function beyondLimit(tx: Read, days: readonly NewDay[]) {
  const clients = [...new Set(days.filter(({ counts }) => counts).map(({ clientId }) => clientId))];
  if (clients.length === 0) return null;
  const key = ({ placementId, heldOn }: Pick<NewDay, 'placementId' | 'heldOn'>) => `${placementId} ${heldOn}`;
  const marked = new Set(days.map(key));
  // What is marked anew is no longer as it was.
  const before = daysCounted(await participationOf(tx, clients)).filter((one) => !marked.has(key(one)));
  for (const clientId of clients) {
    const own = (some: readonly Pick<NewDay, 'clientId' | 'heldOn'>[]) =>
      some.filter((one) => one.clientId === clientId).map(({ heldOn }) => heldOn);
    const added = days.filter(({ counts }) => counts);
    const inYear = participationObstacle(own(before), own(added));
    if (inYear) return { clientId, why: 'beyond-limit' as const, ...inYear };
    const begunOn = added.filter((one) => one.clientId === clientId).map((one) => one.begunOn);
    const inWeek = weekObstacle(own(before), own(added), begunOn.toSorted()[0] as Day);
    if (inWeek) return { clientId, why: 'beyond-week' as const, ...inWeek };
  }
  return null;
}

export const markAttendance = act({
  name: 'markAttendance',
  method: 'POST',
  path: '/api/attendance',
  says: 'Mark, correct or take back attendance of placements on days, all or none',
  input: z.strictObject({ marks: z.array(zNewMark).min(1).max(1000) }),
  output: z.object({ marked: z.int(), clients: z.array(zId), savedAt: z.string() }),
  may: attendanceAccess.markAttendance,
  audited: { clients: (_input, { clients }) => clients, detail: (_input, { marked }) => ({ marked }) },
  refuses: attendanceRefusals,
  conflicts: notAgreed,
  edits: ({ tx, input }) =>
    standingMarks(
      tx,
      input.marks.map(({ kind, ...mark }) => ({
        ...mark,
        becomes: markVersion(kind === null ? null : whole({ ...mark, kind })),
      })),
    ),
  editsEach: { list: 'marks', locks: ({ marks }) => marks.map(({ placementId }) => placementId) },
  run: async ({ tx, input, who, today, now, refuse }) => {
    const placementIds = [...new Set(input.marks.map(({ placementId }) => placementId))];
    // Sent together: the second reads what stands once the first has waited.
    const [, expected] = await Promise.all([lockClientsOf(tx, placementIds), expectedOf(tx, placementIds)]);
    const placements = new Map(expected.map((one) => [one.placementId, one]));
    const clients = [...new Set([...placements.values()].map(({ clientId }) => clientId))];
    const markable = await markableOf(tx, clients, markingRelations);
    const last = new Map(input.marks.map((mark, n) => [`${mark.placementId} ${mark.on}`, { mark, n }]));
    const saved = [...last.values()].map(({ mark: { placementId, on, kind, seen: _, ...rest }, n }) => {
      const placement = placements.get(placementId);
      if (!placement) return refuse('no-such-placement', { field: `marks.${n}.placementId` });
      if (!markable.has(placement.clientId)) return refuse('may-not-mark', { field: `marks.${n}.placementId` });
      const obstacle = kind === null ? null : markObstacle({ kind }, cellState(placement, on), on, today);
      if (obstacle) return refuse(obstacle, { field: `marks.${n}.on` });
      return { placementId, clientId: placement.clientId, heldOn: on, kind, ...rest };
    });
    const beyond = await beyondLimit(
      tx,
      saved.map(({ clientId, placementId, heldOn, kind }) => ({
        clientId,
        placementId,
        heldOn,
        counts: kind === 'present' && placements.get(placementId)?.service === 'rehabilitative-work',
        begunOn: placements.get(placementId)?.during.from ?? heldOn,
      })),
    );
    if (beyond) {
      const n = saved.findIndex(({ clientId }) => clientId === beyond.clientId);
      refuse(beyond.why, {
        field: `marks.${n}.on`,
        detail: formatDay(beyond.on, who.language),
        expected: `${beyond.most} (${beyond.provision})`,
      });
    }
    await takeMarksBack(
      tx,
      saved.filter(({ kind }) => kind === null),
    );
    await keepMarks(
      tx,
      who,
      saved.flatMap(({ kind, ...mark }) => (kind === null ? [] : [{ ...mark, ...whole({ ...mark, kind }) }])),
    );
    return { marked: saved.length, clients, savedAt: now };
  },
});

export const markAllPresent = act({
  name: 'markAllPresent',
  method: 'POST',
  path: '/api/attendance/all-present',
  says: 'Mark everyone of a group or workplace present who has the day agreed and no mark yet',
  input: z.strictObject({ ...placeFields, everyWorkplace: z.boolean().optional(), on: zDay }),
  output: z.object({ marked: z.array(z.object({ placementId: zId, clientId: zId })) }),
  may: attendanceAccess.markAllPresent,
  audited: { clients: (_input, { marked }) => marked.map(({ clientId }) => clientId) },
  refuses: attendanceRefusals,
  conflicts: notAgreed,
  run: async ({ tx, input, who, today, refuse }) => {
    if (input.on > today) return refuse('not-yet', { field: 'on' });
    const grid = () => gridOf(tx, placeOf(input, refuse), { from: input.on, to: addDays(input.on, 1) });
    // Whoever marks or changes one of them meanwhile is waited for, and what stands then is looked at.
    const placementIds = (await grid()).map(({ placementId }) => placementId);
    await lockThings(tx, placementIds);
    await lockClientsOf(tx, placementIds);
    const rows = await grid();
    const wanted = rows.filter(
      ({ mayMark, cells }) => mayMark && cells.some(({ state, mark }) => state === 'agreed' && !mark),
    );
    const service = new Map(
      (
        await expectedOf(
          tx,
          wanted.map(({ placementId }) => placementId),
        )
      ).map((one) => [one.placementId, one.service]),
    );
    // Whose day would be one too many stays without a mark, for somebody to see.
    const due: typeof wanted = [];
    for (const row of wanted) {
      const counts = service.get(row.placementId) === 'rehabilitative-work';
      const added = { ...row, heldOn: input.on, counts, begunOn: row.during.from };
      if (!counts || !(await beyondLimit(tx, [added]))) due.push(row);
    }
    // Who was marked meanwhile stays as marked.
    const saved = await keepFirstMarks(
      tx,
      who,
      due.map(({ placementId, clientId, meal }) => ({
        placementId,
        clientId,
        heldOn: input.on,
        kind: 'present',
        reason: null,
        meal,
      })),
    );
    return {
      marked: due.flatMap(({ placementId, clientId }) => (saved.has(placementId) ? [{ placementId, clientId }] : [])),
    };
  },
});

export const attendanceOf = ask({
  name: 'attendanceOf',
  method: 'GET',
  path: '/api/clients/{clientId}/attendance',
  says: 'Tell a client’s attendance over days',
  input: z.strictObject({ clientId: zId, from: zDay, to: zDay }),
  output: z.object({
    marks: z.array(zMark.extend({ placementId: zId, heldOn: zDay, place: z.string(), service: z.string() })),
  }),
  may: attendanceAccess.attendanceOf,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: attendanceRefusals,
  run: async ({ tx, input, refuse }) => {
    if (input.from >= input.to) return refuse('too-many-days', { field: 'to' });
    return { marks: await marksOf(tx, input.clientId, range(input.from, input.to)) };
  },
});

export const markVersions = ask({
  name: 'markVersions',
  method: 'GET',
  path: '/api/clients/{clientId}/attendance/{placementId}/{on}',
  says: 'Tell what was marked for a placement on a day, now and before each correction',
  input: z.strictObject({ clientId: zId, placementId: zId, on: zDay }),
  output: z.object({ versions: z.array(zVersion) }),
  may: attendanceAccess.markVersions,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: {},
  run: async ({ tx, input }) => ({ versions: await versionsOf(tx, input.clientId, input.placementId, input.on) }),
});

const zMarksTaken = z.int();
const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

export const changePlacementWithMarks = act({
  name: 'changePlacementWithMarks',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/change-with-marks',
  says: 'Change a placement from a day on and take the marks of those days along to the new one',
  input: changePlacement.input,
  output: changePlacement.output.extend({ marksMoved: zMarksTaken }),
  may: attendanceAccess.changePlacementWithMarks,
  audited: { ...ofClient, detail: (_input, { marksMoved }) => ({ marksMoved }) },
  refuses: changePlacement.refuses,
  conflicts: changePlacement.conflicts ?? {},
  edits: ({ tx, input }) => standingPlacement(tx, input.clientId, input.placementId),
  run: async (call) => {
    const { tx, who, input } = call;
    const { clientId, placementId, from } = input;
    const marks = await takeMarksOut(tx, clientId, { placementId, days: range(from) });
    const changed = await changePlacement.run(call);
    await putMarks(tx, { organiserId: who.organiserId, clientId, placementId: changed.placementId }, marks);
    return { ...changed, marksMoved: marks.length };
  },
});

export const endPlacementWithMarks = act({
  name: 'endPlacementWithMarks',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/end-with-marks',
  says: 'End a placement and take back the marks of the days after it; what was paid for them waits as a correction',
  input: endPlacement.input,
  output: z.object({ marksTakenBack: zMarksTaken }),
  may: attendanceAccess.endPlacementWithMarks,
  audited: { ...ofClient, detail: (_input, { marksTakenBack }) => ({ marksTakenBack }) },
  refuses: endPlacement.refuses,
  conflicts: endPlacement.conflicts ?? {},
  edits: ({ tx, input }) => endedPlacement(tx, input.clientId, input.placementId),
  run: async (call) => {
    const { clientId, placementId, on } = call.input;
    const marks = await takeMarksOut(call.tx, clientId, { placementId, days: range(on) });
    await endPlacement.run(call);
    return { marksTakenBack: marks.length };
  },
});

export const agreeBreakWithMarks = act({
  name: 'agreeBreakWithMarks',
  method: 'POST',
  path: '/api/clients/{clientId}/breaks/with-marks',
  says: 'Agree on a break and take back the marks of its days; what was paid for them waits as a correction',
  input: agreeBreak.input,
  output: agreeBreak.output.extend({ marksTakenBack: zMarksTaken }),
  may: attendanceAccess.agreeBreakWithMarks,
  audited: { ...ofClient, detail: (_input, { marksTakenBack }) => ({ marksTakenBack }) },
  refuses: agreeBreak.refuses,
  conflicts: agreeBreak.conflicts ?? {},
  run: async (call) => {
    const { clientId, relationshipId, during } = call.input;
    const marks = await takeMarksOut(call.tx, clientId, { relationshipId, days: during });
    return { ...(await agreeBreak.run(call)), marksTakenBack: marks.length };
  },
});

export const takeBackMarksOf = act({
  name: 'takeBackMarksOf',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/marks/take-back',
  says: 'Take back the marks of a client relationship from a day on; what was paid for them waits as a correction',
  input: z.strictObject({ clientId: zId, relationshipId: zId, from: zDay }),
  output: z.object({ marksTakenBack: zMarksTaken }),
  may: attendanceAccess.takeBackMarksOf,
  audited: { ...ofClient, detail: (_input, { marksTakenBack }) => ({ marksTakenBack }) },
  refuses: {},
  run: async ({ tx, input: { clientId, relationshipId, from } }) => ({
    marksTakenBack: (await takeMarksOut(tx, clientId, { relationshipId, days: range(from) })).length,
  }),
});
