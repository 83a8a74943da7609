/** The rooms in the order of the way: a room knows only the rooms above it. The only list. */
export const rooms = [
  'organiser',
  'worker',
  'client',
  'employer',
  'rate',
  'referral',
  'plan',
  'decision',
  'rectification',
  'relationship',
  'placement',
  'coaching',
  'attendance',
  'compensation',
  'cooperation',
  'exit',
] as const;
