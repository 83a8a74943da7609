import { choice, command } from './command.ts';
import { accountLines, demoRegion } from './demo-region.ts';

export const demoAccountsCommand = command({
  usage: '[--format text|json]',
  options: { format: { type: 'string' } },
  async run({ values }) {
    const format = choice('format', values.format, ['text', 'json'], 'text');
    const accounts = (await demoRegion()).demoAccounts;
    if (format === 'json') console.log(JSON.stringify(accounts, null, 2));
    else for (const line of accountLines(accounts)) console.log(line);
    return 0;
  },
});
