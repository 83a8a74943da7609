import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { writeAnswer } from '../description/writes.ts';
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

test('the same document again takes back nothing that was written here since', async () => {
  const { rows } = await db.ownerPool.query(
    "select o.id as organiser, w.id as worker from organiser_organiser o join worker_worker w on w.organiser_id = o.id where o.code = 'rauma' limit 1",
  );
  const write = (answer: string) =>
    db.owner.transaction().execute((tx) =>
      writeAnswer(tx, {
        organiserId: rows[0].organiser,
        group: 'disability-work',
        question: 'Q1',
        heading: '',
        text: answer,
        language: 'fi',
        writtenById: rows[0].worker,
        writtenOn: world.today,
      }),
    );
  await write('Kirjoitettu täällä.');
  const again = await bringIn('Työtoimintaa ja valmennusta.');
  expect(again).toMatchObject({ answers: 0, left: [{ title: expect.stringContaining('Q1') }] });
  expect((await versions())[0]).toEqual({ question: 'Q1', version: 3, text: 'Kirjoitettu täällä.' });
  // What the document says for the first time is new.
  expect((await bringIn('Valmennusta.')).answers).toBe(1);
  expect((await versions())[0]).toEqual({ question: 'Q1', version: 4, text: 'Valmennusta.' });
});
