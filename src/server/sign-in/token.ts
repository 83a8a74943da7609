import { createHash } from 'node:crypto';

/** How a session's token is kept. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
