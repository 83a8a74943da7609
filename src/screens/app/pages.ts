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
  /** Whom the page is for, where not for those in whose navigation it stands: who may do the act that shows it. */
  readonly opens?: readonly Role[] | 'all';
}

const caseRoles = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'] as const;
const handlers = ['social-worker', 'coach', 'rehabilitative-instructor'] as const;
const setUp = ['administrator', 'manager'] as const;

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
      roles: caseRoles,
    },
  },
  { path: '/clients/$clientId', takes: ['tab'], opens: caseRoles },
  {
    path: '/referrals',
    takes: ['show', 'service', 'whose', 'order'],
    place: { name: 'referrals', icon: 'inbox', roles: handlers },
  },
  {
    path: '/expiring',
    takes: ['show', 'service', 'whose'],
    place: { name: 'expiring', icon: 'hourglass', roles: handlers },
  },
  { path: '/referrals/new', opens: handlers },
  { path: '/matters', opens: handlers },
  { path: '/clients/$clientId/matters/$referralId', opens: caseRoles },
  {
    path: '/supervision',
    place: { name: 'supervision', icon: 'inbox', roles: ['manager'] },
  },
  { path: '/supervision/expiring', takes: ['show', 'service'], opens: ['manager'] },
  { path: '/supervision/$clientId/$referralId', opens: ['manager'] },
  { path: '/clients/$clientId/plan/new', takes: ['referral', 'plan'], opens: caseRoles },
  { path: '/clients/$clientId/decide', needs: ['referral'], opens: handlers },
  { path: '/clients/$clientId/start', needs: ['decision'], opens: caseRoles },
  { path: '/clients/$clientId/continue', needs: ['relationship'], opens: handlers },
  { path: '/clients/$clientId/place', needs: ['relationship'], opens: caseRoles },
  { path: '/clients/$clientId/placement/$placementId', opens: caseRoles },
  { path: '/clients/$clientId/agreement/$agreementId', opens: caseRoles },
  {
    path: '/workplaces',
    place: {
      name: 'workplaces',
      icon: 'buildings',
      roles: ['coach', 'rehabilitative-instructor', 'social-worker'],
    },
  },
  { path: '/workplaces/$workplaceId', opens: caseRoles },
  {
    path: '/compensation',
    place: { name: 'compensation', icon: 'wallet', roles: ['finance'] },
  },
  { path: '/compensation/$month', opens: ['finance'] },
  { path: '/rates', opens: ['finance', 'manager', 'administrator'] },
  { path: '/clients/$clientId/records', takes: ['with'], opens: ['social-worker'] },
  { path: '/duplicates', opens: ['social-worker'] },
  { path: '/clients/$clientId/exit', takes: ['relationship'], opens: caseRoles },
  { path: '/clients/$clientId/cooperation', opens: caseRoles },
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
    opens: 'all',
  },
  {
    path: '/organisers',
    place: { name: 'organisers', icon: 'map', roles: ['planner'] },
    opens: 'all',
  },
  {
    path: '/leads',
    place: { name: 'leads', icon: 'turns', roles: ['instructor'] },
    opens: ['instructor', 'manager', 'administrator'],
  },
  {
    path: '/setup',
    takes: ['tab'],
    place: { name: 'setup', icon: 'gear', roles: setUp },
  },
  { path: '/setup/workers/$workerId', opens: setUp },
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

/** Whether a page is for somebody in these roles: to others it is not there, with nothing that they could press. */
export function opensTo({ opens, place }: DeskPage, roles: readonly Role[]): boolean {
  const whom = opens ?? (place?.roles === 'all' ? 'all' : [...(place?.roles ?? []), ...(place?.later ?? [])]);
  return whom === 'all' || whom.some((role) => roles.includes(role));
}

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
