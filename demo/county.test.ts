import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementHash } from '../src/casework/agreement/reads.ts';
import { day } from '../src/kernel/day.ts';
import { range } from '../src/kernel/range.ts';
import { type FreshDatabase, freshDatabase } from '../tests/database.ts';
import { type County, loadCounty } from './county.ts';

let database: FreshDatabase;
let county: County;

beforeAll(async () => {
  database = await freshDatabase();
  county = await loadCounty(database.ownerUrl, { clients: 1000, weeks: 9 });
}, 120_000);
afterAll(() => database.close());

const one = async (text: string, values: unknown[] = []) => (await database.ownerPool.query(text, values)).rows[0];

describe('the county for measuring', () => {
  test('has as many clients as asked, each in a placement with half-days and marks', async () => {
    expect(
      await one(`select count(*)::int as clients, (select count(distinct client_id)::int from placement_slot) as placed,
        (select count(*)::int from attendance_mark) as marks from client_client`),
    ).toEqual({ clients: 1000, placed: 1000, marks: county.marks });
    expect(county.marks).toBeGreaterThan(5000);
  });

  test('has a coach with exactly 103 clients, one of whom it names', async () => {
    const coached = `from relationship_responsible r join platform_account a on a.worker_id = r.worker_id where a.username = $1`;
    expect(await one(`select count(*)::int as n ${coached}`, [county.coach.username])).toEqual({ n: 103 });
    expect(
      await one(`select count(*)::int as n ${coached} and r.client_id = $2`, [county.coach.username, county.clientId]),
    ).toEqual({ n: 1 });
  });

  test('has an instructor who leads the group that it names', async () => {
    const row = await one(
      `select count(p.id)::int as n from placement_placement p join worker_group_lead l on l.group_id = p.group_id
       join platform_account a on a.worker_id = l.worker_id where a.username = $1 and p.group_id = $2`,
      [county.instructor.username, county.groupId],
    );
    expect(row.n).toBe(13);
  });

  test('has agreements that were approved as they stand', async () => {
    const row =
      await one(`select lower(a.during) as "from", upper(a.during) as "to", a.tasks, a.hours, p.content_hash as hash
      from agreement_agreement a join agreement_approval p on p.agreement_id = a.id limit 1`);
    expect(row.hash).toBe(
      agreementHash({ tasks: row.tasks, hours: row.hours, during: range(day(row.from), day(row.to)) }),
    );
  });

  test('has closed months, whose lines are what the rule of compensation says of their days', async () => {
    const months = await one(`select count(*)::int as n, max(month_on)::text as last from compensation_month`);
    expect(months).toEqual({ n: expect.any(Number), last: '2021-04-01' });
    expect(await one('select count(*)::int as lines from compensation_line')).toEqual({ lines: county.lines });
    const worked = await one(
      `select count(*) filter (where p.service = 'work-activity')::int as centre, count(*) filter (where p.service = 'open-work')::int as open
       from attendance_mark m join placement_placement p on p.id = m.placement_id where m.kind <> 'absent' and m.held_on < '2021-05-01'`,
    );
    expect(await one('select sum(amount_cents)::int as cents from compensation_line')).toEqual({
      // Work-share money and a meal cancel each other out; days of rehabilitative work are paid with the benefit.
      cents: worked.open * 1200,
    });
    expect(worked.centre).toBeGreaterThan(100);
  });
});
