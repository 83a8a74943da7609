import { rowsOf } from '../../../server/database/statement.ts';
import { labelOf } from '../../frame/class-labels.ts';
import { personsOf } from '../../frame/count.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { spoken } from '../../frame/format-value.ts';
import { within } from '../../frame/scope.ts';

export const agreedRhythm = figure({
  id: 'agreed-rhythm',
  question: 'Q12',
  unit: 'days',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Sovittu yhteydenpidon tiheys', sv: 'Avtalad kontakttakt', en: 'Agreed rhythm of contacts' },
  definition: {
    fi: 'Kuinka monen päivän välein asiakkaaseen ollaan viimeistään yhteydessä vakiintuneessa vaiheessa; jos tiheys on sovittu vain sopimuksen uusimiseen, lukua ei ole. Rinnalla vaiheet, asiakkaiden omat toiveet ja ryhmätapaamiset vuodessa.',
    sv: 'Med hur många dagars mellanrum klienten senast kontaktas i det etablerade skedet; om takten bara är avtalad till förnyandet av avtalet finns inget tal. Bredvid faserna, klienternas egna önskemål och gruppmöten per år.',
    en: 'After how many days at the latest a client is contacted in the steady phase; no number where only the renewal of the agreement is agreed. Beside it the phases, clients’ own wishes, and group meetings a year.',
  },
  population: 'Rules of rhythm in force on the day for the services, and wishes of clients in force on it.',
  example:
    'Rauma: steady phase every 14 to 21 days: 21. Pori: starting phase of 45 days every 7 days, one client wishes 15; steady phase a visit at renewal; 4 group meetings a year.',
  facts: ['fact_rhythm', 'fact_agreed_rhythm'],
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, h.service as thing, h.phase as category, v.what as also, v.amount, h.organiser as name
    from fact_rhythm h, lateral (values ('phase-days', h.phase_days), ('every-days', h.every_days), ('every-days-at-most', h.every_days_at_most),
      ('visit-at-renewal', nullif(h.visit_at_renewal, false)::int), ('group-meetings-a-year', h.group_meetings_a_year)) v (what, amount)
    where ${within(scope, 'h')} and h.during @> ${scope.asOf}::date and v.amount is not null
    union all
    select a.person_id, a.client_id, a.service, 'wish', 'every-days', a.every_days, null
    from fact_agreed_rhythm a where ${within(scope, 'a')} and a.during @> ${scope.asOf}::date
    order by name, thing, category, also, amount`,
  value: (facts, scope) => {
    const rules = facts.filter(({ category }) => category !== 'wish');
    const wishes = Map.groupBy(
      facts.filter(({ category }) => category === 'wish'),
      ({ amount }) => amount as number,
    );
    const steady = rules.flatMap(({ category, also, amount }) =>
      category === 'steady' && also?.startsWith('every-days') && amount ? [amount] : [],
    );
    const word = (key: string) => labelOf(key, scope.language);
    // In a region each organiser has its own.
    const ofSeveral = new Set(rules.map(({ name }) => name)).size > 1;
    const parts = rules.map((fact): Part => {
      const [service, phase, what] = [fact.thing as string, fact.category as string, fact.also as string];
      return {
        key: `${ofSeveral ? `${fact.name}:` : ''}${service}:${phase}:${what}`,
        name: `${ofSeveral ? `${fact.name}: ` : ''}${word(service)}, ${word(phase).toLowerCase()}: ${word(what).toLowerCase()}`,
        value: fact.amount ?? null,
        persons: 0,
        unit: what.endsWith('days') || what.endsWith('most') ? 'days' : 'count',
      };
    });
    return {
      value: steady.length === 0 ? null : Math.max(...steady),
      recorded: rules.length,
      cases: rules.length,
      persons: 0,
      // The rules are its cases; those who have a wish stand beside them.
      behind: [],
      breakdown: { by: 'phase', apart: true, parts },
      more: [
        {
          by: 'wish',
          apart: true,
          parts: [...wishes].map(
            ([days, some]): Part => ({
              key: `every-${days}`,
              name: `${word('every-days')}: ${spoken({ value: days, unit: 'days' }, scope.language)}`,
              value: personsOf(some).size,
              persons: personsOf(some).size,
              unit: 'persons',
            }),
          ),
        },
      ],
    };
  },
});
