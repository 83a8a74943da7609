import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueDuring, ledgerDuring } from '../src/casework/compensation/reads.ts';
import { settlementOf, wayRuleOn } from '../src/casework/compensation/rules.ts';
import { travelQuestions } from '../src/casework/travel/reads.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { addMonths, type Day, day } from '../src/kernel/day.ts';
import { parseIdentityCode } from '../src/kernel/id.ts';
import type { Range } from '../src/kernel/range.ts';
import type { Service } from '../src/kernel/service.ts';
import { activationPlanItems, mayStartRehabilitative } from '../src/law/act-2001-189-plan.ts';
import { notCitable } from '../src/law/basis.ts';
import { myDay } from '../src/screens/my-day/board.ts';
import { perform } from '../src/server/perform.ts';
import { open } from '../src/server/secret.ts';
import { signIn, whoIs } from '../src/server/sign-in/sign-in.ts';
import { demoKeys, type FreshDatabase, freshDatabase } from '../tests/database.ts';
import { makeDemo } from './demo.ts';
import type { DemoRow, DemoRows } from './demo-rows.ts';
import { demoAccounts, demoIsLoaded, loadDemo } from './load.ts';

const today = '2021-06-17';

let database: FreshDatabase;
let demoRows: DemoRows;

beforeAll(async () => {
  database = await freshDatabase({ demo: true });
  demoRows = makeDemo();
}, 180_000);
afterAll(() => database.close());

async function ask<T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await database.ownerPool.query(text, values)).rows as T[];
}
async function count(text: string, values: unknown[] = []): Promise<number> {
  return Number(Object.values((await ask(text, values))[0] as object)[0]);
}

const persons = (organiser: string, services: readonly string[], on: string) =>
  count(
    `select count(distinct c.person_id) from relationship_relationship r join client_client c on c.id = r.client_id
     join organiser_organiser o on o.id = r.organiser_id where o.code = $1 and r.service = any($2) and r.during @> $3::date`,
    [organiser, services, on],
  );
const personsDuring = (organiser: string, service: string, from: string, to: string) =>
  count(
    `select count(distinct c.person_id) from relationship_relationship r join client_client c on c.id = r.client_id
     join organiser_organiser o on o.id = r.organiser_id where o.code = $1 and r.service = $2 and r.during && daterange($3::date, $4::date)`,
    [organiser, service, from, to],
  );

describe('Pori on 17.6.2021', () => {
  test('has 500 clients at the centres, 98 in open work who are others, and 5 in supported employment', async () => {
    expect(await persons('pori-perusturva', ['work-activity', 'day-activity'], today)).toBe(500);
    expect(await persons('pori-perusturva', ['open-work'], today)).toBe(98);
    expect(await persons('pori-perusturva', ['supported-employment'], today)).toBe(5);
    expect(
      await persons('pori-perusturva', ['work-activity', 'day-activity', 'open-work', 'supported-employment'], today),
    ).toBe(603);
    expect(await persons('pori-perusturva', ['work-activity', 'day-activity'], '2021-06-01')).toBe(500);
  });

  test('hears two of those who wait: one has answered, one still may', async () => {
    expect(
      await count(
        `select count(*) from hearing_hearing h join referral_referral r on r.id = h.referral_id
         where r.service = 'open-work' and (h.answered_on is not null or h.respond_by_on >= $1)`,
        [today],
      ),
    ).toBe(2);
  });

  test('interrupts four activation plans: two rest today, one will, and one went on after a break', async () => {
    const of = (where: string) => count(`select count(*) from plan_interruption i where ${where}`, [today]);
    expect(await of('i.during @> $1::date')).toBe(2);
    expect(await of('lower(i.during) > $1')).toBe(1);
    expect(await of('upper(i.during) < $1 and i.agreed is not null')).toBe(1);
  });

  test('assesses two of those who wait, and has one to assess by a day of law', async () => {
    const of = (where: string) =>
      count(`select count(*) from assessment_assessment a where a.begun_on <= $1 and ${where}`, [today]);
    expect(await of('a.finished_on is not null and a.client_view is not null')).toBe(1);
    expect(await of('a.finished_on is null')).toBe(1);
    // Who is found to need an own worker has one.
    expect(await of('a.own_worker and exists (select from ownworker_naming n where n.client_id = a.client_id)')).toBe(
      1,
    );
    expect(
      await count(
        `select count(*) from client_benefit b join referral_referral r on r.client_id = b.client_id
         where b.highest and b.during @> $1::date
           and not exists (select from assessment_assessment a where a.referral_id = r.id)`,
        [today],
      ),
    ).toBe(1);
  });

  test('has 11 pending in open work, of whom nobody is a client yet', async () => {
    const pending = `from referral_referral r join organiser_organiser o on o.id = r.organiser_id where o.code = 'pori-perusturva'
      and r.service = 'open-work' and r.received_on <= $1 and r.withdrawn_on is null
      and not exists (select from decision_decision d where d.referral_id = r.id)`;
    expect(await count(`select count(*) ${pending}`, [today])).toBe(11);
    expect(
      await count(
        `select count(*) ${pending} and exists (select from relationship_relationship x where x.client_id = r.client_id)`,
        [today],
      ),
    ).toBe(0);
  });

  test('has kept in touch with most who wait, knows who referred them, and lets one wait without a word', async () => {
    const rows = await ask<{ source: string; referred_by: string | null; contacts: string; early: string }>(
      `select r.source, r.referred_by, count(c.id) as contacts, count(*) filter (where c.held_on < r.received_on) as early
       from referral_referral r join organiser_organiser o on o.id = r.organiser_id left join coaching_contact c on c.referral_id = r.id
       where o.code = 'pori-perusturva' and r.service = 'open-work' and r.received_on <= $1 and r.withdrawn_on is null
         and not exists (select from decision_decision d where d.referral_id = r.id) group by r.id`,
      [today],
    );
    expect(rows.filter(({ contacts }) => Number(contacts) > 0)).toHaveLength(8);
    expect(rows.every(({ early }) => Number(early) === 0)).toBe(true);
    expect(rows.filter(({ source }) => source === 'school').every((row) => row.referred_by !== null)).toBe(true);
    expect(rows.some((row) => row.referred_by === null)).toBe(true);
  });

  test('has two coaches who share the 103 coached clients', async () => {
    const rows = await ask<{ name: string; clients: string }>(
      `select w.family_name as name, count(*) as clients from relationship_responsible x join worker_worker w on w.id = x.worker_id
       join organiser_organiser o on o.id = x.organiser_id
       where o.code = 'pori-perusturva' and x.role = 'coach' and x.during @> $1::date group by 1 order by 2 desc`,
      [today],
    );
    expect(rows.map(({ name, clients }) => [name, Number(clients)])).toEqual([
      ['Laine', 52],
      ['Kivelä', 51],
    ]);
  });

  test('has three paying employers among many, and its rates', async () => {
    expect(
      await count(
        `select count(distinct w.employer_id) from placement_placement p join employer_workplace w on w.id = p.workplace_id
         join rate_rate r on r.employer_id = w.employer_id where p.during @> $1::date and r.during @> $1::date`,
        [today],
      ),
    ).toBe(3);
    const rates = await ask<{ kind: string; amount_cents: number; paid_holiday_days: number }>(
      `select r.kind, amount_cents, paid_holiday_days from rate_rate r join organiser_organiser o on o.id = r.organiser_id
       where o.code = 'pori-perusturva' and r.during @> $1::date and employer_id is null order by 1`,
      [today],
    );
    expect(rates).toEqual([
      { kind: 'meal-charge', amount_cents: 537, paid_holiday_days: 0 },
      { kind: 'open-work-allowance', amount_cents: 1200, paid_holiday_days: 20 },
      { kind: 'work-share', amount_cents: 537, paid_holiday_days: 0 },
    ]);
  });

  test('held four group meetings a year until the pandemic', async () => {
    const rows = await ask<{ year: number; held: string }>(
      `select extract(year from held_on)::int as year, count(distinct held_on) as held from coaching_contact where kind = 'group-meeting' group by 1 order by 1`,
    );
    expect(rows.map(({ year, held }) => [year, Number(held)])).toEqual([
      [2018, 4],
      [2019, 4],
      [2020, 1],
    ]);
  });

  test('takes people into work activity by a disability service application only', async () => {
    const rows = await ask(
      `select distinct r.source from referral_referral r join organiser_organiser o on o.id = r.organiser_id
       where o.code = 'pori-perusturva' and r.service in ('work-activity', 'day-activity')`,
    );
    expect(rows).toEqual([{ source: 'disability-service-application' }]);
  });

  test('sees younger clients move from a centre to open work every year', async () => {
    const rows = await ask<{ year: number; moves: number; young: number }>(
      `select extract(year from t.moved_on)::int as year, count(*)::int as moves,
         count(*) filter (where age(t.moved_on, c.birth_on) < interval '36 years')::int as young
       from exit_transition t join client_client c on c.id = t.client_id join relationship_relationship r on r.id = t.to_relationship_id
       where r.service = 'open-work' group by 1 order by 1`,
    );
    expect(rows.map(({ year }) => year)).toEqual([
      2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021,
    ]);
    const sum = (pick: 'moves' | 'young') => rows.reduce((all, row) => all + row[pick], 0);
    expect(sum('young') / sum('moves')).toBeGreaterThan(0.6);
  });

  test('bought day activity for 46 granted in 2017-2020, with 32, 36, 39 and 41 users a year', async () => {
    expect(
      await count(
        `select count(distinct client_id) from decision_decision where service = 'day-activity-severe' and outcome = 'grant'
         and lower(during) >= '2017-01-01' and lower(during) < '2021-01-01'`,
      ),
    ).toBe(46);
    const users = await Promise.all(
      [2017, 2018, 2019, 2020].map((year) =>
        personsDuring('pori-perusturva', 'day-activity-severe', `${year}-01-01`, `${year + 1}-01-01`),
      ),
    );
    expect(users).toEqual([32, 36, 39, 41]);
  });
});

describe('Rauma', () => {
  test('has 70 in work activity and 23 in open work, 12 of them in both', async () => {
    for (const on of ['2021-05-31', today]) {
      expect(await persons('rauma', ['work-activity'], on)).toBe(70);
      expect(await persons('rauma', ['open-work'], on)).toBe(23);
      expect(await persons('rauma', ['work-activity', 'open-work'], on)).toBe(81);
    }
  });

  test('gets two to five applications a year from those who finish their studies', async () => {
    const rows = await ask<{ year: number; n: number }>(
      `select extract(year from received_on)::int as year, count(*)::int as n from referral_referral r join organiser_organiser o on o.id = r.organiser_id
       where o.code = 'rauma' and r.service = 'work-activity' and finishes_studies group by 1 order by 1`,
    );
    expect(rows).toHaveLength(12);
    for (const { n } of rows) expect(n).toBeGreaterThanOrEqual(2);
    for (const { n } of rows) expect(n).toBeLessThanOrEqual(5);
  });

  test('has one coach at half time and 19 hours, and leaders who change every three months', async () => {
    expect(
      await ask(
        `select p.full_time_share, p.hours_a_week from worker_post p join organiser_organiser o on o.id = p.organiser_id where o.code = 'rauma' and p.role = 'coach'`,
      ),
    ).toEqual([{ full_time_share: 0.5, hours_a_week: 19 }]);
    expect(
      await count(
        `select count(*) from worker_group_lead l join organiser_group g on g.id = l.group_id
         where g.lead_rotation_months = 3 and upper(l.during) <> (lower(l.during) + interval '3 months')::date`,
      ),
    ).toBe(0);
  });

  test('shares all letters among its social workers, who are case managers by the surname', async () => {
    expect(await count(`select sum(upper(letters) - lower(letters)) from worker_letter_share`)).toBe(29);
    expect(
      await count(
        `select count(*) from client_client c join organiser_organiser o on o.id = c.organiser_id and o.code = 'rauma'
         where not exists (select from relationship_case_manager m where m.client_id = c.id)`,
      ),
    ).toBe(0);
  });
});

describe('rehabilitative work', () => {
  test('has 446 clients on each 1.1., about 500 in each month and 1,100 in each year', async () => {
    for (const year of [2016, 2017, 2018, 2019, 2020]) {
      expect(await persons('pori-tyollisyys', ['rehabilitative-work'], `${year}-01-01`)).toBe(446);
      expect(await personsDuring('pori-tyollisyys', 'rehabilitative-work', `${year}-01-01`, `${year + 1}-01-01`)).toBe(
        1100,
      );
    }
    for (let month = day('2018-01-01'); month < '2021-06-01'; month = addMonths(month, 1)) {
      const clients = await personsDuring('pori-tyollisyys', 'rehabilitative-work', month, addMonths(month, 1));
      expect(Math.abs(clients - 500)).toBeLessThanOrEqual(2);
    }
  });

  test('is in the steady state that those numbers imply: stays of about 8.2 months', async () => {
    const [row] = await ask<{ months: number; entries: number }>(
      `select avg(upper(during) - lower(during)) / 30.4375 as months, count(*) / 36.0 as entries from relationship_relationship
       where service = 'rehabilitative-work' and lower(during) >= '2016-01-01' and lower(during) < '2019-01-01'`,
    );
    expect(Number(row?.entries)).toBeCloseTo(54.5, 1);
    expect(Math.abs(Number(row?.months) - 446 / 54.5)).toBeLessThan(0.5);
  });

  test('ended in 2018 for the reasons of the seed in their order, agreed breaks third', async () => {
    const rows = await ask<{ reason: string; n: number }>(
      `select reason, count(*)::int as n from exit_exit e join organiser_organiser o on o.id = e.organiser_id where o.code = 'pori-tyollisyys'
       and ended_on >= '2018-01-01' and ended_on < '2019-01-01' group by 1
       union all select 'agreed-break', count(*)::int from relationship_pause p join organiser_organiser o on o.id = p.organiser_id
       where o.code = 'pori-tyollisyys' and lower(p.during) >= '2018-01-01' and lower(p.during) < '2019-01-01' order by 2 desc`,
    );
    expect(rows.map(({ reason, n }) => [reason, n])).toEqual([
      ['other-employment-service', 235],
      ['maximum-time', 185],
      ['agreed-break', 102],
      ['employed', 98],
      ['non-commitment', 66],
      ['employed-with-subsidy', 40],
      ['health-or-rehabilitation', 18],
      ['studies', 12],
    ]);
  });

  test('gives each instructor about a hundred clients, and the joint service 27 at most', async () => {
    for (const on of ['2018-01-01', '2019-07-01', '2020-03-01', today]) {
      const rows = await ask<{ agreed: number; n: number }>(
        `select p.agreed_caseload as agreed, count(*)::int as n from relationship_responsible x join worker_post p on p.worker_id = x.worker_id
         where x.role = 'official' and x.during @> $1::date group by x.worker_id, 1`,
        [on],
      );
      const typ = rows.filter(({ agreed }) => agreed === 27);
      expect(typ.every(({ n }) => n <= 27)).toBe(true);
      for (const { n } of rows.filter(({ agreed }) => agreed === 80)) expect(Math.abs(n - 105)).toBeLessThanOrEqual(5);
    }
  });

  test('lets nobody take part on more than 178 days in twelve months', async () => {
    expect(
      await count(
        `select max(n) from (select count(*) over (partition by m.client_id order by m.held_on range between interval '364 days' preceding and current row) as n
         from attendance_mark m join placement_placement p on p.id = m.placement_id where p.service = 'rehabilitative-work' and m.kind = 'present') x`,
      ),
    ).toBeLessThanOrEqual(178);
    expect(
      await count(
        `select max(n) from (select count(distinct s.weekday) as n from placement_slot s join placement_placement p on p.id = s.placement_id
         where p.service = 'rehabilitative-work' group by p.id) x`,
      ),
    ).toBe(4);
  });

  test('grants nothing that the law of the plan’s day would stop', () => {
    const items = Map.groupBy(demoRows.rows('plan_item'), (row) => row.plan_id);
    const plans = new Map(demoRows.rows('plan_plan').map((row) => [row.id, row]));
    const stopped = demoRows
      .rows('decision_decision')
      .filter((row) => row.service === 'rehabilitative-work')
      .flatMap((decision) => {
        const plan = plans.get(decision.plan_id as string) as DemoRow;
        const { obstacles } = mayStartRehabilitative({
          during: decision.during as Range,
          daysAWeek: plan.days_a_week as number,
          hoursADay: plan.hours_a_day as number,
          plan: {
            madeOn: plan.made_on as Day,
            answers: Object.fromEntries((items.get(plan.id as string) ?? []).map((row) => [row.item, row.answer])),
            informedOfBenefits: plan.informed_of_benefits_at !== null,
            evaluateBy: plan.review_on as Day,
          },
        });
        return obstacles.map(({ why }) => why);
      });
    expect(stopped).toEqual([]);
  });

  const keys = new Set<unknown>(
    ['2020-12-31', '2021-01-01'].flatMap((d) => activationPlanItems(day(d)).map(({ key }) => key)),
  );
  const ofActivity = (rows: readonly DemoRow[] | undefined) => rows?.filter(({ item }) => keys.has(item));

  test('has renewed every plan in force on 1.1.2021 with six items by 31.3.2021', () => {
    const items = Map.groupBy(demoRows.rows('plan_item'), (row) => row.plan_id);
    const ended = new Map(
      demoRows.rows('relationship_relationship').map((row) => [row.client_id, (row.during as Range).to]),
    );
    const plans = demoRows.rows('plan_plan').filter((row) => row.service === 'rehabilitative-work');
    // The items of section 9, without what every plan of its kind says.
    for (const plan of plans)
      expect(ofActivity(items.get(plan.id as string))).toHaveLength((plan.made_on as Day) < '2021-01-01' ? 5 : 6);
    const renewed = new Set(
      plans
        .filter((row) => (row.made_on as Day) >= '2021-01-01' && (row.made_on as Day) <= '2021-03-31')
        .map((row) => row.client_id),
    );
    const old = plans.filter((row) => {
      const { from, to } = row.during as Range;
      const end = ended.get(row.client_id as string);
      return (
        (row.made_on as Day) < '2021-01-01' &&
        from <= '2021-01-01' &&
        (to as Day) > '2021-04-30' &&
        (!end || end > '2021-04-30')
      );
    });
    expect(old.length).toBeGreaterThan(50);
    expect(old.filter((row) => !renewed.has(row.client_id as string))).toEqual([]);
  });
});

describe('the region', () => {
  test('has nothing under sections 27 d and 27 e but the word that it is not known', async () => {
    expect(
      await count(
        `select count(*) from decision_decision where exists (select from unnest(provisions) p where p like '710/1982%')`,
      ),
    ).toBe(0);
    const services = await ask(
      `select distinct g.service from organiser_recording_gap g join organiser_organiser o on o.id = g.organiser_id
       where o.code = 'satakunta' and g.figure = 'decisions-by-section' order by 1`,
    );
    expect(services).toEqual([{ service: 'employment-support-27d' }, { service: 'work-activity-27e' }]);
  });

  test('knows referrals from every source that the seed names', async () => {
    const rows = await ask<{ source: string }>(`select distinct source from referral_referral order by 1`);
    expect(rows.map(({ source }) => source)).toEqual([
      'coaching-team',
      'disability-service-application',
      'own-contact',
      'relative',
      'school',
      'social-worker',
      'te-office-activation-plan',
      'te-office-multisectoral-plan',
      'typ',
      'youth-outreach',
    ]);
  });

  test('decides by provisions that could be cited when the matter became pending, mostly within three months', () => {
    const received = new Map(demoRows.rows('referral_referral').map((row) => [row.id, row.received_on as Day]));
    const decisions = demoRows.rows('decision_decision');
    let late = 0;
    for (const row of decisions) {
      const pendingOn = received.get(row.referral_id as string) as Day;
      expect(notCitable(row.service as Service, row.provisions as string[], pendingOn)).toEqual([]);
      expect((row.provisions as string[]).length).toBeGreaterThan(0);
      expect((row.decided_on as Day) >= pendingOn).toBe(true);
      if ((row.decided_on as Day) > addMonths(pendingOn, 3)) late++;
    }
    expect(late).toBeGreaterThan(5);
    expect(late / decisions.length).toBeLessThan(0.05);
    expect(decisions.filter((row) => row.outcome === 'deny').length).toBeGreaterThanOrEqual(2);
    // Every way in which a matter ends is there to be seen, and a change too.
    for (const outcome of ['grant', 'end', 'deny', 'not-examined', 'lapse'])
      expect(decisions.filter((row) => row.outcome === outcome).length, outcome).toBeGreaterThan(0);
    expect(decisions.filter((row) => row.outcome === 'grant' && row.changes_id !== null)).toHaveLength(1);
    const together = decisions.filter((row) => row.together_id != null);
    expect(new Set(together.map(({ year, number }) => `${number}/${year}`)).size).toBe(1);
    expect(together).toHaveLength(2);
  });

  test('knew otherwise before an exit was entered and before an end was corrected', async () => {
    const known = async (on: string, at: string | null) => {
      return database.owner.transaction().execute(async (tx) => {
        if (at) await sql`select set_config('app.known_at', ${at}, true)`.execute(tx);
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from fact_relationship
          where organiser = 'pori-perusturva' and service in ('work-activity', 'day-activity') and during @> ${on}::date`.execute(
          tx,
        );
        return rows[0]?.n ?? 0;
      });
    };
    expect(
      (await known('2021-04-15', '2021-05-01T09:00:00Z')) - (await known('2021-04-15', null)),
    ).toBeGreaterThanOrEqual(1);
    expect(
      (await known('2020-11-15', '2020-12-15T09:00:00Z')) - (await known('2020-11-15', '2021-02-01T09:00:00Z')),
    ).toBeLessThanOrEqual(-1);
  });

  test('has people to look at: protected, without a code, served in Swedish, with one name, joined records', async () => {
    const [row] = await ask<Record<string, number>>(
      `select count(*) filter (where identity_hash is null)::int as uncoded, count(*) filter (where service_language = 'sv')::int as swedish,
         count(*) filter (where given_names = '')::int as single, (count(*) - count(distinct person_id))::int as joined, count(*)::int as clients,
         (select count(*) from client_protection p join client_address a using (client_id) where a.street is null and p.contact_instead is not null)::int as hidden
       from client_client`,
    );
    expect(row?.uncoded).toBeGreaterThan((row?.clients as number) * 0.02);
    expect(row?.uncoded).toBeLessThan((row?.clients as number) * 0.05);
    expect(row?.swedish).toBeGreaterThan(20);
    expect(row?.single).toBeGreaterThan(0);
    expect(row?.joined).toBe(1);
    expect(row?.hidden).toBeGreaterThan(2);
  });

  test('has identity codes of the artificial range only, sealed in the database', async () => {
    for (const code of demoRows.identityCodes.values())
      expect(parseIdentityCode(code)).toMatchObject({ ok: true, temporary: true });
    const [siv] = await ask<{ id: string; cipher: Buffer; masked: string }>(
      `select id, identity_cipher as cipher, identity_masked as masked from client_client where family_name = 'Åberg' and given_names = 'Siv' and birth_on = '1987-01-01'`,
    );
    expect(siv?.masked).toBe('010187-9•••');
    expect(open(demoKeys, siv?.id as string, siv?.cipher as Buffer)).toBe(
      demoRows.identityCodes.get(siv?.id as string),
    );
  });

  test('has no telephone number or address of mail that could be somebody’s', () => {
    for (const rows of demoRows.tables.values())
      for (const row of rows) {
        for (const column of ['phone', 'contact_phone'])
          if (row[column]) expect(row[column]).toMatch(/^050 000 \d{4}$/);
        if (row.email) expect(row.email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
      }
  });

  test('has no two workers of one address of mail', () => {
    const addresses = (demoRows.tables.get('worker_worker') ?? []).map(({ email }) => email);
    expect(addresses.length).toBeGreaterThan(30);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('is the same each time it is made', () => {
    expect(makeDemo().fingerprint()).toBe(demoRows.fingerprint());
    // As long as making and loading it: a busy machine may need minutes.
  }, 180_000);

  test('is not loaded over another: the second load leaves everything as it was', async () => {
    const before = await count('select count(*) from client_client');
    await expect(loadDemo(database.ownerUrl, { keys: demoKeys })).rejects.toThrow();
    expect(await count('select count(*) from client_client')).toBe(before);
    expect(await demoIsLoaded(database.ownerUrl)).toBe(true);
    const other = await freshDatabase();
    expect(await demoIsLoaded(other.ownerUrl)).toBe(false);
    await other.close();
  });
});

describe('money', () => {
  test('in every closed month is what the days are worth, corrections after closing among it', async () => {
    const organisers = await ask<{ id: string; code: string }>(
      `select id, code from organiser_organiser where kind <> 'region'`,
    );
    for (const { id } of organisers)
      for (const month of ['2020-01-01', '2020-07-01', '2021-02-01', '2021-03-01', '2021-04-01'].map(day)) {
        const days = { from: month, to: addMonths(month, 1) };
        const due = await dueDuring(database.owner, id, days, wayRuleOn);
        const ledger = await ledgerDuring(database.owner, id, days);
        expect(ledger.length).toBeGreaterThan(0);
        expect(settlementOf(due, ledger)).toEqual({ reverse: [], write: [] });
      }
    // What is kept beside the ledger is what its lines come to.
    expect(await count('select sum(lines) from compensation_sum')).toBe(
      await count('select count(*) from compensation_line'),
    );
    expect(await count('select sum(amount_cents) from compensation_sum')).toBe(
      await count('select sum(amount_cents) from compensation_line'),
    );
    expect(await count('select count(*) from compensation_line where reverses_id is not null')).toBeGreaterThanOrEqual(
      2,
    );
    expect(await count(`select count(*) from compensation_line where earned_on >= '2021-05-01'`)).toBe(0);
    expect(await count(`select count(*) from compensation_month where month_on >= '2021-05-01'`)).toBe(0);
  }, 60_000);

  test('of the way to rehabilitative work is owed in the open months alone, and is a question of the two newest', async () => {
    const [employment] = await ask<{ id: string }>(`select id from organiser_organiser where code = 'pori-tyollisyys'`);
    const organiserId = employment?.id as string;
    const open = { from: day('2021-05-01'), to: day('2021-06-17') };
    const due = await dueDuring(database.owner, organiserId, open, wayRuleOn);
    const ways = due.filter(({ kind }) => kind === 'travel');
    expect(new Set(ways.map(({ amount, rule }) => `${amount} ${rule}`))).toEqual(
      new Set(['640 1412/1997:10a', '1056 1412/1997:10a']),
    );
    expect(await count(`select count(*) from compensation_line where kind = 'travel'`)).toBe(0);
    const questions = await travelQuestions(database.owner, organiserId, { from: day('2020-01-01'), to: day(today) });
    expect(questions.map(({ days }) => days.every((on) => on >= open.from))).toEqual([true, true]);
  }, 60_000);
});

describe('accounts', () => {
  test('open the demo to each role of it, with the post that the account names', async () => {
    for (const account of demoAccounts) {
      const rows = await ask(
        `select p.role, o.code from platform_account a join worker_post p on p.worker_id = a.worker_id join organiser_organiser o on o.id = p.organiser_id
         where a.username = $1 and p.during @> $2::date`,
        [account.username, today],
      );
      expect(rows).toEqual([{ role: account.role, code: account.organiser }]);
    }
    expect(new Set(demoAccounts.map(({ role }) => role)).size).toBe(8);
  });

  test('show the coach a day with work in it', async () => {
    const [first] = demoAccounts;
    const { token } = await signIn(
      { db: database.app, keys: demoKeys },
      { username: first?.username as string, password: first?.password as string },
      { address: '127.0.0.1' },
      'fi',
    );
    const who = await whoIs(database.app, token, day(today));
    const house = { db: database.app, clock: fixedClock(day(today)), keys: demoKeys };
    const board = (await perform(house, myDay, {}, { who, language: 'fi' })) as { counts: object };
    expect(board.counts).toEqual({
      clients: { 'open-work': 49, 'supported-employment': 3 },
      overdue: 3,
      today: 6,
      week: 14,
      renew: 4,
      pending: 11,
      recorded: 3,
    });
  });
});
