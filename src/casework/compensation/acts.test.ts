import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { explanations, makeWorld, type World } from '../../../tests/world.ts';
import { addDays, type Day, day, weekdayOf } from '../../kernel/day.ts';
import { markAttendance } from '../attendance/acts.ts';
import { changeClient } from '../client/acts.ts';
import { decide } from '../decision/acts.ts';
import { place } from '../placement/acts.ts';
import { setRate } from '../rate/acts.ts';
import {
  closeMonth,
  compensationLines,
  compensationMonth,
  compensationMonths,
  compensationOf,
  compensationOpenMonths,
  compensationStatement,
  settleCorrections,
  undecidedDays,
} from './acts.ts';
import { balanceOf } from './rules.ts';

let db: FreshDatabase;
let world: World;
let employerId: string;
let workplaceId: string;
let centre: PartTaken;
let open: PartTaken;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ employerId, workplaceId } = await partAtWorkplace(world, 'Satametalli'));
  centre = await takingPart(world, {
    service: 'work-activity',
    group: 'work-activity',
    familyName: 'Aalto',
    weekdays: [1],
    meal: true,
  });
  open = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Berg' });
  await world.perform(
    setRate,
    {
      kind: 'employer-share',
      employerId,
      amount: 500,
      rule: 'Sopimus työnantajan kanssa',
      during: { from: '2021-03-01', to: null },
    },
    'pori-finance',
    day('2021-03-01'),
  );
});
afterAll(() => db.close());

type Marks = Parameters<typeof world.perform<typeof markAttendance>>[1]['marks'];
const mark = (marks: Marks, by: 'pori-instructor' | 'pori-coach') => world.perform(markAttendance, { marks }, by);
const inCentre = (on: string, more: object = {}) =>
  mark([{ placementId: centre.placementId, on, kind: 'present', meal: true, ...more }], 'pori-instructor');
const atWork = (on: string, kind: 'present' | 'absent' | 'holiday' | null = 'present') =>
  mark([{ placementId: open.placementId, on, kind }], 'pori-coach');
/** A month with the lines of all its accounts, which must come to what the accounts say. */
const month = async (named: string) => {
  const opened = await world.perform(compensationMonth, { month: named }, 'pori-finance');
  const keys = (of: readonly { key: string }[]) => of.map(({ key }) => key);
  const { lines } = await world.perform(
    compensationLines,
    { month: named, clientIds: keys(opened.accounts), employerIds: keys(opened.employers) },
    'pori-finance',
  );
  for (const [accounts, own] of [
    [opened.accounts, (key: string) => lines.filter((line) => line.party === 'client' && line.clientId === key)],
    [opened.employers, (key: string) => lines.filter((line) => line.party === 'employer' && line.employerId === key)],
  ] as const)
    for (const { key, amount, kinds } of accounts) {
      expect(amount).toBe(balanceOf(own(key)));
      for (const one of kinds) {
        const some = own(key).filter(({ kind }) => kind === one.kind);
        expect(one.amount).toBe(balanceOf(some));
        expect(one.days).toBe(new Set(some.map(({ earnedOn }) => earnedOn)).size);
      }
    }
  expect(opened.toClients + opened.fromClients + opened.fromEmployers).toBe(balanceOf(lines));
  return { ...opened, lines };
};
const close = (named: string) => world.perform(closeMonth, { month: named }, 'pori-finance');
const own = (lines: Awaited<ReturnType<typeof month>>['lines'], { clientId }: PartTaken) =>
  lines
    .filter((line) => line.clientId === clientId)
    .map(({ kind, amount, earnedOn, reversing }) => [earnedOn, kind, amount, reversing]);

/** Workdays from a day on. */
function workdays(from: Day, count: number): Day[] {
  const matches: Day[] = [];
  for (let on = from; matches.length < count; on = addDays(on, 1)) if (weekdayOf(on) <= 5) matches.push(on);
  return matches;
}

describe('a day’s worth', () => {
  test('at a centre is work-share money and the meal as a line of its own', async () => {
    await inCentre('2021-03-01');
    await inCentre('2021-03-08', { meal: false });
    const { lines } = await month('2021-03');
    expect(own(lines, centre)).toEqual([
      ['2021-03-01', 'work-share', 537, false],
      ['2021-03-01', 'meal-charge', -537, false],
      ['2021-03-08', 'work-share', 537, false],
    ]);
    expect(lines[0]).toMatchObject({ rate: 537, rule: 'Lautakunnan päätös' });
  });

  test('in open work is twelve euro, and the employer is charged its share', async () => {
    await atWork('2021-03-02');
    const { lines } = await month('2021-03');
    expect(own(lines, open)).toEqual([
      ['2021-03-02', 'open-work-allowance', 1200, false],
      ['2021-03-02', 'employer-share', -500, false],
    ]);
    expect(lines.find(({ kind }) => kind === 'employer-share')).toMatchObject({
      party: 'employer',
      employer: 'Satametalli',
    });
  });

  test('a month tells how many agreed days have come without a mark, and where', async () => {
    const { notMarked, notMarkedAt } = await month('2021-03');
    // Five Mondays, two of them marked; 23 workdays of March, one of them marked.
    expect(notMarkedAt).toEqual([
      { place: 'Satametalli, piste', days: 22 },
      { place: 'Porin perusturva, keskus, work-activity', days: 3 },
    ]);
    expect(notMarked).toBe(25);
  });
});

test('months that are not closed are summed apart, each with what it is worth so far', async () => {
  const { months } = await world.perform(compensationMonths, {}, 'pori-finance');
  expect(months.map(({ month, state, closing }) => [month, state, closing])).toEqual([
    ['2021-06', 'running', null],
    ['2021-05', 'open', null],
    ['2021-04', 'open', null],
    ['2021-03', 'open', null],
  ]);
  const { months: open } = await world.perform(compensationOpenMonths, {}, 'pori-finance');
  const { toClients, fromClients, fromEmployers, lines } = await month('2021-03');
  expect(open.find((one) => one.month === '2021-03')).toEqual({
    ...{ month: '2021-03', lines: lines.length, toClients, fromClients, fromEmployers },
  });
  expect(open.map((one) => one.month)).not.toContain('2021-05');
});

test('a month tells its whole sums and clients, whatever it is narrowed by', async () => {
  const all = await world.perform(compensationMonth, { month: '2021-03' }, 'pori-finance');
  const whole = { toClients: 2 * 537 + 1200, fromClients: -537, fromEmployers: -500, clients: 2 };
  expect(all.whole).toEqual(whole);
  const narrow = { month: '2021-03', kind: 'meal-charge' as const, name: 'aalto' };
  const some = await world.perform(compensationMonth, narrow, 'pori-finance');
  expect(some).toMatchObject({ clients: 1, toClients: 0, fromClients: -537, whole });
});

describe('closing a month', () => {
  test('is done when it is over, in the order of months', async () => {
    await atWork('2021-04-06');
    const refused = (named: string) => world.refusal(closeMonth, { month: named }, 'pori-finance');
    expect(await refused('2021-06')).toBe('not-over');
    expect(await refused('2021-04')).toBe('earlier-open');
  });

  test('is done once, even by two at the same moment', async () => {
    const both = await Promise.allSettled([close('2021-03'), close('2021-03')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await world.refusal(closeMonth, { month: '2021-03' }, 'pori-finance')).toBe('already-closed');
    const { closed, lines } = await month('2021-03');
    expect(closed).toBe(true);
    expect(lines).toHaveLength(5);
    const { months } = await world.perform(compensationMonths, {}, 'pori-finance');
    expect(months.find((one) => one.month === '2021-03')).toMatchObject({
      state: 'closed',
      closedBy: 'Virta Outi',
      closing: { lines: 5, toClients: 2 * 537 + 1200, fromClients: -537, fromEmployers: -500 },
    });
  });

  test('leaves a corrected day to a reversing line and the right one after it', async () => {
    await inCentre('2021-03-08', { kind: 'absent', reason: 'sick', meal: false });
    await inCentre('2021-03-15');
    const before = await month('2021-03');
    expect(before.corrected).toEqual([]);
    expect(own(before.corrections.reverse, centre)).toEqual([['2021-03-08', 'work-share', -537, true]]);
    expect(own(before.corrections.write, centre)).toEqual([
      ['2021-03-15', 'work-share', 537, false],
      ['2021-03-15', 'meal-charge', -537, false],
    ]);
    const settled = await world.perform(settleCorrections, { month: '2021-03' }, 'pori-finance');
    expect(settled).toEqual({ reversed: 1, written: 2, difference: -537 });
    const after = await month('2021-03');
    expect(after.corrections).toEqual({ reverse: [], write: [] });
    // The month stays as it was closed: sums, days and lines.
    for (const part of ['lines', 'accounts', 'employers', 'toClients', 'fromClients', 'fromEmployers'] as const)
      expect(after[part]).toEqual(before[part]);
    expect(after.corrected.map(({ withMonth, lines }) => [withMonth, own(lines, centre)])).toEqual([
      [
        '2021-03',
        [
          ['2021-03-08', 'work-share', -537, true],
          ['2021-03-15', 'meal-charge', -537, false],
          ['2021-03-15', 'work-share', 537, false],
        ],
      ],
    ]);
    const { months } = await world.perform(compensationMonths, {}, 'pori-finance');
    expect(months.find((one) => one.month === '2021-03')).toMatchObject({
      closing: { lines: 5, toClients: 2 * 537 + 1200, fromClients: -537 },
      corrected: -537,
    });
    expect(await world.perform(settleCorrections, { month: '2021-03' }, 'pori-finance')).toEqual({
      reversed: 0,
      written: 0,
      difference: 0,
    });
  });

  test('a day corrected back is paid again, as its next version', async () => {
    await inCentre('2021-03-08', { meal: false });
    await world.perform(settleCorrections, { month: '2021-03' }, 'pori-finance');
    const { rows } = await sql<{ version: number; amount: number }>`
      select version, amount_cents as amount from compensation_line
      where client_id = ${centre.clientId} and earned_on = '2021-03-08' order by version, written_at, amount_cents desc`.execute(
      db.owner,
    );
    expect(rows).toEqual([
      { version: 1, amount: 537 },
      { version: 1, amount: -537 },
      { version: 2, amount: 537 },
    ]);
  });

  test('takes along what was corrected in earlier months', async () => {
    await inCentre('2021-03-22');
    const waiting = async () => {
      const { months } = await world.perform(compensationMonths, {}, 'pori-finance');
      return months.flatMap((one) => (one.corrections > 0 ? [[one.month, one.corrections]] : []));
    };
    expect(await waiting()).toEqual([['2021-03', 2]]);
    const { corrections } = await close('2021-04');
    expect(await waiting()).toEqual([]);
    expect(corrections).toBe(2);
    const march = await month('2021-03');
    expect(march.corrections).toEqual({ reverse: [], write: [] });
    expect(march.corrected.at(-1)).toMatchObject({ withMonth: '2021-04', lines: [{}, {}] });
    const { months } = await world.perform(compensationMonths, {}, 'pori-finance');
    expect(months.find((one) => one.month === '2021-04')).toMatchObject({
      closing: { toClients: 1200, lines: 2 },
      corrected: 0,
    });
  });

  test('leaves lines and months that nobody can edit or take away', async () => {
    for (const table of ['compensation_line', 'compensation_month']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db.owner)).rejects.toThrow();
      const column = table === 'compensation_line' ? 'earned_on' : 'month_on';
      await expect(
        sql`update ${sql.table(table)} set ${sql.ref(column)} = '2021-01-01'`.execute(db.owner),
      ).rejects.toThrow();
    }
  });
});

test('open work is paid for twenty holiday days of a calendar year, to the cent', async () => {
  const away = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Dahl' });
  const days = workdays(day('2021-05-03'), 23).filter((on) => on !== '2021-05-13');
  await mark(
    days.map((on) => ({ placementId: away.placementId, on, kind: 'holiday' as const })),
    'pori-coach',
  );
  const of = async (named: string) =>
    (await month(named)).lines.filter(
      ({ clientId, kind }) => clientId === away.clientId && kind === 'open-work-allowance',
    );
  const may = await of('2021-05');
  const june = await of('2021-06');
  expect(days).toHaveLength(22);
  expect(may.length + june.length).toBe(20);
  expect([...may, ...june].reduce((sum, { amount }) => sum + amount, 0)).toBe(24_000);
});

describe('a client’s own lines', () => {
  test('tell charges apart, and never the employer’s share', async () => {
    const { clientId } = open;
    const { lines, balance } = await world.perform(compensationOf, { clientId, month: '2021-04' }, 'pori-coach');
    expect(lines.map(({ kind }) => kind)).toEqual(['open-work-allowance']);
    expect(balance).toBe(1200);
  });

  test('come as a paper', async () => {
    const { clientId } = centre;
    const paper = await world.perform(compensationStatement, { clientId, month: '2021-03' }, 'pori-finance');
    expect(new TextDecoder().decode(paper.bytes.slice(0, 5))).toBe('%PDF-');
  });
});

test.each(['2021-13', '2021-00', '0001-01', '2021', '9999-12', '\u0000'])('there is no month %j', async (named) => {
  expect(await world.refusal(compensationMonth, { month: named }, 'pori-finance')).toBe('wrong-input');
  expect(await world.refusal(closeMonth, { month: named }, 'pori-finance')).toBe('wrong-input');
});

/** In open work since before decisions were registered, with three days marked. */
async function fromBefore(familyName: string) {
  const { clientId, referralId } = await world.refer({ familyName, receivedOn: '2021-04-01' });
  const { rows } = await sql<{
    id: string;
  }>`insert into relationship_relationship (organiser_id, client_id, service, offering_id, during)
    values (${world.pori.id}, ${clientId}, 'open-work', ${world.pori.offerings['open-work']}, '[2015-03-02,)') returning id`.execute(
    db.owner,
  );
  const relationshipId = rows[0]?.id ?? '';
  await sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
    values (${world.pori.id}, ${clientId}, ${relationshipId}, ${world.workerId('pori-coach')}, 'coach', '[2015-03-02,)')`.execute(
    db.owner,
  );
  const slots = [1, 2, 5].map((weekday) => ({ weekday, half: 'am' }) as never);
  const placed = { clientId, relationshipId, workplaceId, slots, from: '2021-05-03' };
  const { placementId } = await world.perform(place, placed, 'pori-coach');
  for (const on of ['2021-05-07', '2021-05-10', '2021-05-11'])
    await mark([{ placementId, on, kind: on === '2021-05-11' ? 'absent' : 'present' }], 'pori-coach');
  return { clientId, referralId };
}

test('a month tells on which days clients took part without a decision, closed or not', async () => {
  const month = '2021-05';
  expect(await world.perform(undecidedDays, { month }, 'pori-finance')).toEqual({ days: 0, clients: [] });
  const over = await fromBefore('Ehtonen');
  const never = await fromBefore('Forss');
  const grant = {
    ...over,
    outcome: 'grant' as const,
    decidedOn: '2021-06-17',
    during: { from: '2021-05-03', to: '2021-05-10' },
    reasons: 'Vastaa tarvetta.',
    explanations,
    provisions: ['519/1977:35'],
  };
  await world.perform(decide, grant, 'pori-social-worker');
  const row = { name: 'Ehtonen Väinö', service: 'open-work' };
  expect(await world.perform(undecidedDays, { month }, 'pori-finance')).toEqual({
    days: 3,
    clients: [
      { ...row, clientId: over.clientId, rests: true, days: ['2021-05-10'] },
      { ...row, clientId: never.clientId, name: 'Forss Väinö', rests: false, days: ['2021-05-07', '2021-05-10'] },
    ],
  });
  expect(await world.refusal(undecidedDays, { month }, 'pori-manager')).toBe('not-allowed');
});

describe('a meal without a ground', () => {
  const part = { service: 'work-activity', group: 'work-activity', weekdays: [1], meal: true } as const;
  const eat = ({ placementId }: PartTaken, on: string, today: Day) =>
    world.perform(
      markAttendance,
      { marks: [{ placementId, on, kind: 'present', meal: true }] },
      'pori-instructor',
      today,
    );

  test('is not charged of a child under 16, and what was charged is given back once the birthday is known (734/1992 section 4)', async () => {
    const child = await takingPart(world, { ...part, familyName: 'Lapsi' });
    const on = '2021-03-15';
    const today = day('2021-06-17');
    await eat(child, on, today);
    const correct = (birthOn: string) =>
      world.perform(changeClient, { clientId: child.clientId, birthOn }, 'pori-social-worker');
    const corrections = async () => {
      const { reverse, write } = (await world.perform(compensationMonth, { month: '2021-03' }, 'pori-finance'))
        .corrections;
      const of = (lines: typeof write) =>
        lines.filter(({ clientId }) => clientId === child.clientId).map(({ kind }) => kind);
      return [of(reverse), of(write)];
    };
    if ((await world.perform(compensationMonth, { month: '2021-03' }, 'pori-finance')).closed)
      await world.perform(settleCorrections, { month: '2021-03' }, 'pori-finance');
    else await close('2021-03');
    expect(await corrections()).toEqual([[], []]);
    // Sixteen only on the day after.
    await correct('2005-03-16');
    expect(await corrections()).toEqual([['meal-charge'], []]);
    await world.perform(settleCorrections, { month: '2021-03' }, 'pori-finance');
    await correct('2005-03-15');
    expect(await corrections()).toEqual([[], ['meal-charge']]);
  });
});
