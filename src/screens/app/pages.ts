import type { Role } from '../../kernel/relation.ts';
import { type Addressed, pageAddressesOf } from '../../web/address-of.ts';
import type { Session } from './session.ts';
import type { frame } from './texts.ts';

interface DeskPage extends Addressed {
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
    takes: ['place', 'view', 'date'],
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
  { path: '/clients/$clientId', takes: ['tab'] },
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
  {
    path: '/supervision',
    place: { name: 'supervision', icon: 'inbox', roles: ['manager'] },
  },
  { path: '/supervision/$clientId/$referralId' },
  { path: '/clients/$clientId/plan/new', takes: ['referral', 'plan'] },
  { path: '/clients/$clientId/decide', needs: ['referral'] },
  { path: '/clients/$clientId/start', needs: ['decision'] },
  { path: '/clients/$clientId/continue', needs: ['relationship'] },
  { path: '/clients/$clientId/place', needs: ['relationship'] },
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
  { path: '/clients/$clientId/records', takes: ['with'] },
  { path: '/duplicates' },
  { path: '/clients/$clientId/exit', takes: ['relationship'] },
  {
    path: '/clients/$clientId/cooperation',
  },
  {
    path: '/descriptions',
    takes: ['of', 'asOf'],
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
    takes: ['tab'],
    place: { name: 'setup', icon: 'gear', roles: ['administrator', 'manager'] },
  },
  { path: '/setup/workers/$workerId' },
] as const satisfies readonly DeskPage[];

/** The pages' addresses, with $name for their parts. */
export type PagePath = (typeof all)[number]['path'];

type Page = (typeof all)[number];
/** The pages that stand in the navigation: their addresses have no parts. */
type PlacedPath = Extract<Page, { readonly place: object }>['path'];
type SignInPage = { readonly path: '/sign-in'; readonly takes: readonly ['to'] };

/** The address of a page: `pageAt('/clients/$clientId/decide', { clientId, referral })`. */
export const pageAt = pageAddressesOf<Page | SignInPage>();
/** Where most ways lead. */
export const clientAt = (clientId: string) => pageAt('/clients/$clientId', { clientId });

export const pages: readonly (DeskPage & { readonly path: PagePath })[] = all;

export interface PagePlace extends Required<Pick<DeskPage, 'place'>> {
  readonly path: PlacedPath;
}

/** The places that this worker's roles open. */
export function placesOf({ worker }: Session): readonly PagePlace[] {
  const holds = (roles: readonly Role[] = []) => roles.some((role) => worker.roles.includes(role));
  const placed = all.flatMap((page): PagePlace[] => ('place' in page ? [{ path: page.path, place: page.place }] : []));
  const own = placed.filter(({ place: { roles } }) => roles === 'all' || holds(roles));
  return [...own, ...placed.filter((page) => !own.includes(page) && holds(page.place.later))];
}
