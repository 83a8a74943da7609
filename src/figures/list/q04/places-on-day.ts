import { services } from '../../../kernel/service.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';
import { placeFacts } from '../../frame/places-on.ts';

export const placesOnDay = figure({
  id: 'places-on-day',
  question: 'Q4',
  unit: 'places',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Paikkoja käytössä', sv: 'Platser i bruk', en: 'Places in use' },
  definition: {
    fi: 'Kysyttynä päivänä voimassa olevat toimintapaikat. Sama henkilö voi olla kahdessa paikassa, joten paikkoja voi olla enemmän kuin henkilöitä.',
    sv: 'Placeringar som gäller på dagen. Samma person kan ha två platser, så platserna kan vara fler än personerna.',
    en: 'Placements in force on the day. One person may hold two places, so places can be more than persons.',
  },
  population: 'Placements in a group or at a workplace whose days include the day.',
  example:
    'Rauma: 70 places at the centre and 23 in open work are 93 places; 12 persons hold both, so there are 81 persons.',
  facts: ['fact_placement'],
  cases: placeFacts,
  value: (facts) => ({
    ...countCases(facts),
    breakdown: { ...partsOfCases(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
