import { type May, onClient } from '../../server/act.ts';

const preparers = ['social-worker', 'coach', 'rehabilitative-instructor'] as const;

/** Who prepares decisions lets a period go on, and decides it by the right of a post. */
export const continuationAccess = {
  nextPeriodFrame: onClient(['official_for', 'receiver_of', 'responsible_for', 'coach_of'], 'case', preparers),
  continuePeriod: onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', preparers),
  continueDecided: onClient(['official_for', 'receiver_of', 'responsible_for'], 'case', preparers),
} as const satisfies Record<string, May>;
