import { between, enacted, type Statute, since } from './provision.ts';

const act: Statute = {
  number: '519/1977',
  title: {
    fi: 'Laki kehitysvammaisten erityishuollosta',
    sv: 'Lag angående specialomsorger om utvecklingsstörda',
    en: 'Act on Special Care for Persons with Intellectual Disabilities',
  },
};

/** Section 1: whom special care concerns, and that it comes where other acts do not give the service. */
export const specialCareFor = enacted(
  act,
  '1',
  { fi: 'Erityishuollon tarkoitus', sv: 'Specialomsorgernas syfte', en: 'The purpose of special care' },
  [since('1978-01-01', null, '519/1977')],
);

// 676/2023 says 1.10.2023; its coming into force was moved to 1.1.2025 together with 675/2023 (HE 9/2023).
const repealed = '676/2023, moved to 1.1.2025 by HE 9/2023';

/** Section 2 item 4: arranging work activity belongs to special care; rewritten from 2025. */
export const workActivityInSpecialCare = enacted(
  act,
  '2',
  {
    fi: 'Erityishuoltoon kuuluvat palvelut: työtoiminnan järjestäminen',
    sv: 'Service som hör till specialomsorgerna: ordnande av arbetsverksamhet',
    en: 'Services of special care: arranging work activity',
  },
  [
    between('1984-02-01', '2024-12-31', 'work-activity', '26/1984'),
    since('2025-01-01', 'demanding-multiprofessional-support', repealed),
  ],
);

/** Section 35 subsection 2: job coaching, work activity and other stimulating activity; repealed from 2025. */
export const coachingInSpecialCare = enacted(
  act,
  '35',
  {
    fi: 'Työhönvalmennus, työtoiminta ja muu virikkeitä antava toiminta',
    sv: 'Arbetsträning, arbetsverksamhet och annan stimulerande verksamhet',
    en: 'Job coaching, work activity and other stimulating activity',
  },
  [between('1984-02-01', '2024-12-31', null, `26/1984, repealed by ${repealed}`)],
);
