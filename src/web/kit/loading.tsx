import { createContext, type ReactNode, useContext } from 'react';
import { useTexts } from './language.tsx';
import { ProblemMessage, problemOf } from './problem.tsx';
import { kit } from './texts.ts';
import './loading.css';

/** Grey lines in the place of what is coming; shown only if the wait is felt. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const words = useTexts(kit);
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <span key={line} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}

const notThere = { type: '/problems/not-found', status: 404 } as const;

const Awaited = createContext(false);

/**
 * For what tells an answer, while another one is asked for, as after a filter was changed: it is dimmed, and nothing is done on what may
 * not be among the rows that come.
 */
export const earlier = (isEarlier: boolean | undefined) =>
  isEarlier ? ({ 'aria-busy': true, inert: true, 'data-earlier': true } as const) : {};

/** Whether the answer around a piece is of what was asked before. */
export const useIsEarlier = (): boolean => useContext(Awaited);

/** As `earlier`, for a piece within an answer. */
export const useEarlier = () => earlier(useIsEarlier());

/** What tells an answer outside the pieces that dim themselves. */
export function Earlier({ children }: { children: ReactNode }) {
  return (
    <div className="stack" {...useEarlier()}>
      {children}
    </div>
  );
}

interface AnswerProps<T> {
  readonly of: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
    readonly isEarlier?: boolean | undefined;
  };
  readonly lines?: number;
  readonly children: (answer: T) => ReactNode;
}

/** An answer when it has come, else the wait for it or the problem with it. */
export function Answer<T>({ of: query, lines, children }: AnswerProps<T>) {
  const words = useTexts(kit);
  if (query.data !== undefined)
    return (
      <Awaited value={query.isEarlier ?? false}>
        {children(query.data)}
        {query.isEarlier !== undefined && (
          <span className="visually-hidden" role="status">
            {query.isEarlier && words.loading}
          </span>
        )}
      </Awaited>
    );
  if (query.error) {
    const problem = problemOf(query.error);
    // What one only asks for comes from the address: what is wrong there is not there, and asking again does not help.
    if (problem.status === 400) return <ProblemMessage problem={{ ...problem, ...notThere }} />;
    return <ProblemMessage problem={query.error} retry={() => void query.refetch()} />;
  }
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}
