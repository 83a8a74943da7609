import { sql } from 'kysely';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { type Fact, figure } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

/** So many days ahead a renewal is work to be done. */
const daysAhead = 60;

export const agreementsToRenew = figure({
  id: 'agreements-to-renew',
  question: 'Q16',
  unit: 'cases',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Uusittavat sopimukset', sv: 'Avtal att förnya', en: 'Agreements to renew' },
  definition: {
    fi: 'Sijoitukset, joiden sopimus on päättynyt tai päättyy 60 päivän kuluessa ja jotka jatkuvat sen jälkeen ilman uutta sopimusta.',
    sv: 'Placeringar vars avtal har gått ut eller går ut inom 60 dagar och som fortsätter därefter utan nytt avtal.',
    en: 'Placements whose agreement has ended or ends within 60 days, and which go on after it without a new one.',
  },
  population:
    'Placements in force on the day by the last agreement about each; the placement goes on after the agreement’s end.',
  example:
    'Agreements until 31.5. (placement goes on), until 30.7. (goes on), until 31.12.: on 17.6. 2, one of them ended.',
  facts: ['fact_agreement', 'fact_placement'],
  cases: (scope) => sql<Fact>`
    select m.person_id as person, m.client_id as client, m.placement_id as thing,
      case when a.ends <= ${scope.asOf}::date then 'lapsed' else 'ends-soon' end as category
    from fact_placement m
    join (select placement_id, max(upper(during)) as ends from fact_agreement group by placement_id) a on a.placement_id = m.placement_id
    where ${within(scope, 'm')} and m.during @> ${scope.asOf}::date and a.ends <= ${scope.asOf}::date + ${daysAhead}::int
      and (upper(m.during) is null or upper(m.during) > a.ends)`,
  value: (facts) => ({
    ...countCases(facts),
    breakdown: partsOfCases(facts, { by: 'renewal', order: ['lapsed', 'ends-soon'] }),
  }),
});
