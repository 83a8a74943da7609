import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

const marking = ['coach', 'instructor', 'rehabilitative-instructor'] as const;

/** Relations that give the right to mark; to see a client is not yet to mark. */
export const markingRelations = ['responsible_for', 'coach_of', 'leader_of', 'instructor_of'] as const;

export const attendanceAccess = {
  attendancePlaces: inRole([...marking, 'social-worker']),
  attendanceGrid: inRole([...marking, 'social-worker']),
  markAttendance: inRole(marking),
  markAllPresent: inRole(marking),
  attendanceOf: onClient(['responsible_for', 'coach_of', 'leader_of', 'instructor_of', 'official_for']),
  markVersions: onClient(['responsible_for', 'coach_of', 'leader_of', 'instructor_of', 'official_for']),
  // Whoever may end or change what marks stand on may take them along.
  changePlacementWithMarks: onClient(everyRelation),
  endPlacementWithMarks: onClient(everyRelation),
  agreeBreakWithMarks: onClient(everyRelation),
  // By nobody alone: marks are taken back where their service ends before them (exitClient).
  takeBackMarksOf: inRole([]),
} as const satisfies Record<string, May>;
