import { XMarkIcon } from '@navikt/aksel-icons';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
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
    if (event.target === element.current) close();
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
        close();
      }}
    >
      <div className="dialog-inside">
        <div className="dialog-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
            <XMarkIcon aria-hidden="true" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
