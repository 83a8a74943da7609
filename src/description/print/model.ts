import { spoken } from '../../figures/frame/format-value.ts';
import type { FigureResult } from '../../figures/frame/result.ts';
import type { Day } from '../../kernel/day.ts';
import { formatPercent, type Language } from '../../kernel/language.ts';
import type { Description } from '../words.ts';
import type { PrintedDescription } from './paper.ts';

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
    questions: description.questions.map(({ id, question, answered, text, language: written, writtenOn, figures }) => ({
      id,
      question,
      answered,
      text,
      language: written,
      writtenOn,
      figures: figures.map((figure) => ({
        id: figure.id,
        label: figure.label,
        value: ownValue(figure, language),
        status: figure.status,
        definition: figure.definition,
        asOf: figure.asOf,
        ...(figure.period ? { period: figure.period } : {}),
        ...(figure.reason ? { reason: figure.reason } : {}),
        overlapping: overlap(figure),
        classes: classes(figure, language),
      })),
    })),
  };
}

/** A figure of several rates has no number of its own: its classes are what it says. */
function ownValue(figure: FigureResult, language: Language): string | null {
  if (figure.value !== null || figure.longerThan !== undefined) return spoken(figure, language);
  return figure.status === 'known' && (figure.breakdown?.length ?? 0) > 0 ? '' : null;
}

type Part = NonNullable<FigureResult['breakdown']>[number];

/** Classes of the first breakdown, then those of the others, each under the name of what it is broken down by. */
function classes(figure: FigureResult, language: Language) {
  const answer = (part: Part, by?: string) => {
    const share = part.unit !== 'share' && typeof part.share === 'number' ? part.share : null;
    return {
      // A breakdown of one class is told once.
      label: by === undefined || by === part.label ? part.label : `${by}: ${part.label}`,
      value:
        part.value === null
          ? null
          : spoken(part, language) + (share === null ? '' : ` (${formatPercent(share, language, 0)})`),
      status: part.status,
    };
  };
  // A move that nobody made fills the table with nothing.
  const happened = ({ key, value, status }: Part) => !(key.includes('>') && status === 'known' && value === 0);
  return [
    ...(figure.breakdown ?? []).filter(happened).map((part) => answer(part)),
    ...(figure.more ?? []).flatMap(({ label, parts }) => parts.filter(happened).map((part) => answer(part, label))),
  ];
}

/** Do the classes of the figure hold some of its cases more than once? */
export function overlap({ value, unit, breakdown = [] }: FigureResult): boolean {
  if (value === null || unit === 'share') return false;
  const parts = breakdown.filter((part) => part.unit === unit && typeof part.share === 'number');
  return parts.reduce((sum, part) => sum + (part.value ?? 0), 0) > value;
}
