import { XMarkIcon } from '@navikt/aksel-icons';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useConfirm } from './confirming.ts';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import { DialogUnsent, useLeftByBack } from './unsaved-changes.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  /** Null where it stays until what it asks is done. */
  readonly close: (() => void) | null;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Nothing of the page behind it can be read. */
  readonly covering?: boolean;
}

/** The browser's own dialog: in the middle on a wide screen, from the bottom edge on a phone. Draw it while it is open. */
export function Dialog({ title, close, children, wide = false, covering = false }: DialogProps) {
  const words = useTexts(kit);
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const confirm = useConfirm();
  const [unsent] = useState(() => new Set<string>());
  // Escape, a tap outside and the cross are quickly done by mistake: what was typed is not thrown away unasked.
  const leave = async () => {
    const question = {
      title: words.closeTitle,
      body: words.closeBody,
      act: words.closeAct,
      stay: words.closeNot,
      danger: true,
    };
    if (close && (unsent.size === 0 || (await confirm(question)))) close();
  };
  useLeftByBack(() => void leave());
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // A form or a search begins at its first field, everything else at its title.
    const field = dialog?.querySelector<HTMLElement>(':is(form, .search) :is(input, select, textarea)');
    (field ?? dialog?.querySelector<HTMLElement>('h2'))?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const outside = (event: MouseEvent) => {
    if (event.target === element.current) void leave();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too, by the browser's own cancel event.
    <dialog
      ref={element}
      className={`dialog${wide ? ' dialog-wide' : ''}${covering ? ' dialog-covering' : ''}`}
      aria-labelledby={heading}
      onClick={outside}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        void leave();
      }}
      onClose={(event) => {
        // A second Escape, and the Back of some phones, close it without asking the page: it stands again until it is left.
        const dialog = element.current;
        if (!dialog || event.target !== dialog || dialog.open || !dialog.isConnected) return;
        if (unsent.size > 0 || !close) dialog.showModal();
        void leave();
      }}
    >
      <div className="dialog-inside">
        <div className="dialog-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {close && (
            <button type="button" className="icon-button" aria-label={words.close} onClick={() => void leave()}>
              <XMarkIcon aria-hidden="true" />
            </button>
          )}
        </div>
        <DialogUnsent value={unsent}>{children}</DialogUnsent>
      </div>
    </dialog>
  );
}
