/** Passkeys: a device or a security key shows who signs in, beside the password or, where it knows its user, in its place. */
import { createHash, randomBytes } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import type { Keys } from '../act.ts';
import type { Database } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf, zBytes } from '../database/statement.ts';
import { isMark, mark } from '../secret.ts';
import { tokenHash } from './token.ts';

interface Gate {
  readonly db: Database;
  readonly keys: Keys;
}

/** The name and the origin at which browsers reach us: a key answers to no other. */
export interface WebOrigin {
  readonly name: string;
  readonly origin: string;
}

const minutes = 5;
const alone = 'alone';
/** EdDSA, ES256 and RS256 by their numbers in COSE. */
const algorithms = [-8, -7, -257];
const zShort = z.string().max(1000);
const zLong = z.string().max(20_000);
/** What browsers tell beside what is asked: it is passed over. */
const zTold = {
  id: zShort,
  rawId: zShort,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}).default({}),
};

/** The answer of a key that signs in. */
export const zPasskeyAnswer = z.object({
  ...zTold,
  response: z.object({
    clientDataJSON: zLong,
    authenticatorData: zLong,
    signature: zLong,
    userHandle: zShort.nullish().transform((text) => text ?? undefined),
  }),
});
export type PasskeyAnswer = z.output<typeof zPasskeyAnswer>;

/** The answer of a key that is new. */
export const zNewPasskey = z.object({
  ...zTold,
  response: z.object({
    clientDataJSON: zLong,
    attestationObject: zLong,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
});
type NewPasskey = z.output<typeof zNewPasskey>;

const zJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});
const zTakenRow = z.object({ taken: z.boolean() });
const zAddedRow = z.object({ added: z.boolean() });
const zRemovedRow = z.object({ removed: z.boolean() });

/** A question that only we can have made, for one use, which tells until when it holds: none needs to be kept before it is answered. */
function newChallenge(keys: Keys, use: string): Uint8Array<ArrayBuffer> {
  const text = `${randomBytes(18).toString('base64url')}.${(Date.now() + minutes * 60_000).toString(36)}`;
  return Uint8Array.from(Buffer.from(`${text}.${mark(keys, `passkey ${use}`, text)}`));
}

const zClientData = z.object({ challenge: zShort });

/** The question that an answer is to, taken once; null where it is not ours, is for another use, or was answered before. */
async function takeChallenge({ db, keys }: Gate, use: string, clientData: string): Promise<string | null> {
  const { data } = zJson.pipe(zClientData).safeParse(Buffer.from(clientData, 'base64url').toString());
  if (!data) return null;
  const text = Buffer.from(data.challenge, 'base64url').toString();
  const [chance = '', until = '', ours = ''] = text.split('.');
  if (!isMark(keys, `passkey ${use}`, `${chance}.${until}`, ours)) return null;
  const endsAt = new Date(Number.parseInt(until, 36)).toISOString();
  const hash = createHash('sha256').update(text).digest();
  const { rows } = await rowsOf(zTakenRow)`
    select challenge_take(${hash}, ${endsAt}, ${proofOf('challenge_take', hash, endsAt)}) as taken`.execute(db);
  return rows[0]?.taken ? data.challenge : null;
}

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const zOwnPasskeyRow = z.object({
  id: zId,
  name: z.string(),
  madeAt: z.string(),
  usedAt: z.string().nullable(),
  credentialId: zBytes,
  transports: z.array(z.string()),
});

async function passkeyRows(db: Database, token: string) {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zOwnPasskeyRow)`
    select id, name, made_at as "madeAt", used_at as "usedAt", credential_id as "credentialId", transports
    from passkeys_of_session(${hash}, ${proofOf('passkeys_of_session', hash)})`.execute(db);
  return rows;
}

/** One's own passkeys, as one knows them by. */
export async function ownPasskeys(db: Database, token: string) {
  return (await passkeyRows(db, token)).map(({ id, name, madeAt, usedAt }) => ({ id, name, madeAt, usedAt }));
}

// Whoever asks for a new key has told the password in this session: the question is of no use in another.
const enrolling = (token: string) => `enrol ${tokenHash(token).toString('hex')}`;

const zAccountRow = z.object({ id: zId, username: z.string() });

/** What the browser asks a new key. */
export async function askNewPasskey({ db, keys }: Gate, site: WebOrigin, token: string) {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zAccountRow)`
    select id, username from account_of_session(${hash}, ${proofOf('account_of_session', hash)})`.execute(db);
  const [account] = rows;
  if (!account) return null;
  const present = await passkeyRows(db, token);
  return generateRegistrationOptions({
    rpName: 'Kykypolku',
    rpID: site.name,
    userName: account.username,
    userID: Uint8Array.from(Buffer.from(account.id)),
    challenge: newChallenge(keys, enrolling(token)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: present.map(({ credentialId, transports }) => ({ id: encoded(credentialId), transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** Keeps a new key under the name that its owner calls it; false where it does not answer to what was asked. */
export async function addPasskey(gate: Gate, site: WebOrigin, token: string, name: string, answer: NewPasskey) {
  const challenge = await takeChallenge(gate, enrolling(token), answer.response.clientDataJSON);
  if (challenge === null) return false;
  const read = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!read?.verified) return false;
  const { id, publicKey, counter } = read.registrationInfo.credential;
  const { transports } = answer.response;
  const [hash, credential, half] = [tokenHash(token), Buffer.from(id, 'base64url'), Buffer.from(publicKey)];
  const { rows } = await rowsOf(zAddedRow)`
    select passkey_add(${hash}, ${credential}, ${half}, ${counter}, ${transports}::text[], ${name},
      ${proofOf('passkey_add', hash, credential, half, counter, transports, name)}) as added`.execute(gate.db);
  return rows[0]?.added ?? false;
}

export async function removePasskey(db: Database, token: string, id: string): Promise<boolean> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zRemovedRow)`
    select passkey_remove(${hash}, ${id}, ${proofOf('passkey_remove', hash, id)}) as removed`.execute(db);
  return rows[0]?.removed ?? false;
}

const zCredentialRow = z.object({ credentialId: zBytes, transports: z.array(z.string()) });

/** What the browser asks a key at signing in: those of the account whose password was right. */
export async function askPasskeyOf({ db, keys }: Gate, site: WebOrigin, accountId: string) {
  const { rows } = await rowsOf(zCredentialRow)`
    select credential_id as "credentialId", transports from passkeys_of_account(${accountId}, ${proofOf('passkeys_of_account', accountId)})`.execute(
    db,
  );
  return generateAuthenticationOptions({
    rpID: site.name,
    challenge: newChallenge(keys, accountId),
    allowCredentials: rows.map(({ credentialId, transports }) => ({ id: encoded(credentialId), transports })),
    // Beside the password it is enough that one has the key.
    userVerification: 'discouraged',
  });
}

/** What the browser asks in place of a password: whichever key its user chooses, which itself asks who uses it. */
export async function askAnyPasskey({ keys }: Gate, site: WebOrigin) {
  return generateAuthenticationOptions({
    rpID: site.name,
    challenge: newChallenge(keys, alone),
    userVerification: 'required',
  });
}

const zPasskeyRow = z.object({
  accountId: zId,
  username: z.string(),
  workerId: zId,
  organiserId: zId,
  publicKey: zBytes,
  counter: z.coerce.number(),
});

/** Whose key it is that answers, whether or not it answers rightly. */
export async function ownerOfPasskey(db: Database, answer: PasskeyAnswer) {
  const credential = Buffer.from(answer.id, 'base64url');
  const { rows } = await rowsOf(zPasskeyRow)`
    select account_id as "accountId", username, worker_id as "workerId", organiser_id as "organiserId", public_key as "publicKey", counter
    from passkey_of(${credential}, ${proofOf('passkey_of', credential)})`.execute(db);
  return rows[0] ?? null;
}

/** Whose key answers to what was asked: one of this account beside its password, or with null any that knows its user. */
export async function takesPasskey(gate: Gate, site: WebOrigin, accountId: string | null, answer: PasskeyAnswer) {
  const challenge = await takeChallenge(gate, accountId ?? alone, answer.response.clientDataJSON);
  const owner = challenge === null ? null : await ownerOfPasskey(gate.db, answer);
  if (challenge === null || !owner || (accountId !== null && owner.accountId !== accountId)) return null;
  const read = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    credential: { id: answer.id, publicKey: Uint8Array.from(owner.publicKey), counter: owner.counter },
    requireUserVerification: accountId === null,
  }).catch(() => null);
  if (!read?.verified) return null;
  const credential = Buffer.from(answer.id, 'base64url');
  const { newCounter } = read.authenticationInfo;
  await change`select passkey_use(${credential}, ${newCounter}, ${proofOf('passkey_use', credential, newCounter)})`.execute(
    gate.db,
  );
  return owner;
}
