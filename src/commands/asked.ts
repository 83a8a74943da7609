/** What commands that count have in common: their options, and the operator's transaction. */
import { sql } from 'kysely';
import { type Question, servicesOf } from '../figures/scope.ts';
import { addDays, type Day, day, isDay } from '../kernel/day.ts';
import { type Language, languages } from '../kernel/language.ts';
import { demoClock, helsinkiClock } from '../platform/clock.ts';
import type { Database, Write } from '../platform/database/pool.ts';
import { choice, UsageError } from './command.ts';

/** The operator of the command line, who counts exactly; no worker has this id. */
export const OPERATOR = '00000000-0000-0000-0000-000000000001';

export const askedOptions = {
  organiser: { type: 'string' },
  service: { type: 'string' },
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'known-at': { type: 'string' },
  lang: { type: 'string' },
  successors: { type: 'boolean', default: false },
} as const;

export const askedUsage = `
  --organiser CODE   pori-perusturva, rauma, satakunta, pori-tyollisyys ...
  --service CODE     a service, a group of services, or several with commas between
  --as-of DAY        the day asked for, 2021-06-17; today where it is not given
  --from DAY         first day of the period, for figures of a period
  --to DAY           the day after its last
  --known-at INSTANT as it was known then, 2021-06-10T12:00:00Z
  --successors       count later organisers of the same tasks too
  --lang fi|sv|en    language of labels and definitions, Finnish where it is not given`;

interface Values {
  organiser?: string | undefined;
  service?: string | undefined;
  'as-of'?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  'known-at'?: string | undefined;
  lang?: string | undefined;
  successors?: boolean | undefined;
}

/** Reads a day that an option gives. */
export function dayOption(name: string, value: string | undefined): Day | undefined {
  if (value === undefined) return undefined;
  if (!isDay(value) || value < '1950-01-01' || value >= '2150-01-01')
    throw new UsageError(`--${name} must be a day, such as 2021-06-17`);
  return day(value);
}

export function languageOption(value: string | undefined): Language {
  return choice('lang', value, languages, 'fi');
}

/** Reads what is asked; `today` stands in where no day is given. */
export function questionOf(values: Values, today: Day): Question {
  if (!values.organiser) throw new UsageError('--organiser is missing');
  if (!values.service) throw new UsageError('--service is missing');
  if (!servicesOf(values.service)) throw new UsageError(`there is no service "${values.service}"`);
  const [from, to] = [dayOption('from', values.from), dayOption('to', values.to)];
  const asOf = dayOption('as-of', values['as-of']) ?? (to && to <= today ? addDays(to, -1) : today);
  if (from && from >= (to ?? addDays(asOf, 1))) throw new UsageError('--to must be later than --from');
  return {
    organiser: values.organiser,
    service: values.service,
    asOf,
    from,
    to,
    knownAt: instantOption(values['known-at']),
    successors: values.successors,
    language: languageOption(values.lang),
  };
}

export function instantOption(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  // A day alone means its end: what was known when it was over.
  const text = isDay(value) ? `${addDays(day(value), 1)}T00:00:00+02:00` : value;
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new UsageError('--known-at must be an instant, such as 2021-06-10T12:00:00Z');
  }
}

/** Runs the operator's counting in one transaction, on the day that it is for the installation. */
export async function asOperator<T>(app: Database, run: (tx: Write, today: Day) => Promise<T>): Promise<T> {
  const clock = (await demoClock(app)) ?? helsinkiClock;
  const today = clock.today();
  return app.transaction().execute(async (tx) => {
    await sql`select set_config('app.worker', ${OPERATOR}, true), set_config('app.today', ${today}, true)`.execute(tx);
    return run(tx, today);
  });
}
