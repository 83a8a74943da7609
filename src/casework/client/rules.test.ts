import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { lacksRepresentative, letterAddress, letterLanguage, representativesIn } from './rules.ts';
import { languageName, type Representative, tongues } from './words.ts';

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
    expect(representativesIn('personal', everybody, on)).toEqual([custodian]);
    expect(representativesIn('financial', everybody, on)).toEqual([economy]);
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
