/** The command line: finds the command, runs it, tells what went wrong in one line. */
import { type Command, UsageError } from './command.ts';
import { commands } from './list.ts';

const name = 'kykypolku';

function overview(): string {
  const width = Math.max(...commands.map((one) => one.words.length));
  const lines = commands.map((one) => `  ${one.words.padEnd(width)}  ${one.summary}`);
  return [
    'Kykypolku: work-ability services from referral to exit.',
    '',
    `Usage: ./${name} COMMAND [options]`,
    '',
    ...lines,
    '',
    `./${name} COMMAND --help tells the options of each.`,
    'Exit codes: 0 done, 1 failed, 2 called wrongly.',
  ].join('\n');
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    console.log(overview());
    return args.length === 0 ? 2 : 0;
  }
  const firstOption = args.findIndex((word) => word.startsWith('-'));
  const words = args.slice(0, firstOption < 0 ? args.length : firstOption).join(' ');
  const matches = commands
    .filter((one) => `${words} `.startsWith(`${one.words} `))
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (!matches) throw new UsageError(`there is no command "${words || args[0]}"`);
  const command: Command = await matches.load();
  const rest = args.slice(matches.words.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`Usage: ./${name} ${matches.words} ${command.usage}\n\n${matches.summary}.`);
    return 0;
  }
  return command.call(rest);
}

// A reader that has had enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const wrongly = error instanceof UsageError;
  console.error(`${name}: ${oneLine(error)}${wrongly ? ` (see ./${name} --help)` : ''}`);
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exitCode = wrongly ? 2 : 1;
}
// Nothing that was left open keeps the shell waiting.
process.exit();
