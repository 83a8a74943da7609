import type { FigureResult } from '../figures/result.ts';
import { spoken } from '../figures/spoken.ts';
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { PrintedDescription } from './paper.ts';
import type { Description } from './words.ts';

/** A description as paper and text show it: numbers already in words of the language. */
export function printedDescription(description: Description, language: Language, madeOn: Day): PrintedDescription {
  return {
    language,
    service: description.title,
    organiser: description.organiser.name,
    statutes: description.statutes,
    asOf: description.asOf,
    knownAt: description.knownAt,
    madeOn,
    questions: description.questions.map(({ id, question, answered, text, writtenOn, figures }) => ({
      id,
      question,
      answered,
      text,
      writtenOn,
      approvedOn: null,
      figures: figures.map((figure) => ({
        id: figure.id,
        label: figure.label,
        value: figure.value === null && figure.longerThan === undefined ? null : spoken(figure, language),
        unit: null,
        status: figure.status,
        definition: figure.definition,
        asOf: figure.asOf,
        classes: classes(figure, language),
      })),
    })),
  };
}

function classes(figure: FigureResult, language: Language) {
  const all = [...(figure.breakdown ?? []), ...(figure.more ?? []).flatMap(({ parts }) => parts)];
  return all.map((part) => ({
    label: part.label,
    value: part.value === null ? null : spoken(part, language),
    status: part.status,
  }));
}
