/** The way to open work in Pori: who comes, from where, and to which workplace. */
import { addDays, addMonths, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { enteredOn } from '../demo-rows.ts';
import type { Person, Wished } from '../people.ts';
import type { Workplace } from '../places.ts';
import { luckOf } from '../random.ts';
import type { Begun } from '../steps.ts';
import { pensions, reasonOfSupport, stayAtCentre } from './centre.ts';

/** When each of the coaches began; relationships older than that had nobody recorded before. */
export const coachesFrom = [day('2012-08-01'), day('2014-01-07')] as const;

export interface Path {
  key: string;
  /** The day on which open work began. */
  from: Day;
  viaCentre: boolean;
  wished?: Wished;
}

export function personOf(context: Context, path: Path, centreFrom: Day, ageAtStart: readonly [number, number]): Person {
  const year = Number(path.from.slice(0, 4));
  const { people, region } = context;
  const known = centreFrom > region.pori.registerFrom ? centreFrom : region.pori.registerFrom;
  return people.make(
    path.key,
    region.pori,
    {
      born: [year - ageAtStart[1], year - ageAtStart[0]],
      municipality: luckOf(`${path.key} town`).weighted([
        ['609', 84],
        ['886', 12],
        ['484', 4],
      ] as const),
      ...path.wished,
    },
    addMonths(known, -6),
    enteredOn(known, 0),
  );
}

/** The stay at a centre before open work: for new, younger clients a period of getting to know each other. */
export function centreBefore(
  context: Context,
  path: Path,
  months: readonly [number, number],
): { person: Person; stay: Begun; official: string } {
  const random = luckOf(`${path.key} before`);
  const young = random.chance(0.8);
  const centreFrom =
    path.wished?.familyName === 'Åberg'
      ? day('2016-09-12')
      : nextWorkingDay(
          addDays(addMonths(path.from, -(young ? random.int(...months) : random.int(48, 150))), random.int(0, 25)),
        );
  const person = personOf(context, path, centreFrom, young ? [20, 34] : [35, 52]);
  const official = random.pick(context.workers.poriOfficials).id;
  const group = random.pick(context.places.poriWork);
  const stay = stayAtCentre(context, person, { group, from: centreFrom, official, until: path.from });
  pensions(context, person, centreFrom);
  reasonOfSupport(context, person, centreFrom);
  return { person, stay, official };
}

export function workplaceFor(context: Context, path: Path): Workplace {
  const { poriWorkplaces } = context.places;
  const wanted = {
    Åberg: 'Lähikauppa Itätulli',
    Korhonen: 'Kaupungin puutarha',
    Mäkelä: 'Keskussairaalan keittiö',
    Äijälä: 'Meri-Porin Pesula',
  }[path.wished?.familyName ?? ''];
  const match = poriWorkplaces.find(({ name: one }) => one === wanted);
  return match ?? luckOf(`${path.key} workplace`).pick(poriWorkplaces);
}
