/** The way to open work in Pori: who comes, from where, and to which workplace. */
import { addDays, addMonths, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import { enteredOn } from '../book.ts';
import { luckOf } from '../luck.ts';
import type { Person, Wished } from '../people.ts';
import type { Workplace } from '../places.ts';
import type { Scene } from '../scene.ts';
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

export function personOf(scene: Scene, path: Path, centreFrom: Day, ageAtStart: readonly [number, number]): Person {
  const year = Number(path.from.slice(0, 4));
  const { people, region } = scene;
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
  scene: Scene,
  path: Path,
  months: readonly [number, number],
): { person: Person; stay: Begun; official: string } {
  const luck = luckOf(`${path.key} before`);
  const young = luck.chance(0.8);
  const centreFrom =
    path.wished?.familyName === 'Åberg'
      ? day('2016-09-12')
      : nextWorkingDay(
          addDays(addMonths(path.from, -(young ? luck.int(...months) : luck.int(48, 150))), luck.int(0, 25)),
        );
  const person = personOf(scene, path, centreFrom, young ? [20, 34] : [35, 52]);
  const official = luck.pick(scene.workers.poriOfficials).id;
  const group = luck.pick(scene.places.poriWork);
  const stay = stayAtCentre(scene, person, { group, from: centreFrom, official, until: path.from });
  pensions(scene, person, centreFrom);
  reasonOfSupport(scene, person, centreFrom);
  return { person, stay, official };
}

export function workplaceFor(scene: Scene, path: Path): Workplace {
  const { poriWorkplaces } = scene.places;
  const wanted = {
    Åberg: 'Lähikauppa Itätulli',
    Korhonen: 'Kaupungin puutarha',
    Mäkelä: 'Keskussairaalan keittiö',
    Äijälä: 'Meri-Porin Pesula',
  }[path.wished?.familyName ?? ''];
  const found = poriWorkplaces.find(({ name: one }) => one === wanted);
  return found ?? luckOf(`${path.key} workplace`).pick(poriWorkplaces);
}
