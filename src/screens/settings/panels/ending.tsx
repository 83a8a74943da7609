import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import type { Range } from '../../../kernel/range.ts';
import type { Edited } from '../../../web/form.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';

interface EndingProps {
  readonly name: string;
  readonly during: Range;
  /** Opens the form for changing; left out where nothing else changes. */
  readonly change?: () => void;
  /** Opens the form for ending. */
  readonly end: () => void;
  readonly seen: string;
  readonly set: (during: Range, seen: string | null) => Promise<Edited>;
}

/** What can be done with something that holds for a time: change, end, or let go on what has an end. */
export function Ending({ name, during, seen, change, end, set }: EndingProps) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const goOn = async () => {
    setBusy(true);
    try {
      const { version = null } = await set({ from: during.from, to: null }, seen);
      toast({ done: words.reopened(name), undo: () => set(during, version) });
    } catch (failure) {
      toast.failed(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="setup-entry-actions">
      {change && (
        <Button size="small" variant="tertiary" aria-label={words.changeOf(name)} onClick={change}>
          {words.change}
        </Button>
      )}
      {during.to === null ? (
        <Button size="small" variant="tertiary" aria-label={words.endOf(name)} onClick={end}>
          {words.end}
        </Button>
      ) : (
        <Button
          size="small"
          variant="tertiary"
          loading={busy}
          aria-label={words.reopenOf(name)}
          onClick={() => void goOn()}
        >
          {words.reopen}
        </Button>
      )}
    </span>
  );
}
