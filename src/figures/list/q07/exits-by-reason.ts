import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const exitsByReason = figure({
  id: 'exits-by-reason',
  question: 'Q7',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Päättymisen syyt', sv: 'Orsaker till att det slutade', en: 'Exits by reason' },
  definition: {
    fi: 'Jakson aikana päättyneet asiakkuudet syyn mukaan, yleisin ensin. Sovittu tauko ei päätä asiakkuutta; alkaneet tauot ovat omalla rivillään eivätkä sisälly lukuun. Siirtyminen saman järjestäjän toiseen palveluun ei ole päättyminen.',
    sv: 'Klientrelationer som slutade under perioden, enligt orsak, den vanligaste först. En avtalad paus avslutar inte klientrelationen; pauser som började har en egen rad och ingår inte i talet. Övergång till en annan service hos samma anordnare är inte ett slut.',
    en: 'Client relationships that ended in the period by reason, most frequent first. An agreed break ends no relationship; breaks that began have a row of their own and are not in the total. A move to another service of the same organiser is no exit.',
  },
  population:
    'Exits whose day (the first day out of service) lies in the period; beside them agreed breaks that began in it.',
  example:
    'Two employed, one retired, one agreed break from 1.7.: value 3; employed 2 of 3, retired 1 of 3, agreed break 1.',
  facts: ['fact_exit', 'fact_pause'],
  words: {
    'agreed-break': { fi: 'Sovittu tauko (ei pääty)', sv: 'Avtalad paus (inget slut)', en: 'Agreed break (no exit)' },
  },
  cases: (scope) => rowsOf(zFact)`
    select e.person_id as person, e.client_id as client, e.exit_id as thing, e.reason as category
    from fact_exit e where ${within(scope, 'e')} and e.ended_on >= ${scope.period.from}::date and e.ended_on < ${scope.period.to}::date
    union all
    select p.person_id, p.client_id, p.pause_id, 'agreed-break'
    from fact_pause p where ${within(scope, 'p')}
      and lower(p.during) >= ${scope.period.from}::date and lower(p.during) < ${scope.period.to}::date`,
  value: (facts) => {
    const exits = countCases(facts.filter(({ category }) => category !== 'agreed-break'));
    const parts = partsOfCases(facts, { by: 'reason', rank: true }).parts;
    return {
      ...exits,
      recorded: facts.length,
      breakdown: {
        by: 'reason',
        parts: parts.map(({ of: _, ...part }) =>
          part.key === 'agreed-break' ? { ...part, beside: true } : { ...part, of: exits.cases },
        ),
      },
    };
  },
});
