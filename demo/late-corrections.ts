/** What was found out or done afterwards: two records of one person, and when coaches last opened a client's page. */
import { addDays, type Day } from '../src/kernel/day.ts';
import type { Range } from '../src/kernel/range.ts';
import type { Context } from './context.ts';
import { type DemoRow, today } from './demo-rows.ts';
import { luckOf } from './random.ts';

export function makeAfterwards(context: Context): void {
  joinRecords(context);
  visitPages(context);
}

/** Somebody left a centre and came back years later under a new record; in 2019 the two were found to be one person. */
function joinRecords({ demoRows, region }: Context): void {
  const stays = demoRows
    .rows('relationship_relationship')
    .filter((row) => row.service === 'work-activity' && row.organiser_id === region.pori.id);
  const clients = new Map(demoRows.rows('client_client').map((row) => [row.id, row]));
  const during = (row: DemoRow) => row.during as Range;
  const ended = (row: DemoRow) => during(row).to ?? '9999';
  const left = new Set(demoRows.rows('exit_exit').map((row) => row.relationship_id));
  const earlier = stays.find((row) => left.has(row.id as string) && ended(row) < '2012-01-01') as DemoRow;
  const later = stays.find(
    (row) => ended(row) === '9999' && during(row).from > '2014-01-01' && during(row).from < '2018-01-01',
  ) as DemoRow;
  const before = clients.get(earlier.client_id) as DemoRow;
  const now = clients.get(later.client_id) as DemoRow;
  for (const column of ['family_name', 'given_names', 'birth_on', 'gender', 'mother_tongue', 'service_language'])
    before[column] = now[column] as string;
  before.identity_masked = null;
  before.identity_temporary = null;
  demoRows.identityCodes.delete(before.id as string);
  demoRows.change('client_client', before, { person_id: now.person_id as string }, '2019-04-11 10:24');
}

function visitPages({ demoRows }: Context): void {
  const random = luckOf('pages visited');
  const seen = new Set<string>();
  for (const row of demoRows.rows('relationship_responsible')) {
    const key = `${row.worker_id} ${row.client_id}`;
    if (row.role !== 'coach' || (row.during as Range).to !== null || seen.has(key)) continue;
    seen.add(key);
    const on: Day = addDays(today, -random.int(1, 50));
    demoRows.plain('client_visit', {
      worker_id: row.worker_id as string,
      client_id: row.client_id as string,
      organiser_id: row.organiser_id as string,
      visited_at: `${on} 0${random.int(8, 9)}:${random.int(10, 59)}`,
    });
  }
}
