import { compute } from '../figures/frame/compute.ts';
import { figureById } from '../figures/frame/registry.ts';
import { askedOf, askedOptions, askedUsage } from './asked.ts';
import { command, UsageError } from './command.ts';
import { asOperator } from './operator.ts';
import { withDatabase } from './with-database.ts';

export const figureCommand = command({
  usage: `ID --organiser O --service S [--as-of YYYY-MM-DD] [--from DAY --to DAY] [--known-at INSTANT] [--lang fi|sv|en]

  ID              of the figure; ./kykypolku figures lists them${askedUsage}

Prints the figure as JSON, with the number of its cases. Numbers are exact: the command line is within the organiser.`,
  options: askedOptions,
  words: [1, 1],
  async run({ values, words: [id = ''] }) {
    if (!figureById(id)) throw new UsageError(`there is no figure "${id}"; ./kykypolku figures lists them`);
    const query = askedOf(values);
    return withDatabase(async (call) => {
      const result = await asOperator(call, (tx, today) => compute(tx, id, query(today), 'operator'));
      if (typeof result === 'string') throw new Error(`There is no organiser ${values.organiser}.`);
      console.log(JSON.stringify(result, null, 2));
      return 0;
    });
  },
});
