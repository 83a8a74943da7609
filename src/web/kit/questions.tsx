import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { Card } from './card.tsx';
import { useFormat } from './format.ts';
import { DataTable } from './table.tsx';
import './questions.css';

/** A client of whom something must be said before days can be paid. */
interface OpenQuestion {
  readonly clientId: string;
  readonly name: string;
  readonly days: readonly unknown[];
}

interface QuestionsProps<Q extends OpenQuestion> {
  readonly questions: readonly Q[];
  /** By which the address keeps how they are sorted. */
  readonly sortName: string;
  readonly words: {
    readonly title: string;
    readonly count: string;
    readonly help: string;
    readonly show: string;
    readonly name: string;
    readonly days: string;
    readonly answer: string;
    readonly answerOf: (name: string) => string;
  };
  /** The dialog in which one is answered. */
  readonly dialog: (question: Q, close: () => void) => ReactNode;
}

/** So many are shown at once: more would push what stands below them far down. */
const few = 5;

/** Clients of whom something is not recorded without which nothing is paid: each is answered here. */
export function OpenQuestions<Q extends OpenQuestion>({ questions, sortName, words, dialog }: QuestionsProps<Q>) {
  const format = useFormat();
  const [open, setOpen] = useState<Q | null>(null);
  return (
    <Card
      flush
      title={
        <>
          <ExclamationmarkTriangleIcon aria-hidden="true" /> {words.title}
        </>
      }
    >
      <p className="questions-help">
        <strong>{words.count}.</strong> {words.help}
      </p>
      <details className="questions-clients" open={questions.length <= few}>
        <summary>{words.show}</summary>
        <DataTable
          caption={words.title}
          captionHidden
          name={sortName}
          rows={questions}
          rowKey={({ clientId }) => clientId}
          empty=""
          columns={[
            { id: 'name', header: words.name, cell: ({ name }) => name, sort: ({ name }) => name },
            {
              id: 'days',
              header: words.days,
              cell: ({ days }) => format.number(days.length),
              sort: ({ days }) => days.length,
              end: true,
            },
            {
              id: 'answer',
              header: words.answer,
              cell: (question) => (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={words.answerOf(question.name)}
                  onClick={() => setOpen(question)}
                >
                  {words.answer}
                </Button>
              ),
              act: true,
            },
          ]}
        />
      </details>
      {open && dialog(open, () => setOpen(null))}
    </Card>
  );
}
