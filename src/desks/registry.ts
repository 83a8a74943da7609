import * as description from '../description/acts.ts';
import * as figure from '../figures/acts.ts';
import * as attendance from '../path/attendance/acts.ts';
import * as client from '../path/client/acts.ts';
import * as coaching from '../path/coaching/acts.ts';
import * as compensation from '../path/compensation/acts.ts';
import * as cooperation from '../path/cooperation/acts.ts';
import * as decision from '../path/decision/acts.ts';
import * as employer from '../path/employer/acts.ts';
import * as exit from '../path/exit/acts.ts';
import * as organiser from '../path/organiser/acts.ts';
import * as placement from '../path/placement/acts.ts';
import * as plan from '../path/plan/acts.ts';
import * as referral from '../path/referral/acts.ts';
import * as relationship from '../path/relationship/acts.ts';
import * as worker from '../path/worker/acts.ts';
import type { AnyAct } from '../platform/act.ts';
import * as clientDesk from './client/board.ts';
import * as clientsDesk from './clients/board.ts';
import * as coachDesk from './coach/board.ts';
import * as workplaceDesk from './employer/board.ts';
import * as official from './official/board.ts';
import * as placementDesk from './placement/board.ts';
import * as recordsDesk from './records/board.ts';

/** All acts of the house, by name: routes, the typed client and the API description come from here. */
export const acts = {
  ...organiser,
  ...client,
  ...worker,
  ...employer,
  ...referral,
  ...plan,
  ...decision,
  ...relationship,
  ...official,
  ...workplaceDesk,
  ...placementDesk,
  ...placement,
  ...coaching,
  ...coachDesk,
  ...clientsDesk,
  ...clientDesk,
  ...recordsDesk,
  ...attendance,
  ...compensation,
  ...cooperation,
  ...exit,
  ...figure,
  ...description,
} as const;

export type Acts = typeof acts;

export const allActs: readonly AnyAct[] = Object.values(acts);
