import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { day, isDay, nextMonth } from '../../kernel/day.ts';
import { CompensationAccounts } from '../../path/compensation/panels/compensation-accounts.tsx';
import { CompensationCorrections } from '../../path/compensation/panels/compensation-corrections.tsx';
import { CompensationMonths } from '../../path/compensation/panels/compensation-months.tsx';
import { CompensationNotMarked } from '../../path/compensation/panels/compensation-not-marked.tsx';
import { balanceOf } from '../../path/compensation/rules.ts';
import { compensationTexts } from '../../path/compensation/texts.ts';
import { type Line, type LineKind, lineKinds } from '../../path/compensation/words.ts';
import type { OutputOf } from '../../platform/act.ts';
import { PageLink, useAddress, useParam } from '../../platform/web/address.tsx';
import { Card, Facts } from '../../platform/web/card.tsx';
import { useConfirm } from '../../platform/web/confirm.tsx';
import { SelectField, TextField } from '../../platform/web/fields.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { Tag } from '../../platform/web/tag.tsx';
import { useToast } from '../../platform/web/toast.tsx';
import { useToday } from '../../platform/web/today.tsx';
import { useAsk, useDo } from '../api.ts';
import type { Acts } from '../registry.ts';
import { sessionQuery } from '../session.ts';

type Month = OutputOf<Acts['compensationMonth']>;

export function CompensationPage() {
  const words = useTexts(compensationTexts);
  const { data: session } = useQuery(sessionQuery);
  const months = useAsk('compensationMonths', {});
  return (
    <Page
      title={words.compensations}
      line={session?.organiser.name}
      actions={<PageLink to="/rates">{words.toRates}</PageLink>}
    >
      <Answer of={months}>{({ months: rows }) => <CompensationMonths months={rows} />}</Answer>
    </Page>
  );
}

export function MonthPage() {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const month = useParam('month');
  const named = isDay(`${month}-01`);
  const asked = useAsk('compensationMonth', { month });
  return (
    <Page
      title={named ? capital(format.month(month)) : words.compensations}
      line={words.compensations}
      back={{ to: '/compensation', label: words.toMonths }}
      actions={
        <>
          {asked.data && !asked.data.closed && <CloseMonth month={asked.data} />}
          <Button
            size="small"
            variant="secondary"
            icon={<PrinterSmallIcon aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        </>
      }
    >
      <Answer of={asked} lines={12}>
        {(one) => <MonthSheet month={one} />}
      </Answer>
    </Page>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function CloseMonth({ month: { month, notMarked } }: { month: Month }) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const close = useDo('closeMonth', { done: ({ lines }) => toast({ done: words.closed(format.month(month), lines) }) });
  const today = useToday();
  if (today < nextMonth(day(`${month}-01`))) return <span className="quiet">{words.notOverHelp}</span>;
  const ask = async () => {
    const sure = await confirm({
      title: words.close,
      body: (
        <>
          <p>{words.closeAsk(format.month(month))}</p>
          {notMarked > 0 && (
            <p>
              <strong>{words.notMarkedAsk(words.notMarked(notMarked))}</strong>
            </p>
          )}
        </>
      ),
      act: words.close,
    });
    if (sure) close.mutate({ month }, { onError: toast.failed });
  };
  return (
    <Button size="small" loading={close.isPending} onClick={() => void ask()}>
      {words.close}
    </Button>
  );
}

// The words and choices of a filter are never wrong by themselves.
const still = { error: undefined, complain: () => undefined };
const ofClient = (line: Line) => ({ key: line.clientId, name: line.name });
const ofEmployer = (line: Line) => ({ key: line.employer ?? '', name: line.employer ?? '' });

function MonthSheet({ month }: { month: Month }) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const today = useToday();
  const [kind, setKind] = useAddress('kind');
  const [lines, setLines] = useAddress('lines');
  // A name is personal data, so that it stays out of the address.
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim().toLowerCase());
  const shown = useMemo(
    () =>
      month.lines.filter(
        (line) => (!kind || line.kind === kind) && `${line.name} ${line.employer ?? ''}`.toLowerCase().includes(text),
      ),
    [month.lines, kind, text],
  );
  const toClients = useMemo(() => shown.filter(({ party }) => party === 'client'), [shown]);
  const fromEmployers = useMemo(() => shown.filter(({ party }) => party === 'employer'), [shown]);
  const charges = (line: Line) => line.kind === 'meal-charge';
  const kinds = lineKinds.filter((one) => month.lines.some((line) => line.kind === one));
  const open = lines === 'all';
  const state = month.closed ? 'closed' : today < nextMonth(day(`${month.month}-01`)) ? 'running' : 'open';
  return (
    <>
      <div className="card month-sums">
        <Facts
          facts={[
            [
              words.state,
              <Tag key="state" tone={month.closed ? 'neutral' : 'warning'}>
                {words.states[state]}
              </Tag>,
            ],
            [words.toClients, format.euro(balanceOf(toClients.filter((line) => !charges(line))))],
            [words.fromClients, format.euro(balanceOf(toClients.filter(charges)))],
            [words.fromEmployers, format.euro(balanceOf(fromEmployers))],
          ]}
        />
      </div>
      <CompensationNotMarked notMarked={month.notMarked} at={month.notMarkedAt} />
      {month.closed && <CompensationCorrections month={month.month} {...month.corrections} />}
      <div className="month-filters unprinted">
        <SelectField
          {...still}
          name="kind"
          label={words.kind}
          value={(kind ?? '') as LineKind | ''}
          change={(value) => setKind(value || undefined)}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <TextField {...still} name="text" label={words.find} value={typed} change={setTyped} />
        <Button size="small" variant="secondary" onClick={() => setLines(open ? undefined : 'all')}>
          {open ? words.closeAll : words.openAll}
        </Button>
      </div>
      <Card
        flush
        title={`${words.byClient} · ${words.clients(new Set(toClients.map(({ clientId }) => clientId)).size)}`}
      >
        <CompensationAccounts
          label={words.byClient}
          lines={toClients}
          of={ofClient}
          empty={month.lines.length > 0 ? words.noHits : words.nothing}
          open={open}
          statements={month.month}
        />
      </Card>
      {fromEmployers.length > 0 && (
        <Card flush title={words.byEmployer}>
          <CompensationAccounts
            label={words.byEmployer}
            lines={fromEmployers}
            of={ofEmployer}
            empty={words.noHits}
            open={open}
          />
        </Card>
      )}
    </>
  );
}
