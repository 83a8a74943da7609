import { addMonths, type Day } from '../kernel/day.ts';
import { type ContentItem, jobSearch } from './act-2001-189-plan.ts';
import { jointPlan, jointPlanItems } from './act-2014-1369.ts';
import { enacted, type Provision, type Statute, since, valueOn, versionOn } from './provision.ts';

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

/** Section 5: what the plan agrees on, and the duty to look for work. */
export const multisectoralContent = enacted(
  act,
  '5',
  {
    fi: 'Monialaisen työllistymissuunnitelman sisältö',
    sv: 'Den sektorsövergripande sysselsättningsplanens innehåll',
    en: 'Content of the multisectoral employment plan',
  },
  [since('2025-01-01', [...jointPlanItems, jobSearch(3)], source)],
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

/** 381/2023 § 4 (1369/2014 § 4 until 2024): the last day for making the plan. */
export function multisectoralPlanLimit(assessmentBegunOn: Day): Day {
  const months = versionOn(multisectoralPlan, assessmentBegunOn)
    ? valueOn(multisectoralPlan, assessmentBegunOn)
    : valueOn(jointPlan, assessmentBegunOn).madeInMonths;
  return addMonths(assessmentBegunOn, months);
}

/** The provision by which a plan made or checked on the day is to be checked; null before there was such a plan. */
export function multisectoralCheckProvision(on: Day): Provision | null {
  return [multisectoralPlanCheck, jointPlan].find((one) => versionOn<unknown>(one, on) !== null) ?? null;
}

/** The provision by which the plan is to be made, where its assessment began on the day; null before there was such a plan. */
export function multisectoralPlanProvision(begunOn: Day): Provision | null {
  return [multisectoralPlan, jointPlan].find((one) => versionOn<unknown>(one, begunOn) !== null) ?? null;
}

/** 381/2023 § 6 (1369/2014 § 4 until 2024): the last day for checking the plan; three months from 2025, six before. */
export function multisectoralPlanCheckLimit(madeOrCheckedOn: Day): Day {
  const months = versionOn(multisectoralPlanCheck, madeOrCheckedOn)
    ? valueOn(multisectoralPlanCheck, madeOrCheckedOn)
    : valueOn(jointPlan, madeOrCheckedOn).checkedEveryMonths;
  return addMonths(madeOrCheckedOn, months);
}

/** 381/2023 § 5 (1369/2014 § 4 until 2024): what a plan made on the day agrees on, and by which provision; nothing before there was one. */
export function multisectoralPlanContent(madeOn: Day): {
  readonly provision: string;
  readonly items: readonly ContentItem[];
} | null {
  const now = versionOn(multisectoralContent, madeOn);
  if (now) return { provision: multisectoralContent.id, items: now.value };
  const before = versionOn(jointPlan, madeOn);
  return before && { provision: jointPlan.id, items: before.value.items };
}
