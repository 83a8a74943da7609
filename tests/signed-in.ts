/** Accounts and sessions of a world's workers, as whoever signs in has them. */
import { hashPassword } from '../src/server/sign-in/sign-in.ts';
import type { WorkerName, World } from './world.ts';

/** What workers of a world sign in with. */
export const workerPassword = 'polku-2021';

/** Gives workers an account each, by username; answers the accounts' ids in that order. */
export async function addAccounts(
  { db, workerId }: World,
  names: Readonly<Record<string, WorkerName>>,
  { mustChange = false } = {},
): Promise<string[]> {
  const hash = await hashPassword(workerPassword);
  const ids: string[] = [];
  for (const [username, name] of Object.entries(names)) {
    const { rows } = await db.ownerPool.query<{ id: string }>(
      'insert into platform_account (username, password_hash, worker_id, must_change) values ($1, $2, $3, $4) returning id',
      [username, hash, workerId(name), mustChange],
    );
    ids.push(rows[0]?.id as string);
  }
  return ids;
}

/** Gives workers a session each that lasts an hour, in English, with the worker's name as its token. */
export async function addSessions({ db, workerId }: World, names: readonly WorkerName[]): Promise<void> {
  for (const name of names)
    await db.ownerPool.query(
      `with a as (insert into platform_account (username, password_hash, worker_id) values ($1, 'none', $2) returning id)
       insert into platform_session (token_hash, account_id, worker_id, organiser_id, language, ends_at)
       select sha256($1::bytea), a.id, w.id, w.organiser_id, 'en', now() + interval '1 hour' from a, worker_worker w where w.id = $2`,
      [name, workerId(name)],
    );
}
