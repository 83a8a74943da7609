import {
  ArrowsCirclepathIcon,
  BarChartIcon,
  Buildings3Icon,
  CalendarIcon,
  CheckmarkCircleIcon,
  CogIcon,
  FileTextIcon,
  HandShakeHeartIcon,
  HourglassIcon,
  InboxDownIcon,
  LocationPinIcon,
  MenuHamburgerIcon,
  PersonCircleIcon,
  PersonGroupIcon,
  WalletIcon,
} from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  type SVGProps,
  useEffect,
  useReducer,
  useState,
} from 'react';
import { PageLink, useGo } from '../../web/address.tsx';
import { Dialog } from '../../web/kit/dialog.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { chosenLanguage, useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer, Loading } from '../../web/kit/loading.tsx';
import { MissingParts } from '../../web/kit/missing-parts.tsx';
import { Offline } from '../../web/kit/offline.tsx';
import { Page } from '../../web/kit/page.tsx';
import { SearchOpener } from '../../web/kit/search.tsx';
import { TodayProvider, useDayEnd } from '../../web/kit/today.tsx';
import { ClientSearch } from './client-search.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { useHalt } from './halt.ts';
import { ProductMark } from './mark.tsx';
import { LazyChangePassword, LazyOwnCodes, LazyOwnPasskeys, Settings } from './own-settings.tsx';
import { opensTo, type PagePlace, type PlaceIcon, pageAt, pages, placesOf } from './pages.ts';
import { halfWrittenBefore, rememberLanguage, type Session, sessionQuery } from './session.ts';
import { SessionEnd } from './session-end.tsx';
import { frame } from './texts.ts';
import './frame.css';

const icons: Readonly<Record<PlaceIcon, ComponentType<SVGProps<SVGSVGElement>>>> = {
  day: CalendarIcon,
  people: PersonGroupIcon,
  hourglass: HourglassIcon,
  inbox: InboxDownIcon,
  check: CheckmarkCircleIcon,
  buildings: Buildings3Icon,
  wallet: WalletIcon,
  document: FileTextIcon,
  chart: BarChartIcon,
  handshake: HandShakeHeartIcon,
  map: LocationPinIcon,
  turns: ArrowsCirclepathIcon,
  gear: CogIcon,
};

const LazyHalfWritten = lazy(() =>
  import('../sign-in/panels/half-written.tsx').then((module) => ({ default: module.HalfWritten })),
);

/** What stands around every page of one who has signed in. */
export function Frame() {
  const session = useQuery(sessionQuery);
  const [, lookAgain] = useReducer((n: number) => n + 1, 0);
  return (
    <Answer of={session}>
      {(answer) =>
        halfWrittenBefore(answer.account) ? (
          <HalfWrittenFirst session={answer} goOn={lookAgain} />
        ) : answer.mustChange ? (
          <OwnPasswordFirst session={answer} />
        ) : answer.mustHaveCodes ? (
          <OwnCodesFirst />
        ) : (
          <Framed session={answer} />
        )
      }
    </Answer>
  );
}

/** Before anything else, it is asked what becomes of what another has left half-written in this tab. */
function HalfWrittenFirst({ session, goOn }: { session: Session; goOn: () => void }) {
  const [before] = useState(() => halfWrittenBefore(session.account));
  if (!before) return null;
  return (
    <main className="own-password">
      <div className="card">
        <Suspense fallback={<Loading />}>
          <LazyHalfWritten before={before} session={session} goOn={goOn} />
        </Suspense>
      </div>
    </main>
  );
}

/** Whoever's password another gave is told so for a month, also after it was changed: it may have been changed by that other. */
function PasswordGiven({ session: { passwordGiven } }: { session: Session }) {
  const words = useTexts(frame);
  const format = useFormat();
  if (!passwordGiven) return null;
  return (
    <p role="status" className="password-given unprinted">
      {words.passwordGiven(format.instant(passwordGiven.at), passwordGiven.by)}
    </p>
  );
}

/** Before anything else, whoever got a password from somebody chooses one of one's own. */
function OwnPasswordFirst({ session }: { session: Session }) {
  const words = useTexts(frame);
  const go = useGo();
  return (
    <main className="own-password">
      <div className="card">
        <Page title={words.changeFirst} line={words.changeFirstHelp}>
          <PasswordGiven session={session} />
          <Suspense fallback={<Loading />}>
            <LazyChangePassword done={() => go(pageAt('/'), { replace: true })} />
          </Suspense>
        </Page>
      </div>
    </main>
  );
}

/** Whoever's role signs in with a code or a passkey sets one up before anything else. */
function OwnCodesFirst() {
  const words = useTexts(frame);
  const go = useGo();
  return (
    <main className="own-password">
      <div className="card">
        <Page title={words.codesFirst} line={words.codesFirstHelp}>
          <Suspense fallback={<Loading />}>
            <h2>{words.codes}</h2>
            <LazyOwnCodes done={() => go(pageAt('/'), { replace: true })} />
            <h2>{words.passkeys}</h2>
            <LazyOwnPasskeys done={() => go(pageAt('/'), { replace: true })} />
          </Suspense>
        </Page>
      </div>
    </main>
  );
}

function Framed({ session }: { session: Session }) {
  const words = useTexts(frame);
  const { suggest } = useLanguage();
  const queries = useQueryClient();
  const halted = useHalt();
  useDayEnd(halted ? null : session.dayEndsIn, () => void queries.refetchQueries({ queryKey: sessionQuery.queryKey }));
  useEffect(() => {
    suggest(session.language);
    // What was chosen on this device before signing in holds for what the server says, too.
    const chosen = chosenLanguage();
    if (chosen === null || chosen === session.language) return;
    // What was asked before the server knew it is asked again, also what has not been answered yet.
    void rememberLanguage(chosen)
      .then(() => queries.cancelQueries())
      .then(() => queries.invalidateQueries());
  }, [session.language, suggest, queries]);
  return (
    <TodayProvider value={session.today}>
      <SessionEnd session={session} />
      <ClientSearch may={placesOf(session).some(({ path }) => path === '/clients')}>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <div className="frame">
          <SideBar session={session} />
          <div className="frame-page">
            <Offline />
            <MissingParts />
            <PasswordGiven session={session} />
            {session.demo && <DemoBanner today={session.today} />}
            <main id="content" className="frame-main" tabIndex={-1}>
              <Home session={session}>
                <Outlet />
              </Home>
            </main>
          </div>
          <BottomBar session={session} />
        </div>
      </ClientSearch>
    </TodayProvider>
  );
}

/** A page is there for those whom it is for; whoever types its address without such a post is told so. */
function NotYours() {
  const words = useTexts(frame);
  return (
    <Page title={words.notYours}>
      <p>{words.notYoursHelp}</p>
      <p>
        <PageLink to={pageAt('/')}>{words.toStart}</PageLink>
      </p>
    </Page>
  );
}

/** Whoever has no page at the start goes to the first of their own. */
function Home({ session, children }: { session: Session; children: ReactNode }) {
  const { pathname } = useLocation();
  const go = useGo();
  const places = placesOf(session);
  const first = places[0]?.path;
  const away = pathname === '/' && first !== undefined && first !== '/' ? first : null;
  useEffect(() => {
    if (away) go(pageAt(away), { replace: true });
  }, [away, go]);
  const at = useMatches().at(-1)?.fullPath;
  const page = pages.find(({ path }) => path === at);
  if (away) return null;
  return page && !opensTo(page, session.worker.roles) ? <NotYours /> : children;
}

function PlaceLink({ place, onClick }: { place: PagePlace; onClick?: () => void }) {
  const words = useTexts(frame);
  const { pathname } = useLocation();
  const Icon = icons[place.place.icon];
  const here = place.path === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${place.path}/`);
  return (
    <PageLink className="place" to={pageAt(place.path)} aria-current={here ? 'page' : undefined} onClick={onClick}>
      <Icon aria-hidden="true" />
      <span>{words.place[place.place.name]}</span>
    </PageLink>
  );
}

function SideBar({ session }: { session: Session }) {
  const words = useTexts(frame);
  const [open, setOpen] = useState(false);
  return (
    <header className="side unprinted">
      <div className="brand">
        <ProductMark /> <span className="brand-name">Kykypolku</span>
      </div>
      <SearchOpener />
      <nav aria-label={words.places}>
        <ul className="places">
          {placesOf(session).map((place) => (
            <li key={place.path}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      </nav>
      <button type="button" className="place who" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <PersonCircleIcon aria-hidden="true" />
        <span>
          {session.worker.name}
          <span className="who-organiser">{session.organiser.name}</span>
        </span>
      </button>
      {open && (
        <Dialog title={session.worker.name} close={() => setOpen(false)}>
          <p className="muted">{session.organiser.name}</p>
          <Settings />
        </Dialog>
      )}
    </header>
  );
}

function BottomBar({ session }: { session: Session }) {
  const words = useTexts(frame);
  const [open, setOpen] = useState(false);
  const places = placesOf(session);
  const close = () => setOpen(false);
  return (
    <nav className="bottom unprinted" aria-label={words.places}>
      {places.slice(0, 4).map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      <button type="button" className="place" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <MenuHamburgerIcon aria-hidden="true" />
        <span>{words.more}</span>
      </button>
      {open && (
        <Dialog title={session.worker.name} close={close}>
          <p className="muted">{session.organiser.name}</p>
          <SearchOpener />
          {places.length > 4 && (
            <ul className="places">
              {places.slice(4).map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} onClick={close} />
                </li>
              ))}
            </ul>
          )}
          <Settings />
        </Dialog>
      )}
    </nav>
  );
}
