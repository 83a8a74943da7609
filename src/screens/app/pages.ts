import type { ComponentType } from 'react';
import type { Session } from './session.ts';
import type { frame } from './texts.ts';

type Loaded = () => Promise<ComponentType>;

interface DeskPage {
  /** Address, with $name for its parts: /clients/$clientId. */
  readonly path: string;
  /** Brings the page's code when it is first needed. */
  readonly load: Loaded;
  /** The page's place in the navigation, and for which roles; without it the page is reached from other pages. */
  readonly place?: {
    readonly name: keyof (typeof frame)['fi']['place'];
    readonly icon: PlaceIcon;
    readonly roles: readonly string[] | 'all';
    /** Roles that may look there too, after their own places. */
    readonly later?: readonly string[];
  };
}

export type PlaceIcon =
  | 'day'
  | 'people'
  | 'inbox'
  | 'check'
  | 'buildings'
  | 'wallet'
  | 'document'
  | 'chart'
  | 'handshake'
  | 'map'
  | 'turns'
  | 'gear';

/** All pages, in the order of the navigation. The first place of a role is where its day begins. */
export const pages: readonly DeskPage[] = [
  {
    path: '/',
    load: () => import('../my-day/page.tsx').then((m) => m.MyDayPage),
    place: { name: 'myDay', icon: 'day', roles: ['coach'] },
  },
  {
    path: '/attendance',
    load: () => import('../attendance/page.tsx').then((m) => m.AttendancePage),
    place: {
      name: 'attendance',
      icon: 'check',
      roles: ['instructor', 'rehabilitative-instructor', 'coach'],
      later: ['social-worker'],
    },
  },
  {
    path: '/clients',
    load: () => import('../clients/page.tsx').then((m) => m.ClientsPage),
    place: {
      name: 'clients',
      icon: 'people',
      roles: ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'],
    },
  },
  { path: '/clients/$clientId', load: () => import('../client/page.tsx').then((m) => m.ClientPage) },
  {
    path: '/referrals',
    load: () => import('../waiting/page.tsx').then((m) => m.ReferralsPage),
    place: { name: 'referrals', icon: 'inbox', roles: ['social-worker', 'coach', 'rehabilitative-instructor'] },
  },
  { path: '/referrals/new', load: () => import('../waiting/page.tsx').then((m) => m.NewReferralPage) },
  { path: '/clients/$clientId/plan/new', load: () => import('../waiting/page.tsx').then((m) => m.NewPlanPage) },
  { path: '/clients/$clientId/decide', load: () => import('../waiting/page.tsx').then((m) => m.DecidePage) },
  { path: '/clients/$clientId/start', load: () => import('../waiting/page.tsx').then((m) => m.StartPage) },
  { path: '/clients/$clientId/place', load: () => import('../placement/page.tsx').then((m) => m.PlacePage) },
  {
    path: '/clients/$clientId/placement/$placementId',
    load: () => import('../placement/page.tsx').then((m) => m.PlacementPage),
  },
  {
    path: '/clients/$clientId/agreement/$agreementId',
    load: () => import('../placement/page.tsx').then((m) => m.AgreementPage),
  },
  {
    path: '/workplaces',
    load: () => import('../workplaces/page.tsx').then((m) => m.WorkplacesPage),
    place: {
      name: 'workplaces',
      icon: 'buildings',
      roles: ['coach', 'rehabilitative-instructor', 'social-worker'],
    },
  },
  { path: '/workplaces/$workplaceId', load: () => import('../workplaces/page.tsx').then((m) => m.WorkplacePage) },
  {
    path: '/compensation',
    load: () => import('../month/page.tsx').then((m) => m.CompensationPage),
    place: { name: 'compensation', icon: 'wallet', roles: ['finance'] },
  },
  { path: '/compensation/$month', load: () => import('../month/page.tsx').then((m) => m.MonthPage) },
  { path: '/rates', load: () => import('../rates/page.tsx').then((m) => m.RatesPage) },
  { path: '/clients/$clientId/records', load: () => import('../same-person/page.tsx').then((m) => m.RecordsPage) },
  { path: '/duplicates', load: () => import('../same-person/page.tsx').then((m) => m.DuplicatesPage) },
  { path: '/clients/$clientId/exit', load: () => import('../exit/page.tsx').then((m) => m.ExitPage) },
  {
    path: '/clients/$clientId/cooperation',
    load: () => import('../cooperation/page.tsx').then((m) => m.ClientCooperationPage),
  },
  {
    path: '/descriptions',
    load: () => import('../description/page.tsx').then((m) => m.DescriptionPage),
    place: { name: 'description', icon: 'document', roles: 'all' },
  },
  {
    path: '/figures',
    load: () => import('../figures/page.tsx').then((m) => m.FiguresPage),
    place: { name: 'figures', icon: 'chart', roles: 'all' },
  },
  {
    path: '/cooperation',
    load: () => import('../cooperation/page.tsx').then((m) => m.CooperationPage),
    place: { name: 'cooperation', icon: 'handshake', roles: ['planner', 'manager', 'social-worker'] },
  },
  {
    path: '/organisers',
    load: () => import('../organisers/page.tsx').then((m) => m.OrganisersPage),
    place: { name: 'organisers', icon: 'map', roles: ['planner'] },
  },
  {
    path: '/leads',
    load: () => import('../group-leaders/page.tsx').then((m) => m.LeadsPage),
    place: { name: 'leads', icon: 'turns', roles: ['instructor'] },
  },
  {
    path: '/setup',
    load: () => import('../settings/page.tsx').then((m) => m.SetupPage),
    place: { name: 'setup', icon: 'gear', roles: ['administrator', 'manager'] },
  },
  { path: '/setup/workers/$workerId', load: () => import('../settings/page.tsx').then((m) => m.WorkerPage) },
];

/** The places that this worker's roles open. */
export function placesOf({ worker }: Session): readonly (DeskPage & Required<Pick<DeskPage, 'place'>>)[] {
  const holds = (roles: readonly string[] = []) => roles.some((role) => worker.roles.includes(role));
  const placed = pages.flatMap((page) => (page.place ? [{ ...page, place: page.place }] : []));
  const own = placed.filter(({ place: { roles } }) => roles === 'all' || holds(roles));
  return [...own, ...placed.filter((page) => !own.includes(page) && holds(page.place.later))];
}
