/** The whole region in memory, from one seed. */
import { makeAfterwards } from './afterwards.ts';
import { makeAttendance } from './attendance.ts';
import { Book } from './book.ts';
import { makeCooperation } from './journeys/cooperation.ts';
import { makeDayActivity } from './journeys/day-activity.ts';
import { makePoriCentres } from './journeys/pori-centres.ts';
import { makePoriCoaching } from './journeys/pori-coaching.ts';
import { makeRauma } from './journeys/rauma.ts';
import { makeRehabilitation } from './journeys/rehabilitation.ts';
import { makeMoney } from './money.ts';
import { People } from './people.ts';
import { makePlaces } from './places.ts';
import { makeRegion } from './region.ts';
import { makeOwnRules, makeRates } from './rules.ts';
import type { Scene } from './scene.ts';
import { Recorder } from './way.ts';
import { makeWorkers } from './workers.ts';

export function makeDemo(): Book {
  const book = new Book();
  const region = makeRegion(book);
  const places = makePlaces(book, region);
  const workers = makeWorkers(book, region, places);
  makeOwnRules(book, region);
  const rates = makeRates(book, region, places.paying);
  const scene: Scene = { book, region, places, workers, people: new People(book), way: new Recorder(book), rates };
  makePoriCoaching(scene);
  makePoriCentres(scene);
  makeDayActivity(scene);
  makeRauma(scene);
  makeRehabilitation(scene);
  makeAttendance(scene);
  makeMoney(scene);
  makeCooperation(scene);
  makeAfterwards(scene);
  return book;
}
