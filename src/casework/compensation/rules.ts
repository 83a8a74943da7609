import type { Day } from '../../kernel/day.ts';
import { type Cents, cents, sumCents } from '../../kernel/money.ts';
import type { Range } from '../../kernel/range.ts';
import { freeServices, reductionOfCharge, upkeepCharge } from '../../law/act-1992-734.ts';
import { activityAllowanceProvisionOn, isLongEnough } from '../../law/act-2001-189.ts';
import { costCompensation } from '../../law/act-2002-1290.ts';
import { workShareMoney } from '../../law/decree-1977-988.ts';
import { versionOn } from '../../law/provision.ts';
import { closingHoliday } from '../attendance/rules.ts';
import { rateOn } from '../rate/rules.ts';
import { type LineKind, lineKinds, type Rate, type RateKind, rateKinds } from '../rate/words.ts';
import type { AccountPart, CompensatedDay, LedgerAccount, LedgerLine, NewLine, Settlement } from './words.ts';

/** Kinds of money that stand for a day's work: a person gets one of them a day, the first in this order that is due. */
const forWork: readonly LineKind[] = ['open-work-allowance', 'work-share', 'activity-allowance'];

/** Services whose attended days are worth money: a day without a mark may be money not paid. */
export const compensatedServices = ['open-work', 'work-activity', 'rehabilitative-work'] as const;

/** The rule that a line of travel of the day rests on. */
export const wayRuleOn = (on: Day): string => activityAllowanceProvisionOn(on).id;

/**
 * What a day of attendance is worth: one line a kind, each with its rate and rule.
 * Open work: the allowance when present, and on as many holiday days a calendar year as the rate pays (seed: Pori, four weeks).
 * Work activity at a centre: work-share money when present (988/1977, section 24: may be paid).
 * A meal that was eaten is charged as a line of its own, never netted, and not at all where nothing gives a ground for it. An employer that pays a share is charged it.
 * Rehabilitative work: activity allowance for a day of at least the hours of law to whoever lives on social assistance (189/2001,
 * section 18; 1412/1997, section 10 a, until 2022), and what the way costs by the cheapest means, where it is recorded and costs something: a way of which nobody was asked
 * is a question. Cost compensation is paid by the payer of the unemployment benefit and is no line of ours (1290/2002, chapter 10, section 6).
 */
export function linesFor(day: CompensatedDay, rates: readonly Rate[]): NewLine[] {
  const made: NewLine[] = [];
  const { clientId, placementId, markId } = day;
  const add = (kind: RateKind, rate: Rate | undefined, sign: 1 | -1, party: NewLine['party'] = 'client') => {
    if (!rate) return;
    made.push({
      ...{ clientId, placementId, markId, kind, party },
      employerId: party === 'employer' ? day.employerId : null,
      earnedOn: day.on,
      amount: cents(sign * rate.amount),
      rateId: rate.id,
      rule: rate.rule,
    });
  };
  const present = day.kind === 'present';
  if (day.service === 'open-work') {
    const rate = rateOn(rates, 'open-work-allowance', day.on);
    const paidHoliday =
      day.kind === 'holiday' &&
      closingHoliday(day.on) === null &&
      rate !== undefined &&
      day.holidayOfYear <= rate.paidHolidayDays;
    if (present || paidHoliday) {
      add('open-work-allowance', rate, 1);
      if (day.employerId)
        add('employer-share', rateOn(rates, 'employer-share', day.on, day.employerId), -1, 'employer');
    }
  }
  if (day.service === 'work-activity' && present) add('work-share', rateOn(rates, 'work-share', day.on), 1);
  if (
    day.service === 'rehabilitative-work' &&
    present &&
    day.payer === 'organiser' &&
    isLongEnough(day.hoursADay, day.on)
  ) {
    add('activity-allowance', rateOn(rates, 'activity-allowance', day.on), 1);
    if (day.wayCosts)
      made.push({
        ...{ clientId, placementId, markId, kind: 'travel', party: 'client', employerId: null },
        ...{ earnedOn: day.on, amount: day.wayCosts, rateId: null, rule: wayRuleOn(day.on) },
      });
  }
  if (present && day.meal && !day.mealFree) add('meal-charge', rateOn(rates, 'meal-charge', day.on), -1);
  return made;
}

/** The kinds of money that a day present with a meal, of any length, can be worth by rates in some of the services. */
export function kindsOwedIn(services: readonly string[], on: Day): LineKind[] {
  const employerId = 'employer';
  const rates = rateKinds.map(
    (kind): Rate => ({
      id: kind,
      kind,
      employerId: kind === 'employer-share' ? employerId : null,
      amount: cents(1),
      paidHolidayDays: 0,
      rule: '',
      during: { from: on, to: null },
    }),
  );
  const kinds = services.flatMap((service) =>
    linesFor(
      {
        markId: '',
        clientId: '',
        placementId: '',
        service,
        on,
        kind: 'present',
        meal: true,
        mealFree: false,
        hoursADay: null,
        employerId,
        payer: 'organiser',
        wayCosts: null,
        holidayOfYear: 0,
      },
      rates,
    ).map(({ kind }) => kind),
  );
  return lineKinds.filter((kind) => kinds.includes(kind));
}

/** A client's day, by which days of participation are told. */
export const dayOf = ({ clientId, earnedOn }: Pick<NewLine, 'clientId' | 'earnedOn'>) => `${clientId} ${earnedOn}`;

const dayKey = ({ clientId, earnedOn, kind }: Pick<NewLine, 'clientId' | 'earnedOn' | 'kind'>) =>
  `${clientId} ${earnedOn} ${kind}`;

/**
 * The lines that days of attendance are worth together: each kind once a person and day, and of money for a day's work
 * the first kind that is due, since two kinds of work on one day are one day.
 */
export function linesForAll(days: readonly CompensatedDay[], rates: readonly Rate[]): NewLine[] {
  const saved = new Map<string, NewLine>();
  for (const day of days) {
    for (const line of linesFor(day, rates)) {
      const key = dayKey(line);
      const other = saved.get(key);
      if (!other || line.placementId < other.placementId) saved.set(key, line);
    }
  }
  return [...saved.values()].filter((line) => {
    const rank = forWork.indexOf(line.kind);
    return rank < 0 || !forWork.slice(0, rank).some((kind) => saved.has(dayKey({ ...line, kind })));
  });
}

/**
 * Compares what the days are worth with the ledger of the same days; nothing is edited, a wrong line is reversed and the
 * right one written as the next version of that person, day and kind. What was paid as cost compensation before it was known that
 * others pay it stays while the day is one of participation (`participated`, by `dayOf`), and the day is not paid once more.
 */
export function settlementOf<Due extends NewLine>(
  due: readonly Due[],
  ledger: readonly LedgerLine[],
  participated: ReadonlySet<string> = new Set(),
): Settlement<Due> {
  const reversed = new Set(ledger.flatMap(({ reversesId }) => (reversesId ? [reversesId] : [])));
  const standing = new Map<string, LedgerLine>();
  const versions = new Map<string, number>();
  for (const line of ledger) {
    const key = dayKey(line);
    versions.set(key, Math.max(versions.get(key) ?? 0, line.version));
    if (line.reversesId === null && !reversed.has(line.id)) standing.set(key, line);
  }
  const before = new Set(
    [...standing.values()]
      .filter((line) => line.kind === 'cost-compensation')
      .map(dayOf)
      .filter((on) => participated.has(on)),
  );
  for (const [key, line] of standing)
    if (line.kind === 'cost-compensation' && before.has(dayOf(line))) standing.delete(key);
  const wanted = new Map(
    due
      .filter((line) => line.kind !== 'activity-allowance' || !before.has(dayOf(line)))
      .map((line) => [dayKey(line), line]),
  );
  const reverse = [...standing].flatMap(([key, line]) => (same(line, wanted.get(key)) ? [] : [line]));
  const write = [...wanted].flatMap(([key, line]) =>
    same(standing.get(key), line) ? [] : [{ ...line, version: (versions.get(key) ?? 0) + 1 }],
  );
  return { reverse, write };
}

function same(line: LedgerLine | undefined, due: NewLine | undefined): boolean {
  return (
    line !== undefined &&
    due !== undefined &&
    line.amount === due.amount &&
    line.rateId === due.rateId &&
    line.placementId === due.placementId &&
    line.employerId === due.employerId
  );
}

/** Gathers parts to whose accounts they are, in the order of the parts; a day counts once in each kind of an account. */
export function ledgerAccountsOf(
  parts: readonly AccountPart[],
  of: (part: AccountPart) => { readonly key: string; readonly name: string },
): LedgerAccount[] {
  return [...Map.groupBy(parts, (part) => of(part).key)].map(([key, own]) => {
    const byKind = Map.groupBy(own, ({ kind }) => kind);
    return {
      key,
      name: of(own[0] as AccountPart).name,
      amount: balanceOf(own),
      kinds: lineKinds.flatMap((kind) => {
        const some = byKind.get(kind);
        return some ? [{ kind, amount: balanceOf(some), days: daysIn(some) }] : [];
      }),
    };
  });
}

/** A client's kind of money comes once a day; of an employer's share, several clients have the same days. */
function daysIn(parts: readonly AccountPart[]): number {
  return (
    parts.reduce((sum, { days }) => sum + days, 0) + new Set(parts.flatMap(({ shareDays }) => shareDays ?? [])).size
  );
}

/** Why a month cannot be closed yet, or null: it must be over, and months are closed in their order. */
export function closingObstacle(
  month: Range & { to: Day },
  lastClosed: Day | null,
  today: Day,
): 'not-over' | 'already-closed' | null {
  if (today < month.to) return 'not-over';
  return lastClosed !== null && month.from <= lastClosed ? 'already-closed' : null;
}

/** The sum of lines, in cents. */
export function balanceOf(lines: readonly { readonly amount: Cents }[]): Cents {
  return cents(lines.reduce((sum, { amount }) => sum + amount, 0));
}

/** What is owed to clients, charged from them and charged from employers, never netted. */
export function sumsOf(lines: readonly Pick<NewLine, 'kind' | 'party' | 'amount'>[]) {
  return {
    toClients: balanceOf(lines.filter(({ party, kind }) => party === 'client' && kind !== 'meal-charge')),
    fromClients: balanceOf(lines.filter(({ party, kind }) => party === 'client' && kind === 'meal-charge')),
    fromEmployers: balanceOf(lines.filter(({ party }) => party === 'employer')),
  };
}

/** The provisions that a line of the ledger rests on, beside the organiser's own decision on the rate; none where the act had not come. */
function provisionsOf(kind: LineKind, on: Day): string[] {
  const inForce = {
    'open-work-allowance': [workShareMoney],
    'work-share': [workShareMoney],
    'activity-allowance': [activityAllowanceProvisionOn(on)],
    travel: [activityAllowanceProvisionOn(on)],
    'cost-compensation': [costCompensation],
    'meal-charge': [versionOn(upkeepCharge, on) ? upkeepCharge : freeServices, reductionOfCharge],
    'employer-share': [],
  } as const satisfies Record<LineKind, readonly unknown[]>;
  return inForce[kind].filter((one) => versionOn<unknown>(one, on) !== null).map(({ id }) => id);
}

/** The provisions that lines rest on, each once; a charge may be reduced or waived by 734/1992 § 11, and the client is told so. */
export function provisionsOfLines(lines: readonly { readonly kind: LineKind; readonly earnedOn: Day }[]): string[] {
  return [...new Set(lines.flatMap(({ kind, earnedOn }) => provisionsOf(kind, earnedOn)))];
}

/** What was paid of a month before it was corrected; null where no line was written after its closing. */
export function paidBefore(
  lines: readonly { readonly kind: LineKind; readonly amount: Cents; readonly correcting: boolean }[],
): Cents | null {
  const paid = lines.filter(({ kind }) => kind !== 'meal-charge');
  if (!paid.some(({ correcting }) => correcting)) return null;
  return sumCents(paid.filter(({ correcting }) => !correcting).map(({ amount }) => amount));
}
