/** What lies before Pori's two coaches on 17.6.2021: who is overdue, due today and this week, and what is to be renewed. */
import { addDays, addYears, type Day, day, isWorkingDay } from '../../src/kernel/day.ts';
import { today } from '../demo-rows.ts';
import { luckOf } from '../random.ts';

export interface Agenda {
  readonly coach: 0 | 1;
  /** Until which day the agreement runs, that day excluded. */
  readonly agreementTo: Day;
  readonly last: Day;
  /** Days between contacts, where the client has wished for a rhythm. */
  readonly rhythm: number | null;
  readonly rhythmFrom?: Day;
  readonly appointment?: {
    readonly on: Day;
    readonly kind: 'meeting' | 'workplace-visit' | 'call';
    readonly at: string;
  };
}

interface Client {
  readonly key: string;
  readonly from: Day;
  readonly familyName: string | undefined;
}

// What the pictures say of these: due today, a call to make, a visit at 13, an agreement that ends on 30.6.
const visible = ['Äijälä', 'Hietanen', 'Mäkelä', 'Korhonen'];

/** Contacts with a rhythm: every so many days, due on the day. */
type Due = readonly [every: number, due: string];
type Appointed = readonly [on: string, kind: 'meeting' | 'workplace-visit' | 'call', at: string];

// The first coach: 3 overdue (Åberg among them), 6 today (Niemi in supported employment among them), 14 by Sunday, the six among them.
const dueOfFirst: readonly Due[] = [
  [14, '2021-06-15'],
  [21, '2021-06-10'],
  [14, '2021-06-17'],
  [14, '2021-06-17'],
  [14, '2021-06-18'],
  [28, '2021-06-18'],
  [21, '2021-06-18'],
  [14, '2021-06-18'],
  [7, '2021-06-18'],
  [14, '2021-06-21'],
  [21, '2021-06-21'],
  [28, '2021-06-22'],
  [14, '2021-06-23'],
  [28, '2021-06-28'],
  [21, '2021-06-29'],
  [28, '2021-06-30'],
  [30, '2021-07-02'],
  [28, '2021-07-05'],
  [30, '2021-07-07'],
];
const appointmentsOfFirst: readonly Appointed[] = [
  ['2021-06-17', 'workplace-visit', '13:00'],
  ['2021-06-17', 'meeting', '10:00'],
  ['2021-06-17', 'call', '14:30'],
  ['2021-06-18', 'meeting', '09:30'],
  ['2021-06-18', 'workplace-visit', '12:00'],
  ['2021-06-18', 'call', '15:00'],
  ['2021-06-21', 'workplace-visit', '10:00'],
  ['2021-06-22', 'meeting', '13:00'],
  ['2021-06-23', 'workplace-visit', '09:00'],
];
const renewalsOfFirst = ['2021-07-01', '2021-07-06', '2021-07-10', '2021-07-15'].map(day);

const dueOfSecond: readonly Due[] = [
  [14, '2021-06-14'],
  [30, '2021-06-16'],
  [21, '2021-06-17'],
  [14, '2021-06-17'],
  [14, '2021-06-18'],
  [21, '2021-06-21'],
  [28, '2021-06-22'],
  [14, '2021-06-24'],
  [28, '2021-06-29'],
  [21, '2021-06-30'],
  [28, '2021-07-06'],
  [30, '2021-07-09'],
];
const appointmentsOfSecond: readonly Appointed[] = [
  ['2021-06-17', 'meeting', '09:00'],
  ['2021-06-18', 'workplace-visit', '10:00'],
  ['2021-06-22', 'workplace-visit', '12:30'],
];
const renewalsOfSecond = ['2021-06-23', '2021-07-01', '2021-07-06', '2021-07-12', '2021-07-14'].map(day);

/** In the starting phase a contact is due each week: when the last one was, by the day of beginning. */
const starters: Readonly<Record<string, readonly [coach: 0 | 1, last: string, rhythm: number | null]>> = {
  '2021-05-05': [1, '2021-06-11', null],
  '2021-05-10': [0, '2021-06-14', null],
  '2021-05-18': [0, '2021-06-07', null],
  '2021-05-24': [0, '2021-06-09', 15],
  '2021-05-31': [1, '2021-06-15', null],
};

const clientsOfEach = 49;

export function agendaOf(clients: readonly Client[]): Map<string, Agenda> {
  const random = luckOf('agenda');
  const agendas = new Map<string, Agenda>();
  const lately = (days: number) => lastWorkingDay(addDays(today, -days));
  const left: [number, number] = [clientsOfEach, clientsOfEach];
  for (const { key, from } of clients) {
    const starter = starters[from];
    if (!starter) continue;
    const [coach, last, rhythm] = starter;
    agendas.set(key, {
      coach,
      agreementTo: addYears(from, 1),
      last: day(last),
      rhythm,
      ...(rhythm ? { rhythmFrom: from } : {}),
    });
    left[coach]--;
  }
  const others = random.shuffle(clients.filter(({ key, from }) => !agendas.has(key) && from < addYears(today, -1)));
  const recent = clients.filter(({ key, from }) => !agendas.has(key) && from >= addYears(today, -1));
  for (const { key, from } of recent) {
    agendas.set(key, {
      coach: 1,
      agreementTo: addYears(from, 1) > addDays(today, 7) ? addYears(from, 1) : addDays(today, 70),
      last: lately(random.int(8, 40)),
      rhythm: null,
    });
    left[1]--;
  }
  const pictured = visible.map((name) => others.find(({ familyName }) => familyName === name) as Client);
  const unpictured = others.filter((client) => !pictured.includes(client));
  for (const [i, place] of [2, 3, dueOfFirst.length, dueOfFirst.length + appointmentsOfFirst.length].entries())
    unpictured.splice(place, 0, pictured[i] as Client);
  let at = 0;
  const next = () => unpictured[at++] as Client;
  const later = () => addDays(day('2021-08-02'), random.int(0, 310));
  for (const [coach, dues, appointments, renewals] of [
    [0, dueOfFirst, appointmentsOfFirst, renewalsOfFirst],
    [1, dueOfSecond, appointmentsOfSecond, renewalsOfSecond],
  ] as const) {
    for (const [rhythm, due] of dues) {
      agendas.set(next().key, {
        coach,
        agreementTo: later(),
        last: addDays(day(due), -rhythm),
        rhythm,
        rhythmFrom: day('2018-01-01'),
      });
      left[coach]--;
    }
    for (const [on, kind, time] of appointments) {
      agendas.set(next().key, {
        coach,
        agreementTo: later(),
        last: lately(random.int(6, 40)),
        rhythm: null,
        appointment: { on: day(on), kind, at: time },
      });
      left[coach]--;
    }
    for (const agreementTo of renewals) {
      agendas.set(next().key, { coach, agreementTo, last: lately(random.int(6, 40)), rhythm: null });
      left[coach]--;
    }
  }
  for (const coach of [0, 1] as const)
    for (; left[coach] > 0; left[coach]--)
      agendas.set(next().key, { coach, agreementTo: later(), last: lately(random.int(4, 45)), rhythm: null });
  return agendas;
}

function lastWorkingDay(d: Day): Day {
  let match = d;
  while (!isWorkingDay(match)) match = addDays(match, -1);
  return match;
}
