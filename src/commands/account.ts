import { demoClock, helsinkiClock } from '../server/clock.ts';
import type { Write } from '../server/database/pool.ts';
import { audit } from '../server/perform.ts';
import { ownerOf, renewPassword, unlock } from '../server/sign-in/accounts.ts';
import { command } from './command.ts';
import { operator } from './operator.ts';
import { withDatabase } from './with-database.ts';

/** Changes an account as the operator, and tells the audit trail so. */
function withAccount<T>(act: string, username: string, run: (tx: Write, workerId: string) => Promise<T>) {
  return withDatabase(async ({ owner, log }) => {
    const clock = (await demoClock(owner)) ?? helsinkiClock;
    return owner.transaction().execute(async (tx) => {
      const match = await ownerOf(tx, username);
      if (!match) throw new Error(`There is no account ${username}.`);
      const done = await run(tx, match.workerId);
      const caller = { who: operator(match.organiserId), language: 'fi' } as const;
      await audit(tx, act, 'none', caller, clock.now(), [], { workerId: match.workerId });
      log.note({ event: 'account-changed', act, who: match.workerId });
      return done;
    });
  });
}

export const accountUnlock = command({
  usage: 'USERNAME\n\nForgets the wrong passwords of the account: the next try is made at once, from everywhere.',
  options: {},
  words: [1, 1],
  run: async ({ words: [username = ''] }) => {
    await withAccount('accountUnlock', username, unlock);
    console.log(`${username} can be tried again at once.`);
    return 0;
  },
});

export const accountPassword = command({
  usage:
    'USERNAME [--lost]\n\nPrints a new password, which is changed at the next sign-in. Whoever is signed in with the old one is not any more.\n\n  --lost   codes and passkeys end too: the phone or the key is lost',
  options: { lost: { type: 'boolean' } },
  words: [1, 1],
  run: async ({ words: [username = ''], values }) => {
    const password = await withAccount('accountPassword', username, (tx, workerId) =>
      renewPassword(tx, workerId, values.lost ?? false),
    );
    console.log(`${username} signs in with the password ${password}`);
    return 0;
  },
});
