import { services } from '../../../kernel/service.ts';
import { clientFacts } from '../../frame/clients-on.ts';
import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const clientsOnDay = figure({
  id: 'clients-on-day',
  question: 'Q4',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  family: 'clients',
  label: { fi: 'Asiakkaita päivänä', sv: 'Klienter på dagen', en: 'Clients on the day' },
  definition: {
    fi: 'Henkilöt, joilla on kysyttynä päivänä voimassa oleva asiakkuus palvelussa. Henkilö lasketaan kerran, vaikka hänellä olisi useita palveluja.',
    sv: 'Personer som har en gällande klientrelation i servicen på dagen. En person räknas en gång, även om personen får flera slag av service.',
    en: 'Persons with a client relationship in force in the service on the day. A person is counted once, also when in several services.',
  },
  population: 'Persons with a client relationship whose days include the day; agreed breaks do not end it.',
  example:
    'Anna is in work activity since 1.3., Bo in work activity and open work since 1.4., Cecilia left on 17.6. On 17.6.: 2 persons; by service work activity 2, open work 1.',
  facts: ['fact_relationship'],
  cases: clientFacts,
  value: (facts) => ({
    ...countPersons(facts),
    breakdown: { ...partsOfPersons(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
