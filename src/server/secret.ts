/** Keeps short secrets of persons: sealed so that only the key opens them, and hashed by key so that they can be found. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Keys } from './act.ts';

const cipher = 'aes-256-gcm';
const formatByte = 2;
const unboundByte = 1;
const keyIdLength = 4;
const nonceLength = 12;
const tagLength = 16;

const derived = new WeakMap<Uint8Array, { seal: Buffer; find: Buffer }>();

// One key for each use, so that what finds a text tells nothing of what opens it.
function derivedFrom({ secret }: Keys): { seal: Buffer; find: Buffer } {
  const known = derived.get(secret);
  if (known) return known;
  if (secret.length !== 32) throw new RangeError('The secret key must be 32 bytes');
  const of = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  const made = { seal: of('kykypolku seal 1'), find: of('kykypolku find 1') };
  derived.set(secret, made);
  return made;
}

/** Which key it is, told without telling the key. */
export function keyId({ secret }: Keys): string {
  return createHmac('sha256', secret).update('kykypolku key id').digest('hex');
}

const shortKeyId = (keys: Keys): Buffer => Buffer.from(keyId(keys), 'hex').subarray(0, keyIdLength);

/** The text encrypted and authenticated for one row: in another it does not open. Each time with other bytes. */
export function seal(keys: Keys, row: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const head = Buffer.concat([Buffer.of(formatByte), shortKeyId(keys), nonce]);
  const sealing = createCipheriv(cipher, derivedFrom(keys).seal, nonce).setAAD(Buffer.concat([head, Buffer.from(row)]));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([head, sealing.getAuthTag(), sealed]);
}

/** Whether these bytes were sealed as they are now, with this key. */
export function isSealedWith(keys: Keys, bytes: Uint8Array): boolean {
  return bytes[0] === formatByte && shortKeyId(keys).equals(bytes.subarray(1, 1 + keyIdLength));
}

/** The text that was sealed for the row; throws when the bytes were changed, or sealed for another row or with another key. */
export function open(keys: Keys, row: string, bytes: Uint8Array): string {
  if (bytes[0] !== formatByte) throw new Error('These bytes are not sealed');
  return opened(keys, bytes, 1 + keyIdLength + nonceLength, row);
}

/** The text that was sealed for no row, as it once was; only sealing anew reads it. */
export function openUnbound(keys: Keys, bytes: Uint8Array): string {
  if (bytes[0] !== unboundByte) throw new Error('These bytes are not sealed');
  return opened(keys, bytes, 1 + nonceLength, null);
}

function opened(keys: Keys, bytes: Uint8Array, headLength: number, row: string | null): string {
  if (bytes.length < headLength + tagLength) throw new Error('These bytes are not sealed');
  const head = bytes.subarray(0, headLength);
  const opening = createDecipheriv(cipher, derivedFrom(keys).seal, head.subarray(headLength - nonceLength));
  if (row !== null) opening.setAAD(Buffer.concat([head, Buffer.from(row)]));
  opening.setAuthTag(bytes.subarray(headLength, headLength + tagLength));
  return Buffer.concat([opening.update(bytes.subarray(headLength + tagLength)), opening.final()]).toString('utf8');
}

/** The same bytes for the same text and key; without the key nobody can try texts against it. */
export function keyedHash(keys: Keys, text: string): Buffer {
  return createHmac('sha256', derivedFrom(keys).find).update(text, 'utf8').digest();
}

/** One number for a text that anybody may compute again: the same text always has the same. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

// Kept by use, as the keys above are.
const marking = new WeakMap<Uint8Array, Map<string, Buffer>>();

/** What only the holder of the key can write under a text: shows later that the text is our own. */
export function mark({ secret }: Keys, use: string, text: string): string {
  const known = marking.get(secret) ?? new Map<string, Buffer>();
  marking.set(secret, known);
  const key = known.get(use) ?? Buffer.from(hkdfSync('sha256', secret, '', `kykypolku mark ${use} 1`, 32));
  known.set(use, key);
  return createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, 18).toString('base64url');
}

/** Whether a mark is the one that we write under the text; takes as long wherever it differs. */
export function isMark(keys: Keys, use: string, text: string, input: string): boolean {
  const [ours, theirs] = [Buffer.from(mark(keys, use, text)), Buffer.from(input)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
