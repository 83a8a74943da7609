/** Who may have how many connections to the database at once, so that nobody waits for another's long work. */

/** Of one worker; of one worker's counting; and of all counting together, which leaves most of the pool to short work. */
const atOnce = 4;
const countingOfOne = 2;
const countingOfAll = 4;
/** How many of one worker's calls wait for their turn. */
const waitingAtMost = 60;

export class TooManyAtOnce extends Error {
  override name = 'TooManyAtOnce';
}

/** A number of places; who comes when all are taken waits in line. */
class Places {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  get waiting(): number {
    return this.#line.length;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => this.#line.push(turn));
  }

  /** True when nobody has a place any more. */
  leave(of: number): boolean {
    const next = this.#line.shift();
    if (next) next();
    else this.#free += 1;
    return this.#free === of;
  }
}

/** Runs calls within each worker's share. */
export class CallShares {
  readonly #all = new Map<string, Places>();
  readonly #counting = new Map<string, Places>();
  readonly #everybodysCounting = new Places(countingOfAll);

  /** Waits for the worker's turn, then runs; counting waits for its own turn before that. */
  async of<T>(workerId: string, counts: boolean, run: () => Promise<T>): Promise<T> {
    if (!counts) return within(this.#all, workerId, atOnce, run);
    return within(this.#counting, workerId, countingOfOne, async () => {
      await this.#everybodysCounting.take();
      try {
        return await run();
      } finally {
        this.#everybodysCounting.leave(countingOfAll);
      }
    });
  }
}

async function within<T>(shares: Map<string, Places>, workerId: string, of: number, run: () => Promise<T>): Promise<T> {
  const places = shares.get(workerId) ?? new Places(of);
  shares.set(workerId, places);
  if (places.waiting >= waitingAtMost) throw new TooManyAtOnce('too many calls of one worker at once');
  await places.take();
  try {
    return await run();
  } finally {
    if (places.leave(of)) shares.delete(workerId);
  }
}
