import { addYears, type Day } from '../kernel/day.ts';
import { enacted, type Statute, since, valueOn } from './provision.ts';

const act: Statute = {
  number: '661/2009',
  title: {
    fi: 'Laki väestötietojärjestelmästä ja Digi- ja väestötietoviraston varmennepalveluista',
    sv: 'Lag om befolkningsdatasystemet och de certifikattjänster som tillhandahålls av Myndigheten för digitalisering och befolkningsdata',
    en: 'Act on the Population Information System',
  },
};

/** Section 36 subsection 3: at most so many years at first, and at each renewal. */
export const addressProtection = enacted(
  act,
  '36',
  { fi: 'Turvakielto', sv: 'Spärrmarkering', en: 'Address protection' },
  [since('2010-03-01', { firstYears: 5, renewedYears: 2 }, '661/2009; first day and amendments not verified', false)],
);

/** Section 37: never passed on, and handled only by those whose duty it directly is. */
export const protectedDetails = enacted(
  act,
  '37',
  {
    fi: 'Turvakiellon kohteena olevien tietojen käsittely',
    sv: 'Behandling av uppgifter som omfattas av spärrmarkering',
    en: 'Handling of protected details',
  },
  [since('2010-03-01', null, '661/2009; first day and amendments not verified', false)],
);

/** 661/2009 § 36: the first day on which a protection that began on the day has surely ended, unless renewed. */
export function addressProtectionEnds(from: Day, time: 'first' | 'renewed'): Day {
  const { firstYears, renewedYears } = valueOn(addressProtection, from);
  return addYears(from, time === 'first' ? firstYears : renewedYears);
}
