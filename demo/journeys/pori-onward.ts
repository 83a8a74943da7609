/** Supported employment in Pori, and those who were in open work for some years and left. */
import { addDays, addMonths, addYears, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { today } from '../demo-rows.ts';
import type { Workplace } from '../places.ts';
import { reasonOfSupport, stayAtCentre } from './centre.ts';
import { agreeYearly, beginCoached, keepContacts, wishRhythm } from './coached.ts';
import { centreBefore, coachesFrom, type Path, personOf, workplaceFor } from './pori-path.ts';

/** Supported employment: in the employer's own employ, after open work. */
export function makeSupported(context: Context, i: number, openFrom: Day): void {
  const { recorder, workers, places } = context;
  const path: Path = {
    key: `pori-supported-${i}`,
    from: openFrom,
    viaCentre: false,
    ...(i === 0 ? { wished: { familyName: 'Niemi', givenNames: 'Eero', gender: 'male', born: [1986, 1990] } } : {}),
  };
  const person = personOf(context, path, openFrom, [20, 30]);
  const { random } = person;
  // Three with the first coach, two with the second.
  const which = i < 3 ? 0 : 1;
  const coach = workers.poriCoaches[which];
  const official = random.pick(workers.poriOfficials).id;
  const workplace = (
    i === 0 ? places.poriWorkplaces.find((one) => one.name === 'Kehräämön Kahvila') : random.pick(places.poriWorkplaces)
  ) as Workplace;
  const employedFrom = nextWorkingDay(
    addMonths(openFrom > '2014-01-01' ? openFrom : day('2014-01-01'), random.int(20, 60)),
  );
  const starts = employedFrom < '2020-02-01' ? employedFrom : nextWorkingDay(day('2019-09-02'));
  const openStart = openFrom < addMonths(starts, -6) ? openFrom : addMonths(starts, -18);
  const common = { workplace, coach, coachFrom: coachesFrom[which], official };
  const open = beginCoached(context, person, {
    ...common,
    service: 'open-work',
    from: nextWorkingDay(openStart),
    source: 'coaching-team',
    kind: 'referral',
    until: starts,
  });
  agreeYearly(context, open.begun, open.placed, workplace, coach, starts);
  const employed = beginCoached(context, person, {
    ...common,
    service: 'supported-employment',
    from: starts,
    source: 'coaching-team',
    kind: 'referral',
    wageSubsidy: i !== 1,
  });
  recorder.move(open.begun, employed.begun);
  agreeYearly(context, employed.begun, employed.placed, workplace, coach, addDays(addYears(today, 1), -60 - i * 37));
  const rhythm = i === 0 ? 21 : 30;
  wishRhythm(context, employed.begun, rhythm, addMonths(starts, 2));
  keepContacts(context, employed.begun, {
    coach,
    last: [day('2021-05-27'), day('2021-06-02'), day('2021-06-04'), day('2021-06-08'), day('2021-06-10')][i] as Day,
    every: rhythm,
    jitter: 5,
  });
  recorder.benefit(person, 'wage', true, starts);
  reasonOfSupport(context, person, openStart);
}

const leavings: readonly (readonly [string, string])[] = [
  ['own-wish', 'home'],
  ['own-wish', 'other-social-service'],
  ['employed-with-subsidy', 'subsidised-work'],
  ['employed-with-subsidy', 'subsidised-work'],
  ['employed', 'paid-work'],
  ['health-or-rehabilitation', 'rehabilitation'],
  ['health-or-rehabilitation', 'sick-leave'],
  ['moved-away', 'elsewhere'],
  ['retired', 'pension'],
  ['studies', 'studies'],
  ['need-ended', 'home'],
];

/** Who was in open work for some years: most left, three went back to a centre. */
export function makeGone(context: Context, i: number, from: Day): void {
  const { recorder, workers, places } = context;
  const path: Path = { key: `pori-open-gone-${i}`, from, viaCentre: true };
  const { person, stay, official } = centreBefore(context, path, [6, 40]);
  const { random } = person;
  const until = nextWorkingDay(addDays(addMonths(from, 14), random.int(0, 1100)));
  const which = random.int(0, 1) as 0 | 1;
  const coach = workers.poriCoaches[which];
  const workplace = workplaceFor(context, path);
  const { begun, placed } = beginCoached(context, person, {
    service: 'open-work',
    from,
    workplace,
    coach,
    coachFrom: coachesFrom[which] < until ? coachesFrom[which] : from,
    official,
    source: 'coaching-team',
    kind: 'referral',
    until,
  });
  recorder.move(stay, begun);
  const renewals = agreeYearly(context, begun, placed, workplace, coach, until);
  if (until > '2018-03-01')
    keepContacts(context, begun, { coach, last: addDays(until, -4), every: 40, jitter: 15, renewals });
  const leaving = leavings[i];
  if (leaving) {
    recorder.end(begun, until, { reason: leaving[0], destination: leaving[1], recordedBy: coach.id });
    return;
  }
  const back = stayAtCentre(context, person, { group: random.pick(places.poriWork), from: until, official });
  recorder.move(begun, back);
  const leaves = nextWorkingDay(addMonths(until, random.int(14, 40)));
  const ended = leaves < '2021-04-01' ? leaves : day('2021-04-06');
  recorder.end(back, ended, {
    reason: 'health-or-rehabilitation',
    destination: 'other-social-service',
    recordedBy: official,
  });
}
