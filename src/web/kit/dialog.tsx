import { XMarkIcon } from '@navikt/aksel-icons';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useConfirm } from './confirming.ts';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import { DialogUnsent } from './unsaved-changes.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** The browser's own dialog: in the middle on a wide screen, from the bottom edge on a phone. Draw it while it is open. */
export function Dialog({ title, close, children, wide = false }: DialogProps) {
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
    if (unsent.size === 0 || (await confirm(question))) close();
  };
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
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onClick={outside}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        void leave();
      }}
    >
      <div className="dialog-inside">
        <div className="dialog-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={() => void leave()}>
            <XMarkIcon aria-hidden="true" />
          </button>
        </div>
        <DialogUnsent value={unsent}>{children}</DialogUnsent>
      </div>
    </dialog>
  );
}
