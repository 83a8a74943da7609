import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { writeFacts } from '../exchange/facts-csv.ts';
import { zId } from '../kernel/id.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { rowsOf } from '../server/database/statement.ts';
import { audit } from '../server/perform.ts';
import { command } from './command.ts';
import { asOperator, dayOption, instantOption, needed, operator } from './operator.ts';
import { withDatabase } from './with-database.ts';

const zExportFactsRow = z.object({ id: zId });

export const exportFacts = command({
  usage: `--organiser CODE --out DIR [--as-of DAY] [--known-at INSTANT]

  --organiser   whose facts; of a region those of its members too
  --as-of       facts that had begun by the day; today where it is not given
  --known-at    as they were known then
  --out         folder for the files, made if it is not there

Writes the facts behind the figures as CSV, one file a fact, and datapackage.json with the schema of each.
Persons and clients carry pseudonyms that hold within one export only; names, addresses and identity codes are left out.`,
  options: {
    organiser: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
  },
  async run({ values }) {
    const organiser = needed('organiser', values.organiser);
    const folder = resolve(needed('out', values.out));
    const asOf = dayOption('as-of', values['as-of']);
    const knownAt = instantOption('known-at', values['known-at']) ?? null;
    return withDatabase(async (call) => {
      // A key of its own for each export: two exports cannot be joined into a longer story of somebody.
      const key = randomBytes(32);
      const written = await asOperator(call, (tx, today) =>
        writeFacts(tx, { organiser, asOf: asOf ?? today, knownAt, folder, key }),
      );
      if (!written) throw new Error(`There is no organiser ${organiser}.`);
      const clock = (await demoClock(call.owner)) ?? helsinkiClock;
      const { rows: whose } = await rowsOf(
        zExportFactsRow,
      )`select id from organiser_organiser where code = ${organiser}`.execute(call.owner);
      await audit(
        call.owner,
        'exportFacts',
        'figures',
        { who: operator(whose[0]?.id ?? null), language: 'fi' },
        clock.now(),
        [],
        {
          organiser,
          asOf: asOf ?? clock.today(),
          knownAt,
        },
      );
      call.log.note({ event: 'exported', act: 'exportFacts' });
      for (const { file, rows } of written) console.log(`${file}: ${rows} rows`);
      return 0;
    });
  },
});
