import { codeOf, type Problem } from '../../kernel/problem.ts';

interface Words {
  readonly title: string;
  readonly detail: string;
}

/**
 * A problem in words. What the server refuses, or cannot do just now, it says itself in the reader's language, and what would help; only
 * of a failure that nobody foresaw there is nothing to say but that.
 */
export function problemWords(
  problem: Problem,
  codes: Readonly<Record<string, Words>> & { readonly unexpected: Words },
): Words {
  const known = codes[codeOf(problem)];
  if (known === undefined && problem.status > 0 && problem.status !== 500)
    return { title: problem.title, detail: problem.detail ?? '' };
  const { title, detail } = known ?? codes.unexpected;
  return { title, detail: problem.detail && problem.status !== 404 ? problem.detail : detail };
}
