import { cents } from '../../../kernel/money.ts';
import type { OutputOf } from '../../../server/act.ts';
import { PageLink } from '../../../web/address.tsx';
import type { PageAddress } from '../../../web/address-of.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { kit } from '../../../web/kit/texts.ts';
import type * as acts from '../acts.ts';
import { compensationTexts } from '../texts.ts';

type MonthRow = OutputOf<typeof acts.compensationMonths>['months'][number];
type OpenMonth = OutputOf<typeof acts.compensationOpenMonths>['months'][number];

const tones = { closed: 'neutral', open: 'warning', running: 'info' } as const;

interface MonthsProps {
  readonly months: readonly MonthRow[];
  /** What the months that are not closed are worth so far; null until it is known. */
  readonly open: readonly OpenMonth[] | null;
  readonly monthAt: (month: string) => PageAddress;
}

const nothing = { lines: 0, toClients: 0, fromClients: 0, fromEmployers: 0 };

/** In the place of a sum that is being reckoned. */
function Coming() {
  const words = useTexts(kit);
  return (
    <span className="muted">
      <span aria-hidden="true">…</span>
      <span className="visually-hidden">{words.loading}</span>
    </span>
  );
}

/** All months, newest first: what each is worth, and whether it is closed. */
export function CompensationMonths({ months, open, monthAt }: MonthsProps) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const sumsOf = ({ month, closing }: MonthRow) =>
    closing ?? (open && (open.find((one) => one.month === month) ?? nothing));
  const sum = (name: keyof typeof nothing, tell: (amount: number) => string) => ({
    cell: (row: MonthRow) => {
      const sums = sumsOf(row);
      return sums ? tell(sums[name]) : <Coming />;
    },
    sort: (row: MonthRow) => sumsOf(row)?.[name] ?? null,
    end: true,
  });
  const euro = (amount: number) => format.euro(cents(amount));
  // Where no service charges a meal, and no employer pays a share, there is no column of zeros.
  const paidBy = (['fromClients', 'fromEmployers'] as const).filter((name) =>
    months.some((row) => (sumsOf(row)?.[name] ?? 0) !== 0),
  );
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
            ...sum('toClients', euro),
          },
          ...paidBy.map((id) => ({ id, header: words[id], ...sum(id, euro) })),
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
            ...sum('lines', (lines) => format.number(lines)),
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
