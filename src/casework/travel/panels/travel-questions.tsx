import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import type * as acts from '../acts.ts';
import { travelTexts } from '../texts.ts';
import type { TravelQuestion } from '../words.ts';
import { AnswerTravel } from './travel-forms.tsx';
import './travel-card.css';

const { useAsk } = apiOf<typeof acts>();

/** So many questions are shown at once. */
const fewQuestions = 5;

/** Clients for whose days the organiser pays, and of whom nobody has said what the way costs: each is answered here. */
export function TravelQuestions({ month }: { readonly month: string }) {
  const words = useTexts(travelTexts);
  const format = useFormat();
  const query = useAsk('travelMonth', { month });
  const [open, setOpen] = useState<TravelQuestion>();
  return (
    <Answer of={query}>
      {({ clients, basis }) =>
        clients.length > 0 && (
          <Card
            flush
            title={
              <>
                <ExclamationmarkTriangleIcon aria-hidden="true" /> {words.questions}
              </>
            }
          >
            <p className="travel-help">
              <strong>{words.questionCount(clients.length)}.</strong> {words.questionsHelp(basis)}
            </p>
            {/* Many at once would push the month's money far down. */}
            <details className="travel-clients" open={clients.length <= fewQuestions}>
              <summary>{words.showClients(clients.length)}</summary>
              <DataTable
                caption={words.questions}
                captionHidden
                name="travel-sort"
                rows={clients}
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
            {open && <AnswerTravel question={open} close={() => setOpen(undefined)} />}
          </Card>
        )
      }
    </Answer>
  );
}
