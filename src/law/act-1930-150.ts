import { addDays, addMonths, type Day, nextWorkingDay } from '../kernel/day.ts';
import { enacted, type Statute, since } from './provision.ts';

const act: Statute = {
  number: '150/1930',
  title: {
    fi: 'Laki säädettyjen määräaikain laskemisesta',
    sv: 'Lag om beräknande av laga tid',
    en: 'Act on the Calculation of Statutory Time Limits',
  },
};

// The text was not at hand; the rules are as commonly known and marked to be checked.
const source = '150/1930, recalled';

export const countingInDays = enacted(
  act,
  '2',
  {
    fi: 'Päivinä määrätty aika',
    sv: 'Tid bestämd i dagar',
    en: 'Time limit in days',
  },
  [since('1931-01-01', null, source, false)],
);

export const countingInMonths = enacted(
  act,
  '3',
  {
    fi: 'Kuukausina määrätty aika',
    sv: 'Tid bestämd i månader',
    en: 'Time limit in months',
  },
  [since('1931-01-01', null, source, false)],
);

export const limitOnHoliday = enacted(
  act,
  '5',
  {
    fi: 'Määräajan päättyminen pyhäpäivänä',
    sv: 'Tid som löper ut på en helgdag',
    en: 'Time limit that ends on a holiday',
  },
  [since('1931-01-01', null, source, false)],
);

/** 150/1930 § 2: the last day of a limit in days; the day from which it runs is not counted. */
export function lastDayOfDays(from: Day, days: number): Day {
  return addDays(from, days);
}

/** 150/1930 § 3: the last day of a limit in months is the day of the same number, or the last of a shorter month. */
export function lastDayOfMonths(from: Day, months: number): Day {
  return addMonths(from, months);
}

/** 150/1930 § 5: a limit that ends on a Saturday, a holiday or an eve may be kept on the next working day. */
export function movedToWorkingDay(last: Day): Day {
  return nextWorkingDay(last);
}
