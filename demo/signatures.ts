/** Who signed the plans of rehabilitative work: all three, but for a few that are drafts still. */
import { addDays, addMonths, day } from '../src/kernel/day.ts';
import type { Range } from '../src/kernel/range.ts';
import type { Context } from './context.ts';
import { type DemoRow, idSeries, knownSince, today } from './demo-rows.ts';
import { finnishFamily, finnishGiven } from './names.ts';
import { luckOf } from './random.ts';

/** Periods that end soon, for whose continuation a plan is drafted: so many signatures it has. */
const drafted = [1, 2, 0] as const;

/** Since when what every plan says and who signed it are recorded. */
const fromNow = '2021-01-01';

const contents = {
  activation: [
    [
      'education',
      [
        'Peruskoulu, varasto- ja siivoustöitä',
        'Lähihoitajan opinnot kesken',
        'Metallialan perustutkinto, alan töitä 2000-luvulla',
      ],
    ],
    [
      'earlier-services',
      ['Työkokeilu 2019 vahvisti päivärytmiä', 'Valmennus jäi kesken terveyden vuoksi', 'Ei aikaisempia palveluja'],
    ],
    ['earlier-plans', ['Edellinen suunnitelma toteutui pääosin', 'Suunnitelmasta toteutuivat terveyspalvelut']],
    ['measures', ['Kuntouttava työtoiminta, työttömän terveystarkastus', 'Kuntouttava työtoiminta ja sosiaaliohjaus']],
  ],
  multisectoral: [
    [
      'services',
      ['Kuntouttava työtoiminta, sosiaaliohjaus ja terveydenhoitaja', 'Kuntouttava työtoiminta ja Kelan kuntoutus'],
    ],
    ['follow-up', ['Verkostotapaaminen kolmen kuukauden välein', 'Omavalmentaja soittaa kuukausittain']],
  ],
} as const;

export function makeSignatures(context: Context): void {
  const { demoRows } = context;
  const random = luckOf('signatures');
  const id = idSeries(40);
  const officials = [1960, 1970, 1980, 1990].map((decade) =>
    [random.pick(finnishGiven[decade]?.[0] ?? []), random.pick(finnishFamily)].join(' '),
  );
  const clients = new Map(demoRows.rows('client_client').map((row) => [row.id, row]));
  const workers = new Map(demoRows.rows('worker_worker').map((row) => [row.id, row]));
  const nameOf = (row: DemoRow | undefined) => [row?.given_names ?? row?.given_name, row?.family_name].join(' ').trim();
  const sign = (plan: DemoRow, signers: number) => {
    const { organiser_id, client_id, made_on, made_by_id } = plan;
    const parties = [
      ['client', nameOf(clients.get(client_id as string)), null],
      ['organiser', nameOf(workers.get(made_by_id as string)), 'kuntouttavan työtoiminnan ohjaaja'],
      ['employment', random.pick(officials), 'asiantuntija'],
    ] as const;
    for (const [signer, signed_by, capacity] of parties.slice(0, signers))
      demoRows.add(
        'plan_signature',
        {
          ...{ id: id(), organiser_id, client_id, plan_id: plan.id, signer, signed_on: made_on },
          // Until 2020 signatures were not recorded one by one.
          ...((made_on as string) < fromNow
            ? { signed_by: null, capacity: null, way: 'earlier', recorded_by_id: null }
            : { signed_by, capacity, way: 'in-person', recorded_by_id: made_by_id }),
        } as DemoRow,
        knownSince(plan),
      );
  };
  const write = (plan: DemoRow) => {
    const { organiser_id, client_id, kind } = plan;
    for (const [item, answers] of contents[kind as 'activation' | 'multisectoral'])
      demoRows.add(
        'plan_item',
        { id: id(), organiser_id, client_id, plan_id: plan.id, item, answer: random.pick(answers) } as DemoRow,
        knownSince(plan),
      );
  };
  for (const plan of demoRows.rows('plan_plan').filter(({ kind }) => kind !== 'service')) {
    if ((plan.made_on as string) >= fromNow) write(plan);
    sign(plan, 3);
  }
  for (const [at, before] of endingSoon(context).entries()) {
    const plan = draftAfter(context, before, id);
    const signers = drafted[at] ?? 0;
    // Of whom nobody has signed the plan is still being written.
    if (signers > 0) write(plan);
    sign(plan, signers);
  }
}

/** The newest plans of the first clients whose period ends within two months, while they are in the service. */
function endingSoon({ demoRows }: Context): DemoRow[] {
  const served = new Set(
    demoRows
      .rows('relationship_relationship')
      .filter(({ service, during }) => service === 'rehabilitative-work' && goesOn(during as Range))
      .map(({ client_id }) => client_id),
  );
  const newest = new Map<unknown, DemoRow>();
  for (const plan of demoRows.rows('plan_plan').filter(({ service }) => service === 'rehabilitative-work')) {
    const before = newest.get(plan.client_id);
    if (!before || (plan.made_on as string) > (before.made_on as string)) newest.set(plan.client_id, plan);
  }
  return [...newest.values()]
    .filter(({ during, client_id, kind, made_on }) => {
      const { from, to } = during as Range;
      const soon = to !== null && from <= today && to > addDays(today, 20) && to <= addMonths(today, 2);
      // Of six items, as the draft has them.
      return kind === 'activation' && soon && (made_on as string) >= '2021-01-01' && served.has(client_id);
    })
    .slice(0, drafted.length);
}

const goesOn = ({ from, to }: Range) => from <= today && (to === null || to > today);

/** A plan of six months after the days of another, made on the day before yesterday with what stood in that. */
function draftAfter({ demoRows }: Context, before: DemoRow, id: () => string): DemoRow {
  const from = (before.during as Range).to ?? today;
  const during = { from, to: addMonths(from, 6) };
  const madeOn = day('2021-06-15');
  const at = `${madeOn} 13:20`;
  const { organiser_id, client_id } = before;
  const plan = demoRows.add(
    'plan_plan',
    {
      ...before,
      ...{ id: id(), referral_id: null, made_on: madeOn, during, review_on: addDays(during.to, -14) },
      ...{ reviewed_on: null, informed_of_benefits_at: at },
    },
    at,
  );
  const written = new Set<unknown>(contents.activation.map(([item]) => item));
  const of = (table: string) =>
    demoRows.rows(table).filter(({ plan_id, item }) => plan_id === before.id && !written.has(item));
  for (const row of of('plan_goal'))
    demoRows.add('plan_goal', { ...row, id: id(), plan_id: plan.id as string, achieved_on: null }, at);
  for (const { item, answer } of of('plan_item'))
    demoRows.add(
      'plan_item',
      {
        ...{ id: id(), organiser_id, client_id, plan_id: plan.id, item },
        answer:
          item === 'period'
            ? `Kuusi kuukautta, alkaa ${spoken(from)}`
            : item === 'evaluation'
              ? `Viimeistään ${spoken(addDays(during.to, -14))}`
              : answer,
      } as DemoRow,
      at,
    );
  return plan;
}

function spoken(on: string): string {
  const [year, month, date] = on.split('-').map(Number);
  return `${date}.${month}.${year}`;
}
