import type { Book } from './book.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { Region } from './region.ts';
import type { Rates } from './rules.ts';
import type { Recorder } from './way.ts';
import type { DemoWorkers } from './workers.ts';

/** What every journey is given. */
export interface Scene {
  readonly book: Book;
  readonly region: Region;
  readonly places: Places;
  readonly workers: DemoWorkers;
  readonly people: People;
  readonly way: Recorder;
  readonly rates: Rates;
}
