import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases, personsOf } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

const kinds = ['call', 'message', 'meeting', 'workplace-visit', 'group-meeting'];

export const contactsByKind = figure({
  id: 'contacts-by-kind',
  question: 'Q12',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Yhteydenotot lajeittain', sv: 'Kontakter enligt slag', en: 'Contacts by kind' },
  definition: {
    fi: 'Jakson aikana kirjatut yhteydenotot: puhelut, viestit, tapaamiset, käynnit työpaikalla ja ryhmätapaamiset. Ryhmätapaaminen on jokaisen osallistujan yhteydenotto; rinnalla pidettyjen tapaamisten määrä. Asian ollessa vireillä kirjatut eivät ole mukana.',
    sv: 'Kontakter som antecknats under perioden: samtal, meddelanden, möten, besök på arbetsplatsen och gruppmöten. Ett gruppmöte är en kontakt för var och en som deltar; bredvid antalet möten som hölls. De som antecknats medan ett ärende är anhängigt ingår inte.',
    en: 'Contacts recorded in the period: calls, messages, meetings, visits to the workplace and group meetings. A group meeting is a contact of each who took part; beside it how many were held. Those recorded while a matter is pending are not among them.',
  },
  population: 'Contacts held on a day of the period within client relationships of the services.',
  example:
    'Three calls with Anna, a group meeting on 3.3. with Anna and Bo, a visit with Bo: 6 contacts; calls 3, group meetings 2, visit 1; group meetings held 1.',
  facts: ['fact_contact'],
  cases: (scope) => rowsOf(zFact)`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, k.party as also,
      coalesce(k.meeting_id::text, concat_ws(' ', k.organiser_id, k.worker_id, k.held_on)) as name
    from fact_contact k where ${within(scope, 'k')} and k.held_on >= ${scope.period.from}::date and k.held_on < ${scope.period.to}::date`,
  value: (read) => {
    const groups = read.filter(({ category }) => category === 'group-meeting');
    const facts = read.map((fact) => ({ ...fact, name: null }));
    return {
      ...countCases(facts, { by: 'kind', order: kinds }),
      more: [
        partsOfCases(facts, { by: 'party', of: (fact) => fact.also, order: ['client', 'employer', 'both'] }),
        {
          by: 'group-meetings',
          apart: true,
          parts: [
            {
              key: 'held',
              value: new Set(groups.map(({ name }) => name)).size,
              persons: personsOf(groups).size,
              unit: 'count',
            },
          ],
        },
      ],
    };
  },
});
