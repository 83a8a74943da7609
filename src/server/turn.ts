import type { AnyAct, Who } from './act.ts';
import type { Write } from './database/pool.ts';
import { change } from './database/statement.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * What two changes wait for each other at, within the organiser: the thing that is named last in the address, which may be a month or a
 * question that others have too, or what is the organiser's own.
 */
export function thingsChanged(act: AnyAct, input: Input, who: Who): readonly string[] {
  if (act.editsEach) return act.editsEach.locks(input);
  const last = [...act.path.matchAll(/\{(\w+)\}/g)].at(-1)?.[1];
  return [`${who.organiserId} ${last === undefined ? act.path : input[last]}`];
}

/** Waits until nobody else changes these things, and keeps them until the transaction ends. */
export async function lockThings(tx: Write, things: readonly string[]): Promise<void> {
  // All in one statement, and in one order, so that none waits for another who waits for it.
  const ordered = [...new Set(things)].sort();
  if (ordered.length === 0) return;
  await change`select pg_advisory_xact_lock(hashtextextended(u.thing, 0)) from unnest(${ordered}::text[]) as u (thing)`.execute(
    tx,
  );
}

/** Waits for whoever changes one of the clients: what changes several takes the turn of each. */
export const lockClients = (tx: Write, clientIds: readonly string[]): Promise<void> =>
  lockThings(
    tx,
    clientIds.map((id) => `client ${id}`),
  );

/**
 * Changes of one client are done one after the other, and so are others of one thing: what a rule has looked at still stands when
 * what it lets be done is written. Edits wait at what they edit, where what was seen is compared.
 */
export async function waitForTurn(tx: Write, act: AnyAct, input: unknown, who: Who): Promise<void> {
  if (act.kind === 'ask' || act.method === 'GET') return;
  const fields = input as Input;
  if (act.may.kind === 'client') await lockClients(tx, [String(fields.clientId)]);
  else if (!act.edits) await lockThings(tx, thingsChanged(act, fields, who));
}
