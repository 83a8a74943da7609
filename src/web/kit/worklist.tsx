import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { Loader } from '@navikt/ds-react/Loader';
import { type CSSProperties, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { PageLink } from '../address.tsx';
import type { PageAddress } from '../address-of.ts';
import { dotted } from './card.tsx';
import { Empty } from './empty.tsx';
import { drawnAtFirst } from './first-drawn.ts';
import { useGoingOn } from './going-on.ts';
import { useTexts } from './language.tsx';
import { Loading, useEarlier, useIsEarlier } from './loading.tsx';
import { Tag, type Tone } from './tag.tsx';
import { kit } from './texts.ts';
import './worklist.css';

export interface RowAction {
  /** Says the act and whom it concerns: Kirjaa puhelu, Åberg Siv. */
  readonly label: string;
  readonly icon?: ReactNode;
  /** What the button says; beside an icon only where there is room. */
  readonly words?: string;
  readonly act: () => void;
  readonly busy?: boolean;
}

/** A step that has a page of its own: an ordinary link, which opens beside the list too. */
export interface RowLink {
  readonly label: string;
  readonly icon: ReactNode;
  readonly words: string;
  readonly to: PageAddress;
}

/** What was just done to a row: it keeps its place and its height, and what a second tap finds there harms nobody. */
export interface RowDone {
  /** Recorded 10.42 · call */
  readonly words: string;
  readonly note?: ReactNode;
  /** Stands outside the place of the row's buttons. */
  readonly undo: RowAction;
  /** Stands in the place of the row's buttons. */
  readonly further: RowAction;
  /** Opened by it, below in the row. */
  readonly below?: ReactNode;
}

export interface WorklistRow {
  readonly key: string;
  readonly name: string;
  /** The page of what the row is about. */
  readonly to?: PageAddress;
  readonly secondary?: ReactNode;
  readonly middle?: ReactNode;
  /** `short` says the same where there is little room: the block and the row tell the rest. */
  readonly tag?: { readonly words: string; readonly short?: string | undefined; readonly tone?: Tone } | undefined;
  readonly who?: ReactNode;
  /** Stands before the row's buttons. */
  readonly step?: RowLink;
  readonly actions?: readonly RowAction[];
  readonly done?: RowDone | undefined;
  /** It could not be recorded; nothing was changed. */
  readonly failed?: { readonly words: string; readonly retry: RowAction } | undefined;
}

export interface WorklistGroup {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly WorklistRow[];
  /** How many there are of it in all, when the server sent only a part, and where the whole of it stands. */
  readonly total?: number;
  readonly whole?: PageAddress;
}

interface WorklistProps {
  /** Names the list for those who do not see the page. */
  readonly label: string;
  readonly rows?: readonly WorklistRow[];
  /** Rows in blocks with a heading each, in place of `rows`. */
  readonly groups?: readonly WorklistGroup[];
  /** One word over the rows' buttons: a picture of a telephone alone could as well dial. */
  readonly acts?: string;
  /** How many there are in all, when the server sent only a part. */
  readonly total?: number;
  /** Brings the next part. */
  readonly more?: () => void;
  /** What is said when there is nothing. */
  readonly empty: string;
  readonly emptyHelp?: ReactNode;
}

/** Few enough to draw before the eye notices. */
const firstDrawn = 30;

/** Dense rows, one a person or a thing. Every row is drawn; a list that is not whole says so and offers the rest. */
export function Worklist({ label, rows = [], groups, acts, total, more, empty, emptyHelp }: WorklistProps) {
  const words = useTexts(kit);
  const blocks = groups ?? [{ id: '', heading: '', rows }];
  const count = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  // The first rows are drawn at once and the rest when the browser has time: 500 rows do not hold up the first.
  const drawn = useDeferredValue(count, drawnAtFirst(count, firstDrawn));
  const earlier = useEarlier();
  const isEarlier = useIsEarlier();
  if (count === 0) {
    return (
      <div className="card card-flush">
        {/* That there was nothing before says nothing of what comes. */}
        {isEarlier ? <Loading /> : <Empty title={empty}>{emptyHelp}</Empty>}
      </div>
    );
  }
  let left = drawn;
  return (
    <section
      className="card card-flush worklist"
      aria-label={label}
      aria-busy={drawn < count}
      {...earlier}
      data-worded={
        blocks.some(({ rows }) => rows.some(({ step, actions }) => step || actions?.some(({ words }) => words))) ||
        undefined
      }
      data-whose={blocks.some((block) => block.rows.some(({ who }) => who)) || undefined}
      style={{ '--most-actions': mostActions(blocks) } as CSSProperties}
    >
      {blocks.map((block) => {
        if (block.rows.length === 0) return null;
        const first = left === drawn;
        const now = block.rows.slice(0, Math.max(0, left));
        left -= now.length;
        const absent = Math.max(0, (block.total ?? 0) - block.rows.length);
        return (
          <Block
            key={block.id}
            heading={block.heading}
            rows={now}
            count={absent + block.rows.filter(({ done }) => !done).length}
            recorded={block.rows.filter(({ done }) => done).length}
            label={label}
            acts={first ? acts : undefined}
            whole={absent > 0 ? block.whole : undefined}
          />
        );
      })}
      <ListFoot count={count} total={total ?? 0} more={more} />
      {count >= (total ?? 0) && count > 15 && <p className="worklist-foot">{words.rows(count)}</p>}
    </section>
  );
}

interface ListFootProps {
  readonly count: number;
  readonly total: number;
  readonly more: (() => void) | undefined;
}

/** Says of a list that is not whole how much of it there is, and offers the rest. */
export function ListFoot({ count, total, more }: ListFootProps) {
  const words = useTexts(kit);
  const earlier = useEarlier();
  const goOn = useGoingOn(count, more);
  if (total <= count) return null;
  return (
    <p className="worklist-foot" {...earlier}>
      {words.shown(count, total)}
      {more && (
        <button type="button" className="worklist-more unprinted" onClick={goOn}>
          {words.showMore(total - count)}
        </button>
      )}
    </p>
  );
}

const buttonsOf = ({ step, actions = [] }: WorklistRow) => actions.length + (step ? 1 : 0);

/** Rows with fewer buttons leave room for the others', so that the columns of all blocks stand under each other. */
function mostActions(blocks: readonly WorklistGroup[]): number {
  return Math.max(0, ...blocks.flatMap(({ rows }) => rows.map(buttonsOf)));
}

interface BlockProps {
  readonly heading: string;
  readonly rows: readonly WorklistRow[];
  readonly count: number;
  readonly recorded: number;
  readonly label: string;
  readonly acts: string | undefined;
  readonly whole: PageAddress | undefined;
}

function Block({ heading, rows, count, recorded, label, acts, whole }: BlockProps) {
  const words = useTexts(kit);
  const id = useId();
  return (
    <>
      {(heading || acts) && (
        <div className="worklist-head">
          {heading && (
            <h2 className="worklist-heading" id={id}>
              {heading}{' '}
              <span className="worklist-count">{recorded > 0 ? words.ofThemRecorded(count, recorded) : count}</span>
            </h2>
          )}
          {acts && (
            <span
              className="worklist-acts muted unprinted"
              aria-hidden="true"
              style={{ '--actions': rows[0] ? buttonsOf(rows[0]) : 0 } as CSSProperties}
            >
              {acts}
            </span>
          )}
        </div>
      )}
      <ul className="worklist-rows" {...(heading ? { 'aria-labelledby': id } : { 'aria-label': label })}>
        {rows.map((row) => (
          <RowLine key={row.key} row={row} />
        ))}
      </ul>
      {whole && (
        <p className="worklist-foot">
          {words.shown(rows.length, count)}
          <PageLink className="worklist-more unprinted" aria-label={`${words.showWhole}: ${heading}`} to={whole}>
            {words.showWhole}
          </PageLink>
        </p>
      )}
    </>
  );
}

function RowLine({ row }: { row: WorklistRow }) {
  const { done, failed } = row;
  const line = useRef<HTMLLIElement>(null);
  // As tall as it was when its button was pressed, so that the rows below stay where they are.
  const [height, setHeight] = useState<number>();
  const pressed = useRef(false);
  const press = (action: RowAction) => {
    if (action.busy) return;
    setHeight(line.current?.getBoundingClientRect().height);
    pressed.current = true;
    action.act();
  };
  const isDone = done !== undefined;
  const buttons = buttonsOf(row);
  // Its button is gone: what one may do next in the row has the focus, and nothing elsewhere.
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    line.current?.querySelector<HTMLElement>(isDone ? '.worklist-further' : '.worklist-actions button')?.focus();
  }, [isDone]);
  return (
    <li
      ref={line}
      className="worklist-row"
      data-done={isDone || undefined}
      style={{ '--actions': buttons, ...(isDone && height ? { minHeight: height } : {}) } as CSSProperties}
    >
      <div className="worklist-name">
        {row.to ? <PageLink to={row.to}>{row.name}</PageLink> : <strong>{row.name}</strong>}
        {row.secondary && <span className="muted">{dotted(row.secondary)}</span>}
      </div>
      <div className="worklist-middle muted">{row.middle}</div>
      <div className="worklist-tag">
        {done ? (
          <div className="worklist-told">
            <CheckmarkCircleFillIcon aria-hidden="true" />
            <span>{done.words}</span>
            <button
              type="button"
              className="worklist-undo"
              aria-label={done.undo.label}
              aria-disabled={done.undo.busy ?? false}
              onClick={() => press(done.undo)}
            >
              {done.undo.words}
            </button>
            {done.note && <span className="worklist-note muted">{done.note}</span>}
          </div>
        ) : failed ? (
          <div className="worklist-told" data-failed>
            <Tag tone="danger">{failed.words}</Tag>
            <button
              type="button"
              className="worklist-undo"
              aria-label={failed.retry.label}
              aria-disabled={failed.retry.busy ?? false}
              onClick={() => press(failed.retry)}
            >
              {failed.retry.words}
            </button>
          </div>
        ) : (
          row.tag && <RowTag {...row.tag} />
        )}
      </div>
      <div className="worklist-who muted">{row.who}</div>
      {done ? (
        <div className="worklist-actions unprinted">
          <button
            type="button"
            className="worklist-further"
            aria-label={done.further.label}
            onClick={() => done.further.act()}
          >
            {done.further.icon}
            {done.further.words}
          </button>
        </div>
      ) : (
        buttons > 0 && (
          <div
            className="worklist-actions unprinted"
            data-worded={(row.actions ?? []).every(({ words }) => words) || undefined}
            data-wide={(!row.step && row.actions?.every(({ icon }) => !icon)) || undefined}
          >
            {row.step && <StepLink {...row.step} />}
            {row.actions?.map((action) => (
              <ActionButton key={action.label} action={action} press={() => press(action)} />
            ))}
          </div>
        )
      )}
      {done?.below && <div className="worklist-below">{done.below}</div>}
    </li>
  );
}

function RowTag({ words, short, tone = 'neutral' }: NonNullable<WorklistRow['tag']>) {
  return (
    <Tag tone={tone}>
      {short ? (
        <>
          <span className="worklist-long">{words}</span>
          <span className="worklist-short">{short}</span>
        </>
      ) : (
        words
      )}
    </Tag>
  );
}

function StepLink({ label, icon, words, to }: RowLink) {
  return (
    <PageLink className="worklist-word" aria-label={label} title={label} to={to}>
      {icon}
      <span>{words}</span>
    </PageLink>
  );
}

function ActionButton({ action, press }: { action: RowAction; press: () => void }) {
  const busy = action.busy ?? false;
  return (
    <button
      type="button"
      className={action.words ? 'worklist-word' : 'icon-button'}
      aria-label={action.label}
      title={action.words ? undefined : action.label}
      aria-disabled={busy}
      onClick={press}
    >
      {busy && !action.words ? <Loader size="small" /> : action.icon}
      {action.words && <span>{action.words}</span>}
    </button>
  );
}
