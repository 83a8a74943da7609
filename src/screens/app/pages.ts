import type { Role } from '../../kernel/relation.ts';
import type { Session } from './session.ts';
import type { frame } from './texts.ts';

interface DeskPage {
  /** Address, with $name for its parts: /clients/$clientId. */
  readonly path: `/${string}`;
  /** The page's place in the navigation, and for which roles; without it the page is reached from other pages. */
  readonly place?: {
    readonly name: keyof (typeof frame)['fi']['place'];
    readonly icon: PlaceIcon;
    readonly roles: readonly Role[] | 'all';
    /** Roles that may look there too, after their own places. */
    readonly later?: readonly Role[];
  };
}

export type PlaceIcon =
  | 'day'
  | 'people'
  | 'inbox'
  | 'hourglass'
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
const all = [
  {
    path: '/',
    place: { name: 'myDay', icon: 'day', roles: ['coach'] },
  },
  {
    path: '/attendance',
    place: {
      name: 'attendance',
      icon: 'check',
      roles: ['instructor', 'rehabilitative-instructor', 'coach'],
      later: ['social-worker'],
    },
  },
  {
    path: '/clients',
    place: {
      name: 'clients',
      icon: 'people',
      roles: ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'],
    },
  },
  { path: '/clients/$clientId' },
  {
    path: '/referrals',
    place: { name: 'referrals', icon: 'inbox', roles: ['social-worker', 'coach', 'rehabilitative-instructor'] },
  },
  {
    path: '/expiring',
    place: { name: 'expiring', icon: 'hourglass', roles: ['social-worker', 'coach', 'rehabilitative-instructor'] },
  },
  { path: '/referrals/new' },
  { path: '/matters' },
  { path: '/clients/$clientId/matters/$referralId' },
  { path: '/clients/$clientId/plan/new' },
  { path: '/clients/$clientId/decide' },
  { path: '/clients/$clientId/start' },
  { path: '/clients/$clientId/continue' },
  { path: '/clients/$clientId/place' },
  {
    path: '/clients/$clientId/placement/$placementId',
  },
  {
    path: '/clients/$clientId/agreement/$agreementId',
  },
  {
    path: '/workplaces',
    place: {
      name: 'workplaces',
      icon: 'buildings',
      roles: ['coach', 'rehabilitative-instructor', 'social-worker'],
    },
  },
  { path: '/workplaces/$workplaceId' },
  {
    path: '/compensation',
    place: { name: 'compensation', icon: 'wallet', roles: ['finance'] },
  },
  { path: '/compensation/$month' },
  { path: '/rates' },
  { path: '/clients/$clientId/records' },
  { path: '/duplicates' },
  { path: '/clients/$clientId/exit' },
  {
    path: '/clients/$clientId/cooperation',
  },
  {
    path: '/descriptions',
    place: { name: 'description', icon: 'document', roles: 'all' },
  },
  {
    path: '/figures',
    place: { name: 'figures', icon: 'chart', roles: 'all' },
  },
  {
    path: '/cooperation',
    place: { name: 'cooperation', icon: 'handshake', roles: ['planner', 'manager', 'social-worker'] },
  },
  {
    path: '/organisers',
    place: { name: 'organisers', icon: 'map', roles: ['planner'] },
  },
  {
    path: '/leads',
    place: { name: 'leads', icon: 'turns', roles: ['instructor'] },
  },
  {
    path: '/setup',
    place: { name: 'setup', icon: 'gear', roles: ['administrator', 'manager'] },
  },
  { path: '/setup/workers/$workerId' },
] as const satisfies readonly DeskPage[];

/** The pages' addresses, with $name for their parts. */
export type PagePath = (typeof all)[number]['path'];

export const pages: readonly (DeskPage & { readonly path: PagePath })[] = all;

/** The places that this worker's roles open. */
export function placesOf({ worker }: Session): readonly (DeskPage & Required<Pick<DeskPage, 'place'>>)[] {
  const holds = (roles: readonly Role[] = []) => roles.some((role) => worker.roles.includes(role));
  const placed = pages.flatMap(({ path, place }) => (place ? [{ path, place }] : []));
  const own = placed.filter(({ place: { roles } }) => roles === 'all' || holds(roles));
  return [...own, ...placed.filter((page) => !own.includes(page) && holds(page.place.later))];
}
