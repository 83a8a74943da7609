/** What the operating system knows of processes: who is alive, and one lock that dies with its holder. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A process named so that a later process with the same number is not taken for it. */
export interface ProcessMark {
  pid: number;
  started: string;
}

export type ProcessState = 'alive' | 'zombie' | 'gone';

function stat(pid: number): { state: string; started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses itself: fields are counted after the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '?', started: fields[19] ?? '' };
  } catch {
    return null;
  }
}

export function processState(pid: number): ProcessState {
  const match = stat(pid);
  if (!match) return 'gone';
  return match.state === 'Z' || match.state === 'X' ? 'zombie' : 'alive';
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: stat(pid)?.started ?? '' };
}

/** Whether the very process that left this mark still runs. */
export function stillRuns(mark: ProcessMark): boolean {
  return processState(mark.pid) === 'alive' && stat(mark.pid)?.started === mark.started;
}

/** Whether the process runs a program of this name with this working folder, which a postgres server always has. */
export function runsIn(pid: number, program: string, folder: string): boolean {
  try {
    const executable = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
    return executable.endsWith(`/${program}`) && readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

export function processesIn(program: string, folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => runsIn(pid, program, folder));
}

/**
 * Runs one at a time among all processes of the machine that name the same thing.
 * The lock is an abstract socket: the kernel lets go of it when the holder dies, so it can never be stale.
 */
export async function oneAtATime<T>(name: string, run: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const address = `\0kykypolku-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  const until = Date.now() + patienceMs;
  const lock = createServer((socket) => socket.destroy());
  for (;;) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      lock.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      lock.listen(address, () => resolve(true));
    });
    lock.removeAllListeners('error');
    lock.removeAllListeners('listening');
    if (taken) break;
    if (Date.now() > until) throw new Error(`Another process has held "${name}" for ${patienceMs / 1000} seconds.`);
    await wait(40);
  }
  try {
    return await run();
  } finally {
    await new Promise((resolve) => lock.close(resolve));
  }
}
