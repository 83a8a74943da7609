import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useCallback, useState } from 'react';
import { type Confirm, type Confirmation, ConfirmContext } from './confirming.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [query, setAsked] = useState<{ question: Confirmation; answer: (yes: boolean) => void } | null>(null);
  const words = useTexts(kit);
  const ask = useCallback<Confirm>((question) => new Promise((resolve) => setAsked({ question, answer: resolve })), []);
  const answer = (yes: boolean) => {
    query?.answer(yes);
    setAsked(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {query && (
        <Dialog title={query.question.title} close={() => answer(false)}>
          {query.question.body && <div>{query.question.body}</div>}
          <div className="row">
            <Button
              size="small"
              type="button"
              data-color={query.question.danger ? 'danger' : 'accent'}
              onClick={() => answer(true)}
            >
              {query.question.act}
            </Button>
            <Button size="small" type="button" variant="secondary" onClick={() => answer(false)}>
              {query.question.stay ?? words.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  );
}
