/** A paper opens beside the page that one works on, or is a file to keep: it takes neither what was searched nor what was opened away. */
import { expect, test } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { zPaper } from '../../src/server/act.ts';
import { filesUnder, readTexts } from './source.ts';

const papers = allActs.filter(({ output }) => (output as unknown) === zPaper).map(({ name }) => name);

/** Links to a paper that would open it in place of the page. */
const inPlace = (text: string): readonly string[] =>
  [...text.matchAll(/<(?:a|Button)\b((?:[^>]|=>)*?href=\{addressOf\('(\w+)'(?:[^>]|=>)*?)>/g)].flatMap(
    ([, attributes = '', name = '']) =>
      papers.includes(name) && !/target="_blank"|\bdownload\b/.test(attributes) ? [name] : [],
  );

test('every link to a paper opens it beside, or keeps it as a file', () => {
  expect(papers.length).toBeGreaterThan(10);
  const found = readTexts(filesUnder('src').filter((path) => path.endsWith('.tsx'))).flatMap(({ path, text }) =>
    inPlace(text).map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test('one that opens in place would be found', () => {
  const [paper = ''] = papers;
  expect(inPlace(`<a className="x" href={addressOf('${paper}', { clientId })} aria-label={a}>`)).toEqual([paper]);
  expect(inPlace(`<a href={addressOf('${paper}', { clientId })} target="_blank" rel="noreferrer">`)).toEqual([]);
});
