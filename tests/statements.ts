/**
 * The statements that the code sends, as they are kept in `database/statements`: a file for each folder of the source, an
 * entry for each form in which a statement of the code is sent. Every test that sends one looks it up here, so that none
 * stays uncollected; `npm run statements` runs the tests and writes the files anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import type { z } from 'zod';
import type { Heard } from '../src/server/database/statement.ts';
import { filesUnder, isTest, readModules, type SqlTemplate } from './conventions/source.ts';

const folder = join(import.meta.dirname, '../database/statements');

export interface StatementEntry {
  /** The file in the source, and the name there that the statement belongs to. */
  readonly path: string;
  readonly name: string;
  /** Tells the statement of the code by its own text. */
  readonly mark: string;
  /** Its rows as the code declares them; null where it answers none. */
  readonly shape: string | null;
  readonly sent: string;
}

export const statementMark = (written: string): string =>
  createHash('sha256').update(written).digest('hex').slice(0, 8);

export const tidied = (sent: string): string => sent.trim().replaceAll(/\n\s*\n/g, '\n');

type Def = Record<string, unknown> & { readonly type: string };

/** What a column must be for a schema to read it: a word for each kind, `or null` where it may be empty. */
function kindOf(schema: z.ZodType): string {
  const column = schema.meta?.()?.column;
  if (typeof column === 'string') return column;
  const def = schema.def as unknown as Def;
  const inner = def.innerType as z.ZodType | undefined;
  switch (def.type) {
    case 'nullable':
      return `${kindOf(inner as z.ZodType)} or null`;
    case 'optional':
      return `${kindOf(inner as z.ZodType)} if any`;
    case 'default':
    case 'readonly':
    case 'nonoptional':
      return kindOf(inner as z.ZodType);
    case 'pipe':
      return kindOf(
        ((def.in as z.ZodType).def as unknown as Def).type === 'transform'
          ? (def.out as z.ZodType)
          : (def.in as z.ZodType),
      );
    case 'string':
      return (
        { uuid: 'uuid', date: 'date', datetime: 'instant' }[
          `${def.format ?? (schema as { format?: string }).format}`
        ] ?? 'text'
      );
    case 'number':
      return 'number';
    case 'enum':
    case 'template_literal':
      return 'text';
    case 'literal':
      return typeof (def.values as unknown[])[0] === 'string' ? 'text' : typeof (def.values as unknown[])[0];
    case 'boolean':
      return 'boolean';
    case 'array':
    case 'tuple':
      return 'list';
    case 'object':
    case 'record':
      return 'document';
    case 'custom':
      return 'bytes';
    case 'union':
      return [...new Set((def.options as z.ZodType[]).map(kindOf))].join(' | ');
    default:
      return def.type;
  }
}

/** The rows of a statement as its schema declares them: `id uuid, endedOn date or null`. */
export function shapeOf(zRow: z.ZodType | null): string | null {
  if (zRow === null) return null;
  const def = zRow.def as unknown as Def;
  if (def.type === 'pipe') return shapeOf(def.in as z.ZodType);
  if (def.type === 'record') return 'any columns';
  if (def.type !== 'object') throw new Error(`rowsOf takes the shape of a row, not ${def.type}`);
  const shape = Object.entries(def.shape as Record<string, z.ZodType>).map(([name, of]) => `${name} ${kindOf(of)}`);
  return shape.length > 0 ? shape.join(', ') : 'no columns';
}

const fileOf = (path: string): string => `${posix.dirname(relative('src', path))}.sql`;

/** Every entry that is kept. */
export function readEntries(): StatementEntry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap((one) => {
      const file = join(one.parentPath, one.name);
      const within = posix.join('src', relative(folder, file).replace(/\.sql$/, ''));
      return readFileSync(file, 'utf8')
        .split(/;\n+(?=-- |$)/)
        .filter(Boolean)
        .map((text): StatementEntry => {
          const [first = '', second = '', ...rest] = text.split('\n');
          const [base = '', name = '', mark = ''] = first.replace('-- ', '').split(' ');
          const shape = second.replace('-- ', '');
          return {
            path: posix.join(within, base),
            name,
            mark,
            shape: shape === 'records' ? null : shape,
            sent: rest.join('\n'),
          };
        });
    });
}

function textOf({ path, name, mark, shape, sent }: StatementEntry): string {
  return `-- ${posix.basename(path)} ${name} ${mark}\n-- ${shape ?? 'records'}\n${sent};\n`;
}

/** The statements that the source has, with the place of each. */
export function templatesInSource(): (SqlTemplate & { readonly path: string })[] {
  const paths = filesUnder('src').filter((path) => /\.ts$/.test(path) && !isTest(path));
  return readModules(paths).flatMap(({ path, templates }) => templates.map((one) => ({ ...one, path })));
}

/** A statement that was sent, with the shape of its rows in words. */
export interface Sent {
  readonly written: string;
  readonly sent: string;
  readonly shape: string | null;
}

export const sentAs = ({ written, sent, zRow }: Heard): Sent => ({ written, sent, shape: shapeOf(zRow) });

/** Adds what was sent, and drops what the source has no more. */
export function keepSent(heard: readonly Sent[]): void {
  const templates = templatesInSource();
  const places = Map.groupBy(templates, (one) => statementMark(one.written));
  const entries = [
    ...readEntries(),
    ...heard.flatMap(({ written, sent, shape }): StatementEntry[] => {
      const mark = statementMark(written);
      return (places.get(mark) ?? []).map(({ path, name }) => ({ path, name, mark, shape, sent: tidied(sent) }));
    }),
  ];
  const place = ({ path, mark }: StatementEntry): number =>
    templates.findIndex((one) => one.path === path && statementMark(one.written) === mark);
  // What was heard comes last and is the newest: a schema may have changed.
  const unique = new Map(
    entries.filter((one) => place(one) >= 0).map((one) => [`${one.path} ${one.mark} ${one.sent}`, one]),
  );
  const sorted = [...unique.values()].sort((a, b) => place(a) - place(b) || (a.sent < b.sent ? -1 : 1));
  const files = Map.groupBy(sorted, ({ path }) => fileOf(path));
  mkdirSync(folder, { recursive: true });
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(one.parentPath, one.name));
    if (one.isFile() && !files.has(name)) rmSync(join(folder, name));
  }
  for (const [name, ofFile] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), ofFile.map(textOf).join('\n'));
  }
}

let ofSource: Set<string> | null = null;

function isOfSource(mark: string): boolean {
  ofSource ??= new Set(templatesInSource().map(({ written }) => statementMark(written)));
  return ofSource.has(mark);
}

/** Listens for statements that are not kept, or not in this form; a test that draws at random may send a form that none sent before. */
export function listener(draws: boolean): (one: Heard) => void {
  const entries = readEntries();
  const formOf = (mark: string, shape: string | null, sent: string) => `${mark} ${shape} ${draws ? '' : sent}`;
  const saved = new Set(entries.map(({ mark, shape, sent }) => formOf(mark, shape, sent)));
  const seen = new Set<string>();
  return ({ written, sent, zRow }) => {
    const one = `${written}\n${sent}`;
    if (seen.has(one)) return;
    const mark = statementMark(written);
    // A statement of a test's own is nobody else's.
    if (!saved.has(formOf(mark, shapeOf(zRow), tidied(sent))) && isOfSource(mark))
      throw new Error(
        `A statement is sent that database/statements does not hold as it is: run npm run statements, and look at what changed. ${tidied(sent)}`,
      );
    seen.add(one);
  };
}
