/** Which figure gives back what the source document of the demo region states, and where in the answer it stands. */
import type { FigureResult } from '../figures/frame/result.ts';

export interface SeedFigure {
  /** Id of the statement in demo/seed/figures.json. */
  readonly id: string;
  readonly figure: string;
  readonly organiser: string;
  readonly service: string;
  readonly asOf: string;
  readonly from?: string;
  readonly to?: string;
  /** Where in the answer: value, status, order, breakdown.KEY or more.BY.KEY. */
  readonly take: readonly string[];
  /** What must stand there, or that it is near one number, within two, or the least and greatest of all. */
  readonly expect: readonly (number | string)[];
  readonly as: 'equal' | 'about' | 'within' | 'ends';
}

const day = '2021-06-17';
const pori = 'pori-perusturva';
const work = 'pori-tyollisyys';
const rehabilitative = { organiser: work, service: 'rehabilitative-work', asOf: day } as const;

type Rest = Partial<SeedFigure> & Pick<SeedFigure, 'expect'>;
const inPori = (id: string, figure: string, service: string, rest: Rest): SeedFigure => ({
  id,
  figure,
  organiser: pori,
  service,
  asOf: day,
  take: ['value'],
  as: 'equal',
  ...rest,
});
const inRauma = (id: string, figure: string, service: string, rest: Rest): SeedFigure => ({
  ...inPori(id, figure, service, rest),
  organiser: 'rauma',
});
const inWork = (id: string, figure: string, rest: Rest): SeedFigure => ({
  ...inPori(id, figure, 'rehabilitative-work', rest),
  ...rehabilitative,
  ...rest,
});

/** The reasons of 2018 in the order of the source, by the codes of the exit room; a break is no exit, and named so. */
const reasonsOf2018 = [
  'other-employment-service',
  'maximum-time',
  'agreed-break',
  'employed',
  'non-commitment',
  'employed-with-subsidy',
  'health-or-rehabilitation',
  'studies',
];

export const seedFigures: readonly SeedFigure[] = [
  inPori('pori-id-centre-clients', 'clients-on-day', 'work-activity,day-activity', { expect: [500], as: 'about' }),
  inPori('pori-id-openwork-clients', 'clients-on-day', 'open-work', { expect: [98] }),
  inPori('pori-id-openwork-pending', 'pending', 'open-work', { expect: [11] }),
  inPori('pori-id-supported-clients', 'clients-on-day', 'supported-employment', { expect: [5] }),
  inPori('pori-id-coached-total', 'coached-clients', 'job-coaching', { expect: [103] }),
  inPori('pori-id-coaches', 'coach-hours', 'job-coaching', { take: ['breakdown.workers'], expect: [2] }),
  inPori('pori-id-start-rhythm', 'agreed-rhythm', 'open-work', {
    take: ['breakdown.open-work:starting:every-days', 'breakdown.open-work:starting:phase-days'],
    expect: [7, 45],
  }),
  inPori('pori-id-later-rhythm', 'agreed-rhythm', 'open-work', {
    take: ['breakdown.open-work:steady:visit-at-renewal'],
    expect: [1],
  }),
  inPori('pori-id-group-meetings', 'agreed-rhythm', 'open-work', {
    take: ['breakdown.open-work:steady:group-meetings-a-year'],
    expect: [4],
  }),
  inPori('pori-id-openwork-rate', 'rates-in-force', 'open-work', {
    take: ['value', 'breakdown.paid-holiday-days'],
    expect: [12, 20],
  }),
  inPori('pori-id-openwork-employers-paying', 'employers-paying', 'open-work', { expect: [3] }),
  inPori('pori-id-centre-rate', 'rates-in-force', 'work-activity', { expect: [5.37] }),
  inPori('pori-id-centre-meal', 'rates-in-force', 'work-activity', {
    take: ['breakdown.meal-charge'],
    expect: [5.37],
  }),
  inRauma('rauma-id-centre-clients', 'clients-on-day', 'work-activity', {
    asOf: '2021-05-31',
    expect: [70],
    as: 'about',
  }),
  inRauma('rauma-id-openwork-clients', 'clients-on-day', 'open-work', { asOf: '2021-05-31', expect: [23] }),
  inRauma('rauma-id-openwork-also-centre', 'clients-in-two-services', 'open-work', {
    asOf: '2021-05-31',
    expect: [0.5],
    as: 'about',
  }),
  inRauma('rauma-id-graduates', 'referrals-by-source', 'work-activity', {
    asOf: '2020-12-31',
    take: ['more.studies.finishes-studies'],
    expect: [2, 5],
    as: 'within',
  }),
  inRauma('rauma-id-coach-share', 'coach-hours', 'job-coaching', {
    take: ['breakdown.full-time-shares'],
    expect: [0.5],
  }),
  inRauma('rauma-id-coach-hours', 'coach-hours', 'job-coaching', { expect: [19], as: 'about' }),
  inRauma('rauma-id-contact-rhythm', 'agreed-rhythm', 'open-work', {
    take: ['breakdown.open-work:steady:every-days', 'breakdown.open-work:steady:every-days-at-most'],
    expect: [14, 21],
  }),
  inRauma('rauma-id-openwork-rate', 'rates-in-force', 'open-work', { expect: [12] }),
  inRauma('rauma-id-centre-rate', 'rates-in-force', 'work-activity', { expect: [5.6] }),
  inRauma('rauma-id-centre-meal', 'rates-in-force', 'work-activity', {
    take: ['breakdown.meal-charge'],
    expect: [5.6],
  }),
  inRauma('rauma-id-group-lead-rotation', 'responsible-worker-rule', 'work-activity', {
    take: ['breakdown.lead-rotation-months'],
    expect: [3],
  }),
  inRauma('rauma-id-case-manager-rule', 'responsible-worker-rule', 'work-activity', {
    take: ['breakdown.case-manager-by-letter'],
    expect: [1],
  }),
  {
    id: 'satakunta-shl27-decisions',
    figure: 'decisions-by-section',
    organiser: 'satakunta',
    service: 'employment-support-27d,work-activity-27e',
    asOf: day,
    take: ['status'],
    expect: ['not-recorded'],
    as: 'equal',
  },
  inPori('pori-day-activity-granted', 'clients-granted', 'day-activity-severe', {
    asOf: '2020-12-31',
    from: '2017-01-01',
    to: '2021-01-01',
    expect: [46],
  }),
  inPori('pori-day-activity-users', 'clients-in-year', 'day-activity-severe', {
    take: ['breakdown.2017', 'breakdown.2018', 'breakdown.2019', 'breakdown.2020'],
    expect: [32, 41],
    as: 'ends',
  }),
  {
    id: 'satakunta-shl27-unanswered',
    figure: 'unanswered',
    organiser: 'satakunta',
    service: 'social-welfare-27',
    asOf: day,
    take: ['value'],
    expect: [11],
    as: 'equal',
  },
  inWork('pori-rehab-caseload', 'clients-per-worker', { expect: [100], as: 'about' }),
  inWork('pori-rehab-caseload-realistic', 'clients-per-worker', {
    take: ['more.agreed-caseload.agreed-80'],
    expect: [80],
  }),
  inWork('pori-rehab-typ-max', 'clients-per-worker', { take: ['more.agreed-caseload.agreed-27'], expect: [27] }),
  inWork('pori-rehab-month', 'clients-in-month', { expect: [500], as: 'about' }),
  inWork('pori-rehab-year', 'clients-in-year', { expect: [1000, 1200], as: 'within' }),
  inWork('pori-rehab-shortest', 'period-length', { take: ['breakdown.shortest-months'], expect: [3] }),
  inWork('pori-rehab-exits-2018', 'exits-by-reason', { asOf: '2018-12-31', take: ['order'], expect: reasonsOf2018 }),
  inWork('pori-rehab-segmentation-2016', 'clients-by-primary-reason', {
    asOf: '2016-12-31',
    take: ['status'],
    expect: ['not-recorded'],
  }),
  inWork('pori-rehab-period-length', 'stay-length', { take: ['status'], expect: ['known'] }),
  inWork('pori-rehab-structure', 'clients-by-primary-reason', { take: ['status'], expect: ['not-recorded'] }),
];

/** The command that prints the figure. */
export function commandFor(one: SeedFigure): string {
  const period = one.from ? ` --from ${one.from} --to ${one.to}` : '';
  return `./kykypolku figure ${one.figure} --organiser ${one.organiser} --service ${one.service} --as-of ${one.asOf}${period}`;
}

/** What stands in an answer at the places that the statement names. */
export function taken(one: SeedFigure, result: FigureResult): (number | string | null | undefined)[] {
  return one.take.flatMap((path): (number | string | null | undefined)[] => {
    if (path === 'value') return [result.value];
    if (path === 'status') return [result.status];
    if (path === 'order') return (result.breakdown ?? []).map(({ key }) => key).slice(0, one.expect.length);
    const [place, ...rest] = path.split('.');
    const parts = place === 'more' ? result.more?.find(({ by }) => by === rest[0])?.parts : result.breakdown;
    const key = place === 'more' ? rest.slice(1).join('.') : rest.join('.');
    return [parts?.find((part) => part.key === key)?.value];
  });
}

/** Does the answer give back what the source states? */
export function givesBack(one: SeedFigure, result: FigureResult): boolean {
  const match = taken(one, result);
  const numbers = match.filter((value) => typeof value === 'number');
  const [least, greatest] = one.expect as readonly [number, number];
  if (one.as === 'about')
    return numbers.length === 1 && Math.abs((numbers[0] as number) - least) <= Math.abs(least) / 10;
  if (one.as === 'within')
    return numbers.length === 1 && least <= (numbers[0] as number) && (numbers[0] as number) <= greatest;
  if (one.as === 'ends') return Math.min(...numbers) === least && Math.max(...numbers) === greatest;
  return match.length === one.expect.length && match.every((value, i) => value === one.expect[i]);
}
