import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const referralsBySource = figure({
  id: 'referrals-by-source',
  question: 'Q6',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Lähettäjätahot', sv: 'Remitterande instanser', en: 'Referrals by source' },
  definition: {
    fi: 'Jakson aikana vastaanotetut hakemukset, ohjaukset ja omat yhteydenotot sen mukaan, keneltä ne tulivat. Rinnalla laji ja se, kuinka moni tuli opintojen päättyessä.',
    sv: 'Ansökningar, hänvisningar och egna kontakter som togs emot under perioden, enligt varifrån de kom. Bredvid slaget och hur många som kom när studierna slutade.',
    en: 'Applications, referrals and own contacts received in the period, by where they came from. Beside it their kind, and how many came at the end of their studies.',
  },
  population: 'Referrals received on a day of the period, withdrawn ones included.',
  example:
    'Two by application for disability services, one from a school by a person who finishes studies: 3; application 2, school 1; finishing studies 1.',
  facts: ['fact_referral'],
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.referral_id as thing, r.source as category, r.kind as also, r.finishes_studies as flag
    from fact_referral r where ${within(scope, 'r')}
      and r.came_on is null and r.received_on >= ${scope.period.from}::date and r.received_on < ${scope.period.to}::date`,
  value: (facts) => ({
    ...countCases(facts, { by: 'source', rank: true }),
    more: [
      partsOfCases(facts, { by: 'kind', of: (fact) => fact.also, rank: true }),
      partsOfCases(facts, { by: 'studies', of: ({ flag }) => (flag ? 'finishes-studies' : 'no-studies') }),
    ],
  }),
});
