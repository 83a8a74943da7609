import { otherServiceName } from '../../../casework/cooperation/texts.ts';
import { namedServices, otherServices } from '../../../casework/cooperation/words.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { NOT_RECORDED } from '../../frame/count.ts';
import { type Fact, figure, type Part, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

const states = ['agreed', 'in-house', 'as-needed', 'none', NOT_RECORDED];

export const cooperationAgreed = figure({
  id: 'cooperation-agreed',
  question: 'Q10',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Sovittu yhteistyökäytäntö', sv: 'Avtalad samarbetspraxis', en: 'Agreed cooperation' },
  definition: {
    fi: 'Kuinka monen muun palvelun kanssa on kysyttynä päivänä sovittu käytäntö tai toimitaan samassa talossa. Rinnalla kaikki palvelut: sovittu, tarvittaessa, ei sovittua, ei tiedossa. Kahdeksan nimettyä palvelua ovat aina mukana.',
    sv: 'Med hur många andra former av service det på dagen finns en avtalad praxis eller arbete i samma hus. Bredvid alla former av service: avtalad, vid behov, ingen avtalad, inte känt. De åtta namngivna är alltid med.',
    en: 'With how many other services there is on the day an agreed practice, or work under one roof. Beside it all services: agreed, as needed, none agreed, not known. The eight named services are always there.',
  },
  population:
    'Links of the description’s services in force on the day, and the eight named services whether there is a link or not.',
  example:
    'Rauma: social rehabilitation in-house, disability services agreed, mental health none, of the eight named five more known: 2 agreed; none with mental health.',
  facts: ['fact_cooperation_link'],
  words: {
    agreed: { fi: 'Sovittu käytäntö', sv: 'Avtalad praxis', en: 'Agreed practice' },
    'in-house': { fi: 'Samassa talossa', sv: 'I samma hus', en: 'Under one roof' },
    'as-needed': { fi: 'Tarvittaessa', sv: 'Vid behov', en: 'As needed' },
    none: { fi: 'Ei sovittua käytäntöä', sv: 'Ingen avtalad praxis', en: 'No agreed practice' },
    [NOT_RECORDED]: { fi: 'Ei tiedossa', sv: 'Inte känt', en: 'Not known' },
  },
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, l.other_service as thing, l.state as category, l.organiser_id::text as also
    from fact_cooperation_link l
    where ${withinOrganiser(scope, 'l')} and l.service_group = any(${[...scope.groups]}::text[]) and l.during @> ${scope.asOf}::date
    order by l.organiser_id, l.other_service, l.service_group`,
  value: (facts, scope) => {
    // A region is the sum of its members: each has its own practice with a service, or none.
    const practices = [...Map.groupBy(facts, ({ also }) => also).values()].flatMap(practicesOf);
    const agreed = practices.filter(({ state }) => state === 'agreed' || state === 'in-house');
    const words = cooperationAgreed.words as Record<string, Record<string, string>>;
    return {
      value: facts.length === 0 ? null : agreed.length,
      recorded: facts.length,
      cases: facts.length,
      persons: 0,
      breakdown: {
        by: 'state',
        parts: states.map(
          (key): Part => ({
            key,
            value: practices.filter(({ state }) => state === key).length,
            persons: 0,
            of: practices.length,
          }),
        ),
      },
      more: [
        {
          by: 'other-service',
          parts: otherServices.flatMap((service): Part[] => {
            const own = practices.filter((one) => one.service === service);
            if (own.length === 0) return [];
            const known = own.filter(({ state }) => state !== NOT_RECORDED);
            const text = states.filter((state) => own.some((one) => one.state === state));
            return [
              {
                key: service,
                name: `${otherServiceName(service, scope.asOf, scope.language)}: ${text.map((state) => words[state]?.[scope.language]).join(', ')}`,
                value: known.length === 0 ? null : agreed.filter((one) => one.service === service).length,
                persons: 0,
              },
            ];
          }),
        },
      ],
    };
  },
});

/** One organiser's practice with each service that it has a link to, and with the named ones; of several groups the closest. */
function practicesOf(links: readonly Fact[]): { readonly service: string; readonly state: string }[] {
  return otherServices.flatMap((service) => {
    const own = links.filter(({ thing }) => thing === service).map(({ category }) => category as string);
    if (own.length === 0 && !namedServices.some((named) => named === service)) return [];
    return [{ service, state: states.find((state) => own.includes(state)) ?? NOT_RECORDED }];
  });
}
