/** Passwords that are known from breaches: a file of their SHA-1 sums in order, one a line, perhaps with a colon and how often it was seen. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const longestLine = 128;

interface Line {
  readonly startsAt: number;
  readonly text: string;
}

/** The first line that begins at the place or after it. */
async function lineFrom(handle: FileHandle, place: number): Promise<Line | null> {
  // From the sign before it, where a line before may end.
  const from = Math.max(0, place - 1);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, from);
  const read = buffer.toString('latin1', 0, bytesRead);
  const begins = place === 0 ? 0 : read.indexOf('\n') + 1;
  if ((place > 0 && begins === 0) || begins >= read.length) return null;
  return { startsAt: from + begins, text: read.slice(begins).split('\n', 1)[0] ?? '' };
}

/** Whether the password stands in the file. The file is of tens of gigabytes: it is halved, and nothing of it is kept. */
export async function isLeaked(file: string, password: string): Promise<boolean> {
  const wanted = createHash('sha1').update(password).digest('hex').toUpperCase();
  const handle = await open(file);
  try {
    let [low, high] = [0, (await handle.stat()).size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await lineFrom(handle, middle);
      if (line === null || line.startsAt >= high) {
        high = middle;
        continue;
      }
      const sum = line.text.slice(0, wanted.length).toUpperCase();
      if (sum === wanted) return true;
      if (sum < wanted) low = line.startsAt + line.text.length + 1;
      else high = middle;
    }
    return false;
  } finally {
    await handle.close();
  }
}
