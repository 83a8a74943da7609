/** The whole region in memory, from one seed. */

import { makeAttendance } from './attendance.ts';
import type { Context } from './context.ts';
import { DemoRows } from './demo-rows.ts';
import { makeInterruptions } from './interruptions.ts';
import { makeCooperation } from './journeys/cooperation.ts';
import { makeDayActivity } from './journeys/day-activity.ts';
import { makePoriCentres } from './journeys/pori-centres.ts';
import { makePoriCoaching } from './journeys/pori-coaching.ts';
import { makeRauma } from './journeys/rauma.ts';
import { makeRehabilitation } from './journeys/rehabilitation.ts';
import { makeAfterwards } from './late-corrections.ts';
import { makeMoney } from './money.ts';
import { giveNumbers } from './numbers.ts';
import { People } from './people.ts';
import { makePlaces } from './places.ts';
import { Recorder } from './recorder.ts';
import { makeRegion } from './region.ts';
import { makeOwnRules, makeRates } from './rules.ts';
import { makeSignatures } from './signatures.ts';
import { makeTravel } from './travel.ts';
import { makeWorkers } from './workers.ts';

export function makeDemo(): DemoRows {
  const demoRows = new DemoRows();
  const region = makeRegion(demoRows);
  const places = makePlaces(demoRows, region);
  const workers = makeWorkers(demoRows, region, places);
  makeOwnRules(demoRows, region);
  const rates = makeRates(demoRows, region, places.paying);
  const context: Context = {
    demoRows,
    region,
    places,
    workers,
    people: new People(demoRows),
    recorder: new Recorder(demoRows),
    rates,
  };
  makePoriCoaching(context);
  makePoriCentres(context);
  makeDayActivity(context);
  makeRauma(context);
  makeRehabilitation(context);
  makeAttendance(context);
  makeTravel(context);
  makeMoney(context);
  makeCooperation(context);
  makeAfterwards(context);
  makeSignatures(context);
  makeInterruptions(context);
  giveNumbers(demoRows);
  return demoRows;
}
