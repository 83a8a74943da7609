import { centreServices } from '../../../casework/organiser/words.ts';
import type { Service } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { shareOfPersons } from '../../frame/count.ts';
import { figure, type Scope, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

/** The first service that the scope names of these, against the others: open work beside a centre by default. */
function pairOf(scope: Scope): { first: readonly Service[]; other: readonly Service[] } {
  const centre: readonly Service[] = centreServices;
  if (scope.services.includes('open-work') || !scope.services.some((service) => centre.includes(service))) {
    return { first: ['open-work'], other: centre };
  }
  return { first: scope.services.filter((service) => centre.includes(service)), other: ['open-work'] };
}

export const clientsInTwoServices = figure({
  id: 'clients-in-two-services',
  question: 'Q4',
  unit: 'share',
  basis: 'day',
  about: 'persons',
  services: ['open-work', ...centreServices],
  label: {
    fi: 'Avotyössä ja toimintakeskuksessa',
    sv: 'I öppet arbete och på verksamhetscenter',
    en: 'In open work and at a centre',
  },
  definition: {
    fi: 'Osuus avotyön asiakkaista, joilla on kysyttynä päivänä paikka myös toimintakeskuksessa (työ- tai päivätoiminnassa). Jos kysytään vain keskuksen palveluja, osuus keskuksen asiakkaista, joilla on paikka myös avotyössä.',
    sv: 'Andel av klienterna i öppet arbete som på dagen också har en placering på ett verksamhetscenter (arbets- eller dagverksamhet). Om frågan bara gäller centrets service: andel av centrets klienter som också har en placering i öppet arbete.',
    en: 'Share of the persons placed in open work who on the day have a placement at a centre too (work or day activity). Where only services of the centre are asked for: share of its persons who have a placement in open work too.',
  },
  population: 'Persons with a placement in force in the first service; the share of them with one in the other too.',
  example: 'Rauma: of 23 persons in open work 12 also attend the centre: 12 / 23 = 0.52.',
  facts: ['fact_placement'],
  cases: (scope) => {
    const { first, other } = pairOf(scope);
    // One pass over the placements of both: a lookup for each person took seconds in a county.
    return rowsOf(zFact)`
      select m.person_id as person, (min(m.client_id::text) filter (where m.service = any(${[...first]}::text[])))::uuid as client,
        bool_or(m.service = any(${[...other]}::text[])) as flag
      from fact_placement m
      where ${withinOrganiser(scope, 'm')} and m.service = any(${[...first, ...other]}::text[]) and m.during @> ${scope.asOf}::date
      group by m.person_id
      having bool_or(m.service = any(${[...first]}::text[]))`;
  },
  value: (facts) => shareOfPersons(facts),
});
