import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import type { Write } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { takeTime } from '../../server/database/take-time.ts';

const zCarriedRow = z.object({ clientId: zId });

/** Carries over to the successor whoever is served, waits or has a decision; answers the clients, by their ids of before. */
export async function carryOver(tx: Write, successionId: string): Promise<string[]> {
  await takeTime(tx);
  const { rows } = await rowsOf(zCarriedRow)`
    select client_id as "clientId" from carrying_run(${successionId})`.execute(tx);
  return rows.map(({ clientId }) => clientId);
}

/** Takes a carrying back; answers the clients, by their ids of before. */
export async function undoCarrying(tx: Write, carryingId: string, why: string): Promise<string[]> {
  await takeTime(tx);
  const { rows } = await rowsOf(zCarriedRow)`
    select client_id as "clientId" from carrying_undo(${carryingId}, ${why})`.execute(tx);
  return rows.map(({ clientId }) => clientId);
}
