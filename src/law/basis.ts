import { type Day, day } from '../kernel/day.ts';
import type { Range } from '../kernel/range.ts';
import type { Service } from '../kernel/service.ts';
import { coachingInSpecialCare, specialCareFor, workActivityInSpecialCare } from './act-1977-519.ts';
import { disabilityWorkActivity, employmentSupport } from './act-1982-710.ts';
import { dayActivityOfSeverelyDisabled } from './act-1987-380.ts';
import {
  dutyToArrange,
  earlierAtRequest,
  periodFrame,
  periodFrameOfOld,
  rehabilitationApplicability as rehabilitativeApplicability,
  rehabilitativeWork,
} from './act-2001-189.ts';
import { agesOfUnemployed } from './act-2002-1290.ts';
import { needsAssessment } from './act-2014-1301.ts';
import { coaching, dayActivity, disabilityApplicability, disabilityDecision, workActivity } from './act-2023-675.ts';
import { decidedByOldLaw } from './act-2023-676.ts';
import { type Provision, valueOn, versionOn } from './provision.ts';

// Open work is no service of its own in any statute: it is work activity at an employer.
const bases: Readonly<Record<Service, readonly Provision[]>> = {
  'work-activity': [workActivityInSpecialCare, coachingInSpecialCare, workActivity],
  'open-work': [workActivityInSpecialCare, coachingInSpecialCare, workActivity],
  'day-activity': [coachingInSpecialCare, dayActivity],
  'day-activity-severe': [dayActivityOfSeverelyDisabled, dayActivity],
  'job-coaching': [coachingInSpecialCare, coaching],
  'supported-employment': [coachingInSpecialCare, employmentSupport],
  'rehabilitative-work': [rehabilitativeWork, periodFrameOfOld, periodFrame],
  'employment-support-27d': [employmentSupport],
  'work-activity-27e': [disabilityWorkActivity],
};

/** From 2025 section 2 of 519/1977 speaks of demanding support only, which is none of these services. */
const isBasis = ({ value }: { readonly value: unknown }): boolean => value !== 'demanding-multiprofessional-support';

/** The provisions that a service rests on, each with the days of every wording that is its basis. */
export function basisDays(service: Service): { readonly provision: string; readonly during: Range }[] {
  return bases[service].flatMap(({ id, versions }) =>
    versions.filter(isBasis).map(({ during }) => ({ provision: id, during })),
  );
}

/**
 * The provisions that can be cited for a service: those in force on the day the matter became pending.
 * An application pending when the law changed is decided by the law before (675/2023 § 42).
 */
export function basisFor(service: Service, pendingOn: Day): readonly Provision[] {
  return bases[service].filter((provision) => {
    const version = versionOn(provision, pendingOn);
    return version !== null && isBasis(version);
  });
}

/**
 * By which provisions a service may be arranged instead: work activity and open work also by 27 d and 27 e of 710/1982,
 * for whom the act on special care is not meant; 675/2023 § 27 comes only where those two do not meet the need. Rehabilitative work
 * may be granted to others than those of § 3 at their own request, by § 15 of 189/2001.
 */
export function alternativesFor(service: Service, pendingOn: Day): readonly Provision[] {
  const also: readonly Provision[] =
    service === 'work-activity' || service === 'open-work'
      ? [employmentSupport, disabilityWorkActivity]
      : service === 'rehabilitative-work'
        ? [earlierAtRequest]
        : [];
  return also.filter((provision) => versionOn(provision, pendingOn) !== null);
}

// The same need is met once: work activity of 675/2023 § 27 (519/1977 § 35 before) comes where 27 d and 27 e do not meet it, 27 e is for
// those who cannot do the work of 27 d, and there is one day activity.
const oneNeed: readonly (readonly (readonly Service[])[])[] = [
  [['work-activity', 'open-work'], ['work-activity-27e'], ['employment-support-27d']],
  [['day-activity'], ['day-activity-severe']],
];

/**
 * Whether one who is granted a service cannot be granted the other on the same days. Work activity at a centre and at an employer is
 * one service of the law, and one may be granted both.
 * Source: 675/2023 § 27, 519/1977 § 1, 710/1982 § 27 e.
 */
export function excludes(one: Service, other: Service): boolean {
  if (one === other) return true;
  return oneNeed.some((ways) => {
    const [first, second] = [one, other].map((service) => ways.findIndex((way) => way.includes(service)));
    return first !== -1 && second !== -1 && first !== second;
  });
}

/** Of whom the law of a service does not speak: it may be decided all the same, for a reason that is recorded. */
export const outsideKinds = ['too-young', 'too-old', 'not-unemployed', 'lives-on-other-income'] as const;
export type OutsideKind = (typeof outsideKinds)[number];
export interface OutsideAct {
  readonly kind: OutsideKind;
  readonly provision: string;
}

/** What tells whether somebody is in the group of an act: age, and what one mainly lives on; null where it is not known. */
export interface PersonOfAct {
  readonly age: number | null;
  readonly mainBenefit: string | null;
}

// The act is of 2003; who is unemployed was told by the same ages before.
const ageKnownFrom = day('2003-01-01');
const unemployed: readonly string[] = ['labour-market-subsidy', 'basic-allowance', 'social-assistance', 'none'];
const unable: readonly string[] = [
  'disability-pension',
  'rehabilitation-subsidy',
  'guarantee-pension',
  'care-allowance',
  'none',
];
const aside: readonly string[] = ['housing-allowance', 'other'];

/**
 * Why somebody is outside the group that the act of a service is meant for, as far as what is recorded tells.
 * Rehabilitative work is for the unemployed on labour market subsidy or social assistance (189/2001 § 3), which is paid from 17 to 65
 * years of age (1290/2002 ch. 3 § 1); § 27 e for those who live on benefits for illness or incapacity; day activity of 675/2023 § 25 for
 * those under the age of old-age pension.
 */
export function outsideGroup(
  service: Service,
  cited: readonly string[],
  { age, mainBenefit }: PersonOfAct,
  on: Day,
): readonly OutsideAct[] {
  const lives = mainBenefit === null || aside.includes(mainBenefit) ? null : mainBenefit;
  if (service === 'rehabilitative-work') {
    const provision = rehabilitativeApplicability.id;
    const ages = valueOn(agesOfUnemployed, on < ageKnownFrom ? ageKnownFrom : on);
    return [
      ...(age !== null && age < ages.from ? [{ kind: 'too-young' as const, provision }] : []),
      ...(age !== null && age >= ages.before ? [{ kind: 'too-old' as const, provision }] : []),
      ...(lives !== null && !unemployed.includes(lives) ? [{ kind: 'not-unemployed' as const, provision }] : []),
    ];
  }
  if (service === 'work-activity-27e' || cited.includes(disabilityWorkActivity.id))
    return lives !== null && !unable.includes(lives)
      ? [{ kind: 'lives-on-other-income', provision: disabilityWorkActivity.id }]
      : [];
  const limit = cited.includes(dayActivity.id) ? versionOn(dayActivity, on) : null;
  return limit !== null && age !== null && age >= limit.value.underAge
    ? [{ kind: 'too-old', provision: dayActivity.id }]
    : [];
}

/** Until which age the acts mean what they grant without an end, by the provision that is cited: it is passed on a day of its own. */
export function agesPassed(): { readonly provision: string; readonly underAge: number }[] {
  return dayActivity.versions.map(({ value }) => ({ provision: dayActivity.id, underAge: value.underAge }));
}

/** By which provisions a service may be denied: whom the act concerns, when there is no duty, what the assessed need is. */
export function groundsOfDenial(service: Service, pendingOn: Day): readonly Provision[] {
  const basis = basisFor(service, pendingOn);
  const scope: readonly Provision[] =
    service === 'rehabilitative-work'
      ? [rehabilitativeApplicability, dutyToArrange, earlierAtRequest]
      : [
          ...(basis.some(({ act }) => act.number === specialCareFor.act.number) ? [specialCareFor] : []),
          ...(basis.some(({ act }) => act.number === disabilityApplicability.act.number)
            ? [disabilityApplicability]
            : []),
        ];
  return [...scope, needsAssessment].filter((provision) => versionOn(provision, pendingOn) !== null);
}

/** Those of the cited provisions that cannot be cited for a matter which became pending on the day. */
export function notCitable(service: Service, cited: readonly string[], pendingOn: Day): string[] {
  const citable = new Set(
    [basisFor, alternativesFor, groundsOfDenial].flatMap((of) => of(service, pendingOn).map(({ id }) => id)),
  );
  return cited.filter((id) => !citable.has(id));
}

/**
 * 675/2023 §§ 5 and 7, 189/2001 § 13 b: does the law ask for a decision with an end, without one, or leave it open?
 * Rehabilitative work is granted for a period, services of 675/2023 until further notice, its coaching for a term.
 */
export function decisionTerm(service: Service, pendingOn: Day): 'for-a-period' | 'until-further-notice' | 'either' {
  if (service === 'rehabilitative-work') return 'for-a-period';
  if (decidedByOldLaw(pendingOn)) return 'either';
  if (service === 'job-coaching') return 'for-a-period';
  const byOtherActs: readonly Service[] = ['employment-support-27d', 'work-activity-27e', 'supported-employment'];
  return !byOtherActs.includes(service) && valueOn(disabilityDecision, pendingOn).openEnded
    ? 'until-further-notice'
    : 'either';
}

/**
 * What the law asks of a decision by what it cites: 675/2023 § 5 speaks of decisions by that act, not of those that rest on 27 d or 27 e
 * of 710/1982 alone.
 */
export function termByCited(
  service: Service,
  cited: readonly string[],
  pendingOn: Day,
): ReturnType<typeof decisionTerm> {
  const cites = (provisions: readonly Provision[]) => provisions.some(({ id }) => cited.includes(id));
  const term = decisionTerm(service, pendingOn);
  const byOthersAlone = cites(alternativesFor(service, pendingOn)) && !cites(basisFor(service, pendingOn));
  return term === 'until-further-notice' && byOthersAlone ? 'either' : term;
}
