/** What the organisers of the region have agreed or decided for themselves: rates, rhythms, who is responsible, links, gaps. */
import type { Day } from '../src/kernel/day.ts';
import { range } from '../src/kernel/range.ts';
import { activityAllowance, activityAllowanceOn, activityAllowanceProvisionOn } from '../src/law/act-2001-189.ts';
import { type DemoRows, idSeries } from './demo-rows.ts';
import { type DemoOrganiser, type Region, servedSince, setUp } from './region.ts';

export interface Rates {
  /** Ids of the rates by organiser's code and kind, and of employers' shares by employer. */
  readonly of: Map<string, { id: string; cents: number; rule: string }>;
}

const rehabilitation = 'rehabilitative-work';

/** Which services a role receives, and in which its workers stand in for one another. */
export const roleServices = [
  ['coach', 'open-work', true],
  ['coach', 'supported-employment', true],
  ['coach', 'job-coaching', true],
  ['instructor', 'work-activity', false],
  ['instructor', 'day-activity', false],
  ['rehabilitative-instructor', rehabilitation, false],
  ['social-worker', 'work-activity', false],
  ['social-worker', 'day-activity', false],
  ['social-worker', 'open-work', false],
  ['social-worker', 'supported-employment', false],
  ['social-worker', 'job-coaching', false],
  ['social-worker', 'day-activity-severe', false],
  ['social-worker', 'employment-support-27d', false],
  ['social-worker', 'work-activity-27e', false],
  ['social-worker', rehabilitation, false],
] as const;

export function makeOwnRules(demoRows: DemoRows, region: Region): void {
  const id = idSeries(1);
  const { pori, rauma, employment, satakunta } = region;

  const allocate = (organiser: DemoOrganiser, service: string, rule: string, byLetter = false) =>
    demoRows.add(
      'relationship_allocation_rule',
      {
        id: id(),
        organiser_id: organiser.id,
        service,
        rule,
        case_manager_by_letter: byLetter,
        during: servedSince('2010-01-01'),
      },
      setUp,
    );
  for (const service of ['work-activity', 'day-activity']) allocate(pori, service, 'group-leader');
  for (const service of ['open-work', 'supported-employment', 'job-coaching']) allocate(pori, service, 'own-coach');
  allocate(pori, 'day-activity-severe', 'none');
  allocate(rauma, 'work-activity', 'group-leader', true);
  for (const service of ['open-work', 'job-coaching']) allocate(rauma, service, 'own-coach', true);
  allocate(employment, rehabilitation, 'named-official');

  const rhythm = (organiser: DemoOrganiser, service: string, phase: string, more: Record<string, number | boolean>) =>
    demoRows.add(
      'rhythm_rhythm',
      {
        id: id(),
        organiser_id: organiser.id,
        service,
        phase,
        phase_days: phase === 'starting' ? 45 : null,
        every_days: null,
        every_days_at_most: null,
        visit_at_renewal: false,
        group_meetings_a_year: null,
        during: servedSince('2010-01-01'),
        ...more,
      },
      setUp,
    );
  for (const service of ['open-work', 'supported-employment']) {
    rhythm(pori, service, 'starting', { every_days: 7, group_meetings_a_year: 4 });
    rhythm(pori, service, 'steady', { visit_at_renewal: true, group_meetings_a_year: 4 });
  }
  rhythm(rauma, 'open-work', 'starting', { every_days: 7 });
  rhythm(rauma, 'open-work', 'steady', { every_days: 14, every_days_at_most: 21 });

  for (const [role, service, stands_in] of roleServices)
    demoRows.plain('worker_role_service', { role, service, stands_in });

  makeLinks(demoRows, region);
  makeGaps(demoRows, satakunta, employment);
}

/** Rates in force and before; three employers in Pori pay a share of theirs. */
export function makeRates(demoRows: DemoRows, region: Region, payingEmployers: readonly string[]): Rates {
  const id = idSeries(2);
  const of: Rates['of'] = new Map();
  const rate = (
    organiser: DemoOrganiser,
    kind: string,
    cents: number,
    during: ReturnType<typeof servedSince>,
    rule: string,
    more: { holidays?: number; employer?: string } = {},
  ) => {
    const row = demoRows.add(
      'rate_rate',
      {
        id: id(),
        organiser_id: organiser.id,
        kind,
        employer_id: more.employer ?? null,
        amount_cents: cents,
        paid_holiday_days: more.holidays ?? 0,
        rule,
        during,
      },
      setUp,
    );
    of.set(more.employer ? `${kind} ${more.employer}` : `${organiser.code} ${kind}`, { id: row.id, cents, rule });
  };
  const { pori, rauma, employment } = region;
  const board = 'Perusturvalautakunnan päätös 14.12.2015 § 212';
  const before = 'Perusturvalautakunnan päätös 15.12.2009 § 187';
  rate(pori, 'open-work-allowance', 1000, servedSince('2010-01-01', '2016-01-01'), before, { holidays: 20 });
  rate(pori, 'open-work-allowance', 1200, servedSince('2016-01-01'), board, { holidays: 20 });
  rate(pori, 'work-share', 480, servedSince('2010-01-01', '2016-01-01'), before);
  rate(pori, 'work-share', 537, servedSince('2016-01-01'), board);
  rate(pori, 'meal-charge', 480, servedSince('2010-01-01', '2016-01-01'), before);
  rate(pori, 'meal-charge', 537, servedSince('2016-01-01'), board);
  payingEmployers.forEach((employer, place) => {
    rate(
      pori,
      'employer-share',
      [600, 500, 700][place] ?? 600,
      servedSince('2016-01-01'),
      'Sopimus työnantajan kanssa',
      {
        employer,
      },
    );
  });
  const city = 'Sosiaali- ja terveysvaliokunnan päätös 12.12.2017 § 96';
  rate(rauma, 'open-work-allowance', 1200, servedSince('2018-01-01'), city);
  rate(rauma, 'work-share', 560, servedSince('2018-01-01'), city);
  rate(rauma, 'meal-charge', 560, servedSince('2018-01-01'), city);
  const inForce = servedSince('2015-01-01');
  const turn = activityAllowance.versions[0]?.during.from as Day;
  for (const during of [range(inForce.from, turn), range(turn)])
    rate(
      employment,
      'activity-allowance',
      activityAllowanceOn(during.from),
      during,
      activityAllowanceProvisionOn(during.from).id,
    );
  return { of };
}

type Linked = readonly [service: string, state: string, note: string];

const links: Readonly<Record<'pori' | 'rauma' | 'rehabilitation', readonly Linked[]>> = {
  pori: [
    ['social-rehabilitation', 'in-house', 'Kehitysvammaisten työtoiminta on sosiaalista kuntoutusta itsessään'],
    ['te-services', 'agreed', 'Yhteydet on; palkkatukiasiat hoituneet nopeasti'],
    ['kela-rehabilitation', 'none', 'Ei yhteyttä kuntoutuspalveluihin, enemmän etuusasioissa'],
    ['municipal-employment', 'none', 'Ei yhteyksiä tai ohjautumista'],
    ['mental-health-and-substance', 'none', 'Asiakkaat eivät ohjaudu, tai ei löydy sopivaa palvelua'],
    ['adult-social-work', 'as-needed', 'Yksilöllisten tarpeiden mukaan'],
    ['ohjaamo', 'none', 'Ei yhteyksiä tai ohjautumista'],
    ['typ', 'agreed', 'Yhteydet toimivat; asiakasohjauksia vammaispalvelun työvalmennukseen'],
    ['disability-services', 'agreed', 'Vammaispalvelujen sisäisesti tehdään yhteistyötä'],
    ['health-services', 'as-needed', 'Avoterveydenhuolto yksilöllisen tarpeen mukaan, tarvittaessa työkykytiimi'],
    ['physiotherapy', 'none', 'Ei juurikaan yhteistyötä'],
  ],
  rauma: [
    ['social-rehabilitation', 'in-house', 'Toiminta on itsessään sosiaalista kuntoutusta'],
    ['te-services', 'none', 'Ei yhteyttä tai ohjauksia'],
    ['kela-rehabilitation', 'as-needed', 'Vammaispalvelutoimiston kautta'],
    ['municipal-employment', 'none', 'Ei yhteyttä tai ohjauksia'],
    ['mental-health-and-substance', 'none', 'Ei yhteisesti sovittua käytäntöä'],
    ['adult-social-work', 'as-needed', 'Vammaispalvelutoimiston kautta tarvittaessa'],
    ['ohjaamo', 'none', 'Ei yhteyttä tai ohjauksia'],
    ['typ', 'none', 'Ei yhteyttä tai ohjauksia'],
    ['disability-services', 'agreed', 'Vammaispalvelujen sisäisesti toimii hyvin ja tiiviisti'],
    ['health-services', 'none', 'Ei erityisesti sovittua yhteistyötä'],
    ['physiotherapy', 'as-needed', 'Yhteys Kelaan'],
    ['hospital-social-work', 'as-needed', 'Vähäistä, ei systemaattista tapaa'],
  ],
  rehabilitation: [
    ['social-rehabilitation', 'agreed', 'Kuntakokeilussa tietty yhteyshenkilö'],
    ['te-services', 'in-house', 'Talon sisällä TYPissä ja kuntakokeilussa'],
    ['kela-rehabilitation', 'in-house', 'Talon sisällä TYPissä'],
    ['municipal-employment', 'in-house', 'Talon sisällä TYPissä ja kuntakokeilussa'],
    ['mental-health-and-substance', 'in-house', 'Talon sisällä TYPissä; ohjaus toimii'],
    ['adult-social-work', 'as-needed', 'Sovitaan tarvittaessa tapaamiset tai ohjaus'],
    ['ohjaamo', 'agreed', 'Mukana kuntakokeilussa'],
    ['typ', 'agreed', 'Yhteys tai yhteinen tapaaminen asiakkaan kanssa'],
    ['health-services', 'agreed', 'Työttömien terveystarkastuksiin ohjaus toimii'],
  ],
};

function makeLinks(demoRows: DemoRows, { pori, rauma, employment }: Region): void {
  const id = idSeries(3);
  for (const [organiser, service_group, list] of [
    [pori, 'disability-work', links.pori],
    [rauma, 'disability-work', links.rauma],
    [employment, 'rehabilitative-work', links.rehabilitation],
  ] as const)
    for (const [other_service, state, note] of list)
      demoRows.add(
        'cooperation_link',
        {
          id: id(),
          organiser_id: organiser.id,
          service_group,
          other_service,
          state,
          note,
          during: servedSince('2018-01-01'),
        },
        '2018-01-02 09:00',
      );
}

function makeGaps(demoRows: DemoRows, satakunta: DemoOrganiser, employment: DemoOrganiser): void {
  const id = idSeries(4);
  const gap = (organiser: DemoOrganiser, service: string, figure: string, reasons: readonly [string, string, string]) =>
    demoRows.plain('organiser_recording_gap', {
      id: id(),
      organiser_id: organiser.id,
      service,
      figure,
      reason_fi: reasons[0],
      reason_sv: reasons[1],
      reason_en: reasons[2],
      during: servedSince('2010-01-01'),
    });
  const notFound = [
    'Kyselyillä ei saatu selville, että päätöksiä tehtäisiin näiden pykälien mukaan',
    'Enkäterna gav inte besked om att beslut skulle fattas enligt dessa paragrafer',
    'The inquiries could not find out that decisions would be made under these sections',
  ] as const;
  for (const service of ['employment-support-27d', 'work-activity-27e'])
    for (const figure of ['decisions-by-section', '*']) gap(satakunta, service, figure, notFound);
  gap(employment, 'rehabilitative-work', 'clients-by-primary-reason', [
    'Asiakasrakennetta ei tilastoida tällä hetkellä diagnoosien perusteella',
    'Klientstrukturen statistikförs för närvarande inte enligt diagnoser',
    'The structure of clients is at present not recorded by diagnosis',
  ]);
}
