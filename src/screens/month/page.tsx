import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { CompensationAccounts } from '../../casework/compensation/panels/compensation-accounts.tsx';
import {
  CompensationCorrected,
  CompensationCorrections,
} from '../../casework/compensation/panels/compensation-corrections.tsx';
import { CompensationMonths } from '../../casework/compensation/panels/compensation-months.tsx';
import { CompensationNotMarked } from '../../casework/compensation/panels/compensation-not-marked.tsx';
import { UndecidedDays } from '../../casework/compensation/panels/undecided-days.tsx';
import { compensationTexts } from '../../casework/compensation/texts.ts';
import type { NamedLine } from '../../casework/compensation/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { ParticipationCard } from '../../casework/participation/panels/participation-card.tsx';
import { StateClaimCard } from '../../casework/participation/panels/state-claim-card.tsx';
import { type LineKind, lineKinds } from '../../casework/rate/words.ts';
import { TravelQuestions } from '../../casework/travel/panels/travel-questions.tsx';
import { day, nextMonth, readMonth } from '../../kernel/day.ts';
import { isFound } from '../../kernel/fold.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useChoiceInAddress, useParam } from '../../web/address.tsx';
import { Card, Facts } from '../../web/kit/card.tsx';
import { useConfirm } from '../../web/kit/confirming.ts';
import { useDebounced } from '../../web/kit/debounced.ts';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useGoingOn } from '../../web/kit/going-on.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer, useEarlier } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { SearchField } from '../../web/kit/search-field.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { kit } from '../../web/kit/texts.ts';
import { useToast } from '../../web/kit/toast.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk, useDo } from '../app/api.ts';
import { pageAt } from '../app/pages.ts';
import type { Acts } from '../app/registry.ts';
import { sessionQuery } from '../app/session.ts';

type Month = OutputOf<Acts['compensationMonth']>;

export function CompensationPage() {
  const words = useTexts(compensationTexts);
  const { data: session } = useQuery(sessionQuery);
  const months = useAsk('compensationMonths', {});
  // Reckoned day by day, they come after the list.
  const open = useAsk('compensationOpenMonths', {});
  return (
    <Page
      title={words.compensations}
      line={session?.organiser.name}
      actions={<PageLink to={pageAt('/rates')}>{words.toRates}</PageLink>}
    >
      <Answer of={months}>
        {({ months: rows }) => (
          <>
            {open.error && <Answer of={open}>{() => null}</Answer>}
            <CompensationMonths
              months={rows}
              open={open.data?.months ?? null}
              monthAt={(month) => pageAt('/compensation/$month', { month })}
            />
          </>
        )}
      </Answer>
    </Page>
  );
}

const accountsAtOnce = 200;
const all = 50_000;

export function MonthPage() {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const written = useParam('month');
  const month = readMonth(written) ?? written;
  const named = readMonth(written) !== null;
  const [kind] = useChoiceInAddress('kind', lineKinds);
  const [shows] = useAddress('lines');
  const [limit, setLimit] = useState(accountsAtOnce);
  // A name is personal data, so that it stays out of the address.
  const [typed, setTyped] = useState('');
  const name = useDebounced(typed.trim());
  const narrowed = { month, ...(kind ? { kind } : {}), name };
  const query = useAsk('compensationMonth', { ...narrowed, limit }, { keep: ['limit', 'name', 'kind'] });
  const open = shows === 'all';
  const keys = (accounts: Month['accounts'] | undefined) => accounts?.map(({ key }) => key) ?? [];
  const lines = useAsk(
    'compensationLines',
    { ...narrowed, clientIds: keys(query.data?.accounts), employerIds: keys(query.data?.employers) },
    { when: open && query.data !== undefined && !query.isPlaceholderData },
  );
  const [printing, setPrinting] = useState(false);
  const whole =
    query.data !== undefined &&
    !query.isPlaceholderData &&
    query.data.accounts.length === Math.min(query.data.clients, all);
  const ready = printing && whole && (!open || lines.data !== undefined);
  useEffect(() => {
    if (!ready) return;
    setPrinting(false);
    // After the accounts have been drawn, all of them.
    const drawn = () =>
      document.querySelector('.accounts[aria-busy=true]') ? requestAnimationFrame(drawn) : window.print();
    requestAnimationFrame(drawn);
  }, [ready]);
  const print = () => {
    // Paper has every account, whatever the screen shows of them.
    setLimit(all);
    setPrinting(true);
  };
  return (
    <Page
      title={named ? capital(format.month(month)) : words.compensations}
      line={words.compensations}
      back={{ to: pageAt('/compensation'), label: words.toMonths }}
      actions={
        <>
          {query.data &&
            !query.data.closed &&
            (query.data.mayClose ? (
              <CloseMonth month={query.data} />
            ) : (
              <span className="muted">{words.closedByAll}</span>
            ))}
          <Button
            size="small"
            variant="secondary"
            icon={<PrinterSmallIcon aria-hidden="true" />}
            loading={printing}
            onClick={print}
          >
            {words.print}
          </Button>
        </>
      }
    >
      <Answer of={query} lines={12}>
        {(one) => (
          <MonthSheet
            month={one}
            narrowed={narrowed}
            lines={open ? lines.data?.lines : undefined}
            typed={typed}
            type={setTyped}
            more={() => setLimit(limit + accountsAtOnce)}
          />
        )}
      </Answer>
    </Page>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function CloseMonth({ month: { month, notMarked, whole } }: { month: Month }) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const close = useDo('closeMonth', { done: ({ lines }) => toast({ done: words.closed(format.month(month), lines) }) });
  const today = useToday();
  if (today < nextMonth(day(`${month}-01`))) return <span className="muted">{words.notOverHelp}</span>;
  const ask = async () => {
    const sure = await confirm({
      title: words.close,
      body: (
        <>
          <p>{words.closeAsk(format.month(month))}</p>
          <p>{words.closeWhole}</p>
          <Facts
            facts={[
              [words.byClient, words.clients(whole.clients)],
              [words.toClients, format.euro(whole.toClients)],
              [words.fromClients, format.euro(whole.fromClients)],
              [words.fromEmployers, format.euro(whole.fromEmployers)],
            ]}
          />
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

interface SheetProps {
  readonly month: Month;
  readonly narrowed: { readonly month: string; readonly kind?: LineKind; readonly name: string };
  /** The lines of all accounts shown, where one wants to see them. */
  readonly lines: readonly NamedLine[] | undefined;
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly more: () => void;
}

function MonthSheet({ month, narrowed, lines, typed, type, more }: SheetProps) {
  const words = useTexts(compensationTexts);
  const { showMore } = useTexts(kit);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const today = useToday();
  const [kind, setKind] = useChoiceInAddress('kind', lineKinds);
  const [shows, setShows] = useAddress('lines');
  const open = shows === 'all';
  const [ofClients, ofEmployers] = useMemo(() => {
    const of = (party: NamedLine['party'], key: (line: NamedLine) => string) =>
      lines &&
      Map.groupBy(
        lines.filter((line) => line.party === party),
        key,
      );
    return [of('client', ({ clientId }) => clientId), of('employer', ({ employerId }) => employerId ?? '')];
  }, [lines]);
  const state = month.closed ? 'closed' : today < nextMonth(day(`${month.month}-01`)) ? 'running' : 'open';
  const earlier = useEarlier();
  const goOn = useGoingOn(month.accounts.length, more);
  const left = month.clients - month.accounts.length;
  // A client's lines all bear the name that one looks for; those of an employer bear many.
  const { name: _, ...ofKind } = narrowed;
  // What is here already is narrowed at once; the rest and the sums follow from the server.
  const accounts = useMemo(() => month.accounts.filter(({ name }) => isFound(typed, name)), [month.accounts, typed]);
  return (
    <>
      <div className="card month-sums" {...earlier}>
        <Facts
          facts={[
            [
              words.state,
              <Tag key="state" tone={month.closed ? 'neutral' : 'warning'}>
                {words.states[state]}
              </Tag>,
            ],
            [words.toClients, format.euro(month.toClients)],
            [words.fromClients, format.euro(month.fromClients)],
            [words.fromEmployers, format.euro(month.fromEmployers)],
          ]}
        />
      </div>
      <CompensationNotMarked notMarked={month.notMarked} at={month.notMarkedAt} />
      <UndecidedDays month={month.month} names={services} />
      <ParticipationCard month={month.month} />
      <TravelQuestions month={month.month} />
      <StateClaimCard month={month.month} />
      {month.closed && (
        <CompensationCorrections month={month.month} {...month.corrections} corrected={month.corrected} />
      )}
      <div className="month-filters unprinted">
        <SelectField
          {...still}
          name="kind"
          label={words.kind}
          value={(kind ?? '') as LineKind | ''}
          change={(value) => setKind(value || undefined)}
          options={month.kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SearchField name="text" label={words.find} value={typed} change={type} />
        <Button size="small" variant="secondary" onClick={() => setShows(open ? undefined : 'all')}>
          {open ? words.closeAll : words.openAll}
        </Button>
      </div>
      <Card flush title={`${words.byClient} · ${words.clients(month.clients)}`}>
        <CompensationAccounts
          label={words.byClient}
          accounts={accounts}
          empty={month.kinds.length > 0 ? words.noHits : words.nothing}
          open={open}
          ask={(key) => ({ ...ofKind, clientIds: [key] })}
          lines={ofClients}
          statements={month.month}
        />
        {left > 0 && (
          <p className="month-more">
            <Button size="small" variant="secondary" onClick={goOn}>
              {showMore(Math.min(left, accountsAtOnce))}
            </Button>
          </p>
        )}
      </Card>
      {month.employers.length > 0 && (
        <Card flush title={words.byEmployer}>
          <CompensationAccounts
            label={words.byEmployer}
            accounts={month.employers}
            empty={words.noHits}
            open={open}
            ask={(key) => ({ ...narrowed, employerIds: [key] })}
            lines={ofEmployers}
          />
        </Card>
      )}
      <CompensationCorrected month={month.month} corrected={month.corrected} />
    </>
  );
}
