import { expect, test } from 'vitest';
import { likelyTwins } from './rules.ts';

const of = (name: string, businessCode: string | null = null) => ({ name, businessCode });

test.each([
  ['with the form of the company or without', of('Kotileipomo Oy'), of('Kotileipomo'), true],
  ['with the form in front', of('Oy Kotileipomo Ab'), of('Kotileipomo Oy'), true],
  ['in capitals, with a dot', of('KOTILEIPOMO OY.'), of('Kotileipomo'), true],
  ['written together', of('Koti-leipomo'), of('Kotileipomo Ky'), true],
  ['in the other language', of('Folkhälsan rf'), of('Folkhälsan ry'), true],
  ['where one has a code and the other none', of('Kotileipomo Oy', '0100002-9'), of('Kotileipomo'), true],
  ['of the same code by another name', of('Leipomo Virta', '0100002-9'), of('Kotileipomo', '0100002-9'), true],
  ['of other codes', of('Kotileipomo Oy', '0100002-9'), of('Kotileipomo', '0737546-2'), false],
  ['by another name', of('Kotileipomo Oy'), of('Kotileipomo Mikkola'), false],
  ['that are nothing but a form', of('Oy Ab'), of('Ky'), false],
  ['before anything is written', of(' '), of('Kotileipomo'), false],
])('employers are likely one: %s', (_, one, other, likely) => {
  expect(likelyTwins(one, [other])).toEqual(likely ? [other] : []);
});
