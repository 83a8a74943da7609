import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useId } from 'react';
import { useConfirm } from './confirming.ts';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';

// Read at the moment of leaving, not when last drawn: a form that was just sent goes on to its next page unasked.
const unsent = new Set<string>();
/** Whether something is typed anywhere on the page and not sent. */
export const anyUnsent = () => unsent.size > 0;
/** Whoever typed it has said that it may go. */
export const forgetUnsent = () => unsent.clear();

/** The forms within a dialog that have something typed and not sent. */
export const DialogUnsent = createContext<Set<string> | null>(null);

/** Counts a form among those with something typed and not sent. `sending` is called when it goes, before anything is drawn. */
export function useUnsavedChanges(typed: boolean): { readonly sending: (now: boolean) => void } {
  const form = useId();
  const mark = (is: boolean) => void (is ? unsent.add(form) : unsent.delete(form));
  useEffect(() => {
    if (!typed) return;
    unsent.add(form);
    return () => void unsent.delete(form);
  }, [typed, form]);
  return { sending: (now) => mark(!now && typed) };
}

/** Tells the dialog around a form that something is typed in it and not sent. */
export function useUnsentInDialog(typed: boolean): void {
  const form = useId();
  const forms = useContext(DialogUnsent);
  useEffect(() => {
    if (!typed || !forms) return;
    forms.add(form);
    return () => void forms.delete(form);
  }, [typed, form, forms]);
}

/** Asks before one leaves a page by a link, by going back, or by closing it, while something typed there has not been sent. */
export function UnsentGuard() {
  const words = useTexts(kit);
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      // Whoever is signed out has nothing to send it with, and a choice within the page takes nothing away.
      if (!anyUnsent() || current.pathname === next.pathname || next.pathname === '/sign-in') return false;
      return !(await confirm({
        title: words.leaveTitle,
        body: words.leaveBody,
        act: words.leave,
        stay: words.leaveNot,
        danger: true,
      }));
    },
    enableBeforeUnload: anyUnsent,
  });
  return null;
}
