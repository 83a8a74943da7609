import { BarChartIcon, PencilIcon, QuestionmarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { descriptionTexts } from '../../../description/texts.ts';
import type { Description } from '../../../description/words.ts';
import { writtenParts } from '../../../description/written.ts';
import type { FigureResult } from '../../../figures/frame/result.ts';
import type { Language } from '../../../kernel/language.ts';
import { useTexts } from '../../../web/kit/language.tsx';

export type DescribedAnswer = Description['questions'][number];

/** In what ways a question is answered. */
export interface Answered {
  readonly written: boolean;
  /** How many figures of it are known. */
  readonly known: number;
  /** Some figure of it has no data. */
  readonly gaps: boolean;
  /** The questionnaire from which the texts came did not have the question. */
  readonly notAsked: boolean;
}

const tells = ({ status, value, longerThan, breakdown }: FigureResult) =>
  status === 'known' && (value !== null || longerThan !== undefined || (breakdown?.length ?? 0) > 0);

export function answeredBy(question: DescribedAnswer, all: readonly DescribedAnswer[]): Answered {
  return {
    written: question.answered,
    known: question.figures.filter(tells).length,
    gaps: question.figures.some(({ status }) => status === 'not-recorded'),
    notAsked: question.version === null && all.some(({ version }) => version !== null),
  };
}

/** All questions with how each is answered, to see at a glance and to go to one. */
export function QuestionIndex({ questions }: { questions: readonly DescribedAnswer[] }) {
  const words = useTexts(descriptionTexts);
  return (
    <nav className="question-index unprinted" aria-label={words.index}>
      <p className="question-legend" aria-hidden="true">
        <span>
          <PencilIcon /> {words.withText}
        </span>
        <span>
          <BarChartIcon /> {words.withFigures}
        </span>
        <span>
          <QuestionmarkIcon /> {words.unanswered}
        </span>
      </p>
      <ol>
        {questions.map((question) => {
          const { written, known, notAsked } = answeredBy(question, questions);
          const states = [
            written ? words.authored : notAsked ? words.notAsked : words.notAnswered,
            ...(known > 0 ? [words.figuresShort(known)] : []),
          ].join(', ');
          return (
            <li key={question.id}>
              <a
                href={`#${question.id}`}
                className="question-chip"
                data-open={written ? undefined : ''}
                title={question.question}
                aria-label={words.stateOf(question.id, question.question, states)}
              >
                {question.id}
                {written ? <PencilIcon aria-hidden="true" /> : <QuestionmarkIcon aria-hidden="true" />}
                {known > 0 && <BarChartIcon aria-hidden="true" />}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** What kind of answer stands below: written by somebody, or counted. */
export function AnswerKind({ of, children }: { of: 'written' | 'live'; children: ReactNode }) {
  return (
    <p className="answer-kind" data-kind={of}>
      {of === 'written' ? <PencilIcon aria-hidden="true" /> : <BarChartIcon aria-hidden="true" />}
      {children}
    </p>
  );
}

/** An authored text with its paragraphs and lists, read aloud in the language that it is written in. */
export function WrittenAnswer({ text, language }: { text: string; language: Language | null }) {
  return (
    <div className="written" {...(language ? { lang: language } : {})}>
      {writtenParts(text).map((part, n) =>
        part.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not change their places.
          <ul key={n}>
            {part.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not change their places.
          <p key={n}>{part.lines.join('\n')}</p>
        ),
      )}
    </div>
  );
}
