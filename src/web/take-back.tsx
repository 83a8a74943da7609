import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, useForm } from './form.tsx';
import { Dialog } from './kit/dialog.tsx';
import { TextArea } from './kit/fields.tsx';
import { useTexts } from './kit/language.tsx';
import { takingBack } from './kit/texts.ts';
import { useToast } from './kit/toast.tsx';

interface TakingBack {
  /** What is taken back, as its row says it; nothing where the dialog's own words say it. */
  readonly named?: string;
  /** What follows from it. */
  readonly follows: string;
  /** The version of it that its row shows. */
  readonly seen: string | null;
  readonly send: (why: string, seen: string | null) => Promise<unknown>;
}

interface TakeBackDialogProps extends TakingBack {
  /** What a room calls it, where it has words of its own. */
  readonly words?: { readonly takeBack: string; readonly why: string; readonly takenBack: string };
  readonly close: () => void;
}

/** Asks why a fact is taken back, and says what follows. */
export function TakeBackDialog({ named, follows, seen, send, words: own, close }: TakeBackDialogProps) {
  const ofAll = useTexts(takingBack);
  const words = own ?? ofAll;
  const toast = useToast();
  const queries = useQueryClient();
  const form = useForm({
    initial: { why: '' },
    seen,
    send: ({ why }, version) =>
      send(why, version).catch((failure) => {
        // Whoever is told of a change then sees it: its row is asked anew.
        void queries.invalidateQueries();
        throw failure;
      }),
    done: () => {
      toast({ done: words.takenBack });
      close();
    },
  });
  return (
    <Dialog title={words.takeBack} close={close}>
      {named !== undefined && (
        <p>
          <strong>{named}</strong>
        </p>
      )}
      <p className="muted">{follows}</p>
      <Form form={form} submit={words.takeBack} cancel={close}>
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

/** The button of a row that takes its fact back. */
export function TakeBack(fact: TakingBack & { readonly named: string }) {
  const words = useTexts(takingBack);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="icon-button unprinted"
        title={words.takeBack}
        aria-label={`${words.takeBack}: ${fact.named}`}
        onClick={() => setOpen(true)}
      >
        <ArrowUndoIcon aria-hidden="true" />
      </button>
      {open && <TakeBackDialog {...fact} close={() => setOpen(false)} />}
    </>
  );
}
