import { ArrowUndoIcon, CheckmarkIcon, CloudUpIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { type Day, weekdayOf } from '../../../kernel/day.ts';
import type { PageAddress } from '../../../web/address-of.ts';
import { apiOf } from '../../../web/api.ts';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { ProblemMessage, problemOf } from '../../../web/kit/problem.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { kit } from '../../../web/kit/texts.ts';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { markObstacle, notMarked } from '../rules.ts';
import { attendanceRefusals, attendanceTexts } from '../texts.ts';
import type { AbsenceReason, AttendanceRow, Mark, MarkKind } from '../words.ts';
import { type At, AttendanceGrid } from './attendance-grid.tsx';
import { MarkChoice } from './mark-choice.tsx';
import { markInWords, useCellWords } from './mark-words.tsx';
import { type Marking, type Saving, useMarking } from './marking.tsx';

const { useDo } = apiOf<typeof acts>();

export interface SheetOf {
  readonly groupId?: string;
  readonly workplaceId?: string;
  readonly everyWorkplace?: boolean;
}

interface SheetProps {
  readonly of: SheetOf;
  readonly label: string;
  /** Which days are in sight, and how to go to others. */
  readonly when: ReactNode;
  readonly rows: readonly AttendanceRow[];
  /** What tells that the rows of these days are on their way, or why they do not come; null once they are here. */
  readonly awaited: ReactNode;
  readonly dates: readonly Day[];
  readonly today: Day;
  readonly clientAt: (clientId: string) => PageAddress;
  readonly mayMark: boolean;
}

/** What each letter of the screen's language marks: the same that stands in the cells. */
const marked: Readonly<Record<string, readonly [MarkKind, AbsenceReason | null]>> = {
  present: ['present', null],
  sick: ['absent', 'sick'],
  absent: ['absent', 'unexcused'],
  holiday: ['holiday', null],
  closed: ['absent', 'service-closed'],
};

/** More than one sees at once. */
const manyRows = 15;

/** Weekends are drawn only where somebody has them agreed or marked. */
function datesWorthDrawing(rows: readonly AttendanceRow[], dates: readonly Day[]): readonly Day[] {
  if (dates.length === 1) return dates;
  const used = new Set(
    rows.flatMap(({ cells }) => cells.filter(({ state, mark }) => state !== 'none' || mark).map(({ on }) => on)),
  );
  return dates.filter((on) => weekdayOf(on) <= 5 || used.has(on));
}

/** A group's or workplace's days to be marked: the grid, what is left, and what was saved. */
export function AttendanceSheet({
  of,
  label,
  when,
  rows: query,
  awaited,
  dates: all,
  today,
  clientAt,
  mayMark,
}: SheetProps) {
  const words = useTexts(attendanceTexts);
  const { language } = useLanguage();
  const cellWords = useCellWords(today);
  const format = useFormat();
  const marking = useMarking(query);
  const { rows, mark } = marking;
  const [opened, open] = useState<{ placementId: string; on: Day } | null>(null);
  const [at, setAt] = useState<{ placementId: string; on: Day } | null>(null);
  const [answer, tell] = useState('');
  // Chosen when asked for: whoever is marked meanwhile stays in sight.
  const [only, showOnly] = useState<ReadonlySet<string> | null>(null);
  const dates = datesWorthDrawing(rows, all);
  // A day's rows are those who have it agreed; the others are named below it.
  const idle = ({ cells }: AttendanceRow) =>
    all.length === 1 && cells.every(({ state, mark: one }) => state === 'none' && !one);
  const due = rows.filter((row) => !idle(row));
  const drawn = only ? due.filter(({ placementId }) => only.has(placementId)) : due;
  const away = rows.filter(idle);
  if (awaited) {
    return (
      <section className="attendance" aria-label={label} aria-busy="true">
        <div className="attendance-top">
          {when}
          <SavedTag saving={marking.saving} />
        </div>
        {marking.saving.state === 'failed' && <NotSaved marking={marking} />}
        <div className="card">{awaited}</div>
      </section>
    );
  }
  if (due.length === 0) {
    return (
      <section className="attendance" aria-label={label}>
        <div className="attendance-top">{when}</div>
        <div className="card">
          <Empty title={words.nobody} />
        </div>
      </section>
    );
  }

  const find = (where: typeof at): At | null => {
    const row = rows.find(({ placementId }) => placementId === where?.placementId);
    const cell = row?.cells.find(({ on }) => on === where?.on);
    return row && cell ? { row, cell } : null;
  };
  const refuse = (code: keyof typeof attendanceRefusals) => tell(attendanceRefusals[code][language]);
  const put = ({ row, cell }: At, next: Mark | null) => {
    const obstacle = next && markObstacle(next, cell.state, cell.on, today);
    if (!row.mayMark) return refuse('may-not-mark');
    if (obstacle) return refuse(obstacle);
    mark([{ placementId: row.placementId, on: cell.on, mark: next, before: cell.mark }]);
    tell(`${row.name}, ${format.dayOfWeek(cell.on)}: ${cellWords({ ...cell, mark: next }, row.meal)}`);
  };
  const typed = (key: string, one: At): boolean => {
    const { row, cell } = one;
    const sign = Object.entries(words.letters).find(([, one]) => one === key.toUpperCase())?.[0] ?? '';
    const letter = key === ' ' ? marked.present : marked[sign];
    if (letter) put(one, { kind: letter[0], reason: letter[1], meal: letter[0] === 'present' && row.meal });
    else if (key === 'Delete' || key === 'Backspace') cell.mark && put(one, null);
    else if (key.toLowerCase() === 'm') {
      if (row.meal && cell.mark?.kind === 'present') put(one, { ...cell.mark, meal: !cell.mark.meal });
      else tell(words.noMeal);
    } else if (key === 'F2') open({ placementId: row.placementId, on: cell.on });
    else if (key.toLowerCase() === 'ctrl+z') takeBack();
    else return false;
    return true;
  };
  const takeBack = () => {
    if (!marking.undo) return;
    marking.undo();
    tell(words.undone);
  };
  // A tap on an empty day of today or before is presence; everything else opens the choice.
  const tapped = (one: At) => {
    const { row, cell } = one;
    const simple = cell.state === 'agreed' && !cell.mark && cell.on <= today && row.mayMark;
    if (simple) put(one, { kind: 'present', reason: null, meal: row.meal });
    else if (cell.state === 'agreed' || cell.state === 'closed' || cell.mark) {
      open({ placementId: row.placementId, on: cell.on });
    }
  };
  const shownAt = find(at);
  const choosing = find(opened);
  const leftOf = ({ cells }: AttendanceRow) =>
    notMarked(
      cells.filter(({ on }) => dates.includes(on)),
      today,
    );
  const left = rows.reduce((sum, row) => sum + leftOf(row), 0);
  const toggleOnly = () =>
    showOnly(only ? null : new Set(due.filter((row) => leftOf(row) > 0).map(({ placementId }) => placementId)));
  return (
    <section className="attendance" aria-label={label}>
      <div className="attendance-top">
        {when}
        <Tag tone={left > 0 ? 'warning' : 'success'}>{words.notMarked(left)}</Tag>
        {(only || (due.length > manyRows && left > 0)) && (
          <button type="button" className="attendance-only unprinted" aria-pressed={only !== null} onClick={toggleOnly}>
            {words.onlyNotMarked}
          </button>
        )}
        <SavedTag saving={marking.saving} />
      </div>
      {marking.saving.state === 'failed' && <NotSaved marking={marking} />}
      <div className="card attendance-card">
        <AttendanceGrid
          label={label}
          rows={drawn}
          dates={dates}
          today={today}
          day={dates.length === 1}
          places={of.everyWorkplace === true}
          clientAt={clientAt}
          typed={typed}
          tapped={tapped}
          focused={(one) => {
            setAt(one && { placementId: one.row.placementId, on: one.cell.on });
            tell('');
          }}
        />
      </div>
      {away.length > 0 && (
        <p className="muted">
          {words.states.none}: {away.map(({ name }) => name).join(', ')}
        </p>
      )}
      <Legend mayMark={mayMark} />
      <div className="attendance-foot unprinted">
        {mayMark && (
          <AllPresent of={of} marking={marking} rows={rows} on={dayFor(dates, today, at?.on)} today={today} />
        )}
        {marking.undo && (
          <Button size="small" variant="secondary" icon={<ArrowUndoIcon aria-hidden="true" />} onClick={takeBack}>
            {words.undo}
          </Button>
        )}
        <p className="muted attendance-help">
          {answer || (shownAt && <Focused at={shownAt} words={cellWords(shownAt.cell, shownAt.row.meal)} />) || (
            <Legend mayMark={mayMark} />
          )}
        </p>
      </div>
      <p className="visually-hidden" role="status">
        {answer}
      </p>
      {choosing && (
        <MarkChoice at={choosing} today={today} choose={(next) => put(choosing, next)} close={() => open(null)} />
      )}
    </section>
  );
}

/** How one marks; to those who may only look, what the signs are. */
function Legend({ mayMark }: { mayMark: boolean }) {
  const words = useTexts(attendanceTexts);
  return (
    <span className="muted attendance-legend">
      {mayMark ? (
        <>
          <span className="attendance-keys">{words.keys}</span>
          <span className="attendance-touch">{words.touch}</span> · {words.hatched}
        </>
      ) : (
        words.signs
      )}
    </span>
  );
}

function Focused({ at: { row, cell }, words }: { at: At; words: string }) {
  const format = useFormat();
  return (
    <>
      <strong>{row.name}</strong>, {format.dayOfWeek(cell.on)}: {words}
    </>
  );
}

/** The day that “all present” is about: today where it is in sight, else the day that one is at. */
function dayFor(dates: readonly Day[], today: Day, at: Day | undefined): Day | null {
  if (dates.length === 1 || dates.includes(today)) return dates.find((on) => on === today) ?? dates[0] ?? null;
  return at ?? null;
}

interface AllPresentProps {
  readonly of: SheetOf;
  readonly marking: Marking;
  readonly rows: readonly AttendanceRow[];
  readonly on: Day | null;
  readonly today: Day;
}

function AllPresent({ of, marking, rows, on, today }: AllPresentProps) {
  const words = useTexts(attendanceTexts);
  const format = useFormat();
  const toast = useToast();
  const all = useDo('markAllPresent', { changes: ['attendanceGrid', 'attendancePlaces'] });
  if (on === null || on > today) return null;
  const due = rows.some(
    ({ mayMark, cells }) => mayMark && cells.some((cell) => cell.on === on && cell.state === 'agreed' && !cell.mark),
  );
  const mark = async () => {
    try {
      await marking.save();
      const { marked } = await all.mutateAsync({ ...of, on });
      const undo = marking.made(
        marked.map(({ placementId }) => ({
          placementId,
          on,
          mark: {
            kind: 'present',
            reason: null,
            meal: rows.some((row) => row.placementId === placementId && row.meal),
          },
          before: null,
        })),
      );
      toast({ done: `${words.marked(marked.length)}.`, ...(marked.length > 0 ? { undo } : {}) });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <Button
      size="small"
      icon={<CheckmarkIcon aria-hidden="true" />}
      loading={all.isPending}
      disabled={!due}
      onClick={() => void mark()}
    >
      {on === today ? words.allPresent : words.allPresentOn(format.dayOfWeek(on))}
    </Button>
  );
}

const timeOf = (instant: string, language: string) =>
  new Date(instant).toLocaleTimeString(language === 'en' ? 'en-GB' : language, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'Europe/Helsinki',
  });

/** Says that the marks are safe, and since when. */
function SavedTag({ saving: { state, at } }: { saving: Saving }) {
  const words = useTexts(attendanceTexts);
  const { language } = useLanguage();
  const time = at && timeOf(at, language);
  return (
    <p className="attendance-saved" role="status">
      {state === 'saved' && time && (
        <Tag tone="success" icon={<CloudUpIcon aria-hidden="true" />}>
          {words.saved(time)}
        </Tag>
      )}
      {(state === 'saving' || state === 'waiting') && <span className="muted">{words.saving}…</span>}
      {state === 'failed' && <Tag tone="danger">{words.notSaved}</Tag>}
    </p>
  );
}

function NotSaved({ marking }: { marking: Marking }) {
  const words = useTexts(attendanceTexts);
  const format = useFormat();
  const { theirs, mine, takeTheirs, saveMine } = useTexts(kit);
  const { refused, problem } = marking.saving;
  const standing = problemOf(problem).now as Mark | { readonly kind: null } | undefined;
  const inWords = (mark: Mark | { readonly kind: null } | null) =>
    mark === null || mark.kind === null ? words.unmarked : markInWords(mark as Mark, words, false);
  const whose = refused && marking.rows.find(({ placementId }) => placementId === refused.placementId)?.name;
  return (
    <ProblemMessage problem={problem}>
      {refused && whose && <p>{words.choice(whose, format.dayOfWeek(refused.on))}</p>}
      {refused && standing ? (
        <dl className="form-meanwhile">
          <dd>
            <span className="muted">{theirs}</span> {inWords(standing)}
          </dd>
          <dd>
            <span className="muted">{mine}</span> {inWords(refused.mark)}
          </dd>
        </dl>
      ) : (
        <p>{words.keptHere}</p>
      )}
      <div className="row">
        {refused && standing ? (
          <>
            <Button size="small" type="button" variant="secondary" onClick={marking.drop}>
              {takeTheirs}
            </Button>
            <Button size="small" type="button" onClick={marking.insist}>
              {saveMine}
            </Button>
          </>
        ) : (
          <Button size="small" type="button" onClick={() => void marking.save()}>
            {words.retry}
          </Button>
        )}
        {refused && !standing && (
          <Button size="small" type="button" variant="secondary" onClick={marking.drop}>
            {words.drop}
          </Button>
        )}
      </div>
    </ProblemMessage>
  );
}
