import type { Day } from '../../kernel/day.ts';
import { contains, earlierEnd, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { daysToOrganise, type OrganisingBody } from '../../law/act-2021-612.ts';
import type { organiserKinds } from '../organiser/words.ts';
import type { CompetenceFacts } from './words.ts';

/** What an organiser is before the law of who organises; a region only plans and describes. */
const bodies = {
  'cooperation-area': 'municipal',
  municipality: 'municipal',
  'employment-services': 'municipal',
  region: 'none',
  'wellbeing-services-county': 'county',
} as const satisfies Record<(typeof organiserKinds)[number], OrganisingBody>;

/**
 * The days on which an organiser is competent in a service: those on which the law lets a body of its kind organise (612/2021
 * section 8), until the task passed to another organiser. Null for one that never is.
 */
export function competenceIn(service: Service, { kind, municipalityCodes, passedOn }: CompetenceFacts): Range | null {
  const days = daysToOrganise(bodies[kind], municipalityCodes);
  if (days === null) return null;
  const passed = passedOn
    .filter(({ services }) => services === null || services.includes(service))
    .map(({ fromOn }) => fromOn)
    .sort()[0];
  return { from: days.from, to: earlierEnd(days.to, passed ?? null) };
}

/** Refuses what is received, decided or begun on a day on which the service is another organiser's task. */
export function mustBeCompetent(
  refuse: (code: 'not-competent', more: { readonly field?: string }) => never,
  facts: CompetenceFacts | null,
  { service, on, ...where }: { readonly service: Service; readonly on: Day; readonly field?: string },
): void {
  const days = facts && competenceIn(service, facts);
  if (days === null || !contains(days, on)) refuse('not-competent', where);
}
