import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useWayOfBrowser } from '../address.tsx';
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

/**
 * Counts a form among those with something typed and not sent, on the page and in the dialog around it. `sent` is called once it
 * is taken, before anything is drawn.
 */
export function useUnsavedChanges(typed: boolean): { readonly sent: () => void } {
  const form = useId();
  useUnsentInDialog(typed);
  useEffect(() => {
    if (!typed) return;
    unsent.add(form);
    return () => void unsent.delete(form);
  }, [typed, form]);
  return { sent: () => void unsent.delete(form) };
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

// How each open dialog is left, the uppermost last.
const dialogs: (() => void)[] = [];

/** Going back while a dialog is open leaves the dialog, and not the page behind it. */
export function useLeftByBack(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  // Before it is seen: whoever is quick goes back from a dialog that was drawn just now.
  useLayoutEffect(() => {
    const one = () => latest.current();
    dialogs.push(one);
    return () => void dialogs.splice(dialogs.indexOf(one), 1);
  }, []);
}

/** Asks before a part of the page goes in which something may be typed. */
export function useConfirmLeaving(): () => Promise<boolean> {
  const words = useTexts(kit);
  const confirm = useConfirm();
  return async () =>
    !anyUnsent() ||
    (await confirm({
      title: words.leaveTitle,
      body: words.leaveBody,
      act: words.leave,
      stay: words.leaveNot,
      danger: true,
    }));
}

/** Asks before one leaves a page by a link, by going back, or by closing it, while something typed there has not been sent. */
export function UnsentGuard() {
  const mayLeave = useConfirmLeaving();
  const queries = useQueryClient();
  const wayOfBrowser = useWayOfBrowser();
  useBlocker({
    shouldBlockFn: async ({ action, current, next }) => {
      // Whoever is signed out has nothing to send it with.
      if (next.pathname === '/sign-in') return false;
      const dialog = dialogs.at(-1);
      if (dialog && action !== 'PUSH' && action !== 'REPLACE') {
        // Once the browser stands where it stood again: whoever goes back a second time would else pass the page behind it.
        addEventListener('popstate', dialog, { once: true });
        return true;
      }
      // A choice within the page, as of a filter, takes nothing away.
      if (action === 'REPLACE' && current.pathname === next.pathname) return false;
      if (!anyUnsent()) return false;
      if (action === 'PUSH' || action === 'REPLACE') return !(await mayLeave());
      // Asked where the page stands, once the browser is there again: whoever goes back a second time while asked would else leave from
      // the entry before it, unasked, or stay under another address.
      const goOn = wayOfBrowser();
      const ask = async () => {
        if (await mayLeave()) goOn();
      };
      addEventListener('popstate', () => void ask(), { once: true });
      return true;
    },
    // What is on its way, or waits for the network, would go with the page.
    enableBeforeUnload: () => anyUnsent() || queries.isMutating() > 0,
  });
  return null;
}
