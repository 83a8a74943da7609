import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import {
  clientsBehind,
  type FactsWorld,
  figureIn,
  numbersOf,
  type TestClient,
  worked,
  worldOf,
} from '../../tests/facts.ts';
import { addDays, day } from '../kernel/day.ts';
import type { Service } from '../kernel/service.ts';

let db: FreshDatabase;
let world: FactsWorld;
const services = ['work-activity', 'open-work', 'supported-employment', 'rehabilitative-work'] as const;

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(services);
  for (const [role, service] of [
    ['coach', 'open-work'],
    ['coach', 'supported-employment'],
    ['rehabilitative-instructor', 'rehabilitative-work'],
  ])
    await db.ownerPool.query('insert into worker_role_service values ($1, $2, true)', [role, service]);
});
afterAll(() => db.close());

async function town(code: string): Promise<string> {
  const id = await world.organiser(code);
  for (const service of services) await world.offering(id, service);
  return id;
}

const since = (from: string, to = '') => `[${from},${to})`;

async function coached(id: string, worker: string, service: Service, from = '2020-01-01') {
  const relationship = await world.relationship(await world.client(id), service, from);
  await world.add('relationship_responsible', {
    organiser_id: id,
    client_id: relationship.client.id,
    relationship_id: relationship.id,
    worker_id: worker,
    role: service === 'rehabilitative-work' ? 'official' : 'coach',
    during: since(from),
  });
  return relationship;
}

const of = (client: TestClient) => ({ organiser_id: client.organiserId, client_id: client.id });

describe('who provides', () => {
  it('is told by mode and provider of the places', async () => {
    const id = await world.organiser('providers');
    const validia = await world.add('organiser_provider', { name: 'Validia', kind: 'company' });
    await world.offering(id, 'work-activity');
    const bought = await world.offering(id, 'work-activity', { provision_mode: 'purchased', provider_id: validia });
    await world.placement(
      await world.relationship(await world.client(id), 'work-activity', '2021-01-01'),
      '2021-01-01',
    );
    await world.placement(
      await world.relationship(await world.client(id), 'work-activity', '2021-01-01', null, { offering_id: bought }),
      '2021-01-01',
    );
    expect(numbersOf(await figureIn(db.app, 'clients-by-provision-mode', { organiser: 'providers' }))).toEqual({
      value: 2,
      own: 1,
      purchased: 1,
    });
    expect(numbersOf(await figureIn(db.app, 'clients-by-provider', { organiser: 'providers' }))).toEqual({
      value: 2,
      own: 1,
      Validia: 1,
    });
    await worked(db.app, 'clients-by-provision-mode', { organiser: 'providers' }, { value: 2, own: 1, purchased: 1 });
    await worked(db.app, 'clients-by-provider', { organiser: 'providers' }, { own: 1, Validia: 1 });
  });
});

describe('cooperation', () => {
  it('is counted over each link in both directions, and says what is agreed and what is not known', async () => {
    const id = await town('links');
    const client = await world.client(id);
    for (const [other_service, direction, outcome] of [
      ['mental-health-and-substance', 'to', 'started'],
      ['mental-health-and-substance', 'to', null],
      ['typ', 'from', 'started'],
    ])
      await world.add('cooperation_referral', {
        ...of(client),
        service: 'open-work',
        other_service,
        direction,
        made_on: '2021-02-01',
        outcome,
        outcome_on: outcome ? '2021-03-01' : null,
      });
    expect(numbersOf(await figureIn(db.app, 'cooperation-referrals', { organiser: 'links' }))).toEqual({
      value: 3,
      'mental-health-and-substance': 2,
      typ: 1,
      'direction:to': 2,
      'direction:from': 1,
      'outcome:started': 2,
      'outcome:not-recorded': 1,
    });
    for (const [other_service, state] of [
      ['social-rehabilitation', 'in-house'],
      ['disability-services', 'agreed'],
      ['mental-health-and-substance', 'none'],
    ])
      await world.add('cooperation_link', {
        organiser_id: id,
        service_group: 'disability-work',
        other_service,
        state,
        during: since('2020-01-01'),
      });
    expect(numbersOf(await figureIn(db.app, 'cooperation-agreed', { organiser: 'links' }))).toMatchObject({
      value: 2,
      agreed: 1,
      'in-house': 1,
      none: 1,
      'not-recorded': 6,
      'other-service:mental-health-and-substance': 0,
      'other-service:ohjaamo': null,
    });
    await worked(
      db.app,
      'cooperation-referrals',
      { organiser: 'links' },
      { value: 3, 'outcome:started': 2, 'outcome:not-recorded': 1 },
    );
    await worked(db.app, 'cooperation-agreed', { organiser: 'links' }, { value: 2 });
  });
});

describe('responsible workers', () => {
  it('are coaches by name, group leaders by turn, and case managers beside', async () => {
    const id = await town('workers');
    const coach = await world.worker(id, 'coach', { full_time_share: 0.5, hours_a_week: 19 });
    await coached(id, coach, 'open-work');
    await world.relationship(await world.client(id), 'open-work', '2020-01-01');
    const leaders = [await world.worker(id, 'instructor'), await world.worker(id, 'instructor')];
    const group = await world.group(id, 'work-activity', { lead_rotation_months: 3 });
    const turns = ['2019-10-01', '2020-01-01', '2020-04-01', '2020-07-01', '2020-10-01', '2021-01-01'];
    for (const [turn, from] of turns.entries())
      await world.add('worker_group_lead', {
        organiser_id: id,
        group_id: group,
        worker_id: leaders[turn % 2],
        during: since(from, turns[turn + 1]),
      });
    await world.add('relationship_allocation_rule', {
      organiser_id: id,
      service: 'work-activity',
      rule: 'group-leader',
      case_manager_by_letter: true,
      during: since('2010-01-01'),
    });
    const centre = await world.relationship(await world.client(id), 'work-activity', '2019-10-01');
    await world.placement(centre, '2019-10-01', null, { group_id: group });

    const share = await figureIn(db.app, 'clients-with-responsible-worker', { organiser: 'workers' });
    expect(share).toMatchObject({ n: 3 });
    expect(numbersOf(share)).toEqual({
      value: 2 / 3,
      coach: 1 / 3,
      'group-leader': 1 / 3,
      official: 0,
      'case-manager': 0,
    });
    // A leader every three months: four changes in the 366 days of 2020.
    const changes = await figureIn(db.app, 'changes-of-worker', {
      organiser: 'workers',
      service: 'work-activity',
      asOf: '2020-12-31',
    });
    expect(changes.value).toBeCloseTo(4 / (366 / 365.25));
    expect(numbersOf(changes)).toMatchObject({ changes: 4, 'longest-days': 92 });
    expect(numbersOf(await figureIn(db.app, 'responsible-worker-rule', { organiser: 'workers' }))).toMatchObject({
      value: 1,
      'work-activity:group-leader': 1,
      'case-manager-by-letter': 1,
      'lead-rotation-months': 3,
    });
    expect(numbersOf(await figureIn(db.app, 'coach-hours', { organiser: 'workers' }))).toEqual({
      value: 19,
      workers: 1,
      'full-time-shares': 0.5,
    });
    expect(numbersOf(await figureIn(db.app, 'coached-clients', { organiser: 'workers' }))).toEqual({
      value: 1,
      'open-work': 1,
    });
    await worked(
      db.app,
      'clients-with-responsible-worker',
      { organiser: 'workers' },
      { value: 2 / 3, n: 3, coach: 1 / 3, 'group-leader': 1 / 3, 'case-manager': 0 },
    );
    await worked(
      db.app,
      'changes-of-worker',
      { organiser: 'workers', service: 'work-activity', asOf: '2020-12-31' },
      { value: 3.992, changes: 4 },
    );
    await worked(
      db.app,
      'responsible-worker-rule',
      { organiser: 'workers' },
      { value: 1, 'case-manager-by-letter': 1, 'lead-rotation-months': 3 },
    );
    await worked(db.app, 'coach-hours', { organiser: 'workers' }, { value: 19, workers: 1, 'full-time-shares': 0.5 });
    await worked(db.app, 'coached-clients', { organiser: 'workers' }, { value: 1, 'open-work': 1 });
  });

  it('lead groups in turns of each length that there is, and none of them is lost beside a longer one', async () => {
    const id = await town('two-turns');
    const leader = await world.worker(id, 'instructor');
    for (const lead_rotation_months of [3, 6])
      await world.add('worker_group_lead', {
        organiser_id: id,
        group_id: await world.group(id, 'work-activity', { lead_rotation_months }),
        worker_id: leader,
        during: since('2021-01-01'),
      });
    const rule = await figureIn(db.app, 'responsible-worker-rule', { organiser: 'two-turns' });
    expect(numbersOf(rule)).toMatchObject({ 'lead-rotation-months:3': 3, 'lead-rotation-months:6': 6 });
  });

  it('do not change where one and the same answers on by another row', async () => {
    const id = await town('same-worker');
    const [coach, other] = [
      await world.worker(id, 'coach', { team: 'Etelä' }),
      await world.worker(id, 'coach', { team: 'Pohjoinen' }),
    ];
    const relationship = await world.relationship(await world.client(id), 'open-work', '2020-01-01');
    const rows: [string, string, string][] = [
      [coach, '2020-01-01', '2021-01-01'],
      [coach, '2021-01-01', '2021-03-01'],
      [other, '2021-03-01', ''],
    ];
    for (const [worker_id, from, to] of rows)
      await world.add('relationship_responsible', {
        ...of(relationship.client),
        relationship_id: relationship.id,
        worker_id,
        role: 'coach',
        during: since(from, to),
      });
    await coached(id, coach, 'open-work');
    const figureQuery = { organiser: 'same-worker', service: 'open-work' };
    expect(numbersOf(await figureIn(db.app, 'changes-of-worker', figureQuery)).changes).toBe(1);
    const teams = (await figureIn(db.app, 'clients-per-worker', figureQuery)).more?.find(({ by }) => by === 'team');
    expect(teams?.parts.map(({ key, value }) => [key, value])).toEqual([
      ['Etelä', 1],
      ['Pohjoinen', 1],
    ]);
  });

  it('have a middle caseload, and one per full-time worker', async () => {
    const id = await town('caseload');
    const [one, other] = [
      await world.worker(id, 'rehabilitative-instructor', { agreed_caseload: 2 }),
      await world.worker(id, 'rehabilitative-instructor', { agreed_caseload: 27, team: 'TYP', full_time_share: 0.5 }),
    ];
    for (let n = 0; n < 4; n++) await coached(id, one, 'rehabilitative-work');
    for (let n = 0; n < 2; n++) await coached(id, other, 'rehabilitative-work');
    const figureQuery = { organiser: 'caseload', service: 'rehabilitative-work' };
    expect(numbersOf(await figureIn(db.app, 'clients-per-worker', figureQuery))).toEqual({
      value: 3,
      [one]: 4,
      [other]: 2,
      'caseload:workers': 2,
      'caseload:per-full-time': 4,
      'agreed-caseload:agreed-27': 27,
      'agreed-caseload:agreed-2': 2,
      'team:TYP': 2,
    });
    await worked(db.app, 'clients-per-worker', figureQuery, { value: 3, 'caseload:per-full-time': 4, 'team:TYP': 2 });
    expect(numbersOf(await figureIn(db.app, 'limits-missed', figureQuery))).toMatchObject({
      value: 1,
      'over-caseload': 1,
    });
  });
});

describe('coaching', () => {
  it('counts contacts, group meetings once, visits by agreement, and the rhythm that was kept', async () => {
    const id = await town('contacts');
    const coach = await world.worker(id, 'coach');
    const [anna, bo] = [await coached(id, coach, 'open-work', '2021-03-01'), await coached(id, coach, 'open-work')];
    const contact = (relationship: typeof anna, held_on: string, kind: string, party = 'client') =>
      world.add('coaching_contact', {
        ...of(relationship.client),
        relationship_id: relationship.id,
        worker_id: coach,
        kind,
        party,
        held_on,
      });
    for (const on of ['2021-03-08', '2021-03-12', '2021-03-25']) await contact(anna, on, 'call');
    await contact(anna, '2021-03-03', 'group-meeting');
    await contact(bo, '2021-03-03', 'group-meeting');
    await contact(bo, '2021-03-04', 'workplace-visit', 'both');
    const { workplace } = await world.workplace(id);
    const placement = await world.placement(bo, '2020-01-01', null, { workplace_id: workplace });
    await world.agreement(bo.client, placement, '2020-07-01', '2021-07-01');
    const drafted = await world.placement(anna, '2021-03-01', null, { workplace_id: workplace });
    await world.agreement(anna.client, drafted, '2021-03-01', '2021-09-01', ['client']);
    expect(numbersOf(await figureIn(db.app, 'contacts-by-kind', { organiser: 'contacts' }))).toMatchObject({
      value: 6,
      call: 3,
      'workplace-visit': 1,
      'group-meeting': 2,
      'group-meetings:held': 1,
      'party:both': 1,
    });
    expect(numbersOf(await figureIn(db.app, 'workplace-visits', { organiser: 'contacts' }))).toMatchObject({
      value: 1,
      'per-agreement:agreements': 1,
      'per-agreement:per-agreement': 1,
    });
    expect((await figureIn(db.app, 'employer-contacts', { organiser: 'contacts' })).value).toBe(1);
    expect((await figureIn(db.app, 'agreements-in-force', { organiser: 'contacts' })).value).toBe(1);
    expect(numbersOf(await figureIn(db.app, 'agreements-to-renew', { organiser: 'contacts' }))).toEqual({
      value: 1,
      'ends-soon': 1,
    });
    // In May its end is more than a month away; once it has ended the placement goes on without one.
    const renewals = (asOf: string) => figureIn(db.app, 'agreements-to-renew', { organiser: 'contacts', asOf });
    expect((await renewals('2021-05-17')).value).toBe(0);
    expect((await renewals('2021-06-17')).breakdown?.map(({ label }) => label)).toEqual(['Ends within a month']);
    expect(numbersOf(await renewals('2021-07-01'))).toEqual({ value: 1, lapsed: 1 });
    expect(numbersOf(await figureIn(db.app, 'employers', { organiser: 'contacts' }))).toEqual({ value: 1, private: 1 });
    expect((await figureIn(db.app, 'workplaces', { organiser: 'contacts' })).value).toBe(1);

    const rule = { organiser_id: id, service: 'open-work', during: since('2010-01-01') };
    await world.add('rhythm_rhythm', { ...rule, phase: 'starting', phase_days: 45, every_days: 7 });
    await world.add('rhythm_rhythm', {
      ...rule,
      phase: 'steady',
      visit_at_renewal: true,
      group_meetings_a_year: 4,
    });
    const march = { organiser: 'contacts', from: '2021-03-01', to: '2021-03-29', asOf: '2021-03-28' };
    // Weekly from 1.3.: due 8.3. and 15.3. are kept (a group meeting keeps nobody's rhythm), 19.3. is missed, 26.3. is kept.
    const saved = await figureIn(db.app, 'rhythm-kept', march);
    expect(saved).toMatchObject({ value: 0.75, n: 4, unit: 'share' });
    expect(await clientsBehind(db.app, 'rhythm-kept', march)).toEqual([anna.client.id]);
    expect(numbersOf(await figureIn(db.app, 'agreed-rhythm', { organiser: 'contacts' }))).toMatchObject({
      value: null,
      'open-work:starting:every-days': 7,
      'open-work:starting:phase-days': 45,
      'open-work:steady:visit-at-renewal': 1,
      'open-work:steady:group-meetings-a-year': 4,
    });
    await worked(
      db.app,
      'contacts-by-kind',
      { organiser: 'contacts' },
      { value: 6, call: 3, 'workplace-visit': 1, 'group-meeting': 2, 'group-meetings:held': 1 },
    );
    await worked(
      db.app,
      'workplace-visits',
      { organiser: 'contacts' },
      { value: 1, 'per-agreement:agreements': 1, 'per-agreement:per-agreement': 1 },
    );
    await worked(db.app, 'employer-contacts', { organiser: 'contacts' }, { value: 1 });
    await worked(db.app, 'agreements-in-force', { organiser: 'contacts' }, { value: 1 });
    await worked(db.app, 'agreements-to-renew', { organiser: 'contacts' }, { value: 1, 'ends-soon': 1 });
    await worked(db.app, 'agreements-to-renew', { organiser: 'contacts', asOf: '2021-07-01' }, { value: 1, lapsed: 1 });
    await worked(db.app, 'rhythm-kept', march, { value: 0.75, n: 4 });
    await worked(
      db.app,
      'agreed-rhythm',
      { organiser: 'contacts' },
      {
        'open-work:starting:every-days': 7,
        'open-work:starting:phase-days': 45,
        'open-work:steady:group-meetings-a-year': 4,
      },
    );
    expect(numbersOf(await figureIn(db.app, 'limits-missed', { ...march, asOf: '2021-04-10' }))).toMatchObject({
      value: 1,
      'contact-overdue': 1,
    });
  });
});

describe('benefits', () => {
  it('are counted by the main one, not recorded apart, all of them beside', async () => {
    const id = await town('benefits');
    const [anna, bo] = [await world.client(id), await world.client(id)];
    for (const client of [anna, bo]) await world.relationship(client, 'open-work', '2020-01-01');
    for (const [benefit, main] of [
      ['disability-pension', true],
      ['housing-allowance', false],
    ] as const)
      await world.add('client_benefit', { ...of(anna), benefit, main, during: since('2020-01-01') });
    const result = await figureIn(db.app, 'clients-by-benefit', { organiser: 'benefits' });
    expect(numbersOf(result)).toEqual({
      value: 2,
      'disability-pension': 1,
      'not-recorded': 1,
      'all-benefits:disability-pension': 1,
      'all-benefits:housing-allowance': 1,
    });
    expect(result.notRecorded?.share).toBe(0.5);
    await worked(
      db.app,
      'clients-by-benefit',
      { organiser: 'benefits' },
      { value: 2, 'disability-pension': 1, 'not-recorded': 1, 'all-benefits:housing-allowance': 1 },
    );
  });
});

describe('money', () => {
  it('is what the ledger holds of closed months and what marked days are worth in open ones', async () => {
    const id = await town('money');
    const rate = (kind: string, amount_cents: number, more = {}) =>
      world.add('rate_rate', {
        organiser_id: id,
        kind,
        amount_cents,
        rule: 'board',
        during: since('2020-01-01'),
        ...more,
      });
    const allowance = await rate('open-work-allowance', 1200, { paid_holiday_days: 20 });
    await rate('work-share', 537);
    await rate('meal-charge', 537);
    const { workplace, employer } = await world.workplace(id);
    await world.workplace(id);
    await rate('employer-share', 600, { employer_id: employer });
    const [anna, bo] = [
      await world.relationship(await world.client(id), 'open-work', '2020-01-01'),
      await world.relationship(await world.client(id), 'work-activity', '2020-01-01'),
    ];
    const [atWork, atCentre] = [
      await world.placement(anna, '2020-01-01', null, { workplace_id: workplace }),
      await world.placement(bo, '2020-01-01', null, { meal: true }),
    ];
    const mark = (relationship: typeof anna, placement_id: string, held_on: string, more = {}) =>
      world.add('attendance_mark', {
        ...of(relationship.client),
        placement_id,
        held_on,
        kind: 'present',
        ...more,
      });
    const marks = [await mark(anna, atWork, '2021-05-03'), await mark(anna, atWork, '2021-05-04')];
    const month = await world.add('compensation_month', { organiser_id: id, month_on: '2021-05-01' });
    for (const [i, mark_id] of marks.entries())
      await world.add('compensation_line', {
        ...of(anna.client),
        placement_id: atWork,
        mark_id,
        month_id: month,
        kind: 'open-work-allowance',
        party: 'client',
        earned_on: `2021-05-0${i + 3}`,
        amount_cents: 1200,
        rate_id: allowance,
        rule: 'board',
        version: 1,
        correcting: false,
      });
    await mark(anna, atWork, '2021-06-01');
    await mark(anna, atWork, '2021-06-02', { kind: 'absent', reason: 'sick' });
    await mark(bo, atCentre, '2021-06-01', { meal: true });
    await mark(bo, atCentre, '2021-06-02', { meal: true });

    expect(numbersOf(await figureIn(db.app, 'paid', { organiser: 'money', service: 'open-work' }))).toEqual({
      value: 36,
      'open-work-allowance': 36,
      'persons-by-money:open-work-allowance': 1,
      'days-by-money:open-work-allowance': 3,
      'not-closed:not-closed': 12,
    });
    // What was paid of a day and taken back whole was paid to nobody.
    const cleo = await world.relationship(await world.client(id), 'open-work', '2020-01-01');
    const line = {
      ...of(cleo.client),
      placement_id: await world.placement(cleo, '2020-01-01', null, { workplace_id: workplace }),
      month_id: month,
      kind: 'open-work-allowance',
      party: 'client',
      earned_on: '2021-05-05',
      rate_id: allowance,
      rule: 'board',
      version: 1,
    };
    const mark_id = await mark(cleo, line.placement_id, '2021-05-05', { kind: 'absent', reason: 'sick' });
    const reverses_id = await world.add('compensation_line', {
      ...line,
      mark_id,
      amount_cents: 1200,
      correcting: false,
    });
    await world.add('compensation_line', { ...line, mark_id, amount_cents: -1200, correcting: true, reverses_id });
    expect(numbersOf(await figureIn(db.app, 'paid', { organiser: 'money', service: 'open-work' }))).toMatchObject({
      value: 36,
      'persons-by-money:open-work-allowance': 1,
      'days-by-money:open-work-allowance': 3,
    });
    expect(await clientsBehind(db.app, 'paid', { organiser: 'money', service: 'open-work' })).toEqual([anna.client.id]);
    const charged = await figureIn(db.app, 'charged', { organiser: 'money' });
    expect(numbersOf(charged)).toMatchObject({
      value: 16.74,
      'meal-charge': 10.74,
      'employer-share': 6,
      'days-by-money:meal-charge': 2,
    });
    expect((await figureIn(db.app, 'paid', { organiser: 'money' })).value).toBe(46.74);
    expect(await clientsBehind(db.app, 'charged', { organiser: 'money' })).toHaveLength(2);
    expect(await figureIn(db.app, 'employers-paying', { organiser: 'money' })).toMatchObject({ value: 1, n: 1 });
    expect(numbersOf(await figureIn(db.app, 'rates-in-force', { organiser: 'money' }))).toMatchObject({
      value: null,
      'open-work-allowance': 12,
      'work-share': 5.37,
      'meal-charge': 5.37,
      'paid-holiday-days': 20,
    });
    await worked(
      db.app,
      'paid',
      { organiser: 'money', service: 'open-work' },
      {
        value: 36,
        'persons-by-money:open-work-allowance': 1,
        'days-by-money:open-work-allowance': 3,
        'not-closed:not-closed': 12,
      },
    );
    await worked(
      db.app,
      'charged',
      { organiser: 'money', service: 'work-activity' },
      { value: 10.74, 'persons-by-money:meal-charge': 1, 'days-by-money:meal-charge': 2 },
    );
    await worked(
      db.app,
      'rates-in-force',
      { organiser: 'money' },
      { 'open-work-allowance': 12, 'work-share': 5.37, 'meal-charge': 5.37, 'paid-holiday-days': 20 },
    );
    await worked(db.app, 'rates-in-force', { organiser: 'money', service: 'open-work' }, { value: 12 });
    expect((await figureIn(db.app, 'rates-in-force', { organiser: 'money', service: 'work-activity' })).value).toBe(
      5.37,
    );
  });

  it('of rehabilitative work is told by who pays for the days', async () => {
    const id = await town('payers');
    for (const [benefit, days] of [
      ['labour-market-subsidy', ['2021-06-01', '2021-06-02', '2021-05-03']],
      ['social-assistance', ['2021-06-01']],
      [null, ['2021-06-02']],
    ] as const) {
      const client = await world.client(id);
      const relationship = await world.relationship(client, 'rehabilitative-work', '2020-01-01');
      const placement_id = await world.placement(relationship, '2020-01-01', null, { hours_a_day: 4 });
      if (benefit)
        await world.add('client_benefit', { ...of(client), benefit, main: true, during: since('2020-01-01') });
      for (const held_on of days)
        await world.add('attendance_mark', { ...of(client), placement_id, held_on, kind: 'present' });
    }
    const query = { organiser: 'payers', service: 'rehabilitative-work' as const };
    expect(numbersOf(await figureIn(db.app, 'reported-days', query))).toEqual({
      value: 2,
      'payer-kela': 2,
      'payer-organiser': 1,
      'payer-unknown': 1,
    });
    await worked(db.app, 'reported-days', query, { value: 2, 'payer-organiser': 1, 'payer-unknown': 1 });
  });

  it('of the state is claimed once a person and day, for the hours of the law', async () => {
    const id = await town('claim');
    const anna = await world.relationship(await world.client(id), 'rehabilitative-work', '2020-01-01');
    const bo = await world.relationship(await world.client(id), 'rehabilitative-work', '2020-01-01');
    const place = (relationship: typeof anna, hours_a_day: number) =>
      world.placement(relationship, '2020-01-01', null, { hours_a_day });
    const [one, two, three, short] = [
      await place(anna, 4),
      await place(anna, 5),
      await place(bo, 4),
      await place(bo, 3),
    ];
    const marks: [typeof anna, string, string][] = [
      [anna, one, '2021-06-01'],
      [anna, one, '2021-06-02'],
      [anna, one, '2021-06-03'],
      [anna, two, '2021-06-03'],
      [bo, three, '2021-06-01'],
      [bo, short, '2021-06-02'],
      [bo, three, '2021-05-03'],
    ];
    for (const [{ client }, placement_id, held_on] of marks)
      await world.add('attendance_mark', { ...of(client), placement_id, held_on, kind: 'present' });
    const claim = await figureIn(db.app, 'state-claim', { organiser: 'claim', service: 'rehabilitative-work' });
    expect(numbersOf(claim)).toEqual({
      value: 40.36,
      '2021-05': 10.09,
      'days-by-money:participation-days': 4,
      'days-by-money:2021-05': 1,
    });
    expect(claim.cases).toBe(4);
    await worked(
      db.app,
      'state-claim',
      { organiser: 'claim', service: 'rehabilitative-work' },
      { value: 40.36, 'days-by-money:participation-days': 4 },
    );
  });

  it('of the state is not claimed for days beyond the law’s twelve months, also where most were had elsewhere', async () => {
    const [id, before] = [await town('beyond'), await town('before-it')];
    const own = await world.client(id);
    const other = await world.client(before, { person_id: own.person });
    const marks = async (client: typeof own, first: string, count: number) => {
      const relationship = await world.relationship(client, 'rehabilitative-work', '2020-01-01');
      const placement_id = await world.placement(relationship, '2020-01-01', null, { hours_a_day: 4 });
      for (let n = 0; n < count; n++)
        await world.add('attendance_mark', {
          ...of(client),
          placement_id,
          held_on: addDays(day(first), n),
          kind: 'present',
        });
    };
    await marks(other, '2020-11-01', 177);
    await marks(own, '2021-06-01', 3);
    const claim = await figureIn(db.app, 'state-claim', { organiser: 'beyond', service: 'rehabilitative-work' });
    expect(numbersOf(claim)).toEqual({
      value: 10.09,
      'days-by-money:participation-days': 1,
      'days-by-money:days-over-limit': 2,
    });
    expect(claim.cases).toBe(1);
  });
});

describe('limits', () => {
  it('are missed by waiting beyond three months and by plans that nobody reviewed', async () => {
    const id = await town('limits');
    const [anna, bo] = [await world.client(id), await world.client(id)];
    await world.referral(anna, 'open-work', '2021-03-01');
    await world.referral(bo, 'open-work', '2021-05-01');
    await world.relationship(bo, 'work-activity', '2020-01-01');
    await world.add('plan_plan', {
      ...of(bo),
      service: 'work-activity',
      kind: 'service',
      made_on: '2020-06-01',
      during: since('2020-06-01'),
      review_on: '2021-05-31',
    });
    const on = async (asOf: string) =>
      numbersOf(await figureIn(db.app, 'limits-missed', { organiser: 'limits', asOf }));
    expect(await on('2021-06-17')).toMatchObject({ value: 2, 'waiting-too-long': 1, 'plan-not-reviewed': 1 });
    expect(await on('2021-05-31')).toMatchObject({ value: 0 });
    await worked(
      db.app,
      'limits-missed',
      { organiser: 'limits' },
      { value: 2, 'waiting-too-long': 1, 'plan-not-reviewed': 1 },
    );
  });

  it('of a plan that nobody signed are none, and it takes no other plan’s place', async () => {
    const id = await town('unsigned');
    const [anna, bo] = [await world.client(id), await world.client(id)];
    for (const client of [anna, bo]) await world.relationship(client, 'rehabilitative-work', '2020-01-01');
    const plan = (client: TestClient, made_on: string, review_on: string) =>
      world.add('plan_plan', {
        ...of(client),
        service: 'rehabilitative-work',
        kind: 'activation',
        made_on,
        during: since(made_on),
        review_on,
      });
    const sign = async (client: TestClient, plan_id: string, signed_on: string) => {
      for (const signer of ['client', 'organiser', 'employment'])
        await world.add('plan_signature', {
          ...of(client),
          plan_id,
          signer,
          signed_on,
          way: 'earlier',
          capacity: 'official',
        });
    };
    await sign(anna, await plan(anna, '2020-01-01', '2021-03-01'), '2020-01-08');
    // A draft of Anna's: the plan that she works by is still to be reviewed.
    const draft = await plan(anna, '2021-04-01', '2021-10-01');
    // Of Bo there is only a draft.
    await plan(bo, '2021-01-01', '2021-03-01');
    const missed = async (asOf: string) =>
      numbersOf(
        await figureIn(db.app, 'limits-missed', { organiser: 'unsigned', service: 'rehabilitative-work', asOf }),
      )['plan-not-reviewed'];
    expect(await missed('2021-06-17')).toBe(1);
    await sign(anna, draft, '2021-06-10');
    expect([await missed('2021-06-09'), await missed('2021-06-17')]).toEqual([1, 0]);
  });

  it('run until the service begins, also where it is granted from a later day', async () => {
    const id = await town('carried-out');
    const [anna, bo, dan] = [await world.client(id), await world.client(id), await world.client(id)];
    const grant = async (client: TestClient) =>
      world.decision(client, 'open-work', '2021-05-20', {
        referral_id: await world.referral(client, 'open-work', '2021-03-01'),
        from: '2021-07-01',
      });
    await grant(anna);
    // Bo has begun, without a place yet; Dan begins on 1.7.
    await world.relationship(bo, 'open-work', '2021-06-01', null, { decision_id: await grant(bo) });
    await world.relationship(dan, 'open-work', '2021-07-01', null, { decision_id: await grant(dan) });
    const missed = async (asOf: string) =>
      numbersOf(await figureIn(db.app, 'limits-missed', { organiser: 'carried-out', asOf }))['waiting-too-long'];
    expect([await missed('2021-06-01'), await missed('2021-06-17'), await missed('2021-07-01')]).toEqual([0, 2, 1]);
  });

  it('count wage-subsidised work, and the questions that nobody answered', async () => {
    const id = await town('rest');
    const relationship = await world.relationship(await world.client(id), 'supported-employment', '2020-01-01');
    const { workplace } = await world.workplace(id);
    await world.placement(relationship, '2020-01-01', null, { workplace_id: workplace, wage_subsidy: true });
    expect((await figureIn(db.app, 'subsidised-jobs', { organiser: 'rest' })).value).toBe(1);
    for (const [question, text] of [
      ['Q1', 'What it is'],
      ['Q5', ''],
      ['Q7', ''],
    ])
      await world.add('description_answer', {
        organiser_id: id,
        service_group: 'disability-work',
        question,
        heading: 'Heading',
        text,
        language: 'fi',
        answered: text !== '',
        written_on: '2021-06-17',
      });
    expect(numbersOf(await figureIn(db.app, 'unanswered', { organiser: 'rest' }))).toEqual({ value: 2, Q5: 1, Q7: 1 });
    await worked(db.app, 'unanswered', { organiser: 'rest' }, { value: 2 });
  });
});

describe('employers', () => {
  it('are counted by those with clients placed, workplaces beside, and who pays a share or gets a subsidy', async () => {
    const id = await town('employers');
    const [firm, council] = [await world.workplace(id), await world.workplace(id, { sector: 'municipal' })];
    const second = await world.add('employer_workplace', {
      organiser_id: id,
      employer_id: firm.employer,
      name: 'Second workplace',
      during: since('2000-01-01'),
    });
    for (const [workplace_id, wage_subsidy] of [
      [firm.workplace, true],
      [second, true],
      [council.workplace, false],
    ] as const) {
      const relationship = await world.relationship(await world.client(id), 'supported-employment', '2020-01-01');
      await world.placement(relationship, '2020-01-01', null, { workplace_id, wage_subsidy });
    }
    await world.add('rate_rate', {
      organiser_id: id,
      kind: 'employer-share',
      employer_id: firm.employer,
      amount_cents: 600,
      rule: 'board',
      during: since('2020-01-01'),
    });
    const figureQuery = { organiser: 'employers' };
    await worked(db.app, 'employers', figureQuery, { value: 2, private: 1, municipal: 1 });
    await worked(db.app, 'workplaces', figureQuery, { value: 3, private: 2, municipal: 1 });
    await worked(db.app, 'employers-paying', figureQuery, { value: 1, n: 2 });
    await worked(db.app, 'subsidised-jobs', figureQuery, { value: 2 });
  });
});
