/** What the processor was busy with: a crowded machine makes everybody wait, but takes no more of it. */
import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** Milliseconds of the processor that one of the database's processes has taken; null where the machine does not tell. */
function takenBy(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

/** The processor's time of this process and of the database's connections together; null where the machine does not tell. */
export async function processorOf(owner: pg.Pool): Promise<() => number | null> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and datname = current_database()`,
  );
  return () => {
    const { user, system } = process.cpuUsage();
    let sum = (user + system) / 1000;
    for (const { pid } of rows) {
      const taken = takenBy(pid);
      if (taken === null) return null;
      sum += taken;
    }
    return sum;
  };
}
