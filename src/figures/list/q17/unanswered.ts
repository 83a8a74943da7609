import { rowsOf } from '../../../server/database/statement.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

export const unanswered = figure({
  id: 'unanswered',
  question: 'Q17',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Vastaamatta jääneet kysymykset', sv: 'Obesvarade frågor', en: 'Questions left unanswered' },
  definition: {
    fi: 'Palvelukuvaukseen otetut kysymykset, joihin järjestäjä ei ole kirjoittanut vastausta. Kysymys, jota kuvaukseen ei ole otettu, ei ole mukana. Rinnalla se, mitkä kysymykset ne ovat.',
    sv: 'Frågor som har tagits in i servicebeskrivningen men som anordnaren inte har skrivit något svar på. En fråga som inte har tagits in ingår inte. Bredvid vilka frågor det gäller.',
    en: 'Questions taken into the service description to which the organiser has written no answer. A question that was not taken in is not among them. Beside it which questions they are.',
  },
  population:
    'Questions of the descriptions of the services’ groups, by the last version of the authored answers that was written by the day.',
  example: 'Of three questions one has a text, two were left unanswered: 2.',
  facts: ['fact_answer'],
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, a.service_group || ' ' || a.question as thing, a.question as category, not a.answered as flag
    from (
      select distinct on (a.service_group, a.question) a.service_group, a.question, a.answered
      from fact_answer a where ${withinOrganiser(scope, 'a')} and a.organiser_id = ${scope.organiser.id}
        and a.service_group = any(${[...scope.groups]}::text[]) and a.written_on <= ${scope.asOf}::date
      order by a.service_group, a.question, a.version desc
    ) a order by substr(a.question, 2)::int, a.service_group`,
  value: (facts) => {
    const open = facts.filter(({ flag }) => flag);
    return {
      value: open.length,
      recorded: facts.length,
      cases: open.length,
      persons: 0,
      of: facts.length,
      breakdown: {
        by: 'question',
        parts: [...Map.groupBy(open, ({ category }) => category as string)].map(
          ([key, some]): Part => ({ key, value: some.length, persons: 0 }),
        ),
      },
    };
  },
});
