import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Keys } from '../act.ts';
import type { Database } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf, zBytes } from '../database/statement.ts';
import { open, seal } from '../secret.ts';
import { tokenHash } from './token.ts';
import { forgetTries, mustNotWait, withinSession } from './tries.ts';

interface Gate {
  readonly db: Database;
  readonly keys: Keys;
}

const codesOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Kykypolku', label, secret: Secret.fromBase32(secret), period: 30, digits: 6 });

const zTakesCodeRow = z.object({ taken: z.boolean() });

/** Takes a code once; that of the step before and after too, since clocks differ. */
export async function takesCode(
  { db, keys }: Gate,
  accountId: string,
  cipher: Uint8Array,
  code: string,
  confirm = false,
): Promise<boolean> {
  const totp = codesOf(open(keys, accountId, cipher));
  const delta = totp.validate({ token: code.replace(/\s/g, ''), window: 1 });
  if (delta === null) return false;
  const step = totp.counter() + delta;
  const { rows } = await rowsOf(zTakesCodeRow)`
    select account_take_code(${accountId}, ${step}, ${confirm}, ${proofOf('account_take_code', accountId, step, confirm)}) as taken`.execute(
    db,
  );
  return rows[0]?.taken ?? false;
}

const zAccountOfRow = z.object({
  id: zId,
  username: z.string(),
  code_cipher: zBytes.nullable(),
  confirmed: z.boolean(),
});

async function accountOf(db: Database, token: string) {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zAccountOfRow)`
    select id, username, code_cipher, confirmed from account_of_session(${hash}, ${proofOf('account_of_session', hash)})`.execute(
    db,
  );
  return rows[0];
}

export async function hasCodes(db: Database, token: string): Promise<boolean> {
  return (await accountOf(db, token))?.confirmed ?? false;
}

async function changeCodes(db: Database, token: string, cipher: Buffer | null): Promise<void> {
  const hash = tokenHash(token);
  await change`select account_change_codes(${hash}, ${cipher}, ${proofOf('account_change_codes', hash, cipher)})`.execute(
    db,
  );
}

/** A new secret for one's phone, which holds once a code of it was told; null where codes are set up already. */
export async function newCodes({ db, keys }: Gate, token: string): Promise<{ secret: string; address: string } | null> {
  const account = await accountOf(db, token);
  if (!account || account.confirmed) return null;
  const secret = new Secret({ size: 20 }).base32;
  await changeCodes(db, token, seal(keys, account.id, secret));
  return { secret, address: codesOf(secret, account.username).toString() };
}

/** Whether the code shows that the phone has the secret; from then on a code is asked at signing in. */
export async function confirmCodes({ db, keys }: Gate, token: string, code: string): Promise<boolean> {
  const account = await accountOf(db, token);
  if (!account?.code_cipher || account.confirmed) return false;
  return takesCode({ db, keys }, account.id, account.code_cipher, code, true);
}

/** Asks for codes no more, where one of them is told; whoever lost the phone asks the administrator for a new password. */
export async function endCodes({ db, keys }: Gate, token: string, code: string, language: Language): Promise<boolean> {
  const account = await accountOf(db, token);
  if (!account?.code_cipher || !account.confirmed) return false;
  const here = withinSession(tokenHash(token));
  await mustNotWait(db, account.username, here, language);
  if (!(await takesCode({ db, keys }, account.id, account.code_cipher, code))) return false;
  await forgetTries(db, account.username, here);
  await changeCodes(db, token, null);
  return true;
}
