import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stopwatch } from './elapsed.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('time goes by where the machine’s clock is set back', () => {
  const elapsed = stopwatch();
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(elapsed()).toBe(60_000);
  vi.advanceTimersByTime(60_000);
  expect(elapsed()).toBe(120_000);
});

test('time goes by where the page’s own clock waited, as while a laptop sleeps', () => {
  const elapsed = stopwatch();
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(elapsed()).toBe(3_600_000);
});
