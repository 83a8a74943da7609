import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAddress, useGo } from '../../web/address.tsx';
import { ownAddress } from '../../web/address-of.ts';
import { anyDraftOf } from '../../web/drafts.ts';
import { chosenLanguage, useTexts } from '../../web/kit/language.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { AccessibilityAndPrivacy } from '../app/accessibility.tsx';
import { ProductMark } from '../app/mark.tsx';
import { LanguageChoice } from '../app/own-settings.tsx';
import { pageAt } from '../app/pages.ts';
import {
  beginSession,
  type DemoAccount,
  demoAccountsQuery,
  lastSitter,
  providerAddress,
  providerQuery,
  rememberLanguage,
  takeSession,
  type WayIn,
} from '../app/session.ts';
import { CredentialsForm } from './panels/credentials.tsx';
import { signInTexts } from './texts.ts';
import './page.css';

export function SignInPage() {
  const words = useTexts(signInTexts);
  const accounts = useQuery(demoAccountsQuery);
  const enter = useEnter();
  useGoOn();
  const [last] = useState(lastSitter);
  return (
    <main className="sign-in">
      <div className="sign-in-name">
        <ProductMark /> Kykypolku
      </div>
      <div className="sign-in-cards" data-alone={!accounts.data?.length}>
        <div className="card sign-in-own">
          <Page title={words.title} line={words.what}>
            {last && anyDraftOf(last.account) && <p>{words.draftKept(last.name)}</p>}
            <CredentialsForm username={last?.username} send={enter} />
            <ByProvider />
            <LanguageChoice />
            <p>
              <AccessibilityAndPrivacy />
            </p>
          </Page>
        </div>
        {accounts.data && accounts.data.length > 0 && <DemoAccounts accounts={accounts.data} enter={enter} />}
      </div>
    </main>
  );
}

/** The way by the organisation's own sign-in, and what came of it. */
function ByProvider() {
  const words = useTexts(signInTexts);
  const provider = useQuery(providerQuery);
  const [to] = useAddress('to');
  const [came] = useAddress('provider');
  if (!provider.data) return null;
  const reasons: Readonly<Record<string, string>> = { unknown: words.providerUnknown, weak: words.providerWeak };
  return (
    <div className="sign-in-provider">
      {came && <p role="alert">{reasons[came] ?? words.providerFailed}</p>}
      <a href={providerAddress(to)}>{words.byProvider}</a>
      {came && came in reasons && <a href={providerAddress(to, 'another')}>{words.anotherAccount}</a>}
    </div>
  );
}

/** Signs in, and goes to the page that one wanted, in the language that one chose here. */
function useEnter(): (way: WayIn) => Promise<void> {
  const queries = useQueryClient();
  const [to] = useAddress('to');
  const go = useGo();
  return async (way) => {
    const session = await beginSession(queries, way);
    const chosen = chosenLanguage();
    if (chosen && chosen !== session.language) await rememberLanguage(chosen);
    go(ownAddress(to) ?? pageAt('/'), { replace: true });
  };
}

/** Whoever was sent here from a page and is signed in by now, at another page of the browser, goes on where they were. */
function useGoOn() {
  const queries = useQueryClient();
  const [to] = useAddress('to');
  const [came] = useAddress('provider');
  const go = useGo();
  const place = came ? null : ownAddress(to);
  useEffect(() => {
    if (!place) return;
    let here = true;
    const look = () =>
      takeSession(queries).then(
        () => here && go(place, { replace: true }),
        () => undefined,
      );
    const seen = () => document.visibilityState === 'visible' && void look();
    void look();
    document.addEventListener('visibilitychange', seen);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', seen);
    };
  }, [queries, place, go]);
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly enter: (way: WayIn) => Promise<void>;
}

function DemoAccounts({ accounts, enter }: DemoAccountsProps) {
  const words = useTexts(signInTexts);
  const roles: Readonly<Record<string, string>> = words.roles;
  const organisers: Readonly<Record<string, string>> = words.organisers;
  const toast = useToast();
  return (
    <section className="card" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.demo}</h2>
      <p className="muted">{words.demoHelp}</p>
      {[...Map.groupBy(accounts, ({ organiser }) => organiser)].map(([organiser, chosen]) => (
        <section key={organiser} aria-labelledby={`demo-${organiser}`}>
          <h3 id={`demo-${organiser}`}>{organisers[organiser] ?? organiser}</h3>
          <ul className="demo-accounts">
            {chosen.map((account) => (
              <li key={account.username}>
                <button type="button" onClick={() => void enter(account).catch(toast.failed)}>
                  <span className="demo-account-name">{account.name}</span>
                  <span className="muted">{roles[account.role] ?? account.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
