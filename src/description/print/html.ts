import { formatDay, formatInstant, pick } from '../../kernel/language.ts';
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
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

function written(text: string): string {
  return writtenParts(text)
    .map((part) =>
      part.kind === 'list'
        ? `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
        : `<p>${part.lines.map(escaped).join('<br>')}</p>`,
    )
    .join('');
}

/** A service description as a word processor takes it in from the clipboard: headings, texts, lists and tables. */
export function descriptionHtml(description: PrintedDescription): string {
  const { language, knownAt } = description;
  const say = pick(paperTexts, language);
  const stated = ({ value, status }: DescribedClass | DescribedFigure) =>
    status === 'known' && value !== null ? escaped(String(value)) : say[status === 'known' ? 'not-recorded' : status];
  const row = (label: string, value: string, tells: string) =>
    `<tr><td>${label}</td><td align="right">${value}</td><td>${tells}</td></tr>`;
  const figures = (all: readonly DescribedFigure[]) =>
    all.length === 0
      ? ''
      : `<table border="1" cellspacing="0" cellpadding="4"><tr><th align="left">${say.figure}</th><th></th><th align="left">${say.tells}</th></tr>${all
          .map(
            (figure) =>
              row(`<b>${escaped(figure.label)}</b>`, `<b>${stated(figure)}</b>`, escaped(noteOf(figure, language))) +
              (figure.classes ?? []).map((one) => row(`– ${escaped(one.label)}`, stated(one), '')).join(''),
          )
          .join('')}</table>`;
  return [
    `<h1>${escaped(description.service)}</h1>`,
    `<p>${[
      escaped(description.organiser),
      `${say.asOf} ${formatDay(description.asOf, language)}`,
      ...(knownAt ? [`${say.knownAt} ${formatInstant(knownAt, language)}`] : []),
    ].join(' · ')}</p>`,
    ...(description.statutes.length > 0 ? [`<p>${say.statutes}: ${escaped(description.statutes.join('; '))}</p>`] : []),
    ...description.questions.map((question) => {
      const { id, question: heading, text, language: by, answered, figures: some } = question;
      const on = answered ? authoredOn(question, language) : null;
      return [
        `<h2>${id} ${escaped(heading)}</h2>`,
        answered && text ? `<div lang="${by ?? language}">${written(text)}</div>` : `<p><i>${say.notAnswered}</i></p>`,
        on === null ? '' : `<p><i>${on}</i></p>`,
        figures(some),
      ].join('');
    }),
    `<h2>${say.reading}</h2>`,
    written(say.readingText),
  ].join('\n');
}
