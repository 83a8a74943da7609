import { addDays } from '../../../kernel/day.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { ofPersonsAmong } from '../../frame/count.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';
import { clientYears, isForward, mainServices, statesOf } from '../../method/moves.ts';
import { datedMoves } from '../../method/transitions.ts';

const toWork = ['employed', 'employed-with-subsidy'];

export const progress = figure({
  id: 'progress',
  question: 'Q15',
  unit: 'per-year',
  basis: 'year',
  about: 'persons',
  divides: true,
  label: {
    fi: 'Eteneminen kohti avoimia työmarkkinoita',
    sv: 'Steg mot den öppna arbetsmarknaden',
    en: 'Progress towards open work',
  },
  definition: {
    fi: 'Siirtymät kohti avoimia työmarkkinoita sataa asiakasvuotta kohti: toimintakeskuksesta avotyöhön, avotyöstä tuettuun työhön sekä päättymiset työllistymiseen, myös palkkatuella.',
    sv: 'Steg mot den öppna arbetsmarknaden per hundra klientår: från verksamhetscenter till öppet arbete, från öppet arbete till arbete med stöd samt avslut i arbete, också med lönesubvention.',
    en: 'Steps towards the open labour market per hundred client years: from a centre to open work, from open work to supported employment, and exits into work, with a wage subsidy too.',
  },
  population: 'Persons with a client relationship on a day of the twelve months that end with the day.',
  example:
    '18 clients all through 2020, three move from the centre to open work, one to supported employment: 4 steps in 18.04 client years: 22.18 per hundred a year.',
  facts: ['fact_relationship', 'fact_exit'],
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.service as category, r.during, false as flag
    from fact_relationship r where ${within(scope, 'r')} and r.during && daterange(${scope.period.from}::date - 1, ${scope.period.to}::date)
    union all
    select e.person_id, e.client_id, e.reason, null, true
    from fact_exit e where ${within(scope, 'e')} and e.reason = any(${toWork}::text[])
      and e.ended_on >= ${scope.period.from}::date and e.ended_on < ${scope.period.to}::date`,
  value: (facts, scope) => {
    const { from, to } = scope.period;
    const states = statesOf(facts.filter(({ flag }) => !flag));
    const years = clientYears(states, from, to);
    const exits = facts.flatMap((fact) =>
      fact.flag ? [{ person: fact.person as string, key: fact.category as string }] : [],
    );
    const moves = datedMoves(states, mainServices, addDays(from, -1), addDays(to, -1))
      .filter((move) => isForward(move.from, move.to))
      .map((move) => ({ person: move.person, key: `${move.from}>${move.to}` }));
    const steps = [...moves, ...exits];
    const personsIn = (some: readonly { person: string }[]) => new Set(some.map(({ person }) => person)).size;
    return {
      value: years === 0 ? null : (100 * steps.length) / years,
      recorded: states.length,
      cases: steps.length,
      persons: personsIn(steps),
      behind: ofPersonsAmong(facts, steps),
      breakdown: {
        by: 'moves',
        tellsNothing: true,
        parts: [...Map.groupBy(steps, ({ key }) => key)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, some]): Part => ({ key, value: some.length, persons: personsIn(some), unit: 'cases' })),
      },
    };
  },
});
