import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import type { Service } from '../../kernel/service.ts';
import {
  copyFor,
  documentsKept,
  lacksRepresentative,
  letterAddress,
  letterLanguage,
  logKept,
  protectionTooLong,
  representativesIn,
  rightToLog,
  servingOf,
} from './rules.ts';
import { apartFrom, languageName, type Representative, tongues } from './words.ts';

const on = day('2021-06-17');
const whole = { from: day('2021-01-01'), to: null };
const one = (change: Partial<Representative>): Representative => ({
  id: '0197a000-0000-7000-8000-000000000001',
  name: 'Rinne Kari',
  kind: 'guardian',
  covers: ['financial'],
  phone: null,
  street: null,
  postalCode: null,
  postOffice: null,
  email: null,
  powers: null,
  during: whole,
  ...change,
});

describe('who acts for a client', () => {
  test('acts in the matters that the task covers, on its days', () => {
    const economy = one({});
    const custodian = one({ kind: 'custodian', covers: ['personal'] });
    const former = one({ covers: ['personal'], during: { from: day('2020-01-01'), to: on } });
    const relative = one({ kind: 'relative', covers: [] });
    const everybody = [economy, custodian, former, relative];
    expect(representativesIn('personal', { age: 17, representatives: everybody }, on)).toEqual([custodian]);
    expect(representativesIn('financial', { age: 17, representatives: everybody }, on)).toEqual([economy]);
  });

  test('as custodian acts for a child alone: whoever has come of age gets letters of the own, and a guardian goes on', () => {
    const representatives = [
      one({ kind: 'custodian', covers: ['personal'] }),
      one({ id: '0197a000-0000-7000-8000-000000000002', name: 'Salo Maija', covers: ['personal'] }),
    ];
    const [custodian, guardian] = representatives;
    const acting = (age: number | null) => representativesIn('personal', { age, representatives }, on);
    expect(acting(17)).toEqual(representatives);
    expect(acting(18)).toEqual([guardian]);
    expect(acting(null)).toEqual(representatives);
    const party = { age: 18, language: 'fi' as const, representatives };
    const sent = { way: 'post' as const, sentOn: on, representativeIds: [guardian?.id ?? ''] };
    expect(servingOf(party, sent)).toMatchObject({ recipients: [{ recipient: 'client' }, { name: 'Salo Maija' }] });
    expect(servingOf({ ...party, age: 17 }, sent)).toEqual({ obstacle: 'representative-left-out' });
    expect(copyFor(party, custodian?.id ?? '', on)).toBeNull();
  });

  test('must act in personal matters of a child: a guardian of the economy alone is not enough', () => {
    expect(lacksRepresentative(17, [one({})], on)).toBe(true);
    expect(lacksRepresentative(17, [one({ kind: 'custodian', covers: ['personal'] })], on)).toBe(false);
    expect(lacksRepresentative(18, [], on)).toBe(false);
    expect(lacksRepresentative(null, [], on)).toBe(false);
  });
});

describe('where a letter goes', () => {
  const address = { street: 'Öljymäentie 4', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
  test('of a protected address only what stands instead of it is printed, or nothing', () => {
    expect(letterAddress({ protected: true, contactInstead: 'PL 100, 28101 Pori', address })).toEqual({
      kind: 'substitute',
      lines: ['PL 100, 28101 Pori'],
    });
    expect(letterAddress({ protected: true, contactInstead: null, address })).toEqual({ kind: 'none' });
  });

  test('otherwise to the address, where there is one', () => {
    expect(letterAddress({ protected: false, contactInstead: null, address })).toEqual({
      kind: 'postal',
      lines: ['Öljymäentie 4', '28100 Pori'],
    });
    expect(letterAddress({ protected: false, contactInstead: null, address: null })).toEqual({ kind: 'none' });
    // A town without a street reaches nobody.
    expect(letterAddress({ protected: false, contactInstead: null, address: { ...address, street: null } })).toEqual({
      kind: 'none',
    });
  });

  test('the language is that of service; easy Finnish only where Finnish is served', () => {
    expect(letterLanguage({ language: 'sv', easyLanguage: true })).toBe('sv');
    expect(letterLanguage({ language: 'fi', easyLanguage: true })).toBe('selko');
  });
});

test('each mother tongue that a form offers has a name in all three languages, the sign languages too', () => {
  for (const language of ['fi', 'sv', 'en'] as const)
    expect(tongues.filter((code) => languageName(code, language) === code)).toEqual([]);
  expect(languageName('fss', 'sv')).toBe('finlandssvenskt teckenspråk');
});

describe('a protected address', () => {
  test('is protected for five years at most at first, and for two when it is renewed', () => {
    const from = day('2021-06-17');
    expect(protectionTooLong({ from, to: day('2026-06-17') }, 'first')).toBeNull();
    expect(protectionTooLong({ from, to: day('2026-06-18') }, 'first')).toEqual({
      ends: '2026-06-17',
      provision: '661/2009:36',
    });
    expect(protectionTooLong({ from, to: day('2023-06-18') }, 'renewed')?.ends).toBe('2023-06-17');
    expect(protectionTooLong({ from, to: null }, 'first')).toBeNull();
    // Before the act nothing said how long.
    expect(protectionTooLong({ from: day('2000-01-01'), to: day('2020-01-01') }, 'first')).toBeNull();
  });
});

describe('how long things are kept', () => {
  const today = day('2026-11-29');
  const had = (service: Service, to: string | null, needEnded = false) => ({
    service,
    during: { from: day('2020-01-01'), to: to === null ? null : day(to) },
    needEnded,
  });

  test('documents of working age from the closing of the matter, of disability services once the need has ended', () => {
    expect(documentsKept([had('rehabilitative-work', '2025-03-01')], [], today)).toEqual([
      { task: 'working-age', until: '2035-03-01', provision: '703/2023:liite' },
    ]);
    expect(documentsKept([had('open-work', '2025-03-01')], [], today)[0]?.until).toBeNull();
    expect(documentsKept([had('open-work', '2025-03-01', true)], [], today)[0]?.until).toBe('2035-03-01');
    // An earlier service ended because it was needed no more, but another followed.
    const followed = [had('work-activity', '2024-03-01', true), had('open-work', '2025-03-01')];
    expect(documentsKept(followed, [], today)[0]?.until).toBeNull();
  });

  test('for no time that runs while a matter of the same task is open, or before the act', () => {
    expect(documentsKept([had('rehabilitative-work', null)], [], today)[0]?.until).toBeNull();
    expect(
      documentsKept([had('rehabilitative-work', '2025-03-01')], ['rehabilitative-work'], today)[0]?.until,
    ).toBeNull();
    expect(documentsKept([had('rehabilitative-work', '2025-03-01')], ['open-work'], today)[0]?.until).toBe(
      '2035-03-01',
    );
    expect(documentsKept([had('rehabilitative-work', '2021-03-01')], [], day('2021-06-17'))).toEqual([]);
  });

  test('the log for twelve years, and a client who asks for it is answered within two months', () => {
    expect(rightToLog(today)).toEqual({
      answerBy: '2027-01-29',
      yearsBack: 2,
      provisions: ['703/2023:10', '703/2023:11'],
    });
    expect(logKept(day('2024-02-29'), today)).toBe('2036-02-29');
    expect(rightToLog(day('2021-06-17'))).toBeNull();
    expect(logKept(day('2021-06-17'), day('2021-06-17'))).toBeNull();
  });
});

describe('namesakes', () => {
  const who = (birthOn: string | null, municipality: string | null = null) => ({
    birthOn: birthOn === null ? null : day(birthOn),
    municipality,
  });

  test.each([
    ['by the year of birth', who('1972-03-04', 'Pori'), [who('1985-01-01', 'Pori')], 's. 1972'],
    [
      'by the place of those born in one year',
      who('1972-03-04', 'Pori'),
      [who('1972-09-09', 'Ulvila')],
      's. 1972, Pori',
    ],
    [
      'by the birthday where all else is the same',
      who('1972-03-04', 'Pori'),
      [who('1972-09-09', 'Pori')],
      's. 4.3.1972, Pori',
    ],
    ['from each of several', who('1972-03-04'), [who('1985-01-01'), who('1972-09-09')], 's. 4.3.1972'],
    ['from one whose birthday is not known', who('1972-03-04'), [who(null)], 's. 1972'],
    ['by the place alone where no birthday is known', who(null, 'Pori'), [who(null, 'Ulvila')], 'Pori'],
    ['by nothing where nothing is known', who(null), [who('1972-03-04')], null],
  ])('are told apart %s', (_, own, others, words) => expect(apartFrom(own, others, 'fi')).toBe(words));
});
