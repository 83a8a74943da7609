import { addMonths, addYears, type Day } from '../kernel/day.ts';
import { jointPlan } from './act-2014-1369.ts';
import { enacted, type Statute, since, valueOn, versionOn } from './provision.ts';

const act: Statute = {
  number: '381/2023',
  title: {
    fi: 'Laki työllistymisen monialaisesta edistämisestä',
    sv: 'Lag om sektorsövergripande främjande av sysselsättningen',
    en: 'Act on Multisectoral Promotion of Employment',
  },
};

// The act itself leaves its first day to another act (§ 19); the day is from the digest.
const source = '381/2023; first day from the digest';

/** Section 4: the plan is made in so many months from the beginning of the assessment. */
export const multisectoralPlan = enacted(
  act,
  '4',
  {
    fi: 'Monialainen palvelutarpeen arviointi ja monialaisen työllistymissuunnitelman laatiminen',
    sv: 'Sektorsövergripande bedömning av servicebehovet och upprättande av en sektorsövergripande sysselsättningsplan',
    en: 'Multisectoral assessment and the multisectoral employment plan',
  },
  [since('2025-01-01', 3, source)],
);

/** Section 6: checked at least every so many months. */
export const multisectoralPlanCheck = enacted(
  act,
  '6',
  {
    fi: 'Monialaisen työllistymissuunnitelman tarkistaminen',
    sv: 'Översyn av den sektorsövergripande sysselsättningsplanen',
    en: 'Checking the multisectoral employment plan',
  },
  [since('2025-01-01', 3, source)],
);

/** Section 11: the closed list of what may be handled of an unemployed person. */
export const jointData = enacted(
  act,
  '11',
  {
    fi: 'Työtöntä koskevat tiedot ja niiden käyttötarkoitus',
    sv: 'Uppgifter om arbetslösa och uppgifternas användningsändamål',
    en: 'Data on unemployed persons and their purpose',
  },
  [since('2025-01-01', null, source)],
);

/** Section 12: the joint record is deleted so many years after the client relationship has ended. */
export const jointDataRemoval = enacted(
  act,
  '12',
  {
    fi: 'Monialaisen tuen yhteistoimintamallin asiakastietoaineisto ja -järjestelmä',
    sv: 'Klientuppgifter och klientinformationssystem för samarbetsmodellen för sektorsövergripande stöd',
    en: 'Client data and system of the model of multi-sector support',
  },
  [since('2025-01-01', 4, '381/2023, as digested', false)],
);

/** 381/2023 § 4 (1369/2014 § 4 until 2024): the last day for making the plan. */
export function multisectoralPlanLimit(assessmentBegunOn: Day): Day {
  const months = versionOn(multisectoralPlan, assessmentBegunOn)
    ? valueOn(multisectoralPlan, assessmentBegunOn)
    : valueOn(jointPlan, assessmentBegunOn).madeInMonths;
  return addMonths(assessmentBegunOn, months);
}

/** 381/2023 § 6 (1369/2014 § 4 until 2024): the last day for checking the plan; three months from 2025, six before. */
export function multisectoralPlanCheckLimit(madeOrCheckedOn: Day): Day {
  const months = versionOn(multisectoralPlanCheck, madeOrCheckedOn)
    ? valueOn(multisectoralPlanCheck, madeOrCheckedOn)
    : valueOn(jointPlan, madeOrCheckedOn).checkedEveryMonths;
  return addMonths(madeOrCheckedOn, months);
}

/** 381/2023 § 12: the day from which the joint record may no longer be kept. */
export function jointDataRemovedOn(endedOn: Day): Day {
  return addYears(endedOn, valueOn(jointDataRemoval, endedOn));
}
