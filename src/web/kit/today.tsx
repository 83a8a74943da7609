import { createContext, useContext } from 'react';
import type { Day } from '../../kernel/day.ts';

const TodayContext = createContext<Day | null>(null);

export const TodayProvider = TodayContext;

/** The day that the server's clock shows; screens never ask the browser. */
export function useToday(): Day {
  const today = useContext(TodayContext);
  if (today === null) throw new Error('TodayProvider is missing above');
  return today;
}
