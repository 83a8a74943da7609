import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compensatedDays } from '../../../tests/compensated-days.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type FactsWorld, worldOf } from '../../../tests/facts.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { monthRange } from '../../kernel/range.ts';
import type { Database, Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import { paidDaysDuring } from '../participation/reads.ts';
import { ratesDuring } from '../rate/reads.ts';
import { changedSinceClosing, dueDuring, ledgerDuring, type Whose } from './reads.ts';
import { dayOf, linesForAll, settlementOf, wayRuleOn } from './rules.ts';
import type { Settlement } from './words.ts';
import { insertSettlement } from './writes.ts';

let db: FreshDatabase;
let world: FactsWorld;
const services = ['open-work', 'work-activity', 'rehabilitative-work'] as const;
// Over the turn of a year, in which holidays are numbered anew, and into a month that is not closed.
const from = day('2022-12-20');
const length = 50;
const closed = { from: day('2022-12-01'), to: day('2023-02-01') };
const written = '2023-02-20T08:00:00Z';
const closings = [
  { month: '2022-12', at: '2023-02-21T08:00:00Z' },
  { month: '2023-01', at: '2023-02-22T08:00:00Z' },
] as const;
/** The morning of the days of closing, and some time after. */
const instants = [
  '2023-02-21T05:00:00Z',
  '2023-02-22T05:00:00Z',
  '2023-03-02T08:00:00Z',
  '2023-04-02T08:00:00Z',
] as const;

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(services);
});
afterAll(() => db.close());

const aKind = fc.constantFrom('present', 'present', 'holiday', 'holiday', 'absent');
const aMark = fc.record({
  // Rehabilitative work the more often: its days hang on most.
  place: fc.constantFrom(0, 1, 2, 2, 2, 3),
  on: fc.integer({ min: 0, max: length - 1 }),
  kind: aKind,
  meal: fc.boolean(),
});
const aBenefit = fc.record({
  benefit: fc.constantFrom('social-assistance', 'social-assistance', 'labour-market-subsidy', 'disability-pension'),
  from: fc.integer({ min: -10, max: length }),
  days: fc.option(fc.integer({ min: 1, max: 40 })),
});
/** What the way costs from a day of the new year on. */
const aWay = fc.record({
  cents: fc.constantFrom(0, 320, 640, 1250),
  from: fc.integer({ min: 0, max: 30 }),
  days: fc.option(fc.integer({ min: 1, max: 40 })),
});
/** When the client of a centre and of open work is of the age from which meals are charged, or was so long before. */
const aBirth = fc.option(fc.integer({ min: 0, max: length }));
const aChange = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('mark' as const), mark: aMark }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('no mark' as const), mark: aMark }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('benefit' as const), benefit: aBenefit }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('no benefit' as const) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('way' as const), way: aWay }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('no way' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('birth' as const), birth: aBirth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('settle' as const) }) },
);
type Change = typeof aChange extends fc.Arbitrary<infer T> ? T : never;
type Mark = typeof aMark extends fc.Arbitrary<infer T> ? T : never;
type Way = typeof aWay extends fc.Arbitrary<infer T> ? T : never;
type Benefit = typeof aBenefit extends fc.Arbitrary<infer T> ? T : never;
const aWorld = fc.record({
  marks: fc.array(aMark, { minLength: 30, maxLength: 90, size: 'max' }),
  benefits: fc.array(aBenefit, { maxLength: 3 }),
  // Else the first benefit is any, or none.
  assisted: fc.boolean(),
  ways: fc.array(aWay, { maxLength: 2 }),
  birth: aBirth,
  holidays: fc.integer({ min: 0, max: 3 }),
  // What happens at each of the instants.
  changes: fc.tuple(...instants.map(() => fc.array(aChange, { minLength: 6, maxLength: 12, size: 'max' }))),
});

/** Places of two clients: one in open work and at a centre, the other in rehabilitative work and open work. */
async function aRoom(holidays: number) {
  const id = await world.organiser(`corrections-${newId()}`);
  for (const service of services) await world.offering(id, service);
  const { workplace, employer } = await world.workplace(id);
  const rate = (kind: string, cents: number, more: object = {}) =>
    world.add('rate_rate', {
      ...{ organiser_id: id, kind, amount_cents: cents, paid_holiday_days: 0, rule: 'board', during: '[2020-01-01,)' },
      ...more,
    });
  await rate('open-work-allowance', 1200, { paid_holiday_days: holidays });
  for (const [kind, cents] of [
    ['work-share', 500],
    ['meal-charge', 400],
    ['activity-allowance', 900],
  ] as const)
    await rate(kind, cents);
  await rate('employer-share', 300, { employer_id: employer });
  const clients = [await world.client(id), await world.client(id)] as const;
  const places: { clientId: string; placementId: string }[] = [];
  for (const [client, service] of [
    [clients[0], 'open-work'],
    [clients[0], 'work-activity'],
    [clients[1], 'rehabilitative-work'],
    [clients[1], 'open-work'],
  ] as const) {
    const relationship = await world.relationship(client, service, '2020-01-01');
    const where = service === 'open-work' ? { workplace_id: workplace } : { hours_a_day: 5 };
    places.push({ clientId: client.id, placementId: await world.placement(relationship, '2020-01-01', null, where) });
  }
  const { rows } = await sql<{ id: string }>`insert into worker_worker (organiser_id, family_name, given_name)
    values (${id}, 'Sopija', 'Siiri') returning id`.execute(db.owner);
  return { id, places, young: clients[0].id, rehabilitating: clients[1].id, agreedBy: rows[0]?.id };
}
type Room = Awaited<ReturnType<typeof aRoom>>;

const at = (instant: string, run: (tx: Database) => Promise<unknown>) =>
  db.owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.now', ${instant}, true)`.execute(tx);
    await run(tx);
  });

async function mark(tx: Write, { id, places }: Room, { place, on, kind, meal }: Mark) {
  const { clientId, placementId } = places[place] as Room['places'][number];
  const reason = kind === 'absent' ? 'sick' : null;
  const eaten = meal && kind === 'present';
  await sql`insert into attendance_mark as m (organiser_id, client_id, placement_id, held_on, kind, reason, meal)
    values (${id}, ${clientId}, ${placementId}, ${addDays(from, on)}, ${kind}, ${reason}, ${eaten})
    on conflict (placement_id, held_on) do update set kind = excluded.kind, reason = excluded.reason, meal = excluded.meal
      where (m.kind, m.reason, m.meal) is distinct from (excluded.kind, excluded.reason, excluded.meal)`.execute(tx);
}

async function benefit(tx: Write, { id, rehabilitating }: Room, one: Benefit) {
  const begins = addDays(from, one.from);
  const during = `[${begins},${one.days === null ? '' : addDays(begins, one.days)})`;
  await sql`insert into client_benefit (organiser_id, client_id, benefit, main, during)
    select ${id}, ${rehabilitating}, ${one.benefit}, true, ${during}::daterange
    where not exists (select from client_benefit b where b.client_id = ${rehabilitating} and b.during && ${during}::daterange)`.execute(
    tx,
  );
}

/** A way in the place of whichever was recorded for its days. */
async function way(tx: Write, { id, rehabilitating, agreedBy }: Room, one: Way) {
  const begins = addDays(day('2023-01-01'), one.from);
  const during = `[${begins},${one.days === null ? '' : addDays(begins, one.days)})`;
  await sql`delete from travel_way where client_id = ${rehabilitating} and during && ${during}::daterange`.execute(tx);
  await sql`insert into travel_way (organiser_id, client_id, means, cents_a_day, reason, agreed_by_id, during)
    values (${id}, ${rehabilitating}, ${one.cents === 0 ? 'on-foot' : 'public-transport'}, ${one.cents}, 'lippu', ${agreedBy}, ${during}::daterange)`.execute(
    tx,
  );
}

async function birth(tx: Write, { young }: Room, turn: number | null) {
  const on = turn === null ? '1990-01-01' : addDays(day('2006-12-20'), turn);
  await sql`update client_client set birth_on = ${on}::date where id = ${young} and birth_on is distinct from ${on}::date`.execute(
    tx,
  );
}

async function settlement(tx: Write, id: string, days: { from: Day; to: Day }, whose: Whose = {}): Promise<Settlement> {
  const due = await dueDuring(tx, id, days, wayRuleOn, whose);
  const ledger = await ledgerDuring(tx, id, days, whose);
  const participated = (await paidDaysDuring(tx, id, days)).flatMap(({ clientId, days: own }) =>
    own.map((earnedOn) => dayOf({ clientId, earnedOn })),
  );
  return settlementOf(due, ledger, new Set(participated));
}

async function change(tx: Write, room: Room, one: Change, monthId: string | undefined) {
  if (one.what === 'mark') await mark(tx, room, one.mark);
  if (one.what === 'benefit') await benefit(tx, room, one.benefit);
  if (one.what === 'way') await way(tx, room, one.way);
  if (one.what === 'birth') await birth(tx, room, one.birth);
  if (one.what === 'no way') await sql`delete from travel_way where client_id = ${room.rehabilitating}`.execute(tx);
  if (one.what === 'no mark')
    await sql`delete from attendance_mark where placement_id = ${room.places[one.mark.place]?.placementId} and held_on = ${addDays(from, one.mark.on)}::date`.execute(
      tx,
    );
  if (one.what === 'no benefit')
    await sql`delete from client_benefit where client_id = ${room.rehabilitating}`.execute(tx);
  if (one.what === 'settle' && monthId)
    await insertSettlement(tx, room.id, monthId, true, await settlement(tx, room.id, closed));
}

const keys = ({ reverse, write }: Settlement) =>
  [reverse, write].map((lines) =>
    lines
      .map((line) => [line.clientId, line.earnedOn, line.kind, line.party, line.amount, line.placementId].join(' '))
      .sort(),
  );

describe('corrections of closed months', () => {
  test('are on no other days than those that were recorded anew since, as reckoning every day of everybody finds', async () => {
    let corrected = 0;
    let travelled = 0;
    let eaten = 0;
    await fc.assert(
      fc.asyncProperty(aWorld, async ({ marks, benefits, assisted, ways, birth: born, holidays, changes }) => {
        const room = await aRoom(holidays);
        await at(written, async (tx) => {
          for (const one of marks) await mark(tx, room, one);
          if (assisted) await benefit(tx, room, { benefit: 'social-assistance', from: -10, days: null });
          for (const one of benefits) await benefit(tx, room, one);
          for (const one of ways) await way(tx, room, one);
          await birth(tx, room, born);
        });
        const monthIds: string[] = [];
        for (const [n, instant] of instants.entries()) {
          // One after another: what is recorded and taken back in one instant was never there.
          for (const [i, one] of (changes[n] ?? []).entries())
            await at(instant.replace(':00:00Z', `:00:${10 + i}Z`), (tx) => change(tx, room, one, monthIds.at(-1)));
          const closing = closings[n];
          if (closing)
            await at(closing.at, async (tx) => {
              const monthId = newId();
              const month = monthRange(closing.month);
              await sql`insert into compensation_month (id, organiser_id, month_on) values (${monthId}, ${room.id}, ${month.from})`.execute(
                tx,
              );
              await insertSettlement(tx, room.id, monthId, false, await settlement(tx, room.id, month));
              monthIds.push(monthId);
            });
        }
        // Each of the months by itself, and both together, as the list of months asks.
        for (const days of [closed, ...closings.map(({ month }) => monthRange(month))]) {
          const every = keys(await settlement(db.owner, room.id, days));
          const clientDays = await changedSinceClosing(db.owner, room.id, days);
          expect(clientDays.every(({ on }) => on >= days.from && on < days.to)).toBe(true);
          expect(keys(await settlement(db.owner, room.id, days, { clientDays }))).toEqual(every);
          corrected += every.flat().length;
          eaten += every.flat().filter((line) => line.includes(' meal-charge ')).length;
          travelled += every.flat().filter((line) => line.includes(' travel ')).length;
        }
        await sumsAreOfTheLines();
      }),
      { numRuns: 20, seed: 29112026 },
    );
    expect(corrected).toBeGreaterThan(100);
    expect(travelled).toBeGreaterThan(20);
    expect(eaten).toBeGreaterThan(20);
  }, 120_000);
});

/** What is kept beside the ledger is what its lines come to. */
async function sumsAreOfTheLines(): Promise<void> {
  const { rows } = await sql`
    select organiser_id, date_trunc('month', earned_on::timestamp)::date as month_on, correcting, kind, party, count(*)::int as lines, sum(amount_cents) as amount_cents
    from compensation_line group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db.owner);
  const { rows: sums } = await sql`
    select organiser_id, month_on, correcting, kind, party, lines, amount_cents from compensation_sum order by 1, 2, 3, 4, 5`.execute(
    db.owner,
  );
  expect(sums.map(text)).toEqual(rows.map(text));
}

const text = (row: unknown) =>
  Object.values(row as object)
    .map(String)
    .join(' ');

test('the sums of the ledger are those of whoever may sum everybody, and nobody writes them', async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from compensation_sum`.execute(db.app);
  expect(rows).toEqual([{ n: 0 }]);
  await expect(sql`update compensation_sum set amount_cents = 0`.execute(db.app)).rejects.toThrow(/permission denied/);
  await expect(sql`delete from compensation_sum`.execute(db.app)).rejects.toThrow(/permission denied/);
});

test('a meal of work activity is charged from 2025 on by a decision of the repealed act alone, closed months too', async () => {
  const id = await world.organiser('meals');
  await world.offering(id, 'work-activity');
  await world.add('rate_rate', {
    ...{
      organiser_id: id,
      kind: 'meal-charge',
      amount_cents: 400,
      paid_holiday_days: 0,
      rule: 'board',
      during: '[2020-01-01,)',
    },
  });
  const client = await world.client(id);
  const placementId = await world.placement(
    await world.relationship(client, 'work-activity', '2020-01-01'),
    '2020-01-01',
  );
  const old = newId();
  await at('2020-01-02T08:00:00Z', (tx) =>
    worldOf(tx).decision(client, 'work-activity', '2020-01-01', {
      id: old,
      from: '2020-01-01',
      provisions: ['519/1977:35'],
    }),
  );
  const marked = ['2024-12-31', '2025-01-02', '2025-01-15', '2025-02-03'].map(day);
  await at('2025-02-04T08:00:00Z', async (tx) => {
    for (const held_on of marked)
      await worldOf(tx).add('attendance_mark', {
        ...{ organiser_id: id, client_id: client.id, placement_id: placementId, held_on, kind: 'present', meal: true },
      });
  });
  const days = { from: day('2024-12-01'), to: day('2025-03-01') };
  const charged = () =>
    db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.now', '2025-03-10T08:00:00Z', true)`.execute(tx);
      const lines = await dueDuring(tx, id, days, wayRuleOn);
      expect(
        linesForAll(await compensatedDays(tx, id, days), await ratesDuring(tx, id, days))
          .map(({ earnedOn }) => earnedOn)
          .sort(),
      ).toEqual(lines.map(({ earnedOn }) => earnedOn));
      return lines.map(({ earnedOn }) => earnedOn);
    });
  expect(await charged()).toEqual(marked);
  await sql`insert into compensation_month (organiser_id, month_on, closed_at) values (${id}, '2025-01-01', '2025-02-05T08:00:00Z')`.execute(
    db.owner,
  );
  await at('2025-03-01T08:00:00Z', async (tx) => {
    const anew = { from: '2025-01-15', provisions: ['675/2023:27'], changes_id: old };
    await worldOf(tx).decision(client, 'work-activity', '2025-01-10', anew);
  });
  expect(await charged()).toEqual(marked.slice(0, 2));
  const january = { from: day('2025-01-01'), to: day('2025-02-01') };
  expect((await changedSinceClosing(db.owner, id, january)).map(({ on }) => on)).toEqual(['2025-01-15']);
  await at('2025-03-02T08:00:00Z', (tx) =>
    sql`update decision_decision set provisions = '{519/1977:35}' where changes_id = ${old}`.execute(tx),
  );
  expect(await charged()).toEqual(marked);
});
