import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Problem } from '../kernel/problem.ts';

/** Answers that did not come, and of which no piece of the page tells: what they would show is simply not there, or is old. */
const untold = new Set<object>();
const hearers = new Set<() => void>();
const changed = () => {
  for (const hear of hearers) hear();
};

/** Whether something of the page did not come, and nothing there says so. */
export function useUntold(): boolean {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    () => untold.size > 0,
  );
}

/** What one may not see, and what is not there, did come as an answer. */
const isMissing = ({ status }: Problem) => status === 0 || status === 429 || status >= 500;

/** Watches over the problem of an answer: whoever looks at the problem tells of it, and else it is told of the page. */
export function useTold(problem: Problem | undefined): () => void {
  const isTold = useRef(false);
  const isAway = problem !== undefined && isMissing(problem);
  useEffect(() => {
    if (!isAway || isTold.current) return;
    const one = {};
    untold.add(one);
    changed();
    return () => {
      untold.delete(one);
      changed();
    };
  }, [isAway]);
  return () => {
    isTold.current = true;
  };
}
