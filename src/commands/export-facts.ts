import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { writeFacts } from '../edges/facts-csv.ts';
import { asOperator, dayOption, instantOption } from './asked.ts';
import { command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const exportFacts = command({
  usage: `--organiser CODE --out DIR [--as-of DAY] [--known-at INSTANT]

  --organiser CODE   whose facts; of a region those of its members too
  --as-of DAY        facts that had begun by the day; today where it is not given
  --known-at INSTANT as they were known then
  --out DIR          folder for the files, made if it is not there

Writes the facts behind the figures as CSV, one file a fact, and datapackage.json with the schema of each.
Persons and clients carry pseudonyms that hold within one export only; names, addresses and identity codes are left out.`,
  options: {
    organiser: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
  },
  async run({ values }) {
    const { organiser, out } = values;
    if (!organiser) throw new UsageError('--organiser is missing');
    if (!out) throw new UsageError('--out is missing');
    return withDatabase(async ({ app }) => {
      const written = await asOperator(app, (tx, today) =>
        writeFacts(tx, {
          organiser,
          asOf: dayOption('as-of', values['as-of']) ?? today,
          knownAt: instantOption(values['known-at']) ?? null,
          folder: resolve(out),
          // A key of its own for each export: two exports cannot be joined into a longer story of somebody.
          key: randomBytes(32),
        }),
      );
      if (!written) throw new UsageError(`there is no organiser "${organiser}"`);
      for (const { file, rows } of written) console.log(`${file}: ${rows} rows`);
      return 0;
    });
  },
});
