import { contactsDue } from '../../../casework/coaching/rules.ts';
import { phases } from '../../../casework/rhythm/words.ts';
import { coachedIn, coachedOf } from '../../frame/coached.ts';
import { figure, type Part } from '../../frame/figure.ts';

export const rhythmKept = figure({
  id: 'rhythm-kept',
  question: 'Q12',
  unit: 'share',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Yhteydet ajallaan', sv: 'Kontakter i tid', en: 'Contacts in time' },
  definition: {
    fi: 'Osuus niistä yhteydenotoista, jotka sovitun tiheyden mukaan olivat jakson aikana määrä tehdä ja jotka tehtiin ajallaan. Alkuvaiheessa tiheys voi olla asiakkaan toive. Missä on sovittu vain käynti sopimusta uusittaessa, käynti on määrä tehdä sopimuksen päättyessä. Tauon aikana ei ole mitään tehtävää.',
    sv: 'Andel av de kontakter som enligt den avtalade takten skulle tas under perioden och som togs i tid. I den inledande fasen kan takten vara klientens önskan. Där bara ett besök vid förnyandet är avtalat ska besöket göras när avtalet går ut. Under en paus ska ingenting göras.',
    en: 'Share of the contacts due in the period by the agreed rhythm that took place in time. In the starting phase the rhythm may be the client’s wish. Where only a visit at renewal is agreed, it is due when the agreement ends. Nothing is due during a break.',
  },
  population: 'Contacts due on a day of the period within client relationships of services that have an agreed rhythm.',
  example:
    'Weekly from 1.3.; contacts on 8.3., 12.3. and 25.3.: due 8.3. (kept), 15.3. (kept on 12.3.), 19.3. (missed), 26.3. (kept on 25.3.): 3 of 4.',
  facts: ['fact_relationship', 'fact_contact', 'fact_rhythm', 'fact_agreed_rhythm', 'fact_pause', 'fact_agreement'],
  cases: (scope) => coachedIn(scope, scope.period.from, scope.period.to),
  value: (facts, scope) => {
    const dues = coachedOf(facts).flatMap(({ person, client, facts: own }) =>
      contactsDue(own, scope.period).map(({ phase, keptOn }) => ({
        phase,
        kept: keptOn !== null,
        person,
        client,
        category: keptOn === null ? 'missed' : 'kept',
      })),
    );
    const saved = dues.filter((due) => due.kept);
    const personsIn = (some: readonly { person: string }[]) => new Set(some.map(({ person }) => person)).size;
    const byPhase = phases.map((phase): Part => {
      const own = dues.filter((due) => due.phase === phase);
      const value = own.length === 0 ? null : own.filter((due) => due.kept).length / own.length;
      return { key: phase, value, persons: personsIn(own), of: own.length, unit: 'share' };
    });
    return {
      value: dues.length === 0 ? null : saved.length / dues.length,
      recorded: facts.length,
      cases: dues.length,
      persons: personsIn(dues),
      of: dues.length,
      ofCases: true,
      behind: dues,
      breakdown: { by: 'phase', apart: true, together: true, parts: byPhase.filter(({ of }) => of !== 0) },
    };
  },
});
