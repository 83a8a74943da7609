import type { DemoRows } from './demo-rows.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { Recorder } from './recorder.ts';
import type { Region } from './region.ts';
import type { Rates } from './rules.ts';
import type { DemoWorkers } from './workers.ts';

/** What every journey is given. */
export interface Context {
  readonly demoRows: DemoRows;
  readonly region: Region;
  readonly places: Places;
  readonly workers: DemoWorkers;
  readonly people: People;
  readonly recorder: Recorder;
  readonly rates: Rates;
}
