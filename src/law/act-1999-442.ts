import type { Day } from '../kernel/day.ts';
import { enacted, type Statute, since, versionOn } from './provision.ts';

const act: Statute = {
  number: '442/1999',
  title: {
    fi: 'Laki holhoustoimesta',
    sv: 'Lag om förmyndarverksamhet',
    en: 'Guardianship Services Act',
  },
};

/** Section 2: who is younger is a minor, for whom somebody else acts; the act before it had the same age. */
export const ageOfMajority = enacted(act, '2', { fi: 'Täysi-ikäisyys', sv: 'Myndighetsålder', en: 'Age of majority' }, [
  since('1999-12-01', 18, '442/1999, recalled', false),
]);

/** Whether somebody of the age is a child on the day. */
export function isMinor(age: number, on: Day): boolean {
  return age < ((versionOn(ageOfMajority, on) ?? ageOfMajority.versions[0])?.value as number);
}
