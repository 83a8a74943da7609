import '../../web/kit/aksel.css';
import '../../web/kit/fonts.css';
import '../../web/kit/theme.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { codeOf } from '../../kernel/problem.ts';
import { addressHere } from '../../web/address-of.ts';
import { ApiProblem, connect, onDay, onRefused } from '../../web/api.ts';
import { ConfirmProvider } from '../../web/kit/confirm.tsx';
import { keepFocus } from '../../web/kit/keep-focus.ts';
import { LanguageProvider } from '../../web/kit/language.tsx';
import { ThemeProvider } from '../../web/kit/theme.tsx';
import { ToastProvider } from '../../web/kit/toast.tsx';
import { anyUnsent } from '../../web/kit/unsaved-changes.tsx';
import '../../web/kit/print.css';
import { cameFrom } from './came-from.ts';
import { halt, onOtherPage } from './halt.ts';
import { Halted } from './halted.tsx';
import { pageAt, pages } from './pages.ts';
import { routes } from './routes.generated.ts';
import { createDesks } from './routes.tsx';
import { dayTurned, goOnHere, sessionQuery, whoSits } from './session.ts';

connect(routes);
keepFocus();
const router = createDesks();
router.subscribe('onResolved', ({ toLocation: { pathname, searchStr } }) => {
  const place = pages.find(({ path }) => path === pathname)?.place;
  if (place) cameFrom({ to: addressHere({ pathname, search: searchStr }), name: place.name });
});

/** Whoever is no longer signed in signs in, and comes back to where they were; what they typed or just did stays on the page. */
function signedOut(keep: boolean) {
  const { pathname, href } = router.history.location;
  if (pathname === '/sign-in') return;
  if (whoSits() !== null && (keep || anyUnsent())) halt('ended');
  else router.history.replace(pageAt('/sign-in', { to: href }));
}

onRefused((problem, method) => {
  if (codeOf(problem) === 'signed-in-as-another') halt('another');
  if (codeOf(problem) === 'not-signed-in') signedOut(method !== 'GET');
});

onOtherPage((account) => {
  if (whoSits() === null) return;
  if (account === null) signedOut(false);
  else if (account !== whoSits()) halt('another');
  else goOnHere(queries);
});

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, failure) => count < 2 && (!(failure instanceof ApiProblem) || failure.problem.status === 0),
    },
  },
});

onDay((today) => dayTurned(queries, today));

// Asked while the page's own code is on its way.
void queries.prefetchQuery(sessionQuery);

const place = document.getElementById('root');
if (!place) throw new Error('The page has no #root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ThemeProvider>
          <ToastProvider>
            <ConfirmProvider>
              <RouterProvider router={router} />
              <Halted />
            </ConfirmProvider>
          </ToastProvider>
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
