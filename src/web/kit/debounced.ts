import { useEffect, useState } from 'react';

/** What one types, once one has stopped for a moment. */
export function useDebounced(typed: string, afterMs = 250): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), afterMs);
    return () => clearTimeout(timer);
  }, [typed, afterMs]);
  return rested;
}
