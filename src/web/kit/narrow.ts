import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 47.99rem)';

/** Whether the screen is a phone's, as the style sheets have it: for what stands in another order there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const asked = window.matchMedia(narrow);
      asked.addEventListener('change', changed);
      return () => asked.removeEventListener('change', changed);
    },
    () => window.matchMedia(narrow).matches,
  );
}
