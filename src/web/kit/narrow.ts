import { useSyncExternalStore } from 'react';

/** As the style sheets have them. */
const upTo = { phone: '(max-width: 47.99rem)', tablet: '(max-width: 63.99rem)' } as const;

/** Whether the screen is a phone's, or a tablet's at most: for what stands in another order there. */
export function useNarrow(screen: keyof typeof upTo = 'phone'): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(upTo[screen]);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(upTo[screen]).matches,
  );
}
