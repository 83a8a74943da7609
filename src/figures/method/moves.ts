/** Client relationships as states of persons, for figures that follow persons from service to service. */

import { merged } from '../../kernel/dated.ts';
import type { Day } from '../../kernel/day.ts';
import { fromSql } from '../../kernel/range.ts';
import { type Service, services } from '../../kernel/service.ts';
import type { Fact } from '../frame/figure.ts';
import type { PersonState } from './transitions.ts';

/** The declared order of main states: who is in two services at once counts as in the first of these. */
export const mainServices: readonly Service[] = [
  'supported-employment',
  'open-work',
  'work-activity',
  'day-activity',
  ...services.filter((one) => !['supported-employment', 'open-work', 'work-activity', 'day-activity'].includes(one)),
];

/** Each person's days in each service, merged: two records or two relationships that touch are one stay in it. */
export function statesOf(facts: readonly Fact[]): PersonState<Service>[] {
  const groups = Map.groupBy(
    facts.filter((fact) => fact.person !== null && fact.during),
    (fact) => `${fact.person} ${fact.category}`,
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const ranges = merged(own.map((fact) => fromSql(fact.during as string)));
    return ranges.map((during) => ({ person: first?.person as string, state: first?.category as Service, during }));
  });
}

/** Each person's days in any service of the scope, merged. */
export function spellsOf(states: readonly PersonState<Service>[]) {
  return [...Map.groupBy(states, ({ person }) => person)].flatMap(([person, own]) =>
    merged(own.map(({ during }) => during)).map((during) => ({ person, during })),
  );
}

/** Years of care between two days, the later excluded: each person's days counted once. */
export function clientYears(states: readonly PersonState<Service>[], from: Day, to: Day): number {
  let days = 0;
  for (const { during } of spellsOf(states)) {
    const begins = during.from > from ? during.from : from;
    const ends = during.to !== null && during.to < to ? during.to : to;
    if (begins < ends) days += (Date.parse(ends) - Date.parse(begins)) / 86_400_000;
  }
  return days / 365.25;
}

/** Is a move a step towards open work? Later in the order of main states is further from it. */
export function isForward(from: Service, to: Service): boolean {
  return mainServices.indexOf(to) < mainServices.indexOf(from) && mainServices.indexOf(to) < 2;
}
