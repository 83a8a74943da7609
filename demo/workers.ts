/** Who works in the region, and the accounts that the demo opens with. */
import { addMonths, type Day, day } from '../src/kernel/day.ts';
import { type Range, range } from '../src/kernel/range.ts';
import type { Role } from '../src/kernel/relation.ts';
import { type DemoRows, idSeries } from './demo-rows.ts';
import { finnishFamily, finnishGiven } from './names.ts';
import { phoneNumber, plain } from './people.ts';
import { type DemoGroup, type Places, pairOf } from './places.ts';
import { luckOf } from './random.ts';
import { type DemoOrganiser, type Region, servedSince, setUp } from './region.ts';

export interface DemoWorker {
  readonly id: string;
  readonly name: string;
}

export interface DemoWorkers {
  /** Coaches of Pori: Tiina Laine first. */
  readonly poriCoaches: readonly [DemoWorker, DemoWorker];
  readonly poriOfficials: readonly DemoWorker[];
  readonly raumaCoach: DemoWorker;
  readonly raumaOfficials: readonly { readonly worker: DemoWorker; readonly from: number; readonly to: number }[];
  /** Instructors of rehabilitative work with the day from which each has had the post; TYP's own last. */
  readonly rehabilitation: readonly DemoWorker[];
  readonly typ: DemoWorker;
  readonly employmentOfficials: readonly DemoWorker[];
  readonly poriFinance: DemoWorker;
  readonly raumaFinance: DemoWorker;
  readonly employmentFinance: DemoWorker;
  leadOn(groupId: string, d: Day): DemoWorker;
}

export interface GeneratedAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly organiser: DemoOrganiser['code'];
}

const password = 'polku-2021';

const account = (name: string, role: Role, organiser: DemoOrganiser['code']): GeneratedAccount => {
  const [input = '', family = ''] = name.split(' ');
  return { username: `${plain(input)}.${plain(family)}`, password, name, role, organiser };
};

/** Who can sign in to the demo, most asked for first. */
export const demoAccounts: readonly GeneratedAccount[] = [
  account('Tiina Laine', 'coach', 'pori-perusturva'),
  account('Markus Kivelä', 'coach', 'pori-perusturva'),
  account('Juha Vuorinen', 'coach', 'rauma'),
  account('Merja Saarinen', 'instructor', 'pori-perusturva'),
  account('Päivi Aho', 'instructor', 'rauma'),
  account('Sari Mäkinen', 'rehabilitative-instructor', 'pori-tyollisyys'),
  account('Leena Hakala', 'rehabilitative-instructor', 'pori-tyollisyys'),
  account('Ritva Virtanen', 'social-worker', 'pori-perusturva'),
  account('Eva Lindholm', 'social-worker', 'rauma'),
  account('Sanna Peltola', 'social-worker', 'rauma'),
  account('Anne Koski', 'social-worker', 'pori-tyollisyys'),
  account('Jarmo Heikkilä', 'finance', 'pori-perusturva'),
  account('Minna Rantala', 'finance', 'rauma'),
  account('Kirsi Salmi', 'finance', 'pori-tyollisyys'),
  account('Outi Nieminen', 'planner', 'pori-perusturva'),
  account('Elina Koskela', 'planner', 'satakunta'),
  account('Kaarina Ranta', 'manager', 'pori-perusturva'),
  account('Petri Salonen', 'administrator', 'pori-perusturva'),
  account('Helena Laakso', 'administrator', 'rauma'),
];

interface Post {
  from: string;
  to?: string;
  unitId?: string;
  share?: number;
  hours?: number;
  caseload?: number;
  team?: string;
  language?: 'fi' | 'sv';
}

/** Where the power to decide comes from, as decisions cite it. */
const delegations: Readonly<Record<string, string>> = {
  'pori-perusturva': 'Perusturvalautakunnan hallintosääntö 24 §',
  rauma: 'Rauman kaupungin hallintosääntö 31 §',
  'pori-tyollisyys': 'Porin kaupungin hallintosääntö 42 §',
};

export function makeWorkers(demoRows: DemoRows, region: Region, places: Places): DemoWorkers {
  const id = idSeries(5);
  const rightId = idSeries(8);
  const random = luckOf('workers');
  const { pori, rauma, employment, satakunta } = region;

  // Of two of one name in one organisation the second has a letter in the address, as they do.
  const addresses = new Set<string>();
  const emailOf = (name: string, organiser: DemoOrganiser): string => {
    const written = name.split(' ').map(plain).join('.');
    const address = ['', '.b', '.c', '.d']
      .map((letter) => `${written}${letter}@${organiser.code}.example`)
      .find((one) => !addresses.has(one));
    if (!address) throw new Error(`too many are called ${name}`);
    addresses.add(address);
    return address;
  };

  const hire = (organiser: DemoOrganiser, name: string, role: Role, post: Post): DemoWorker => {
    const [given_name = '', family_name = ''] = name.split(' ');
    const workerId = id();
    demoRows.plain('worker_worker', {
      id: workerId,
      organiser_id: organiser.id,
      family_name,
      given_name,
      phone: phoneNumber(random),
      email: emailOf(name, organiser),
      language: post.language ?? 'fi',
    });
    const postId = id();
    const professional = role === 'social-worker';
    const publicOffice = professional || role === 'rehabilitative-instructor';
    const during = servedSince(post.from, post.to ?? null);
    demoRows.add(
      'worker_post',
      {
        id: postId,
        worker_id: workerId,
        organiser_id: organiser.id,
        role,
        unit_id: post.unitId ?? null,
        full_time_share: post.share ?? 1,
        hours_a_week: post.hours ?? 38.25,
        agreed_caseload: post.caseload ?? null,
        team: post.team ?? null,
        public_office: publicOffice,
        professional,
        during,
      },
      setUp,
    );
    for (const service of publicOffice ? region.services(organiser) : [])
      if (professional || service === 'rehabilitative-work')
        demoRows.add(
          'worker_deciding_right',
          {
            id: rightId(),
            organiser_id: organiser.id,
            post_id: postId,
            service,
            delegation: delegations[organiser.code] ?? 'Hallintosääntö',
            professional,
            during,
          },
          setUp,
        );
    return { id: workerId, name: `${family_name} ${given_name}` };
  };
  const invented = (born: 1960 | 1970 | 1980): string =>
    `${random.pick(pairOf(finnishGiven[born])[random.chance(0.7) ? 0 : 1])} ${random.pick(finnishFamily)}`;

  const coaching = { team: 'Työhönvalmennustiimi' };
  const poriCoaches = [
    hire(pori, 'Tiina Laine', 'coach', { from: '2012-08-01', caseload: 40, ...coaching }),
    hire(pori, 'Markus Kivelä', 'coach', { from: '2014-01-07', caseload: 40, ...coaching }),
  ] as const;
  const poriOfficials = [
    hire(pori, 'Ritva Virtanen', 'social-worker', { from: '2008-01-01' }),
    hire(pori, 'Hanna Lehtonen', 'social-worker', { from: '2010-01-01' }),
    hire(pori, 'Annika Sjöblom', 'social-worker', { from: '2009-01-01', language: 'sv' }),
  ];
  const poriFinance = hire(pori, 'Jarmo Heikkilä', 'finance', { from: '2010-01-01' });
  hire(pori, 'Outi Nieminen', 'planner', { from: '2013-01-01' });
  hire(pori, 'Kaarina Ranta', 'manager', { from: '2010-01-01' });
  hire(pori, 'Petri Salonen', 'administrator', { from: '2015-01-01' });
  hire(satakunta, 'Elina Koskela', 'planner', { from: '2020-03-01' });

  const raumaCoach = hire(rauma, 'Juha Vuorinen', 'coach', { from: '2013-03-01', share: 0.5, hours: 19 });
  const raumaOfficials = (
    [
      ['Eva Lindholm', 0, 8, 'sv'],
      ['Sanna Peltola', 8, 12, 'fi'],
      ['Mari Oksanen', 12, 18, 'fi'],
      ['Timo Rautio', 18, 29, 'fi'],
    ] as const
  ).map(([name, from, to, language]) => {
    const worker = hire(rauma, name, 'social-worker', { from: '2010-01-01', language });
    demoRows.add(
      'worker_letter_share',
      {
        id: id(),
        organiser_id: rauma.id,
        worker_id: worker.id,
        letters: `[${from},${to})`,
        during: servedSince('2010-01-01'),
      },
      setUp,
    );
    return { worker, from, to };
  });
  const raumaFinance = hire(rauma, 'Minna Rantala', 'finance', { from: '2010-01-01' });

  const instructor = { caseload: 80, from: '2014-01-01' };
  const rehabilitation = ['Sari Mäkinen', 'Jukka Lahti', 'Katri Salo', 'Heikki Ojanen'].map((name) =>
    hire(employment, name, 'rehabilitative-instructor', instructor),
  );
  const typ = hire(employment, 'Leena Hakala', 'rehabilitative-instructor', {
    from: '2015-01-01',
    caseload: 27,
    team: 'TYP',
    unitId: places.typOffice,
  });
  const employmentOfficials = [
    hire(employment, 'Anne Koski', 'social-worker', { from: '2012-01-01' }),
    hire(employment, 'Pauli Turunen', 'social-worker', { from: '2014-01-01' }),
  ];
  const employmentFinance = hire(employment, 'Kirsi Salmi', 'finance', { from: '2012-01-01' });

  const leads = new Map<string, { worker: DemoWorker; during: Range }[]>();
  const lead = (organiser: DemoOrganiser, groupId: string, worker: DemoWorker, during: Range) => {
    demoRows.add(
      'worker_group_lead',
      { id: id(), organiser_id: organiser.id, group_id: groupId, worker_id: worker.id, during },
      setUp,
    );
    leads.set(groupId, [...(leads.get(groupId) ?? []), { worker, during }]);
  };
  const steadyLead = (group: DemoGroup) => {
    const changed = `${random.int(2012, 2020)}-0${random.pick([1, 3, 8, 9])}-01`;
    const before = hire(pori, invented(1960), 'instructor', { from: '2005-01-01', to: changed, unitId: group.unitId });
    const now =
      group === places.woodGroup
        ? hire(pori, 'Merja Saarinen', 'instructor', { from: changed, unitId: group.unitId })
        : hire(pori, invented(1980), 'instructor', { from: changed, unitId: group.unitId });
    lead(pori, group.id, before, servedSince('2005-01-01', changed));
    lead(pori, group.id, now, servedSince(changed));
  };
  for (const group of [...places.poriWork, ...places.poriDay]) steadyLead(group);

  const raumaInstructors = [
    'Päivi Aho',
    'Ilkka Virta',
    'Johanna Suominen',
    'Ben Nyström',
    'Satu Kallio',
    'Arto Leino',
  ].map((name) => hire(rauma, name, 'instructor', { from: '2012-01-01', unitId: places.raumaCentre }));
  // Each quarter everyone moves to the next group; the turns are planned to the end of 2022.
  const firstTurn = day('2012-01-01');
  places.raumaGroups.forEach((group, place) => {
    for (let turn = 0; turn < 44; turn++) {
      const worker = raumaInstructors[(turn + place) % raumaInstructors.length] as DemoWorker;
      lead(rauma, group.id, worker, range(addMonths(firstTurn, 3 * turn), addMonths(firstTurn, 3 * turn + 3)));
    }
  });
  const eura = hire(rauma, 'Marja Alanen', 'instructor', { from: '2010-01-01', unitId: places.euraGroup.unitId });
  lead(rauma, places.euraGroup.id, eura, servedSince('2010-01-01'));
  hire(rauma, 'Helena Laakso', 'administrator', { from: '2014-01-01' });

  return {
    poriCoaches,
    poriOfficials,
    raumaCoach,
    raumaOfficials,
    rehabilitation,
    typ,
    employmentOfficials,
    poriFinance,
    raumaFinance,
    employmentFinance,
    leadOn(groupId, d) {
      const turns = leads.get(groupId) ?? [];
      const match = turns.find(({ during }) => during.from <= d && (during.to === null || d < during.to)) ?? turns[0];
      if (!match) throw new RangeError(`Nobody leads group ${groupId}`);
      return match.worker;
    },
  };
}
