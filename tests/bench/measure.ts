/** Requests over a kept connection, timed in turns so that whatever else the machine does strikes both alike. */
import { Agent, request } from 'node:http';

export interface BenchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Sends one request and reads its answer to the end; anything but a success is an error. */
export function send({ url, method, headers = {}, body }: BenchRequest): Promise<string> {
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
  agent.destroy();
}

const warming = 3;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

export interface Times {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  readonly rounds: number;
}

interface Turn {
  readonly ours: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
  /** Puts things back as they were; not timed. */
  readonly before?: (() => Promise<unknown>) | undefined;
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Medians of both, in turns, after some rounds that warm both; as many rounds as fit in the time, within bounds. */
export async function inTurns(
  { ours, bare, before = async () => {} }: Turn,
  { seconds, atLeast, atMost }: { readonly seconds: number; readonly atLeast: number; readonly atMost: number },
): Promise<Times> {
  for (let n = 0; n < warming; n++) {
    await before();
    await ours();
    await before();
    await bare();
  }
  const times = { ours: [] as number[], bare: [] as number[] };
  const started = performance.now();
  while (times.ours.length < atMost && (times.ours.length < atLeast || performance.now() - started < seconds * 1000)) {
    // Who goes first changes too: the second finds pages that the first one read.
    const order = times.ours.length % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const which of order) {
      await before();
      times[which].push(await timed(which === 'ours' ? ours : bare));
    }
  }
  const [mine, its] = [median(times.ours), median(times.bare)];
  return { ours: mine, bare: its, ratio: mine / its, rounds: times.ours.length };
}
