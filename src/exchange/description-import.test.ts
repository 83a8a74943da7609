import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { takeIn } from './description-import.ts';
import { readDescriptions } from './description-text.ts';
import { textOf } from './questionnaire/lines.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const text = (content: string) => `Kehitysvammaisten työtoiminta ja työhönvalmennus, Satakunta Rauma

Kuvaile palvelun sisältöä

${content}

Mikä organisaatio palvelua järjestää?

Rauman kaupunki
`;

const bringIn = (content: string) => {
  const bytes = new TextEncoder().encode(text(content));
  const document = readDescriptions(textOf(bytes));
  return db.owner.transaction().execute((tx) => takeIn(tx, document, { name: 'kuvaus.txt', bytes }, world.today));
};

const versions = async () =>
  (await db.ownerPool.query('select question, version, text from description_answer order by question')).rows;

const imports = async () => (await db.ownerPool.query('select from description_import')).rowCount;

test('a document that comes in again as it was changes nothing', async () => {
  expect((await bringIn('Työtoimintaa.')).answers).toBe(2);
  expect((await bringIn('Työtoimintaa.')).answers).toBe(0);
  expect(await imports()).toBe(1);
  expect((await versions()).map(({ version }) => version)).toEqual([1, 1]);
});

test('a document that has changed makes a new version of what reads otherwise, and doubles nothing', async () => {
  expect((await bringIn('Työtoimintaa ja valmennusta.')).answers).toBe(1);
  expect(await imports()).toBe(2);
  expect(await versions()).toEqual([
    { question: 'Q1', version: 2, text: 'Työtoimintaa ja valmennusta.' },
    { question: 'Q2', version: 1, text: 'Rauman kaupunki' },
  ]);
  const { rows } = await db.ownerPool.query('select question, version, text from description_answer_history');
  expect(rows).toEqual([{ question: 'Q1', version: 1, text: 'Työtoimintaa.' }]);
});
