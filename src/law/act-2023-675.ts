import { enacted, type Statute, since } from './provision.ts';

const act: Statute = {
  number: '675/2023',
  title: { fi: 'Vammaispalvelulaki', sv: 'Lag om funktionshinderservice', en: 'Disability Services Act' },
};
const source = '675/2023, first day by 953/2023';

/** Section 2: whom the act concerns, and that its services come where other acts do not meet the need. */
export const disabilityApplicability = enacted(
  act,
  '2',
  {
    fi: 'Lain soveltamisala ja suhde muuhun lainsäädäntöön',
    sv: 'Lagens tillämpningsområde och förhållande till annan lagstiftning',
    en: 'Scope of application and relation to other legislation',
  },
  [since('2025-01-01', null, source)],
);

/** Section 5: decisions hold until further notice unless the person's interest or the service requires a term. */
export const disabilityDecision = enacted(
  act,
  '5',
  {
    fi: 'Päätöksenteko ja palveluiden toteuttaminen',
    sv: 'Beslutsfattande och tillhandahållande av service',
    en: 'Decisions and carrying out of services',
  },
  [since('2025-01-01', { openEnded: true }, source)],
);

/** Section 7: goal-bound and for a term. */
export const coaching = enacted(act, '7', { fi: 'Valmennus', sv: 'Träning', en: 'Coaching' }, [
  since('2025-01-01', { forTerm: true }, source),
]);

/** Section 25: for those under old-age pension age who need daily support for taking part. */
export const dayActivity = enacted(act, '25', { fi: 'Päivätoiminta', sv: 'Dagverksamhet', en: 'Day activity' }, [
  since('2025-01-01', { underAge: 65 }, `${source}; the age by 568/2007 § 10 subsection 1`),
]);

/** Section 26: five days a week unless fewer are enough. */
export const dayActivityAmount = enacted(
  act,
  '26',
  { fi: 'Päivätoiminnan toteuttaminen', sv: 'Tillhandahållande av dagverksamhet', en: 'Carrying out day activity' },
  [since('2025-01-01', { daysAWeek: 5 }, source)],
);

/** Section 27: a right where 710/1982 §§ 27 d and 27 e do not meet the individual need; free trips by subsection 3. */
export const workActivity = enacted(
  act,
  '27',
  {
    fi: 'Kehitysvammaisten henkilöiden työtoiminta',
    sv: 'Arbetsverksamhet för personer med utvecklingsstörning',
    en: 'Work activity of persons with intellectual disabilities',
  },
  [since('2025-01-01', null, `${source}; subsection 3 by 1075/2024`)],
);
