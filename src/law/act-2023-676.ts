import { type Day, day } from '../kernel/day.ts';
import { earlierEnd, type Range, range } from '../kernel/range.ts';
import { enacted, type Statute, since, valueOn } from './provision.ts';

const act: Statute = {
  number: '676/2023',
  title: {
    fi: 'Laki kehitysvammaisten erityishuollosta annetun lain muuttamisesta',
    sv: 'Lag om ändring av lagen angående specialomsorger om utvecklingsstörda',
    en: 'Act amending the Act on Special Care for Persons with Intellectual Disabilities',
  },
};

const lawChangesOn = day('2025-01-01');

/** Its transitional provision, as also 675/2023 § 42: old decisions run out at most three years after 1.1.2025. */
export const transition = enacted(
  act,
  'voimaantulo',
  { fi: 'Siirtymäsäännös', sv: 'Övergångsbestämmelse', en: 'Transitional provision' },
  [
    since(
      '2025-01-01',
      { noLongerFrom: day('2028-01-01') },
      '676/2023 and 675/2023 § 42, moved to 1.1.2025 by HE 9/2023',
    ),
  ],
);

/** 675/2023 § 42 and 676/2023: a matter pending when the law changed is decided by the law before. */
export function decidedByOldLaw(pendingOn: Day): boolean {
  return pendingOn < lawChangesOn;
}

/**
 * 675/2023 § 42 and 676/2023: the days when a decision made by the repealed law really holds.
 * It runs to its own end, yet no longer than 31.12.2027, and null where it would begin after that; the client may have it changed to the new law at any time.
 */
export function oldDecisionHolds(during: Range): Range | null {
  const to = earlierEnd(during.to, valueOn(transition, lawChangesOn).noLongerFrom);
  return to === null || during.from < to ? range(during.from, to) : null;
}

/**
 * The acts that 675/2023 and 676/2023 repealed or emptied of these services: a decision that cites them is one by the old law. Since
 * when it is limited, and before which day it has ended.
 */
export const repealedActs = ['519/1977', '380/1987'].map((number) => ({
  act: number,
  sinceOn: lawChangesOn,
  holdsBefore: valueOn(transition, lawChangesOn).noLongerFrom,
}));

/** The days on which a decision really holds, as the law stands on a day: until 2025 one by the old law held as long as it said. */
export function decisionHolds(during: Range, provisions: readonly string[], on: Day): Range | null {
  return on >= lawChangesOn && citesRepealedLaw(provisions) ? oldDecisionHolds(during) : during;
}

export function citesRepealedLaw(provisions: readonly string[]): boolean {
  return provisions.some((id) => repealedActs.some((one) => id.startsWith(`${one.act}:`)));
}
