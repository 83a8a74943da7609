import { useSyncExternalStore } from 'react';

/** Why whoever sits at the page cannot go on: the session ended, or somebody else signed in beside it. */
type Halt = 'ended' | 'another';

let halted: Halt | null = null;
const hearers = new Set<() => void>();

export function halt(why: Halt | null): void {
  halted = why;
  for (const hear of hearers) hear();
}

export function useHalt(): Halt | null {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    () => halted,
  );
}

// The pages of one browser have one session: each hears who signed in or out at another.
const pages = new BroadcastChannel('kykypolku.session');

/** Tells the other pages of this browser who is signed in now; null when nobody. */
export const tellPages = (account: string | null): void => pages.postMessage(account);

export function onOtherPage(hear: (account: string | null) => void): void {
  pages.onmessage = ({ data }) => hear(typeof data === 'string' ? data : null);
}
