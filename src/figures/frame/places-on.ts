/** The placements of the day: read once for every figure that speaks of them. */
import { z } from 'zod';
import { rowsOf } from '../../server/database/statement.ts';
import { type Fact, type Scope, type Words, zFact } from './figure.ts';
import { within } from './scope.ts';

const zPlace = z.object({
  mode: z.string(),
  provider: z.string().nullable(),
  employer: z.string().nullable(),
  workplace: z.string().nullable(),
  sector: z.string().nullable(),
});
export type Site = Readonly<z.output<typeof zPlace>>;

/** One row a placement in force on the day; its class is the service, flagged where it is wage-subsidised work. */
export function placeFacts(scope: Scope) {
  return rowsOf(zFact)`
    select m.person_id as person, m.client_id as client, m.placement_id as thing, m.service as category, m.wage_subsidy as flag,
      json_build_object('mode', r.provision_mode, 'provider', r.provider, 'employer', m.employer_id, 'workplace', m.workplace_id,
        'sector', e.sector) as extra
    from fact_placement m
    join fact_relationship r on r.relationship_id = m.relationship_id
    left join fact_employer e on e.employer_id = m.employer_id
    where ${within(scope, 'm')} and m.during @> ${scope.asOf}::date`;
}

/** The state as an employer; elsewhere the same word is the state of a thing. */
export const sectorWords: Readonly<Record<string, Words>> = { state: { fi: 'Valtio', sv: 'Staten', en: 'The state' } };

export const siteOf = (fact: Fact): Site => zPlace.parse(fact.extra);

/** The employers, or the workplaces, of those placements, each once, with their sector as the class. */
export function employersAmong(facts: readonly Fact[], by: 'employer' | 'workplace'): Fact[] {
  const matches = new Map(facts.map((fact) => [siteOf(fact)[by], siteOf(fact).sector]));
  return [...matches].flatMap(([thing, category]) =>
    thing === null ? [] : [{ person: null, client: null, thing, category }],
  );
}
