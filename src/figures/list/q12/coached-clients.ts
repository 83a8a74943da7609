import { services } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const coachedClients = figure({
  id: 'coached-clients',
  question: 'Q12',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  divides: true,
  family: 'clients',
  label: { fi: 'Työvalmennuksessa', sv: 'I arbetsträning', en: 'Coached clients' },
  definition: {
    fi: 'Henkilöt, joilla on kysyttynä päivänä asiakkuus ja siinä vastuutyöntekijänä työvalmentaja (avotyö ja tuettu työ).',
    sv: 'Personer som på dagen har en klientrelation med en arbetscoach som ansvarig arbetstagare (öppet arbete och arbete med stöd).',
    en: 'Persons with a client relationship on the day in which a job coach is responsible for them (open work and supported employment).',
  },
  population:
    'Persons with a client relationship in force on the day and a responsible worker in the role of coach on it.',
  example: 'One in open work with a coach, one without, one at the centre: 1; open work 1.',
  facts: ['fact_responsible'],
  cases: (scope) => rowsOf(zFact)`
    select w.person_id as person, w.client_id as client, w.service as category
    from fact_responsible w where ${within(scope, 'w')} and w.role = 'coach' and w.during @> ${scope.asOf}::date`,
  value: (facts) => ({
    ...countPersons(facts),
    breakdown: { ...partsOfPersons(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
