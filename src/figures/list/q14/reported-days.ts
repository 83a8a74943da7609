import { payers } from '../../../casework/participation/words.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { byClass, personsOf, sum } from '../../frame/count.ts';
import { type Fact, figure, type Part, zFact } from '../../frame/figure.ts';

const days = (facts: readonly Fact[]) => sum(facts.map(({ times }) => times ?? 0));

export const reportedDays = figure({
  id: 'reported-days',
  question: 'Q14',
  unit: 'days',
  basis: 'month',
  about: 'persons',
  services: ['rehabilitative-work'],
  label: {
    fi: 'Etuuden maksajalle ilmoitettavat päivät',
    sv: 'Dagar att anmäla till förmånens betalare',
    en: 'Days to report to the payer of the benefit',
  },
  definition: {
    fi: 'Kuntouttavan työtoiminnan osallistumispäivät kuukauden aikana, joilta kulukorvauksen maksaa työttömyysetuuden maksaja eikä järjestäjä. Rinnalla kaikki päivät maksajittain: Kela, työttömyyskassa, järjestäjä (toimintaraha), ei kukaan, ja päivät, joiden maksaja ei ole tiedossa.',
    sv: 'Deltagardagar i arbetsverksamhet i rehabiliteringssyfte under månaden, för vilka kostnadsersättningen betalas av den som betalar arbetslöshetsförmånen och inte av anordnaren. Bredvid alla dagar enligt betalare: FPA, arbetslöshetskassan, anordnaren (verksamhetspenning), ingen, och dagar vilkas betalare inte är känd.',
    en: 'Days of participation in rehabilitative work in the month for which the payer of the unemployment benefit, and not the organiser, pays the cost compensation. Beside it all days by payer: Kela, an unemployment fund, the organiser (activity allowance), nobody, and days whose payer is not known.',
  },
  population:
    'Days on which a person was present in rehabilitative work for the hours of the law, by who pays for them.',
  example:
    'Anna has the labour market subsidy and was present on 2 days, Bo lives on social assistance and was present on 1, of Cia no benefit is recorded and she was present on 1: 2 days reported; 1 paid by the organiser, 1 of a payer not known.',
  facts: ['fact_participation'],
  cases: (scope) => rowsOf(zFact)`
    select d.person_id as person, min(d.client_id::text)::uuid as client, d.payer as category,
      d.payer in ('kela', 'fund') as flag, count(distinct d.held_on)::int as times
    from fact_participation_days(${[...scope.organiserIds]}::uuid[], ${scope.period.from}::date, ${scope.period.to}::date) d
    where 'rehabilitative-work' = any(${[...scope.services]}::text[])
    group by d.person_id, d.payer`,
  value: (facts) => {
    const reported = facts.filter(({ flag }) => flag);
    return {
      value: days(reported),
      recorded: facts.length,
      cases: days(reported),
      persons: personsOf(reported).size,
      behind: reported.map(({ client, category }) => ({ client, category: `payer-${category}` })),
      breakdown: {
        by: 'payer',
        apart: true,
        parts: byClass(
          facts,
          ({ category }) => category && `payer-${category}`,
          payers.map((one) => `payer-${one}`),
        ).map(([key, some]): Part => ({ key, value: days(some), persons: personsOf(some).size })),
      },
    };
  },
});
