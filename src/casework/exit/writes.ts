import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { Exit } from './words.ts';

interface Ended {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly endedOn: Day;
  readonly reason: Exit['reason'];
  readonly destination: Exit['destination'];
  readonly note: string | null;
}

export async function insertExit(tx: Write, organiserId: string, recordedById: string, exit: Ended): Promise<string> {
  const id = newId();
  await tx
    .insertInto('exit_exit')
    .values({
      id,
      organiser_id: organiserId,
      client_id: exit.clientId,
      relationship_id: exit.relationshipId,
      ended_on: exit.endedOn,
      reason: exit.reason,
      destination: exit.destination,
      note: exit.note,
      recorded_by_id: recordedById,
    })
    .execute();
  return id;
}

export async function updateExit(
  tx: Write,
  exitId: string,
  { endedOn, reason, destination, note }: Pick<Ended, 'endedOn' | 'reason' | 'destination' | 'note'>,
): Promise<void> {
  await tx
    .updateTable('exit_exit')
    .set({ ended_on: endedOn, reason, destination, note })
    .where('id', '=', exitId)
    .execute();
}

export async function deleteExit(tx: Write, exitId: string): Promise<void> {
  await tx.deleteFrom('exit_exit').where('id', '=', exitId).execute();
}

export async function updateTransition(
  tx: Write,
  transitionId: string,
  { toId, movedOn }: { readonly toId: string; readonly movedOn: Day },
): Promise<void> {
  await tx
    .updateTable('exit_transition')
    .set({ to_relationship_id: toId, moved_on: movedOn })
    .where('id', '=', transitionId)
    .execute();
}

export async function deleteTransition(tx: Write, transitionId: string): Promise<void> {
  await tx.deleteFrom('exit_transition').where('id', '=', transitionId).execute();
}

export async function insertTransition(
  tx: Write,
  organiserId: string,
  move: { readonly clientId: string; readonly fromId: string; readonly toId: string; readonly movedOn: Day },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('exit_transition')
    .values({
      id,
      organiser_id: organiserId,
      client_id: move.clientId,
      from_relationship_id: move.fromId,
      to_relationship_id: move.toId,
      moved_on: move.movedOn,
    })
    .execute();
  return id;
}
