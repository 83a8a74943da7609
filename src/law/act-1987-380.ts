import { between, enacted, type Statute } from './provision.ts';

const act: Statute = {
  number: '380/1987',
  title: {
    fi: 'Laki vammaisuuden perusteella järjestettävistä palveluista ja tukitoimista',
    sv: 'Lag om service och stöd på grund av handikapp',
    en: 'Act on Services and Assistance on the Basis of Disability',
  },
};

/** Section 8 b: day activity of severely disabled persons, five days a week where possible. */
export const dayActivityOfSeverelyDisabled = enacted(
  act,
  '8 b',
  {
    fi: 'Vaikeavammaisten päivätoiminta',
    sv: 'Dagverksamhet för gravt handikappade',
    en: 'Day activity for severely disabled persons',
  },
  [between('2007-01-01', '2024-12-31', { daysAWeek: 5 }, '1267/2006, repealed by 675/2023 § 41')],
);
