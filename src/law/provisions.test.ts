import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { overlaps, range } from '../kernel/range.ts';
import { between, enacted, since, valueOn } from './provision.ts';
import { cite, isProvisionId, provision, provisionInForce, provisions } from './provisions.ts';

describe('The provisions', () => {
  it('are there once each, named in three languages and with a source', () => {
    expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
    expect(provisions.length).toBeGreaterThan(40);
    for (const one of provisions) {
      for (const words of [one.subject, one.act.title]) {
        expect(Object.values(words).every((text) => text.length > 0)).toBe(true);
      }
      expect(one.versions.every(({ source }) => /\d+\/\d{4}/.test(source))).toBe(true);
    }
  });

  it('have one wording on a day', () => {
    for (const id of provisions.map((one) => one.id)) {
      const days = provision(id).versions.map(({ during }) => during);
      for (const [i, one] of days.entries()) {
        expect(days.slice(i + 1).some((other) => overlaps(one, other))).toBe(false);
      }
    }
    const act = { number: '1/2000', title: { fi: 'Laki', sv: 'Lag', en: 'Act' } };
    expect(() =>
      enacted(act, '1', act.title, [since('2000-01-01', 1, ''), between('2001-01-01', '2001-01-31', 2, '')]),
    ).toThrow(RangeError);
  });

  it('are found by id, and in force on their days only', () => {
    expect(provision('519/1977:35').section).toBe('35');
    expect(provisionInForce('519/1977:35', day('2024-12-31'))?.during).toEqual(
      range(day('1984-02-01'), day('2025-01-01')),
    );
    expect(provisionInForce('519/1977:35', day('2025-01-01'))).toBeNull();
    expect(provisionInForce('675/2023:27', day('2024-12-31'))).toBeNull();
    expect(isProvisionId('1301/2014:27e')).toBe(false);
    expect(() => provision('1301/2014:27e')).toThrow(RangeError);
    expect(() => valueOn(provision('675/2023:27'), day('2021-06-17'))).toThrow(RangeError);
  });

  it('are cited as a decision cites them', () => {
    expect(cite('189/2001:9', 'fi')).toBe('Laki kuntouttavasta työtoiminnasta (189/2001) 9 §');
    expect(cite('710/1982:27e', 'fi')).toBe('Sosiaalihuoltolaki (710/1982) 27 e §');
    expect(cite('710/1982:27d', 'sv')).toBe('27 d § i socialvårdslagen (710/1982)');
    expect(cite('189/2001:9', 'sv')).toBe('9 § i lagen om arbetsverksamhet i rehabiliteringssyfte (189/2001)');
    expect(cite('1290/2002:10:6', 'sv')).toBe('10 kap. 6 § i lagen om utkomstskydd för arbetslösa (1290/2002)');
    expect(cite('1290/2002:10:6', 'fi')).toBe('Työttömyysturvalaki (1290/2002) 10 luku 6 §');
    expect(cite('675/2023:27', 'en')).toBe('Disability Services Act (675/2023), section 27');
    expect(cite('621/1999:24', 'fi', { subsection: 1, item: 25 })).toBe(
      'Laki viranomaisten toiminnan julkisuudesta (621/1999) 24 § 1 mom. 25 kohta',
    );
    expect(cite('621/1999:24', 'sv', { subsection: 1, item: 25 })).toContain(
      '24 § 1 mom. 25 punkten i lagen om offentlighet',
    );
    expect(cite('676/2023:voimaantulo', 'en')).toContain('(676/2023)');
  });
});
