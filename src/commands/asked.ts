/** How commands that count are asked: where, which services, when, and as known when. */
import type { ScopeQuery } from '../figures/frame/scope.ts';
import { servicesOf } from '../figures/frame/scope.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { type Language, languages } from '../kernel/language.ts';
import { choice, UsageError } from './command.ts';
import { dayOption, instantOption, needed } from './operator.ts';

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
  --organiser     code of the organiser (./kykypolku organisers lists them)
  --service       a service, a group of services, or several with commas between
  --as-of         the day that is asked of; today when left out
  --from, --to    the first day of the period and the day after its last, for figures of a period
  --known-at      as it was known at an instant, 2021-06-01T12:00:00+03:00
  --successors    count the later organisers of the same tasks too
  --lang          language of labels and definitions: fi, sv, en`;

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

export function languageOption(value: string | undefined): Language {
  return choice('lang', value, languages, 'fi');
}

/** Reads what is asked, but for the day where none is given: that depends on the installation's own day. */
export function askedOf(values: Values): (today: Day) => ScopeQuery {
  const organiser = needed('organiser', values.organiser);
  const service = needed('service', values.service);
  if (!servicesOf(service)) throw new UsageError(`there is no service "${service}"`);
  const [asOf, from, to] = [
    dayOption('as-of', values['as-of']),
    dayOption('from', values.from),
    dayOption('to', values.to),
  ];
  const knownAt = instantOption('known-at', values['known-at']);
  const language = languageOption(values.lang);
  if (from && to && from >= to) throw new UsageError('--to must be later than --from');
  return (today) => {
    const on = asOf ?? (to && to <= today ? addDays(to, -1) : today);
    if (from && !to && from > on) throw new UsageError('--from is later than the day that is asked of');
    return { organiser, service, asOf: on, from, to, knownAt, successors: values.successors, language };
  };
}
