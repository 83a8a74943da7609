import { useSyncExternalStore } from 'react';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import './offline.css';

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}

/** Says that the network is away, and what becomes of what one does meanwhile. */
export function Offline() {
  const words = useTexts(kit);
  const online = useOnline();
  return (
    <p className="offline unprinted" role="status" data-color="danger">
      {!online && words.offline}
    </p>
  );
}
