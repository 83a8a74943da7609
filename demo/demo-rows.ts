/**
 * The rows of the demo region before they go into the database, table by table.
 * `add` and `change` leave what the history trigger would: the old version with the instants between which it was known.
 */
import { createHash } from 'node:crypto';
import { addDays, type Day, day, isWorkingDay } from '../src/kernel/day.ts';
import { type Range, toSql } from '../src/kernel/range.ts';

export type Value = string | number | boolean | null | Range | Uint8Array | readonly string[];
export type DemoRow = Record<string, Value>;

/** A moment in Helsinki, to the minute: 2021-06-17 08:30. */
export type Moment = string;

export const today = day('2021-06-17');
/** Nothing in the region is known later than this: the working day has just begun. */
const latest: Moment = '2021-06-17 07:45';

/** When a thing of that day is entered: so many days later, in working hours, never in the future. */
export function enteredOn(d: Day, minute: number, daysLater = 0): Moment {
  let on = addDays(d, daysLater);
  while (!isWorkingDay(on)) on = addDays(on, 1);
  const at = 8 * 60 + (minute % 480);
  const text = `${on} ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return earlierOf(text, latest);
}

/** Ids of one series, in order; a series belongs to one person or one part of the region. */
export function idSeries(series: number): () => string {
  const time = (0x0179_0000_0000 + series).toString(16).padStart(12, '0');
  let count = 0;
  return () => {
    count++;
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

/** The later of two days or moments. */
export function laterOf<T extends string>(a: T, b: T): T {
  if (a > b) return a;
  return b;
}

/** The earlier of two days or moments. */
export function earlierOf<T extends string>(a: T, b: T): T {
  if (a < b) return a;
  return b;
}

export class DemoRows {
  readonly tables = new Map<string, DemoRow[]>();
  /** Identity codes by client id, sealed only when the rows are written. */
  readonly identityCodes = new Map<string, string>();

  rows(table: string): DemoRow[] {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = [];
      this.tables.set(table, rows);
    }
    return rows;
  }

  /** A row of a table without history. */
  plain<R extends DemoRow>(table: string, row: R): R {
    this.rows(table).push(row);
    return row;
  }

  /** A row known since the moment. */
  add<R extends DemoRow>(table: string, row: R, at: Moment): R {
    (row as DemoRow).recorded = `["${at}",)`;
    this.rows(table).push(row);
    return row;
  }

  /** The row is known otherwise since the moment; what was known before goes to the history. */
  change(table: string, row: DemoRow, changes: DemoRow, at: Moment): void {
    const since = knownSince(row);
    if (since < at) this.rows(`${table}_history`).push({ ...row, recorded: `["${since}","${at}")` });
    Object.assign(row, changes);
    row.recorded = `["${laterOf(since, at)}",)`;
  }

  /** One number for everything in it: two books of one seed have the same. */
  fingerprint(): string {
    const hash = createHash('sha256');
    for (const table of [...this.tables.keys()].sort()) {
      hash.update(table);
      for (const row of this.tables.get(table) ?? []) hash.update(JSON.stringify(row));
    }
    for (const pair of this.identityCodes) hash.update(pair.join(' '));
    return hash.digest('hex');
  }
}

export function knownSince(row: DemoRow): Moment {
  return (row.recorded as string).slice(2, 18);
}

const special = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

/** A value as COPY's text format writes it. */
export function copyText(value: Value | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return escaped(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return toSql(value as Range);
}
