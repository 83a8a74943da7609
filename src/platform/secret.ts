import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Keys } from './act.ts';

const derived = (keys: Keys, use: string) => Buffer.from(hkdfSync('sha256', keys.secret, '', `kykypolku ${use}`, 32));

/** Encrypts a text (AES-256-GCM): 12 bytes of nonce, 16 of tag, the rest. */
export function seal(keys: Keys, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived(keys, 'seal'), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The text again; throws where the key is another or a byte was changed. */
export function unseal(keys: Keys, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', derived(keys, 'seal'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** A hash that finds an equal text, and tells nothing without the key. */
export function keyedHash(keys: Keys, text: string): Buffer {
  return createHmac('sha256', derived(keys, 'hash')).update(text, 'utf8').digest();
}
