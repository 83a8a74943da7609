import { createContext, useContext, useEffect, useRef } from 'react';
import type { Day } from '../../kernel/day.ts';
import { stopwatch } from './elapsed.ts';

const TodayContext = createContext<Day | null>(null);

export const TodayProvider = TodayContext;

/** The day that the server's clock shows; screens never ask the browser. */
export function useToday(): Day {
  const today = useContext(TodayContext);
  if (today === null) throw new Error('TodayProvider is missing above');
  return today;
}

/** Asks for the new day once the one at hand is over: nobody may ask anything else of a page that lies open. */
export function useDayEnd(endsIn: number | null, ask: () => void) {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (endsIn === null) return;
    const sinceTold = stopwatch();
    const watch = setInterval(() => sinceTold() > endsIn * 1000 && latest.current(), 15_000);
    return () => clearInterval(watch);
  }, [endsIn]);
}
