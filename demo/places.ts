/** Where people take part: centres, workshops and their groups; employers and their workplaces. All names are made up. */
import type { Service } from '../src/kernel/service.ts';
import { type DemoRows, idSeries } from './demo-rows.ts';
import { contactGiven, finnishFamily } from './names.ts';
import { phoneNumber } from './people.ts';
import { luckOf } from './random.ts';
import { type DemoOrganiser, type Region, servedSince, setUp } from './region.ts';

export interface DemoGroup {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly service: Service;
  readonly municipality: string;
}

export interface Workplace {
  readonly id: string;
  readonly employerId: string;
  readonly name: string;
  readonly tasks: readonly string[];
  readonly contact: string;
}

export interface Places {
  readonly poriWork: readonly DemoGroup[];
  readonly poriDay: readonly DemoGroup[];
  readonly woodGroup: DemoGroup;
  readonly validia: readonly DemoGroup[];
  readonly raumaCentre: string;
  readonly raumaGroups: readonly DemoGroup[];
  readonly euraGroup: DemoGroup;
  readonly workshops: readonly { readonly group: DemoGroup; readonly mode: 'own' | 'grant' }[];
  readonly typOffice: string;
  readonly poriWorkplaces: readonly Workplace[];
  readonly raumaWorkplaces: readonly Workplace[];
  readonly rehabilitationWorkplaces: readonly Workplace[];
  /** The three employers that pay a share. */
  readonly paying: readonly string[];
}

export function pairOf<T>(pair: readonly [T, T] | undefined): readonly [T, T] {
  if (!pair) throw new RangeError('No such pair');
  return pair;
}

type UnitKind = 'activity-centre' | 'workshop' | 'day-centre' | 'office';

const poriCentres: readonly (readonly [string, string, readonly string[]])[] = [
  ['Toimintakeskus Otso', '609', ['Puutyö', 'Tekstiili', 'Alihankinta 1', 'Alihankinta 2', 'Keittiö', 'Kädentaidot']],
  ['Toimintakeskus Kaisla', '609', ['Pakkaus', 'Kokoonpano', 'Puutarha', 'Pesula', 'Keramiikka', 'Kotityöt']],
  ['Toimintakeskus Tammi', '609', ['Puupaja', 'Metalli', 'Kiinteistö', 'Painatus', 'Kierrätys']],
  ['Toimintakeskus Purje', '609', ['Kahvila', 'Ompelimo', 'Media', 'Postitus', 'Kudonta', 'Askartelu']],
  ['Toimintakeskus Kuovi', '886', ['Puutyö', 'Tekstiili', 'Pihatyöt', 'Pakkaus']],
  ['Toimintakeskus Majakka', '484', ['Verkko', 'Kädentaidot', 'Keittiö']],
];
const poriDayCentres: readonly (readonly [string, string, readonly string[]])[] = [
  ['Päivätoimintakeskus Onni', '609', ['Aistit', 'Musiikki', 'Liikunta', 'Luonto', 'Arki']],
  ['Päivätoimintakeskus Lumme', '609', ['Taide', 'Kommunikaatio', 'Seniorit', 'Hyvinvointi']],
];

const workshopUnits: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['Karhupaja', null, ['Puutyöt', 'Tekstiilityöt', 'Keittiötyöt', 'Pihatyöt']],
  ['Nuorten paja', null, ['Starttivalmennus', 'Media', 'Autopaja']],
  ['Pajayhdistyksen paja', 'Porin Pajayhdistys', ['Entisöinti', 'Käsityöt', 'Kuntokahvila', 'Hyvinvointi']],
  ['Kierrätyskeskus', 'Satakunnan Kierrätystuki', ['Lajittelu', 'Myymälä', 'Korjaus']],
  ['Toimintasäätiön talo', 'Karhukunnan Toimintasäätiö', ['Ruoka-apu', 'Siivous', 'Vertaistuki']],
];

type Work =
  | 'shop'
  | 'kitchen'
  | 'green'
  | 'laundry'
  | 'office'
  | 'cleaning'
  | 'making'
  | 'animals'
  | 'care'
  | 'property';

const tasksOf: Readonly<Record<Work, readonly string[]>> = {
  shop: ['hyllytys', 'pullonpalautuksen siisteys', 'kärryjen keräily', 'kuormien purku'],
  kitchen: ['astiahuolto', 'salaatin valmistus', 'salin siisteys', 'leivonnan avustus'],
  green: ['kastelu ja kitkentä', 'pihojen haravointi', 'taimien istutus', 'hiekoitus'],
  laundry: ['pyykin lajittelu', 'viikkaus', 'mankelointi'],
  office: ['postin jako', 'kopiointi ja skannaus', 'arkistointi', 'kahvituksen valmistelu'],
  cleaning: ['ylläpitosiivous', 'roskien lajittelu', 'aulan siisteys'],
  making: ['pakkaus', 'kokoonpano', 'tarroitus', 'varaston järjestely'],
  animals: ['karsinoiden siivous', 'ruokinta', 'varusteiden huolto'],
  care: ['ulkoilutus avustajana', 'pöytien kattaminen', 'lelujen puhdistus', 'pelihetkien ohjaus avustajana'],
  property: ['pihan kunnossapito', 'kalusteiden siirto', 'pienet korjaukset'],
};

type Sector = 'private' | 'municipal' | 'state' | 'association';

const poriEmployers: readonly (readonly [string, Sector, readonly (readonly [string, Work])[]])[] = [
  [
    'Porin kaupunki',
    'municipal',
    [
      ['Kaupungin puutarha', 'green'],
      ['Kaupungintalon vahtimestarit', 'office'],
      ['Pääkirjasto', 'office'],
      ['Itä-Porin päiväkoti', 'care'],
      ['Uimahallin kahvio', 'kitchen'],
      ['Liikuntapuisto', 'property'],
    ],
  ],
  [
    'Keskussairaalan kuntayhtymä',
    'municipal',
    [
      ['Keskussairaalan keittiö', 'kitchen'],
      ['Keskussairaalan vaatehuolto', 'laundry'],
    ],
  ],
  [
    'Ulvilan kaupunki',
    'municipal',
    [
      ['Ulvilan palvelutalo', 'care'],
      ['Ulvilan koulukeittiö', 'kitchen'],
    ],
  ],
  ['Merikarvian kunta', 'municipal', [['Merikarvian päiväkoti', 'care']]],
  ['Itätullin Lähikauppa', 'private', [['Lähikauppa Itätulli', 'shop']]],
  ['Kehräämön Kahvila', 'private', [['Kehräämön Kahvila', 'kitchen']]],
  ['Meri-Porin Pesula', 'private', [['Meri-Porin Pesula', 'laundry']]],
  [
    'Karhun Halpahalli',
    'private',
    [
      ['Halpahalli keskusta', 'shop'],
      ['Halpahalli Mikkola', 'shop'],
    ],
  ],
  ['Länsirannan Ruokatori', 'private', [['Ruokatori Länsiranta', 'shop']]],
  ['Kokemäenjoen Autotarvike', 'private', [['Autotarvikemyymälä', 'shop']]],
  ['Satametalli', 'private', [['Satametallin pakkaamo', 'making']]],
  ['Porin Kotileipomo', 'private', [['Kotileipomo', 'kitchen']]],
  ['Yyterin Hevostila', 'private', [['Yyterin talli', 'animals']]],
  ['Noormarkun Taimitarha', 'private', [['Noormarkun taimitarha', 'green']]],
  ['Reposaaren Kalastajat', 'private', [['Kalahalli', 'making']]],
  [
    'Kuninkaanlahden Hotelli',
    'private',
    [
      ['Hotellin kerrospalvelu', 'cleaning'],
      ['Hotellin keittiö', 'kitchen'],
    ],
  ],
  ['Elokuvateatteri Kuvapalatsi', 'private', [['Kuvapalatsi', 'cleaning']]],
  ['Satakunnan Kirjapaja', 'private', [['Kirjapajan sitomo', 'making']]],
  ['Pihlavan Puutuote', 'private', [['Puutuotteen viimeistely', 'making']]],
  ['Rautakauppa Vasara', 'private', [['Rautakaupan varasto', 'shop']]],
  ['Lounasravintola Lusikka', 'private', [['Lounasravintola Lusikka', 'kitchen']]],
  ['Eläintarvike Tassu', 'private', [['Eläintarvike Tassu', 'shop']]],
  [
    'Porin Seurakuntapalvelu',
    'association',
    [
      ['Hautausmaan kesätyöt', 'green'],
      ['Seurakuntasali', 'property'],
    ],
  ],
  ['Karhukaupungin Pelastusarmo', 'association', [['Kirpputori', 'shop']]],
  ['Porin Palloseura', 'association', [['Urheilukentän huolto', 'property']]],
  [
    'Vanhustenkoti Iltarusko',
    'association',
    [
      ['Iltaruskon keittiö', 'kitchen'],
      ['Iltaruskon virketoiminta', 'care'],
    ],
  ],
  ['Verotalon virastopalvelu', 'state', [['Virastotalon posti', 'office']]],
  ['Ulvilan Varaosa', 'private', [['Varaosavarasto', 'making']]],
  ['Friitalan Nahka', 'private', [['Nahkapaja', 'making']]],
  ['Porin Kukkatukku', 'private', [['Kukkatukku', 'green']]],
  ['Siivouspalvelu Säihke', 'private', [['Toimistotalon siivous', 'cleaning']]],
  ['Kauppakeskus Karhulinna', 'private', [['Kauppakeskuksen aula', 'cleaning']]],
];

const raumaEmployers: typeof poriEmployers = [
  [
    'Rauman kaupunki',
    'municipal',
    [
      ['Kaupunginkirjasto', 'office'],
      ['Kaupungin puistot', 'green'],
      ['Päiväkoti Merihelmi', 'care'],
    ],
  ],
  [
    'Rauman Ruokatori',
    'private',
    [
      ['Ruokatori Kuninkaankatu', 'shop'],
      ['Ruokatori Kourujärvi', 'shop'],
    ],
  ],
  ['Pitsipesula', 'private', [['Pitsipesula', 'laundry']]],
  ['Vanhan Rauman Leipomo', 'private', [['Vanhan Rauman Leipomo', 'kitchen']]],
  ['Sataman Ruokala', 'private', [['Sataman Ruokala', 'kitchen']]],
  ['Nortamon Kirjakauppa', 'private', [['Nortamon Kirjakauppa', 'shop']]],
  ['Selkämeren Metalli', 'private', [['Metallin kokoonpano', 'making']]],
  ['Kotieläintila Kaaro', 'private', [['Kotieläintila Kaaro', 'animals']]],
  ['Rauman Seurakuntapalvelu', 'association', [['Hautausmaa', 'green']]],
  ['Palvelukoti Pooki', 'association', [['Palvelukoti Pooki', 'care']]],
];

const rehabilitationEmployers: typeof poriEmployers = [
  [
    'Porin kaupunki',
    'municipal',
    [
      ['Puistoyksikkö', 'green'],
      ['Kouluruokailu', 'kitchen'],
      ['Kirjaston lähipalvelu', 'office'],
      ['Kiinteistönhoito', 'property'],
      ['Museon varasto', 'property'],
      ['Perhekeskus', 'care'],
    ],
  ],
  [
    'Työttömien yhdistys Toivo',
    'association',
    [
      ['Toivon lounaskahvila', 'kitchen'],
      ['Toivon kirpputori', 'shop'],
    ],
  ],
  ['Eläinsuojelu Karvakuono', 'association', [['Löytöeläintalo', 'animals']]],
  [
    'Porin Kylätalot',
    'association',
    [
      ['Kylätalo Ruosniemi', 'property'],
      ['Kylätalo Ahlainen', 'property'],
    ],
  ],
  ['Seurakunnan diakonia', 'association', [['Ruokapankki', 'making']]],
  ['Valtion virastotalo', 'state', [['Virastotalon postitus', 'office']]],
  ['Vanhustyön keskus', 'association', [['Palvelutalo Aurinko', 'care']]],
];

export function makePlaces(demoRows: DemoRows, region: Region): Places {
  const id = idSeries(6);
  const random = luckOf('places');
  const { pori, rauma, employment } = region;

  const unit = (
    organiser: DemoOrganiser,
    name: string,
    kind: UnitKind,
    municipality: string,
    provider: string | null = null,
  ) =>
    demoRows.add(
      'organiser_unit',
      {
        id: id(),
        organiser_id: organiser.id,
        provider_id: provider ? region.provider(provider) : null,
        name,
        kind,
        municipality_code: municipality,
        street: null,
        during: servedSince('1985-01-01'),
      },
      setUp,
    ).id;
  const group = (
    organiser: DemoOrganiser,
    unitId: string,
    service: Service,
    name: string,
    municipality: string,
    capacity: number,
    rotation: number | null = null,
  ): DemoGroup => {
    const row = demoRows.add(
      'organiser_group',
      {
        id: id(),
        organiser_id: organiser.id,
        unit_id: unitId,
        service,
        name,
        capacity,
        lead_rotation_months: rotation,
        during: servedSince('1985-01-01'),
      },
      setUp,
    );
    return { id: row.id, unitId, name, service, municipality };
  };
  const centres = (list: typeof poriCentres, kind: UnitKind, service: Service): DemoGroup[] =>
    list.flatMap(([name, municipality, groups]) => {
      const unitId = unit(pori, name, kind, municipality);
      return groups.map((one) => group(pori, unitId, service, one, municipality, 16));
    });
  const poriWork = centres(poriCentres, 'activity-centre', 'work-activity');
  const poriDay = centres(poriDayCentres, 'day-centre', 'day-activity');
  const validiaUnit = unit(pori, 'Validian päivätoiminta', 'day-centre', '609', 'Validia');
  const validia = ['Pienryhmä 1', 'Pienryhmä 2', 'Pienryhmä 3', 'Pienryhmä 4'].map((name) =>
    group(pori, validiaUnit, 'day-activity-severe', name, '609', 12),
  );
  const raumaCentre = unit(rauma, 'Toimintakeskus Reimari', 'activity-centre', '684');
  const raumaGroups = ['Puu ja metalli', 'Tekstiili', 'Alihankinta', 'Keittiö', 'Luova ryhmä'].map((name) =>
    group(rauma, raumaCentre, 'work-activity', name, '684', 16, 3),
  );
  const euraUnit = unit(rauma, 'Euran toimintakeskus', 'activity-centre', '050', 'Euran kunta');
  const euraGroup = group(rauma, euraUnit, 'work-activity', 'Ostetut paikat', '050', 4);
  const workshops = workshopUnits.flatMap(([name, provider, groups]) => {
    const unitId = unit(employment, name, 'workshop', '609', provider);
    return groups.map((one) => ({
      group: group(employment, unitId, 'rehabilitative-work', one, '609', 30),
      mode: provider ? ('grant' as const) : ('own' as const),
    }));
  });
  const typOffice = unit(employment, 'TYP-toimipiste', 'office', '609');

  const employers = (organiser: DemoOrganiser, list: typeof poriEmployers, ids: Map<string, string>): Workplace[] =>
    list.flatMap(([name, sector, workplaces]) => {
      const employer = demoRows.add(
        'employer_employer',
        { id: id(), organiser_id: organiser.id, name, business_code: null, sector, during: servedSince('1990-01-01') },
        setUp,
      );
      ids.set(name, employer.id);
      return workplaces.map(([workplace, work]) => {
        const contact = `${random.pick(finnishFamily)} ${random.pick(contactGiven)}`;
        const row = demoRows.add(
          'employer_workplace',
          {
            id: id(),
            organiser_id: organiser.id,
            employer_id: employer.id,
            name: workplace,
            street: null,
            municipality_code: organiser.municipality,
            tasks: tasksOf[work].join(', '),
            contact_name: contact,
            contact_phone: phoneNumber(random),
            during: servedSince('1990-01-01'),
          },
          setUp,
        );
        return { id: row.id, employerId: employer.id, name: workplace, tasks: tasksOf[work], contact };
      });
    });
  const ids = new Map<string, string>();
  const poriWorkplaces = employers(pori, poriEmployers, ids);
  const paying = ['Karhun Halpahalli', 'Satametalli', 'Meri-Porin Pesula'].map((name) => ids.get(name) as string);

  return {
    poriWork,
    poriDay,
    woodGroup: poriWork[0] as DemoGroup,
    validia,
    raumaCentre,
    raumaGroups,
    euraGroup,
    workshops,
    typOffice,
    poriWorkplaces,
    raumaWorkplaces: employers(rauma, raumaEmployers, new Map()),
    rehabilitationWorkplaces: employers(employment, rehabilitationEmployers, new Map()),
    paying,
  };
}
