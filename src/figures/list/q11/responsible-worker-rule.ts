import { rowsOf } from '../../../server/database/statement.ts';
import { labelOf } from '../../frame/class-labels.ts';
import { type Fact, figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const responsibleWorkerRule = figure({
  id: 'responsible-worker-rule',
  question: 'Q11',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: {
    fi: 'Miten vastuutyöntekijä määräytyy',
    sv: 'Hur ansvarig arbetstagare utses',
    en: 'How the responsible worker is named',
  },
  definition: {
    fi: 'Kuinka monessa palvelussa vastuutyöntekijän nimeämisestä on kysyttynä päivänä sääntö. Rinnalla sääntö palveluittain, palvelut, joissa asiakasvastaava määräytyy sukunimen alkukirjaimen mukaan, ja kuinka monta kuukautta ryhmän vetäjä on vuorossa.',
    sv: 'För hur många slag av service det på dagen finns en regel för hur ansvarig arbetstagare utses. Bredvid regeln enligt service, service där klientansvarig utses enligt efternamnets första bokstav och hur många månader en gruppledare är i tur.',
    en: 'In how many services there is a rule on the day for naming the responsible worker. Beside it the rule of each service, the services where the case manager follows from the first letter of the surname, and how many months a group leader’s turn lasts.',
  },
  population: 'Allocation rules in force on the day; groups led in turns whose lead is in force.',
  example:
    'Work activity by group leader, with case managers by letter and turns of 3 months: 1 rule, by letter 1, months in turn 3.',
  facts: ['fact_allocation_rule', 'fact_group_lead'],
  words: {
    'own-coach': { fi: 'oma työvalmentaja', sv: 'egen arbetscoach', en: 'own coach' },
    'group-leader': { fi: 'ryhmän vetäjä', sv: 'gruppens ledare', en: 'leader of the group' },
    'named-official': {
      fi: 'nimetty vastuutyöntekijä',
      sv: 'utsedd ansvarig arbetstagare',
      en: 'named responsible worker',
    },
    none: { fi: 'ei nimetä', sv: 'utses inte', en: 'none is named' },
    'case-manager-by-letter': {
      fi: 'Asiakasvastaava sukunimen alkukirjaimen mukaan',
      sv: 'Klientansvarig enligt efternamnets första bokstav',
      en: 'Case manager by first letter of the surname',
    },
    'lead-rotation-months': {
      fi: 'Ryhmän vetäjän vuoro kuukausina',
      sv: 'Gruppledarens tur i månader',
      en: 'Months in a group leader’s turn',
    },
  },
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, a.service as thing, a.rule as category, a.case_manager_by_letter as flag, null::int as amount, a.organiser as name
    from fact_allocation_rule a where ${within(scope, 'a')} and a.during @> ${scope.asOf}::date
    union all
    select distinct null::uuid, null::uuid, l.service, 'turn', null::boolean, l.lead_rotation_months, l.organiser
    from fact_group_lead l where ${within(scope, 'l')} and l.during @> ${scope.asOf}::date and l.lead_rotation_months is not null
    order by name, thing, category, amount`,
  value: (facts, scope) => {
    const rules = facts.filter(({ category }) => category !== 'turn');
    const turns = facts.filter(({ category, amount }) => category === 'turn' && amount);
    const words = responsibleWorkerRule.words as Record<string, Record<string, string>>;
    // In a region each organiser has its own.
    const ofSeveral = new Set(facts.map(({ name }) => name)).size > 1;
    const whose = ({ name }: Fact, between: string) => (ofSeveral ? `${name}${between}` : '');
    const lengths = Map.groupBy(turns, (fact) => `${whose(fact, ':')}${fact.amount}`);
    const byLetter = rules.filter(({ flag }) => flag).length;
    return {
      value: rules.length,
      recorded: rules.length,
      cases: rules.length,
      persons: 0,
      breakdown: {
        by: 'service',
        parts: [
          ...rules.map(
            (fact): Part => ({
              key: `${whose(fact, ':')}${fact.thing}:${fact.category}`,
              name: `${whose(fact, ': ')}${labelOf(fact.thing as string, scope.language)}: ${words[fact.category as string]?.[scope.language]}`,
              value: 1,
              persons: 0,
            }),
          ),
          { key: 'case-manager-by-letter', value: byLetter, persons: 0 },
          // One length of turns is told as such, of several each.
          ...[...lengths].map(([key, [turn]]): Part => {
            const own = { value: turn?.amount ?? null, persons: 0, unit: 'months' as const };
            return lengths.size === 1 || !turn
              ? { key: 'lead-rotation-months', ...own }
              : {
                  key: `lead-rotation-months:${key}`,
                  name: `${whose(turn, ': ')}${words['lead-rotation-months']?.[scope.language]}`,
                  ...own,
                };
          }),
        ],
      },
    };
  },
});
