/** What each step of the path is told, and what it leaves for the next. */

import type { Day, Weekday } from '../src/kernel/day.ts';
import type { Range } from '../src/kernel/range.ts';
import type { Service } from '../src/kernel/service.ts';
import { coachingInSpecialCare, workActivityInSpecialCare } from '../src/law/act-1977-519.ts';
import { dayActivityOfSeverelyDisabled } from '../src/law/act-1987-380.ts';
import { periodFrame, periodFrameOfOld, rehabilitativeWork } from '../src/law/act-2001-189.ts';
import { basisFor } from '../src/law/basis.ts';
import type { Provision } from '../src/law/provision.ts';
import type { DemoRow } from './demo-rows.ts';
import type { Person } from './people.ts';

/** A placement with what attendance needs of it. */
export interface Placed {
  readonly person: Person;
  readonly row: DemoRow;
  readonly service: Service;
  readonly groupId: string | null;
  readonly employerId: string | null;
  readonly weekdays: readonly Weekday[];
  readonly meal: boolean;
  /** Who marks attendance where no group's leader does. */
  readonly markedBy: string | null;
}

export interface Begun {
  readonly person: Person;
  readonly row: DemoRow;
  readonly service: Service;
  /** What ends with it: rows that lie within the relationship. */
  readonly within: { table: string; row: DemoRow }[];
}

/** Which of the citable provisions the organisers cite; nobody cites section 27 d or 27 e. */
const cited: Readonly<Partial<Record<Service, readonly Provision[]>>> = {
  'work-activity': [workActivityInSpecialCare, coachingInSpecialCare],
  'day-activity': [coachingInSpecialCare],
  'open-work': [coachingInSpecialCare],
  'supported-employment': [coachingInSpecialCare],
  'day-activity-severe': [dayActivityOfSeverelyDisabled],
  'rehabilitative-work': [rehabilitativeWork, periodFrameOfOld, periodFrame],
};

/** The provisions that a decision cites for a matter which became pending on the day. */
export function provisionsFor(service: Service, pendingOn: Day): string[] {
  const wanted = (cited[service] ?? []).map(({ id }) => id);
  return basisFor(service, pendingOn)
    .map(({ id }) => id)
    .filter((id) => wanted.includes(id));
}

export interface Referring {
  service: Service;
  source: string;
  kind: 'application' | 'referral' | 'own-contact';
  receivedOn: Day;
  finishesStudies?: boolean;
  need?: string;
  /** Who got in touch, by name. */
  referredBy?: string;
  receivedBy: string;
  withdrawnOn?: Day;
  enteredLate?: number;
}

/** A contact with somebody whose matter waits. */
export interface KeptInTouch {
  heldOn: Day;
  kind: string;
  minutes: number;
  note: string;
}

/** What a client is asked before a decision against them, and what was answered. */
export interface HeardBefore {
  askedOn: Day;
  respondByOn: Day;
  about: string;
  answer: { on: Day; text: string } | null;
}

/** The assessment of a need: begun, and what it says once it is finished. */
export interface AssessedNeed {
  begunOn: Day;
  finished: {
    on: Day;
    tookPart: string;
    situation: string;
    clientView: string;
    conclusions: string;
    need: 'none' | 'temporary' | 'recurring' | 'long-term';
    ownWorker: boolean;
    ownWorkerView: string;
  } | null;
}

export interface Planning {
  service: Service;
  kind: 'activation' | 'multisectoral' | 'service';
  madeOn: Day;
  during: Range;
  reviewOn: Day;
  reviewedOn?: Day | null;
  daysAWeek?: number;
  hoursADay?: number;
  goals: readonly string[];
  items?: readonly (readonly [string, string])[];
  madeBy: string;
  referral?: DemoRow | null;
}

export interface Deciding {
  service: Service;
  outcome?: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  /** The decision that this one changes or ends, and the last day of one that ends it. */
  changes?: DemoRow;
  lastDay?: Day;
  /** Why a hearing was manifestly unnecessary. */
  unheard?: string;
  decidedOn: Day;
  during: Range | null;
  reasons: string;
  decidedBy: string;
  plan?: DemoRow | null;
  /** The key of what is decided in one go, under one number. */
  readonly together?: string;
}

export interface Placing {
  group?: string;
  workplace?: { id: string; employerId: string };
  tasks?: string | null;
  slots: readonly (readonly [Weekday, readonly ('am' | 'pm')[]])[];
  startsAt?: string;
  endsAt?: string;
  hoursADay?: number;
  wageSubsidy?: boolean;
  meal?: boolean;
  markedBy?: string;
  during: Range;
}
