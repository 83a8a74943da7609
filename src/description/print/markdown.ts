import { formatDay, formatInstant, pick, type ReadingLanguage } from '../../kernel/language.ts';
import { writtenParts } from '../written.ts';
import {
  authoredOn,
  type DescribedClass,
  type DescribedFigure,
  noteOf,
  type PrintedDescription,
  paperTexts,
} from './paper.ts';

const escaped = (text: string) =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    // A line of signs alone, which would make a heading of the line above or a rule.
    .replace(/^([=-])(?=[=\s-]*$)/gm, '\\$1')
    // What would begin a list or a number in a list where the text means neither.
    .replace(/^([+-])(?=\s)/gm, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/gm, '$1\\$2');

function written(text: string): string {
  return writtenParts(text)
    .map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `- ${escaped(item)}`).join('\n')
        : part.lines.map(escaped).join('\\\n'),
    )
    .join('\n\n');
}

function table(figures: readonly DescribedFigure[], language: ReadingLanguage): string {
  const say = pick(paperTexts, language);
  const state = ({ value, status }: DescribedClass | DescribedFigure) =>
    status === 'known' && value !== null ? String(value) : say[status === 'known' ? 'not-recorded' : status];
  const bold = (text: string) => (text === '' ? '' : `**${escaped(text)}**`);
  return [
    `| ${say.figure} | | ${say.tells} |`,
    '| --- | ---: | --- |',
    ...figures.flatMap((figure) => [
      `| ${bold(figure.label)} | ${bold(state(figure))} | ${escaped(noteOf(figure, language))} |`,
      ...(figure.classes ?? []).map((one) => `| – ${escaped(one.label)} | ${escaped(state(one))} | |`),
    ]),
  ].join('\n');
}

/** A service description as Markdown: a heading a question, its answer, its figures as a table. */
export function descriptionMarkdown(description: PrintedDescription): string {
  const { language, knownAt, statutes } = description;
  const say = pick(paperTexts, language);
  const parts = [
    `# ${escaped(description.service)}`,
    [
      escaped(description.organiser),
      `${say.asOf} ${formatDay(description.asOf, language)}`,
      ...(knownAt ? [`${say.knownAt} ${formatInstant(knownAt, language)}`] : []),
    ].join(' · '),
    ...(statutes.length > 0 ? [`${say.statutes}: ${escaped(statutes.join('; '))}`] : []),
    ...description.questions.flatMap((question) => {
      const { id, answered, text, figures } = question;
      const by = answered ? authoredOn(question, language) : null;
      return [
        `## ${id} ${escaped(question.question)}`,
        answered && text ? written(text) : `*${say.notAnswered}*`,
        ...(by ? [`*${by}*`] : []),
        ...(figures.length > 0 ? [table(figures, language)] : []),
      ];
    }),
    `## ${say.reading}`,
    say.readingText,
  ];
  return `${parts.join('\n\n')}\n`;
}
