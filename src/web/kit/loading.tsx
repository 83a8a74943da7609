import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
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

interface AnswerProps<T> {
  readonly of: UseQueryResult<T, Error>;
  readonly lines?: number;
  readonly children: (answer: T) => ReactNode;
}

/** An answer when it has come, else the wait for it or the problem with it. */
export function Answer<T>({ of: query, lines, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const problem = problemOf(query.error);
    // What one only asks for comes from the address: what is wrong there is not there, and asking again does not help.
    if (problem.status === 400) return <ProblemMessage problem={{ ...problem, ...notThere }} />;
    return <ProblemMessage problem={query.error} retry={() => void query.refetch()} />;
  }
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}
