import { cite, isProvisionId } from '../../../law/provisions.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const decisionsBySection = figure({
  id: 'decisions-by-section',
  question: 'Q4',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Päätökset pykälittäin', sv: 'Beslut enligt paragraf', en: 'Decisions by section' },
  definition: {
    fi: 'Jakson aikana tehdyt päätökset, jokainen kerran. Pykälittäin: kuinka moni niistä nojaa mihinkin lain pykälään. Päätös, joka nojaa kahteen pykälään, on mukana kummassakin, joten pykälien summa voi olla suurempi kuin päätösten määrä.',
    sv: 'Beslut som har fattats under perioden, vart och ett en gång. Enligt paragraf: hur många av dem som stöder sig på vilken paragraf. Ett beslut som stöder sig på två paragrafer är med i båda, så paragrafernas summa kan vara större än antalet beslut.',
    en: 'Decisions made in the period, each counted once. By section: how many of them rest on which section of the act. A decision that rests on two sections is counted under both, so the sections may add up to more than the decisions.',
  },
  population: 'Decisions, granting, ending or denying, made on a day of the period.',
  example: 'Two grants, each citing section 2 of an act: 2 decisions; section 2: 2.',
  facts: ['fact_decision'],
  cases: (scope) => rowsOf(zFact)`
    select d.person_id as person, d.client_id as client, d.decision_id as thing, p.provision as category, d.outcome as also
    from fact_decision d, unnest(d.provisions) p (provision)
    where ${within(scope, 'd')} and d.came_on is null and d.decided_on >= ${scope.period.from}::date and d.decided_on < ${scope.period.to}::date`,
  value: (facts, scope) => {
    const cited = facts.map((fact) =>
      fact.category && isProvisionId(fact.category) ? { ...fact, name: cite(fact.category, scope.language) } : fact,
    );
    return {
      ...countCases(cited, { by: 'section', rank: true }),
      more: [
        partsOfCases(facts, {
          by: 'outcome',
          of: (fact) => fact.also,
          order: ['grant', 'end', 'deny', 'not-examined', 'lapse'],
        }),
      ],
    };
  },
});
