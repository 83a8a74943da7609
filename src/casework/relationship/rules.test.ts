import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../kernel/day.ts';
import { alphabet, letterOrder } from '../../kernel/language.ts';
import { range } from '../../kernel/range.ts';
import { workerForSurname } from '../worker/rules.ts';
import type { LetterShare } from '../worker/words.ts';
import {
  carries,
  caseManagerFor,
  endedByDecision,
  footingOn,
  goesOnFor,
  grantedDays,
  grantedFrom,
  movesByLetters,
  namedBy,
  onBreak,
  startObstacle,
} from './rules.ts';

const granted = {
  outcome: 'grant' as const,
  service: 'open-work' as const,
  holds: range(day('2021-08-01'), day('2022-08-01')),
};

describe('a service begins', () => {
  test('within the days that the decision grants, first and last day included', () => {
    expect(startObstacle(granted, 'open-work', day('2021-08-01'))).toBeNull();
    expect(startObstacle(granted, 'open-work', day('2022-07-31'))).toBeNull();
    expect(startObstacle(granted, 'open-work', day('2022-08-01'))).toBe('outside-decision');
    expect(startObstacle(granted, 'open-work', day('2021-07-31'))).toBe('outside-decision');
  });

  test('never by a denial', () => {
    expect(startObstacle({ ...granted, outcome: 'deny', holds: null }, 'open-work', day('2021-08-01'))).toBe(
      'not-granted',
    );
  });

  test('in the service that was granted; open work is work activity at an employer', () => {
    expect(carries('work-activity', 'open-work')).toBe(true);
    expect(carries('work-activity', 'day-activity')).toBe(false);
    expect(startObstacle(granted, 'supported-employment', day('2021-08-01'))).toBe('other-service');
  });
});

describe('the responsible worker by the organiser’s rule', () => {
  test('is a coach, an official, or nobody that is named', () => {
    expect(namedBy('own-coach')?.role).toBe('coach');
    expect(namedBy('named-official')?.role).toBe('official');
    expect(namedBy('group-leader')).toBeNull();
    expect(namedBy('none')).toBeNull();
  });
});

describe('a case manager by the first letter of the surname', () => {
  const allocation = { rule: 'own-coach' as const, caseManagerByLetter: true };
  const shares = [
    { workerId: 'a', from: letterOrder('A'), to: letterOrder('K') },
    { workerId: 'k', from: letterOrder('K'), to: 29 },
  ];

  test('is given to a client who has none, whatever the surname', () => {
    expect(caseManagerFor(allocation, { familyName: 'Åberg', caseManagerId: null }, shares)).toBe('k');
    fc.assert(
      fc.property(fc.constantFrom(...alphabet), fc.string(), (letter, rest) => {
        expect(caseManagerFor(allocation, { familyName: letter + rest, caseManagerId: null }, shares)).not.toBeNull();
      }),
    );
  });

  test('stays at a rename, and where the organiser has no such rule nobody is given', () => {
    expect(caseManagerFor(allocation, { familyName: 'Åberg', caseManagerId: 'a' }, shares)).toBeNull();
    const none = { ...allocation, caseManagerByLetter: false };
    expect(caseManagerFor(none, { familyName: 'Åberg', caseManagerId: null }, shares)).toBeNull();
  });
});

test('a client is on a break from its first day to its last', () => {
  const pauses = [{ during: range(day('2021-07-01'), day('2021-08-01')) }];
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 90 }), (offset) => {
      const on = addDays(day('2021-07-01'), offset);
      expect(onBreak(pauses, on)).toBe(offset >= 0 && offset < 31);
    }),
  );
});

const sharing = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 5 }),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 6, maxLength: 6 }),
  )
  .map(([cuts, workers]): LetterShare[] => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 29];
    return edges.slice(0, -1).map((from, n) => ({ workerId: workers[n] as string, from, to: edges[n + 1] as number }));
  });
const managed = fc.array(
  fc.record({
    clientId: fc.uuid(),
    familyName: fc.tuple(fc.constantFrom(...alphabet), fc.string()).map(([letter, rest]) => letter + rest),
    managerId: fc.constantFrom('a', 'b', 'c', 'd', 'nobody of the letters'),
  }),
);

describe('letters shared anew', () => {
  test('move nobody twice, nobody to another than the letter’s, and nobody whom somebody chose apart from the letters', () => {
    fc.assert(
      fc.property(managed, sharing, sharing, (clients, before, after) => {
        const moves = movesByLetters(clients, before, after);
        const byId = new Map(clients.map((one) => [one.clientId, one]));
        for (const { clientId, fromId, toId } of moves) {
          const client = byId.get(clientId);
          expect(toId).toBe(workerForSurname(client?.familyName ?? '', after));
          expect(fromId).not.toBe(toId);
          expect(client?.managerId).not.toBe('nobody of the letters');
        }
        const moved = new Map(moves.map(({ clientId, toId }) => [clientId, toId]));
        const then = clients.map((one) => ({ ...one, managerId: moved.get(one.clientId) ?? one.managerId }));
        expect(movesByLetters(then, before, after).filter(({ clientId }) => moved.has(clientId))).toEqual([]);
        expect(movesByLetters(then, after, after)).toEqual([]);
      }),
    );
  });

  test('leave nobody with a worker who had letters and has none any more', () => {
    fc.assert(
      fc.property(managed, sharing, sharing, (clients, before, after) => {
        const moved = new Set(movesByLetters(clients, before, after).map(({ clientId }) => clientId));
        const holds = (shares: readonly LetterShare[], id: string) => shares.some(({ workerId }) => workerId === id);
        for (const { clientId, managerId } of clients)
          if (holds(before, managerId) && !holds(after, managerId)) expect(moved.has(clientId)).toBe(true);
      }),
    );
  });
});

describe('what a service stands on', () => {
  const days = (from: string, to: string | null = null) => range(day(from), to === null ? null : day(to));
  const decision = (holds: ReturnType<typeof days> | null, more = {}) => ({
    service: 'work-activity' as const,
    holds,
    ...more,
  });

  test('is what stands and grants, also of the service that is one with it', () => {
    const all = [
      decision(days('2021-07-01', '2021-10-01')),
      // A denial, or what was annulled, holds on no day.
      decision(null),
      decision(days('2020-01-01', '2020-04-01'), { service: 'open-work' }),
      decision(days('2020-01-01'), { service: 'job-coaching' }),
    ];
    expect(grantedDays('open-work', all)).toEqual([days('2020-01-01', '2020-04-01'), days('2021-07-01', '2021-10-01')]);
  });

  test('goes on from one decision to the next without a gap, and no further', () => {
    const granted = [days('2021-01-01', '2021-04-01'), days('2021-03-15', '2021-07-01'), days('2021-07-02')];
    expect(grantedFrom(granted, day('2021-02-01'))).toEqual(days('2021-02-01', '2021-07-01'));
    expect(grantedFrom(granted, day('2021-07-01'))).toBeNull();
    expect(grantedFrom(granted, day('2021-07-02'))).toEqual(days('2021-07-02'));
  });

  test('is in force through its last day, and ended on the day after', () => {
    const granted = [days('2021-01-01', '2021-04-01')];
    const relationship = days('2021-01-04');
    expect(footingOn(relationship, granted, day('2021-03-31'))).toEqual({ state: 'in-force', lastDay: '2021-03-31' });
    expect(footingOn(relationship, granted, day('2021-04-01'))).toEqual({ state: 'ended', lastDay: '2021-03-31' });
    expect(footingOn(relationship, [], day('2021-04-01'))).toEqual({ state: 'without', lastDay: null });
  });

  test('carries a relationship on only from the day on which it ended', () => {
    const granted = [days('2021-01-01', '2021-04-01')];
    const relationship = days('2021-01-04', '2021-04-01');
    expect(goesOnFor(relationship, granted)).toBeNull();
    expect(goesOnFor(relationship, [...granted, days('2021-04-02', '2021-07-02')])).toBeNull();
    expect(goesOnFor(relationship, [...granted, days('2021-04-01', '2021-07-01')])).toEqual(
      days('2021-01-04', '2021-07-01'),
    );
    expect(endedByDecision(relationship, granted)).toBe(true);
    expect(endedByDecision(days('2021-01-04', '2021-03-20'), granted)).toBe(false);
  });
});
