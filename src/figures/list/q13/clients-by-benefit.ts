import { rowsOf } from '../../../server/database/statement.ts';
import { countRecorded, partsOfPersons } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const clientsByBenefit = figure({
  id: 'clients-by-benefit',
  question: 'Q13',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: {
    fi: 'Asiakkaat pääasiallisen etuuden mukaan',
    sv: 'Klienter enligt huvudsaklig förmån',
    en: 'Clients by main benefit',
  },
  definition: {
    fi: 'Kysytyn päivän asiakkaat sen mukaan, mikä on heidän pääasiallinen etuutensa; rinnalla kaikki kirjatut etuudet, joita yhdellä voi olla useita.',
    sv: 'Dagens klienter enligt deras huvudsakliga förmån; bredvid alla antecknade förmåner, av vilka en person kan ha flera.',
    en: 'Clients of the day by their main benefit; beside it all benefits recorded, of which one person may have several.',
  },
  population: 'Persons with a client relationship in force on the day, by the main benefit that holds for them on it.',
  example:
    'Anna has a disability pension (main) and a housing allowance, of Bo nothing is recorded: disability pension 1, not recorded 1 of 2; all benefits: pension 1, housing allowance 1.',
  facts: ['fact_relationship', 'fact_benefit'],
  cases: (scope) => rowsOf(zFact)`
    select distinct on (r.person_id, b.benefit) r.person_id as person, r.client_id as client, b.benefit as category,
      coalesce(b.main, true) and coalesce(b.latest, true) as flag
    from fact_relationship r
    left join (
      select b.person_id, b.benefit, b.main,
        not b.main or row_number() over (partition by b.person_id, b.main order by lower(b.during) desc, b.client_id) = 1 as latest
      from fact_benefit b where b.organiser_id = any(${[...scope.organiserIds]}::uuid[]) and b.during @> ${scope.asOf}::date
    ) b on b.person_id = r.person_id
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date
    -- A person's benefits are read by person, and one of them is the main one: the last known.
    order by r.person_id, b.benefit, flag desc, r.client_id`,
  value: (facts) => {
    const main = facts.filter(({ flag }) => flag);
    const withMain = new Set(main.map(({ person }) => person));
    // Somebody with other benefits only has no main one on record.
    const without = facts.filter(({ person }) => !withMain.has(person)).map((fact) => ({ ...fact, category: null }));
    const all = facts.filter(({ category }) => category !== null && category !== undefined);
    return {
      ...countRecorded([...main, ...without], { by: 'benefit', rank: true }),
      more: [{ ...partsOfPersons(all, { by: 'all-benefits', rank: true, shares: false }), apart: true }],
    };
  },
});
