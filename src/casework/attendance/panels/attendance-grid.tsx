import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { PageLink } from '../../../web/address.tsx';
import type { PageAddress } from '../../../web/address-of.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { attendanceTexts } from '../texts.ts';
import type { AttendanceRow, Cell } from '../words.ts';
import { lookOf, signOf, useCellWords } from './mark-words.tsx';
import './attendance-grid.css';

export interface At {
  readonly row: AttendanceRow;
  readonly cell: Cell;
}

interface GridProps {
  readonly label: string;
  readonly rows: readonly AttendanceRow[];
  readonly dates: readonly Day[];
  readonly today: Day;
  /** One day is drawn with its marks in words, and with larger cells. */
  readonly day: boolean;
  /** Says below each name where, when rows are of many places. */
  readonly places: boolean;
  readonly clientAt: (clientId: string) => PageAddress;
  /** A key that is none of moving: the letter of a mark, or another. True when it was taken. */
  readonly typed: (key: string, at: At) => boolean;
  /** A cell was tapped, or clicked where one already was. */
  readonly tapped: (at: At) => void;
  readonly focused: (at: At | null) => void;
}

const spot = (row: number, column: number) => `[data-row="${row}"][data-column="${column}"]`;

/** Where keys take one from a cell: the arrows, the ends of the row, of the grid, and Enter downwards. */
function target(
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  row: number,
  column: number,
  rows: number,
  columns: number,
) {
  const far = ctrlKey || metaKey;
  const to = (r: number, c: number) => [Math.max(0, Math.min(rows - 1, r)), Math.max(0, Math.min(columns, c))] as const;
  if (key === 'ArrowUp') return to(far ? 0 : row - 1, column);
  if (key === 'ArrowDown') return to(far ? rows - 1 : row + 1, column);
  if (key === 'ArrowLeft') return to(row, far ? 0 : column - 1);
  if (key === 'ArrowRight') return to(row, far ? columns : column + 1);
  if (key === 'Home') return to(far ? 0 : row, 0);
  if (key === 'End') return to(far ? rows - 1 : row, columns);
  if (key === 'PageUp') return to(row - 10, column);
  if (key === 'PageDown') return to(row + 10, column);
  // On a name Enter opens the client.
  if (key === 'Enter' && column > 0) return to(row + (shiftKey ? -1 : 1), column);
  return null;
}

/** Whether the whole table fits: then its head may stay in sight while the page scrolls. */
function useStill() {
  const around = useRef<HTMLDivElement>(null);
  const [still, setStill] = useState(false);
  useLayoutEffect(() => {
    const table = around.current?.firstElementChild;
    if (!around.current || !table) return;
    const measure = () => setStill(table.scrollWidth <= (around.current?.clientWidth ?? 0));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around.current);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
  return [around, still] as const;
}

/** A sheet that is typed: one cell has the focus and arrow keys move it; the grid is one stop of the Tab key. */
export function AttendanceGrid({
  label,
  rows,
  dates,
  today,
  day,
  places,
  clientAt,
  typed,
  tapped,
  focused,
}: GridProps) {
  const words = useTexts(attendanceTexts);
  const first = Math.max(1, dates.indexOf(today) + 1);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, first]);
  const table = useRef<HTMLTableElement>(null);
  const heldBefore = useRef(false);
  const [around, still] = useStill();
  const meals = rows.some(({ meal }) => meal);
  const column = Math.min(at[1], dates.length);
  const row = Math.min(at[0], rows.length - 1);
  const visible = useMemo(() => new Map(dates.map((on, n) => [on, n + 1])), [dates]);

  const atOf = (r: number, c: number): At | null => {
    const one = rows[r];
    const cell = one?.cells.find(({ on }) => on === dates[c - 1]);
    return one && cell ? { row: one, cell } : null;
  };
  const placeOf = (element: EventTarget) => {
    const readFound = (element as HTMLElement).closest<HTMLElement>('[data-row]');
    return readFound ? ([Number(readFound.dataset.row), Number(readFound.dataset.column)] as const) : null;
  };
  const keyed = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place || event.altKey) return;
    const next = target(event, place[0], place[1], rows.length, dates.length);
    if (next) {
      event.preventDefault();
      table.current?.querySelector<HTMLElement>(spot(...next))?.focus();
      return;
    }
    const one = atOf(...place);
    if (one && typed((event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + event.key, one)) event.preventDefault();
  };
  const clicked = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const one = place && atOf(...place);
    const touch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
    if (one && (touch || heldBefore.current)) tapped(one);
  };

  return (
    <div className="attendance-around" ref={around} data-still={still || undefined}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is typed in is a grid.
        role="grid"
        className="attendance-grid"
        data-day={day || undefined}
        data-wide={dates.length > 10 || undefined}
        aria-label={label}
        aria-rowcount={rows.length + 2}
        aria-colcount={dates.length + (meals ? 3 : 2)}
        onKeyDown={keyed}
        onMouseDown={(event) => {
          const place = placeOf(event.target);
          heldBefore.current =
            place !== null && document.activeElement === table.current?.querySelector(spot(place[0], place[1]));
        }}
        onClick={clicked}
        onFocus={(event) => {
          const place = placeOf(event.target);
          if (!place) return;
          setAt(place);
          focused(atOf(...place));
        }}
      >
        <thead>
          <tr>
            <th scope="col">{words.clients(new Set(rows.map(({ clientId }) => clientId)).size)}</th>
            {dates.map((on) => (
              <th key={on} scope="col" className="attendance-date" aria-current={on === today ? 'date' : undefined}>
                <DateHead on={on} only={dates.length > 10 ? 'number' : 'date'} />
                {on === today && dates.length <= 10 && <span className="attendance-today">{words.today}</span>}
              </th>
            ))}
            {meals && (
              <th scope="col" className="attendance-sum">
                {words.meals}
              </th>
            )}
            <th scope="col" className="attendance-sum">
              {words.days}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, n) => (
            <GridRow
              key={one.placementId}
              row={one}
              n={n}
              shown={visible}
              today={today}
              focus={n === row ? column : -1}
              day={day}
              places={places}
              meals={meals}
              clientAt={clientAt}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.notMarkedDays}</th>
            {dates.map((on) => (
              <td key={on} className="attendance-left">
                {on <= today ? notMarkedOn(rows, on) : ''}
              </td>
            ))}
            {meals && (
              <td className="attendance-sum">{rows.reduce((sum, one) => sum + sums(one, visible).meals, 0)}</td>
            )}
            <td className="attendance-sum">{rows.reduce((sum, one) => sum + sums(one, visible).days, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function DateHead({ on, only }: { on: Day; only: 'number' | 'date' }) {
  const format = useFormat();
  const [weekday = ''] = format.dayOfWeek(on).split(' ');
  return (
    <abbr title={format.dayLong(on)}>
      <span>{weekday}</span> <span>{only === 'number' ? `${Number(on.slice(8))}.` : format.dayShort(on)}</span>
    </abbr>
  );
}

function notMarkedOn(rows: readonly AttendanceRow[], on: Day): number {
  return rows.filter(({ cells }) => cells.some((cell) => cell.on === on && cell.state === 'agreed' && !cell.mark))
    .length;
}

function sums(
  { cells }: AttendanceRow,
  count: ReadonlyMap<Day, number>,
): { readonly days: number; readonly meals: number } {
  const present = cells.filter(({ on, mark }) => mark?.kind === 'present' && count.has(on));
  return { days: present.length, meals: present.filter(({ mark }) => mark?.meal).length };
}

interface GridRowProps {
  readonly row: AttendanceRow;
  readonly n: number;
  readonly shown: ReadonlyMap<Day, number>;
  readonly today: Day;
  /** Column that can be reached by Tab, -1 when it is in another row. */
  readonly focus: number;
  readonly day: boolean;
  readonly places: boolean;
  readonly meals: boolean;
  readonly clientAt: (clientId: string) => PageAddress;
}

/** Drawn anew only when something in it changes: sixty rows of a month are close to two thousand cells. */
const GridRow = memo(function GridRow({
  row,
  n,
  shown: visible,
  today,
  focus,
  day,
  places,
  meals,
  clientAt,
}: GridRowProps) {
  const words = useTexts(attendanceTexts);
  const cellWords = useCellWords(today);
  const cells = row.cells.filter(({ on }) => visible.has(on));
  const total = sums(row, visible);
  const only = day ? cells[0] : undefined;
  return (
    <tr>
      <th scope="row">
        <PageLink to={clientAt(row.clientId)} tabIndex={focus === 0 ? 0 : -1} data-row={n} data-column={0}>
          {row.name}
        </PageLink>
        {places && <span className="attendance-line">{row.place}</span>}
        {!row.decided && <span className="attendance-line attendance-without">{words.withoutDecision}</span>}
        {only && (
          <span className="attendance-line" data-look={lookOf(only, today)} aria-hidden="true">
            {cellWords(only, row.meal)}
          </span>
        )}
      </th>
      {cells.map((cell) => {
        const column = visible.get(cell.on) ?? 0;
        return (
          <td
            key={cell.on}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell that is typed in.
            role="gridcell"
            tabIndex={focus === column ? 0 : -1}
            data-row={n}
            data-column={column}
            data-look={lookOf(cell, today)}
            data-today={cell.on === today || undefined}
            aria-label={cellWords(cell, row.meal)}
            aria-readonly={!row.mayMark || undefined}
          >
            <span className="attendance-mark" aria-hidden="true">
              {signOf(cell, words, today)}
              {row.meal && cell.mark?.kind === 'present' && !cell.mark.meal && <small>{words.withoutMeal}</small>}
            </span>
          </td>
        );
      })}
      {meals && <td className="attendance-sum">{row.meal ? total.meals : ''}</td>}
      <td className="attendance-sum">{total.days}</td>
    </tr>
  );
});
