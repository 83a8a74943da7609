/** Money from attendance: months closed up to April 2021, May open; the compensation room's own rules say what each day is worth. */

import type { Benefit } from '../src/casework/client/words.ts';
import { linesForAll, settlementOf } from '../src/casework/compensation/rules.ts';
import type { CompensatedDay, LedgerLine, NewLine } from '../src/casework/compensation/words.ts';
import { payerOn } from '../src/casework/participation/rules.ts';
import type { Payer } from '../src/casework/participation/words.ts';
import type { Rate, RateKind } from '../src/casework/rate/words.ts';
import { addDays, addMonths, type Day, day } from '../src/kernel/day.ts';
import { cents } from '../src/kernel/money.ts';
import type { Range } from '../src/kernel/range.ts';
import { registerFrom } from './attendance.ts';
import type { Context } from './context.ts';
import { type DemoRow, enteredOn, idSeries, knownSince, laterOf, type Moment } from './demo-rows.ts';
import type { DemoOrganiser } from './region.ts';
import type { Placed } from './steps.ts';

export const openFrom = day('2021-05-01');

export function makeMoney(context: Context): void {
  const { pori, rauma, employment } = context.region;
  const { poriFinance, raumaFinance, employmentFinance } = context.workers;
  [pori, rauma, employment].forEach((organiser, i) => {
    const closer = [poriFinance, raumaFinance, employmentFinance][i]?.id as string;
    closeMonths(context, organiser, closer, idSeries(20 + i));
  });
}

/** A mark as it was known at a moment: a later correction had not happened yet. */
interface Version {
  readonly row: DemoRow;
  readonly corrected: DemoRow | null;
}

function closeMonths(context: Context, organiser: DemoOrganiser, closer: string, id: () => string): void {
  const { demoRows, recorder } = context;
  const placements = new Map(recorder.placements.map((placed) => [placed.row.id as string, placed]));
  const rates = ratesOf(context, organiser);
  const old = new Map(demoRows.rows('attendance_mark_history').map((row) => [row.id as string, row]));
  const holidays = new Map<string, number>();
  const payer = payersOf(context);
  const byMonth = new Map<string, Version[]>();
  for (const row of demoRows.rows('attendance_mark')) {
    if (row.organiser_id !== organiser.id || (row.held_on as Day) >= openFrom) continue;
    const month = (row.held_on as string).slice(0, 7);
    const before = old.get(row.id as string);
    const version = before ? { row: before, corrected: row } : { row, corrected: null };
    const list = byMonth.get(month);
    if (list) list.push(version);
    else byMonth.set(month, [version]);
  }
  for (let month = registerFrom; month < openFrom; month = addMonths(month, 1)) {
    const versions = (byMonth.get(month.slice(0, 7)) ?? []).sort((a, b) =>
      (a.row.held_on as string) < (b.row.held_on as string) ? -1 : 1,
    );
    const closedAt = enteredOn(addDays(addMonths(month, 1), 8), 90);
    const monthRow = demoRows.plain('compensation_month', {
      id: id(),
      organiser_id: organiser.id,
      month_on: month,
      closed_at: closedAt,
      closed_by_id: closer,
    });
    const worth = (row: DemoRow) =>
      compensated(row, placements.get(row.placement_id as string) as Placed, holidays, payer);
    const days = versions.map(({ row }) => ({ day: worth(row), entered: knownSince(row) }));
    // What was entered after the closing came into the ledger when it was entered.
    const inTime = linesForAll(
      days.filter(({ entered }) => entered <= closedAt).map(({ day: one }) => one),
      rates,
    );
    const lines = write(context, organiser, monthRow, settlementOf(inTime, []).write, closedAt, id);
    const lateDays = days.filter(({ entered }) => entered > closedAt);
    if (lateDays.length > 0) {
      const all = linesForAll(
        days.map(({ day: one }) => one),
        rates,
      );
      lines.push(...write(context, organiser, monthRow, settlementOf(all, lines).write, addedAt(lateDays), id));
    }
    for (const { row, corrected } of versions) {
      if (!corrected) continue;
      const of = (line: NewLine) => line.clientId === row.client_id && line.earnedOn === row.held_on;
      const settled = settlementOf(linesForAll([worth(corrected)], rates), lines.filter(of));
      reverse(context, organiser, monthRow, settled.reverse, knownSince(corrected), id);
      write(context, organiser, monthRow, settled.write, knownSince(corrected), id);
    }
  }
}

interface Closed {
  readonly id: string;
  readonly closed_at: Moment;
}

function addedAt(days: readonly { entered: Moment }[]): Moment {
  return days.reduce((last, { entered }) => laterOf(entered, last), '');
}

/** Who pays for a client's day of participation, by the benefits recorded. */
export function payersOf({ demoRows }: Context): (clientId: string, on: Day) => Payer {
  const benefits = Map.groupBy(demoRows.rows('client_benefit'), (row) => row.client_id as string);
  return (clientId, on) =>
    payerOn(
      (benefits.get(clientId) ?? []).map((row) => ({
        benefit: row.benefit as Benefit,
        main: row.main as boolean,
        during: row.during as Range,
      })),
      on,
    );
}

function ratesOf({ demoRows }: Context, organiser: DemoOrganiser): Rate[] {
  return demoRows
    .rows('rate_rate')
    .filter((row) => row.organiser_id === organiser.id)
    .map((row) => ({
      id: row.id as string,
      kind: row.kind as RateKind,
      employerId: row.employer_id as string | null,
      amount: cents(row.amount_cents as number),
      paidHolidayDays: row.paid_holiday_days as number,
      rule: row.rule as string,
      during: row.during as Range,
    }));
}

/** A marked day; holidays are numbered within the client's service and calendar year, as the room's own reading does. */
function compensated(
  row: DemoRow,
  placed: Placed,
  holidays: Map<string, number>,
  payer: (clientId: string, on: Day) => Payer,
): CompensatedDay {
  const on = row.held_on as Day;
  let holidayOfYear = 0;
  if (row.kind === 'holiday') {
    const key = `${row.client_id} ${placed.service} ${on.slice(0, 4)}`;
    holidayOfYear = (holidays.get(key) ?? 0) + 1;
    holidays.set(key, holidayOfYear);
  }
  return {
    markId: row.id as string,
    clientId: row.client_id as string,
    placementId: row.placement_id as string,
    service: placed.service,
    on,
    kind: row.kind as CompensatedDay['kind'],
    meal: row.meal as boolean,
    // Everybody is grown up, and the law of these days charges meals in special care.
    mealFree: false,
    hoursADay: placed.row.hours_a_day as number | null,
    employerId: placed.employerId,
    payer: payer(row.client_id as string, on),
    // Until May, which is open, everybody was driven for nothing (`travel.ts`).
    wayCosts: null,
    holidayOfYear,
  };
}

function write(
  context: Context,
  organiser: DemoOrganiser,
  month: Closed,
  lines: readonly (NewLine & { version: number })[],
  at: Moment,
  id: () => string,
): LedgerLine[] {
  return lines.map((line) => add(context, organiser, month, { ...line, id: id(), reversesId: null }, at));
}

/** A line that was wrong stays, and another one takes it back. */
function reverse(
  context: Context,
  organiser: DemoOrganiser,
  month: Closed,
  lines: readonly LedgerLine[],
  at: Moment,
  id: () => string,
): void {
  for (const line of lines)
    add(context, organiser, month, { ...line, id: id(), amount: cents(-line.amount), reversesId: line.id }, at);
}

function add({ demoRows }: Context, organiser: DemoOrganiser, month: Closed, line: LedgerLine, at: Moment): LedgerLine {
  demoRows.plain('compensation_line', {
    id: line.id,
    organiser_id: organiser.id,
    client_id: line.clientId,
    placement_id: line.placementId,
    mark_id: line.markId,
    month_id: month.id,
    kind: line.kind,
    party: line.party,
    employer_id: line.employerId,
    earned_on: line.earnedOn,
    amount_cents: line.amount,
    rate_id: line.rateId,
    rule: line.rule,
    reverses_id: line.reversesId,
    version: line.version,
    written_at: at,
    correcting: at > month.closed_at,
  });
  return line;
}
