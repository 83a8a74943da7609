import type { Asked } from '../api.ts';
import { useDebounced } from './debounced.ts';

/** What is looked for among choices by what is typed, where only the first of them are here. */
export function useLookedFor(typed: string, areCut: boolean) {
  const text = useDebounced(typed);
  const isAsked = areCut && text !== '';
  return {
    text,
    isAsked,
    /** Whether what is typed is still on its way. */
    isSearching: ({ isLoading, isEarlier }: Pick<Asked<unknown>, 'isLoading' | 'isEarlier'>): boolean =>
      areCut && (typed !== text || (isAsked && (isLoading || isEarlier === true))),
  };
}

/** The choices, and what was chosen among them, whatever is looked for next. */
export const withChosen = <C extends { readonly id: string }>(choices: readonly C[], chosen: C | undefined) =>
  chosen === undefined || choices.some(({ id }) => id === chosen.id) ? choices : [chosen, ...choices];
