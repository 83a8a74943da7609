import { z } from 'zod';
import { addDays, type Day, day, zDay, zInstant } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Refuse } from '../../server/act.ts';
import type { figureRefusals } from '../texts.ts';
import { type ScopeQuery, servicesOf } from './scope.ts';

/** Days that can be counted with a year to either side. */
const zCountable = zDay.refine((one) => one >= '1950-01-01' && one < '2150-01-01', {
  params: {
    fi: 'Lukuja lasketaan vuosilta 1950–2149.',
    sv: 'Tal räknas för åren 1950–2149.',
    en: 'Figures are counted for the years 1950–2149.',
  },
});

/** How a figure, or a description of figures, is asked for through the API. */
export const figureQueryFields = {
  organiser: z.string().max(100),
  service: z.string().max(300),
  asOf: zCountable.optional(),
  from: zCountable.optional(),
  to: zCountable.optional(),
  knownAt: zInstant.optional(),
  successors: z.stringbool().optional(),
};
const zAsked = z.object(figureQueryFields);
export type FigureQuery = z.output<typeof zAsked>;

/** What is asked, with the day it is asked for; refuses what nobody can answer. */
export function questionOf(
  input: FigureQuery,
  details: { readonly today: Day; readonly language: Language; readonly refuse: Refuse<typeof figureRefusals> },
): ScopeQuery {
  if (!servicesOf(input.service)) details.refuse('no-such-service', { field: 'service' });
  const asOf = input.asOf ?? (input.to && input.to <= details.today ? addDays(input.to, -1) : details.today);
  const to = input.to ?? addDays(asOf, 1);
  if (input.from && input.from >= to) details.refuse('empty-period', { field: 'from' });
  const anyDay = input.asOf === undefined && input.to === undefined;
  return { ...input, asOf: day(asOf), anyDay, language: details.language };
}
