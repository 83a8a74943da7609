import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { type Move, zMove } from './words.ts';

const zHandOutRow = z.object({ id: zId, role: zMove.shape.role, clientId: zId.nullable(), fromId: zId });

/** Hands over what workers answer for on days, with the appointments; answers the new rows and whose they were. */
export async function handOut(
  tx: Write,
  moves: readonly Move[],
  days: Range,
): Promise<{ id: string; role: Move['role']; clientId: string | null; fromId: string }[]> {
  const rows = moves.map(({ id, role, toId }) => ({ id, role, to_id: toId }));
  const handed = await rowsOf(zHandOutRow)`
    select id, role, client_id as "clientId", from_id as "fromId"
    from handover_hand_out(${JSON.stringify(rows)}::jsonb, ${toSql(days)}::daterange)`.execute(tx);
  return handed.rows;
}

const zTakenBackRow = z.object({ done: z.boolean() });

/** Takes a naming back: whoever it had ended or put off answers again, with the appointments of those days. */
export async function takeNamingBack(tx: Write, namingId: string, role: Move['role']): Promise<void> {
  const { rows } = await rowsOf(zTakenBackRow)`select handover_take_back(${namingId}, ${role}) as done`.execute(tx);
  if (!rows[0]?.done) throw new Error('The naming was not there to be taken back');
}
