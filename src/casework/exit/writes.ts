import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';

interface Ended {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly endedOn: Day;
  readonly reason: string;
  readonly destination: string;
  readonly note: string | null;
}

export async function insertExit(tx: Write, organiserId: string, recordedById: string, exit: Ended): Promise<string> {
  const id = newId();
  await change`insert into exit_exit (id, organiser_id, client_id, relationship_id, ended_on, reason, destination, note, recorded_by_id)
    values (${id}, ${organiserId}, ${exit.clientId}, ${exit.relationshipId}, ${exit.endedOn}, ${exit.reason}, ${exit.destination},
      ${exit.note}, ${recordedById})`.execute(tx);
  return id;
}

export async function updateExit(
  tx: Write,
  exitId: string,
  { endedOn, reason, destination, note }: Pick<Ended, 'endedOn' | 'reason' | 'destination' | 'note'>,
): Promise<void> {
  await change`update exit_exit set ended_on = ${endedOn}, reason = ${reason}, destination = ${destination}, note = ${note} where id = ${exitId}`.execute(
    tx,
  );
}

export async function deleteExit(tx: Write, exitId: string): Promise<void> {
  await change`delete from exit_exit where id = ${exitId}`.execute(tx);
}

export async function deleteTransition(tx: Write, transitionId: string): Promise<void> {
  await change`delete from exit_transition where id = ${transitionId}`.execute(tx);
}

export async function insertTransition(
  tx: Write,
  organiserId: string,
  move: { readonly clientId: string; readonly fromId: string; readonly toId: string; readonly movedOn: Day },
): Promise<string> {
  const id = newId();
  await change`insert into exit_transition (id, organiser_id, client_id, from_relationship_id, to_relationship_id, moved_on)
    values (${id}, ${organiserId}, ${move.clientId}, ${move.fromId}, ${move.toId}, ${move.movedOn})`.execute(tx);
  return id;
}
