import { writeFileSync } from 'node:fs';
import { groupCodes } from '../casework/organiser/words.ts';
import { describeServices } from '../description/answer.ts';
import { descriptionMarkdown } from '../description/print/markdown.ts';
import { printedDescription } from '../description/print/model.ts';
import { descriptionPaper } from '../description/print/paper.ts';
import { services } from '../kernel/service.ts';
import { compileLetter } from '../server/letters/typst.ts';
import { choice, command, UsageError } from './command.ts';
import { asOperator, dayOption, instantOption, needed } from './operator.ts';
import { withDatabase } from './with-database.ts';

export const describeCommand = command({
  usage: `--organiser O --service S [--as-of YYYY-MM-DD] [--known-at INSTANT] [--lang fi|sv|en] [--format json|md|pdf] [--out FILE]

  --organiser   code of the organiser (./kykypolku organisers lists them)
  --service     ${groupCodes.join(', ')},
                or one service of them
  --as-of       the day that is asked of; today when left out
  --known-at    as it was known at an instant, 2021-06-01T12:00:00+03:00
  --out         the file to write instead of the screen; a PDF needs one`,
  options: {
    organiser: { type: 'string' },
    service: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    lang: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  run: ({ values }) => {
    const organiser = needed('organiser', values.organiser);
    const service = choice('service', needed('service', values.service), [...groupCodes, ...services], groupCodes[0]);
    const language = choice('lang', values.lang, ['fi', 'sv', 'en'], 'fi');
    const format = choice('format', values.format, ['json', 'md', 'pdf'], 'json');
    if (format === 'pdf' && !values.out) throw new UsageError('--format pdf needs --out FILE');
    const query = { asOf: dayOption('as-of', values['as-of']), knownAt: instantOption('known-at', values['known-at']) };
    return withDatabase(async (call) => {
      const { description, today } = await asOperator(call, async (tx, today) => ({
        today,
        description: await describeServices(
          tx,
          { organiser, service, asOf: query.asOf ?? today, knownAt: query.knownAt, language },
          'operator',
        ),
      }));
      if (typeof description === 'string') throw new Error(`There is no organiser ${organiser}.`);
      const printed = printedDescription(description, language, today);
      const made =
        format === 'pdf'
          ? await pdf(descriptionPaper(printed), language, today)
          : format === 'md'
            ? descriptionMarkdown(printed)
            : `${JSON.stringify(description, null, 2)}\n`;
      if (values.out) writeFileSync(values.out, made, { mode: 0o600 });
      else process.stdout.write(made);
      return 0;
    });
  },
});

function pdf(
  paper: ReturnType<typeof descriptionPaper>,
  lang: 'fi' | 'sv' | 'en',
  day: Parameters<typeof compileLetter>[0]['day'],
) {
  return compileLetter({
    template: new URL('../description/print/description.typ', import.meta.url),
    data: paper,
    notice: null,
    pdf: 'ua-1',
    title: paper.title,
    lang,
    day,
  });
}
