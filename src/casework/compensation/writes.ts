import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { takeTime } from '../../server/database/take-time.ts';
import { newId } from '../../server/id.ts';
import type { Settlement } from './words.ts';

/** Closes a month; a month is closed once, and the database holds it. */
export async function insertMonth(tx: Write, organiserId: string, month: Day, closedById: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('compensation_month')
    .values({ id, organiser_id: organiserId, month_on: month, closed_by_id: closedById })
    .execute();
  return id;
}

/** Writes what a settlement asks for: reversing lines first, then the lines that are due. */
export async function insertSettlement(
  tx: Write,
  organiserId: string,
  monthId: string,
  /** Whether it corrects a month that was closed before. */
  correcting: boolean,
  { reverse, write }: Settlement,
): Promise<void> {
  const rows = [
    ...reverse.map((line) => ({ ...line, amount: -line.amount, reversesId: line.id })),
    ...write.map((line) => ({ ...line, reversesId: null })),
  ].map(
    ({
      clientId,
      placementId,
      markId,
      kind,
      party,
      employerId,
      earnedOn,
      amount,
      rateId,
      rule,
      version,
      reversesId,
    }) => ({
      client_id: clientId,
      placement_id: placementId,
      mark_id: markId,
      kind,
      party,
      employer_id: employerId,
      earned_on: earnedOn,
      amount_cents: amount,
      rate_id: rateId,
      rule,
      version,
      reverses_id: reversesId,
    }),
  );
  if (rows.length === 0) return;
  await takeTime(tx);
  await change`insert into compensation_line (organiser_id, month_id, correcting, client_id, placement_id, mark_id, kind, party, employer_id, earned_on,
      amount_cents, rate_id, rule, version, reverses_id)
    select ${organiserId}::uuid, ${monthId}::uuid, ${correcting}::boolean, l.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(
      client_id uuid, placement_id uuid, mark_id uuid, kind text, party text, employer_id uuid, earned_on date,
      amount_cents int, rate_id uuid, rule text, version int, reverses_id uuid)`.execute(tx);
}
