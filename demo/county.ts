/**
 * A county for measuring: one organiser with 20,000 clients and about two million marks of attendance, made by the
 * database itself, with its months closed up to April 2021 as in the demo region. It is to be large and even, not to be
 * looked at; a coach there has exactly 103 clients.
 */
import pg from 'pg';
import { linesForAll } from '../src/casework/compensation/rules.ts';
import type { CompensatedDay } from '../src/casework/compensation/words.ts';
import type { Rate } from '../src/casework/rate/words.ts';
import { writeServices } from '../src/commands/services.ts';
import { addMonths, type Day, day } from '../src/kernel/day.ts';
import { fromSql } from '../src/kernel/range.ts';
import { coachingInSpecialCare } from '../src/law/act-1977-519.ts';
import { rehabilitativeWork } from '../src/law/act-2001-189.ts';
import { hashPassword } from '../src/server/sign-in/sign-in.ts';
import { setAside } from './load.ts';
import { finnishFamily, finnishGiven } from './names.ts';
import { demoMunicipalities } from './region.ts';
import { roleServices } from './rules.ts';

export interface CountyOptions {
  readonly clients?: number;
  /** Weeks of attendance up to 16.6.2021. */
  readonly weeks?: number;
  readonly progress?: (text: string) => void;
}

export interface County {
  readonly organiser: 'satakunta-county';
  readonly coach: { readonly username: string; readonly password: string };
  readonly instructor: { readonly username: string; readonly password: string };
  readonly finance: { readonly username: string; readonly password: string };
  /** One of the coach's clients, and the group that the instructor leads. */
  readonly clientId: string;
  readonly groupId: string;
  readonly marks: number;
  /** Lines of the ledger, of the closed months. */
  readonly lines: number;
}

export const countyOrganiser = 'satakunta-county';
const password = 'polku-2021';
const coachedByFirst = 103;
const names = {
  coach: 'county.coach',
  instructor: 'county.instructor',
  'rehabilitative-instructor': 'county.rehabilitative',
  'social-worker': 'county.official',
  finance: 'county.finance',
  planner: 'county.planner',
  manager: 'county.manager',
  administrator: 'county.administrator',
} as const;
/** The first day whose month nobody has closed. */
const openFrom = day('2021-05-01');

/** What each client is in the service of, by the remainder of its number by 20. */
const kindOf = `case when n % 20 < 9 then 'work-activity' when n % 20 < 12 then 'day-activity' when n % 20 < 15 then 'open-work' else 'rehabilitative-work' end`;

/** Each step fills tables from those before; `c` is the county's clients with their numbers. */
const steps: readonly (readonly [string, string])[] = [
  [
    'organiser',
    `insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during) values
      ('${countyOrganiser}', 'wellbeing-services-county', 'Mittausmaakunta', 'Mätlandskapet', 'County for measuring', '2010-01-01', '[2010-01-01,)');
    create temp table o on commit drop as select id from organiser_organiser where code = '${countyOrganiser}';
    insert into organiser_rectification_body (organiser_id, name_fi, name_sv, name_en, street, postal_code, post_office, opening_fi, opening_sv, opening_en, during)
      select o.id, 'Mittauslautakunta', 'Mätnämnden', 'Board for measuring', 'Mittatie 1', '28100', 'Pori', 'klo 9–15', 'kl. 9–15', '9 to 15', '[2010-01-01,)' from o;
    insert into organiser_area (organiser_id, municipality_code, during) select o.id, m.code, '[2010-01-01,)' from o, organiser_municipality m;
    insert into organiser_offering (organiser_id, service, provision_mode, during)
      select o.id, s, 'own', '[2010-01-01,)' from o, unnest(array['work-activity', 'day-activity', 'open-work', 'supported-employment', 'job-coaching', 'rehabilitative-work']) s;
    insert into relationship_allocation_rule (organiser_id, service, rule, during)
      select o.id, s, r, '[2010-01-01,)' from o, (values ('work-activity', 'group-leader'), ('day-activity', 'group-leader'), ('open-work', 'own-coach'), ('rehabilitative-work', 'named-official')) v (s, r);
    insert into rhythm_rhythm (organiser_id, service, phase, phase_days, every_days, visit_at_renewal, group_meetings_a_year, during)
      select o.id, 'open-work', 'starting', 45, 7, false, 4, '[2010-01-01,)'::daterange from o union all select o.id, 'open-work', 'steady', null, 21, true, 4, '[2010-01-01,)' from o;
    insert into rate_rate (organiser_id, kind, amount_cents, paid_holiday_days, rule, during)
      select o.id, k, a, h, 'Aluehallituksen päätös', '[2010-01-01,)' from o, (values ('open-work-allowance', 1200, 20), ('work-share', 537, 0), ('meal-charge', 537, 0), ('activity-allowance', 900, 0)) v (k, a, h)`,
  ],
  [
    'units, groups and workplaces',
    `create temp table g on commit drop as
      select uuidv7() as id, s as service, no, row_number() over () as place from (
        select 'work-activity' as s, no from generate_series(0, (select count(*) from num where n % 20 < 9) / 13) no
        union all select 'day-activity', no from generate_series(0, (select count(*) from num where n % 20 between 9 and 11) / 13) no
        union all select 'rehabilitative-work', no from generate_series(0, (select count(*) from num where n % 20 > 14) / 20) no) x;
    create temp table u on commit drop as select distinct uuidv7() as id, p from (select distinct place / 6 as p from g) x;
    insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
      select u.id, o.id, 'Keskus ' || u.p, 'activity-centre', '609', '[2010-01-01,)' from u, o;
    insert into organiser_group (id, organiser_id, unit_id, service, name, capacity, during)
      select g.id, o.id, u.id, g.service, 'Ryhmä ' || g.place, 20, '[2010-01-01,)' from g join u on u.p = g.place / 6, o;
    create temp table w on commit drop as select uuidv7() as id, uuidv7() as employer, no from generate_series(0, 599) no;
    insert into employer_employer (id, organiser_id, name, sector, during) select w.employer, o.id, 'Työnantaja ' || w.no, 'private', '[2010-01-01,)' from w, o;
    insert into employer_workplace (id, organiser_id, employer_id, name, municipality_code, during)
      select w.id, o.id, w.employer, 'Työpaikka ' || w.no, '609', '[2010-01-01,)' from w, o`,
  ],
  [
    'workers',
    `create temp table k on commit drop as
      select uuidv7() as id, role, no from (
        select 'coach' as role, no from generate_series(0, greatest(1, (select count(*) from num where n % 20 between 12 and 14) / 100)) no
        union all select 'instructor', place from g where service <> 'rehabilitative-work'
        union all select 'rehabilitative-instructor', no from generate_series(0, (select count(*) from num where n % 20 > 14) / 100) no
        union all select 'social-worker', no from generate_series(0, 39) no
        union all select 'finance', no from generate_series(0, 3) no
        union all select role, 0 from unnest(array['planner', 'manager', 'administrator']) role) x;
    insert into worker_worker (id, organiser_id, family_name, given_name) select k.id, o.id, family[1 + k.no % cardinality(family)], given[1 + k.no * 7 % cardinality(given)] from k, o, lists;
    insert into worker_post (worker_id, organiser_id, role, unit_id, public_office, professional, agreed_caseload, team, during)
      select k.id, o.id, k.role, u.id, k.role in ('social-worker', 'rehabilitative-instructor'), k.role = 'social-worker', case when k.role = 'coach' then 100 end, case when k.role = 'coach' then 'Tiimi ' || k.no end, '[2010-01-01,)' from k cross join o
      left join g on k.role = 'instructor' and g.place = k.no left join u on u.p = g.place / 6;
    insert into worker_deciding_right (organiser_id, post_id, service, delegation, professional, during)
      select distinct o.id, p.id, x.service, 'Hallintosääntö 12 §', p.professional, p.during
      from o join worker_post p on p.organiser_id = o.id join organiser_offering x on x.organiser_id = o.id
      where p.public_office and (p.professional or x.service = 'rehabilitative-work');
    insert into worker_group_lead (organiser_id, group_id, worker_id, during)
      select o.id, g.id, k.id, '[2010-01-01,)' from g join k on k.role = 'instructor' and k.no = g.place, o`,
  ],
  [
    'clients',
    `create temp table c on commit drop as
      select n, uuidv7() as id, ${kindOf} as service, date '2012-01-02' + (n * 7919 % 3300)::int as since, row_number() over (partition by ${kindOf} order by n) as place from num;
    insert into client_client (id, organiser_id, family_name, given_names, birth_on, gender, mother_tongue, municipality_code, recorded)
      select c.id, o.id, family[1 + c.n * 31 % cardinality(family)], given[1 + c.n * 17 % cardinality(given)], date '1950-01-01' + (c.n * 104729 % 18000)::int,
        case when c.n % 2 = 0 then 'female' else 'male' end, 'fi', (array['609', '684', '886', '079'])[1 + c.n % 4], tstzrange(c.since, null) from c, o, lists;
    insert into client_address (organiser_id, client_id, street, postal_code, post_office, during) select o.id, c.id, 'Mittatie ' || c.n, '28100', 'Pori', daterange(c.since, null) from c, o;
    insert into client_benefit (organiser_id, client_id, benefit, main, during, recorded)
      select o.id, c.id, case when c.service = 'rehabilitative-work' then 'labour-market-subsidy' else 'disability-pension' end, true, daterange(c.since, null), tstzrange(c.since, null) from c, o;
    insert into client_reason (organiser_id, client_id, reason, during)
      select o.id, c.id, case when c.n % 3 = 0 then 'autism-spectrum' else 'intellectual-disability' end, daterange(c.since, null) from c, o where c.service <> 'rehabilitative-work'`,
  ],
  [
    'referrals, plans and decisions',
    `create temp table f on commit drop as select c.*, uuidv7() as referral, uuidv7() as plan, uuidv7() as decision, uuidv7() as relationship, uuidv7() as placement,
        (select k.id from k where k.role = 'social-worker' and k.no = c.n % 40) as official from c;
    insert into referral_referral (id, organiser_id, client_id, service, source, kind, received_on, recorded)
      select f.referral, o.id, f.id, f.service, case when f.service = 'rehabilitative-work' then 'te-office-activation-plan' else 'disability-service-application' end, 'application', f.since - 60, tstzrange(f.since - 60, null) from f, o;
    insert into plan_plan (id, organiser_id, client_id, referral_id, service, kind, made_on, during, review_on, days_a_week, hours_a_day, recorded)
      select f.plan, o.id, f.id, f.referral, f.service, case when f.service = 'rehabilitative-work' then 'activation' else 'service' end, f.since - 20, daterange(f.since, f.since + 700), f.since + 600, 3, 4, tstzrange(f.since - 20, null) from f, o;
    insert into plan_signature (organiser_id, client_id, plan_id, signer, signed_on, way)
      select o.id, f.id, f.plan, signer, f.since - 20, 'earlier' from f cross join o cross join unnest(array['client', 'organiser', 'employment']) signer where f.service = 'rehabilitative-work';
    insert into plan_goal (organiser_id, client_id, plan_id, place, goal) select o.id, f.id, f.plan, 1, 'Työpäivän rytmi' from f, o;
    insert into decision_decision (id, organiser_id, client_id, referral_id, plan_id, service, outcome, decided_on, during, reasons, provisions, decided_by_id, served_on, recorded)
      select f.decision, o.id, f.id, f.referral, f.plan, f.service, 'grant', f.since - 10, daterange(f.since, null), 'Edellytykset täyttyvät.',
        case when f.service = 'rehabilitative-work' then array['${rehabilitativeWork.id}'] else array['${coachingInSpecialCare.id}'] end, f.official, f.since - 3, tstzrange(f.since - 10, null) from f, o`,
  ],
  [
    'relationships and placements',
    `insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, decision_id, during, recorded)
      select f.relationship, o.id, f.id, f.service, x.id, f.decision, daterange(f.since, null), tstzrange(f.since, null)
      from f cross join o join organiser_offering x on x.organiser_id = o.id and x.service = f.service;
    insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
      select o.id, f.id, f.relationship, k.id, case when f.service = 'open-work' then 'coach' else 'official' end, daterange(f.since, null)
      from f cross join o join k on (f.service = 'open-work' and k.role = 'coach' and k.no = case when f.place <= ${coachedByFirst} then 0 else 1 + f.place % (select max(no) from k where role = 'coach') end)
        or (f.service = 'rehabilitative-work' and k.role = 'rehabilitative-instructor' and k.no = f.place % (select count(*) from k where role = 'rehabilitative-instructor'));
    insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, workplace_id, tasks, starts_at, ends_at, hours_a_day, meal, during, recorded)
      select f.placement, o.id, f.id, f.relationship, f.service, g.id, w.id, 'avustavat tehtävät', '09:00', '13:00', 4, f.service = 'work-activity', daterange(f.since, null), tstzrange(f.since, null)
      from f cross join o
      left join g on g.service = f.service and g.no = (f.place - 1) / case when f.service = 'rehabilitative-work' then 20 else 13 end
      left join w on f.service = 'open-work' and w.no = f.place % 600`,
  ],
  [
    'half-days',
    `create temp table d on commit drop as select f.*, d.weekday from f, unnest(case f.n % 4 when 0 then array[1, 3, 5] when 1 then array[2, 4] when 2 then array[1, 2, 4] else array[1, 2, 4, 5] end) d (weekday);
    insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during) select o.id, d.id, d.placement, d.weekday, h, daterange(d.since, null) from d, o, unnest(array['am', 'pm']) h`,
  ],
  [
    'agreements and contacts',
    `create temp table a on commit drop as select e.*, greatest(e.ends - 365, e.since) as begins
      from (select uuidv7() as agreement, f.*, date '2021-06-20' + (f.n * 13 % 360)::int as ends from f where f.service = 'open-work') e;
    insert into agreement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during)
      select a.agreement, o.id, a.id, a.placement, 'avustavat tehtävät', '9.00-13.00', daterange(a.begins, a.ends) from a, o;
    insert into agreement_approval (organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by)
      select o.id, a.id, a.agreement, p, encode(sha256(convert_to(format('{"tasks":"avustavat tehtävät","hours":"9.00-13.00","from":"%s","to":"%s"}', a.begins, a.ends), 'UTF8')), 'hex'), a.begins - 5, 'Nimi' from a, o, unnest(array['client', 'employer', 'organiser']) p;
    insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, party, held_on, minutes, recorded)
      select o.id, f.id, f.relationship, r.worker_id, (array['call', 'message', 'meeting', 'workplace-visit'])[1 + (f.n + i) % 4], 'client', date '2021-06-16' - (i * 21 + f.n % 24)::int, 20, tstzrange(date '2021-06-16' - (i * 21 + f.n % 24)::int, null)
      from f join relationship_responsible r on r.relationship_id = f.relationship, o, generate_series(0, 23) i
      where f.service = 'open-work' and date '2021-06-16' - (i * 21 + f.n % 24)::int >= f.since`,
  ],
];

/** Everybody is marked for each agreed day; who is away is spread by number, and open work is on holiday at Christmas. */
const marks = (weeks: number) => `
  insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, recorded)
  select o.id, d.id, d.placement, x.on_day, v.kind, case when v.kind = 'absent' then 'sick' end, d.service = 'work-activity' and v.kind = 'present',
    tstzrange(x.on_day, null)
  from (select (date '2021-06-16' - no)::date as on_day, no from generate_series(0, ${weeks * 7 - 1}) no) x
  join d on d.weekday = extract(isodow from x.on_day) and d.since <= x.on_day
  cross join lateral (select case when d.service = 'open-work' and x.on_day between '2020-12-24' and '2021-01-05' then 'holiday'
    when (d.n + x.no) % 11 = 0 then 'absent' else 'present' end as kind) v, o`;

/** Closed months: what each kind of day is worth says the rule of compensation, and the database writes it to each mark. */
async function closeMonths(client: pg.Client): Promise<number> {
  const { rows: rates } = await client.query<Omit<Rate, 'during'> & { during: string }>(
    `select r.id, r.kind, r.employer_id as "employerId", r.amount_cents as amount, r.paid_holiday_days as "paidHolidayDays", r.rule,
       r.during::text from rate_rate r, o where r.organiser_id = o.id`,
  );
  const { rows: days } = await client.query<Pick<CompensatedDay, 'service' | 'kind' | 'meal'> & { first: string }>(
    `select p.service, m.kind, m.meal, min(m.held_on)::text as first from attendance_mark m join placement_placement p on p.id = m.placement_id
     where m.kind <> 'absent' and m.held_on < $1 group by p.service, m.kind, m.meal`,
    [openFrom],
  );
  const worth = days.flatMap(({ service, kind, meal, first }) => {
    const one = {
      markId: '',
      clientId: '',
      placementId: '',
      on: day(first),
      hoursADay: 4,
      employerId: null,
      payer: 'kela' as const,
      wayCosts: null,
    };
    // Everybody in rehabilitative work has the labour market subsidy, as the benefits above say.
    // Nobody has more holidays in a year than the rate pays.
    const marked: CompensatedDay = {
      ...one,
      service,
      kind,
      meal,
      mealFree: false,
      holidayOfYear: kind === 'holiday' ? 1 : 0,
    };
    return linesForAll(
      [marked],
      rates.map((rate) => ({ ...rate, during: fromSql(rate.during) })),
    ).map((line) => ({
      service,
      marked: kind,
      meal,
      kind: line.kind,
      amount: line.amount,
      rate: line.rateId,
      rule: line.rule,
    }));
  });
  const first = days.map((one) => one.first).sort()[0];
  for (let month = day(`${(first ?? openFrom).slice(0, 7)}-01`); month < openFrom; month = addMonths(month, 1))
    await client.query(
      `insert into compensation_month (organiser_id, month_on, closed_at, closed_by_id)
       select o.id, $1::date, ($1::date + interval '1 month 8 days 9 hours'), (select k.id from k where k.role = 'finance' order by k.no limit 1) from o`,
      [month satisfies Day],
    );
  const finish = await setAside(client, 'compensation_line');
  const { rowCount } = await client.query(
    `insert into compensation_line (organiser_id, client_id, placement_id, mark_id, month_id, kind, party, earned_on, amount_cents, rate_id, rule, version, written_at, correcting)
     select m.organiser_id, m.client_id, m.placement_id, m.id, c.id, v.kind, 'client', m.held_on, v.amount, v.rate, v.rule, 1, c.closed_at, false
     from attendance_mark m
     join placement_placement p on p.id = m.placement_id
     join jsonb_to_recordset($1::jsonb) as v (service text, marked text, meal boolean, kind text, amount int, rate uuid, rule text)
       on v.service = p.service and v.marked = m.kind and v.meal = m.meal
     join compensation_month c on c.organiser_id = m.organiser_id and c.month_on = date_trunc('month', m.held_on)::date`,
    [JSON.stringify(worth)],
  );
  await finish();
  await client.query('select platform.sum_ledger()');
  return rowCount ?? 0;
}

/** Adds the county to a migrated database, with or without the demo region in it, in one transaction. */
export async function loadCounty(
  ownerUrl: string,
  { clients = 20_000, weeks = 34, progress = () => {} }: CountyOptions = {},
): Promise<County> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'kykypolku county',
    options: '-c timezone=Europe/Helsinki',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `set local synchronous_commit = off; set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'`,
    );
    await commonGround(client);
    await client.query(
      `create temp table num on commit drop as select n::bigint from generate_series(1, ${Math.trunc(clients)}) n`,
    );
    await client.query('create temp table lists (family text[], given text[]) on commit drop');
    await client.query('insert into lists values ($1, $2)', [finnishFamily, Object.values(finnishGiven).flat(2)]);
    for (const [text, statement] of steps) {
      progress(text);
      await client.query(statement);
      await client.query('analyze');
    }
    progress('attendance');
    const finish = await setAside(client, 'attendance_mark');
    const { rowCount } = await client.query(marks(weeks));
    await finish();
    await client.query('analyze attendance_mark');
    progress('closed months');
    const lines = await closeMonths(client);
    const made = { ...(await accounts(client)), marks: rowCount ?? 0, lines };
    await client.query(
      `insert into platform_clock (demo_today_on) select '2021-06-17' where not exists (select from platform_clock)`,
    );
    await client.query('commit');
    await client.query('vacuum analyze');
    return made;
  } finally {
    await client.end();
  }
}

/** What every organiser stands on: it is there already beside the demo region. */
async function commonGround(client: pg.Client): Promise<void> {
  for (const row of demoMunicipalities)
    await client.query(
      'insert into organiser_municipality (code, name_fi, name_sv) values ($1, $2, $3) on conflict do nothing',
      [...row],
    );
  await writeServices(client);
  for (const row of roleServices)
    await client.query(
      'insert into worker_role_service (role, service, stands_in) values ($1, $2, $3) on conflict do nothing',
      [...row],
    );
}

async function accounts(client: pg.Client): Promise<Omit<County, 'marks' | 'lines'>> {
  const hash = await hashPassword(password);
  for (const [role, username] of Object.entries(names))
    await client.query(
      `insert into platform_account (username, password_hash, worker_id)
       select $1, $2, k.id from k where k.role = $3 order by k.no limit 1`,
      [username, hash, role],
    );
  const { rows } = await client.query<{ client: string; group: string }>(
    `select (select f.id from f where f.service = 'open-work' order by f.place limit 1) as client,
       (select l.group_id from worker_group_lead l join platform_account a on a.worker_id = l.worker_id where a.username = $1 limit 1) as group`,
    [names.instructor],
  );
  const account = (username: string) => ({ username, password });
  return {
    organiser: countyOrganiser,
    coach: account(names.coach),
    instructor: account(names.instructor),
    finance: account(names.finance),
    clientId: rows[0]?.client as string,
    groupId: rows[0]?.group as string,
  };
}
