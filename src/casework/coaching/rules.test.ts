import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { steadyFrom } from '../rhythm/rules.ts';
import type { Rhythm } from '../rhythm/words.ts';
import { agreementEnd, blockOn, contactsDue, dueDay, keepsRhythm, wasHeld, weekOn } from './rules.ts';
import { type CoachingFacts, type ContactKind, type HeldContact, metKinds } from './words.ts';

const always = range(day('2010-01-01'));
const rhythm = (input: Partial<Rhythm>): Rhythm => ({
  phase: 'steady',
  phaseDays: null,
  everyDays: null,
  everyDaysAtMost: null,
  visitAtRenewal: false,
  during: always,
  ...input,
});
const starting = rhythm({ phase: 'starting', phaseDays: 45, everyDays: 7 });
const pori = [starting, rhythm({ visitAtRenewal: true })];
const rauma = [starting, rhythm({ everyDays: 14, everyDaysAtMost: 21 })];

const held = (on: string, kind: ContactKind = 'call', party: HeldContact['party'] = 'client'): HeldContact => ({
  heldOn: day(on),
  kind,
  party,
});
const facts = (input: Partial<CoachingFacts>): CoachingFacts => ({
  relationship: range(day('2021-05-18')),
  rhythms: pori,
  agreed: [],
  contacts: [],
  pauses: [],
  agreements: [],
  ...input,
});
const today = day('2021-06-17');

describe('a relationship', () => {
  test('is told by its weeks: the 31st day is in the fifth', () => {
    expect(weekOn(range(day('2021-05-18')), day('2021-05-24'))).toBe(1);
    expect(weekOn(range(day('2021-05-18')), today)).toBe(5);
  });
});

describe('in the starting phase', () => {
  test('a contact is due once a week: the one of 7.6. made the next due on 14.6., three days ago', () => {
    const due = dueDay(facts({ contacts: [held('2021-05-31'), held('2021-06-07', 'meeting')] }), today);
    expect(due).toMatchObject({
      reason: 'starting-rhythm',
      dueOn: '2021-06-14',
      since: 'contact',
      sinceOn: '2021-06-07',
    });
    expect(blockOn(due, null, today)).toBe('overdue');
  });

  test('the first one is due a week from the beginning', () => {
    expect(dueDay(facts({}), day('2021-05-20'))).toMatchObject({ dueOn: '2021-05-25', since: 'beginning' });
  });

  test('twice a month holds when that is the client’s wish', () => {
    const agreed = [{ everyDays: 15, during: range(day('2021-05-18')) }];
    const due = dueDay(facts({ agreed, contacts: [held('2021-06-07')] }), today);
    expect(due).toMatchObject({ reason: 'agreed-rhythm', dueOn: '2021-06-22', everyDays: 15 });
  });

  test('the wish holds for its own days only', () => {
    const agreed = [{ everyDays: 15, during: range(day('2021-05-18'), day('2021-06-10')) }];
    expect(dueDay(facts({ agreed, contacts: [held('2021-06-07')] }), today)).toMatchObject({
      reason: 'starting-rhythm',
      dueOn: '2021-06-14',
    });
  });

  test('a word with the employer alone, or a meeting of the whole group, is no contact with the client', () => {
    const contacts = [
      held('2021-06-10'),
      held('2021-06-14', 'workplace-visit', 'employer'),
      held('2021-06-15', 'group-meeting'),
    ];
    expect(contacts.map(keepsRhythm)).toEqual([true, false, false]);
    expect(dueDay(facts({ contacts }), today).dueOn).toBe('2021-06-17');
  });
});

describe('in the steady phase', () => {
  const relationship = range(day('2020-05-18'));

  test('Rauma’s next contact may be held from two weeks on and is late after three', () => {
    const due = dueDay(facts({ relationship, rhythms: rauma, contacts: [held('2021-06-01')] }), today);
    expect(due).toMatchObject({ reason: 'steady-rhythm', opensOn: '2021-06-15', dueOn: '2021-06-22' });
    expect(blockOn(due, null, day('2021-06-22'))).toBe('today');
    expect(blockOn(due, null, day('2021-06-23'))).toBe('overdue');
  });

  test('Pori’s visit is due when the agreement ends at the latest, however long ago the last call', () => {
    const agreements = [range(day('2020-07-01'), day('2021-07-01'))];
    const due = dueDay(facts({ relationship, agreements, contacts: [held('2020-12-01')] }), today);
    expect(due).toMatchObject({ reason: 'renewal', dueOn: '2021-06-30', sinceOn: '2020-12-01' });
  });

  test('an agreement renewed without a gap moves the visit to the end of the new one', () => {
    const agreements = [range(day('2020-07-01'), day('2021-07-01')), range(day('2021-07-01'), day('2022-07-01'))];
    expect(agreementEnd(agreements, today)).toBe('2022-06-30');
    expect(dueDay(facts({ relationship, agreements }), today).dueOn).toBe('2022-06-30');
  });

  test('an agreement that ends with a leap day has its visit due on it', () => {
    const agreements = [range(day('2019-03-01'), day('2020-03-01'))];
    const due = dueDay(facts({ relationship: range(day('2019-03-01')), agreements }), day('2020-02-28'));
    expect([due.dueOn, blockOn(due, null, day('2020-02-29')), blockOn(due, null, day('2020-03-01'))]).toEqual([
      '2020-02-29',
      'today',
      'overdue',
    ]);
  });

  test('an agreement that ended is overdue until somebody has visited', () => {
    const agreements = [range(day('2020-06-01'), day('2021-06-01'))];
    expect(dueDay(facts({ relationship, agreements, contacts: [held('2021-06-03')] }), today).dueOn).toBe('2021-05-31');
    const visited = facts({ relationship, agreements, contacts: [held('2021-06-03', 'workplace-visit')] });
    expect(dueDay(visited, today)).toMatchObject({ reason: 'no-agreement', dueOn: null });
  });

  test('without an agreement nothing is due, and the reason says so', () => {
    expect(dueDay(facts({ relationship }), today)).toMatchObject({ reason: 'no-agreement', dueOn: null });
  });
});

describe('contacts due', () => {
  const between = (from: string, to: string) => ({ from: day(from), to: day(to) });
  const daysKept = (input: Partial<CoachingFacts>, from: string, to: string) =>
    contactsDue(facts(input), between(from, to)).map(({ dueOn, keptOn }) => `${dueOn} ${keptOn ? 'kept' : 'missed'}`);
  const march = range(day('2021-03-01'));

  test('every week follow the last contact, and a missed one is followed by the next', () => {
    const contacts = [held('2021-03-08'), held('2021-03-12'), held('2021-03-25')];
    expect(daysKept({ relationship: march, contacts }, '2021-03-01', '2021-03-29')).toEqual([
      '2021-03-08 kept',
      '2021-03-15 kept',
      '2021-03-19 missed',
      '2021-03-26 kept',
    ]);
  });

  test('are not kept by meetings of the whole group: the next one is overdue, and every one after it missed', () => {
    const relationship = range(day('2020-05-18'));
    const contacts = [held('2021-01-04'), ...['2021-01-18', '2021-02-01'].map((on) => held(on, 'group-meeting'))];
    const input = { relationship, rhythms: rauma, contacts };
    expect(dueDay(facts(input), day('2021-02-10')).dueOn).toBe('2021-01-25');
    expect(daysKept(input, '2021-01-05', '2021-02-20')).toEqual(['2021-01-25 missed', '2021-02-15 missed']);
  });

  test('follow the client’s wish instead of the rule', () => {
    const agreed = [{ everyDays: 15, during: march }];
    expect(daysKept({ relationship: march, agreed }, '2021-03-01', '2021-03-20')).toEqual(['2021-03-16 missed']);
  });

  test('are none in a steady phase without a rhythm, but for a visit by the last day of the agreement', () => {
    const input = {
      relationship: range(day('2019-01-01')),
      agreements: [range(day('2020-07-01'), day('2021-07-01'))],
      contacts: [held('2021-01-10')],
    };
    expect(daysKept(input, '2021-01-01', '2021-12-31')).toEqual(['2021-06-30 missed']);
    const visited = { ...input, contacts: [...input.contacts, held('2021-06-20', 'workplace-visit')] };
    expect(daysKept(visited, '2021-01-01', '2021-12-31')).toEqual(['2021-06-30 kept']);
  });

  test('wait for the end of an agreed break', () => {
    const input = {
      relationship: range(day('2020-01-01')),
      rhythms: rauma,
      contacts: [held('2021-05-28')],
      pauses: [range(day('2021-06-01'), day('2021-08-01'))],
    };
    expect(daysKept(input, '2021-05-28', '2021-08-23')).toEqual(['2021-08-22 missed']);
  });

  test('from before the days are not counted again in them', () => {
    const input = { relationship: range(day('2020-01-01')), rhythms: rauma, contacts: [held('2020-06-01')] };
    expect(daysKept(input, '2021-01-01', '2021-02-01')).toEqual(['2021-01-18 missed']);
  });

  test('of two periods are together those of both', () => {
    const relationship = range(day('2020-01-01'));
    const input = { relationship, rhythms: rauma, contacts: [held('2020-12-28'), held('2021-01-10')] };
    const whole = daysKept(input, '2020-12-01', '2021-03-01');
    expect(daysKept(input, '2020-12-01', '2021-01-01').concat(daysKept(input, '2021-01-01', '2021-03-01'))).toEqual(
      whole,
    );
    expect(whole).toContain('2021-01-13 kept');
  });

  test('end with the client relationship', () => {
    const input = { relationship: range(day('2021-01-01'), day('2021-01-20')), rhythms: pori };
    expect(daysKept(input, '2021-01-01', '2021-06-01')).toEqual(['2021-01-08 missed', '2021-01-15 missed']);
  });

  test('follow the starting phase that was agreed when the relationship began', () => {
    const before = rhythm({ ...starting, phaseDays: 20, during: range(day('2010-01-01'), day('2021-03-10')) });
    const after = rhythm({ ...starting, phaseDays: 60, during: range(day('2021-03-10')) });
    const rhythms = [before, after, rhythm({ everyDays: 30 })];
    expect(daysKept({ relationship: march, rhythms }, '2021-03-01', '2021-06-01')).toEqual([
      '2021-03-08 missed',
      '2021-03-15 missed',
      '2021-04-14 missed',
      '2021-05-14 missed',
    ]);
  });
});

describe('no contact is due', () => {
  test('during an agreed break; it is counted anew from the end of the break', () => {
    const pauses = [range(day('2021-06-10'), day('2021-07-01'))];
    const paused = facts({ pauses, contacts: [held('2021-06-07')] });
    expect(dueDay(paused, today)).toMatchObject({ reason: 'paused', dueOn: null, pausedUntil: '2021-06-30' });
    expect(dueDay(paused, day('2021-07-01'))).toMatchObject({ dueOn: '2021-07-08', since: 'break' });
  });

  test('before the relationship begins and after it has ended', () => {
    const ended = facts({ relationship: range(day('2021-05-18'), day('2021-06-01')) });
    expect(dueDay(ended, day('2021-05-17')).reason).toBe('not-begun');
    expect(dueDay(ended, day('2021-06-01')).reason).toBe('ended');
  });

  test('where the organiser has agreed no rhythm', () => {
    expect(dueDay(facts({ rhythms: [] }), today)).toMatchObject({ reason: 'no-rhythm', dueOn: null });
  });
});

test('a visit planned has been held when one met on its day; a call does not do for a meeting', () => {
  const visit = { kind: 'workplace-visit', dueOn: today };
  expect(wasHeld(visit, [held('2021-06-17', 'meeting')])).toBe(true);
  expect(wasHeld(visit, [held('2021-06-17', 'call')])).toBe(false);
  expect(wasHeld(visit, [held('2021-06-16', 'meeting')])).toBe(false);
});

describe('for all facts', () => {
  const begun = day('2021-01-04');
  const somedays = fc.integer({ min: 0, max: 400 }).map((n): Day => addDays(begun, n));
  const contacts = fc.array(
    fc.record({
      heldOn: somedays,
      kind: fc.constantFrom<ContactKind>('call', 'message', 'meeting', 'workplace-visit', 'group-meeting'),
      party: fc.constantFrom<HeldContact['party']>('client', 'employer', 'both'),
    }),
    { maxLength: 12 },
  );

  test('what is recorded later than the day changes nothing on that day', () => {
    fc.assert(
      fc.property(contacts, somedays, fc.constantFrom(pori, rauma), (list, on, rhythms) => {
        const all = facts({ relationship: range(begun), rhythms, contacts: list });
        const known = { ...all, contacts: list.filter(({ heldOn }) => heldOn <= on) };
        expect(dueDay(all, on)).toEqual(dueDay(known, on));
      }),
    );
  });

  test('from the last contact that keeps the rhythm and the last visit follows what follows from all', () => {
    const agreements = fc.array(
      fc.tuple(somedays, fc.integer({ min: 30, max: 200 })).map(([from, n]) => range(from, addDays(from, n))),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(contacts, agreements, somedays, fc.constantFrom(pori, rauma), (list, agreed, on, rhythms) => {
        const all = facts({ relationship: range(begun), rhythms, contacts: list, agreements: agreed });
        const last = (holds: (one: HeldContact) => boolean) =>
          list
            .filter((one) => one.heldOn <= on && holds(one))
            .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
            .slice(0, 1);
        const two = [...last(keepsRhythm), ...last(({ kind }) => metKinds.some((one) => one === kind))];
        expect(dueDay({ ...all, contacts: two }, on)).toEqual(dueDay(all, on));
      }),
    );
  });

  test('one more contact never makes the next one due earlier', () => {
    fc.assert(
      fc.property(contacts, somedays, fc.constantFrom(pori, rauma), (list, on, rhythms) => {
        const before = dueDay(facts({ relationship: range(begun), rhythms, contacts: list }), on).dueOn;
        const more = [...list, { heldOn: on, kind: 'call' as const, party: 'client' as const }];
        const after = dueDay(facts({ relationship: range(begun), rhythms, contacts: more }), on).dueOn;
        if (before !== null && after !== null) expect(after >= before).toBe(true);
      }),
    );
  });

  test('a contact is due on a day just when the contacts due tell of it, as far as was known the evening before', () => {
    const pauses = fc.array(
      fc.tuple(somedays, fc.integer({ min: 1, max: 40 })).map(([from, n]) => range(from, addDays(from, n))),
      { maxLength: 2 },
    );
    const shorter = [
      rhythm({ everyDays: 14, everyDaysAtMost: 21, during: range(day('2010-01-01'), day('2021-07-01')) }),
      rhythm({ everyDays: 7, during: range(day('2021-07-01')) }),
    ];
    fc.assert(
      fc.property(contacts, pauses, somedays, fc.constantFrom(rauma, shorter), (list, breaks, on, rhythms) => {
        const before = list.filter(({ heldOn }) => heldOn < on);
        const known = facts({ relationship: range(begun), rhythms, contacts: before, pauses: breaks });
        const due = dueDay(known, on);
        const dues = contactsDue(known, { from: begun, to: addDays(on, 1) });
        const missed = dues.filter(({ dueOn, keptOn }) => dueOn >= (due.sinceOn ?? on) && keptOn === null);
        // One that was missed in the weeks of the starting phase is counted from, and the steady phase leaves more time.
        if (missed.some(({ phase }) => phase === 'starting') && on >= (steadyFrom(known.relationship, rhythms) ?? on))
          return;
        if (due.dueOn === on) expect(missed.map(({ dueOn }) => dueOn)).toContain(on);
        if (due.dueOn !== null && due.dueOn > on) expect(missed).toEqual([]);
      }),
    );
  });

  test('right after a contact only an appointment of the past is overdue, and every day falls in exactly one block', () => {
    fc.assert(
      fc.property(somedays, fc.option(somedays, { nil: null }), (on, visitOn) => {
        const due = dueDay(
          facts({
            relationship: range(begun),
            rhythms: rauma,
            contacts: [{ heldOn: on, kind: 'call', party: 'client' }],
          }),
          on,
        );
        expect(blockOn(due, visitOn, on) === 'overdue').toBe(visitOn !== null && visitOn < on);
        expect(due.opensOn !== null && due.dueOn !== null && due.opensOn <= due.dueOn).toBe(true);
      }),
    );
  });
});
