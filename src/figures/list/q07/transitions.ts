import { addDays, ageOn, type Day } from '../../../kernel/day.ts';
import type { Service } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { ofPersonsAmong } from '../../frame/count.ts';
import { type Breakdown, figure, type Part, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';
import { mainServices, spellsOf, statesOf } from '../../method/moves.ts';
import { transitionsAmong as between, datedMoves, flowBetween, mainStatesOn } from '../../method/transitions.ts';

/** Who is younger than this when moving counts as young. */
const young = 30;

/** Persons by pair of services, of the moves given. */
function pairs(by: string, moves: readonly { person: string; from: string; to: string }[]): Breakdown {
  const groups = Map.groupBy(moves, ({ from, to }) => `${from}>${to}`);
  const parts = [...groups].map(
    ([key, own]): Part => ({ key, value: own.length, persons: new Set(own.map(({ person }) => person)).size }),
  );
  return {
    by,
    tellsNothing: true,
    parts: parts.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.key < b.key ? -1 : 1)),
  };
}

export const transitions = figure({
  id: 'transitions',
  question: 'Q7',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: {
    fi: 'Siirtymät palvelusta toiseen',
    sv: 'Övergångar mellan former av service',
    en: 'Moves between services',
  },
  definition: {
    fi: 'Kuinka monta kertaa jonkun pääasiallinen palvelu on jakson aikana vaihtunut toiseen. Rinnalla henkilöt palveluittain jakson aattona ja viimeisenä päivänä, uudet ja poistuneet. Kahdessa palvelussa olevan pääasiallinen palvelu on niistä lähimpänä avoimia työmarkkinoita.',
    sv: 'Hur många gånger någons huvudsakliga service har bytts mot en annan under perioden. Bredvid personerna enligt service dagen före perioden och på dess sista dag, nya och utgångna. Den som får två slag av service räknas till den som är närmast den öppna arbetsmarknaden.',
    en: 'How often somebody’s main service changed to another in the period. Beside it persons by service on its eve and on its last day, the new and those who left. Of two services at once the one nearer to the open labour market is the main one.',
  },
  population:
    'Persons with a client relationship in the services on the eve of the period or on its last day; moves on a day of it. To end one day and begin another is an exit and an entry.',
  example:
    '12 at the centre, 4 in open work, 2 in supported employment; 3 moved from the centre to open work, 1 back, 1 from open work to supported; 3 and 2 left; 4 and 1 are new: 5 moves; 18 persons before, 18 afterwards.',
  facts: ['fact_relationship', 'fact_client'],
  words: {
    before: { fi: 'Jakson aattona', sv: 'Dagen före perioden', en: 'On the eve of the period' },
    entered: { fi: 'Tuli', sv: 'Kom', en: 'Came' },
    left: { fi: 'Lähti', sv: 'Gick', en: 'Left' },
    after: { fi: 'Viimeisenä päivänä', sv: 'Sista dagen', en: 'On the last day' },
    'young-moves': {
      fi: 'Alle 30-vuotiaiden siirtymiä',
      sv: 'Övergångar för dem under 30 år',
      en: 'Moves of those under 30',
    },
    'other-moves': { fi: 'Muiden siirtymiä', sv: 'Övriga övergångar', en: 'Moves of others' },
  },
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.service as category, r.during, c.birth_on as "on"
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    where ${withinOrganiser(scope, 'r')} and r.service = any(${[...scope.services]}::text[])
      and r.during && daterange(${scope.period.from}::date - 1, ${scope.period.to}::date)`,
  value: (facts, scope) => {
    // The eve: who begins or moves on the first day does so in the period.
    const [first, last] = [addDays(scope.period.from, -1), addDays(scope.period.to, -1)];
    const states = statesOf(facts);
    const order = mainServices.filter((service) => facts.some(({ category }) => category === service));
    const table = between(mainStatesOn(states, order, first), mainStatesOn(states, order, last), order);
    const moves = datedMoves(states, order, first, last);
    const flow = flowBetween(spellsOf(states), first, last);
    const birth = new Map(facts.map((fact) => [fact.person, fact.on]));
    const isYoung = (move: { person: string; on: Day }) => {
      const born = birth.get(move.person);
      return born !== null && born !== undefined && ageOn(born, move.on) < young;
    };
    const movers = (own: readonly { person: string }[]) => new Set(own.map(({ person }) => person)).size;
    const [youngMoves, otherMoves] = [moves.filter(isYoung), moves.filter((move) => !isYoung(move))];
    return {
      value: moves.length,
      recorded: facts.length,
      cases: moves.length,
      persons: movers(moves),
      behind: ofPersonsAmong(facts, moves),
      breakdown: matrix(table, order),
      more: [
        pairs('moves', moves),
        {
          by: 'moves-by-age',
          parts: [
            { key: 'young-moves', value: youngMoves.length, persons: movers(youngMoves) },
            { key: 'other-moves', value: otherMoves.length, persons: movers(otherMoves) },
          ],
        },
        {
          by: 'flow',
          apart: true,
          together: true,
          parts: (['before', 'entered', 'left', 'after'] as const).map((key) => ({
            key,
            value: flow[key],
            persons: flow[key],
          })),
        },
      ],
    };
  },
});

/** The table of the two days, cell by cell: a row a service before, or new; a column a service after, or exit. */
function matrix(table: ReturnType<typeof between<Service>>, order: readonly Service[]): Breakdown {
  const rows: [string, readonly number[]][] = [
    ...order.map((from, i): [string, number[]] => [from, [...(table.moves[i] ?? []), table.left[i] ?? 0]]),
    ['new', [...table.entered, 0]],
  ];
  const columns = [...order, 'exit'];
  return {
    by: 'first-and-last-day',
    table: { rows: rows.map(([name]) => name), columns },
    parts: rows.flatMap(([from, counts]) =>
      counts.map((count, i): Part => ({ key: `${from}>${columns[i]}`, value: count, persons: count })),
    ),
  };
}
