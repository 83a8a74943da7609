/** The window's title is kept by the browser's history and seen by whoever stands behind: it tells of nobody, and of no place. */
import { expect, test } from 'vitest';
import { filesUnder, readTexts } from './source.ts';

/** A word of the page's own, which says what it is and not of whom; a month is one. */
const word =
  /^(words\.\w+|[\w ?:!().]*\bwords\.\w+|named \? capital\(format\.month\(month\)\) : words\.compensations|`\$\{words\.\w+\} \$\{matter\.number\}`|matter\.number === null \? title : `\$\{title\} \$\{matter\.number\}`)$/;
/** What a component is given as its own word: whoever gives it is looked at. */
const handedOn = /^(title|words\.\w+)$/;

interface Opened {
  readonly path: string;
  readonly title: string;
}

function titlesIn(path: string, text: string): readonly Opened[] {
  return [...text.matchAll(/<(?:Page|StepPage|Awaited)\b([\s\S]*?)(?:^\s*>|\/>|>\n)/gm)].flatMap(([, tag = '']) => {
    const of = (name: string) =>
      new RegExp(`\\b${name}=(?:\\{([\\s\\S]*?)\\}\\s*(?:\\n|>|$| \\w+=| \\{)|"([^"]*)")`).exec(`${tag}\n`);
    const match = of('windowTitle') ?? of(' title'.trim());
    return match ? [{ path, title: (match[1] ?? match[2] ?? '').trim() }] : [];
  });
}

const open = (text: string) => titlesIn('x', text).filter(({ title }) => !word.test(title) && !handedOn.test(title));

test('each page has a title of its own words', () => {
  const pages = readTexts(filesUnder('src/screens').filter((path) => path.endsWith('.tsx'))).flatMap(({ path, text }) =>
    titlesIn(path, text),
  );
  expect(pages.length).toBeGreaterThan(35);
  expect(pages.filter(({ title }) => !word.test(title) && !handedOn.test(title))).toEqual([]);
});

test('a name in the title is told of', () => {
  expect(open('<Page title={listName(client)} line={x}>\n')).toHaveLength(1);
  expect(open('<Page\n  title={here.name}\n  back={x}\n>')).toHaveLength(1);
  expect(open('<Page\n  title={here.name}\n  windowTitle={words.workplace}\n  back={x}\n>')).toEqual([]);
});
