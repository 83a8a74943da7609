/** What waits for an official, and what a supervisor sees of the team, and by what both are counted and narrowed. */

/** Soon is within these days. */
export const soonDays = 14;

/** To be decided, to be served, to begin, to be reviewed, to go on after an interruption. */
export const waitingSteps = ['decide', 'serve', 'start', 'review', 'resume'] as const;
export type WaitingStep = (typeof waitingSteps)[number];

export const waitingShows = [
  'pending',
  'soon',
  'overdue',
  'newcomers',
  'serve',
  'start',
  'review',
  'resume',
  'assess',
] as const;
export type WaitingShow = (typeof waitingShows)[number];

/** What shows the whole of a step. */
export const wholeStep: Readonly<Record<WaitingStep, WaitingShow>> = {
  decide: 'pending',
  serve: 'serve',
  start: 'start',
  review: 'review',
  resume: 'resume',
};

/** The orders other than by urgency. */
export const waitingOrders = ['name', 'since'] as const;

/** Of the matters of a team: what waits, by its clock and its state, what rests and goes on, and for whom nobody answers. */
export const supervisedShows = ['overdue', 'soon', 'pending', 'granted', 'interrupted', 'begun', 'unanswered'] as const;
export type SupervisedShow = (typeof supervisedShows)[number];
