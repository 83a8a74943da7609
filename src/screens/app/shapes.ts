/** The shapes that the API's description names: each schema of the rooms' words, as it is called there without its z. */
import { z } from 'zod';
import * as agreement from '../../casework/agreement/words.ts';
import * as assessment from '../../casework/assessment/words.ts';
import * as attendance from '../../casework/attendance/words.ts';
import * as client from '../../casework/client/words.ts';
import * as coaching from '../../casework/coaching/words.ts';
import * as compensation from '../../casework/compensation/words.ts';
import * as continuation from '../../casework/continuation/words.ts';
import * as cooperation from '../../casework/cooperation/words.ts';
import * as decision from '../../casework/decision/words.ts';
import * as employer from '../../casework/employer/words.ts';
import * as exit from '../../casework/exit/words.ts';
import * as handover from '../../casework/handover/words.ts';
import * as hearing from '../../casework/hearing/words.ts';
import * as organiser from '../../casework/organiser/words.ts';
import * as ownworker from '../../casework/ownworker/words.ts';
import * as participation from '../../casework/participation/words.ts';
import * as phrase from '../../casework/phrase/words.ts';
import * as placement from '../../casework/placement/words.ts';
import * as plan from '../../casework/plan/words.ts';
import * as rate from '../../casework/rate/words.ts';
import * as rectification from '../../casework/rectification/words.ts';
import * as referral from '../../casework/referral/words.ts';
import * as refusal from '../../casework/refusal/words.ts';
import * as relationship from '../../casework/relationship/words.ts';
import * as rhythm from '../../casework/rhythm/words.ts';
import * as travel from '../../casework/travel/words.ts';
import * as worker from '../../casework/worker/words.ts';
import * as description from '../../description/words.ts';
import * as figure from '../../figures/frame/result.ts';
import * as correction from '../../kernel/correction.ts';
import * as day from '../../kernel/day.ts';
import * as id from '../../kernel/id.ts';
import * as line from '../../kernel/line.ts';
import * as money from '../../kernel/money.ts';
import * as range from '../../kernel/range.ts';
import * as seen from '../../kernel/seen.ts';
import * as service from '../../kernel/service.ts';
import * as expiring from './expiring-told.ts';
import * as matter from './matter-told.ts';

const words: readonly Readonly<Record<string, unknown>>[] = [
  ...[
    correction,
    day,
    id,
    line,
    money,
    range,
    seen,
    service,
    organiser,
    worker,
    client,
    employer,
    rate,
    rhythm,
    phrase,
    referral,
    assessment,
    plan,
    hearing,
  ],
  ...[
    decision,
    refusal,
    rectification,
    relationship,
    placement,
    agreement,
    coaching,
    handover,
    ownworker,
    attendance,
    participation,
    travel,
    compensation,
    cooperation,
    exit,
    continuation,
    figure,
  ],
  description,
  matter,
  expiring,
];

export const shapes: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  words.flatMap((all) =>
    Object.entries(all).flatMap(([name, shape]) =>
      /^z[A-Z]/.test(name) && shape instanceof z.ZodType ? [[name.slice(1), shape]] : [],
    ),
  ),
);
