import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { namingObstacle, ownWorkerOn, ownWorkerStand } from './rules.ts';
import type { Naming, OwnWorkerFacts } from './words.ts';

const today = day('2021-06-17');
const facts: OwnWorkerFacts = { named: false, isClient: true, answered: false, assessedNeed: null };

test.each<[string, Partial<OwnWorkerFacts>, string]>([
  ['a client with nobody needs one', {}, 'needed'],
  ['one found to need one needs one', { assessedNeed: true }, 'needed'],
  ['whoever answers for the services stands instead', { answered: true, assessedNeed: true }, 'answered'],
  ['one found not to need any needs none', { assessedNeed: false }, 'unnecessary'],
  ['who has one is told so whatever else holds', { named: true, isClient: false }, 'named'],
  ['who is nobody’s client needs none', { isClient: false }, 'none'],
])('%s', (_, changed, stand) => {
  expect(ownWorkerStand({ ...facts, ...changed }, today)).toBe(stand);
});

test('before the act nobody was to be named', () => {
  expect(ownWorkerStand(facts, day('2015-03-31'))).toBe('none');
  expect(ownWorkerStand(facts, day('2015-04-01'))).toBe('needed');
});

const naming = (from: string, to: string | null, inPost = true): Naming => ({
  ...{ id: from, workerId: from, name: 'Ääri Väinö', phone: null, inPost },
  during: { from: day(from), to: to === null ? null : day(to) },
});

test('who is named without a post is nobody’s own worker', () => {
  expect(ownWorkerOn([naming('2021-01-01', null, false)], today)).toBeNull();
  expect(ownWorkerOn([naming('2021-06-18', null), naming('2021-01-01', '2021-06-18')], today)?.id).toBe('2021-01-01');
});

test('nobody is named from before one who is named for later', () => {
  expect(namingObstacle([naming('2021-07-01', null)], today)).toBeNull();
  expect(namingObstacle([naming('2021-06-17', null)], today)).toBe('named-then');
  expect(namingObstacle([naming('2021-06-16', null)], today)).toBeNull();
});
