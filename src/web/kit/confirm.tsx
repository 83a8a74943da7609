import { Button } from '@navikt/ds-react/Button';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';

interface Question {
  readonly title: string;
  /** What follows from it. */
  readonly body?: ReactNode;
  /** The act in a verb, as the button says it. */
  readonly act: string;
  /** What the other button says; Cancel unless said. */
  readonly stay?: string;
  readonly danger?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const words = useTexts(kit);
  const ask = useCallback<Ask>((question) => new Promise((resolve) => setAsked({ question, answer: resolve })), []);
  const answer = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && (
        <Dialog title={asked.question.title} close={() => answer(false)}>
          {asked.question.body && <div>{asked.question.body}</div>}
          <div className="row">
            <Button
              size="small"
              type="button"
              data-color={asked.question.danger ? 'danger' : 'accent'}
              onClick={() => answer(true)}
            >
              {asked.question.act}
            </Button>
            <Button size="small" type="button" variant="secondary" onClick={() => answer(false)}>
              {asked.question.stay ?? words.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  );
}

/** Asks before what cannot be undone; what can be undone needs no asking. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (!ask) throw new Error('ConfirmProvider is missing above');
  return ask;
}
