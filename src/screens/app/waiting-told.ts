/** What waits for an official, and by what it is counted and narrowed. */

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
