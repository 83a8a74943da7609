import type { Write } from './pool.ts';
import { change } from './statement.ts';

/**
 * Lets a change of a whole organiser take as long as it takes, up to an hour: within the time that is given to each statement, which keeps
 * one person's question from holding the others up, a large organiser could never be carried over.
 */
export async function takeTime(tx: Write): Promise<void> {
  await change`select set_config('statement_timeout', '1h', true)`.execute(tx);
}
