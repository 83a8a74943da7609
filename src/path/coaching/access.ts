import { inRole, type May, onClient } from '../../platform/act.ts';

/** Coaches stand in for one another; whoever works with the client reads what was said; only the one who recorded takes back. */
const coaches = ['responsible_for', 'coach_of'] as const;

export const coachingAccess = {
  recordContact: onClient(coaches),
  amendContact: onClient(coaches),
  takeBackContact: onClient(coaches),
  contacts: onClient([...coaches, 'leader_of', 'instructor_of', 'official_for']),
  agreeRhythm: onClient(coaches),
  planVisit: onClient(coaches),
  cancelVisit: onClient(coaches),
  recordGroupMeeting: inRole(['coach']),
} as const satisfies Record<string, May>;
