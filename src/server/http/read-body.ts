import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import { errorMap } from '../input-words.ts';
import { findUnstorableText } from '../perform.ts';
import { problemTitle } from '../words.ts';

/** The body of a route that is no act, checked as an act's input is. */
export function readBody<T extends z.ZodType>(schema: T, request: FastifyRequest, language: Language): z.output<T> {
  const unkept = findUnstorableText(request.body);
  if (unkept !== null) {
    const errors = [{ field: unkept, message: problemTitle('unkept-character', language) }];
    throw new ProblemError(problem('wrong-input', 400, problemTitle('wrong-input', language), { errors }));
  }
  const parsed = schema.safeParse(request.body ?? {}, { error: errorMap(language) });
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    problem('wrong-input', 400, problemTitle('wrong-input', language), {
      errors: parsed.error.issues.map((issue) => ({
        field: issue.path.map(String).join('.') || ('keys' in issue ? String(issue.keys) : 'body'),
        message: issue.message,
      })),
    }),
  );
}
