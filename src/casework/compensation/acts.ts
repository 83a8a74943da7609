import { z } from 'zod';
import { addDays, type Day, monthOf, nextMonth, startOfMonth, zDay } from '../../kernel/day.ts';
import { isFound } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { compareNames, type Language, pick, plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { cents, zCents } from '../../kernel/money.ts';
import { earlierEnd, monthRange } from '../../kernel/range.ts';
import { cited } from '../../law/provisions.ts';
import { act, ask, type Who, zPaper } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { unmarkedDuring } from '../attendance/reads.ts';
import { closedDays } from '../attendance/rules.ts';
import { clientOn, reachOn, toldApart } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { dataProtectionOf, organiserHead, rectificationBodyOn } from '../organiser/reads.ts';
import { paidDaysDuring } from '../participation/reads.ts';
import { zMonth } from '../participation/words.ts';
import { inWords } from '../rate/rules.ts';
import { type LineKind, lineKinds } from '../rate/words.ts';
import { compensationAccess } from './access.ts';
import {
  changedSinceClosing,
  clientsWith,
  closedMonths,
  correctionsDuring,
  dueDuring,
  firstMarkedMonth,
  ledgerDuring,
  monthsClosed,
  partsDue,
  partsInLedger,
  paysAllTasks,
  type ReadLine,
  sumsDue,
  undecidedDuring,
  type Whose,
} from './reads.ts';
import {
  balanceOf,
  closingObstacle,
  compensatedServices,
  dayOf,
  ledgerAccountsOf,
  paidBefore,
  provisionsOfLines,
  settlementOf,
  sumsOf,
  wayRuleOn,
} from './rules.ts';
import { compensationRefusals, compensationTexts, statementPaper } from './texts.ts';
import {
  type AccountPart,
  type DueLine,
  type LedgerAccount,
  type NamedLine,
  type Settlement,
  type StatementLine,
  zAccount,
  zNamedLine,
  zSums,
  zUndecided,
} from './words.ts';
import { insertMonth, insertSettlement } from './writes.ts';

type MonthRange = ReturnType<typeof monthRange>;

interface Reckoned {
  readonly ledger: readonly ReadLine[];
  readonly settlement: Settlement<DueLine>;
}

/** What the days of a range are worth, what the ledger says of them, and the difference. */
async function reckoned(tx: Read, organiserId: string, days: MonthRange, whose: Whose = {}): Promise<Reckoned> {
  const due = await dueDuring(tx, organiserId, days, wayRuleOn, whose);
  const ledger = await ledgerDuring(tx, organiserId, days, whose);
  const before = [
    ...new Set(ledger.filter(({ kind }) => kind === 'cost-compensation').map(({ clientId }) => clientId)),
  ];
  const participated = before.length === 0 ? [] : await paidDaysDuring(tx, organiserId, days, before);
  const on = participated.flatMap(({ clientId, days: own }) => own.map((earnedOn) => dayOf({ clientId, earnedOn })));
  return { ledger, settlement: settlementOf(due, ledger, new Set(on)) };
}

/** What attendance corrected since their closing would change in the closed months. */
async function correctionsOf(
  tx: Read,
  organiserId: string,
  closed: readonly { readonly month: Day }[],
): Promise<Settlement> {
  const [last, oldest] = [closed[0]?.month, closed.at(-1)?.month];
  if (!last || !oldest) return { reverse: [], write: [] };
  const days = { from: oldest, to: nextMonth(last) };
  const clientDays = await changedSinceClosing(tx, organiserId, days);
  return clientDays.length === 0
    ? { reverse: [], write: [] }
    : (await reckoned(tx, organiserId, days, { clientDays })).settlement;
}

/** The closing of a month; null while it is open. */
async function closingOf(tx: Read, organiserId: string, month: MonthRange) {
  return (await monthsClosed(tx, organiserId)).find((one) => one.month === month.from) ?? null;
}

/** A month's accounts in parts, by name: as the ledger has them, or what the marked days of a month not closed are worth. */
async function partsOf(tx: Read, organiserId: string, month: MonthRange, closed: boolean): Promise<AccountPart[]> {
  const parts = closed ? partsInLedger : partsDue;
  return inOrder(await parts(tx, organiserId, month));
}

const byName = compareNames('fi');

/** By name: each name is compared once, though a county's month has many of the same. */
function inOrder(parts: readonly AccountPart[]): AccountPart[] {
  const names = [...new Set(parts.map(({ name }) => name))].sort(byName);
  const places = new Map<string, number>();
  for (const [n, name] of names.entries()) {
    const before = names[n - 1];
    places.set(name, before !== undefined && byName(before, name) === 0 ? (places.get(before) as number) : n);
  }
  const place = ({ name }: AccountPart) => places.get(name) as number;
  return parts.toSorted((a, b) => place(a) - place(b) || (a.clientId < b.clientId ? -1 : 1));
}

/** Lines that are due but not written, as one reads them. */
function dueLines({ settlement }: Reckoned): NamedLine[] {
  return settlement.write.map((line) => ({
    clientId: line.clientId,
    name: line.name,
    kind: line.kind,
    party: line.party,
    place: line.place,
    employerId: line.employerId,
    employer: line.employer,
    earnedOn: line.earnedOn,
    amount: line.amount,
    rate: line.rate,
    rule: line.rule,
    reversing: false,
    writtenAt: null,
  }));
}

const writtenLine = ({ reversesId, ...line }: ReadLine): NamedLine => ({
  clientId: line.clientId,
  name: line.name,
  kind: line.kind,
  party: line.party,
  place: line.place,
  employerId: line.employerId,
  employer: line.employer,
  earnedOn: line.earnedOn,
  amount: line.amount,
  rate: line.rate,
  rule: line.rule,
  reversing: reversesId !== null,
  writtenAt: line.writtenAt,
});

const zMonthRow = z.object({
  month: zMonth,
  state: z.enum(['closed', 'open', 'running']),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** As the month was closed; null while it is open: `compensationOpenMonths` sums what its marks are worth. */
  closing: zSums.extend({ lines: z.int() }).nullable(),
  /** What lines that corrected its days after the closing came to. */
  corrected: zCents,
  /** Lines that attendance corrected since the closing would write. */
  corrections: z.int(),
});

/** The first day whose month is not closed; null where nobody has been marked. */
async function firstOpen(tx: Read, organiserId: string, last: Day | null): Promise<Day | null> {
  return last ? nextMonth(last) : firstMarkedMonth(tx, organiserId);
}

export const compensationMonths = ask({
  name: 'compensationMonths',
  method: 'GET',
  path: '/api/compensation/months',
  says: 'List months, closed and open; the closed ones with their sums',
  input: z.strictObject({}),
  output: z.object({ months: z.array(zMonthRow) }),
  may: compensationAccess.compensationMonths,
  audited: { asked: () => ({}) },
  refuses: {},
  run: async ({ tx, who, today }) => {
    const closed = await closedMonths(tx, who.organiserId);
    const open: z.output<typeof zMonthRow>[] = [];
    for (
      let month = await firstOpen(tx, who.organiserId, closed[0]?.month ?? null);
      month !== null && month <= today;
      month = nextMonth(month)
    ) {
      const state = today < nextMonth(month) ? 'running' : 'open';
      open.unshift({
        month: monthOf(month),
        state,
        closedAt: null,
        closedBy: null,
        closing: null,
        corrected: cents(0),
        corrections: 0,
      });
    }
    const { reverse, write } = await correctionsOf(tx, who.organiserId, closed);
    const corrections = Map.groupBy([...reverse, ...write], ({ earnedOn }) => monthOf(earnedOn));
    return {
      months: [
        ...open,
        ...closed.map(({ month, closedAt, closedBy, corrected, lines, toClients, fromClients, fromEmployers }) => ({
          month: monthOf(month),
          state: 'closed' as const,
          closedAt,
          closedBy,
          closing: { lines, toClients, fromClients, fromEmployers },
          corrected,
          corrections: corrections.get(monthOf(month))?.length ?? 0,
        })),
      ],
    };
  },
});

export const compensationOpenMonths = ask({
  name: 'compensationOpenMonths',
  method: 'GET',
  path: '/api/compensation/open-months',
  says: 'Sum what the marks of the months that are not closed are worth so far, each month by itself',
  input: z.strictObject({}),
  output: z.object({ months: z.array(zSums.extend({ month: zMonth, lines: z.int() })) }),
  may: compensationAccess.compensationOpenMonths,
  audited: { asked: () => ({}) },
  refuses: {},
  run: async ({ tx, who, today }) => {
    const [last] = await monthsClosed(tx, who.organiserId);
    const from = await firstOpen(tx, who.organiserId, last?.month ?? null);
    if (from === null || from > today) return { months: [] };
    const sums = await sumsDue(tx, who.organiserId, { from, to: nextMonth(startOfMonth(today)) });
    return {
      months: [...Map.groupBy(sums, ({ month }) => month)].map(([month, own]) => ({
        month: monthOf(month),
        lines: own.reduce((sum, { lines }) => sum + lines, 0),
        ...sumsOf(own),
      })),
    };
  },
});

/** A name narrows by the client's and the employer's, as one types it. */
const narrowing = { kind: z.enum(lineKinds).optional(), name: z.string().max(100).default('') };

const matches =
  ({ kind, name }: { readonly kind?: LineKind | undefined; readonly name: string }) =>
  (one: Pick<AccountPart, 'kind' | 'name' | 'employer'>) =>
    (!kind || one.kind === kind) && isFound(name, one.name, one.employer);

export const compensationMonth = ask({
  name: 'compensationMonth',
  // A name is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/compensation/months/{month}',
  says: 'Open a month: its accounts with their sums, and what attendance corrected since then would change; narrowed by kind and name',
  input: z.strictObject({
    month: zMonth,
    ...narrowing,
    /** How many clients' accounts to give, by name; the sums are of all. */
    limit: z.int().min(1).max(50_000).default(200),
  }),
  output: z.object({
    month: zMonth,
    closed: z.boolean(),
    /** Whether the asker's post has all service tasks of the organiser: a month is closed as a whole. */
    mayClose: z.boolean(),
    /** Agreed days of the month that have come and have no mark, in all and by group or workplace. */
    notMarked: z.int(),
    notMarkedAt: z.array(z.object({ place: z.string(), days: z.int() })),
    /** The kinds that the month has, whatever it is narrowed by. */
    kinds: z.array(z.enum(lineKinds)),
    ...zSums.shape,
    /** The month as a whole, whatever it is narrowed by: what a closing closes. */
    whole: zSums.extend({ clients: z.int() }),
    /** How many clients have an account; the first of them follow. */
    clients: z.int(),
    accounts: z.array(zAccount),
    employers: z.array(zAccount),
    corrections: z.object({ reverse: z.array(zNamedLine), write: z.array(zNamedLine) }),
    /** What was corrected after the closing, apart from what was closed: each time with its lines. */
    corrected: z.array(z.object({ writtenAt: z.string(), withMonth: zMonth, lines: z.array(zNamedLine) })),
  }),
  may: compensationAccess.compensationMonth,
  audited: {
    clients: (_input, { accounts, corrections: { reverse, write }, corrected }) => [
      ...accounts.map(({ key }) => key),
      ...[...reverse, ...write, ...corrected.flatMap(({ lines }) => lines)].map(({ clientId }) => clientId),
    ],
  },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const month = monthRange(input.month);
    const come = earlierEnd(month.to, addDays(today, 1)) as Day;
    const notMarkedAt =
      month.from < come
        ? await unmarkedDuring(
            tx,
            who.organiserId,
            { from: month.from, to: come },
            compensatedServices,
            closedDays({ from: month.from, to: come }),
          )
        : [];
    const closed = (await closingOf(tx, who.organiserId, month)) !== null;
    const all = await partsOf(tx, who.organiserId, month, closed);
    const parts = all.filter(matches(input));
    const ofClients = parts.filter(({ party }) => party === 'client');
    const ofEmployers = parts.filter(({ party }) => party === 'employer');
    const byClient = ({ clientId, name }: AccountPart) => ({ key: clientId, name });
    const accounts = ledgerAccountsOf(ofClients, byClient);
    const everyone = [
      ...new Map(all.flatMap((part) => (part.party === 'client' ? [[part.clientId, part] as const] : []))).values(),
    ];
    return {
      month: input.month,
      closed,
      mayClose: await paysAllTasks(tx),
      notMarked: notMarkedAt.reduce((sum, { days }) => sum + days, 0),
      notMarkedAt,
      kinds: lineKinds.filter((kind) => all.some((part) => part.kind === kind)),
      ...sumsOf(parts),
      whole: { ...sumsOf(all), clients: everyone.length },
      clients: accounts.length,
      accounts: await accountsApart(tx, accounts.slice(0, input.limit), everyone, who, today),
      employers: ledgerAccountsOf(ofEmployers, ({ employerId, employer }) => ({
        key: employerId as string,
        name: employer ?? '',
      })),
      corrections: closed
        ? await correctionsIn(tx, who.organiserId, month, { on: today, language: who.language })
        : { reverse: [], write: [] },
      corrected: closed ? await correctedIn(tx, who.organiserId, month, { on: today, language: who.language }) : [],
    };
  },
});

/** Accounts whose clients are told apart from all others of the month who bear the same name. */
async function accountsApart(
  tx: Read,
  accounts: readonly LedgerAccount[],
  everyone: readonly Pick<AccountPart, 'clientId' | 'name'>[],
  who: Who,
  on: Day,
) {
  const named = accounts.map(({ key, name }) => ({ clientId: key, name }));
  const apart = await toldApart(tx, named, { on, language: who.language, among: everyone });
  return accounts.map((account, n) => ({ ...account, name: apart[n]?.name ?? account.name }));
}

/** What was corrected in a month after it was closed: each time apart, the first one first. */
async function correctedIn(tx: Read, organiserId: string, month: MonthRange, day: { on: Day; language: Language }) {
  const lines = await toldApart(tx, await correctionsDuring(tx, organiserId, month), day);
  return [...Map.groupBy(lines, ({ writtenAt, withMonth }) => `${writtenAt} ${withMonth}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      writtenAt: (own[0] as ReadLine).writtenAt,
      withMonth: monthOf((own[0] as ReadLine).withMonth),
      lines: inWords(own.map(writtenLine), day.language),
    }));
}

/** The lines that attendance corrected since its closing would write in a month. */
async function correctionsIn(tx: Read, organiserId: string, month: MonthRange, day: { on: Day; language: Language }) {
  const clientDays = await changedSinceClosing(tx, organiserId, month);
  if (clientDays.length === 0) return { reverse: [], write: [] };
  const all = await reckoned(tx, organiserId, month, { clientDays });
  const reverse = all.settlement.reverse.map((line) => ({
    ...writtenLine(line as ReadLine),
    rule: cited(line.rule, day.language),
    amount: cents(-line.amount),
    reversing: true,
    writtenAt: null,
  }));
  const write = inWords(dueLines(all), day.language);
  const among = { ...day, among: [...reverse, ...write] };
  return { reverse: await toldApart(tx, reverse, among), write: await toldApart(tx, write, among) };
}

export const undecidedDays = ask({
  name: 'undecidedDays',
  method: 'GET',
  path: '/api/compensation/months/{month}/undecided',
  says: 'Tell on which days of a month clients took part without a decision in force: it was over, or none was ever recorded',
  input: z.strictObject({ month: zMonth }),
  output: z.object({ days: z.int(), clients: z.array(zUndecided) }),
  may: compensationAccess.undecidedDays,
  audited: { clients: (_input, { clients }) => clients.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const undecided = await undecidedDuring(tx, who.organiserId, monthRange(input.month));
    return {
      days: undecided.reduce((sum, { days }) => sum + days.length, 0),
      clients: await toldApart(tx, undecided, { on: today, language: who.language }),
    };
  },
});

export const compensationLines = ask({
  name: 'compensationLines',
  method: 'POST',
  path: '/api/compensation/months/{month}/lines',
  says: 'Open accounts of a month: their lines, each with its rate and rule; narrowed by kind and name',
  input: z.strictObject({
    month: zMonth,
    ...narrowing,
    clientIds: z.array(zId).max(50_000).default([]),
    employerIds: z.array(zId).max(5_000).default([]),
  }),
  output: z.object({ lines: z.array(zNamedLine) }),
  may: compensationAccess.compensationLines,
  audited: { clients: (_input, { lines }) => lines.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const month = monthRange(input.month);
    const closed = (await closingOf(tx, who.organiserId, month)) !== null;
    const [clients, employers] = [new Set(input.clientIds), new Set(input.employerIds)];
    const placed = input.employerIds.length > 0 ? await clientsWith(tx, who.organiserId, input.employerIds) : [];
    const of = [...new Set([...clients, ...placed])];
    const lines = closed
      ? (await ledgerDuring(tx, who.organiserId, month, { clientIds: of }))
          .filter(({ correcting }) => !correcting)
          .map(writtenLine)
      : dueLines(await reckoned(tx, who.organiserId, month, { clientIds: of }));
    const claimed = lines.filter(({ party, clientId, employerId }) =>
      party === 'client' ? clients.has(clientId) : employers.has(employerId ?? ''),
    );
    const named = inWords(claimed.filter(matches(input)), who.language);
    return { lines: await toldApart(tx, named, { on: today, language: who.language }) };
  },
});

export const closeMonth = act({
  name: 'closeMonth',
  method: 'POST',
  path: '/api/compensation/months/{month}/close',
  says: 'Close a month: write its lines, and reversing lines for earlier months that were corrected since',
  input: z.strictObject({ month: zMonth }),
  output: z.object({ month: zMonth, lines: z.int(), corrections: z.int(), balance: zCents }),
  may: compensationAccess.closeMonth,
  audited: { clients: () => [], detail: ({ month }, { lines, corrections }) => ({ month, lines, corrections }) },
  refuses: compensationRefusals,
  conflicts: { compensation_month_organiser_id_month_on_key: 'already-closed' },
  run: async ({ tx, who, input, today, refuse }) => {
    if (!(await paysAllTasks(tx))) return refuse('other-tasks', { field: 'month' });
    const month = monthRange(input.month);
    const closed = await monthsClosed(tx, who.organiserId);
    const last = closed[0]?.month ?? null;
    const obstacle = closingObstacle(month, last, today);
    if (obstacle) return refuse(obstacle, { field: 'month' });
    const next = await firstOpen(tx, who.organiserId, last);
    if (next && next < month.from) return refuse('earlier-open', { field: 'month', expected: monthOf(next) });
    const monthId = await insertMonth(tx, who.organiserId, month.from, who.workerId);
    const { settlement } = await reckoned(tx, who.organiserId, month);
    await insertSettlement(tx, who.organiserId, monthId, false, settlement);
    const earlier = await correctionsOf(tx, who.organiserId, closed);
    await insertSettlement(tx, who.organiserId, monthId, true, earlier);
    return {
      month: input.month,
      lines: settlement.write.length,
      corrections: earlier.reverse.length + earlier.write.length,
      balance: balanceOf(settlement.write),
    };
  },
});

export const settleCorrections = act({
  name: 'settleCorrections',
  method: 'POST',
  path: '/api/compensation/months/{month}/corrections',
  says: 'Write what corrected attendance changes in a closed month: a reversing line, and the right one after it',
  input: z.strictObject({ month: zMonth }),
  output: z.object({ reversed: z.int(), written: z.int(), difference: zCents }),
  may: compensationAccess.settleCorrections,
  audited: {
    clients: () => [],
    detail: ({ month }, { reversed, written }) => ({ month, reversed, written }),
  },
  refuses: compensationRefusals,
  run: async ({ tx, who, input, refuse }) => {
    const month = monthRange(input.month);
    const closed = await closingOf(tx, who.organiserId, month);
    if (!closed) return refuse('not-closed', { field: 'month' });
    const { settlement } = await reckoned(tx, who.organiserId, month);
    await insertSettlement(tx, who.organiserId, closed.id, true, settlement);
    return {
      reversed: settlement.reverse.length,
      written: settlement.write.length,
      difference: cents(balanceOf(settlement.write) - balanceOf(settlement.reverse)),
    };
  },
});

export const firstOpenDay = ask({
  name: 'firstOpenDay',
  method: 'GET',
  path: '/api/compensation/open-from',
  says: 'Tell the first day whose month is not closed: rates change from there on; null where no month is closed',
  input: z.strictObject({}),
  output: z.object({ openFrom: zDay.nullable() }),
  may: compensationAccess.firstOpenDay,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => {
    const [last] = await monthsClosed(tx, who.organiserId);
    return { openFrom: last ? nextMonth(last.month) : null };
  },
});

export const compensationOf = ask({
  name: 'compensationOf',
  method: 'GET',
  path: '/api/clients/{clientId}/compensation',
  says: 'Tell what a client is owed and charged for a month, line by line',
  input: z.strictObject({ clientId: zId, month: zMonth.optional() }),
  output: z.object({ month: zMonth, closed: z.boolean(), lines: z.array(zNamedLine), balance: zCents }),
  may: compensationAccess.compensationOf,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const month = monthRange(input.month ?? monthOf(startOfMonth(today)));
    const closed = (await closingOf(tx, who.organiserId, month)) !== null;
    const all = await reckoned(tx, who.organiserId, month, { clientIds: [input.clientId] });
    const lines = (closed ? all.ledger.map(writtenLine) : dueLines(all)).filter(({ party }) => party === 'client');
    return { month: monthOf(month.from), closed, lines: inWords(lines, who.language), balance: balanceOf(lines) };
  },
});

export const compensationStatement = ask({
  name: 'compensationStatement',
  method: 'GET',
  path: '/api/clients/{clientId}/compensation/{month}/statement',
  says: 'Print a month’s statement for a client: each day with its rate and rule, charges apart',
  input: z.strictObject({ clientId: zId, month: zMonth }),
  output: zPaper,
  may: compensationAccess.compensationStatement,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: compensationRefusals,
  run: async ({ tx, who, input, today, refuse }) => {
    const client = await clientOn(tx, input.clientId, today);
    if (!client) return refuse('no-such-client');
    const reach = await reachOn(tx, input.clientId, today);
    const all = await reckoned(tx, who.organiserId, monthRange(input.month), { clientIds: [input.clientId] });
    const lines = (all.ledger.length > 0 ? all.ledger.map(writtenLine) : dueLines(all)).filter(
      ({ party }) => party === 'client',
    );
    const language = letterLanguage({ language: client.serviceLanguage, easyLanguage: client.easyLanguage });
    const head = await organiserHead(tx, who.organiserId, plainLanguage(language));
    const body = await rectificationBodyOn(tx, who.organiserId, today);
    const named = { fi: body?.nameFi, sv: body?.nameSv, en: body?.nameEn }[plainLanguage(language)];
    const paper = statementPaper({
      language,
      organiser: { name: head.name, unit: head.office, address: head.address },
      reference: input.month,
      madeOn: today,
      client: { name: `${client.givenNames} ${client.familyName}`.trim() },
      address: letterAddress(reach),
      month: input.month,
      compensations: lines.filter(({ kind }) => kind !== 'meal-charge').map((line) => onPaper(line, language, 1)),
      charges: lines.filter(({ kind }) => kind === 'meal-charge').map((line) => onPaper(line, language, -1)),
      earlier: paidBefore(all.ledger.filter(({ party }) => party === 'client')),
      provisions: provisionsOfLines(lines),
      body: named ?? null,
      contact: { name: who.name, phone: head.phone ?? '', email: head.email },
    });
    const bytes = await compileLetter({
      template: new URL('./letter.typ', import.meta.url),
      data: paper,
      notice: await dataProtectionOf(tx, who.organiserId, language),
      pdf: 'ua-1',
      title: paper.title,
      lang: plainLanguage(language),
      day: today,
    });
    return { bytes, fileName: `${input.month}.pdf`, media: 'application/pdf' };
  },
});

function onPaper(line: NamedLine, language: ReadingLanguage, sign: 1 | -1): StatementLine {
  const plain = plainLanguage(language);
  return {
    day: line.earnedOn,
    kind: pick(compensationTexts, language).kinds[line.kind],
    place: line.place,
    amount: cents(sign * line.amount),
    rate: line.rate,
    rule: cited(line.rule, plain),
    corrects: line.reversing ? line.earnedOn : null,
  };
}
