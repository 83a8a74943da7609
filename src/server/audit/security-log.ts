/** What a watcher of security must hear of, as JSON lines for a log collector: without personal data, which the trail has. */
import { chmodSync, createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keys } from '../act.ts';
import { mark } from '../secret.ts';

export const securityEvents = [
  'signed-in',
  'sign-in-failed',
  'sign-in-slowed-down',
  'sign-in-without-post',
  'signed-out',
  'password-changed',
  'password-refused',
  'second-factor-changed',
  'sessions-ended',
  'refused',
  'other-site',
  'calls-limited',
  'rights-changed',
  'account-changed',
  'exported',
  'secret-changed',
  'sealing-failed',
  'trail-broken',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

export interface Happened {
  readonly event: SecurityEvent;
  /** The act, or the command, that it happened in. */
  readonly act?: string;
  /** Why not, as the problem's code. */
  readonly code?: string;
  /** Whose account or worker; told as a pseudonym. */
  readonly who?: string | null | undefined;
  /** From which address; told as a pseudonym. */
  readonly from?: string | undefined;
}

export interface SecurityLog {
  readonly note: (happened: Happened) => void;
  readonly close: () => Promise<void>;
}

/** Notes nothing; for tests and tools without a log. */
export const noSecurityLog: SecurityLog = { note: () => {}, close: async () => {} };

/** Appends to a file that is its owner's alone. The same person or address has the same pseudonym, which only our key makes. */
export function securityLogIn(file: string, keys: Keys, now: () => string): SecurityLog {
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  const lines = createWriteStream(file, { flags: 'a', mode: 0o600 });
  lines.once('open', () => chmodSync(file, 0o600));
  // A full disk must not stop the work; what is lost here stands in the trail.
  lines.on('error', () => {});
  const pseudonym = (use: string, text: string | null | undefined) =>
    text ? mark(keys, `security log ${use}`, text).slice(0, 12) : undefined;
  return {
    note({ event, act, code, who, from }) {
      const line = { at: now(), event, act, code, who: pseudonym('who', who), from: pseudonym('from', from) };
      lines.write(`${JSON.stringify(line)}\n`);
    },
    close: () => new Promise((resolve) => lines.end(resolve)),
  };
}
