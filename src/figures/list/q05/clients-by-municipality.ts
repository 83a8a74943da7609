import { classed, clientFacts } from '../../frame/clients-on.ts';
import { countRecorded } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const clientsByMunicipality = figure({
  id: 'clients-by-municipality',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat kunnittain', sv: 'Klienter enligt kommun', en: 'Clients by municipality' },
  definition: {
    fi: 'Kysytyn päivän asiakkaat kotikunnan mukaan. Turvakiellon saaneen kuntaa ei kerrota.',
    sv: 'Dagens klienter enligt hemkommun. Kommunen för den som har spärrmarkering berättas inte.',
    en: 'Clients of the day by municipality of residence. It is not told of those whose address is protected.',
  },
  population: 'Persons with a client relationship in force on the day, by the municipality recorded for them.',
  example: 'Two live in Pori, one in Ulvila, one has a protected address: Pori 2, Ulvila 1, not told 1.',
  facts: ['fact_relationship', 'fact_client'],
  cases: clientFacts,
  value: (facts) =>
    countRecorded(
      classed(facts, (one) =>
        one.protected ? { category: 'protected' } : { category: one.municipality, name: one.named },
      ),
      { by: 'municipality', rank: true },
    ),
});
