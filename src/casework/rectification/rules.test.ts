import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { actsOfMatter, cameLate, lineOf, standingOn } from './rules.ts';
import type { MatterSoFar, Request } from './words.ts';

const decision = { servedOn: day('2021-06-24') };
const request: Request = {
  id: 'r',
  decisionId: 'd',
  receivedOn: day('2021-07-10'),
  demands: 'Palvelu myönnettävä.',
  body: 'Lautakunta',
  outcome: null,
  decidedOn: null,
  reasons: null,
  servedOn: null,
  notices: [],
  appealedOn: null,
  courtOutcome: null,
  courtDecidedOn: null,
};
const decided = { ...request, outcome: 'upheld' as const, decidedOn: day('2021-08-20'), reasons: 'Ei uutta.' };
const served = { ...decided, servedOn: day('2021-08-31') };
const appealed = { ...served, appealedOn: day('2021-09-20') };

describe('where a decision stands', () => {
  // 30 days from 24.6.2021 end on Saturday 24.7., so that Monday 26.7. is the last day.
  test.each([
    ['not served', { servedOn: null }, [], '2021-06-20', { stand: 'not-served', on: null }],
    ['on its last day', decision, [], '2021-07-26', { stand: 'open', on: '2021-07-26' }],
    ['after its last day', decision, [], '2021-07-27', { stand: 'final', on: '2021-07-27' }],
    ['requested', decision, [request], '2021-08-01', { stand: 'requested', on: null }],
    ['decided by the body', decision, [decided], '2021-08-21', { stand: 'to-serve', on: null }],
    ['served by the body', decision, [served], '2021-09-30', { stand: 'appealable', on: '2021-09-30' }],
    ['not appealed', decision, [served], '2021-10-01', { stand: 'final', on: '2021-10-01' }],
    ['appealed', decision, [appealed], '2022-01-01', { stand: 'appealed', on: null }],
    [
      'dismissed by the court',
      decision,
      [{ ...appealed, courtOutcome: 'dismissed' as const, courtDecidedOn: day('2022-03-01') }],
      '2022-03-02',
      { stand: 'final', on: '2022-03-01' },
    ],
    [
      'returned by the court',
      decision,
      [{ ...appealed, courtOutcome: 'returned' as const, courtDecidedOn: day('2022-03-01') }],
      '2022-03-02',
      { stand: 'returned', on: '2022-03-01' },
    ],
  ] as const)('%s', (_, of, requests, today, expected) => {
    expect(standingOn(of, requests, day(today))).toEqual(expected);
  });

  test('a request comes late only after the last day, and never before service', () => {
    expect(cameLate({ receivedOn: day('2021-07-26') }, decision)).toBe(false);
    expect(cameLate({ receivedOn: day('2021-07-27') }, decision)).toBe(true);
    expect(cameLate({ receivedOn: day('2021-07-27') }, { servedOn: null })).toBe(false);
  });
});

const pending: MatterSoFar = {
  id: 'm',
  receivedOn: day('2021-04-12'),
  withdrawnOn: null,
  next: ['plan'],
  assessment: null,
  plans: [],
  hearings: [],
  presentedOn: null,
  returnedOn: null,
  decisions: [],
  begun: [],
  lastDay: null,
};
const unserved = {
  id: 'd',
  decidedOn: day('2021-05-18'),
  correctedOn: null,
  annulledOn: null,
  servedOn: null,
  notices: [],
  stand: 'not-served' as const,
  standOn: null,
  toDecideAnew: false,
  requests: [],
};
const onDay = day('2021-06-17');
const wordsOf = (matter: MatterSoFar) => lineOf(matter, onDay).map(({ kind, state }) => `${kind} ${state}`);

test('an assessment stands in the line when it began and was finished, and before that as the next step where the law gives days', () => {
  const due = { ...pending, next: ['assess'] as const };
  expect(wordsOf(due)).toEqual(['received done', 'assessed next', 'planned ahead', 'decided ahead', 'served ahead']);
  expect(actsOfMatter(due)).toEqual(['assess']);
  const begun = { ...due, assessment: { id: 'a', begunOn: day('2021-04-14'), finishedOn: null } };
  expect(wordsOf(begun).slice(0, 3)).toEqual(['received done', 'assessment-begun done', 'assessed next']);
  const finished = { ...pending, assessment: { id: 'a', begunOn: day('2021-04-14'), finishedOn: day('2021-05-03') } };
  expect(wordsOf(finished).slice(1, 4)).toEqual(['assessment-begun done', 'assessed done', 'planned next']);
});

test('a matter that came is planned, then decided, then served', () => {
  expect(wordsOf(pending)).toEqual(['received done', 'planned next', 'decided ahead', 'served ahead']);
  expect(actsOfMatter(pending)).toEqual(['plan']);
});

test('a decision is served before the service begins, and begins after', () => {
  const granted: MatterSoFar = { ...pending, next: ['start'], decisions: [unserved] };
  expect(actsOfMatter(granted)).toEqual(['serve', 'start']);
  expect(wordsOf(granted)).toEqual(['received done', 'decided done', 'served next', 'begun ahead']);
});

test('a request for rectification comes in its place, and the body decides it next', () => {
  const appeal = {
    id: 'r',
    receivedOn: day('2021-06-11'),
    decidedOn: null,
    servedOn: null,
    notices: [],
    appealedOn: null,
    courtDecidedOn: null,
  };
  const challenged: MatterSoFar = {
    ...pending,
    next: [],
    decisions: [{ ...unserved, servedOn: day('2021-05-26'), stand: 'requested', requests: [appeal] }],
    begun: [{ id: 'b', from: day('2021-05-24') }],
  };
  expect(wordsOf(challenged)).toEqual([
    'received done',
    'decided done',
    'begun done',
    'served done',
    'requested done',
    'request-decided next',
  ]);
  expect(actsOfMatter(challenged)).toEqual(['decide-request']);
});

test('an annulled decision stays on the line, and its matter waits for a decision again', () => {
  const annulled: MatterSoFar = {
    ...pending,
    next: ['decide'],
    decisions: [{ ...unserved, annulledOn: day('2021-06-01'), stand: null }],
  };
  expect(wordsOf(annulled)).toEqual(['received done', 'decided done', 'annulled done', 'decided next', 'served ahead']);
});

test('what is open to rectification gets the force of law on its day', () => {
  const open: MatterSoFar = {
    ...pending,
    next: [],
    decisions: [{ ...unserved, servedOn: day('2021-05-26'), stand: 'open', standOn: day('2021-06-28') }],
    begun: [{ id: 'b', from: day('2021-08-02') }],
  };
  expect(lineOf(open, onDay).filter(({ state }) => state === 'ahead')).toEqual([
    { kind: 'final', state: 'ahead', on: '2021-06-28', id: null },
    { kind: 'begun', state: 'ahead', on: '2021-08-02', id: null },
  ]);
});

test('a service ends on its last day, which is ahead until it is over', () => {
  const ends = (last: string) =>
    lineOf({ ...pending, lastDay: day(last) }, onDay).filter(({ kind }) => kind === 'ended');
  expect(ends('2021-06-16')).toMatchObject([{ state: 'done', on: '2021-06-16' }]);
  expect(ends('2021-06-17')).toMatchObject([{ state: 'ahead', on: '2021-06-17' }]);
});
