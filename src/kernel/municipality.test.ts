import { describe, expect, test } from 'vitest';
import { day } from './day.ts';
import { ceasedBy, choicesStanding, municipalitiesStanding, municipalityNumbered } from './municipality.ts';

describe('the municipalities of Finland', () => {
  test('are 308 in 2026, each with a number of three digits and its names', () => {
    const standing = municipalitiesStanding(day('2026-01-01'));
    expect(standing).toHaveLength(308);
    for (const { code, nameFi, nameSv, successor } of standing) {
      expect(code).toMatch(/^\d{3}$/);
      expect(`${nameFi} ${nameSv}`).toMatch(/^[A-ZÅÄÖ][^>,/\d]+$/);
      expect(successor).toBeNull();
    }
    expect(municipalityNumbered('609')).toMatchObject({ nameFi: 'Pori', nameSv: 'Björneborg', ceasedOn: null });
    expect(municipalityNumbered('005')).toMatchObject({ nameFi: 'Alajärvi', nameSv: 'Alajärvi' });
  });

  test('that ceased stand until the day before, and tell what they went to', () => {
    // Kullaa went to Ulvila on 1.1.2005, and Lavia to Pori on 1.1.2015.
    expect(ceasedBy('293', day('2004-12-31'))).toBeNull();
    expect(ceasedBy('293', day('2005-01-01'))).toMatchObject({ nameFi: 'Kullaa', successor: '886' });
    expect(ceasedBy('413', day('2014-12-31'))).toBeNull();
    expect(ceasedBy('413', day('2015-01-01'))).toMatchObject({ nameFi: 'Lavia', successor: '609' });
    expect(municipalitiesStanding(day('2014-06-01')).map(({ code }) => code)).toContain('413');
    expect(municipalitiesStanding(day('2015-01-01')).map(({ code }) => code)).not.toContain('413');
  });

  test('are offered while they stand, and beyond it where one is chosen already', () => {
    const choices = [{ code: '413' }, { code: '609' }];
    expect(choicesStanding(choices, day('2014-12-31'))).toEqual(choices);
    expect(choicesStanding(choices, day('2015-01-01'))).toEqual([{ code: '609' }]);
    expect(choicesStanding(choices, day('2015-01-01'), null, '413')).toEqual(choices);
  });

  test('are none of a number that none ever had, and what each went to still stands', () => {
    expect(municipalityNumbered('999')).toBeNull();
    expect(ceasedBy('999', day('2026-01-01'))).toBeNull();
    const standing = new Set(municipalitiesStanding(day('2026-01-01')).map(({ code }) => code));
    const ever = municipalitiesStanding(day('2000-01-01'));
    expect(ever).toHaveLength(308 + 145);
    expect(ever.filter(({ successor }) => successor !== null && !standing.has(successor))).toEqual([]);
    // Längelmäki was divided between two.
    const divided = ever.filter(({ ceasedOn, successor }) => ceasedOn !== null && successor === null);
    expect(divided.map(({ nameFi }) => nameFi)).toEqual(['Längelmäki']);
  });
});
