/**
 * How many milliseconds have gone by since now, for the answer to tell whenever it is asked. By two clocks, since each can stand still:
 * the machine's may be set back, and the page's own waits while a laptop sleeps.
 */
export function stopwatch(): () => number {
  const [wall, own] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - wall, performance.now() - own);
}
