import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { PageLink, readQuery, writeQuery } from '../../web/address.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Loading } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage } from '../../web/kit/problem.tsx';
import { UnsentGuard } from '../../web/kit/unsent.tsx';
import { Frame } from './frame.tsx';
import { pages } from './pages.ts';
import { frame } from './texts.ts';

function NotFound() {
  const words = useTexts(frame);
  return (
    <Page title={words.notFound}>
      <p>{words.notFoundHelp}</p>
      <p>
        <PageLink to="/">{words.toStart}</PageLink>
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

const deskRoutes = pages.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => framed,
    path,
    component: lazyRouteComponent(async () => ({ default: await load() })),
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
