import { organisersOn } from '../casework/organiser/reads.ts';
import { choice, command } from './command.ts';
import { asOperator } from './operator.ts';
import { withDatabase } from './with-database.ts';

export const organisersCommand = command({
  usage: '[--format text|json]',
  options: { format: { type: 'string' } },
  run: ({ values }) => {
    const format = choice('format', values.format, ['text', 'json'], 'text');
    return withDatabase(async (given) => {
      const found = await asOperator(given, (tx, today) => organisersOn(tx, today, 'fi'));
      if (format === 'json') console.log(JSON.stringify(found, null, 2));
      else for (const { code, name } of found) console.log(`${code.padEnd(24)} ${name}`);
      return 0;
    });
  },
});
