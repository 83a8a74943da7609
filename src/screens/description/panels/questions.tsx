import { InformationSquareIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useEffect, useState } from 'react';
import { type FigureAsked, FigureDialog, onlyClasses, Parts, useStated } from '../../../description/panel.tsx';
import { descriptionTexts } from '../../../description/texts.ts';
import type { Description } from '../../../description/words.ts';
import type { FigureResult } from '../../../figures/frame/result.ts';
import { keptTogether } from '../../../kernel/language.ts';
import { useAddress } from '../../../web/address.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Counts } from '../../../web/kit/counts.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { clientAt } from '../../app/pages.ts';
import {
  type Answered,
  AnswerKind,
  answeredBy,
  type DescribedAnswer,
  QuestionIndex,
  WrittenAnswer,
} from './answers.tsx';
import { WriteAnswer } from './write-answer.tsx';

const shows: Readonly<Record<string, (one: Answered) => boolean>> = {
  answered: ({ written }) => written,
  live: ({ known }) => known > 0,
  unanswered: ({ written, notAsked }) => !written && !notAsked,
  gaps: ({ gaps }) => gaps,
};

/** The seventeen questions: how many are answered and in which way, then each with its text and its figures. */
export function Questions({ described }: { described: Description }) {
  const words = useTexts(descriptionTexts);
  const [show] = useAddress('show');
  const { questions } = described;
  const count = (id: string) => questions.filter((one) => shows[id]?.(answeredBy(one, questions))).length;
  const filter = show === undefined ? undefined : shows[show];
  const visible = filter ? questions.filter((one) => filter(answeredBy(one, questions))) : questions;
  // An address that ends in #Q4 is of a question that was not there yet when the page opened.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const figureQuery: FigureAsked = {
    organiser: described.organiser.code,
    service: described.group,
    asOf: described.asOf,
    knownAt: described.knownAt ?? undefined,
  };
  return (
    <>
      <Counts
        label={words.questionsFilter}
        counts={[
          { id: 'answered', count: count('answered'), label: words.withText },
          { id: 'live', count: count('live'), label: words.withFigures },
          { id: 'unanswered', count: count('unanswered'), label: words.unanswered, tone: 'warning' },
          { id: 'gaps', count: count('gaps'), label: words.withGaps, tone: 'warning' },
        ]}
      />
      <QuestionIndex questions={visible} />
      {!described.inside && <p className="muted">{words.outside}</p>}
      <Card title={described.title}>
        {described.statutes.length > 0 && (
          <p className="muted">
            {words.statutes}: {keptTogether(described.statutes.join('; '))}
          </p>
        )}
        {visible.length === 0 ? (
          <Empty title={words.noneOfTheseQuestions} />
        ) : (
          <ol className="questions">
            {visible.map((question) => (
              <Asked key={question.id} question={question} described={described} asked={figureQuery} />
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}

interface AskedProps {
  readonly question: DescribedAnswer;
  readonly described: Description;
  readonly asked: FigureAsked;
}

function Asked({ question, described, asked: query }: AskedProps) {
  const words = useTexts(descriptionTexts);
  const { figures } = question;
  return (
    <li className="question" id={question.id}>
      <span className="question-no">{question.id}</span>
      <h3>{question.question}</h3>
      <div className="question-answer">
        <Text question={question} described={described} />
      </div>
      {figures.length > 0 && (
        <div className="question-live">
          <AnswerKind of="live">{words.live}</AnswerKind>
          <Figures figures={figures} asked={query} />
        </div>
      )}
    </li>
  );
}

function Text({ question, described }: { question: DescribedAnswer; described: Description }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const { answered, text, language, writtenOn, writtenBy, version } = question;
  const { notAsked } = answeredBy(question, described.questions);
  return (
    <>
      {answered && text ? (
        <>
          <AnswerKind of="written">
            {writtenOn ? words.written(format.day(writtenOn), writtenBy) : words.authored}
          </AnswerKind>
          <WrittenAnswer text={text} language={language} />
          {version !== null && version > 1 && <p className="muted">{words.version(version)}</p>}
        </>
      ) : (
        <Tag tone={notAsked ? 'neutral' : 'warning'}>{notAsked ? words.notAsked : words.notAnswered}</Tag>
      )}
      {described.mayWrite && (
        <p className="question-write unprinted">
          <Button size="small" variant="tertiary" onClick={() => setWriting(true)}>
            {answered ? words.edit : words.write}
            <span className="visually-hidden"> {question.id}</span>
          </Button>
        </p>
      )}
      {writing && <WriteAnswer question={question} described={described} close={() => setWriting(false)} />}
    </>
  );
}

function Figures({ figures, asked: query }: { figures: readonly FigureResult[]; asked: FigureAsked }) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const [opened, open] = useState<FigureResult | null>(null);
  return (
    <ul className="question-figures">
      {figures.map((figure) => {
        const only = onlyClasses(figure);
        const text = figure.status === 'known' && (figure.value !== null || figure.longerThan !== undefined);
        return (
          <li key={figure.id} className="question-figure">
            <strong className={text ? '' : 'muted-value'}>{only ? '' : stated(figure)}</strong>
            <span className="muted">
              <span>{figure.label}</span>
              <Parts figure={figure} />
              {figure.reason && <span className="figure-parts">{figure.reason}</span>}
            </span>
            <Button
              className="unprinted"
              size="small"
              variant="tertiary-neutral"
              icon={<InformationSquareIcon title={words.open(figure.label)} />}
              onClick={() => open(figure)}
            />
          </li>
        );
      })}
      {opened && <FigureDialog figure={opened} asked={query} clientAt={clientAt} close={() => open(null)} />}
    </ul>
  );
}
