/** What a command of the command line is. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The way a command was called was wrong: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

export interface CommandSpec<O extends ParseArgsOptionsConfig> {
  /** One option or argument a line, after the command's own name. */
  usage: string;
  options: O;
  /** How many words it takes besides its options, at least and at most. */
  words?: readonly [number, number];
  /** Resolves to the exit code where it is not 0. */
  run: (input: { values: Values<O>; words: string[] }) => Promise<number | undefined>;
}

export interface Command {
  usage: string;
  call: (args: string[]) => Promise<number>;
}

export function command<const O extends ParseArgsOptionsConfig>(spec: CommandSpec<O>): Command {
  const [least, most] = spec.words ?? [0, 0];
  return {
    usage: spec.usage,
    async call(args) {
      const { values, words } = read(spec.options, args);
      if (words.length < least) throw new UsageError('a word is missing');
      if (words.length > most) throw new UsageError(`"${words[most]}" is one word too many`);
      return (await spec.run({ values, words })) ?? 0;
    },
  };
}

function read<O extends ParseArgsOptionsConfig>(options: O, args: string[]): { values: Values<O>; words: string[] } {
  try {
    const { values, positionals, tokens } = parseArgs({
      args,
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    // Of two values the first would be passed over in silence.
    const call = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = call.find((name, nth) => call.indexOf(name) < nth);
    if (twice !== undefined) throw new UsageError(`--${twice} is given twice`);
    return { values, words: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

/** The words of an option that takes one of a list. */
export function choice<T extends string>(
  name: string,
  value: string | undefined,
  words: readonly T[],
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  const match = words.find((word) => word === value);
  if (!match) throw new UsageError(`--${name} must be one of ${words.join(', ')}`);
  return match;
}
