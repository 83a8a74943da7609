/**
 * The server's proof to the database of what it asks: by a key that the database keeps from the application's role, for just these
 * values, on this connection, now. With SQL alone nobody makes one (`database/repeatable/05_entry.sql`).
 */
import { createHmac } from 'node:crypto';

type Claim = string | number | boolean | null | Uint8Array | readonly string[];

/** Goes into a statement as a parameter; the connection on which it is sent fills it in. */
export class Proof {
  readonly #told: string;

  constructor(door: string, claims: readonly Claim[]) {
    this.#told = JSON.stringify([door, ...claims.map(asText)]);
  }

  /** @internal */
  on(processId: number, key: Uint8Array): string {
    const madeAt = Date.now();
    const mark = createHmac('sha256', key).update(`${processId}.${madeAt}.${this.#told}`, 'utf8');
    return `${madeAt}.${mark.digest('hex')}`;
  }
}

function asText(claim: Claim): string | null {
  if (claim === null) return null;
  if (claim instanceof Uint8Array) return Buffer.from(claim).toString('hex');
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
}

/** The proof that a door of the database asks for: its name, and what is asked of it, in its order. */
export function proofOf(door: string, ...claims: readonly Claim[]): Proof {
  return new Proof(door, claims);
}
