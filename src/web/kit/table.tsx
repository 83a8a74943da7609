import { type ReactNode, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { compareNames, type Language } from '../../kernel/language.ts';
import { useAddress } from '../address.tsx';
import { Empty } from './empty.tsx';
import { drawnAtFirst } from './first-drawn.ts';
import { useLanguage, useTexts } from './language.tsx';
import { Loading, useEarlier, useIsEarlier } from './loading.tsx';
import { kit } from './texts.ts';
import './table.css';

export interface Column<R> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  /** By what the column sorts; without it the column does not sort. Null comes last. */
  readonly sort?: (row: R) => string | number | null;
  /** Numbers and amounts stand at the end of the cell. */
  readonly end?: boolean;
  /** What can be done with the row: its header is for those who do not see the buttons. */
  readonly act?: boolean;
}

interface DataTableProps<R> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly empty: string;
  /** The rows end before the last one: sorted by themselves the first would look like all, so that they stay in their own order. */
  readonly cut?: boolean;
  /** Order unless the reader chooses another: name, or -name for descending. */
  readonly order?: string;
  /** Name of the order in the address, when a page has two tables. */
  readonly name?: string;
  /** A last row, such as sums, by column. */
  readonly foot?: Readonly<Record<string, ReactNode>>;
}

const firstDrawn = 40;

/** Roles are written out because rows laid out as blocks, as on a phone, would lose their own. */
const as = (role: string) => ({ role });

function classOf<R>({ end, act }: Column<R>) {
  if (act) return 'table-act';
  return end ? 'table-end' : undefined;
}

function compare(a: string | number | null, b: string | number | null, names: (a: string, b: string) => number) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return names(String(a), String(b));
}

function useSorted<R>({ rows, columns, cut, order, name = 'sort' }: DataTableProps<R>) {
  const { language } = useLanguage();
  const [saved, keep] = useAddress(name);
  const chosen = cut ? '' : (saved ?? order ?? '');
  const down = chosen.startsWith('-');
  const id = down ? chosen.slice(1) : chosen;
  const sort = columns.find((column) => column.id === id)?.sort;
  const sorted = useMemo(() => {
    if (!sort) return rows;
    const names = compareNames(language);
    return rows.toSorted((a, b) => {
      const [x, y] = [sort(a), sort(b)];
      const result = compare(x, y, names);
      return down && x !== null && y !== null ? -result : result;
    });
  }, [rows, sort, down, language]);
  return { sorted, id, down, choose: (column: string) => keep(column === id && !down ? `-${column}` : column) };
}

const narrow = matchMedia('(max-width: 47.99rem)');

/** Rows are blocks on a phone, and wherever the columns reach past their place, by the words that are in them. */
function useBlocks(rows: readonly unknown[], drawn: number, language: Language) {
  const around = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are of another width.
  useLayoutEffect(() => {
    const place = around.current;
    if (!place) return;
    let width = -1;
    const layOut = () => {
      if (place.clientWidth === width) return;
      width = place.clientWidth;
      place.removeAttribute('data-blocks');
      place.toggleAttribute('data-blocks', narrow.matches || place.scrollWidth > place.clientWidth);
    };
    layOut();
    const resized = new ResizeObserver(layOut);
    resized.observe(place);
    return () => resized.disconnect();
  }, [rows, drawn, language]);
  return around;
}

/**
 * A table with a caption and the number of its rows; the order is kept in the address. Where it has no room each row is a
 * block.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, captionHidden = false, columns, rows, rowKey, empty, cut, foot } = props;
  const words = useTexts(kit);
  const { sorted, id, down, choose } = useSorted(props);
  const drawn = useDeferredValue(sorted.length, drawnAtFirst(sorted.length, firstDrawn));
  const sums = foot;
  const around = useBlocks(sorted, drawn, useLanguage().language);
  const earlier = useEarlier();
  const isEarlier = useIsEarlier();
  return (
    <div className="table-around" ref={around} {...earlier}>
      <table className="table" {...as('table')}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>
          {caption} <span className="muted">{words.rows(rows.length)}</span>
        </caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                {...as('columnheader')}
                className={classOf(column)}
                data-header={column.sort && !cut ? column.header : undefined}
                aria-sort={column.id === id ? (down ? 'descending' : 'ascending') : undefined}
              >
                {column.sort && !cut ? (
                  <button type="button" className="table-sort" onClick={() => choose(column.id)}>
                    {column.header}
                    <span aria-hidden="true">{column.id === id ? (down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                ) : (
                  <span className={column.act ? 'visually-hidden' : undefined}>{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {sorted.slice(0, drawn).map((row) => (
            <tr key={rowKey(row)} {...as('row')}>
              {columns.map((column) => (
                <td key={column.id} {...as('cell')} className={classOf(column)} data-header={column.header}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sums && rows.length > 0 && (
          <tfoot {...as('rowgroup')}>
            <tr {...as('row')}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  {...as('cell')}
                  className={column.end ? 'table-end' : undefined}
                  data-header={column.header}
                >
                  {sums[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length === 0 && (isEarlier ? <Loading /> : <Empty title={empty} />)}
    </div>
  );
}
