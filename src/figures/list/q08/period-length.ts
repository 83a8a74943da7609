import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import { fromSql, laterEnd, lengthInDays, type Range } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';
import { lengthsOf } from '../../method/lengths.ts';
import { observedStay } from '../../method/spells.ts';

function fullMonths(during: Range & { to: Day }): number {
  let months = 0;
  while (addMonths(during.from, months + 1) <= during.to) months += 1;
  return months;
}

export const periodLength = figure({
  id: 'period-length',
  question: 'Q8',
  unit: 'days',
  basis: 'cohort',
  about: 'persons',
  divides: true,
  label: { fi: 'Yksittäisen jakson pituus', sv: 'En enskild periods längd', en: 'Length of a single period' },
  definition: {
    fi: 'Jakson pituus mediaanina: puolet jaksoista kestää enintään tämän ajan. Jakso on myönnetty aika siltä osin kuin asiakkuus on ollut voimassa. Kesken olevat jaksot ovat mukana siltä ajalta, jolta ne tunnetaan (Kaplan–Meier). Rinnalla lyhin jakso, joka kesti suunniteltuun loppuun asti.',
    sv: 'Periodernas medianlängd: hälften av perioderna varar högst så här länge. En period är den beviljade tiden till den del klientrelationen har gällt. Pågående perioder är med för den tid som är känd (Kaplan–Meier). Bredvid den kortaste perioden som varade till sitt planerade slut.',
    en: 'The median length of a period: half of the periods last at most this long. A period is the time granted as far as the client relationship held. Periods still running count for the time that is known of them (Kaplan–Meier). Beside it the shortest period that lasted to its planned end.',
  },
  population:
    'Periods of client relationships that were observed on a day of the period; who began before the register did enters late. Broken off is what ended before the end that was granted, also where another decision took its place.',
  example:
    'Eight periods, of which 4 ended after 3, 5, 8, 12 days and 4 run since 5, 10, 15, 20: after 8 days 60 % still last; at 12 fewer than five are left to look at, so half last longer than 12 days.',
  facts: ['fact_relationship', 'fact_decision'],
  // Where no granted end is known (or no decision in the register) the period is the relationship itself.
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.relationship_id || coalesce(d.decision_id::text, '') as thing,
      coalesce(d.held * r.stay, r.stay) as during, upper(d.during) as "on", r.left_on is not null as flag,
      jsonb_build_object('observed', lower(r.during)) as extra
    from (select *, daterange(began_on, upper(during)) as stay from fact_relationship) r
    -- From when it was granted until its end, or until another decision takes its place.
    left join (select *, daterange(lower(during), upper(in_force)) as held from fact_decision where in_force is not null) d
      on d.client_id = r.client_id and d.service = r.service and d.outcome = 'grant'
      and d.held && r.during and exists (select from fact_decision b where b.client_id = r.client_id and b.service = r.service
        and b.outcome = 'grant' and upper(b.during) is not null and b.during && r.during)
    where ${within(scope, 'r')} and r.during && daterange(${scope.period.from}::date, ${scope.period.to}::date)`,
  value: (facts, scope) => {
    const { from } = scope.period;
    const last = addDays(scope.period.to, -1);
    const seen = facts.flatMap((fact) => {
      const during = fromSql(fact.during as string);
      const observed = laterEnd(during.from, fact.extra?.observed as Day) ?? during.from;
      const stay = observedStay(during, last, laterEnd(observed, from) ?? from, fact.flag === true);
      return stay ? [{ fact, during, stay }] : [];
    });
    const whole = seen.flatMap(({ fact, during }) =>
      during.to !== null && during.to <= last && fact.on === during.to
        ? [{ person: fact.person, during: { ...during, to: during.to } }]
        : [],
    );
    const days = whole.map(({ during }) => lengthInDays(during) ?? 0);
    const shortest = Math.min(...days);
    // Told of those alone whose it is, however many others there are.
    const persons = new Set(whole.flatMap(({ person }, i) => (days[i] === shortest ? [person] : []))).size;
    // Months differ by three days at most: only the shortest can be shortest in months.
    const months = whole.flatMap(({ during }, i) => ((days[i] as number) <= shortest + 3 ? [fullMonths(during)] : []));
    const parts: Part[] =
      whole.length === 0
        ? []
        : [
            { key: 'shortest', value: shortest, persons, unit: 'days' },
            { key: 'shortest-months', value: Math.min(...months), persons, unit: 'months' },
          ];
    return lengthsOf(
      seen.map(({ stay, fact: { person, client } }) => ({ stay, person, clients: [client] })),
      parts,
    );
  },
});
