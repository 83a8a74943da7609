import { inRole, type May } from '../../server/act.ts';

const caseRoles = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'] as const;
const placers = ['coach', 'rehabilitative-instructor', 'social-worker'] as const;

/** A contact person is a person: only those who work with clients read; those who find workplaces record. */
export const employerAccess = {
  employers: inRole(caseRoles, 'none'),
  addEmployer: inRole(placers, 'none'),
  changeEmployer: inRole(placers, 'none'),
  addWorkplace: inRole(placers, 'none'),
  changeWorkplace: inRole(placers, 'none'),
  endWorkplace: inRole(placers, 'none'),
} as const satisfies Record<string, May>;
