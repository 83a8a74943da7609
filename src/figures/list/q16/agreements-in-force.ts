import { sql } from 'kysely';
import { services } from '../../../casework/organiser/words.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { type Fact, figure } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const agreementsInForce = figure({
  id: 'agreements-in-force',
  question: 'Q16',
  unit: 'cases',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Voimassa olevat sopimukset', sv: 'Gällande avtal', en: 'Agreements in force' },
  definition: {
    fi: 'Asiakkaan, työnantajan ja järjestäjän sopimukset, jotka ovat voimassa kysyttynä päivänä.',
    sv: 'Avtal mellan klient, arbetsgivare och anordnare som gäller på dagen.',
    en: 'Agreements of client, employer and organiser in force on the day.',
  },
  population: 'Agreements about placements whose days include the day.',
  example: 'Agreed 1.1.-30.6. and 18.6.-31.12.: on 17.6. 1, on 18.6. 2.',
  facts: ['fact_agreement'],
  cases: (scope) => sql<Fact>`
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category
    from fact_agreement a where ${within(scope, 'a')} and a.during @> ${scope.asOf}::date`,
  value: (facts) => ({
    ...countCases(facts),
    breakdown: { ...partsOfCases(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
