/** One field that was wrong. */
export interface FieldError {
  /** Where, as a path: goals.0.title */
  readonly field: string;
  readonly message: string;
  readonly expected?: string;
}

/** A problem document of RFC 9457. */
export interface Problem {
  readonly type: `/problems/${string}`;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

/** Thrown when an act cannot be done; the edge answers with the problem as it is. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get code(): string {
    return codeOf(this.problem);
  }
}

/** The last part of the problem's type. */
export function codeOf(problem: Problem): string {
  return problem.type.slice('/problems/'.length);
}

type More = {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
};

export function problem(code: string, status: number, title: string, more: More = {}): Problem {
  return { type: `/problems/${code}`, title, status, ...more };
}

/** The input is not what the act takes; names each wrong field. */
export function wrongInput(errors: readonly FieldError[], detail?: string): Problem {
  return problem('wrong-input', 400, 'The input is not valid', detail === undefined ? { errors } : { detail, errors });
}

/** There is no such thing, or it is not for this person to know. */
export function notFound(what: string): Problem {
  return problem('not-found', 404, 'Not found', { detail: what });
}

/** A rule of the domain says no: the input is well formed, but the act may not be done. `code` is from the act's closed list. */
export function refusal<Code extends string>(code: Code, title: string, more: More = {}): Problem {
  return problem(code, 422, title, more);
}
