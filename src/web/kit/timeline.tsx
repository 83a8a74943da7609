import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Day } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';
import { Empty } from './empty.tsx';
import { useFormat } from './format.ts';
import { useLanguage, useTexts } from './language.tsx';
import { DataTable } from './table.tsx';
import type { Tone } from './tag.tsx';
import { kit } from './texts.ts';
import { labelSpots, lanesOf, narrowest, partOf, spanOf, ticksOf } from './timeline-scale.ts';
import './timeline.css';

export interface Period extends Range {
  readonly id: string;
  readonly label: string;
  /** More about it, said beside its days. */
  readonly detail?: string;
  readonly tone?: Tone;
}

export interface TimelineRow {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly periods: readonly Period[];
}

interface TimelineProps {
  /** Whose or what timeline it is. */
  readonly label: string;
  readonly rows: readonly TimelineRow[];
  readonly today: Day;
  readonly empty: string;
}

/** Periods by row on one line of years, today marked. Arrow keys move from period to period; the same as a list is one tap away. */
export function Timeline({ label, rows, today, empty }: TimelineProps) {
  const words = useTexts(kit);
  const [list, setList] = useState(false);
  const around = useRef<HTMLElement>(null);
  const isTurned = useRef(false);
  // The button stands elsewhere now: whoever pressed it finds it under their hand.
  useEffect(() => {
    if (!isTurned.current) return;
    isTurned.current = false;
    around.current?.querySelector<HTMLElement>('.timeline-switch')?.focus();
  });
  const messages = rows.filter((row) => row.periods.length > 0);
  if (messages.length === 0) return <Empty title={empty} />;
  const toggle = (
    <button
      type="button"
      className="timeline-switch unprinted"
      onClick={() => {
        isTurned.current = true;
        setList(!list);
      }}
    >
      {list ? words.asLine : words.asList}
    </button>
  );
  return (
    <section className="timeline-around" aria-label={label} ref={around}>
      {list ? <PeriodList rows={messages} label={label} /> : <Line rows={messages} today={today} toggle={toggle} />}
      {list && toggle}
    </section>
  );
}

/** How wide the line is, in pixels: a label that does not fit its period stands beside it. */
function useTrackWidth() {
  const around = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const track = around.current?.querySelector('.timeline-track');
    if (!track) return;
    const measure = () => setWidth(track.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(track);
    return () => observer.disconnect();
  }, []);
  return [around, width] as const;
}

interface LineProps {
  readonly rows: readonly TimelineRow[];
  readonly today: Day;
  /** The way to the same as a list. */
  readonly toggle: ReactNode;
}

function Line({ rows, today, toggle }: LineProps) {
  const words = useTexts(kit);
  const format = useFormat();
  const { language } = useLanguage();
  const help = useId();
  const periods = rows.flatMap((row) => row.periods);
  const [current, setCurrent] = useState(periods.findLast((period) => period.from <= today)?.id ?? periods[0]?.id);
  const [pointed, setPointed] = useState<string>();
  const span = spanOf(periods, today);
  const at = partOf(span, today);
  const ticks = ticksOf(span, language);
  const answer = periods.find((period) => period.id === pointed);
  const [around, width] = useTrackWidth();

  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.period')];
    const from = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, from + step))]?.focus();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the periods inside. */}
      <div className="timeline" ref={around} onKeyDown={onKey}>
        <span id={help} className="visually-hidden">
          {words.timelineHelp}
        </span>
        <div className="timeline-axis" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.at} style={{ insetInlineStart: `${tick.at * 100}%` }}>
              {tick.label}
            </span>
          ))}
        </div>
        <div className="timeline-today" aria-hidden="true">
          <div style={{ insetInlineStart: `${at * 100}%` }} />
        </div>
        {rows.map((row) => {
          const lanes = lanesOf(row.periods);
          const spots = labelSpots(row.periods, lanes.of, span, width);
          return (
            <div key={row.id} className="timeline-row">
              <div className="timeline-label" id={`${help}-${row.id}`}>
                {row.icon}
                {row.label}
              </div>
              <ul
                className="timeline-track"
                aria-labelledby={`${help}-${row.id}`}
                style={{ height: `${lanes.count * 1.75}rem` }}
              >
                {row.periods.map((period, index) => {
                  const from = partOf(span, period.from);
                  const to = period.to === null ? 1 : partOf(span, period.to);
                  const spot = spots[index];
                  const top = `${(lanes.of[index] ?? 0) * 1.75}rem`;
                  return (
                    <li key={period.id}>
                      {spot !== 'inside' && (
                        <span
                          className="period-beside"
                          aria-hidden="true"
                          style={{
                            top,
                            ...(spot === 'before'
                              ? { insetInlineEnd: `${(1 - from) * 100}%` }
                              : { insetInlineStart: `max(${to * 100}%, ${from * 100}% + ${narrowest}px)` }),
                          }}
                        >
                          {period.label}
                        </span>
                      )}
                      <button
                        type="button"
                        className="period"
                        data-color={period.tone ?? 'neutral'}
                        data-open={period.to === null || undefined}
                        data-beside={spot !== 'inside' || undefined}
                        aria-label={[row.label, period.label, format.range(period), period.detail]
                          .filter(Boolean)
                          .join(', ')}
                        aria-describedby={help}
                        tabIndex={period.id === current ? 0 : -1}
                        style={{
                          insetInlineStart: `${from * 100}%`,
                          width: `max(${narrowest}px, ${(to - from) * 100}%)`,
                          top,
                        }}
                        onFocus={() => {
                          setCurrent(period.id);
                          setPointed(period.id);
                        }}
                        onBlur={() => setPointed(undefined)}
                        onPointerEnter={() => setPointed(period.id)}
                        onPointerLeave={() => setPointed(undefined)}
                      >
                        {spot === 'inside' && <span>{period.label}</span>}
                      </button>
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
        <div className="timeline-foot" aria-hidden="true">
          <span
            className="timeline-today-label"
            style={{ insetInlineStart: `${at * 100}%`, translate: `${at > 0.85 ? -100 : at < 0.15 ? 0 : -50}% 0` }}
          >
            {words.today} {format.dayShort(today)}
          </span>
        </div>
      </div>
      <div className="timeline-under unprinted">
        {toggle}
        <p className="timeline-told muted" aria-hidden="true">
          {answer && (
            <>
              <strong>{answer.label}</strong> {format.range(answer)} {answer.detail && `· ${answer.detail}`}
            </>
          )}
        </p>
      </div>
    </>
  );
}

function PeriodList({ rows, label }: { rows: readonly TimelineRow[]; label: string }) {
  const words = useTexts(kit);
  const format = useFormat();
  const listed = rows.flatMap((row) => row.periods.map((period) => ({ row, period })));
  return (
    <DataTable
      caption={label}
      rows={listed}
      rowKey={({ period }) => period.id}
      empty={words.noPeriods}
      name="periods"
      columns={[
        { id: 'row', header: words.row, cell: ({ row }) => row.label, sort: ({ row }) => row.label },
        {
          id: 'period',
          header: words.period,
          cell: ({ period }) => [period.label, period.detail].filter(Boolean).join(' · '),
        },
        {
          id: 'when',
          header: words.when,
          cell: ({ period }) => format.range(period),
          sort: ({ period }) => period.from,
        },
      ]}
    />
  );
}
