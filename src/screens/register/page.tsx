import { DownloadIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { decisionTexts } from '../../casework/decision/texts.ts';
import { type DecisionKind, decisionKinds, registeredDecisions } from '../../casework/decision/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { referralTexts } from '../../casework/referral/texts.ts';
import { runningNumber } from '../../casework/referral/words.ts';
import { type Service, services } from '../../kernel/service.ts';
import { PageLink, useAddress, useKept } from '../../web/address.tsx';
import { Card } from '../../web/kit/card.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useGoingOn } from '../../web/kit/going-on.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer, useEarlier } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { RestedSearch } from '../../web/kit/rested-search.tsx';
import { type Column, DataTable } from '../../web/kit/table.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { kit } from '../../web/kit/texts.ts';
import { useToday } from '../../web/kit/today.tsx';
import { addressOf, useAsk } from '../app/api.ts';
import { registeredMatters, registerTexts } from './texts.ts';
import './page.css';
import { useListLimit } from '../app/list-limit.tsx';
import { pageAt } from '../app/pages.ts';

const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((value) => value === text);

/** The numbers of matters and of decisions, narrowed by what stands in the address; a name is kept out of it. */
export function RegisterPage() {
  const words = useTexts(registerTexts);
  const { services: named } = useTexts(organiserTexts);
  const { madeOutcomes: outcomeNames } = useTexts(decisionTexts);
  const today = useToday();
  const [of, chooseOf] = useAddress('of');
  const [service, chooseService] = useAddress('service');
  const [state, chooseState] = useAddress('state');
  const [outcome, chooseOutcome] = useAddress('outcome');
  const [year, chooseYear] = useAddress('year');
  const [number, chooseNumber] = useAddress('number');
  const [name, narrowByName] = useKept('name');
  const ofAll = useTexts(kit);
  const isDecisions = of === 'decisions';
  const years = Array.from({ length: 12 }, (_, n) => String(Number(today.slice(0, 4)) - n));
  const filters = useFilters();
  const file = isDecisions
    ? addressOf('decisionRegisterFile', filters.decisions)
    : addressOf('matterRegisterFile', filters.matters);
  return (
    <Page
      title={words.title}
      back={{ to: pageAt('/referrals'), label: words.back }}
      actions={
        <>
          <Button
            size="small"
            variant="secondary"
            icon={<PrinterSmallIcon aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
          <Button
            as="a"
            href={file}
            download
            size="small"
            variant="secondary"
            icon={<DownloadIcon aria-hidden="true" />}
          >
            {words.file}
          </Button>
        </>
      }
    >
      {year !== undefined && !isYear(year) && <p role="alert">{ofAll.yearWrong(year)}</p>}
      <div className="register-filters unprinted">
        <Choice
          label={words.of}
          value={isDecisions ? 'decisions' : 'matters'}
          choose={(next) => {
            chooseOf(next === 'decisions' ? next : undefined);
            chooseState(undefined);
          }}
          choices={[
            ['matters', words.matters],
            ['decisions', words.decisions],
          ]}
        />
        <RestedSearch
          name="number"
          label={words.number}
          description={words.numberHelp}
          value={number}
          change={chooseNumber}
          wrong={(typed) => (typed !== '' && !isNumber(typed) ? words.numberWrong : undefined)}
        />
        <Choice
          label={words.year}
          value={year}
          choose={chooseYear}
          none={words.all}
          choices={years.map((one) => [one, one])}
        />
        <Choice
          label={words.service}
          value={service}
          choose={chooseService}
          none={words.all}
          choices={services.map((one) => [one, named[one]])}
        />
        <Choice
          label={words.state}
          value={state}
          choose={chooseState}
          none={words.all}
          choices={
            isDecisions
              ? registeredDecisions.map((one) => [one, words.decisionStates[one]])
              : registeredMatters.map((one) => [one, words.states[one]])
          }
        />
        {isDecisions && (
          <Choice
            label={words.outcome}
            value={outcome}
            choose={chooseOutcome}
            none={words.all}
            choices={decisionKinds.map((one) => [one, outcomeNames[one]])}
          />
        )}
        <RestedSearch name="name" label={words.name} value={name} change={narrowByName} />
      </div>
      <p className="muted unprinted">{words.fileHelp}</p>
      <Card flush>{isDecisions ? <Decisions /> : <Matters />}</Card>
    </Page>
  );
}

/** What the address narrows each register by; what it does not know is left out. */
function useFilters() {
  const [service] = useAddress('service');
  const [state] = useAddress('state');
  const [outcome] = useAddress('outcome');
  const [year] = useAddress('year');
  const [number] = useAddress('number');
  const known = oneOf(services, service);
  const both = {
    ...(known ? { service: known as Service } : {}),
    ...(year && isYear(year) ? { year: Number(year) } : {}),
    ...(number && isNumber(number) ? { number } : {}),
  };
  const ofMatters = oneOf(registeredMatters, state);
  const ofDecisions = oneOf(registeredDecisions, state);
  const chosen: DecisionKind | undefined = oneOf(decisionKinds, outcome);
  return {
    matters: { ...both, ...(ofMatters ? { state: ofMatters } : {}) },
    decisions: { ...both, ...(ofDecisions ? { state: ofDecisions } : {}), ...(chosen ? { outcome: chosen } : {}) },
  };
}

const isNumber = (text: string) => runningNumber.test(text);

function useNarrowing(of: 'matters' | 'decisions') {
  const [name] = useKept('name');
  const { limited, more } = useListLimit(of);
  return { narrowing: { ...limited, ...(name ? { name } : {}) }, more };
}

interface Registered {
  readonly number: string;
  readonly clientId: string;
  readonly referralId: string;
  readonly name: string;
  readonly service: Service;
}

/** What both registers tell of a row: the number as the way to its matter, whose it is, and of which service. */
function useSharedColumns(): Readonly<Record<'number' | 'client' | 'service', Column<Registered>>> {
  const words = useTexts(registerTexts);
  const { services: named } = useTexts(organiserTexts);
  return {
    number: {
      id: 'number',
      header: words.number,
      cell: ({ number, clientId, referralId }) => (
        <PageLink to={pageAt('/clients/$clientId/matters/$referralId', { clientId, referralId })}>{number}</PageLink>
      ),
      sort: (row) => sortable(row.number),
    },
    client: { id: 'client', header: words.client, cell: (row) => row.name, sort: (row) => row.name },
    service: {
      id: 'service',
      header: words.service,
      cell: (row) => named[row.service],
      sort: (row) => named[row.service],
    },
  };
}

function Matters() {
  const words = useTexts(registerTexts);
  const { sources } = useTexts(referralTexts);
  const { madeOutcomes: outcomeNames } = useTexts(decisionTexts);
  const { number, client, service } = useSharedColumns();
  const format = useFormat();
  const { narrowing, more } = useNarrowing('matters');
  const query = useAsk('matterRegister', { ...useFilters().matters, ...narrowing }, { keep: true });
  return (
    <Answer of={query}>
      {({ rows, total }) => (
        <>
          <DataTable
            caption={words.matters}
            rows={rows}
            cut={rows.length < total}
            rowKey={(row) => row.referralId}
            empty={words.none}
            columns={[
              number,
              client,
              service,
              {
                id: 'source',
                header: words.source,
                cell: (row) => sources[row.source],
                sort: (row) => sources[row.source],
              },
              {
                id: 'received',
                header: words.receivedOn,
                cell: (row) => format.day(row.receivedOn),
                sort: (row) => row.receivedOn,
              },
              {
                id: 'state',
                header: words.state,
                cell: (row) => (
                  <Tag tone={row.state === 'pending' ? 'warning' : 'neutral'}>
                    {row.outcome ? outcomeNames[row.outcome] : words.states[row.state]}
                  </Tag>
                ),
                sort: (row) => row.state,
              },
              {
                id: 'ended',
                header: words.endedOn,
                cell: (row) => row.endedOn && format.day(row.endedOn),
                sort: (row) => row.endedOn,
              },
            ]}
          />
          <More count={rows.length} total={total} more={more} />
        </>
      )}
    </Answer>
  );
}

function Decisions() {
  const words = useTexts(registerTexts);
  const { madeOutcomes: outcomeNames } = useTexts(decisionTexts);
  const { number, client, service } = useSharedColumns();
  const format = useFormat();
  const { narrowing, more } = useNarrowing('decisions');
  const query = useAsk('decisionRegister', { ...useFilters().decisions, ...narrowing }, { keep: true });
  return (
    <Answer of={query}>
      {({ rows, total }) => (
        <>
          <DataTable
            caption={words.decisions}
            rows={rows}
            cut={rows.length < total}
            rowKey={(row) => row.decisionId}
            empty={words.none}
            columns={[
              number,
              {
                id: 'matter',
                header: words.matter,
                cell: (row) => row.matterNumber,
                sort: (row) => sortable(row.matterNumber),
              },
              client,
              service,
              {
                id: 'outcome',
                header: words.outcome,
                cell: (row) => [outcomeNames[row.outcome], row.inPart && words.inPart].filter(Boolean).join(', '),
                sort: (row) => outcomeNames[row.outcome],
              },
              {
                id: 'decided',
                header: words.decidedOn,
                cell: (row) => format.day(row.decidedOn),
                sort: (row) => row.decidedOn,
              },
              { id: 'by', header: words.decidedBy, cell: (row) => row.decidedBy, sort: (row) => row.decidedBy },
              {
                id: 'served',
                header: words.servedOn,
                cell: (row) =>
                  row.annulledOn ? (
                    <Tag>{words.decisionStates.annulled}</Tag>
                  ) : row.servedOn ? (
                    format.day(row.servedOn)
                  ) : (
                    <Tag tone="warning">{words.decisionStates['not-served']}</Tag>
                  ),
                sort: (row) => row.servedOn,
              },
            ]}
          />
          <More count={rows.length} total={total} more={more} />
        </>
      )}
    </Answer>
  );
}

const isYear = (text: string) => /^(19|20|21)\d\d$/.test(text);

/** Years first, then numbers within the year. */
function sortable(number: string): number {
  const [own = '0', year = '0'] = number.split('/');
  return Number(year) * 1e9 + Number(own);
}

function More({
  count,
  total,
  more,
}: {
  readonly count: number;
  readonly total: number;
  readonly more: (() => void) | undefined;
}) {
  const words = useTexts(registerTexts);
  const earlier = useEarlier();
  const goOn = useGoingOn(count, more);
  return (
    <div className="register-foot" {...earlier}>
      <span className="muted">{words.line(count, total)}</span>
      {count < total && more && (
        <Button size="small" variant="secondary" onClick={goOn}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
  readonly none?: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

function Choice({ label, value, choose, none, choices }: ChoiceProps) {
  return (
    <SelectField
      name={label}
      label={label}
      value={value ?? ''}
      change={(next) => choose(next || undefined)}
      error={undefined}
      complain={() => undefined}
      {...(none === undefined ? {} : { none })}
      options={choices.map(([id, text]) => ({ value: id, label: text }))}
    />
  );
}
