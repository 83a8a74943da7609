/** Requests over a kept connection, timed in turns so that whatever else the machine does strikes both alike. */
import { Agent, request } from 'node:http';

export interface BenchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One who asks waits for each answer; of many each has a connection. */
const one = new Agent({ keepAlive: true, maxSockets: 1 });
export const many = new Agent({ keepAlive: true, maxSockets: 500 });

/** Sends one request and reads its answer to the end; anything but a success is an error. */
export function send({ url, method, headers = {}, body }: BenchRequest, agent = one): Promise<string> {
  return new Promise((done, fail) => {
    const json =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method, agent, headers: { ...headers, ...json } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', fail);
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (answer.statusCode === 200) done(text);
        else fail(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 500)}`));
      });
    });
    sent.once('error', fail);
    sent.end(body);
  });
}

export function hangUp(): void {
  one.destroy();
  many.destroy();
}

const warming = 3;

type Processor = () => number | null;

interface Taken {
  readonly waited: number;
  /** Of the processor, where the machine tells. */
  readonly busy: number | null;
}

async function timed(run: () => Promise<unknown>, processor: Processor = () => null): Promise<Taken> {
  const [before, started] = [processor(), performance.now()];
  await run();
  const [waited, after] = [performance.now() - started, processor()];
  return { waited, busy: before === null || after === null ? null : after - before };
}

export interface Times {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** Of the processor's time, ours over the bare server's; null where the machine does not tell. */
  readonly busy: number | null;
  /** Of the peer, where one is given. */
  readonly peer: number | null;
  readonly rounds: number;
}

interface Turn {
  readonly ours: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
  readonly peer?: () => Promise<unknown>;
  /** Puts things back as they were; not timed. */
  readonly before?: (() => Promise<unknown>) | undefined;
  readonly processor?: Processor;
}

/** The value below which a part of the numbers lies. */
export const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN;

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Medians of both, in turns, after some rounds that warm both; as many rounds as fit in the time, within bounds. */
export async function inTurns(
  { ours, bare, peer, before = async () => {}, processor }: Turn,
  { seconds, atLeast, atMost }: { readonly seconds: number; readonly atLeast: number; readonly atMost: number },
): Promise<Times> {
  for (let n = 0; n < warming; n++) {
    await before();
    await ours();
    await before();
    await bare();
    await peer?.();
  }
  const times = { ours: [] as Taken[], bare: [] as Taken[], peer: [] as Taken[] };
  const started = performance.now();
  while (times.ours.length < atMost && (times.ours.length < atLeast || performance.now() - started < seconds * 1000)) {
    // Who goes first changes too: the second finds pages that the first one read.
    const order = times.ours.length % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const which of order) {
      await before();
      times[which].push(await timed(which === 'ours' ? ours : bare, processor));
    }
    if (peer) times.peer.push(await timed(peer));
  }
  const waits = (taken: readonly Taken[]) => median(taken.map(({ waited }) => waited));
  const busy = (taken: readonly Taken[]) => median(taken.flatMap(({ busy: own }) => (own === null ? [] : [own])));
  const [mine, its, share] = [waits(times.ours), waits(times.bare), busy(times.ours) / busy(times.bare)];
  return {
    ours: mine,
    bare: its,
    ratio: mine / its,
    busy: Number.isFinite(share) ? share : null,
    peer: peer ? waits(times.peer) : null,
    rounds: times.ours.length,
  };
}
