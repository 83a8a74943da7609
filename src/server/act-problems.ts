/** The problem documents that an act ends in: its own refusals, and what an error of the database means for whoever asked. */
import { addYears, type Day, isDay, OutsideYears } from '../kernel/day.ts';
import { formatRange, type Language } from '../kernel/language.ts';
import { ProblemError, problem } from '../kernel/problem.ts';
import type { Range } from '../kernel/range.ts';
import type { AnyAct, Refusals, Run } from './act.ts';
import type { Write } from './database/pool.ts';
import { PaperLimit } from './letters/limits.ts';
import { problemTitle } from './words.ts';

export function refuser(refuses: Refusals, language: Language): Run<unknown, Write, Refusals>['refuse'] {
  return (code, more = {}) => {
    throw new ProblemError(refusalProblem(refuses, code, language, more));
  };
}

type Refusing = NonNullable<Parameters<Run<unknown, Write, Refusals>['refuse']>[1]> & {
  /** The days that stand in the way. */
  readonly days?: readonly Range[];
};

function refusalProblem(
  refuses: Refusals,
  code: string,
  language: Language,
  { field, detail, cites, expected, clients, days }: Refusing,
) {
  const words = refuses[code];
  const title = words?.[language] ?? code;
  const addition = detail ?? cites;
  // Days, like a provision, do not say what is wrong: they stand after the words that do.
  const saysAll = detail !== undefined && !days;
  const errors = field
    ? [
        {
          field,
          message: saysAll ? detail : addition ? `${title} (${addition})` : title,
          ...(expected === undefined ? {} : { expected }),
        },
      ]
    : undefined;
  return problem(code, words?.status ?? 422, title, {
    ...(addition ? { detail: addition } : {}),
    ...(errors ? { errors } : {}),
    ...(clients ? { clients } : {}),
    ...(days ? { days } : {}),
  });
}

/** How many stretches of days a refusal names one by one. */
const namedDays = 20;

/** What stands in the way, as the database names it when what others lie within is shortened: the clients, or the days. */
function standing(detail: string | undefined, language: Language): Pick<Refusing, 'detail' | 'days' | 'clients'> {
  if (detail?.startsWith('{"clients"') || detail?.startsWith('{"detail"'))
    return JSON.parse(detail) as Pick<Refusing, 'clients' | 'detail'>;
  if (!detail?.startsWith('[[')) return {};
  const days = (JSON.parse(detail) as [Range['from'], Range['to']][]).map(([from, to]) => ({ from, to }));
  const named = days.slice(0, namedDays).map((one) => formatRange(one, language));
  return { days, detail: `${named.join(', ')}${days.length > namedDays ? ` … (${days.length})` : ''}` };
}

/** An error that tells of the input, or of what can be done again later, becomes a problem document; another stays what it was. */
export function toProblem(error: unknown, act: AnyAct, input: unknown, language: Language): unknown {
  if (error instanceof PaperLimit) {
    const busy = error.code === 'papers-busy';
    const more = busy ? { retryAfterSeconds: 10 } : {};
    return new ProblemError(problem(error.code, busy ? 503 : 422, problemTitle(error.code, language), more));
  }
  // A day so near the end of all days that a time limit counted from it has none.
  if (error instanceof OutsideYears) return beyond(input, isDayLike, language);
  if (error instanceof ProblemError || !(error instanceof Error) || !('code' in error)) return error;
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
  const meant = constraint ? act.conflicts?.[constraint] : undefined;
  if (meant) {
    const { code: refusal, ...field } = typeof meant === 'string' ? { code: meant } : meant;
    return new ProblemError(
      refusalProblem(act.refuses, refusal, language, { ...standing(detail, language), ...field }),
    );
  }
  if (constraint === beforeBirth) return tooEarly(input, standing(detail, language), language);
  if (code === '42501') return new ProblemError(problem('not-allowed', 403, problemTitle('not-allowed', language)));
  if (code?.startsWith('23')) {
    return new ProblemError(
      problem('conflict', 409, problemTitle('conflict', language), constraint ? { constraint } : {}),
    );
  }
  if (code?.startsWith('22')) {
    const kind = code === '22003' ? isNumber : code === '22007' || code === '22008' ? isDayLike : isPresent;
    return beyond(input, kind, language);
  }
  return error;
}

/** What the database calls a day of somebody who was not born yet, in whatever it stands. */
const beforeBirth = 'before_birth';

/** Told at the fields that name the day. */
function tooEarly(input: unknown, { days, detail }: ReturnType<typeof standing>, language: Language): ProblemError {
  const message = problemTitle('before-birth', language);
  const first = days?.[0]?.from;
  const errors = leavesOf(input, []).flatMap(([field, value]) => (value === first ? [{ field, message }] : []));
  return new ProblemError(
    problem('before-birth', 422, message, { ...(detail ? { detail } : {}), ...(errors.length > 0 ? { errors } : {}) }),
  );
}

/** How far ahead of today something begins or is to be done, and until when it may last: what lies beyond is a slip in the year. */
const yearsAhead = 10;
const yearsLasting = 70;
/** How long before today anything but somebody's birth may lie: 1921 for 2021 is a slip in the century. */
const yearsBack = 90;

/** Told of a change whose days nobody can have meant, as 2199 or 1921 for 2021, where its act takes them: null where there is none. */
export function beyondYears(input: unknown, today: Day, language: Language): ProblemError | null {
  const [latest, lasting, earliest] = [
    addYears(today, yearsAhead),
    addYears(today, yearsLasting),
    addYears(today, -yearsBack),
  ];
  const days = leavesOf(input, []).filter((leaf): leaf is [string, Day] => isDay(leaf[1]));
  const ahead = days.filter(([field, on]) => on > (/(?:^|\.)(?:to|lastDay)$/.test(field) ? lasting : latest));
  const back = days.filter(([field, on]) => on < earliest && !/(?:^|\.)birthOn$/.test(field));
  for (const [code, slips] of [['far-ahead', ahead] as const, ['far-back', back] as const]) {
    const message = problemTitle(code, language);
    if (slips.length > 0)
      return new ProblemError(problem(code, 422, message, { errors: slips.map(([field]) => ({ field, message })) }));
  }
  return null;
}

const isDayLike = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
const isNumber = (value: unknown) => typeof value === 'number';
const isPresent = (value: unknown) => value !== null && value !== undefined;

/** A value that is well formed but beyond what can be reckoned with; the error does not say which, so all of its kind are named. */
function beyond(input: unknown, kind: (value: unknown) => boolean, language: Language): ProblemError {
  const message = problemTitle('wrong-input', language);
  const errors = leavesOf(input, []).flatMap(([field, value]) => (kind(value) ? [{ field, message }] : []));
  return new ProblemError(problem('wrong-input', 400, message, { errors }));
}

function leavesOf(value: unknown, path: readonly string[]): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name]));
}
