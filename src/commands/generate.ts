import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command.ts';
import { documents } from './generated.ts';

const place = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const current = (path: string) => (existsSync(place(path)) ? readFileSync(place(path), 'utf8') : null);

export const generate = command({
  usage: '[--check]\n\n  --check   writes nothing; fails when a file differs from what it is made of',
  options: { check: { type: 'boolean', default: false } },
  async run({ values }) {
    const made = await Promise.all(documents.map(async ({ path, make }) => ({ path, text: await make() })));
    const old = made.filter(({ path, text }) => current(path) !== text);
    if (values.check && old.length > 0) {
      throw new Error(`${old.map(({ path }) => path).join(', ')} differ from the code. Run: ./kykypolku generate`);
    }
    for (const { path, text } of values.check ? [] : old) {
      mkdirSync(dirname(place(path)), { recursive: true });
      writeFileSync(place(path), text);
    }
    console.log(old.length === 0 ? 'Nothing has changed.' : `Written: ${old.map(({ path }) => path).join(', ')}.`);
    return 0;
  },
});
