import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documents } from './generated.ts';

test.each(documents)('$path says what the code says; ./kykypolku generate writes it', async ({ path, make }) => {
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(await make());
});
