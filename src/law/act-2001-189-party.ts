import type { Day } from '../kernel/day.ts';
import { rehabilitativeWorkAct } from './act-2001-189.ts';
import { between, enacted, since, versionOn } from './provision.ts';

/** Who of the employment administration makes plans with the client and the organiser, as it was called on its days. */
export type EmploymentParty = 'labour-office' | 'te-office' | 'te-office-or-pilot' | 'employment-authority';

const party = (value: EmploymentParty) => value;

/** Section 7: which of the employment administration takes part in the plan. */
export const employmentParty = enacted(
  rehabilitativeWorkAct,
  '7',
  {
    fi: 'Aktivointisuunnitelman laatimiseen osallistuva viranomainen',
    sv: 'Den myndighet som deltar i utarbetandet av aktiveringsplanen',
    en: 'The authority that takes part in making the activation plan',
  },
  [
    between('2001-09-01', '2008-12-31', party('labour-office'), '189/2001'),
    between('2009-01-01', '2021-02-28', party('te-office'), '1369/2014; first day from the digest', false),
    between('2021-03-01', '2024-12-31', party('te-office-or-pilot'), '1269/2020; days from the digest', false),
    since('2025-01-01', party('employment-authority'), '399/2023; first day from the digest', false),
  ],
);

/** Who of the employment administration it was on a day; of days before the act the one that it began with. */
export function employmentPartyOn(on: Day): EmploymentParty {
  return versionOn(employmentParty, on)?.value ?? 'labour-office';
}

/** Who signs a plan made on a day, by what the employment administration was called then. */
export function signerOn<Signer extends string>(
  signer: Signer,
  madeOn: Day,
): Exclude<Signer, 'employment'> | EmploymentParty {
  return signer === 'employment' ? employmentPartyOn(madeOn) : (signer as Exclude<Signer, 'employment'>);
}
