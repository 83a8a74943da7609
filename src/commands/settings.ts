import { variables } from '../server/config.ts';
import { choice, command } from './command.ts';

export const settings = command({
  usage: '[--format text|json]',
  options: { format: { type: 'string' } },
  async run({ values }) {
    const rows = Object.values(variables).map(({ name, meaning, otherwise }) => ({
      name,
      meaning,
      default: otherwise,
    }));
    if (choice('format', values.format, ['text', 'json'], 'text') === 'json')
      console.log(JSON.stringify(rows, null, 2));
    else for (const row of rows) console.log(`${row.name}\n    ${row.meaning}\n    Default: ${row.default}.\n`);
    return 0;
  },
});
