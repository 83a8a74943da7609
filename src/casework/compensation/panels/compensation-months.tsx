import type { OutputOf } from '../../../server/act.ts';
import { PageLink } from '../../../web/address.tsx';
import type { PageAddress } from '../../../web/address-of.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import type * as acts from '../acts.ts';
import { compensationTexts } from '../texts.ts';

type MonthRow = OutputOf<typeof acts.compensationMonths>['months'][number];

const tones = { closed: 'neutral', open: 'warning', running: 'info' } as const;

interface MonthsProps {
  readonly months: readonly MonthRow[];
  readonly monthAt: (month: string) => PageAddress;
}

/** All months, newest first: what each is worth, and whether it is closed. */
export function CompensationMonths({ months, monthAt }: MonthsProps) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  return (
    <Card flush>
      <DataTable
        caption={words.months}
        captionHidden
        order="-month"
        rows={months}
        rowKey={({ month }) => month}
        empty={words.noMonths}
        columns={[
          {
            id: 'month',
            header: words.month,
            cell: ({ month }) => <PageLink to={monthAt(month)}>{format.month(month)}</PageLink>,
            sort: ({ month }) => month,
          },
          {
            id: 'state',
            header: words.state,
            cell: ({ state, corrections }) => (
              <span className="month-state">
                <Tag tone={tones[state]}>{words.states[state]}</Tag>
                {corrections > 0 && <Tag tone="warning">{words.correctionsWait(corrections)}</Tag>}
              </span>
            ),
            sort: ({ state }) => state,
          },
          {
            id: 'toClients',
            header: words.toClients,
            cell: ({ toClients }) => format.euro(toClients),
            sort: ({ toClients }) => toClients,
            end: true,
          },
          {
            id: 'fromClients',
            header: words.fromClients,
            cell: ({ fromClients }) => format.euro(fromClients),
            sort: ({ fromClients }) => fromClients,
            end: true,
          },
          {
            id: 'fromEmployers',
            header: words.fromEmployers,
            cell: ({ fromEmployers }) => format.euro(fromEmployers),
            sort: ({ fromEmployers }) => fromEmployers,
            end: true,
          },
          {
            id: 'corrected',
            header: words.corrected,
            cell: ({ corrected }) => corrected !== 0 && format.euro(corrected),
            sort: ({ corrected }) => corrected,
            end: true,
          },
          {
            id: 'lines',
            header: words.lineCount,
            cell: ({ lines }) => format.number(lines),
            sort: ({ lines }) => lines,
            end: true,
          },
          {
            id: 'closed',
            header: words.closedAt,
            cell: ({ closedAt, closedBy }) =>
              closedAt && (
                <span className="muted">{words.closedBy(closedBy ?? '', format.instant(closedAt)).trim()}</span>
              ),
            sort: ({ closedAt }) => closedAt,
          },
        ]}
      />
    </Card>
  );
}
