import { otherServiceName } from '../../../casework/cooperation/texts.ts';
import { otherServices } from '../../../casework/cooperation/words.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const cooperationReferralsMade = figure({
  id: 'cooperation-referrals',
  question: 'Q10',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: {
    fi: 'Ohjaukset muihin palveluihin ja niistä',
    sv: 'Hänvisningar till och från annan service',
    en: 'Referrals to and from other services',
  },
  definition: {
    fi: 'Jakson aikana tehdyt ohjaukset muihin palveluihin ja muista palveluista, palveluittain. Rinnalla suunta ja se, mitä niistä tuli.',
    sv: 'Hänvisningar under perioden till och från annan service, enligt service. Bredvid riktningen och vad det blev av dem.',
    en: 'Referrals made in the period to other services and from them, by service. Beside it their direction and what came of them.',
  },
  population: 'Referrals over links to other services made on a day of the period.',
  example:
    'Two to mental health services, one of them begun, one not known yet; one from TYP, begun: 3; begun 2, outcome not recorded 1 of 3.',
  facts: ['fact_cooperation_referral'],
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.referral_id as thing, r.other_service as category, r.direction as also,
      nullif(r.outcome, 'not-known') as name
    from fact_cooperation_referral r where ${within(scope, 'r')}
      and r.made_on >= ${scope.period.from}::date and r.made_on < ${scope.period.to}::date`,
  value: (facts, { asOf, language }) => {
    const plain = facts.map((fact) => ({ ...fact, name: null }));
    // A service is called as it was on the day of the figure.
    const named = plain.map((fact) => {
      const service = otherServices.find((one) => one === fact.category);
      return { ...fact, name: service ? otherServiceName(service, asOf, language) : null };
    });
    const outcomes = facts.map((fact) => ({ ...fact, name: null, category: fact.name ?? null }));
    return {
      ...countCases(named, { by: 'other-service', order: otherServices }),
      more: [
        partsOfCases(plain, { by: 'direction', of: (fact) => fact.also, order: ['to', 'from'] }),
        partsOfCases(outcomes, { by: 'outcome', order: ['started', 'refused', 'no-place'] }),
      ],
    };
  },
});
