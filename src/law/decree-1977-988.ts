import type { Day } from '../kernel/day.ts';
import { between, enacted, type Statute, since, versionOn } from './provision.ts';

const act: Statute = {
  number: '988/1977',
  title: {
    fi: 'Asetus kehitysvammaisten erityishuollosta',
    sv: 'Förordning angående specialomsorger om utvecklingsstörda',
    en: 'Decree on Special Care for Persons with Intellectual Disabilities',
  },
};

/** Section 24 subsection 1: who confirms the grounds by which work-share money may be paid. Names no amount. */
export const workShareMoney = enacted(act, '24', { fi: 'Työosuusraha', sv: 'Flitpenning', en: 'Work-share money' }, [
  between('1991-03-01', '2024-12-31', 'ministry', '416/1991'),
  // The decree was planned to be repealed with the new act; whether it was is not known to us.
  since('2025-01-01', 'ministry', '416/1991; in force after 2024 not verified', false),
]);

/** 988/1977 § 24: work-share money may be paid to whoever takes part in work activity; nobody has a right to it. */
export function mayPayWorkShare(on: Day): boolean {
  return versionOn(workShareMoney, on) !== null;
}
