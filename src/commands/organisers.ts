import { organisersOn } from '../casework/organiser/reads.ts';
import { choice, command } from './command.ts';
import { asOperator } from './operator.ts';
import { withDatabase } from './with-database.ts';

export const organisersCommand = command({
  usage: '[--format text|json]',
  options: { format: { type: 'string' } },
  run: ({ values }) => {
    const format = choice('format', values.format, ['text', 'json'], 'text');
    return withDatabase(async (call) => {
      const match = await asOperator(call, (tx, today) => organisersOn(tx, today, 'fi'));
      if (format === 'json') console.log(JSON.stringify(match, null, 2));
      else for (const { code, name } of match) console.log(`${code.padEnd(24)} ${name}`);
      return 0;
    });
  },
});
