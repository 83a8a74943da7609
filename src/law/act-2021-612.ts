import { day } from '../kernel/day.ts';
import { type Range, range, rangeThrough } from '../kernel/range.ts';
import { enacted, type Statute, since, versionOn } from './provision.ts';

const act: Statute = {
  number: '612/2021',
  title: {
    fi: 'Laki sosiaali- ja terveydenhuollon järjestämisestä',
    sv: 'Lag om ordnande av social- och hälsovård',
    en: 'Act on Organising Healthcare and Social Welfare',
  },
};

/** Section 8: wellbeing services counties organise social welfare; Helsinki does for its own (615/2021). */
export const countyOrganises = enacted(
  act,
  '8',
  {
    fi: 'Hyvinvointialueen järjestämisvastuu',
    sv: 'Välfärdsområdets organiseringsansvar',
    en: 'Responsibility of the wellbeing services county',
  },
  [
    since(
      '2023-01-01',
      { municipalityToo: '091' },
      '612/2021 and 616/2021; the section and Helsinki’s are recalled',
      false,
    ),
  ],
);

/** Who a task of social welfare can belong to. */
export type OrganisingBody = 'municipal' | 'county' | 'none';

const countiesFrom = day('2023-01-01');
const always: Range = range(day('1900-01-01'));

/**
 * 612/2021 § 8: the days on which the law lets a body organise social welfare. Municipal ones did until 31.12.2022, and
 * Helsinki goes on; counties do from 1.1.2023. Null for a body that plans only.
 */
export function daysToOrganise(body: OrganisingBody, municipalityCodes: readonly string[]): Range | null {
  if (body === 'none') return null;
  if (body === 'county') return range(countiesFrom);
  const exception = versionOn(countyOrganises, countiesFrom)?.value.municipalityToo ?? '';
  return municipalityCodes.includes(exception) ? always : rangeThrough(always.from, day('2022-12-31'));
}
