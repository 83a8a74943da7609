/**
 * Connections on which one act reads beside its own: what counts a whole organiser asks for some forty sets of facts, none of which
 * depends on another. They are few and of their own, so that counting takes nobody's daily work its connection or its plans; whoever
 * finds none of them free counts on its own alone.
 */
import { type Database, openPool, overPool, type PoolOptions, type Read } from './pool.ts';

export interface Asides {
  readonly db: Database;
  /** How many there are. */
  readonly most: number;
}

/** Opens them as they are asked for; two of them beside the act's own keep a server of a few processors busy. */
export function openAsides(url: string, options: Omit<PoolOptions, 'max'>, most = 2): Asides {
  return { db: overPool(openPool(url, { name: 'kykypolku counting', ...options, max: most })), most };
}

const ofReaders = new WeakMap<Read, Asides>();
const inUse = new WeakMap<Asides, number>();

/** From here on this reader may read beside itself. */
export function mayReadBeside(tx: Read, asides: Asides): void {
  ofReaders.set(tx, asides);
}

/** Takes what is free just now, and gives it back when all is done; none where the reader has none. */
export async function withAsides<T>(tx: Read, run: (db: Database | null, free: number) => Promise<T>): Promise<T> {
  const asides = ofReaders.get(tx);
  if (!asides) return run(null, 0);
  const others = inUse.get(asides) ?? 0;
  const free = asides.most - others;
  inUse.set(asides, asides.most);
  try {
    return await run(asides.db, free);
  } finally {
    inUse.set(asides, (inUse.get(asides) ?? 0) - free);
  }
}

/** So many are sent to a reader that it need not wait for us between two. */
const underWay = 2;

export interface Spread {
  /** Gives it to the reader that is free first, in the order of asking; where there is one alone all is sent at once. */
  readonly ask: <T>(reading: (tx: Read) => Promise<T>) => Promise<T>;
  /** Nothing is sent from here on, and what is under way has ended when this has: its readers go back to others. */
  readonly close: () => Promise<void>;
}

export function spreadOver(readers: readonly Read[]): Spread {
  const [only] = readers;
  const alone = readers.length === 1 ? only : undefined;
  const free = Array.from({ length: underWay }, () => readers).flat();
  const waiting: ((tx: Read | null) => void)[] = [];
  const sent = new Set<Promise<unknown>>();
  let closed = false;
  const give = (tx: Read) => {
    const next = waiting.shift();
    if (next) next(tx);
    else free.push(tx);
  };
  const take = async (): Promise<Read | null> => {
    if (closed) return null;
    return alone ?? free.shift() ?? new Promise((resolve) => waiting.push(resolve));
  };
  return {
    async ask(reading) {
      const tx = await take();
      if (tx === null || closed) throw new Error('Counting has ended.');
      const answer = reading(tx);
      sent.add(answer);
      try {
        return await answer;
      } finally {
        sent.delete(answer);
        if (!alone) give(tx);
      }
    },
    async close() {
      closed = true;
      for (const next of waiting.splice(0)) next(null);
      await Promise.allSettled(sent);
    },
  };
}
