import { DownloadIcon } from '@navikt/aksel-icons';
import { type Day, day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { OpenQuestions } from '../../../web/kit/questions.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { participationTexts } from '../texts.ts';
import { type PaidDays, tellingBenefits } from '../words.ts';
import './participation-card.css';

const { addressOf, useAsk, useDo } = apiOf<typeof acts>();

type TellingBenefit = (typeof tellingBenefits)[number];

/** Who pays for a month's days of rehabilitative work: questions first, then the sums, then each client with a slip. */
export function ParticipationCard({ month }: { month: string }) {
  const words = useTexts(participationTexts);
  const format = useFormat();
  const query = useAsk('participationMonth', { month });
  return (
    <Answer of={query}>
      {({ sums, clients }) => {
        if (clients.length === 0) return null;
        const questions = clients.filter(({ payer }) => payer === 'unknown');
        return (
          <>
            {questions.length > 0 && <PayerQuestions month={month} questions={questions} />}
            <Card flush title={words.title}>
              <p className="participation-help muted">{words.help}</p>
              <DataTable
                caption={words.title}
                captionHidden
                rows={sums}
                rowKey={({ payer }) => payer}
                empty={words.none}
                columns={[
                  { id: 'payer', header: words.payer, cell: ({ payer }) => words.payers[payer] },
                  {
                    id: 'clients',
                    header: words.clients,
                    cell: (row) => format.number(row.clients),
                    end: true,
                  },
                  { id: 'days', header: words.days, cell: ({ days }) => format.number(days), end: true },
                ]}
              />
              <details className="participation-clients unprinted">
                <summary>{words.showClients(new Set(clients.map(({ clientId }) => clientId)).size)}</summary>
                <ClientDays month={month} clients={clients} />
              </details>
            </Card>
          </>
        );
      }}
    </Answer>
  );
}

function ClientDays({ month, clients }: { month: string; clients: readonly PaidDays[] }) {
  const words = useTexts(participationTexts);
  const format = useFormat();
  return (
    <DataTable
      caption={words.reported}
      captionHidden
      name="days-sort"
      rows={clients}
      rowKey={({ clientId, payer }) => `${clientId} ${payer}`}
      empty={words.none}
      columns={[
        { id: 'name', header: words.name, cell: ({ name }) => name, sort: ({ name }) => name },
        {
          id: 'payer',
          header: words.payer,
          cell: ({ payer }) => words.payers[payer],
          sort: ({ payer }) => words.payers[payer],
        },
        {
          id: 'days',
          header: words.days,
          cell: ({ days }) => format.number(days.length),
          sort: ({ days }) => days.length,
          end: true,
        },
        {
          id: 'slip',
          header: words.slip,
          cell: ({ clientId, name }) => (
            <a
              className="icon-button"
              href={addressOf('participationSlip', { clientId, month })}
              target="_blank"
              rel="noreferrer"
              aria-label={words.slipOf(name)}
            >
              <DownloadIcon aria-hidden="true" />
            </a>
          ),
          end: true,
        },
      ]}
    />
  );
}

/** Clients of whom nobody knows who pays: each is answered here. */
function PayerQuestions({ month, questions }: { month: string; questions: readonly PaidDays[] }) {
  const words = useTexts(participationTexts);
  return (
    <OpenQuestions
      questions={questions}
      sortName="questions-sort"
      words={{
        title: words.questions,
        count: words.questionCount(questions.length),
        help: words.questionsHelp,
        show: words.showClients(questions.length),
        name: words.name,
        days: words.days,
        answer: words.answer,
        answerOf: words.answerOf,
      }}
      dialog={(question, close) => <AnswerDialog month={month} question={question} close={close} />}
    />
  );
}

interface AnswerProps {
  readonly month: string;
  readonly question: PaidDays;
  readonly close: () => void;
}

function AnswerDialog({ month, question: { clientId, name, days }, close }: AnswerProps) {
  const words = useTexts(participationTexts);
  const toast = useToast();
  const today = useToday();
  const first = days[0] ?? day(`${month}-01`);
  const answer = useDo('answerPayer');
  const form = useForm({
    initial: { benefit: '' as TellingBenefit | '', during: { from: first as Day | null, to: null as Day | null } },
    send: ({ benefit, during }) =>
      answer.mutateAsync({
        clientId,
        benefit: benefit as TellingBenefit,
        during: { from: during.from ?? first, to: during.to },
      }),
    done: () => {
      toast({ done: words.answered(name) });
      close();
    },
  });
  return (
    <Dialog title={words.answerOf(name)} close={close}>
      <Form form={form} cancel={close}>
        <SelectField
          {...form.field('benefit')}
          label={words.benefit}
          options={tellingBenefits.map((value) => ({ value, label: words.benefits[value] }))}
        />
        <RangeField {...form.field('during')} label={words.during} today={today} open />
      </Form>
    </Dialog>
  );
}
