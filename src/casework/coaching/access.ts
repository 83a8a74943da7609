import { inRole, type May, onClient } from '../../server/act.ts';

/**
 * Coaches stand in for one another, and those who handle a matter keep in touch while it waits; whoever works with the
 * client reads what was said; only the one who recorded adds to it and takes it back without a reason.
 */
const coaches = ['responsible_for', 'coach_of'] as const;
const handlers = ['receiver_of', 'official_for'] as const;

export const coachingAccess = {
  recordContact: onClient(coaches),
  recordContactOnMatter: onClient(handlers),
  amendContact: onClient([...coaches, ...handlers]),
  takeBackContact: onClient([...coaches, ...handlers]),
  // Whoever works with the client in it corrects what a colleague recorded: the reason is kept, and who did.
  correctContact: onClient([...coaches, ...handlers]),
  takeBackEarlierContact: onClient([...coaches, ...handlers]),
  contacts: onClient([...coaches, 'leader_of', 'instructor_of', 'official_for']),
  agreeRhythm: onClient(coaches),
  planVisit: onClient(coaches),
  cancelVisit: onClient(coaches),
  leaveContactsOutside: onClient(coaches),
  takeContactsIn: onClient(coaches),
  tellOutcome: onClient(coaches),
  amendOutcome: onClient(coaches),
  takeBackOutcome: onClient(coaches),
  recordGroupMeeting: inRole(['coach']),
} as const satisfies Record<string, May>;
