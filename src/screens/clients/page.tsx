import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { services } from '../../kernel/service.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useChoiceInAddress, useGo, useKept } from '../../web/address.tsx';
import { Dotted } from '../../web/kit/card.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Narrowing } from '../../web/kit/narrowing.tsx';
import { Page } from '../../web/kit/page.tsx';
import { RestedSearch } from '../../web/kit/rested-search.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { Worklist, type WorklistRow } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { useListLimit } from '../app/list-limit.tsx';
import { sessionQuery } from '../app/session.ts';
import type { clientList } from './board.ts';
import { clientsDesk } from './texts.ts';
import './page.css';
import { clientAt, pageAt } from '../app/pages.ts';

type Row = OutputOf<typeof clientList>['rows'][number];

const isState = (text: string | undefined): text is Row['state'] =>
  text === 'current' || text === 'pending' || text === 'ended';

const idForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Everyone whom one may see, narrowed by state, service and worker; the rest is one tap away. */
export function ClientsPage() {
  const words = useTexts(clientsDesk);
  const [show] = useAddress('show');
  const [service, chooseService] = useChoiceInAddress('service', services);
  const [typedWorker, chooseWorker] = useAddress('worker');
  const worker = typedWorker && idForm.test(typedWorker) ? typedWorker : undefined;
  const [name, narrowByName] = useKept('name');
  const { services: named } = useTexts(organiserTexts);
  const go = useGo();
  const session = useQuery(sessionQuery);
  const { limited, more } = useListLimit(show ?? 'all');
  const rowOf = useRow();
  const list = useAsk(
    'clientList',
    {
      ...limited,
      ...(isState(show) ? { show } : {}),
      ...(service ? { service } : {}),
      ...(worker ? { workerId: worker } : {}),
      ...(name ? { name } : {}),
    },
    { keep: true },
  );
  return (
    <Page
      title={words.title}
      {...(session.data?.worker.roles.includes('social-worker')
        ? { actions: <PageLink to={pageAt('/duplicates')}>{words.duplicates}</PageLink> }
        : {})}
      lineEarlier={list.isEarlier}
      {...(list.data
        ? { line: (isState(show) ? words.line : words.lineOfBoth)(list.data.rows.length, list.data.total) }
        : {})}
    >
      <Answer of={list}>
        {({ rows, total, counts, services: held, workers }) => (
          <>
            <div className="narrow">
              <Counts
                label={words.counts}
                counts={[
                  { id: 'current', count: counts.current, label: words.current },
                  { id: 'pending', count: counts.pending, label: words.pending },
                  { id: 'ended', count: counts.ended, label: words.ended },
                ]}
              />
              <Narrowing>
                <RestedSearch name="name" label={words.name} value={name} change={narrowByName} />
                <Choice
                  label={words.service}
                  value={service}
                  choose={chooseService}
                  choices={held.map((id) => ({ id, name: named[id] }))}
                />
                <Choice label={words.worker} value={worker} choose={chooseWorker} choices={workers} />
              </Narrowing>
            </div>
            <Worklist
              label={words.title}
              rows={rows.map(rowOf)}
              total={total}
              {...(more ? { more } : {})}
              empty={words.none}
              emptyHelp={
                show || service || worker || name ? (
                  <Button size="small" variant="secondary" onClick={() => go(pageAt('/clients'), { replace: true })}>
                    {words.clear}
                  </Button>
                ) : undefined
              }
            />
          </>
        )}
      </Answer>
    </Page>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

function Choice({ label, value, choose, choices }: ChoiceProps) {
  const words = useTexts(clientsDesk);
  return (
    <SelectField
      name={label}
      label={label}
      value={value ?? ''}
      change={(next) => choose(next || undefined)}
      error={undefined}
      complain={() => undefined}
      none={words.all}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function useRow(): (row: Row) => WorklistRow {
  const words = useTexts(clientsDesk);
  const { services: named } = useTexts(organiserTexts);
  const format = useFormat();
  const today = useToday();
  return (row) => {
    const paused = row.pausedUntil
      ? words.pausedUntil(format.dayBy(row.pausedUntil, today))
      : row.paused && words.paused;
    return {
      key: row.clientId,
      name: row.name,
      to: clientAt(row.clientId),
      secondary: <Dotted of={[row.services.map((service) => named[service]).join(', '), row.place]} />,
      middle: [row.age === null ? null : words.age(row.age), row.municipality, row.protected && words.protected]
        .filter(Boolean)
        .join(' · '),
      tag: paused
        ? { words: paused, tone: 'info' }
        : row.state === 'current'
          ? undefined
          : { words: words.states[row.state], tone: row.state === 'pending' ? 'warning' : 'neutral' },
      who: row.answering.join(', '),
    };
  };
}
