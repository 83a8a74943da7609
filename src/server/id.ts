import { randomUUIDv7 } from 'node:crypto';

/** A new key, in time order; made here where a row is not visible to its writer until a relation exists. */
export function newId(): string {
  return randomUUIDv7();
}
