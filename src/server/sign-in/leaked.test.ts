import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/database.ts';
import { isLeaked } from './leaked.ts';

const sumOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
const passwords = Array.from({ length: 500 }, (_, n) => `vuotanut salasana ${n}`);

test('a password is found by its sum wherever it stands in the file, and no other', async () => {
  using folder = temporaryFolder();
  const lineOf: readonly ((password: string, n: number) => string)[] = [
    (password, n) => `${sumOf(password)}:${n * n}\r\n`,
    (password) => `${sumOf(password)}\n`,
    (password) => `${sumOf(password).toLowerCase()}:7\n`,
  ];
  for (const line of lineOf)
    for (const count of [0, 1, 2, 3, 500]) {
      const listed = passwords.slice(0, count);
      const file = join(folder.path, 'sums.txt');
      writeFileSync(file, listed.map(line).sort().join(''));
      for (const password of listed) expect([count, await isLeaked(file, password)]).toEqual([count, true]);
      for (const other of ['muu', 'vuotanut salasana', 'vuotanut salasana 500'])
        expect(await isLeaked(file, other)).toBe(false);
    }
});
