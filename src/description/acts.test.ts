import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { day } from '../kernel/day.ts';
import { describe as describeAct, descriptionAnswerVersions, writeDescriptionAnswer } from './acts.ts';

let db: FreshDatabase;
let world: World;
const asked = { organiser: 'pori-perusturva', service: 'disability-work' } as const;
const q2 = { ...asked, question: 'Q2' } as const;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const answerOf = async (name: 'pori-planner' | 'rauma-coach') => {
  const { questions } = await world.perform(describeAct, asked, name);
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
