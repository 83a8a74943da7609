import type { Day } from '../kernel/day.ts';
import { between, enacted, type Statute, since, valueOn } from './provision.ts';

const act: Statute = {
  number: '734/1992',
  title: {
    fi: 'Laki sosiaali- ja terveydenhuollon asiakasmaksuista',
    sv: 'Lag om klientavgifter inom social- och hälsovården',
    en: 'Act on Client Charges in Healthcare and Social Welfare',
  },
};

/** Section 4: special care costs nothing, upkeep excepted, and of a child under 16 partial upkeep too. */
export const freeServices = enacted(
  act,
  '4',
  { fi: 'Maksuttomat sosiaalipalvelut', sv: 'Avgiftsfri socialservice', en: 'Social services free of charge' },
  [
    between(
      '1993-01-01',
      '2024-12-31',
      { upkeepOfSpecialCare: true, upkeepFromAge: 16 },
      '734/1992; amendments not verified',
    ),
    since('2025-01-01', { upkeepOfSpecialCare: true, upkeepFromAge: 16 }, '678/2023, as digested', false),
  ],
);

/** Section 7 e: for what upkeep may be charged under 675/2023; work activity of § 27 is not in the list. */
export const upkeepCharge = enacted(
  act,
  '7 e',
  { fi: 'Ylläpidosta perittävä maksu', sv: 'Avgift för uppehälle', en: 'Charge for upkeep' },
  [since('2025-01-01', ['day-activity', 'coaching'] as readonly string[], '678/2023, as digested', false)],
);

/** Section 11: a charge is reduced or waived where livelihood requires. */
export const reductionOfCharge = enacted(
  act,
  '11',
  {
    fi: 'Maksun perimättä jättäminen tai alentaminen',
    sv: 'Efterskänkande och nedsättning av avgift',
    en: 'Waiving or reducing a charge',
  },
  [since('1993-01-01', null, '734/1992; later wording by 1201/2020')],
);

/**
 * 734/1992 § 4 (§ 7 e from 2025): may a meal be charged as upkeep?
 * From 2025 work activity needs another ground, to be settled by the organiser's lawyer.
 */
export function mealMayBeChargedAsUpkeep(service: 'work-activity' | 'day-activity' | 'coaching', on: Day): boolean {
  if (on < '2025-01-01') return valueOn(freeServices, on).upkeepOfSpecialCare;
  return valueOn(upkeepCharge, on).includes(service);
}

/** 734/1992 § 4: nothing is charged for the partial upkeep, such as a meal, of whoever is younger than this in special care. */
export function upkeepFromAge(on: Day): number {
  return valueOn(freeServices, on).upkeepFromAge;
}
