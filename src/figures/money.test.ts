import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compensatedDays } from '../../tests/compensated-days.ts';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { type FactsWorld, figureIn, type TestClient, worldOf } from '../../tests/facts.ts';
import { dueDuring, partsDue, sumsDue } from '../casework/compensation/reads.ts';
import { balanceOf, linesForAll, wayRuleOn } from '../casework/compensation/rules.ts';
import type { NewLine } from '../casework/compensation/words.ts';
import { ratesDuring } from '../casework/rate/reads.ts';
import { addDays, type Day, day, nextMonth } from '../kernel/day.ts';
import type { Service } from '../kernel/service.ts';

let db: FreshDatabase;
let world: FactsWorld;
const services = ['open-work', 'work-activity', 'rehabilitative-work'] as const;
// Few days, so that many marks meet on one; the law of rehabilitative work and the year of holidays turn among them.
const from = day('2022-12-26');
const to = day('2023-01-08');
const length = 13;
const period = { from, to };
const months = ['2022-12-01', '2023-01-01'].map(day);
/** Instants after everything was written: when it was as written, and when it was corrected. */
const between = '2095-01-01T00:00:00Z';
const later = '2096-01-01T00:00:00Z';

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(services);
});
afterAll(() => db.close());

const anOffset = fc.integer({ min: 0, max: length - 1 });
const aMark = fc.record({
  client: fc.integer({ min: 0, max: 2 }),
  service: fc.constantFrom<Service>(...services),
  // Of two placements in a service.
  place: fc.integer({ min: 0, max: 1 }),
  on: anOffset,
  kind: fc.constantFrom('present', 'present', 'holiday', 'absent'),
  meal: fc.boolean(),
});
const aRate = fc.record({
  kind: fc.constantFrom('open-work-allowance', 'work-share', 'meal-charge', 'activity-allowance', 'employer-share'),
  // Two rates, one after the other; a rate may be missing before or after.
  turn: anOffset,
  amounts: fc.tuple(
    fc.option(fc.integer({ min: 1, max: 2000 }), { freq: 8 }),
    fc.option(fc.integer({ min: 1, max: 2000 }), { freq: 8 }),
  ),
  holidays: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
});
const aBenefit = fc.record({
  turn: anOffset,
  before: fc.constantFrom('social-assistance', 'labour-market-subsidy', null),
  after: fc.constantFrom(
    'social-assistance',
    'social-assistance',
    'earnings-related-allowance',
    'disability-pension',
    null,
  ),
  also: fc.constantFrom('social-assistance', 'basic-allowance', 'housing-allowance', null),
});
const aCost = fc.constantFrom(640, 1250, 0, null);
const aWorld = fc.record({
  marks: fc.uniqueArray(aMark, {
    minLength: 1,
    maxLength: 70,
    size: 'max',
    selector: ({ client, service, place, on }) => `${client} ${service} ${place} ${on}`,
  }),
  rates: fc.uniqueArray(aRate, { maxLength: 5, selector: ({ kind }) => kind }),
  // Who pays for each client's days of rehabilitative work, until a day and after it.
  benefits: fc.tuple(aBenefit, aBenefit, aBenefit),
  // What each client's way costs from the turn of the year on and from a later day; nobody was asked where it is null.
  ways: fc.array(fc.record({ turn: fc.integer({ min: 1, max: 6 }), costs: fc.tuple(aCost, aCost) }), {
    ...{ minLength: 3, maxLength: 3 },
  }),
  // Who comes of age for the charge of a meal on one of the days; nobody knows a birthday where it is null.
  births: fc.array(fc.option(fc.integer({ min: -3, max: length })), { minLength: 3, maxLength: 3 }),
  hours: fc.tuple(fc.constantFrom(3, 4, 5), fc.constantFrom(3, 4, 5, undefined)),
  corrections: fc.record({
    marks: fc.array(
      fc.record({ on: anOffset, kind: fc.constantFrom('present', 'holiday', 'absent', null), meal: fc.boolean() }),
      { maxLength: 3 },
    ),
    dearer: fc.boolean(),
  }),
});

type Made = typeof aWorld extends fc.Arbitrary<infer T> ? T : never;
let no = 0;

async function make({ marks, rates, hours, benefits, ways, births }: Made): Promise<{ code: string; id: string }> {
  const code = `money-${++no}`;
  const id = await world.organiser(code);
  for (const service of services) await world.offering(id, service);
  const works = [await world.workplace(id), await world.workplace(id)];
  for (const { kind, turn, amounts, holidays } of rates)
    for (const [i, during] of [`[2020-01-01,${addDays(from, turn)})`, `[${addDays(from, turn)},)`].entries())
      if (amounts[i])
        await world.add('rate_rate', {
          organiser_id: id,
          kind,
          amount_cents: amounts[i],
          paid_holiday_days: kind === 'open-work-allowance' ? holidays[i] : 0,
          rule: 'board',
          during,
          ...(kind === 'employer-share' ? { employer_id: works[0]?.employer } : {}),
        });
  const clients: TestClient[] = [];
  for (const turn of births)
    clients.push(await world.client(id, turn === null ? {} : { birth_on: addDays(day('2006-12-26'), turn) }));
  for (const [i, { turn, before, after, also }] of benefits.entries()) {
    const turns = addDays(from, turn);
    for (const [benefit, during] of [
      [before, `[2020-01-01,${turns})`],
      [after, `[${turns},)`],
    ] as const)
      if (benefit)
        await world.add('client_benefit', { organiser_id: id, client_id: clients[i]?.id, benefit, main: true, during });
    if (also && also !== before && also !== after)
      await world.add('client_benefit', {
        organiser_id: id,
        client_id: clients[i]?.id,
        benefit: also,
        main: false,
        during: `[2020-01-01,${addDays(turns, 3)})`,
      });
  }
  const { rows: agreedBy } = await sql<{ id: string }>`insert into worker_worker (organiser_id, family_name, given_name)
    values (${id}, 'Sopija', 'Siiri') returning id`.execute(db.owner);
  for (const [i, { turn, costs }] of ways.entries())
    for (const [n, during] of [
      `[2023-01-01,${addDays(day('2023-01-01'), turn)})`,
      `[${addDays(day('2023-01-01'), turn)},)`,
    ].entries())
      if (costs[n] !== null)
        await world.add('travel_way', {
          ...{ organiser_id: id, client_id: clients[i]?.id, during, reason: 'lippu', agreed_by_id: agreedBy[0]?.id },
          ...{ cents_a_day: costs[n], means: costs[n] === 0 ? 'on-foot' : 'public-transport' },
        });
  const places = new Map<string, string>();
  for (const one of marks) {
    const client = clients[one.client] as TestClient;
    const key = (place: number) => `${one.client} ${one.service} ${place}`;
    if (!places.has(key(0))) {
      const relationship = await world.relationship(client, one.service, '2020-01-01');
      for (const place of [0, 1]) {
        const where = one.service === 'open-work' ? { workplace_id: works[place]?.workplace } : {};
        const placed = await world.placement(relationship, '2020-01-01', null, { hours_a_day: hours[place], ...where });
        places.set(key(place), placed);
      }
    }
    await world.add('attendance_mark', {
      organiser_id: id,
      client_id: client.id,
      placement_id: places.get(key(one.place)),
      held_on: addDays(from, one.on),
      kind: one.kind,
      meal: one.meal && one.kind === 'present',
      ...(one.kind === 'absent' ? { reason: 'sick' } : {}),
    });
  }
  return { code, id };
}

/** Sums by kind: cents, days, persons. */
function sums(lines: readonly NewLine[]): Record<string, { euro: number; days: number; persons: number }> {
  return Object.fromEntries(
    [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, own]) => [
      kind,
      {
        euro: Math.abs(own.reduce((sum, { amount }) => sum + amount, 0)) / 100,
        days: own.length,
        persons: new Set(own.map(({ clientId }) => clientId)).size,
      },
    ]),
  );
}

/** What the view says of the days, in the order of the lines' own keys. */
const order = (lines: readonly NewLine[]) =>
  lines
    .map(({ markId, kind, party, employerId, earnedOn, amount, rateId }) =>
      [markId, kind, party, employerId, earnedOn, amount, rateId].join(' '),
    )
    .sort();

async function ruledIn(organiserId: string, days: typeof period): Promise<NewLine[]> {
  const rates = await ratesDuring(db.owner, organiserId, days);
  return linesForAll(await compensatedDays(db.owner, organiserId, days), rates);
}

/** What finance reads of a month, line by line, of each client and of all together, is what the rule says of its days. */
async function sameInMonth(organiserId: string, first: Day): Promise<void> {
  const month = { from: first, to: nextMonth(first) };
  const lines = await ruledIn(organiserId, month);
  expect(order(await dueDuring(db.owner, organiserId, month, wayRuleOn))).toEqual(order(lines));
  const all = Map.groupBy(lines, ({ rateId }) => rateId);
  const sums = await sumsDue(db.owner, organiserId, month);
  expect(sums.map(({ kind, amount, lines: count }) => `${kind} ${amount} ${count}`).sort()).toEqual(
    [...all.values()].map((own) => `${own[0]?.kind} ${balanceOf(own)} ${own.length}`).sort(),
  );
  const byAccount = Map.groupBy(lines, (line) => `${line.clientId} ${line.rateId}`);
  const parts = await partsDue(db.owner, organiserId, month);
  expect(
    parts
      .map((part) =>
        [
          part.clientId,
          part.kind,
          part.party,
          part.employerId,
          part.amount,
          part.days + (part.shareDays?.length ?? 0),
        ].join(' '),
      )
      .sort(),
  ).toEqual(
    [...byAccount.values()]
      .map((own) =>
        [own[0]?.clientId, own[0]?.kind, own[0]?.party, own[0]?.employerId, balanceOf(own), own.length].join(' '),
      )
      .sort(),
  );
}

/** What months come to together, put together by sixty-two days from the first on, is what each comes to by itself. */
async function sameTogether(organiserId: string): Promise<void> {
  const all = (rows: Awaited<ReturnType<typeof sumsDue>>) =>
    rows.map(({ month, kind, party, amount, lines }) => [month, kind, party, amount, lines].join(' ')).sort();
  const each = [];
  for (const first of months)
    each.push(...(await sumsDue(db.owner, organiserId, { from: first, to: nextMonth(first) })));
  // The second sixty-two days begin on 2.1.2023.
  const together = await sumsDue(db.owner, organiserId, { from: day('2022-11-01'), to: day('2023-02-01') });
  expect(all(together)).toEqual(all(each));
}

/** Corrects marks, takes some away, and changes a rate's amount, all at a later instant; what was known before stays known. */
async function correct(organiserId: string, corrections: Made['corrections']): Promise<void> {
  await db.owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.now', ${later}, true)`.execute(tx);
    for (const { on, kind, meal } of corrections.marks)
      if (kind)
        await sql`update attendance_mark set kind = ${kind}, meal = ${meal && kind === 'present'}, reason = ${kind === 'absent' ? 'sick' : null}
          where organiser_id = ${organiserId} and held_on = ${addDays(from, on)}::date`.execute(tx);
      else
        await sql`delete from attendance_mark where organiser_id = ${organiserId} and held_on = ${addDays(from, on)}::date`.execute(
          tx,
        );
    if (corrections.dearer)
      for (const dearer of [
        sql`update rate_rate set amount_cents = amount_cents + 100 where organiser_id = ${organiserId}`,
        sql`update travel_way set cents_a_day = cents_a_day + 10 where organiser_id = ${organiserId} and cents_a_day > 0`,
      ])
        await dearer.execute(tx);
  });
}

describe('money of days', () => {
  it('is what the rule of compensation says of each, in months, accounts and figures, now and as it was known', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, async (made) => {
        const { code, id } = await make(made);
        const moneyAsKnown = async (knownAt?: string) => {
          const match: Record<string, { euro: number; days: number; persons: number }> = {};
          for (const figure of ['paid', 'charged']) {
            const service = services.join(',');
            const { breakdown = [], more = [] } = await figureIn(db.app, figure, {
              organiser: code,
              service,
              asOf: addDays(to, -1),
              from,
              to,
              ...(knownAt ? { knownAt } : {}),
            });
            const beside = (by: string, key: string) =>
              more.find((one) => one.by === by)?.parts.find((part) => part.key === key)?.value as number;
            for (const { key, value } of breakdown)
              match[key] = {
                euro: value as number,
                days: beside('days-by-money', key),
                persons: beside('persons-by-money', key),
              };
          }
          return match;
        };
        const before = await ruledIn(id, period);
        expect(await moneyAsKnown()).toEqual(sums(before));
        for (const month of months) await sameInMonth(id, month);
        await correct(id, made.corrections);
        expect(await moneyAsKnown()).toEqual(sums(await ruledIn(id, period)));
        expect(await moneyAsKnown(between)).toEqual(sums(before));
        for (const month of months) await sameInMonth(id, month);
        await sameTogether(id);
      }),
      { numRuns: 25, seed: 17062021 },
    );
  }, 60_000);
});
