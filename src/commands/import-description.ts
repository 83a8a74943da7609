import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { takeIn } from '../exchange/description-import.ts';
import { readDescriptions } from '../exchange/description-text.ts';
import { textOf } from '../exchange/questionnaire/lines.ts';
import { ProblemError } from '../kernel/problem.ts';
import { choice, command } from './command.ts';
import { operating } from './operator.ts';
import { withDatabase } from './with-database.ts';

export const importDescription = command({
  usage: `FILE [--dry-run] [--format text|json]

  FILE        a questionnaire document as text
  --dry-run   writes nothing; tells what would be taken in
  --format    how to tell it; text when left out

What was not recognised is told line by line; nothing is lost and nothing invented. A second import makes a new
version of what has changed; one of the same file changes nothing, nor what was written anew since.`,
  options: { 'dry-run': { type: 'boolean', default: false }, format: { type: 'string' } },
  words: [1, 1],
  async run({ values, words: [path = ''] }) {
    const format = choice('format', values.format, ['text', 'json'], 'text');
    const bytes = contents(path);
    const document = read(bytes);
    if (format === 'json') console.log(JSON.stringify(document, null, 2));
    else tell(document);
    if (values['dry-run']) return 0;
    return withDatabase(async (call) => {
      const taken = await operating(call, (tx, today) => takeIn(tx, document, { name: basename(path), bytes }, today));
      for (const { title, why } of taken.left) console.error(`Not taken in: ${title}: ${why}.`);
      console.error(
        taken.answers === 0
          ? `Nothing was taken in${taken.left.length > 0 ? '' : ': every answer stands already as it is in the file'}.`
          : `Taken in: ${taken.descriptions.length} descriptions, ${taken.answers} answers that are new or have changed.`,
      );
      return taken.left.length > 0 ? 1 : 0;
    });
  },
});

function contents(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new Error(code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${code}).`);
  }
}

function read(bytes: Uint8Array): ReturnType<typeof readDescriptions> {
  try {
    return readDescriptions(textOf(bytes));
  } catch (error) {
    throw error instanceof ProblemError ? new Error(error.message) : error;
  }
}

function tell({ descriptions, unrecognised, report }: ReturnType<typeof readDescriptions>): void {
  for (const { title, organiserName, services, questions } of descriptions) {
    const answered = questions.filter((question) => question.answered).length;
    console.log(
      `${title}\n  ${organiserName} · ${services.join(', ')}\n  ${answered} answered, ${questions.length - answered} not`,
    );
  }
  for (const note of report.notes)
    console.log(`line ${note.line}: ${note.kind}${note.about ? ` (${note.about})` : ''}`);
  for (const { line, where, text } of unrecognised) console.log(`line ${line}, not recognised, ${where}: ${text}`);
}
