import * as agreement from '../../casework/agreement/acts.ts';
import * as assessment from '../../casework/assessment/acts.ts';
import * as attendance from '../../casework/attendance/acts.ts';
import * as carrying from '../../casework/carrying/acts.ts';
import * as client from '../../casework/client/acts.ts';
import * as coaching from '../../casework/coaching/acts.ts';
import * as compensation from '../../casework/compensation/acts.ts';
import * as continuation from '../../casework/continuation/acts.ts';
import * as cooperation from '../../casework/cooperation/acts.ts';
import * as decision from '../../casework/decision/acts.ts';
import * as employer from '../../casework/employer/acts.ts';
import * as exit from '../../casework/exit/acts.ts';
import * as handover from '../../casework/handover/acts.ts';
import * as hearing from '../../casework/hearing/acts.ts';
import * as organiser from '../../casework/organiser/acts.ts';
import * as ownworker from '../../casework/ownworker/acts.ts';
import * as participation from '../../casework/participation/acts.ts';
import * as phrase from '../../casework/phrase/acts.ts';
import * as placement from '../../casework/placement/acts.ts';
import * as plan from '../../casework/plan/acts.ts';
import * as rate from '../../casework/rate/acts.ts';
import * as rectification from '../../casework/rectification/acts.ts';
import * as referral from '../../casework/referral/acts.ts';
import * as refusal from '../../casework/refusal/acts.ts';
import * as relationship from '../../casework/relationship/acts.ts';
import * as rhythm from '../../casework/rhythm/acts.ts';
import * as succession from '../../casework/succession/acts.ts';
import * as travel from '../../casework/travel/acts.ts';
import * as worker from '../../casework/worker/acts.ts';
import * as description from '../../description/acts.ts';
import * as figure from '../../figures/acts.ts';
import type { AnyAct } from '../../server/act.ts';
import * as clientDesk from '../client/board.ts';
import * as clientsDesk from '../clients/board.ts';
import * as expiringDesk from '../expiring/board.ts';
import * as matterDesk from '../matter/board.ts';
import * as coachDesk from '../my-day/board.ts';
import * as registerDesk from '../register/board.ts';
import * as recordsDesk from '../same-person/board.ts';
import * as supervisionDesk from '../supervision/board.ts';
import * as official from '../waiting/board.ts';
import * as workplaceDesk from '../workplaces/board.ts';
import { roomOpenings } from './openings.generated.ts';

/** The acts of each part, told by where they stand: written out in one, they were longer than a compiled program may say. */
export type Acts = typeof organiser &
  typeof succession &
  typeof carrying &
  typeof client &
  typeof worker &
  typeof employer &
  typeof rate &
  typeof rhythm &
  typeof phrase &
  typeof referral &
  typeof assessment &
  typeof plan &
  typeof hearing &
  typeof decision &
  typeof refusal &
  typeof rectification &
  typeof relationship &
  typeof official &
  typeof registerDesk &
  typeof matterDesk &
  typeof supervisionDesk &
  typeof workplaceDesk &
  typeof placement &
  typeof agreement &
  typeof coaching &
  typeof handover &
  typeof ownworker &
  typeof participation &
  typeof travel &
  typeof coachDesk &
  typeof clientsDesk &
  typeof expiringDesk &
  typeof clientDesk &
  typeof recordsDesk &
  typeof attendance &
  typeof compensation &
  typeof cooperation &
  typeof exit &
  typeof continuation &
  typeof figure &
  typeof description;

/** All acts of the house, by name: routes, the typed client and the API description come from here. */
export const acts: Acts = {
  ...organiser,
  ...succession,
  ...carrying,
  ...client,
  ...worker,
  ...employer,
  ...rate,
  ...rhythm,
  ...phrase,
  ...referral,
  ...assessment,
  ...plan,
  ...hearing,
  ...decision,
  ...refusal,
  ...rectification,
  ...relationship,
  ...official,
  ...registerDesk,
  ...matterDesk,
  ...supervisionDesk,
  ...workplaceDesk,
  ...placement,
  ...agreement,
  ...coaching,
  ...handover,
  ...ownworker,
  ...participation,
  ...travel,
  ...coachDesk,
  ...clientsDesk,
  ...expiringDesk,
  ...clientDesk,
  ...recordsDesk,
  ...attendance,
  ...compensation,
  ...cooperation,
  ...exit,
  ...continuation,
  ...figure,
  ...description,
};

export const allActs: readonly AnyAct[] = Object.values(acts);

/** The acts by the room that they are of; what a page asks in one round trip is of the screens. */
const byPart: Readonly<Record<string, readonly object[]>> = {
  organiser: [organiser],
  succession: [succession],
  client: [client],
  worker: [worker],
  employer: [employer],
  rate: [rate],
  rhythm: [rhythm],
  phrase: [phrase],
  referral: [referral],
  assessment: [assessment],
  plan: [plan],
  hearing: [hearing],
  decision: [decision],
  refusal: [refusal],
  rectification: [rectification],
  relationship: [relationship],
  placement: [placement],
  agreement: [agreement],
  coaching: [coaching],
  handover: [handover],
  ownworker: [ownworker],
  attendance: [attendance],
  participation: [participation],
  travel: [travel],
  compensation: [compensation],
  cooperation: [cooperation],
  exit: [exit],
  continuation: [continuation],
  carrying: [carrying],
  figures: [figure],
  description: [description],
  screens: [
    official,
    registerDesk,
    matterDesk,
    supervisionDesk,
    workplaceDesk,
    coachDesk,
    clientsDesk,
    expiringDesk,
    clientDesk,
    recordsDesk,
  ],
};

export const apiTags = Object.entries(byPart).map(([name, parts]) => ({
  name,
  description: roomOpenings[name as keyof typeof roomOpenings],
  acts: parts.flatMap((part) => Object.keys(part)),
}));
