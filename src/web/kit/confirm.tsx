import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useCallback, useState } from 'react';
import { type Confirm, type Confirmation, ConfirmContext } from './confirming.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Confirmation; answer: (yes: boolean) => void } | null>(null);
  const words = useTexts(kit);
  const ask = useCallback<Confirm>((question) => new Promise((resolve) => setAsked({ question, answer: resolve })), []);
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
