import { Worker } from 'node:worker_threads';
import { PaperLimit, type PressLimits } from './limits.ts';
import type { PressAnswer, PressJob } from './press.ts';

interface Order {
  readonly job: PressJob;
  readonly done: (answer: PressAnswer) => void;
  readonly failed: (error: Error) => void;
  readonly waits: NodeJS.Timeout;
}

/** A few threads that set papers, and a short queue before them. */
export class PressRoom {
  readonly #limits: PressLimits;
  readonly #idle: Worker[] = [];
  readonly #waiting: Order[] = [];
  /** All that live, also one that was told to end but is still in the middle of a page. */
  #threads = 0;

  constructor(limits: PressLimits) {
    this.#limits = limits;
  }

  set(job: PressJob): Promise<PressAnswer> {
    return new Promise((done, failed) => {
      if (this.#waiting.length >= this.#limits.waiting && !this.#hasRoom()) {
        failed(new PaperLimit('papers-busy'));
        return;
      }
      const waits = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(order), 1);
        failed(new PaperLimit('papers-busy'));
      }, this.#limits.waitingMilliseconds);
      const order: Order = { job, done, failed, waits };
      this.#waiting.push(order);
      this.#next();
    });
  }

  #hasRoom(): boolean {
    return this.#idle.length > 0 || this.#threads < this.#limits.threads;
  }

  #next(): void {
    if (!this.#hasRoom()) return;
    const order = this.#waiting.shift();
    if (!order) return;
    clearTimeout(order.waits);
    this.#run(this.#idle.pop() ?? this.#hire(), order);
  }

  #hire(): Worker {
    const thread = new Worker(new URL('./press.ts', import.meta.url));
    this.#threads += 1;
    thread.on('error', () => {});
    thread.once('exit', () => {
      this.#threads -= 1;
      const at = this.#idle.indexOf(thread);
      if (at >= 0) this.#idle.splice(at, 1);
      this.#next();
    });
    return thread;
  }

  #run(thread: Worker, { job, done, failed }: Order): void {
    // A thread at work keeps the process alive; an idle one lets it end.
    thread.ref();
    const settle = (then: () => void) => {
      clearTimeout(limit);
      thread.off('message', answered);
      thread.off('error', broke);
      thread.off('exit', left);
      then();
      this.#next();
    };
    const answered = (answer: PressAnswer) =>
      settle(() => {
        thread.unref();
        this.#idle.push(thread);
        done(answer);
      });
    const broke = (error: Error) => settle(() => failed(error));
    const left = () => settle(() => failed(new Error('The thread that sets papers ended.')));
    // A page is set in one go: the thread ends only after it, and until then no other takes its place.
    const limit = setTimeout(
      () =>
        settle(() => {
          thread.unref();
          void thread.terminate();
          failed(new PaperLimit('paper-too-slow'));
        }),
      this.#limits.milliseconds,
    );
    thread.on('message', answered);
    thread.on('error', broke);
    thread.on('exit', left);
    thread.postMessage(job);
  }
}
