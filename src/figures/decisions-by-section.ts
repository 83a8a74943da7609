import { sql } from 'kysely';
import { cite, isProvisionId } from '../law/provisions.ts';
import { countCases, partsOfCases } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { within } from './scope.ts';

export const decisionsBySection = figure({
  id: 'decisions-by-section',
  question: 'Q4',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  label: { fi: 'Päätökset pykälittäin', sv: 'Beslut enligt paragraf', en: 'Decisions by section' },
  definition: {
    fi: 'Jakson aikana tehdyt päätökset sen mukaan, mihin lain pykälään ne nojaavat. Kahteen pykälään nojaava päätös näkyy kummassakin.',
    sv: 'Beslut som fattats under perioden, enligt den paragraf som de stöder sig på. Ett beslut som stöder sig på två paragrafer syns i båda.',
    en: 'Decisions made in the period, by the section of the act that they rest on. A decision that rests on two sections is seen under both.',
  },
  population: 'Decisions, granting or denying, made on a day of the period.',
  example:
    'One decision cites sections 2 and 35 of an act, another section 35: 2 decisions; section 35: 2, section 2: 1.',
  facts: ['fact_decision'],
  cases: (scope) => sql<Fact>`
    select d.person_id as person, d.client_id as client, d.decision_id as thing, p.provision as category, d.outcome as also
    from fact_decision d, unnest(d.provisions) p (provision)
    where ${within(scope, 'd')} and d.decided_on >= ${scope.period.from}::date and d.decided_on < ${scope.period.to}::date`,
  value: (facts, scope) => {
    const cited = facts.map((fact) =>
      fact.category && isProvisionId(fact.category) ? { ...fact, name: cite(fact.category, scope.language) } : fact,
    );
    return {
      ...countCases(cited, { by: 'section', rank: true }),
      more: [partsOfCases(facts, { by: 'outcome', of: (fact) => fact.also, order: ['grant', 'deny'] })],
    };
  },
});
