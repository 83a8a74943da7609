import { Button } from '@navikt/ds-react/Button';
import { Textarea } from '@navikt/ds-react/Textarea';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../kernel/problem.ts';
import { useDebounced } from '../../../web/kit/debounced.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { problemOf, useProblemWords } from '../../../web/kit/problem.tsx';
import { kit } from '../../../web/kit/texts.ts';
import { useUnsavedChanges } from '../../../web/kit/unsaved-changes.tsx';
import { coachingTexts } from '../texts.ts';

interface NoteFieldProps {
  readonly name: string;
  readonly note: string;
  readonly save: (note: string, meanwhile?: string) => Promise<unknown>;
  readonly close: (saved: string) => void;
}

const restsMs = 1200;

interface Failure {
  readonly words: string;
  /** What somebody, or oneself elsewhere, wrote meanwhile. */
  readonly meanwhile?: { readonly note: string; readonly version: string };
}

function meanwhileIn({ now, version }: Problem): Pick<Failure, 'meanwhile'> {
  if (typeof now !== 'object' || now === null || typeof version !== 'string') return {};
  return { meanwhile: { note: (now as { readonly note?: string | null }).note ?? '', version } };
}

/** A note that saves by itself when one rests; what could not be saved stays, and is asked of before it is left. */
export function NoteField({ name, note, save, close }: NoteFieldProps) {
  const words = useTexts(coachingTexts);
  const wording = useProblemWords();
  const [text, setText] = useState(note);
  const [saved, setSaved] = useState(note);
  const base = useTexts(kit);
  const [failure, setFailure] = useState<Failure>();
  const rested = useDebounced(text, restsMs);
  useUnsavedChanges(text !== saved);
  // One save after the other, so that an earlier text never comes over a later one.
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(save);
  latest.current = save;
  const keep = (now: string, meanwhile?: string) => {
    queue.current = queue.current.then(async () => {
      try {
        await latest.current(now, meanwhile);
        setSaved(now);
        setFailure(undefined);
        return true;
      } catch (problem) {
        const answered = problemOf(problem);
        setFailure({ words: wording(answered).title, ...meanwhileIn(answered) });
        return false;
      }
    });
    return queue.current;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: saves when one has rested, not when something else is drawn.
  useEffect(() => {
    if (rested !== saved && rested === text && !failure?.meanwhile) void keep(rested);
  }, [rested]);
  const takeTheirs = () => {
    if (!failure?.meanwhile) return;
    const { note: theirs, version } = failure.meanwhile;
    setText(theirs);
    void keep(theirs, version);
  };
  const done = async () => {
    if (text === saved || (await keep(text))) close(text);
  };
  return (
    <div className="note-field">
      <Textarea
        size="small"
        name="note"
        autoFocus
        label={words.noteOf(name)}
        minRows={2}
        maxLength={4000}
        value={text}
        error={failure && `${words.notSaved}. ${failure.words}`}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== saved && !failure?.meanwhile && void keep(text)}
      />
      {failure?.meanwhile && (
        <div className="row">
          <p>
            <span className="muted">{base.theirs}</span> {failure.meanwhile.note}
          </p>
          <Button size="small" type="button" variant="secondary" onClick={takeTheirs}>
            {base.takeTheirs}
          </Button>
          <Button size="small" type="button" onClick={() => void keep(text, failure.meanwhile?.version)}>
            {base.saveMine}
          </Button>
        </div>
      )}
      <div className="note-field-end">
        <Button size="small" type="button" variant="secondary" onClick={() => void done()}>
          {words.noteClose}
        </Button>
        <span className="muted" role="status">
          {text === saved && saved !== note && words.noteSaved}
        </span>
      </div>
    </div>
  );
}
