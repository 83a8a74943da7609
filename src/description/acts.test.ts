import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { day } from '../kernel/day.ts';
import { questionIds } from '../kernel/question.ts';
import { server } from '../server/http/server.ts';
import { describe as describeAct, descriptionAnswerVersions, descriptionPdf, writeDescriptionAnswer } from './acts.ts';

let db: FreshDatabase;
let world: World;
const query = { organiser: 'pori-perusturva', service: 'disability-work' } as const;
const q2 = { ...query, question: 'Q2' } as const;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const answerOf = async (name: 'pori-planner' | 'rauma-coach') => {
  const { questions } = await world.perform(describeAct, query, name);
  return questions.find(({ id }) => id === 'Q2');
};

it('a planner writes an answer anew, and the texts before it are kept to read, the latest first', async () => {
  const texts = ['Porin perusturva', 'Perusturvan yhteistoiminta-alue', ''];
  const days = ['2021-06-14', '2021-06-15', '2021-06-16'].map(day);
  for (const [n, text] of texts.entries())
    await world.perform(writeDescriptionAnswer, { ...q2, text }, 'pori-planner', days[n]);
  expect(await answerOf('pori-planner')).toMatchObject({ answered: false, text: null, version: 3 });
  const { versions } = await world.perform(descriptionAnswerVersions, q2, 'rauma-coach');
  expect(versions.map(({ version, text }) => [version, text])).toEqual([
    [2, 'Perusturvan yhteistoiminta-alue'],
    [1, 'Porin perusturva'],
  ]);
});

it('tells in which language each answer is written, whoever reads it in which', async () => {
  const q5 = { ...query, question: 'Q5' as const };
  const answered = async () =>
    (await world.perform(describeAct, query, 'rauma-coach')).questions.find(({ id }) => id === 'Q5');
  await world.perform(writeDescriptionAnswer, { ...q5, text: 'Vuxna.', language: 'sv' }, 'pori-planner');
  expect(await answered()).toMatchObject({ text: 'Vuxna.', language: 'sv' });
  // Without another it is one's own.
  await world.perform(writeDescriptionAnswer, { ...q5, text: 'Aikuiset.' }, 'pori-planner');
  expect(await answered()).toMatchObject({ text: 'Aikuiset.', language: 'fi' });
  const { versions } = await world.perform(descriptionAnswerVersions, q5, 'rauma-coach');
  expect(versions.map(({ text, language }) => [text, language])).toEqual([['Vuxna.', 'sv']]);
});

it('others are answered while a description with a very long list is set; one that fills a shelf is refused', async () => {
  const text = '- a\n'.repeat(4900);
  await world.perform(writeDescriptionAnswer, { ...q2, text }, 'pori-planner');
  const app = await server({ house: world.house(), acts: [], version: 'test', about: 'Tested.', logLevel: 'silent' });
  const began = performance.now();
  let printing = true;
  const printed = world.perform(descriptionPdf, query, 'pori-planner').finally(() => {
    printing = false;
  });
  const waits: number[] = [];
  while (printing) {
    const asking = performance.now();
    expect((await app.inject('/health')).statusCode).toBe(200);
    waits.push(performance.now() - asking);
    await setTimeout(20);
  }
  expect((await printed).bytes.length).toBeGreaterThan(100_000);
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.max(...waits)).toBeLessThan((performance.now() - began) / 2);
  await app.close();
  for (const question of questionIds)
    await world.perform(writeDescriptionAnswer, { ...query, question, text }, 'pori-planner');
  expect(await world.problem(descriptionPdf, query, 'pori-planner')).toMatchObject({
    type: '/problems/paper-too-long',
    status: 422,
    title: expect.stringMatching(/liian pitkä/),
  });
});
