/** Two who edit one thing: the second is told who wrote what, is given both texts, and chooses. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeClient, client } from '../src/casework/client/acts.ts';
import { describe as describeAct, writeDescriptionAnswer } from '../src/description/acts.ts';
import { codeOf, type Problem, ProblemError } from '../src/kernel/problem.ts';
import type { AnyAct, InputOf } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

/** As a client of the API sends it, which has looked at nothing of itself. */
async function send<A extends AnyAct>(act: A, input: InputOf<A>, by: WorkerName): Promise<Problem | null> {
  try {
    await perform(world.house(), act, input, { who: world.who(by), language: 'en' });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

test('an answer of a description is written over only by whoever saw it', async () => {
  const at = { organiser: 'pori-perusturva', service: 'disability-work', question: 'Q2' } as const;
  const write = (text: string, seen?: string) =>
    send(writeDescriptionAnswer, { ...at, text, ...(seen === undefined ? {} : { seen }) }, 'pori-planner');
  expect(await write('first')).toBeNull();
  const unseen = await write('second');
  expect(unseen).toMatchObject({ status: 409, changedBy: world.who('pori-planner').name, now: { text: 'first' } });
  expect(unseen && codeOf(unseen)).toBe('not-seen');
  const { questions } = await world.perform(
    describeAct,
    { organiser: at.organiser, service: at.service } as never,
    'pori-planner',
  );
  const seen = String(questions.find(({ id }) => id === 'Q2')?.version);
  expect(await write('second', seen)).toBeNull();
  const late = await write('third, of one who saw the first', seen);
  expect(late && codeOf(late)).toBe('changed-meanwhile');
  expect(late).toMatchObject({
    status: 409,
    now: { text: 'second' },
    yours: { text: 'third, of one who saw the first' },
  });
  expect(await write('third', String(late?.version))).toBeNull();
});

test('of two first answers written at once one is told of the other', async () => {
  const at = { organiser: 'pori-perusturva', service: 'disability-work', question: 'Q5' } as const;
  const both = await Promise.all(
    ['one', 'two'].map((text) => send(writeDescriptionAnswer, { ...at, text }, 'pori-planner')),
  );
  expect(both.filter((problem) => problem === null)).toHaveLength(1);
  expect(both.flatMap((problem) => (problem ? codeOf(problem) : []))).toEqual(['not-seen']);
});

test('a client’s details are changed by whoever saw them; the other is told who changed them', async () => {
  const { clientId } = await world.refer();
  const { version } = await world.perform(client, { clientId }, 'pori-social-worker');
  expect(await send(changeClient, { clientId, givenNames: 'Aino', seen: version }, 'pori-social-worker')).toBeNull();
  const late = await send(changeClient, { clientId, givenNames: 'Eino', seen: version }, 'pori-coach');
  expect(late && codeOf(late)).toBe('changed-meanwhile');
  expect(late).toMatchObject({
    changedBy: world.who('pori-social-worker').name,
    now: { givenNames: 'Aino' },
    yours: { givenNames: 'Eino' },
  });
  const now = await world.perform(client, { clientId }, 'pori-social-worker');
  expect(now.client.givenNames).toBe('Aino');
  expect(await send(changeClient, { clientId, givenNames: 'Eino', seen: now.version }, 'pori-coach')).toBeNull();
});
