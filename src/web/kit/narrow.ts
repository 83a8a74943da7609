import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 47.99rem)';

/** Whether the screen is a phone's, as the style sheets have it: for what stands in another order there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(narrow).matches,
  );
}
