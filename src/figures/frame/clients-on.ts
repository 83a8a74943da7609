/** The clients of the day with what is recorded of each: read once for every figure of their structure. */
import { sql } from 'kysely';
import { z } from 'zod';
import { rowsOf } from '../../server/database/statement.ts';
import { type Fact, type Scope, zFact } from './figure.ts';
import { within } from './scope.ts';

const zRecorded = z.object({
  age: z.number().nullable(),
  gender: z.string().nullable(),
  language: z.string(),
  tongue: z.string().nullable(),
  protected: z.boolean(),
  municipality: z.string().nullable(),
  named: z.string().nullable(),
});
type Recorded = Readonly<z.output<typeof zRecorded>>;

/**
 * One row a client relationship in force on the day; its class is the service. Of a person with several records one
 * says what is told of the person: the one in which most is recorded.
 */
export function clientFacts(scope: Scope) {
  const name = sql.ref(`name_${scope.language === 'sv' ? 'sv' : 'fi'}`);
  return rowsOf(zFact)`
    with told as materialized (
      select distinct on (c.person_id) c.* from fact_client c
      where c.client_id in (select r.client_id from fact_relationship r where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date)
      order by c.person_id, num_nonnulls(c.birth_on, c.gender, c.mother_tongue, c.municipality_code) desc, c.client_id
    )
    select r.person_id as person, r.client_id as client, r.service as category, json_build_object(
      'age', extract(year from age(${scope.asOf}::date, c.birth_on)), 'gender', c.gender, 'language', c.service_language,
      'tongue', lower(c.mother_tongue), 'protected', c.protected, 'municipality', c.municipality_code, 'named', u.name) as extra
    from fact_relationship r join told c on c.person_id = r.person_id
    left join (select code, ${name} as name from organiser_municipality) u on u.code = c.municipality_code
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date
    order by r.person_id, r.client_id, r.service`;
}

/** The same facts, classed by something recorded of the client. */
export function classed(
  facts: readonly Fact[],
  of: (recorded: Recorded) => Pick<Fact, 'category' | 'name' | 'also'>,
): Fact[] {
  return facts.map((fact) => ({ person: fact.person, client: fact.client, ...of(zRecorded.parse(fact.extra)) }));
}
