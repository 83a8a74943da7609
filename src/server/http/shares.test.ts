import { describe, expect, test } from 'vitest';
import { CallShares, TooManyAtOnce } from './shares.ts';

/** Calls that go on until they are let go. */
function calls() {
  const running: { readonly of: string; readonly end: () => void }[] = [];
  const shares = new CallShares();
  const begin = (of: string, counts = false) =>
    shares.of(of, counts, () => new Promise<void>((end) => running.push({ of, end })));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  const count = () =>
    Object.fromEntries(Object.entries(Object.groupBy(running, ({ of }) => of)).map(([of, all]) => [of, all?.length]));
  return { running, begin, settle, count };
}

describe('the shares of workers', () => {
  test('let one have some calls at once, and the others wait for one’s own, not for another’s', async () => {
    const { running, begin, settle, count } = calls();
    const all = [...Array(10)].map(() => begin('one'));
    all.push(begin('two'));
    await settle();
    expect(count()).toEqual({ one: 4, two: 1 });
    while (running.length > 0) {
      running.shift()?.end();
      await settle();
    }
    await Promise.all(all);
  });

  test('leave most of the pool to short work while descriptions are counted', async () => {
    const { running, begin, settle, count } = calls();
    const all = ['one', 'two', 'three', 'four'].flatMap((of) => [...Array(6)].map(() => begin(of, true)));
    all.push(begin('coach'));
    await settle();
    const { coach, ...counting } = count();
    expect(coach).toBe(1);
    expect(Object.values(counting)).toEqual([2, 2]);
    // Whoever waits for the counting of others loses nothing of the own short work.
    all.push(begin('four'));
    await settle();
    expect(count().four).toBe(1);
    while (running.length > 0) {
      running.shift()?.end();
      await settle();
    }
    await Promise.all(all);
  });

  test('end a line that is too long, and forget nobody’s place when a call breaks', async () => {
    const { running, begin, settle } = calls();
    const all = [...Array(64)].map(() => begin('one'));
    await settle();
    await expect(begin('one')).rejects.toThrow(TooManyAtOnce);
    while (running.length > 0) {
      running.shift()?.end();
      await settle();
    }
    await Promise.all(all);
    const shares = new CallShares();
    for (let n = 0; n < 10; n++)
      await expect(shares.of('one', n % 2 === 0, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await shares.of('one', true, async () => 'done')).toBe('done');
  });
});
