import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day, publicHolidays } from './day.ts';
import {
  alphabet,
  compareNames,
  firstLetter,
  formatDay,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRange,
  holidayName,
  keptTogether,
  letterOrder,
  monthName,
  pick,
  texts,
  weekdayName,
  weekdayShort,
} from './language.ts';
import { range } from './range.ts';

describe('Texts', () => {
  const all = texts({
    fi: { title: 'Asiakas', count: (n: number) => `${n} asiakasta`, list: { none: 'Ei asiakkaita' } },
    sv: { title: 'Klient', count: (n) => `${n} klienter`, list: { none: 'Inga klienter' } },
    en: { title: 'Client', count: (n) => `${n} clients`, list: { none: 'No clients' } },
    selko: { list: { none: 'Sinulla ei ole asiakkaita.' } },
  });

  it('are picked by language', () => {
    expect(pick(all, 'sv').title).toBe('Klient');
    expect(pick(all, 'en').count(3)).toBe('3 clients');
  });

  it('in easy Finnish fall back to Finnish', () => {
    expect(pick(all, 'selko').title).toBe('Asiakas');
    expect(pick(all, 'selko').list.none).toBe('Sinulla ei ole asiakkaita.');
  });

  it('do not compile with a key missing or one too many', () => {
    // @ts-expect-error Swedish lacks a key
    texts({ fi: { a: 'a', b: 'b' }, sv: { a: 'a' }, en: { a: 'a', b: 'b' } });
    // @ts-expect-error English has a key that Finnish has not
    texts({ fi: { a: 'a' }, sv: { a: 'a' }, en: { a: 'a', b: 'b' } });
    // @ts-expect-error a text with a parameter is not a plain text
    texts({ fi: { a: 'a' }, sv: { a: 'a' }, en: { a: (n: number) => `${n}` } });
  });
});

describe('Days and numbers', () => {
  const d = day('2021-06-07');

  it('are written as each language writes them', () => {
    expect(formatDay(d, 'fi')).toBe('7.6.2021');
    expect(formatDay(d, 'en')).toBe('7 June 2021');
    expect(formatDayShort(d, 'sv')).toBe('7.6.');
    expect(formatMonth('2021-06', 'fi')).toBe('kesäkuu 2021');
    expect(monthName(12, 'sv')).toBe('december');
    expect(weekdayName(4, 'fi')).toBe('torstai');
    expect([weekdayShort(1, 'fi'), weekdayShort(1, 'sv'), weekdayShort(1, 'en')]).toEqual(['ma', 'må', 'Mon']);
    expect(formatInstant('2021-06-17T05:05:00Z', 'fi')).toBe('17.6.2021 klo 8.05');
    expect(formatNumber(1234.56, 'fi')).toBe('1\u00a0234,6');
    expect(formatNumber(1_234_567, 'sv')).toBe('1\u00a0234\u00a0567');
    expect(formatNumber(1234.56, 'en', 2)).toBe('1,234.56');
    expect(formatPercent(0.125, 'fi')).toBe('12,5\u00a0%');
    expect(formatPercent(0.125, 'en')).toBe('12.5%');
    expect(formatPercent(0.002, 'fi', 0)).toBe('<\u00a01\u00a0%');
    expect(formatPercent(0, 'fi', 0)).toBe('0\u00a0%');
  });

  it('of a range speak of its last day', () => {
    expect(formatRange(range(day('2021-01-01'), day('2021-07-01')), 'fi')).toBe('1.1.2021–30.6.2021');
    expect(formatRange(range(day('2021-01-01'), day('2021-01-02')), 'fi')).toBe('1.1.2021');
    expect(formatRange(range(day('2021-01-01')), 'fi')).toBe('1.1.2021 alkaen');
    expect(formatRange(range(day('2021-01-01')), 'en')).toBe('from 1 January 2021');
  });

  it('that are holidays have a name in each language', () => {
    for (const name of publicHolidays(2021).values()) expect(holidayName(name, 'sv')).not.toBe('');
    expect(holidayName('may-day', 'selko')).toBe('vappu');
  });
});

describe('Names', () => {
  it('are in Finnish order, also on an English screen', () => {
    const names = ['Öberg', 'Zeng', 'Åberg', 'Wirta', 'Äijälä', 'Virta', 'Aalto'];
    const order = ['Aalto', 'Virta', 'Wirta', 'Zeng', 'Åberg', 'Äijälä', 'Öberg'];
    expect(names.toSorted(compareNames('fi'))).toEqual(order);
    expect(names.toSorted(compareNames('en'))).toEqual(order);
    expect(names.toSorted(compareNames('sv'))).toEqual(order);
  });

  it.each([
    ['Virtanen', 'V'],
    ['Wirtanen', 'W'],
    ['von Wright', 'W'],
    ['Von Wright', 'W'],
    ['af Ursin', 'U'],
    ['de la Chapelle', 'C'],
    ['von', 'V'],
    ['Åkerblom-Öhman', 'Å'],
    ['äyräpää', 'Ä'],
    ["D'Angelo", 'D'],
    ['Élie', 'E'],
    ['Ünal', 'Y'],
    ['Øster', 'Ö'],
    ['Šiškin', 'S'],
    ['Vonkka', 'V'],
    [' Aho', 'A'],
    ['A\u0308ija\u0308la\u0308', 'Ä'],
    ['VON WRIGHT', 'W'],
    ['von Essen-Åkerlund', 'E'],
    ['Åkerman-Aho', 'Å'],
    ['Aho-Öhman', 'A'],
    ['-Aho', 'A'],
    ['O’Brien', 'O'],
    ['Čapek', 'C'],
    ['Žukov', 'Z'],
    ['Łaski', 'L'],
    ['ßen', 'S'],
    ['', 'Ö'],
  ])('%s falls under %s when work is shared by letter', (name, letter) => {
    expect(firstLetter(name)).toBe(letter);
  });

  test('any at all falls under exactly one letter of the alphabet', () => {
    expect(alphabet).toHaveLength(29);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(letterOrder(firstLetter(name))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('What is read as one', () => {
  test.each([
    ['Laki 189/2001 27 §', 'Laki 189/2001 27_§'],
    ['189/2001 13 b § 2 mom.', '189/2001 13_b_§_2_mom.'],
    ['Lautakunta 12.3. 2019 § 34', 'Lautakunta 12.3._2019_§_34'],
    ['2 kap. 6 § i lagen', '2_kap. 6_§ i lagen'],
    ['Act, chapter 10, section 6', 'Act, chapter_10, section_6'],
    ['5.60 euroa päivältä, 4 tuntia', '5.60_euroa päivältä, 4_tuntia'],
    ['klo 9.00, 30 % ja 9 €', 'klo_9.00, 30_% ja 9_€'],
    ['on 17 June 2021 at once', 'on 17_June_2021 at once'],
  ])('%s stays on one line', (text, marked) => {
    expect(keptTogether(text).replaceAll('\u00a0', '_')).toBe(marked);
  });

  test.each(['Kassa 5 henkilöä varten', 'osa 2 euromäärä', 'no more', '2021 daylight 12'])(
    'nothing else does: %s',
    (text) => {
      expect(keptTogether(text)).toBe(text);
    },
  );

  test('and nothing of a text but its spaces is changed, however often it is done', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tied = keptTogether(text);
        expect(tied.replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '));
        expect(keptTogether(tied)).toBe(tied);
      }),
    );
  });
});
