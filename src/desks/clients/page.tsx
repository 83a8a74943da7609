import { useState } from 'react';
import type { Service } from '../../path/organiser/words.ts';
import type { OutputOf } from '../../platform/act.ts';
import { useAddress } from '../../platform/web/address.tsx';
import { Counts } from '../../platform/web/counts.tsx';
import { SelectField } from '../../platform/web/fields.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { Worklist, type WorklistRow } from '../../platform/web/worklist.tsx';
import { useAsk } from '../api.ts';
import type { clientList } from './board.ts';
import { clientsDesk } from './texts.ts';
import './page.css';

type Row = OutputOf<typeof clientList>['rows'][number];

const isState = (text: string | undefined): text is Row['state'] =>
  text === 'current' || text === 'pending' || text === 'ended';

/** Everyone whom one may see, narrowed by state, service and worker; the rest is one tap away. */
export function ClientsPage() {
  const words = useTexts(clientsDesk);
  const [show] = useAddress('show');
  const [service, chooseService] = useAddress('service');
  const [worker, chooseWorker] = useAddress('worker');
  const [limit, setLimit] = useState(200);
  const rowOf = useRow();
  const list = useAsk(
    'clientList',
    {
      limit,
      ...(isState(show) ? { show } : {}),
      ...(service ? { service: service as Service } : {}),
      ...(worker ? { workerId: worker } : {}),
    },
    { keep: true },
  );
  return (
    <Page
      title={words.title}
      search
      {...(list.data ? { line: words.line(list.data.rows.length, list.data.total) } : {})}
    >
      <Answer of={list}>
        {({ rows, total, counts, services, workers }) => (
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
              <div className="narrow-by">
                <Choice label={words.service} value={service} choose={chooseService} choices={services} />
                <Choice label={words.worker} value={worker} choose={chooseWorker} choices={workers} />
              </div>
            </div>
            <Worklist
              label={words.title}
              rows={rows.map(rowOf)}
              total={total}
              more={() => setLimit(5000)}
              empty={words.none}
              emptyHelp={words.noneHelp}
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
  const format = useFormat();
  return (row) => {
    const paused = row.pausedUntil ? words.pausedUntil(format.dayShort(row.pausedUntil)) : row.paused && words.paused;
    return {
      key: row.clientId,
      name: row.name,
      to: `/clients/${row.clientId}`,
      secondary: [row.services.join(', '), row.place].filter(Boolean).join(' · '),
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
