import { type ContentItem, numbered } from './act-2001-189-plan.ts';
import { between, enacted, type Statute } from './provision.ts';

const act: Statute = {
  number: '1369/2014',
  title: {
    fi: 'Laki työllistymistä edistävästä monialaisesta yhteispalvelusta',
    sv: 'Lag om sektorsövergripande samservice som främjar sysselsättningen',
    en: 'Act on Multisectoral Joint Services Promoting Employment',
  },
};

// Last day by the digest: 381/2023 took over on 1.1.2025; the repealing act was not seen.
const source = '1369/2014; last day not verified';

/** What a multi-sectoral plan agrees on; Swedish and English are our translations. */
export const jointPlanItems: readonly ContentItem[] = numbered([
  [
    'services',
    {
      fi: 'palvelutarpeen mukaiset työvoima-, sosiaali-, terveys- ja kuntoutuspalvelut',
      sv: 'arbetskrafts-, social-, hälso- och rehabiliteringsservice enligt servicebehovet',
      en: 'the employment, social, health and rehabilitation services by the need',
    },
  ],
  [
    'follow-up',
    {
      fi: 'miten suunnitelman toteutumista seurataan',
      sv: 'hur genomförandet av planen följs upp',
      en: 'how the carrying out of the plan is followed',
    },
  ],
]);

/** Section 4: the plan is made within so many months, while the needs are assessed together, and checked at least every so many months. */
export const jointPlan = enacted(
  act,
  '4',
  {
    fi: 'Monialaisen työllistymissuunnitelman laatiminen, seuranta ja tarkistaminen',
    sv: 'Hur en sektorsövergripande sysselsättningsplan utarbetas, följs upp och revideras',
    en: 'Making, following and checking the multisectoral employment plan',
  },
  [
    between(
      '2015-01-01',
      '2024-12-31',
      { madeInMonths: 3, checkedEveryMonths: 6, items: jointPlanItems },
      source,
      false,
    ),
  ],
);
