import { between, enacted, type Statute, since } from './provision.ts';

const act: Statute = {
  number: '710/1982',
  title: { fi: 'Sosiaalihuoltolaki', sv: 'Socialvårdslag', en: 'Social Welfare Act of 1982' },
};

// 1301/2014 § 61 repealed the act from 1.4.2015 but left these two sections in force.
const saved = 'kept in force by 1301/2014 § 61';

/** Section 27 d: may be an employment relationship with the provider. */
export const employmentSupport = enacted(
  act,
  '27 d',
  {
    fi: 'Vammaisten henkilöiden työllistymistä tukeva toiminta',
    sv: 'Verksamhet i sysselsättningssyfte för handikappade',
    en: 'Activity supporting the employment of persons with disabilities',
  },
  [since('2002-04-01', { employmentPossible: true }, `68/2002, ${saved}`)],
);

/** Section 27 e: never an employment relationship; work safety and accident insurance by subsection 3. */
export const disabilityWorkActivity = enacted(
  act,
  '27 e',
  {
    fi: 'Vammaisten henkilöiden työtoiminta',
    sv: 'Arbetsverksamhet för handikappade',
    en: 'Work activity for persons with disabilities',
  },
  [since('2002-04-01', { employmentPossible: false }, `68/2002, subsection 3 by 753/2002, ${saved}`)],
);

/** Section 45: a decision of an office holder is brought before the board within so many days of service. */
export const rectificationBeforeBoard = enacted(
  act,
  '45',
  {
    fi: 'Päätöksen saattaminen lautakunnan käsiteltäväksi',
    sv: 'Hänskjutande av beslut till nämnden',
    en: 'Bringing a decision before the board',
  },
  [between('1984-01-01', '2015-03-31', 14, '710/1982; later amendments and first day not verified', false)],
);
