import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { contains, lastDay, type Range } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { useConfirm } from '../../../web/kit/confirming.ts';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { isByLaw } from '../rules.ts';
import { rateTexts } from '../texts.ts';
import { RateForm } from './rate-form.tsx';
import './rate-list.css';

const { useAsk, useDo } = apiOf<typeof acts>();

type Rates = OutputOf<typeof acts.compensationRates>;
type OneRate = Rates['rates'][number];

interface ListProps {
  /** The first day whose month is not closed, null where none is closed; undefined until it is known. */
  readonly openFrom: Day | null | undefined;
}

/** What the organiser pays and charges a day: in force, earlier and to come; set from a day on, ended, taken back. */
export function RateList({ openFrom }: ListProps) {
  const words = useTexts(rateTexts);
  const [adding, setAdding] = useState(false);
  const query = useAsk('compensationRates', {});
  return (
    <>
      <Answer of={query}>
        {(answer) => (
          <Card
            flush
            title={words.rates}
            actions={
              answer.permitted.includes('setRate') && (
                <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => setAdding(true)}>
                  {words.setRate}
                </Button>
              )
            }
          >
            <RateTable {...answer} openFrom={openFrom} />
          </Card>
        )}
      </Answer>
      {adding && (
        <RateForm
          employers={query.data?.employers ?? []}
          versionOf={(kind, employerId) =>
            query.data?.rates.find((one) => one.kind === kind && one.employerId === employerId)?.version ?? null
          }
          close={() => setAdding(false)}
        />
      )}
    </>
  );
}

function RateTable({ rates, openFrom, permitted }: Rates & ListProps) {
  const words = useTexts(rateTexts);
  const format = useFormat();
  const today = useToday();
  const toast = useToast();
  const confirm = useConfirm();
  const [ending, setEnding] = useState<OneRate | null>(null);
  const takeBack = useDo('takeBackRate', { done: () => toast({ done: words.rateTakenBack }) });
  const isOpen = (on: Day) => openFrom !== undefined && (openFrom === null || on >= openFrom);
  const nameOf = ({ kind, employer }: OneRate) => [words.kinds[kind], employer].filter(Boolean).join(', ');
  const standing = (during: Range) => {
    if (contains(during, today)) return <Tag tone="success">{words.inForce}</Tag>;
    return (
      <Tag tone={during.from > today ? 'info' : 'neutral'}>{during.from > today ? words.coming : words.ended}</Tag>
    );
  };
  const undo = async (rate: OneRate) => {
    const question = { title: words.takeBackOf(nameOf(rate)), body: <p>{words.takeBackAsk}</p>, act: words.takeBack };
    if (await confirm(question)) await takeBack.mutateAsync({ rateId: rate.id, seen: rate.version });
  };
  const actions = (rate: OneRate) => (
    <span className="rate-actions">
      {permitted.includes('endRate') && rate.during.to === null && !isByLaw(rate) && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={words.endRateOf(nameOf(rate))}
          onClick={() => setEnding(rate)}
        >
          {words.endRate}
        </Button>
      )}
      {permitted.includes('takeBackRate') && isOpen(rate.during.from) && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={words.takeBackOf(nameOf(rate))}
          onClick={() => void undo(rate).catch(toast.failed)}
        >
          {words.takeBack}
        </Button>
      )}
    </span>
  );
  return (
    <>
      {openFrom && <p className="muted rate-line">{words.openFromLine(format.day(openFrom))}</p>}
      <DataTable
        caption={words.rates}
        captionHidden
        rows={rates}
        rowKey={({ id }) => id}
        empty={words.noRates}
        columns={[
          { id: 'kind', header: words.kind, cell: nameOf, sort: nameOf },
          {
            id: 'amount',
            header: words.amount,
            cell: ({ amount, paidHolidayDays }) => (
              <span>
                {format.euro(amount)}
                {paidHolidayDays > 0 && <span className="muted"> {words.holidayDays(paidHolidayDays)}</span>}
              </span>
            ),
            sort: ({ amount }) => amount,
          },
          {
            id: 'during',
            header: words.during,
            cell: ({ during }) => format.range(during),
            sort: ({ during }) => during.from,
          },
          { id: 'standing', header: words.state, cell: ({ during }) => standing(during) },
          { id: 'rule', header: words.rule, cell: ({ rule }) => <span className="muted">{rule}</span> },
          ...(permitted.includes('endRate')
            ? [{ id: 'actions', header: words.actions, cell: actions, act: true }]
            : []),
        ]}
      />
      {ending && (
        <EndRate rate={ending} name={nameOf(ending)} openFrom={openFrom ?? null} close={() => setEnding(null)} />
      )}
    </>
  );
}

interface EndProps {
  readonly rate: OneRate;
  readonly name: string;
  readonly openFrom: Day | null;
  readonly close: () => void;
}

function EndRate({ rate, name, openFrom, close }: EndProps) {
  const words = useTexts(rateTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endRate');
  const form = useForm({
    initial: { on: (lastDay(rate.during) ?? today) as Day | null },
    check: ({ on }) => (on === null ? [{ field: 'on', message: words.lastDayMissing }] : []),
    seen: rate.version,
    send: ({ on }, seen) => end.mutateAsync({ rateId: rate.id, on: addDays(on as Day, 1), seen }),
    done: () => {
      toast({ done: words.rateEnded });
      close();
    },
  });
  return (
    <Dialog title={words.endRateOf(name)} close={close}>
      <Form form={form} submit={words.endRate} cancel={close}>
        <DayField
          {...form.field('on')}
          label={words.lastDay}
          today={today}
          min={openFrom && openFrom > rate.during.from ? addDays(openFrom, -1) : rate.during.from}
        />
      </Form>
    </Dialog>
  );
}
