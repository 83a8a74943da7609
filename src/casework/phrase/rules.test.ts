import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { type Service, services } from '../../kernel/service.ts';
import { alternativesFor, basisFor, groundsOfDenial } from '../../law/basis.ts';
import { citableWith, hasUnfinishedPhrase, ownReasons, phraseFault, readyReasons } from './rules.ts';
import { builtInReasons, easyReasons } from './words.ts';

describe('ready reasons', () => {
  const citable = (service: Service, on: string) =>
    [basisFor, alternativesFor, groundsOfDenial].flatMap((of) => of(service, day(on)).map(({ id }) => id));
  const ready = (service: Service, denies: boolean, on: string) =>
    readyReasons(service, denies, citable(service, on)).map(({ phrase }) => phrase);

  test('follow the service, and those against it the provisions that may be cited in the matter', () => {
    expect(ready('rehabilitative-work', false, '2021-06-17')).toEqual([
      'rehabilitation-agreed',
      'rehabilitation-earlier',
    ]);
    expect(ready('rehabilitative-work', true, '2021-06-17')).toEqual([
      'outside-rehabilitation',
      'no-duty',
      'not-earlier',
      'other-support',
    ]);
    expect(ready('day-activity', true, '2021-06-17')).toEqual(['outside-special-care', 'other-support']);
    expect(ready('day-activity', true, '2025-06-17')).toEqual(['outside-disability-act', 'other-support']);
  });

  test('are there for every service on every day of its law, for it and against it', () => {
    for (const service of services)
      for (const on of ['2016-06-17', '2021-06-17', '2025-06-17'])
        if (basisFor(service, day(on)).length > 0)
          expect([ready(service, false, on), ready(service, true, on)], `${service} ${on}`).not.toContainEqual([]);
  });
});

describe('an organiser’s own ready reasons', () => {
  const own = { id: '1', name: 'Oma', against: true, provision: '1301/2014:36', text: 'Koska …', easy: null };

  test('are offered for their outcome where their provision may be cited', () => {
    expect(ownReasons([own], true, ['1301/2014:36'])).toEqual([own]);
    expect(ownReasons([own], true, [])).toEqual([]);
    expect(ownReasons([own], false, ['1301/2014:36'])).toEqual([]);
    expect(ownReasons([{ ...own, provision: null }], true, [])).toHaveLength(1);
  });

  test('stand on a provision of their service and outcome, on their first day', () => {
    const during = range(day('2021-06-17'));
    const grants = { service: 'rehabilitative-work' as const, against: false, during };
    const [granting] = citableWith(grants, during.from);
    expect(phraseFault({ ...grants, provision: granting as string })).toBeNull();
    expect(phraseFault({ ...grants, provision: null })).toBeNull();
    expect(phraseFault({ ...grants, provision: '675/2023:27' })).toMatchObject({ field: 'provision' });
    const old = { service: 'work-activity' as const, against: false, provision: '519/1977:35' };
    expect(phraseFault({ ...old, during })).toBeNull();
    expect(phraseFault({ ...old, during: range(day('2025-06-17')) })).not.toBeNull();
  });
});

describe('an unfinished ready reason', () => {
  test('is any with dots that stands as it was put there: built in or own, in plain or easy words', () => {
    const own = { textFi: 'Oma syy: … .', textSv: 'Egen orsak: … .', easyFi: 'Syy on …', easySv: null };
    for (const language of ['fi', 'sv'] as const)
      for (const ready of [builtInReasons, easyReasons])
        for (const text of Object.values(ready[language])) {
          expect(hasUnfinishedPhrase(`Alku.\n\n${text}`, [])).toBe(true);
          expect(hasUnfinishedPhrase(text.replace('…', 'tarve on arvioitu.'), [])).toBe(false);
        }
    expect(hasUnfinishedPhrase('Oma syy: … .', [own])).toBe(true);
    expect(hasUnfinishedPhrase('Syy on …', [own])).toBe(true);
    expect(hasUnfinishedPhrase('Oma syy: … .', [])).toBe(false);
    expect(hasUnfinishedPhrase(null, [own])).toBe(false);
    // One without dots is whole as it is.
    expect(hasUnfinishedPhrase('Valmis.', [{ ...own, textFi: 'Valmis.' }])).toBe(false);
  });
});
