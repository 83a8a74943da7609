import { type Day, isDay } from '../kernel/day.ts';
import type { Who } from '../server/act.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import type { Write } from '../server/database/pool.ts';
import { enterAs } from '../server/perform.ts';
import { UsageError } from './command.ts';
import type { WithDatabase } from './with-database.ts';

/** The operator at the command line, who has no account: the audit trail and the settings name this key. */
export const operatorId = '00000000-0000-0000-0000-000000000001';

/** Whose trail an operator's act is in. */
export function operator(organiserId: string | null): Who {
  return {
    workerId: operatorId,
    organiserId: organiserId as string,
    organiserCode: '',
    name: 'operator',
    roles: [],
    language: 'fi',
  };
}

/** Runs a reading as the operator, under row-level security, for counting; on the demo's day where there is one. */
export function asOperator<T>(call: WithDatabase, run: (tx: Write, today: Day) => Promise<T>): Promise<T> {
  return within(call, 'figures', run);
}

/** Runs a change that touches no person as the operator. */
export function operating<T>(call: WithDatabase, run: (tx: Write, today: Day) => Promise<T>): Promise<T> {
  return within(call, 'none', run);
}

async function within<T>(
  { app }: WithDatabase,
  purpose: 'figures' | 'none',
  run: (tx: Write, today: Day) => Promise<T>,
): Promise<T> {
  const clock = (await demoClock(app)) ?? helsinkiClock;
  const today = clock.today();
  return app.transaction().execute(async (tx) => {
    await enterAs(tx, { workerId: operatorId, organiserId: null }, { purpose, today, now: clock.now() });
    return run(tx, today);
  });
}

/** An option that the command cannot do without. */
export function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function dayOption(name: string, value: string | undefined): Day | undefined {
  if (value === undefined) return undefined;
  if (!isDay(value)) throw new UsageError(`--${name} is a day like 2021-06-17, not ${value}`);
  return value;
}

export function instantOption(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return Temporal.Instant.from(value).toString();
  } catch {
    throw new UsageError(`--${name} is an instant like 2021-06-17T12:00:00+03:00, not ${value}`);
  }
}
