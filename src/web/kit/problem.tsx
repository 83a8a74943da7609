import { Button } from '@navikt/ds-react/Button';
import type { ReactNode } from 'react';
import { keptTogether } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { ApiProblem } from '../api.ts';
import { useTexts } from './language.tsx';
import { problemWords } from './problem-words.ts';
import { problems } from './texts.ts';
import './problem.css';

/** Any failure as a problem document. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof ApiProblem) return failure.problem;
  if (typeof failure === 'object' && failure !== null && 'type' in failure && 'status' in failure) {
    return failure as Problem;
  }
  return { type: '/problems/unexpected', title: 'Unexpected', status: 500 };
}

/** The problem in words, and what one can do about it. */
export function useProblemWords(): (problem: Problem) => ReturnType<typeof problemWords> {
  const { codes } = useTexts(problems);
  return (problem) => problemWords(problem, codes);
}

/** Whether asking again may help: what one may not do, and what is not there, stays so however often one asks. */
function mayHelpToAskAgain({ status }: Problem): boolean {
  return status !== 403 && status !== 404;
}

interface ProblemMessageProps {
  readonly problem: unknown;
  readonly retry?: () => void;
  readonly children?: ReactNode;
}

/** Says what went wrong and what to do, where it went wrong. */
export function ProblemMessage({ problem, retry, children }: ProblemMessageProps) {
  const wording = useProblemWords();
  const words = useTexts(problems);
  const { title, detail } = wording(problemOf(problem));
  const { clients } = problemOf(problem);
  const concerned = Array.isArray(clients) ? new Set(clients.map((one) => one.clientId)).size : 0;
  return (
    <div className="problem" role="alert" data-color="danger">
      <p className="problem-title">{keptTogether(title)}</p>
      {detail && <p>{keptTogether(detail)}</p>}
      {concerned > 0 && <p>{words.concerns(concerned)}</p>}
      {children}
      {retry && mayHelpToAskAgain(problemOf(problem)) && (
        <Button size="small" variant="secondary" data-color="neutral" onClick={retry} type="button">
          {words.retry}
        </Button>
      )}
    </div>
  );
}
