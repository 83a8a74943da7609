/** Rows as a file that a spreadsheet opens. */
import { stringify } from 'csv-stringify/sync';
import type { Paper } from './act.ts';

/** As spreadsheets of Finland and Sweden open a file by themselves; a cell that begins as a formula is told as text. */
export function tableFile(
  fileName: string,
  rows: readonly (readonly (string | null)[])[],
  clients: readonly string[],
): Paper {
  const bytes = Buffer.from(
    stringify(
      rows.map((row) => [...row]),
      { delimiter: ';', bom: true, escape_formulas: true },
    ),
  );
  return { bytes, fileName, media: 'text/csv; charset=utf-8', clients: [...new Set(clients)] };
}
