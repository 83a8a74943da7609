import { rowsOf } from '../../../server/database/statement.ts';
import { countRecorded } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

/** Reasons as they are recorded, then the ways of not knowing; plainly not recorded comes last. */
const order = [
  'intellectual-disability',
  'autism-spectrum',
  'neuropsychiatric',
  'mental-health',
  'substance-use',
  'social',
  'other',
  'none',
  'not-investigated',
  'refused',
  'not-allowed',
];

export const clientsByPrimaryReason = figure({
  id: 'clients-by-primary-reason',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: {
    fi: 'Asiakkaat tuen ensisijaisen syyn mukaan',
    sv: 'Klienter enligt främsta orsak till stöd',
    en: 'Clients by primary reason of support',
  },
  definition: {
    fi: 'Kysytyn päivän asiakkaat sen mukaan, mikä on tuen tarpeen ensisijainen syy. Ei kirjattu, ei tutkittu, ei syytä, ei halunnut kertoa ja ei saa kirjata ovat eri vastauksia.',
    sv: 'Dagens klienter enligt den främsta orsaken till behovet av stöd. Inte antecknat, inte utrett, ingen orsak, ville inte berätta och får inte antecknas är olika svar.',
    en: 'Clients of the day by the primary reason of their need for support. Not recorded, not investigated, no reason, refused to tell and not allowed to record are different answers.',
  },
  population: 'Persons with a client relationship in force on the day, by the reason that holds for them on it.',
  example:
    'Four clients: one with a recorded intellectual disability, one not investigated, one recorded as not known, one of whom nothing was recorded: 1, 1, and not recorded 2 of 4 (50 %).',
  facts: ['fact_relationship', 'fact_reason'],
  words: {
    none: { fi: 'Ei syytä', sv: 'Ingen orsak', en: 'No such reason' },
    refused: { fi: 'Ei halunnut kertoa', sv: 'Ville inte berätta', en: 'Refused to tell' },
  },
  cases: (scope) => rowsOf(zFact)`
    select distinct on (r.person_id) r.person_id as person, r.client_id as client, nullif(s.reason, 'not-recorded') as category
    from fact_relationship r
    left join fact_reason s on s.person_id = r.person_id and s.organiser_id = any(${[...scope.organiserIds]}::uuid[])
      and s.during @> ${scope.asOf}::date
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date
    -- A person has one primary reason, whatever records there are: the last one known.
    order by r.person_id, s.reason is null or s.reason = 'not-recorded', lower(s.during) desc, r.client_id`,
  value: (facts) => countRecorded(facts, { by: 'primary-reason', order }),
});
