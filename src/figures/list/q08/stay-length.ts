import { addDays, type Day } from '../../../kernel/day.ts';
import { fromSql, laterEnd, overlaps } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { median, personsOf } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';
import { lengthsOf } from '../../method/lengths.ts';
import { chains, observedStay, serviceDays } from '../../method/spells.ts';

export const stayLength = figure({
  id: 'stay-length',
  question: 'Q8',
  unit: 'days',
  basis: 'cohort',
  about: 'persons',
  divides: true,
  label: {
    fi: 'Yhtäjaksoisen asiakkuuden pituus',
    sv: 'Den sammanhängande tidens längd',
    en: 'Length of an unbroken stay',
  },
  definition: {
    fi: 'Asiakkuuden pituus mediaanina: puolet asiakkuuksista kestää enintään tämän ajan. Enintään 35 päivän välit ja sovitut tauot eivät katkaise asiakkuutta. Kesken olevat ovat mukana siltä ajalta, jolta ne tunnetaan (Kaplan–Meier); jokaiselta henkilöltä ensimmäinen havaittu.',
    sv: 'Klientrelationernas medianlängd: hälften varar högst så här länge. Avbrott på högst 35 dagar och avtalade pauser bryter inte en klientrelation. Pågående är med för den tid som är känd (Kaplan–Meier); av varje person den första som har observerats.',
    en: 'The median length of a stay: half of the stays last at most this long. Gaps of at most 35 days and agreed breaks do not end a stay. Stays still running count for the time that is known of them (Kaplan–Meier); of each person the first that was observed.',
  },
  population:
    'The first chain of client relationships of each person that was observed on a day of the period; who began before the register did enters late.',
  example:
    '1.1.-29.2., 1.3.-30.4. and 1.6.-30.6.2020: the gap of 31 days joins, so one stay of 182 days, of which 151 in service.',
  facts: ['fact_relationship', 'fact_pause'],
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, 'service' as category, daterange(r.began_on, upper(r.during)) as during,
      lower(r.during) as "on", r.left_on is not null as flag
    from fact_relationship r
    where ${within(scope, 'r')} and lower(r.during) < ${scope.period.to}::date
    union all
    select p.person_id, p.client_id, 'break', p.during, null, false
    from fact_pause p where ${within(scope, 'p')} and lower(p.during) < ${scope.period.to}::date`,
  value: (facts, scope) => {
    const { from } = scope.period;
    const last = addDays(scope.period.to, -1);
    const stays = [...Map.groupBy(facts, ({ person }) => person)].flatMap(([person, own]) => {
      const ranges = (category: string) =>
        own.filter((fact) => fact.category === category).map((fact) => fromSql(fact.during as string));
      const breaks = ranges('break');
      for (const chain of chains(ranges('service'), last, { breaks })) {
        const { during } = chain;
        const inChain = own.filter(
          (fact) => fact.category === 'service' && overlaps(fromSql(fact.during as string), during),
        );
        // Known here from the day on which the client came from another organiser, until passing on to the next.
        const seenFrom = inChain.map(({ on }) => on as Day).sort()[0] ?? during.from;
        const passedOn = inChain.some(({ flag, during: own }) => flag && fromSql(own as string).to === during.to);
        const stay = observedStay(during, last, laterEnd(seenFrom, from) ?? from, passedOn);
        if (stay) return [{ person, chain, stay, clients: inChain.map(({ client }) => client) }];
      }
      return [];
    });
    const persons = personsOf(stays.map(({ person }) => ({ person, client: null }))).size;
    const served = median(stays.map(({ chain }) => serviceDays(chain, last)));
    return lengthsOf(stays, served === null ? [] : [{ key: 'days-in-service', value: served, persons, unit: 'days' }]);
  },
});
