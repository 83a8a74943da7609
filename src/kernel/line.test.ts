import { expect, test } from 'vitest';
import { explains, repeatedIn, zLinesOnce, zToldPaperText } from './line.ts';

test.each([
  ['the same words', ['Oppia kassa', 'Oma ammatti', 'Oppia kassa'], [2]],
  ['capitals, spaces and a dot', ['Oppia kassa', ' oppia  KASSA.'], [1]],
  ['three of them', ['Koti', 'koti', 'KOTI'], [1, 2]],
  ['other words', ['Oppia kassa', 'Oppia kassat'], []],
  ['empty fields of a form', ['', 'Koti', '', ' '], []],
])('a list tells where it says again what stands in it: %s', (_, lines, at) => {
  expect(repeatedIn(lines)).toEqual(at);
});

test('a list of lines is refused at the line that it has already', () => {
  const wrong = zLinesOnce(zToldPaperText, 3).safeParse(['Koti', 'Työ', 'koti']);
  expect(wrong.error?.issues.map(({ path }) => path)).toEqual([[2]]);
  expect(zLinesOnce(zToldPaperText, 3).safeParse(['Koti', 'Työ']).success).toBe(true);
});

test.each([
  ['a dash', '----------', false],
  ['a word alone', 'selvittely', false],
  ['the same word again', 'asdf Asdf ASDF', false],
  ['letters alone', 'x y z x y z', false],
  ['one letter again and again', 'xxxxx yyyyy', false],
  ['numbers', '12345 67890', false],
  ['words', 'Valitus tuli', true],
  ['words of another script', 'Просьба клиента', true],
])('a reason explains by words that differ: %s', (_, text, does) => {
  expect(explains(text)).toBe(does);
});
