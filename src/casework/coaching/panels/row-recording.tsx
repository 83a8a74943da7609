import { NotePencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { kit, problems } from '../../../web/kit/texts.ts';
import { useToast } from '../../../web/kit/toast.tsx';
import type { RowAction, RowDone, WorklistRow } from '../../../web/kit/worklist.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import type { Due, matterKinds, VisitOutcome } from '../words.ts';
import { useDueWords } from './due-words.tsx';
import { NoteField } from './note-field.tsx';
import type { NewTime } from './outcomes.tsx';
import type { ContactOf, Kind } from './recording.tsx';
import './record-contact.css';

const { useDo } = apiOf<typeof acts>();

interface Recorded {
  readonly words: string;
  readonly next: Due | null;
  readonly note: string;
  /** Saves a note over what was seen, or, once it was chosen, over what somebody wrote meanwhile. */
  readonly saveNote: (note: string, meanwhile?: string) => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
}

interface State {
  readonly busy?: true;
  readonly recorded?: Recorded;
  readonly failed?: { readonly retry: () => void };
  readonly noting?: true;
}

/**
 * Recording from the rows of a list: the row stays, tells what was recorded, and offers its undo and a note.
 * Rows are known by a key; `began` tells that the list must keep its order from now on.
 */
export function useRowRecording(began: () => void) {
  const words = useTexts(coachingTexts);
  const base = useTexts(kit);
  const { retry } = useTexts(problems);
  const format = useFormat();
  const due = useDueWords();
  const toast = useToast();
  const record = useDo('recordContact');
  const recordOnMatter = useDo('recordContactOnMatter');
  const amend = useDo('amendContact');
  const takeBack = useDo('takeBackContact');
  const tell = useDo('tellOutcome');
  const amendOutcome = useDo('amendOutcome');
  const takeBackOutcome = useDo('takeBackOutcome');
  const [states, setStates] = useState<ReadonlyMap<string, State>>(new Map());
  const set = (key: string, state: State | undefined) =>
    setStates((before) => {
      const after = new Map(before);
      if (state) after.set(key, state);
      else after.delete(key);
      return after;
    });

  /** Sends once: while one is on its way, and after it is recorded, another tap in the row does nothing. */
  const send = async (key: string, name: string, text: string, run: () => Promise<Recorded>) => {
    began();
    set(key, { busy: true });
    try {
      const recorded = await run();
      set(key, { recorded });
      toast.aloud([text, recorded.next && due.next(recorded.next)].filter(Boolean).join(' '));
    } catch (failure) {
      set(key, { failed: { retry: () => void send(key, name, text, run) } });
      toast.failed(failure);
    }
  };

  const recordNow = (key: string, whose: ContactOf, kind: Kind) => {
    const { clientId, name } = whose;
    const text = words.recorded(words.kinds[kind], name);
    return send(key, name, text, async () => {
      const sent =
        'relationshipId' in whose
          ? await record.mutateAsync({ clientId, relationshipId: whose.relationshipId, kind })
          : {
              ...(await recordOnMatter.mutateAsync({
                clientId,
                referralId: whose.referralId,
                kind: kind as (typeof matterKinds)[number],
              })),
              next: null,
            };
      const at = { clientId, contactId: sent.contactId };
      // What was added elsewhere is neither written over nor taken back with it.
      let seen: string | null = sent.version;
      return {
        words: words.recordedAt(format.timeOf(sent.recordedAt), words.kinds[kind].toLowerCase()),
        next: sent.next,
        note: '',
        saveNote: async (note, meanwhile) => {
          const { version = null } = await amend.mutateAsync({ ...at, note: note || null, seen: meanwhile ?? seen });
          seen = version;
        },
        undo: () => takeBack.mutateAsync({ ...at, seen }),
      };
    });
  };

  const tellNow = (
    key: string,
    { clientId, name, visitId }: { clientId: string; name: string; visitId: string },
    outcome: VisitOutcome,
    to: NewTime | null = null,
  ) => {
    const text = words.outcomeTold(words.outcomes[outcome], name);
    return send(key, name, text, async () => {
      const at = { clientId, visitId };
      const { next, recordedAt, version } = await tell.mutateAsync({ ...at, outcome, to });
      let seen: string | null = version;
      return {
        words: words.toldAt(format.timeOf(recordedAt), words.outcomes[outcome].toLowerCase()),
        next,
        note: '',
        saveNote: async (note, meanwhile) => {
          const sent = { ...at, note: note || null, seen: meanwhile ?? seen };
          const { version = null } = await amendOutcome.mutateAsync(sent);
          seen = version;
        },
        undo: () => takeBackOutcome.mutateAsync({ ...at, seen }),
      };
    });
  };

  const undo = async (key: string, name: string, state: State) => {
    set(key, { ...state, busy: true });
    try {
      await state.recorded?.undo();
      set(key, undefined);
      toast.aloud(words.takenBackOf(name));
    } catch (failure) {
      const { busy: _, ...still } = state;
      set(key, still);
      toast.failed(failure);
    }
  };

  const doneOf = (key: string, name: string, state: State, recorded: Recorded): RowDone => {
    const change = (more: Partial<Recorded>, noting: boolean) =>
      set(key, { recorded: { ...recorded, ...more }, ...(noting ? { noting } : {}) });
    return {
      words: recorded.words,
      note: !state.noting && recorded.note,
      undo: {
        label: words.undoOf(name),
        words: base.undo,
        busy: state.busy ?? false,
        act: () => void undo(key, name, state),
      },
      further: {
        label: recorded.note ? words.editNoteOf(name) : words.addNoteOf(name),
        words: recorded.note ? words.editNote : words.addNote,
        icon: <NotePencilIcon aria-hidden="true" />,
        act: () => change({}, true),
      },
      below: state.noting && (
        <NoteField
          name={name}
          note={recorded.note}
          save={recorded.saveNote}
          close={(note) => change({ note }, false)}
        />
      ),
    };
  };

  /** The row as it stands now: as it was, being recorded, recorded, or not saved. */
  const drawn = (row: WorklistRow): WorklistRow => {
    const state = states.get(row.key);
    if (!state) return row;
    const { recorded, failed, busy } = state;
    if (recorded) {
      const { next } = recorded;
      const middle = next?.dueOn ? words.nextShort(due.when(next.dueOn)) : row.middle;
      return { ...row, middle, done: doneOf(row.key, row.name, state, recorded) };
    }
    const actions = row.actions?.map((action): RowAction => ({ ...action, busy: busy ?? false }));
    return {
      ...row,
      ...(actions ? { actions } : {}),
      ...(failed
        ? {
            failed: {
              words: words.notSaved,
              retry: { label: `${retry}, ${row.name}`, words: retry, act: failed.retry },
            },
          }
        : {}),
    };
  };
  return { recordNow, tellNow, drawn };
}
