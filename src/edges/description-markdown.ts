import type { PrintedDescription } from '../description/paper.ts';
import { paperTexts } from '../description/paper.ts';
import { formatDay, pick } from '../kernel/language.ts';

const escaped = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** A service description as Markdown: a heading a question, its answer, its figures as a table. */
export function descriptionMarkdown(description: PrintedDescription): string {
  const { language } = description;
  const say = pick(paperTexts, language);
  const state = ({
    value,
    status,
  }: {
    readonly value: number | string | null;
    readonly status: 'known' | 'not-recorded' | 'suppressed';
  }) => (status === 'known' && value !== null ? String(value) : say[status === 'known' ? 'not-recorded' : status]);
  const parts = [
    `# ${escaped(description.service)}`,
    `${escaped(description.organiser)} · ${say.asOf} ${formatDay(description.asOf, language)}`,
    ...(description.statutes.length > 0 ? [`${say.statutes}: ${escaped(description.statutes.join('; '))}`] : []),
    ...description.questions.flatMap(({ id, question, answered, text, figures }) => [
      `## ${id} ${escaped(question)}`,
      answered && text ? escaped(text) : `*${say.notAnswered}*`,
      ...(figures.length > 0
        ? [
            [
              `| ${say.figure} | | ${say.tells} |`,
              '| --- | ---: | --- |',
              ...figures.flatMap((figure) => [
                `| ${escaped(figure.label)} | ${escaped(state(figure))} | ${escaped(figure.definition)} |`,
                ...(figure.classes ?? []).map((one) => `| – ${escaped(one.label)} | ${escaped(state(one))} | |`),
              ]),
            ].join('\n'),
          ]
        : []),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}
