import { Button } from '@navikt/ds-react/Button';
import { Textarea } from '@navikt/ds-react/Textarea';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '../../../web/kit/debounced.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { problemOf, useProblemWords } from '../../../web/kit/problem.tsx';
import { useUnsavedChanges } from '../../../web/kit/unsaved-changes.tsx';
import { coachingTexts } from '../texts.ts';

interface NoteFieldProps {
  readonly name: string;
  readonly note: string;
  readonly save: (note: string) => Promise<unknown>;
  readonly close: (saved: string) => void;
}

const restsMs = 1200;

/** A note that saves by itself when one rests; what could not be saved stays, and is asked of before it is left. */
export function NoteField({ name, note, save, close }: NoteFieldProps) {
  const words = useTexts(coachingTexts);
  const wording = useProblemWords();
  const [text, setText] = useState(note);
  const [saved, setSaved] = useState(note);
  const [failure, setFailure] = useState<string>();
  const rested = useDebounced(text, restsMs);
  useUnsavedChanges(text !== saved);
  // One save after the other, so that an earlier text never comes over a later one.
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(save);
  latest.current = save;
  const keep = (now: string) => {
    queue.current = queue.current.then(async () => {
      try {
        await latest.current(now);
        setSaved(now);
        setFailure(undefined);
        return true;
      } catch (problem) {
        setFailure(wording(problemOf(problem)).title);
        return false;
      }
    });
    return queue.current;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: saves when one has rested, not when something else is drawn.
  useEffect(() => {
    if (rested !== saved && rested === text) void keep(rested);
  }, [rested]);
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
        error={failure && `${words.notSaved}. ${failure}`}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== saved && void keep(text)}
      />
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
