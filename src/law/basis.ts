import type { Day } from '../kernel/day.ts';
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
import { needsAssessment } from './act-2014-1301.ts';
import { coaching, dayActivity, disabilityApplicability, workActivity } from './act-2023-675.ts';
import { decidedByOldLaw } from './act-2023-676.ts';
import { type Provision, versionOn } from './provision.ts';

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
 * for whom the act on special care is not meant; 675/2023 § 27 comes only where those two do not meet the need.
 */
export function alternativesFor(service: Service, pendingOn: Day): readonly Provision[] {
  const also =
    service === 'work-activity' || service === 'open-work' ? [employmentSupport, disabilityWorkActivity] : [];
  return also.filter((provision) => versionOn(provision, pendingOn) !== null);
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
  return service === 'employment-support-27d' || service === 'work-activity-27e' || service === 'supported-employment'
    ? 'either'
    : 'until-further-notice';
}
