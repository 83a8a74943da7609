import { rowsOf } from '../../../server/database/statement.ts';
import { personsOf, shareOfPersons } from '../../frame/count.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

const roles = ['coach', 'group-leader', 'official', 'case-manager'];

export const clientsWithResponsibleWorker = figure({
  id: 'clients-with-responsible-worker',
  question: 'Q11',
  unit: 'share',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Vastuutyöntekijä nimetty', sv: 'Ansvarig arbetstagare finns', en: 'With a responsible worker' },
  definition: {
    fi: 'Osuus kysytyn päivän asiakkaista, joilla on silloin vastuutyöntekijä: työvalmentaja, ryhmän vetäjä, nimetty vastuutyöntekijä tai asiakasvastaava. Rinnalla osuus tehtävittäin; yhdellä voi olla useita.',
    sv: 'Andel av dagens klienter som på dagen har en ansvarig arbetstagare: arbetscoach, gruppledare, utsedd ansvarig arbetstagare eller klientansvarig. Bredvid andelen enligt roll; en person kan ha flera.',
    en: 'Share of the clients of the day who have a responsible worker on it: job coach, group leader, named official or case manager. Beside it the share by role; one person may have several.',
  },
  population:
    'Persons with a client relationship in force on the day. A group leader follows from the placement, from who leads the group and from the rule that the leader answers.',
  example:
    'Two in open work, one of them with a coach; one at the centre in a group that is led: 2 of 3; coach 1, group leader 1, case manager 0.',
  facts: ['fact_relationship', 'fact_responsible'],
  cases: (scope) => rowsOf(zFact)`
    select distinct r.person_id as person, r.client_id as client, w.role as category, w.role is not null as flag
    from fact_relationship r
    left join fact_responsible w on w.relationship_id = r.relationship_id and w.during @> ${scope.asOf}::date
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date`,
  value: (facts) => {
    const share = shareOfPersons(facts);
    const part = (key: string): Part => {
      const persons = personsOf(facts.filter(({ category }) => category === key)).size;
      return { key, value: share.of ? persons / share.of : null, persons, of: share.of ?? 0, unit: 'share' };
    };
    return {
      ...share,
      breakdown: { by: 'role', tellsNothing: true, apart: true, together: true, parts: roles.map(part) },
    };
  },
});
