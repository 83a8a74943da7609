import type { Day } from '../kernel/day.ts';
import { lastDayOfDays, movedToWorkingDay } from './act-1930-150.ts';
import { enacted, type Statute, since, versionOn } from './provision.ts';

const act: Statute = {
  number: '808/2019',
  title: {
    fi: 'Laki oikeudenkäynnistä hallintoasioissa',
    sv: 'Lag om rättegång i förvaltningsärenden',
    en: 'Administrative Judicial Procedure Act',
  },
};

/** Section 13: so many days from service of the decision on the request; the act before it, 586/1996, gave as many. */
export const appealTime = enacted(act, '13', { fi: 'Valitusaika', sv: 'Besvärstid', en: 'Time for appeal' }, [
  since('2020-01-01', 30, '808/2019; its day in force and number of days recalled', false),
]);

/** The last day for appealing to the administrative court; one on a Saturday or holiday moves to the next working day. */
export function appealDeadline(servedOn: Day): Day {
  const days = (versionOn(appealTime, servedOn) ?? appealTime.versions[0])?.value as number;
  return movedToWorkingDay(lastDayOfDays(servedOn, days));
}
