import { ArrowsSquarepathIcon, DownloadIcon, InformationSquareIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FigureAsked, FigureDialog, useStated } from '../../description/panel.tsx';
import { descriptionTexts } from '../../description/texts.ts';
import type { FigureResult } from '../../figures/result.ts';
import { type Day, isDay } from '../../kernel/day.ts';
import { organiserTexts } from '../../path/organiser/texts.ts';
import type { OutputOf } from '../../platform/act.ts';
import { useAddress } from '../../platform/web/address.tsx';
import { addressOf } from '../../platform/web/api.ts';
import { Card } from '../../platform/web/card.tsx';
import { Counts } from '../../platform/web/counts.tsx';
import { DayField } from '../../platform/web/date.tsx';
import { Dialog } from '../../platform/web/dialog.tsx';
import { Empty } from '../../platform/web/empty.tsx';
import { SelectField, TextArea } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { DataTable } from '../../platform/web/table.tsx';
import { Tag } from '../../platform/web/tag.tsx';
import { useToast } from '../../platform/web/toast.tsx';
import { useToday } from '../../platform/web/today.tsx';
import { api, useAsk, useDo } from '../api.ts';
import type { Acts } from '../registry.ts';
import { sessionQuery } from '../session.ts';
import './page.css';

// These choices are never wrong by themselves: the server answers for what it does not have.
const quietly = () => undefined;

type Described = OutputOf<Acts['describe']>;
type Question = Described['questions'][number];
type Group = Described['group'];

/** Which description one looks at, and with what it is compared; all of it in the address. */
function useChosen() {
  const today = useToday();
  const { data: session } = useQuery(sessionQuery);
  const listed = useAsk('descriptions', {});
  const [of, setOf] = useAddress('of');
  const [asOf, setAsOf] = useAddress('asOf');
  const own =
    listed.data?.descriptions.find((one) => one.organiser === session?.organiser.code) ?? listed.data?.descriptions[0];
  const [code, group] = (of ?? (own ? `${own.organiser}:${own.group}` : '')).split(':');
  return {
    listed,
    organiser: code ?? '',
    service: group as Group | undefined,
    asOf: asOf && isDay(asOf) ? asOf : today,
    choose: setOf,
    chooseDay: (day: Day | null) => setAsOf(day === null || day === today ? undefined : day),
  };
}

export function DescriptionPage() {
  const words = useTexts(descriptionTexts);
  const groups = useTexts(organiserTexts).groups;
  const chosen = useChosen();
  const [comparing, setComparing] = useAddress('with');
  const today = useToday();
  const { organiser, service, asOf } = chosen;
  const described = useAsk(
    'describe',
    { organiser, service: service as Group, asOf },
    { when: service !== undefined, keep: true },
  );
  const format = useFormat();
  const options = (chosen.listed.data?.descriptions ?? []).map((one) => ({
    value: `${one.organiser}:${one.group}`,
    label: `${one.name}: ${groups[one.group]}`,
  }));
  return (
    <Page
      title={words.description}
      line={described.data ? `${described.data.organiser.name} · ${words.situation(format.day(asOf))}` : words.choose}
      actions={
        service && (
          <>
            <Button
              size="small"
              variant="secondary"
              icon={<ArrowsSquarepathIcon aria-hidden="true" />}
              onClick={() => setComparing(comparing ? undefined : `${organiser}:${service}:${asOf}`)}
            >
              {comparing ? words.stopComparing : words.compare}
            </Button>
            <Button
              size="small"
              variant="secondary"
              icon={<PrinterSmallIcon aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {words.print}
            </Button>
            <Button
              size="small"
              variant="secondary"
              icon={<DownloadIcon aria-hidden="true" />}
              as="a"
              href={addressOf('descriptionPdf', { organiser, service, asOf })}
            >
              {words.pdf}
            </Button>
          </>
        )
      }
    >
      <div className="description-choice unprinted">
        <SelectField
          name="of"
          label={words.choose}
          value={service ? `${organiser}:${service}` : ''}
          change={(value) => chosen.choose(value || undefined)}
          options={options}
          error={undefined}
          complain={quietly}
        />
        <DayField
          name="asOf"
          label={words.asOf}
          value={asOf}
          change={chosen.chooseDay}
          today={today}
          error={undefined}
          complain={quietly}
        />
        {comparing && <Other options={options} today={today} />}
      </div>
      {service ? (
        <Answer of={described}>{(one) => (comparing ? <Compared one={one} /> : <Questions described={one} />)}</Answer>
      ) : (
        <Answer of={chosen.listed}>{() => <Empty title={words.none} />}</Answer>
      )}
    </Page>
  );
}

function Questions({ described }: { described: Described }) {
  const words = useTexts(descriptionTexts);
  const [show] = useAddress('show');
  const answered = described.questions.filter((question) => question.answered);
  const shown =
    show === 'answered'
      ? answered
      : show === 'unanswered'
        ? described.questions.filter((one) => !one.answered)
        : described.questions;
  const asked: FigureAsked = { organiser: described.organiser.code, service: described.group, asOf: described.asOf };
  return (
    <>
      <Counts
        label={words.questionsFilter}
        counts={[
          { id: 'answered', count: answered.length, label: words.answered },
          {
            id: 'unanswered',
            count: described.questions.length - answered.length,
            label: words.unanswered,
            tone: 'warning',
          },
        ]}
      />
      {!described.inside && <p className="quiet">{words.outside}</p>}
      <Card title={described.title}>
        {described.statutes.length > 0 && (
          <p className="quiet">
            {words.statutes}: {described.statutes.join('; ')}
          </p>
        )}
        <ol className="questions">
          {shown.map((question) => (
            <Asked key={question.id} question={question} described={described} asked={asked} />
          ))}
        </ol>
      </Card>
    </>
  );
}

function Asked({ question, described, asked }: { question: Question; described: Described; asked: FigureAsked }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const { text, writtenOn, writtenBy, version } = question;
  return (
    <li className="question">
      <span className="question-no">{question.id}</span>
      <div>
        <h3>{question.question}</h3>
        {question.answered ? (
          <>
            <p className="question-text">{text}</p>
            <p className="quiet">
              {writtenOn && words.written(format.day(writtenOn), writtenBy)}
              {version !== null && version > 1 && ` · ${words.version(version)}`}
            </p>
          </>
        ) : (
          <Tag tone="warning">{words.notAnswered}</Tag>
        )}
        {described.mayWrite && (
          <p className="unprinted">
            <Button size="small" variant="tertiary" onClick={() => setWriting(true)}>
              {words.write}
              <span className="unseen"> {question.id}</span>
            </Button>
          </p>
        )}
      </div>
      {question.figures.length > 0 ? (
        <Figures figures={question.figures} asked={asked} />
      ) : (
        <p className="quiet">{words.noFigures}</p>
      )}
      {writing && <Write question={question} described={described} close={() => setWriting(false)} />}
    </li>
  );
}

function Figures({ figures, asked }: { figures: readonly FigureResult[]; asked: FigureAsked }) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const [opened, open] = useState<FigureResult | null>(null);
  return (
    <ul className="question-figures">
      {figures.map((figure) => (
        <li key={figure.id} className="question-figure">
          <strong className={figure.status === 'known' && figure.value !== null ? '' : 'quiet-value'}>
            {stated(figure)}
          </strong>
          <span className="quiet">
            {figure.label}
            <Parts figure={figure} />
          </span>
          <Button
            className="unprinted"
            size="small"
            variant="tertiary-neutral"
            icon={<InformationSquareIcon title={words.open(figure.label)} />}
            onClick={() => open(figure)}
          />
        </li>
      ))}
      {opened && <FigureDialog figure={opened} asked={asked} close={() => open(null)} />}
    </ul>
  );
}

const partsShown = 5;

/** The largest classes of a figure in one line; the others are counted, and stand in the figure when it is opened. */
function Parts({ figure: { breakdown = [] } }: { figure: FigureResult }) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const known = breakdown.filter(({ value }) => value !== null && value !== 0);
  if (known.length < 2) return null;
  // Years and months stay in their order, the latest are shown; other classes go by size.
  const inTime = known.every(({ key }) => /^\d{4}(-\d{2})?$/.test(key));
  const largest = inTime
    ? known.slice(-partsShown)
    : known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, partsShown);
  const rest = known.length - largest.length;
  return (
    <span className="question-parts">
      {largest.map((part) => `${part.label}: ${stated(part)}`).join(' · ')}
      {rest > 0 && ` · ${words.moreClasses(rest)}`}
    </span>
  );
}

function Write({ question, described, close }: { question: Question; described: Described; close: () => void }) {
  const words = useTexts(descriptionTexts);
  const toast = useToast();
  const write = useDo('writeDescriptionAnswer');
  const { code } = described.organiser;
  const save = (text: string) =>
    api.writeDescriptionAnswer({ organiser: code, service: described.group, question: question.id, text });
  const form = useForm({
    initial: { text: question.text ?? '' },
    send: ({ text }) => write.mutateAsync({ organiser: code, service: described.group, question: question.id, text }),
    done: () => {
      toast({ done: words.saved, undo: () => save(question.text ?? '') });
      close();
    },
  });
  return (
    <Dialog title={`${question.id} ${question.question}`} close={close} wide>
      <Form form={form} submit={words.save} cancel={close}>
        <TextArea {...form.field('text')} label={words.answer} optional />
      </Form>
    </Dialog>
  );
}

/** The other side of a comparison: another organiser, or the same on another day. */
function useOther() {
  const [other, setOther] = useAddress('with');
  const [organiser = '', service = '', day = ''] = (other ?? '').split(':');
  return { organiser, service: service as Group, asOf: day as Day, set: setOther };
}

function Other({ options, today }: { options: readonly { value: string; label: string }[]; today: Day }) {
  const words = useTexts(descriptionTexts);
  const { organiser, service, asOf, set } = useOther();
  return (
    <>
      <SelectField
        name="with"
        label={words.compareWith}
        value={`${organiser}:${service}`}
        change={(value) => set(value ? `${value}:${asOf}` : undefined)}
        options={options}
        error={undefined}
        complain={quietly}
      />
      <DayField
        name="withAsOf"
        label={words.otherDay}
        value={asOf}
        change={(day) => day && set(`${organiser}:${service}:${day}`)}
        today={today}
        error={undefined}
        complain={quietly}
      />
    </>
  );
}

function Compared({ one }: { one: Described }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const stated = useStated();
  const { organiser, service, asOf } = useOther();
  const other = useAsk('describe', { organiser, service, asOf }, { keep: true });
  const side = (described: Described) => `${described.organiser.name} ${format.day(described.asOf)}`;
  return (
    <Answer of={other}>
      {(second) => (
        <Card title={one.title}>
          {!(one.inside && second.inside) && <p className="quiet">{words.outside}</p>}
          <ol className="questions">
            {one.questions.map((question, n) => {
              const beside = second.questions[n]?.figures ?? [];
              return (
                <li key={question.id} className="question">
                  <span className="question-no">{question.id}</span>
                  <h3>{question.question}</h3>
                  <div className="comparison">
                    {question.figures.length === 0 ? (
                      <p className="quiet">{words.noFigures}</p>
                    ) : (
                      <DataTable
                        caption={question.question}
                        captionHidden
                        name={`sort${question.id}`}
                        columns={[
                          { id: 'label', header: words.figures, cell: ({ figure }) => figure.label },
                          { id: 'one', header: side(one), cell: ({ figure }) => stated(figure), end: true },
                          {
                            id: 'other',
                            header: side(second),
                            cell: ({ second: figure }) => (figure ? stated(figure) : ''),
                            end: true,
                          },
                        ]}
                        rows={question.figures.map((figure) => ({
                          figure,
                          second: beside.find(({ id }) => id === figure.id),
                        }))}
                        rowKey={({ figure }) => figure.id}
                        empty={words.noFigures}
                      />
                    )}
                  </div>
                </li>
              );
            })}
          </ol>
        </Card>
      )}
    </Answer>
  );
}
