import { expect, test } from 'vitest';
import type { Problem } from '../../kernel/problem.ts';
import { problemTitle } from '../../server/words.ts';
import { problemWords } from './problem-words.ts';
import { problems } from './texts.ts';

const { codes } = problems.fi;
const problem = (code: string, status: number, title: string): Problem => ({
  type: `/problems/${code}`,
  status,
  title,
});

test('what the server cannot do just now is told as it says it, not as a failure that nobody foresaw', () => {
  for (const code of ['took-too-long', 'unavailable', 'papers-busy'] as const) {
    const title = problemTitle(code, 'fi');
    expect(problemWords(problem(code, 503, title), codes)).toEqual({ title, detail: '' });
  }
  expect(problemWords(problem('went-wrong', 500, problemTitle('went-wrong', 'fi')), codes)).toEqual(codes.unexpected);
  expect(problemWords(problem('unexpected', 503, 'Service Unavailable'), codes)).toEqual(codes.unexpected);
  expect(problemWords(problem('no-connection', 0, 'No connection'), codes)).toEqual(codes['no-connection']);
  expect(problemWords(problem('already-closed', 409, 'Kuukausi on jo suljettu.'), codes)).toEqual({
    title: 'Kuukausi on jo suljettu.',
    detail: '',
  });
});
