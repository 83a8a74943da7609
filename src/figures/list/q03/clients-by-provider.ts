import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';
import { placeFacts, siteOf } from '../../frame/places-on.ts';

export const clientsByProvider = figure({
  id: 'clients-by-provider',
  question: 'Q3',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Asiakkaat tuottajittain', sv: 'Klienter enligt producent', en: 'Clients by provider' },
  definition: {
    fi: 'Henkilöt, joilla on kysyttynä päivänä toimintapaikka, sen mukaan, kuka palvelun tuottaa. Oma toiminta on järjestäjän omaa.',
    sv: 'Personer som har en placering på dagen, enligt vem som producerar servicen. Egen verksamhet är anordnarens egen.',
    en: "Persons with a placement on the day, by who produces the service. Own production is the organiser's.",
  },
  population:
    'Persons with a placement in force on the day, by the provider of the offering of its client relationship.',
  example: 'Anna’s place is the organiser’s own, Bo’s is purchased from Validia: own 1, Validia 1.',
  facts: ['fact_placement', 'fact_relationship'],
  cases: placeFacts,
  value: (facts) => {
    const provided = facts.map((fact) => ({
      ...fact,
      category: siteOf(fact).provider ?? 'own',
      name: siteOf(fact).provider,
    }));
    return {
      ...countPersons(provided),
      breakdown: { ...partsOfPersons(provided, { by: 'provider', rank: true }), tellsNothing: true },
    };
  },
});
