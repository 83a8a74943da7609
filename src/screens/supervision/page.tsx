import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useChoiceInAddress } from '../../web/address.tsx';
import { Card } from '../../web/kit/card.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { ListFoot } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { useListLimit } from '../app/list-limit.tsx';
import { pageAt } from '../app/pages.ts';
import { type SupervisedShow, soonDays, supervisedShows } from '../app/waiting-told.ts';
import type { supervisedMatters } from './board.ts';
import { supervisionTexts } from './texts.ts';

type Row = OutputOf<typeof supervisedMatters>['rows'][number];

const waits = ({ state }: Row) => state === 'pending' || state === 'granted';

/** What the team has at hand, and how it goes, to whoever supervises the work. */
export function SupervisionPage() {
  const words = useTexts(supervisionTexts);
  const [show] = useChoiceInAddress('show', supervisedShows);
  const { limited, more } = useListLimit(show ?? 'all');
  const query = useAsk('supervisedMatters', { show, ...limited }, { keep: true });
  const count = (id: SupervisedShow) => query.data?.counts[id] ?? 0;
  return (
    <Page
      title={words.title}
      lineEarlier={query.isEarlier}
      {...(query.data ? { line: words.line(query.data.rows.length, query.data.total) } : {})}
      actions={<PageLink to={pageAt('/supervision/expiring')}>{words.expiring}</PageLink>}
    >
      <p className="muted">{words.purpose}</p>
      <NobodyDecides />
      <Answer of={query}>
        {({ rows, total }) => (
          <>
            <Counts
              label={words.counts}
              counts={[
                { id: 'overdue', count: count('overdue'), label: words.overdue, tone: 'danger' },
                { id: 'soon', count: count('soon'), label: words.soon, tone: 'warning' },
                { id: 'pending', count: count('pending'), label: words.pending },
                { id: 'granted', count: count('granted'), label: words.granted },
                { id: 'interrupted', count: count('interrupted'), label: words.interrupted },
                { id: 'begun', count: count('begun'), label: words.begun },
                { id: 'unanswered', count: count('unanswered'), label: words.unanswered, tone: 'warning' },
              ]}
            />
            <Card flush>
              <Rows rows={rows} cut={rows.length < (show ? count(show) : total)} />
              <ListFoot count={rows.length} total={show ? count(show) : total} more={more} />
            </Card>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Services on which nobody decides on some days of the next year: what waits then cannot be decided. */
function NobodyDecides() {
  const words = useTexts(supervisionTexts);
  const { services: names } = useTexts(organiserTexts);
  const format = useFormat();
  const { data } = useAsk('deciding', {});
  const lacking = (data?.services ?? []).filter(({ gaps }) => gaps.length > 0);
  if (lacking.length === 0) return null;
  return (
    <Card
      title={
        <>
          <ExclamationmarkTriangleIcon aria-hidden="true" /> {words.nobodyDecides}
        </>
      }
    >
      <ul>
        {lacking.map(({ service, gaps }) => (
          <li key={service}>
            {names[service]}: {gaps.map((gap) => format.range(gap)).join(', ')}
          </li>
        ))}
      </ul>
      <p>
        <PageLink to={pageAt('/setup', { tab: 'deciding' })}>{words.toDeciding}</PageLink>
      </p>
    </Card>
  );
}

function Rows({ rows, cut }: { readonly rows: readonly Row[]; readonly cut: boolean }) {
  const words = useTexts(supervisionTexts);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      cut={cut}
      rowKey={(row) => row.referralId}
      empty={words.none}
      columns={[
        {
          id: 'number',
          header: words.number,
          cell: ({ clientId, referralId, number }) => (
            <PageLink to={pageAt('/supervision/$clientId/$referralId', { clientId, referralId })}>{number}</PageLink>
          ),
        },
        { id: 'client', header: words.client, cell: (row) => row.name, sort: (row) => row.name },
        {
          id: 'service',
          header: words.service,
          cell: (row) => services[row.service],
          sort: (row) => services[row.service],
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
          cell: ({ state, rests }) => (
            <>
              {words.states[state]}
              {rests && <span className="muted"> {format.range(rests)}</span>}
            </>
          ),
          sort: (row) => words.states[row.state],
        },
        {
          id: 'limit',
          header: words.limit,
          cell: (row) => waits(row) && <Limit daysLeft={row.daysLeft} />,
          sort: (row) => (waits(row) ? row.daysLeft : null),
        },
        {
          id: 'who',
          header: words.who,
          cell: (row) => row.who ?? (!waits(row) ? <Tag tone="warning">{words.nobody}</Tag> : null),
          sort: (row) => row.who,
        },
      ]}
    />
  );
}

function Limit({ daysLeft }: { readonly daysLeft: number }) {
  const words = useTexts(supervisionTexts);
  return (
    <Tag tone={daysLeft < 0 ? 'danger' : daysLeft <= soonDays ? 'warning' : 'neutral'}>
      {daysLeft < 0 ? words.daysOver(-daysLeft) : words.daysLeft(daysLeft)}
    </Tag>
  );
}
