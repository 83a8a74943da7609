import { CheckmarkCircleFillIcon, XMarkIcon } from '@navikt/aksel-icons';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from './language.tsx';
import { problemOf, useProblemWords } from './problem.tsx';
import { kit } from './texts.ts';
import './toast.css';

interface Told {
  /** What was done: Puhelu kirjattu: Hietanen Veikko. */
  readonly done: string;
  /** What comes next: Seuraava yhteydenotto 1.7. */
  readonly next?: string;
  readonly undo?: () => Promise<unknown>;
}

interface Shown extends Told {
  readonly id: number;
  readonly failed?: boolean;
}

interface Tell {
  /** Tells what was done. */
  (answer: Told): void;
  /** Tells that it could not be done, and why. */
  failed(failure: unknown): void;
  /** Says to those who listen what the page itself shows in its place. */
  aloud(words: string): void;
}

const ToastContext = createContext<Tell | null>(null);
const stays = 12_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [visible, setShown] = useState<Shown | null>(null);
  const [held, setHeld] = useState(false);
  const [spoken, setSpoken] = useState('');
  const counter = useRef(0);
  const words = useTexts(kit);
  const wording = useProblemWords();

  const show = useCallback((answer: Omit<Shown, 'id'>) => {
    counter.current += 1;
    setShown({ ...answer, id: counter.current });
  }, []);
  // The words follow the language, while the function stays the same for those who use it.
  const latest = useRef(wording);
  latest.current = wording;
  const tell = useMemo<Tell>(
    () =>
      Object.assign((answer: Told) => show(answer), {
        failed(failure: unknown) {
          const { title, detail } = latest.current(problemOf(failure));
          show({ done: title, next: detail, failed: true });
        },
        aloud: setSpoken,
      }),
    [show],
  );

  useEffect(() => {
    if (!visible || held || visible.failed) return;
    const timer = setTimeout(() => setShown(null), stays);
    return () => clearTimeout(timer);
  }, [visible, held]);

  const undo = async ({ undo: run }: Shown) => {
    setShown(null);
    try {
      await run?.();
      show({ done: words.undone });
    } catch (failure) {
      const problem = problemOf(failure);
      const { title, detail } = wording(problem);
      // Where no answer came, as without a network, it may be tried again.
      const again = run && (problem.status === 0 || problem.status >= 500) ? { undo: run } : {};
      show({ done: title, next: detail, failed: true, ...again });
    }
  };

  return (
    <ToastContext value={tell}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </div>
      <div className="toasts" role="status" aria-live="polite">
        {visible && (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the message only keeps it from leaving.
          <div
            key={visible.id}
            className="toast"
            data-color={visible.failed ? 'danger' : 'success'}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            {!visible.failed && <CheckmarkCircleFillIcon className="toast-icon" aria-hidden="true" />}
            <p>
              {visible.done} {visible.next}
            </p>
            {visible.undo && (
              <button type="button" className="toast-undo" onClick={() => void undo(visible)}>
                {words.undo}
              </button>
            )}
            <button type="button" className="icon-button" aria-label={words.close} onClick={() => setShown(null)}>
              <XMarkIcon aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

/** Tells at once what was done and what comes next, with an undo where there is one. */
export function useToast(): Tell {
  const tell = useContext(ToastContext);
  if (!tell) throw new Error('ToastProvider is missing above');
  return tell;
}
