import { daysBetween } from '../../../kernel/day.ts';
import { fromSql, type Range } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { personsOf, sum } from '../../frame/count.ts';
import { type Fact, figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';
import { clientYears, statesOf } from '../../method/moves.ts';

const roles = ['coach', 'group-leader', 'official'];

interface Turn {
  readonly worker: string;
  readonly during: Range;
}

/** One relationship's turns in order, where the same worker's touching turns are one. */
function turnsOf(facts: readonly Fact[]): Turn[] {
  const turns: Turn[] = [];
  const sorted = facts
    .map((fact) => ({ worker: fact.also as string, during: fromSql(fact.during as string) }))
    .sort((a, b) => (a.during.from < b.during.from ? -1 : 1));
  for (const turn of sorted) {
    const before = turns.at(-1);
    if (before && before.worker === turn.worker && before.during.to !== null && before.during.to >= turn.during.from) {
      turns[turns.length - 1] = { worker: turn.worker, during: { from: before.during.from, to: turn.during.to } };
    } else turns.push(turn);
  }
  return turns;
}

export const changesOfWorker = figure({
  id: 'changes-of-worker',
  question: 'Q11',
  unit: 'per-year',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Vastuutyöntekijän vaihdot', sv: 'Byten av ansvarig arbetstagare', en: 'Changes of responsible worker' },
  definition: {
    fi: 'Kuinka monta kertaa vastuutyöntekijä vaihtuu asiakasvuotta kohti. Ryhmän vetäjän vaihtuminen on vaihto; asiakkaan siirtyminen toiseen ryhmään myös. Rinnalla vaihdot ja pisin aika saman työntekijän kanssa.',
    sv: 'Hur många gånger den ansvariga arbetstagaren byts per klientår. Att gruppens ledare byts är ett byte; att klienten flyttar till en annan grupp också. Bredvid antalet byten och den längsta tiden med samma arbetstagare.',
    en: 'How often the responsible worker changes per client year. A new leader of the group is a change; so is the client’s move to another group. Beside it the changes, and the longest time with one worker.',
  },
  population:
    'Client relationships with a day in the period; a change is a day of the period from which another worker answers in the same role. Case managers are not counted here.',
  example:
    'A group whose leader changes every three months, one client in it through 2020: leaders change on 1.1., 1.4., 1.7. and 1.10.: 4 changes in 1.002 client years, 3.99 a year.',
  facts: ['fact_relationship', 'fact_responsible'],
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.relationship_id as thing, 'relationship' as category, null as also, r.during
    from fact_relationship r where ${within(scope, 'r')} and r.during && daterange(${scope.period.from}::date, ${scope.period.to}::date)
    union all
    select w.person_id, w.client_id, w.relationship_id, w.role, w.worker_id::text, w.during
    from fact_responsible w where ${within(scope, 'w')} and w.role = any(${roles}::text[])
      and w.during && daterange(${scope.period.from}::date - 1, ${scope.period.to}::date)`,
  value: (facts, scope) => {
    const { from, to } = scope.period;
    const years = clientYears(statesOf(facts.filter(({ category }) => category === 'relationship')), from, to);
    const groups = Map.groupBy(
      facts.filter(({ category }) => category !== 'relationship'),
      ({ thing, category }) => `${thing} ${category}`,
    );
    const lengths: { person: string | null; days: number }[] = [];
    const changes = [...groups.values()].flatMap((own) => {
      const turns = turnsOf(own);
      for (const { during } of turns) {
        const end = during.to !== null && during.to < to ? during.to : to;
        lengths.push({ person: own[0]?.person ?? null, days: daysBetween(during.from, end) });
      }
      const later = turns.slice(1).filter(({ during }) => during.from >= from && during.from < to);
      const { person = null, client = null, category = null } = own[0] ?? {};
      return later.map(() => ({ person, client, category }));
    });
    const persons = personsOf(facts).size;
    // A change is of those whose worker changed; none is of nobody.
    const changed = personsOf(changes).size || persons;
    const longest = Math.max(0, ...lengths.map(({ days }) => days));
    const longestOf = personsOf(lengths.filter(({ days }) => days === longest)).size;
    return {
      value: years === 0 ? null : changes.length / years,
      recorded: groups.size,
      cases: changes.length,
      persons: changed,
      behind: changes,
      breakdown: {
        by: 'changes',
        apart: true,
        parts: [
          { key: 'changes', value: changes.length, persons: changed, unit: 'cases' },
          { key: 'client-years', value: Math.round(sum([years]) * 1000) / 1000, persons, unit: 'count' },
          { key: 'longest-days', value: longest, persons: longestOf, unit: 'days' },
        ],
      },
    };
  },
});
