import { expect, test } from 'vitest';
import { writtenParts } from './written.ts';

test('empty lines part paragraphs, and lines with a mark are one list', () => {
  expect(writtenParts('Palvelua ohjaavat:\n- hakemus\n- tiimi\nja muut.\n\nUusi\nrivi\n\n')).toEqual([
    { kind: 'paragraph', lines: ['Palvelua ohjaavat:'] },
    { kind: 'list', items: ['hakemus', 'tiimi'] },
    { kind: 'paragraph', lines: ['ja muut.'] },
    { kind: 'paragraph', lines: ['Uusi', 'rivi'] },
  ]);
});

test('a dash inside a sentence is no mark, and nothing is nothing', () => {
  expect(writtenParts('työ- ja päivätoiminta\n27 d – 27 e')).toEqual([
    { kind: 'paragraph', lines: ['työ- ja päivätoiminta', '27 d – 27 e'] },
  ]);
  expect(writtenParts(' \n ')).toEqual([]);
});
