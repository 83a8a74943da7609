import { reckon } from '../figures/reckon.ts';
import { figureById } from '../figures/registry.ts';
import { askedOptions, askedUsage, asOperator, questionOf } from './asked.ts';
import { command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const figure = command({
  usage: `ID --organiser CODE --service CODE [--as-of DAY] [--from DAY --to DAY] [--known-at INSTANT] [--lang fi|sv|en]

  ID                 of the figure; ./kykypolku figures lists them${askedUsage}

Prints the figure as JSON, with the number of its cases. Numbers are exact: the command line is within the organiser.`,
  options: askedOptions,
  words: [1, 1],
  async run({ values, words: [id = ''] }) {
    if (!figureById(id)) throw new UsageError(`there is no figure "${id}"; ./kykypolku figures lists them`);
    return withDatabase(async ({ app }) => {
      const result = await asOperator(app, (tx, today) => reckon(tx, id, questionOf(values, today), 'operator'));
      if (typeof result === 'string') throw new UsageError(`there is no organiser "${values.organiser}"`);
      console.log(JSON.stringify(result, null, 2));
      return 0;
    });
  },
});
