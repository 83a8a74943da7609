/** docs/security.md answers each requirement of OWASP ASVS 5.0 of levels 1 and 2, once. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTexts } from './source.ts';

/** Sections of the standard, with how many requirements of levels 1 and 2 each has; those of level 3 come after them. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const asked = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, n) => `${section}.${n + 1}`),
);

/** The requirements that a line answers: single ones, and ranges over sections too, as far as they are asked for. */
function answered(cell: string): readonly string[] {
  return cell.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('–').map((one) => one.trim());
    const [from, to] = [asked.indexOf(first), asked.indexOf(last)];
    return from < 0 || to < from ? [first] : asked.slice(from, to + 1);
  });
}

const document = () => readTexts(['docs/security.md'])[0]?.text ?? '';
const linesOf = (text: string) => [...text.matchAll(/^\| (\*{0,2}[V\d][^|]*) \| ([+–o ]) ?\| (.*) \|$/gm)];

/** Why what is said to hold is not seen to hold: it must name a test that is there, or a part of the document that says how it is. */
function unseen(text: string): readonly string[] {
  const headings = new Set([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading));
  return linesOf(text).flatMap(([, cell = '', state, words = '']) => {
    if (state !== '+') return [];
    const files = [...words.matchAll(/`((?:src|tests|tooling|database)\/[^`]+)`/g)].map(([, path]) => path ?? '');
    const gone = files.filter((path) => !existsSync(path)).map((path) => `${cell}: ${path} is not there`);
    const parts = [...words.matchAll(/(?:above|below), under (\w+)/g)].map(([, heading]) => heading);
    const unsaid = parts.filter((heading) => !headings.has(heading)).map((heading) => `${cell}: no part ${heading}`);
    const isSeen = files.some((path) => /\.(test|journey)\.tsx?$/.test(path)) || parts.length > 0;
    return [...gone, ...unsaid, ...(isSeen ? [] : [`${cell}: names no test`])];
  });
}

test('what is said to hold names the test that fails when it does not', () => {
  expect(linesOf(document()).filter(([, , state]) => state === '+').length).toBeGreaterThan(60);
  expect(unseen(document())).toEqual([]);
  const wrong = [
    '| 1.1.1 | + | said alone |',
    '| 1.1.2 | + | `tests/gone.test.ts` |',
    '| 1.2.1 | + | above, under Nothing |',
  ];
  expect(unseen(wrong.join('\n'))).toHaveLength(3);
});

test('each requirement has one answer: it holds and where that is seen, it does not and why, or it does not apply', () => {
  const answers = linesOf(document()).flatMap(([, cell = '', state, words = '']) => {
    const chapter = /^\*\*V(\d+)\*\*/.exec(cell)?.[1];
    if (chapter && state?.trim() === '') return [];
    const ids = chapter ? asked.filter((one) => one.startsWith(`${chapter}.`)) : answered(cell);
    return ids.map((id) => ({ id, words }));
  });
  // A requirement of level 3 may be answered besides.
  const told = answers.map(({ id }) => id).filter((id) => asked.includes(id));
  expect(asked.filter((id) => !told.includes(id))).toEqual([]);
  expect(told.filter((id, n) => told.indexOf(id) !== n)).toEqual([]);
  expect(answers.filter(({ words }) => words.trim() === '')).toEqual([]);
});
