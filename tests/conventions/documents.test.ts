/** A document that names a file or a folder leads to one that is there. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder, readTexts } from './source.ts';

const named = /`((?:bin|database|demo|docs|src|tests|tooling)\/[\w./@-]+?)\/?`/g;
const documents = [...filesUnder('docs').filter((path) => path.endsWith('.md')), 'README.md', 'CONTRIBUTING.md'];

/** Paths in a document that lead nowhere. */
function lost(path: string, text: string): string[] {
  return [...text.matchAll(named)]
    .map(([, target = '']) => target)
    .filter((target) => !existsSync(target))
    .map((target) => `${path} names ${target}, which is not there`);
}

test('each file that a document names is there', () => {
  const texts = readTexts(documents);
  expect(texts.flatMap(({ text }) => [...text.matchAll(named)]).length).toBeGreaterThan(100);
  expect(texts.flatMap(({ path, text }) => lost(path, text))).toEqual([]);
});

test('one that has moved is told of', () => {
  expect(lost('docs/tour.md', 'see `database/views/10_access.sql` and `src/casework/`')).toHaveLength(1);
});
