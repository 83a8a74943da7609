/**
 * Statements written by hand. Each says the shape of its rows beside its text: the rows are checked when read, so that a
 * column that is missing or of another kind fails at once, and the text is compared with the database by a test
 * (`tests/conventions/statements.test.ts`). `database/statements` holds what was sent.
 */
import { type QueryResult, sql } from 'kysely';
import { z } from 'zod';
import type { Read, Write } from './pool.ts';

/** A statement that answers rows; a reader may send it. */
export interface Statement<Row> {
  readonly execute: (tx: Read) => Promise<{ readonly rows: Row[] }>;
}

/** A statement that records, and answers how many rows it changed; only who may record can send it. */
export interface Change {
  readonly execute: (tx: Write) => Promise<number>;
}

/** A column of bytes. */
export const zBytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));

/** One statement on its way: the text as it stands in the code, as it is sent, and the shape of its rows. */
export interface Heard {
  /** The template's own parts, with ? for what is filled in: by them its place in the code is found. */
  readonly written: string;
  readonly sent: string;
  readonly zRow: z.ZodType | null;
}

let hear: ((one: Heard) => void) | null = null;

/** Tells of each statement from here on; for the tests that collect them. */
export function hearStatements(listener: (one: Heard) => void): void {
  hear = listener;
}

type Template<Made> = (written: TemplateStringsArray, ...filledIn: readonly unknown[]) => Made;

async function send(
  tx: Read,
  written: TemplateStringsArray,
  filledIn: readonly unknown[],
  zRow: z.ZodType | null,
): Promise<QueryResult<unknown>> {
  // A reader has no door to the connection but this one.
  const connected = tx as Write;
  const compiled = sql(written, ...filledIn).compile(connected);
  hear?.({ written: written.join(' ? '), sent: compiled.sql, zRow });
  return connected.executeQuery(compiled);
}

const lists = new WeakMap<z.ZodType, z.ZodType>();

function listOf(zRow: z.ZodType): z.ZodType {
  const list = lists.get(zRow) ?? z.array(zRow);
  lists.set(zRow, list);
  return list;
}

/** A statement whose rows have the shape: rowsOf(zGoal)`select id, goal from ...`. The shape stands outside the function, made once. */
export function rowsOf<Shape extends z.ZodType>(zRow: Shape): Template<Statement<z.output<Shape>>> {
  return (written, ...filledIn) => ({
    async execute(tx) {
      const read = listOf(zRow).safeParse((await send(tx, written, filledIn, zRow)).rows);
      if (read.success) return { rows: read.data as z.output<Shape>[] };
      const [wrong] = read.error.issues;
      // The value itself is not told: it may be of a person.
      const where = `${wrong?.path.slice(1).join('.')} of row ${String(wrong?.path[0])} is ${wrong?.code}`;
      throw new Error(`Rows are not as declared: ${where}, in ${written.join('?').trim().slice(0, 80)}`);
    },
  });
}

/** The row of a statement that answers one whatever there is. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('A statement without conditions answered no row');
  return row;
}

/** A statement that records: change`update ... where ...`. Plain ones go through the builder, which knows the columns. */
export const change: Template<Change> = (written, ...filledIn) => ({
  async execute(tx) {
    return Number((await send(tx, written, filledIn, null)).numAffectedRows ?? 0);
  },
});
