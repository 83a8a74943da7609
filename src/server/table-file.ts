/** Rows as a file that a spreadsheet opens. */
import { stringify } from 'csv-stringify/sync';
import type { Paper } from './act.ts';

type Cells = readonly (string | number | null)[];

/** Rows as comma-separated values; a text that a spreadsheet would take for a formula is told as text. Numbers are none. */
export function separatedValues(rows: readonly Cells[], options: { delimiter?: string; bom?: boolean } = {}): string {
  return stringify(
    rows.map((row) => [...row]),
    { ...options, escape_formulas: true },
  );
}

/** As spreadsheets of Finland and Sweden open a file by themselves. */
export function tableFile(
  fileName: string,
  rows: readonly (readonly (string | null)[])[],
  clients: readonly string[],
): Paper {
  const bytes = Buffer.from(separatedValues(rows, { delimiter: ';', bom: true }));
  return { bytes, fileName, media: 'text/csv; charset=utf-8', clients: [...new Set(clients)] };
}
