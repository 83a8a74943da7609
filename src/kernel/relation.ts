/** Posts that a worker can hold; the same list as in the database's worker_post. */
export const roles = [
  'coach',
  'instructor',
  'rehabilitative-instructor',
  'social-worker',
  'finance',
  'planner',
  'manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Relations of a worker to a client; the same list as in database/repeatable/10_access.sql. */
export const relations = [
  'responsible_for',
  'coach_of',
  'receiver_of',
  'leader_of',
  'instructor_of',
  'official_for',
  'paymaster_for',
  'keeper_of',
  'supervisor_of',
] as const;
export type Relation = (typeof relations)[number];
