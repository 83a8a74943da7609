import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { problemOf } from '../../../web/kit/problem.tsx';
import { useUnsavedChanges } from '../../../web/kit/unsaved-changes.tsx';
import type * as acts from '../acts.ts';
import { whole } from '../rules.ts';
import { type AttendanceRow, type Mark, markVersion } from '../words.ts';

const { api, useDo } = apiOf<typeof acts>();

/** One cell's change, with what was there before it, so that it can be taken back. */
export interface Edit {
  readonly placementId: string;
  readonly on: Day;
  readonly mark: Mark | null;
  readonly before: Mark | null;
  /** What the server has there as far as one knows, where that is not what was there before. */
  readonly known?: Mark | null;
}

export interface Saving {
  readonly state: 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';
  /** The instant of the saving, as the server tells it. */
  readonly at?: string;
  readonly problem?: unknown;
  /** The change that the server refused, when it named one. */
  readonly refused?: Edit | undefined;
}

export interface Marking {
  /** The rows with what has been typed since they were asked. */
  readonly rows: readonly AttendanceRow[];
  readonly saving: Saving;
  readonly mark: (edits: readonly Edit[]) => void;
  /** Takes back the latest saved or unsaved marks; null when there are none. */
  readonly undo: (() => void) | null;
  readonly save: () => Promise<void>;
  /** Lets go of the change that cannot be saved, and saves the others. */
  readonly drop: () => void;
  /** Saves the change over what somebody else marked meanwhile, once that has been seen. */
  readonly insist: () => void;
  /** Adds marks that another act made to what can be taken back, and tells how. */
  readonly made: (edits: readonly Edit[]) => () => Promise<void>;
}

type Edits = ReadonlyMap<string, Edit>;

/** Typing goes on while one thinks; a pause of this length saves. */
const pause = 700;

const keyOf = ({ placementId, on }: Pick<Edit, 'placementId' | 'on'>) => `${placementId} ${on}`;
/** As the server keeps a mark that was sent. */
const asKept = (mark: Mark | null) => mark && whole(mark);
const sent = ({ placementId, on, mark, before, known }: Edit) => ({
  placementId,
  on,
  kind: mark?.kind ?? null,
  reason: mark?.reason ?? null,
  meal: mark?.meal ?? false,
  seen: markVersion(asKept(known === undefined ? before : known)),
});
/** Whether the server may have taken it although no answer came. */
const isLost = (problem: unknown): boolean => problemOf(problem).status === 0 || problemOf(problem).status >= 500;
// What somebody else marked since is not taken back with one's own.
const backwards = (edits: readonly Edit[]): Edit[] =>
  edits.map(({ placementId, on, mark, before }) => ({ placementId, on, mark: before, before: mark }));

/** Marks are on the screen as soon as typed and saved in batches; what could not be saved stays on the screen. */
export function useMarking(rows: readonly AttendanceRow[]): Marking {
  const [edits, setEdits] = useState<Edits>(new Map());
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [batches, setBatches] = useState<readonly (readonly Edit[])[]>([]);
  const now = useRef<{
    edits: Edits;
    batch: Map<string, Edit>;
    busy: boolean;
    timer?: ReturnType<typeof setTimeout>;
    /** What was sent and whose answer never came. */
    lost?: readonly Edit[] | undefined;
  }>({
    edits,
    batch: new Map(),
    busy: false,
  });
  const { mutateAsync } = useDo('markAttendance', {
    changes: ['attendanceGrid', 'attendancePlaces', 'markVersions', 'attendanceOf'],
  });

  const queries = useQueryClient();
  const put = useCallback((next: Edits) => {
    now.current.edits = next;
    setEdits(next);
  }, []);

  /** Other marks over those whose answer was lost come after them: these are sent once more as they were, and are what was seen. */
  const settle = useCallback(async () => {
    const at = now.current;
    const { lost } = at;
    if (!lost || JSON.stringify(lost.map(sent)) === JSON.stringify([...at.edits.values()].map(sent))) return;
    try {
      await mutateAsync({ marks: lost.map(sent) });
      const made = new Map(lost.map((edit) => [keyOf(edit), edit.mark]));
      const known = (key: string, edit: Edit) => (made.has(key) ? { ...edit, known: made.get(key) ?? null } : edit);
      put(new Map([...at.edits].map(([key, edit]) => [key, known(key, edit)])));
    } catch (problem) {
      if (isLost(problem)) throw problem;
    }
    at.lost = undefined;
  }, [mutateAsync, put]);

  const save = useCallback(async () => {
    const at = now.current;
    clearTimeout(at.timer);
    if (at.busy || at.edits.size === 0) return;
    if (at.batch.size > 0) {
      const batch = [...at.batch.values()];
      at.batch = new Map();
      setBatches((before) => [...before.slice(-19), batch]);
    }
    at.busy = true;
    setSaving({ state: 'saving' });
    let failed = false;
    let list = [...at.edits.values()];
    try {
      await settle();
      list = [...at.edits.values()];
      const { savedAt } = await mutateAsync({ marks: list.map(sent) });
      const saved = new Set(list);
      const markNow = new Map(list.map((edit) => [keyOf(edit), edit.mark]));
      // What was typed over it in the meantime comes after what is saved now.
      const later = [...at.edits].filter(([, edit]) => !saved.has(edit));
      put(
        new Map(
          later.map(([key, edit]) => [key, markNow.has(key) ? { ...edit, known: markNow.get(key) ?? null } : edit]),
        ),
      );
      at.lost = undefined;
      setSaving({ state: 'saved', at: savedAt });
    } catch (problem) {
      failed = true;
      if (isLost(problem)) at.lost ??= list;
      if (problemOf(problem).status === 409) void queries.invalidateQueries({ queryKey: ['attendanceGrid'] });
      const place = problemOf(problem).errors?.[0]?.field.match(/^marks\.(\d+)\./);
      setSaving({ state: 'failed', problem, refused: place ? list[Number(place[1])] : undefined });
    }
    at.busy = false;
    if (!failed && at.edits.size > 0) await save();
  }, [mutateAsync, put, queries, settle]);

  const change = useCallback(
    (list: readonly Edit[], undoable: boolean) => {
      const at = now.current;
      const next = new Map(at.edits);
      for (const edit of list) {
        const key = keyOf(edit);
        const unsaved = at.edits.get(key);
        next.set(
          key,
          unsaved ? { ...edit, known: unsaved.known === undefined ? unsaved.before : unsaved.known } : edit,
        );
        if (undoable) at.batch.set(key, { ...edit, before: at.batch.get(key)?.before ?? edit.before });
      }
      put(next);
      setSaving((before) => (before.state === 'failed' ? before : { state: 'waiting' }));
      clearTimeout(at.timer);
      at.timer = setTimeout(() => void save(), undoable ? pause : 0);
    },
    [put, save],
  );

  const mark = useCallback((list: readonly Edit[]) => change(list, true), [change]);
  const undo = useCallback(() => {
    const at = now.current;
    if (at.batch.size > 0) {
      const batch = [...at.batch.values()];
      at.batch = new Map();
      change(backwards(batch), false);
      return;
    }
    const last = batches.at(-1);
    setBatches(batches.slice(0, -1));
    if (last) change(backwards(last), false);
  }, [batches, change]);
  const made = useCallback(
    (list: readonly Edit[]) => {
      setBatches((before) => [...before.slice(-19), list]);
      return async () => {
        setBatches((before) => before.filter((batch) => batch !== list));
        await mutateAsync({ marks: backwards(list).map(sent) });
      };
    },
    [mutateAsync],
  );
  const { refused } = saving;
  const drop = useCallback(() => {
    if (!refused) return;
    const next = new Map(now.current.edits);
    next.delete(keyOf(refused));
    put(next);
    setSaving({ state: next.size > 0 ? 'waiting' : 'idle' });
    void save();
  }, [refused, put, save]);

  const insist = useCallback(() => {
    const problem = saving.problem === undefined ? undefined : problemOf(saving.problem);
    const standing = problem?.now as Mark | { readonly kind: null } | undefined;
    if (!refused || !standing) return;
    const edit = { ...refused, known: standing.kind === null ? null : (standing as Mark) };
    put(new Map(now.current.edits).set(keyOf(edit), edit));
    void save();
  }, [refused, saving.problem, put, save]);

  useUnsaved(edits.size > 0, now, save);
  // What is on its way goes on when one leaves the page; what was not taken would be lost.
  useUnsavedChanges(saving.state === 'failed' && edits.size > 0);
  const visible = useMemo(() => rows.map((row) => withEdits(row, edits)), [rows, edits]);
  const canUndo = batches.length > 0 || now.current.batch.size > 0;
  return { rows: visible, saving, mark, undo: canUndo ? undo : null, save, drop, insist, made };
}

function withEdits(row: AttendanceRow, edits: Edits): AttendanceRow {
  if (edits.size === 0) return row;
  let changed = false;
  const cells = row.cells.map((cell) => {
    const edit = edits.get(keyOf({ placementId: row.placementId, on: cell.on }));
    if (!edit) return cell;
    changed = true;
    return { ...cell, mark: edit.mark };
  });
  return changed ? { ...row, cells } : row;
}

/** What has not been saved is not lost without a word: it is sent when one leaves the page, or when the connection is back. */
function useUnsaved(unsaved: boolean, now: { current: { edits: Edits } }, save: () => Promise<void>) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const again = () => void save();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', again);
    };
  }, [unsaved, save]);
  useEffect(
    () => () => {
      const left = [...now.current.edits.values()];
      if (left.length > 0) void api.markAttendance({ marks: left.map(sent) }).catch(() => undefined);
    },
    [now],
  );
}
