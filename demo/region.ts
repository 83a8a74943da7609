/** Who arranges what in Satakunta, as the seed has it: organisers, services, offerings, rates, rhythms, links and gaps. */

import type { ProvisionMode } from '../src/casework/organiser/words.ts';
import { type Day, day } from '../src/kernel/day.ts';
import type { Range } from '../src/kernel/range.ts';
import type { Service } from '../src/kernel/service.ts';
import { type DemoRows, idSeries, type Moment } from './demo-rows.ts';

export interface DemoOrganiser {
  readonly id: string;
  readonly code: 'pori-perusturva' | 'rauma' | 'satakunta' | 'pori-tyollisyys';
  readonly municipality: string;
  /** Where its register begins: what was before is known only as a beginning. */
  readonly registerFrom: Day;
}

export interface Region {
  readonly pori: DemoOrganiser;
  readonly rauma: DemoOrganiser;
  readonly satakunta: DemoOrganiser;
  readonly employment: DemoOrganiser;
  readonly id: () => string;
  offering(organiser: DemoOrganiser, service: Service, mode?: ProvisionMode): string;
  provider(name: string): string;
  /** The services that the organiser offers in one way or another. */
  services(organiser: DemoOrganiser): Service[];
}

/** The bodies that handle requests for rectification. */
const bodies = {
  'pori-perusturva': {
    name_fi: 'Porin perusturvalautakunta',
    name_sv: 'Björneborgs grundtrygghetsnämnd',
    name_en: 'Social Welfare Board of Pori',
    street: 'Kirjurintie 1',
    postal_code: '28100',
    post_office: 'Pori',
  },
  rauma: {
    name_fi: 'Rauman sosiaali- ja terveysvaliokunta',
    name_sv: 'Raumo social- och hälsovårdsutskott',
    name_en: 'Social and Health Committee of Rauma',
    street: 'Valtakatu 1',
    postal_code: '26100',
    post_office: 'Rauma',
  },
  satakunta: {
    name_fi: 'Satakunnan sosiaali- ja terveyslautakunta',
    name_sv: 'Satakuntas social- och hälsovårdsnämnd',
    name_en: 'Social and Health Board of Satakunta',
    street: 'Satakunnankatu 3',
    postal_code: '28100',
    post_office: 'Pori',
  },
  'pori-tyollisyys': {
    name_fi: 'Porin elinvoimalautakunta',
    name_sv: 'Björneborgs livskraftsnämnd',
    name_en: 'Vitality Board of Pori',
    street: 'Kirjurintie 3',
    postal_code: '28100',
    post_office: 'Pori',
  },
} as const satisfies Record<DemoOrganiser['code'], Record<string, string>>;

export const servedSince = (from: string, to: string | null = null): Range => ({
  from: day(from),
  to: to ? day(to) : null,
});

/** The region was set up in the system at this moment; organisers' own facts are known since then. */
export const setUp: Moment = '2010-01-04 08:00';

export const demoMunicipalities: readonly (readonly [string, string, string])[] = [
  ['609', 'Pori', 'Björneborg'],
  ['886', 'Ulvila', 'Ulvsby'],
  ['484', 'Merikarvia', 'Sastmola'],
  ['684', 'Rauma', 'Raumo'],
  ['051', 'Eurajoki', 'Euraåminne'],
  ['050', 'Eura', 'Eura'],
  ['079', 'Harjavalta', 'Harjavalta'],
  ['271', 'Kokemäki', 'Kumo'],
  ['531', 'Nakkila', 'Nakkila'],
  ['608', 'Pomarkku', 'Påmark'],
  ['783', 'Säkylä', 'Säkylä'],
];

const providers: readonly (readonly [string, string])[] = [
  ['Validia', 'company'],
  ['Euran kunta', 'municipality'],
  ['Porin Pajayhdistys', 'association'],
  ['Satakunnan Kierrätystuki', 'association'],
  ['Karhukunnan Toimintasäätiö', 'foundation'],
  ['Yksityisiä palveluntuottajia', 'company'],
];

export function makeRegion(demoRows: DemoRows): Region {
  const id = idSeries(0);
  const bodyId = idSeries(9);
  for (const [code, name_fi, name_sv] of demoMunicipalities)
    demoRows.plain('organiser_municipality', { code, name_fi, name_sv });

  const organiser = (
    code: DemoOrganiser['code'],
    kind: string,
    names: readonly [string, string, string],
    municipality: string,
    registerFrom: string,
    contact: {
      offices: readonly [string, string, string] | null;
      street: string;
      postal: string;
      town: string;
      phone: string;
    },
  ): DemoOrganiser => {
    const row = {
      id: id(),
      code,
      kind,
      name_fi: names[0],
      name_sv: names[1],
      name_en: names[2],
      office_fi: contact.offices?.[0] ?? null,
      office_sv: contact.offices?.[1] ?? null,
      office_en: contact.offices?.[2] ?? null,
      street: contact.street,
      postal_code: contact.postal,
      post_office: contact.town,
      phone: contact.phone,
      email: `kirjaamo@${code}.example`,
      data_protection_contact: `tietosuojavastaava@${code}.example`,
      data_protection_page: `https://${code}.example/tietosuoja`,
      register_from_on: registerFrom,
      during: servedSince('1985-01-01'),
    };
    demoRows.add('organiser_organiser', row, setUp);
    demoRows.add(
      'organiser_rectification_body',
      {
        id: bodyId(),
        organiser_id: row.id,
        ...bodies[code],
        email: `kirjaamo@${code}.example`,
        opening_fi: 'arkisin klo 9–15',
        opening_sv: 'vardagar kl. 9–15',
        opening_en: 'weekdays from 9 to 15',
        during: servedSince('1985-01-01'),
      },
      setUp,
    );
    return { id: row.id, code, municipality, registerFrom: day(registerFrom) };
  };
  const pori = organiser(
    'pori-perusturva',
    'cooperation-area',
    [
      'Porin perusturvan yhteistoiminta-alue',
      'Björneborgs samarbetsområde för grundtrygghet',
      'Pori basic security co-operation area',
    ],
    '609',
    '2010-01-01',
    {
      offices: [
        'Sosiaali- ja perhepalvelut, vammaispalvelut',
        'Social- och familjeservice, handikappservice',
        'Social and family services, disability services',
      ],
      street: 'Maantiekatu 31',
      postal: '28120',
      town: 'Pori',
      phone: '050 000 0100',
    },
  );
  const rauma = organiser(
    'rauma',
    'municipality',
    ['Rauman kaupunki', 'Raumo stad', 'City of Rauma'],
    '684',
    '2010-01-01',
    {
      offices: [
        'Sosiaali- ja terveystoimiala, sosiaalipalvelut, vammaispalvelut',
        'Social- och hälsovårdssektorn, socialservice, handikappservice',
        'Social and health services, disability services',
      ],
      street: 'Nortamonkatu 4',
      postal: '26100',
      town: 'Rauma',
      phone: '050 000 0200',
    },
  );
  const employment = organiser(
    'pori-tyollisyys',
    'employment-services',
    ['Porin kaupungin työllisyyspalvelut', 'Björneborgs stads sysselsättningstjänster', 'Pori employment services'],
    '609',
    '2015-01-01',
    {
      offices: [
        'Työllisyyden kuntakokeilu, TYP',
        'Kommunförsöket med sysselsättning, TYP',
        'Local government pilot on employment, TYP',
      ],
      street: 'Isolinnankatu 28',
      postal: '28100',
      town: 'Pori',
      phone: '050 000 0300',
    },
  );
  const satakunta = organiser('satakunta', 'region', ['Satakunta', 'Satakunta', 'Satakunta'], '609', '2010-01-01', {
    offices: null,
    street: 'Pohjoisranta 1',
    postal: '28100',
    town: 'Pori',
    phone: '050 000 0400',
  });

  for (const one of [pori, rauma, employment])
    demoRows.plain('organiser_membership', {
      id: id(),
      region_id: satakunta.id,
      organiser_id: one.id,
      during: servedSince('2010-01-01'),
    });
  const area = (one: DemoOrganiser, codes: readonly string[]) => {
    for (const municipality_code of codes)
      demoRows.add(
        'organiser_area',
        { id: id(), organiser_id: one.id, municipality_code, during: servedSince('2010-01-01') },
        setUp,
      );
  };
  area(pori, ['609', '886', '484']);
  area(rauma, ['684']);
  area(employment, ['609']);
  area(
    satakunta,
    demoMunicipalities.map(([code]) => code),
  );

  const providerIds = new Map<string, string>();
  for (const [name, kind] of providers) {
    const row = demoRows.plain('organiser_provider', { id: id(), name, kind, business_code: null });
    providerIds.set(name, row.id);
  }
  const provider = (name: string): string => {
    const match = providerIds.get(name);
    if (!match) throw new RangeError(`No provider ${name}`);
    return match;
  };

  const offerings = new Map<string, string>();
  const offer = (one: DemoOrganiser, service: Service, mode: ProvisionMode, from: string, by: string | null = null) => {
    const row = demoRows.add(
      'organiser_offering',
      {
        id: id(),
        organiser_id: one.id,
        service,
        provision_mode: mode,
        provider_id: by ? provider(by) : null,
        during: servedSince(from),
      },
      setUp,
    );
    const key = `${one.code} ${service} ${mode}`;
    if (!offerings.has(key)) offerings.set(key, row.id);
  };
  for (const service of ['work-activity', 'day-activity', 'open-work', 'supported-employment', 'job-coaching'] as const)
    offer(pori, service, 'own', '1985-01-01');
  offer(pori, 'day-activity-severe', 'purchased', '2017-01-01', 'Validia');
  for (const service of ['work-activity', 'open-work', 'job-coaching'] as const)
    offer(rauma, service, 'own', '1985-01-01');
  offer(rauma, 'work-activity', 'purchased', '2012-01-01', 'Euran kunta');
  offer(employment, 'rehabilitative-work', 'own', '2001-09-01');
  for (const by of ['Porin Pajayhdistys', 'Satakunnan Kierrätystuki', 'Karhukunnan Toimintasäätiö'])
    offer(employment, 'rehabilitative-work', 'grant', '2010-01-01', by);
  offer(satakunta, 'employment-support-27d', 'purchased', '2010-01-01', 'Yksityisiä palveluntuottajia');
  offer(satakunta, 'work-activity-27e', 'purchased', '2010-01-01', 'Yksityisiä palveluntuottajia');
  offer(satakunta, 'day-activity-severe', 'purchased', '2017-01-01', 'Validia');

  return {
    pori,
    rauma,
    satakunta,
    employment,
    id,
    provider,
    services(one) {
      const own = [...offerings.keys()].map((key) => key.split(' ')).filter(([code]) => code === one.code);
      return [...new Set(own.map(([, service]) => service as Service))];
    },
    offering(one, service, mode = 'own') {
      const match = offerings.get(`${one.code} ${service} ${mode}`);
      if (!match) throw new RangeError(`${one.code} does not offer ${service} (${mode})`);
      return match;
    },
  };
}
