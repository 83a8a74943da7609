/** Running numbers of matters and decisions, in the order of their days: as if each had been registered on its day. */
import type { DemoRow, DemoRows } from './demo-rows.ts';

const numbered = [
  ['referral_referral', 'received_on'],
  ['decision_decision', 'decided_on'],
] as const;

export function giveNumbers(demoRows: DemoRows): void {
  for (const [table, day] of numbered) {
    const last = new Map<string, number>();
    const numbers = new Map<string, Pick<DemoRow, 'year' | 'number'>>();
    const shared = new Map<unknown, Pick<DemoRow, 'year' | 'number'>>();
    const inOrder = demoRows.rows(table).toSorted((a, b) => (placeOf(a, day) < placeOf(b, day) ? -1 : 1));
    for (const row of inOrder) {
      // What was decided together has one number.
      const same = row.together_id == null ? undefined : shared.get(row.together_id);
      if (same) {
        numbers.set(String(row.id), same);
        continue;
      }
      const year = Number(String(row[day]).slice(0, 4));
      const number = (last.get(`${row.organiser_id} ${year}`) ?? 0) + 1;
      last.set(`${row.organiser_id} ${year}`, number);
      numbers.set(String(row.id), { year, number });
      if (row.together_id != null) shared.set(row.together_id, { year, number });
    }
    const old = demoRows.tables.get(`${table}_history`) ?? [];
    for (const row of [...demoRows.rows(table), ...old]) Object.assign(row, numbers.get(String(row.id)));
  }
}

const placeOf = (row: DemoRow, day: string): string => `${row[day]} ${row.id}`;
