import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Exit, type Transition, zExit, zExitDetails, zMoveDetails, zTransition } from './words.ts';

const zEndedOn = z.object({ on: zDay });

/** How a client's relationships ended, newest first. */
export async function exitsOf(tx: Read, clientId: string): Promise<Exit[]> {
  const { rows } = await rowsOf(zExit)`
    select e.id, e.relationship_id as "relationshipId", r.service, e.ended_on as "endedOn", e.reason, e.destination, e.note,
      w.family_name || ' ' || w.given_name as "recordedBy"
    from exit_exit e join relationship_relationship r on r.id = e.relationship_id
    left join worker_worker w on w.id = e.recorded_by_id
    where e.client_id = ${clientId} order by e.ended_on desc`.execute(tx);
  return rows;
}

/** A client's moves from one service to another, newest first. */
export async function transitionsOf(tx: Read, clientId: string): Promise<Transition[]> {
  const { rows } = await rowsOf(zTransition)`
    select t.id, t.from_relationship_id as "fromRelationshipId", t.to_relationship_id as "toRelationshipId", f.service as "fromService", o.service as "toService", t.moved_on as "movedOn",
      upper(o.during) as "toUntil"
    from exit_transition t join relationship_relationship f on f.id = t.from_relationship_id
    join relationship_relationship o on o.id = t.to_relationship_id
    where t.client_id = ${clientId} order by t.moved_on desc`.execute(tx);
  return rows;
}

export async function standingExit(tx: Read, clientId: string, exitId: string): Promise<Standing | null> {
  const exit = (await exitsOf(tx, clientId)).find(({ id }) => id === exitId);
  if (!exit) return null;
  return {
    content: contentOf(zExitDetails, exit),
    ...(await lastChange(tx, sql`exit_exit where id = ${exitId}`, clientId)),
  };
}

export async function standingMove(tx: Read, clientId: string, transitionId: string): Promise<Standing | null> {
  const move = (await transitionsOf(tx, clientId)).find(({ id }) => id === transitionId);
  if (!move) return null;
  return {
    content: contentOf(zMoveDetails, move),
    ...(await lastChange(tx, sql`exit_transition where id = ${transitionId}`, clientId)),
  };
}

/** On which days an exit ended its service: on that which stands, and on those that were corrected. */
export async function daysOfExit(tx: Read, exitId: string): Promise<Day[]> {
  const { rows } = await rowsOf(zEndedOn)`
    select distinct ended_on as "on" from (select id, ended_on from exit_exit union all select id, ended_on from exit_exit_history) v
    where id = ${exitId}`.execute(tx);
  return rows.map(({ on }) => on);
}

/** The same of a move. */
export async function daysOfMove(tx: Read, transitionId: string): Promise<Day[]> {
  const { rows } = await rowsOf(zEndedOn)`
    select distinct moved_on as "on" from (select id, moved_on from exit_transition union all select id, moved_on from exit_transition_history) v
    where id = ${transitionId}`.execute(tx);
  return rows.map(({ on }) => on);
}
