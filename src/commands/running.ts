/** Which process serves a data folder, so that a second one can say where the first runs. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, oneAtATime, type ProcessMark, stillRuns } from '../../tooling/embedded-postgres/process.ts';

export interface Running extends ProcessMark {
  port: number;
  /** Absent while it starts. */
  url: string | null;
}

const fileOf = (folder: string) => join(folder, 'run.json');

export function runningIn(folder: string): Running | null {
  try {
    const match = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Running;
    return stillRuns(match) ? match : null;
  } catch {
    return null;
  }
}

/** Takes the folder for this process, or tells who has it. */
export async function claim(folder: string, port: number): Promise<Running | null> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return oneAtATime(`${folder} run`, async () => {
    const other = runningIn(folder);
    if (other && other.pid !== process.pid) return other;
    tell(folder, port, null);
    return null;
  });
}

export function tell(folder: string, port: number, url: string | null): void {
  const running: Running = { ...markOf(process.pid), port, url };
  writeFileSync(fileOf(folder), `${JSON.stringify(running)}\n`);
}

export function release(folder: string): void {
  if (runningIn(folder)?.pid === process.pid) rmSync(fileOf(folder), { force: true });
}
