/** Each hard name of the demo is found however it is reasonably typed, stands in its place in the order of Finnish, and can be printed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherFamily, particleFamily } from '../demo/names.ts';
import { findDuplicates } from '../src/casework/client/acts.ts';
import { listName, zNewClient } from '../src/casework/client/words.ts';
import { fold } from '../src/kernel/fold.ts';
import { compareNames } from '../src/kernel/language.ts';
import { clientList, searchClients } from '../src/screens/clients/board.ts';
import { coverageOf } from '../src/server/letters/coverage.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type World } from './world.ts';

const by = 'pori-social-worker';
const names: readonly (readonly [family: string, given: string])[] = [
  ...otherFamily.map(([family, given]) => [family, given] as const),
  ...particleFamily.map((family) => [family, 'Ebba'] as const),
];
let db: FreshDatabase;
let world: World;
const ids = new Map<string, string>();
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  for (const [familyName, givenNames] of names)
    ids.set(`${familyName} ${givenNames}`, (await world.refer({ familyName, givenNames })).clientId);
});
afterAll(() => db.close());

/** How somebody types a name who reads it from a paper, hears it, or copies it from elsewhere. */
const typings = (family: string, given: string): readonly (readonly [how: string, text: string])[] => {
  const whole = `${family} ${given}`.trim();
  const first = given.split(' ')[0] ?? '';
  return [
    ['as it is', whole],
    ['in small letters', whole.toLowerCase()],
    ['in capitals', whole.toUpperCase()],
    ['without marks', fold(whole)],
    ['given names first', `${given} ${family}`],
    ['with a comma', `${family}, ${given}`],
    ['with a space for a hyphen', whole.replaceAll('-', ' ')],
    ['without a hyphen', fold(family.replaceAll('-', ''))],
    ['with a dash', whole.replaceAll('-', '–')],
    ['with another apostrophe', whole.replace(/['’ʿ]/g, '´')],
    ['without an apostrophe', whole.replace(/['’ʿ]/g, '')],
    ['in letters and marks', whole.normalize('NFD')],
    ['the family name alone', family],
    ['family and first name', `${fold(family)} ${fold(first)}`],
    ['with spaces around', `  ${whole}\u00a0`],
  ];
};

test.each(names)('%s %s is found by each typing of it, in the search and in the list', async (family, given) => {
  const id = ids.get(`${family} ${given}`);
  for (const [how, text] of typings(family, given)) {
    const { clients } = await world.perform(searchClients, { text }, by);
    expect([how, clients.map((one) => one.id)]).toEqual([how, expect.arrayContaining([id])]);
    const { rows } = await world.perform(clientList, { name: text }, by);
    expect([how, rows.map((one) => one.clientId)]).toEqual([how, expect.arrayContaining([id])]);
  }
  const typed = { familyName: fold(family), givenNames: fold(given), birthOn: null };
  const { duplicates } = await world.perform(findDuplicates, typed, by);
  expect(duplicates.map((one) => one.id)).toContain(id);
});

test('they stand in lists in the order of Finnish', async () => {
  const { rows } = await world.perform(clientList, { limit: 500 }, by);
  const inOrder = compareNames('fi');
  const known = new Map([...ids].map(([name, id]) => [id, name]));
  const shown = rows.map(({ clientId }) => known.get(clientId) ?? '');
  const families = names.map(([family, given]) => [`${family} ${given}`, family, given] as const);
  const expected = families.toSorted(([, a, x], [, b, y]) => inOrder(a, b) || inOrder(x, y)).map(([name]) => name);
  expect(shown).toEqual(expected);
});

test('they are taken as they are, and each letter of them is printed', () => {
  const draws = coverageOf(readFileSync(fileURLToPath(import.meta.resolve('source-sans/TTF/SourceSans3-Regular.ttf'))));
  for (const [familyName, givenNames] of names) {
    const taken = zNewClient.parse({ familyName, givenNames });
    expect(listName(taken)).toBe(`${familyName} ${givenNames}`.trim().normalize('NFC'));
    for (const sign of listName(taken)) {
      const parts = [...sign.normalize('NFD')].every((part) => draws(part.codePointAt(0) ?? 0));
      expect([sign, draws(sign.codePointAt(0) ?? 0) || parts]).toEqual([sign, true]);
    }
  }
});
