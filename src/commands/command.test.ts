import { expect, test } from 'vitest';
import { UsageError } from './command.ts';
import { commands } from './list.ts';

test('an option that is given twice is refused by every command, whatever its values', async () => {
  let refused = 0;
  for (const { words, load } of commands) {
    const { usage, call } = await load();
    const named = new Set([...usage.matchAll(/--[a-z-]+/g)].map(([name]) => name));
    for (const name of named) {
      const flag = !new RegExp(`${name} [A-Z]|${name} [a-z]+\\|`).test(usage);
      const once = (value: string) => (flag ? [name] : [name, value]);
      const wrong = await call([...once('a'), ...once('b')]).catch((error: unknown) => error);
      // One that takes no value here was guessed wrongly from the usage: it is refused, too.
      expect([words, name, wrong instanceof UsageError]).toEqual([words, name, true]);
      if ((wrong as UsageError).message === `${name} is given twice`) refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(20);
});
