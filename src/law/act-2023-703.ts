import { addMonths, addYears, type Day } from '../kernel/day.ts';
import type { ServiceTask } from '../kernel/service.ts';
import { enacted, type Statute, since, valueOn } from './provision.ts';

const act: Statute = {
  number: '703/2023',
  title: {
    fi: 'Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
    sv: 'Lag om behandling av kunduppgifter inom social- och hälsovården',
    en: 'Act on the Processing of Client Data in Healthcare and Social Welfare',
  },
};

/** Section 9: only what is necessary, and a client relationship that is verified by the system. */
export const rightToUse = enacted(
  act,
  '9',
  { fi: 'Käyttöoikeus asiakastietoon', sv: 'Åtkomsträttigheter till kunduppgifter', en: 'Right to use client data' },
  [since('2024-01-01', null, '703/2023')],
);

/** Section 10: every use and disclosure of client data is logged. */
export const useAndDisclosureLog = enacted(
  act,
  '10',
  {
    fi: 'Asiakas- ja hyvinvointitiedon käytön ja luovutuksen seuranta',
    sv: 'Uppföljning av användning och utlämnande av kunduppgifter och uppgifter om välbefinnande',
    en: 'Following the use and disclosure of data',
  },
  [
    since(
      '2024-01-01',
      {
        use: ['data', 'register', 'user-name', 'user-id', 'purpose', 'time'],
        disclosure: ['data', 'register', 'discloser', 'recipient', 'time', 'purpose', 'basis'],
      },
      '703/2023',
    ),
  ],
);

/** Section 11: the client gets the log in two months, and two years back without a special reason. */
export const clientSeesLog = enacted(
  act,
  '11',
  {
    fi: 'Asiakkaan tiedonsaantioikeus tietojensa käsittelystä',
    sv: 'Kundens rätt att få information om behandlingen av sina egna uppgifter',
    en: "Client's right to know who used the data",
  },
  [since('2024-01-01', { answeredInMonths: 2, yearsBack: 2 }, '703/2023')],
);

/** The annex: how long documents of social welfare are kept, in years. Holds for older documents too (§ 101). */
export const retention = enacted(
  act,
  'liite',
  { fi: 'Asiakasasiakirjojen säilytysajat', sv: 'Förvaringstider', en: 'Retention times' },
  [
    since(
      '2024-01-01',
      {
        workingAge: 10,
        disability: 10,
        vouchers: 3,
        chargeDecisions: 12,
        messages: 3,
        log: 12,
      },
      '703/2023',
    ),
  ],
);

export interface ClosedMatters {
  readonly task: ServiceTask;
  /** When this matter was closed; null while it is open. */
  readonly matterClosedOn: Day | null;
  /** When the last matter of the task was closed; null while one is open. */
  readonly lastMatterClosedOn: Day | null;
  /** When the need of disability services ended; null while it lasts. */
  readonly needEndedOn: Day | null;
}

/**
 * 703/2023 annex: the day from which the documents of a matter may no longer be kept; null while the clock does not run.
 * In services of working age it runs from closing the matter, in disability services from the last one, once the need has ended.
 */
export function keptUntil(matter: ClosedMatters, today: Day): Day | null {
  const years = valueOn(retention, today);
  if (matter.task === 'working-age') {
    return matter.matterClosedOn && addYears(matter.matterClosedOn, years.workingAge);
  }
  if (matter.needEndedOn === null) return null;
  return matter.lastMatterClosedOn && addYears(matter.lastMatterClosedOn, years.disability);
}

/** 703/2023 annex: the day from which a row of the log need no longer be kept. */
export function logKeptUntil(eventOn: Day, today: Day): Day {
  return addYears(eventOn, valueOn(retention, today).log);
}

/** 703/2023 § 11: the last day for answering a client who asks for the log. */
export function logAnswerLimit(askedOn: Day): Day {
  return addMonths(askedOn, valueOn(clientSeesLog, askedOn).answeredInMonths);
}
