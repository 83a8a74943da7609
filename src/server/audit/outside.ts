/** What the audit trail rests on outside the database, so that the database's owner cannot make another trail of it. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outside, Sealed } from './chain.ts';

interface Anchor {
  readonly no: number;
  readonly hash: string;
  /** From which segment on every segment is sealed with the key. */
  readonly keyedFrom: number;
}

/** The key and the sealed height in the data folder, both made when first needed. */
export function outsideIn(folder: string): Outside {
  const keyFile = join(folder, 'audit.key');
  const heightFile = join(folder, 'audit-height.json');
  const key = keptKey(folder, keyFile);
  const sealOf = ({ no, hash, keyedFrom }: Anchor) =>
    createHmac('sha256', key).update(`height ${no} ${hash} ${keyedFrom}`).digest('hex');

  function read(): Anchor | null {
    let text: string;
    try {
      text = readFileSync(heightFile, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const saved = readAs(text);
    if (!saved || !isSame(saved.seal, sealOf(saved)))
      throw new Error(`${heightFile} was changed: its seal is not one of ${keyFile}.`);
    return saved;
  }

  return {
    key,
    anchored() {
      const saved = read();
      return saved && { no: saved.no, hash: Buffer.from(saved.hash, 'hex'), keyedFrom: saved.keyedFrom };
    },
    async anchor({ no, hash, keyed }: Sealed) {
      const before = read();
      if (before && before.no >= no) return;
      const next: Anchor = {
        no,
        hash: Buffer.from(hash).toString('hex'),
        keyedFrom: before?.keyedFrom ?? (keyed ? no : no + 1),
      };
      const beside = `${heightFile}.${process.pid}`;
      writeFileSync(beside, `${JSON.stringify({ ...next, seal: sealOf(next) })}\n`, { mode: 0o600 });
      renameSync(beside, heightFile);
    },
  };
}

function keptKey(folder: string, file: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes.`);
  return key;
}

function readAs(text: string): (Anchor & { readonly seal: string }) | null {
  try {
    const { no, hash, keyedFrom, seal } = JSON.parse(text);
    return Number.isInteger(no) && Number.isInteger(keyedFrom) && typeof hash === 'string' && typeof seal === 'string'
      ? { no, hash, keyedFrom, seal }
      : null;
  } catch {
    return null;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
