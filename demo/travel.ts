/** Ways to rehabilitative work of those for whose days the organiser pays: driven for nothing until May 2021, by what it costs since. */
import type { Day } from '../src/kernel/day.ts';
import type { Context } from './context.ts';
import { enteredOn, idSeries, knownSince, laterOf, today } from './demo-rows.ts';
import { openFrom, payersOf } from './money.ts';
import { luckOf } from './random.ts';
import type { Placed } from './steps.ts';

/** Of the newest clients nobody has said yet what the way costs. */
const notYetSaid = 2;

interface Way {
  readonly means: string;
  readonly cents: number;
  readonly reason: string;
}

const ride: Way = { means: 'free-ride', cents: 0, reason: 'Järjestäjän yhteiskuljetus, sopimus 30.4.2021 asti' };

const ways: readonly (readonly [Way, number])[] = [
  [{ means: 'public-transport', cents: 640, reason: 'Kertalippu 3,20 € suuntaansa' }, 50],
  [{ means: 'own-car', cents: 1056, reason: 'Bussi ei kulje aamulla; 24 km edestakaisin, 0,44 € kilometriltä' }, 20],
  [{ means: 'on-foot', cents: 0, reason: 'Asuu kilometrin päässä' }, 30],
];

const fromOf = ({ row }: Placed) => (row.during as { from: Day }).from;
const endOf = ({ row }: Placed) => (row.during as { to: Day | null }).to ?? '9999-12-31';

export function makeTravel(context: Context): void {
  const { demoRows, recorder } = context;
  const id = idSeries(42);
  const payer = payersOf(context);
  const placements = recorder.placements.filter(({ service }) => service === 'rehabilitative-work');
  const clients = [...Map.groupBy(placements, ({ person }) => person.clientId).values()]
    .map((own) => own.toSorted((a, b) => (fromOf(a) < fromOf(b) ? -1 : 1)))
    .map((own) => ({ own, first: own.find((one) => payer(one.person.clientId, fromOf(one)) === 'organiser') }))
    .filter((one): one is { own: Placed[]; first: Placed } => one.first !== undefined && fromOf(one.first) < today)
    .toSorted((a, b) => (fromOf(a.first) < fromOf(b.first) ? -1 : 1));
  for (const { own, first } of clients.slice(0, -notYetSaid)) {
    const { person, markedBy } = first;
    const since = fromOf(first);
    const last = endOf(own.at(-1) as Placed);
    const end = last > today ? null : (last as Day);
    const add = ({ means, cents, reason }: Way, from: Day, to: Day | null) =>
      demoRows.add(
        'travel_way',
        {
          ...{ id: id(), organiser_id: person.organiser.id, client_id: person.clientId, means, reason },
          ...{ cents_a_day: cents, agreed_by_id: markedBy, during: { from, to } },
        },
        laterOf(enteredOn(from, 75), knownSince(person.row)),
      );
    if (since < openFrom) add(ride, since, end !== null && end < openFrom ? end : openFrom);
    if (end === null || end > openFrom)
      add(luckOf(`way ${person.clientId}`).weighted(ways), laterOf(since, openFrom), end);
  }
}
