import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { PageLink, readQuery } from '../../web/address.tsx';
import { writeQuery } from '../../web/address-of.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Loading } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage } from '../../web/kit/problem.tsx';
import { UnsentGuard } from '../../web/kit/unsaved-changes.tsx';
import { Frame } from './frame.tsx';
import { type PagePath, pageAt, pages } from './pages.ts';
import { frame } from './texts.ts';
// Hears of the way back before the router does, which draws at once.
import '../../web/kit/first-drawn.ts';

function NotFound() {
  const words = useTexts(frame);
  return (
    <Page title={words.notFound}>
      <p>{words.notFoundHelp}</p>
      <p>
        <PageLink to={pageAt('/')}>{words.toStart}</PageLink>
      </p>
    </Page>
  );
}

function Failed({ error }: { error: unknown }) {
  return <ProblemMessage problem={error} retry={() => location.reload()} />;
}

function Whole() {
  return (
    <>
      <UnsentGuard />
      <Outlet />
    </>
  );
}

const root = createRootRoute({ component: Whole, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../sign-in/page.tsx'), 'SignInPage'),
});

const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame });

/** Brings each page's code when it is first needed. */
const load: Readonly<Record<PagePath, () => Promise<ComponentType>>> = {
  '/': () => import('../my-day/page.tsx').then((m) => m.MyDayPage),
  '/attendance': () => import('../attendance/page.tsx').then((m) => m.AttendancePage),
  '/clients': () => import('../clients/page.tsx').then((m) => m.ClientsPage),
  '/clients/$clientId': () => import('../client/page.tsx').then((m) => m.ClientPage),
  '/referrals': () => import('../waiting/page.tsx').then((m) => m.ReferralsPage),
  '/matters': () => import('../register/page.tsx').then((m) => m.RegisterPage),
  '/clients/$clientId/matters/$referralId': () => import('../matter/page.tsx').then((m) => m.MatterPage),
  '/supervision/expiring': () => import('../expiring/page.tsx').then((m) => m.TeamExpiringPage),
  '/supervision': () => import('../supervision/page.tsx').then((m) => m.SupervisionPage),
  '/supervision/$clientId/$referralId': () => import('../matter/page.tsx').then((m) => m.SupervisedMatterPage),
  '/expiring': () => import('../expiring/page.tsx').then((m) => m.ExpiringPage),
  '/referrals/new': () => import('../waiting/page.tsx').then((m) => m.NewReferralPage),
  '/clients/$clientId/plan/new': () => import('../waiting/page.tsx').then((m) => m.NewPlanPage),
  '/clients/$clientId/decide': () => import('../waiting/page.tsx').then((m) => m.DecidePage),
  '/clients/$clientId/start': () => import('../waiting/page.tsx').then((m) => m.StartPage),
  '/clients/$clientId/continue': () => import('../continuation/page.tsx').then((m) => m.ContinuePage),
  '/clients/$clientId/place': () => import('../placement/page.tsx').then((m) => m.PlacePage),
  '/clients/$clientId/placement/$placementId': () => import('../placement/page.tsx').then((m) => m.PlacementPage),
  '/clients/$clientId/agreement/$agreementId': () => import('../placement/page.tsx').then((m) => m.AgreementPage),
  '/workplaces': () => import('../workplaces/page.tsx').then((m) => m.WorkplacesPage),
  '/workplaces/$workplaceId': () => import('../workplaces/page.tsx').then((m) => m.WorkplacePage),
  '/compensation': () => import('../month/page.tsx').then((m) => m.CompensationPage),
  '/compensation/$month': () => import('../month/page.tsx').then((m) => m.MonthPage),
  '/rates': () => import('../rates/page.tsx').then((m) => m.RatesPage),
  '/clients/$clientId/records': () => import('../same-person/page.tsx').then((m) => m.RecordsPage),
  '/duplicates': () => import('../same-person/page.tsx').then((m) => m.DuplicatesPage),
  '/clients/$clientId/exit': () => import('../exit/page.tsx').then((m) => m.ExitPage),
  '/clients/$clientId/cooperation': () => import('../cooperation/page.tsx').then((m) => m.ClientCooperationPage),
  '/descriptions': () => import('../description/page.tsx').then((m) => m.DescriptionPage),
  '/figures': () => import('../figures/page.tsx').then((m) => m.FiguresPage),
  '/cooperation': () => import('../cooperation/page.tsx').then((m) => m.CooperationPage),
  '/organisers': () => import('../organisers/page.tsx').then((m) => m.OrganisersPage),
  '/leads': () => import('../group-leaders/page.tsx').then((m) => m.LeadsPage),
  '/setup': () => import('../settings/page.tsx').then((m) => m.SetupPage),
  '/setup/workers/$workerId': () => import('../settings/page.tsx').then((m) => m.WorkerPage),
};

const deskRoutes = pages.map(({ path }) =>
  createRoute({
    getParentRoute: () => framed,
    path,
    component: lazyRouteComponent(async () => ({ default: await load[path]() })),
  }),
);

// Inside the frame too, so that one who lands here can go on.
const elsewhere = createRoute({ getParentRoute: () => framed, path: '$', component: NotFound });

export function createDesks() {
  return createRouter({
    routeTree: root.addChildren([signIn, framed.addChildren([...deskRoutes, elsewhere])]),
    parseSearch: readQuery,
    stringifySearch: writeQuery,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
  });
}
