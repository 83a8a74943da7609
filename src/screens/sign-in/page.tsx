import { KeyVerticalIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { codeOf, type Problem, problem } from '../../kernel/problem.ts';
import { useAddress, useGo } from '../../web/address.tsx';
import { ownAddress } from '../../web/address-of.ts';
import { ApiProblem } from '../../web/api.ts';
import { Form, useForm } from '../../web/form.tsx';
import { chosenLanguage, useTexts } from '../../web/kit/language.tsx';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage, problemOf } from '../../web/kit/problem.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { answerByPasskey, NoPasskey, passkeysWork } from '../../web/passkey.ts';
import { ProductMark } from '../app/mark.tsx';
import { LanguageChoice } from '../app/own-settings.tsx';
import { pageAt } from '../app/pages.ts';
import {
  beginSession,
  beginSessionByPasskey,
  type DemoAccount,
  demoAccountsQuery,
  passkeyQuestion,
  providerAddress,
  providerQuery,
  rememberLanguage,
  type Session,
} from '../app/session.ts';
import { signInTexts } from './texts.ts';
import './page.css';

export function SignInPage() {
  const words = useTexts(signInTexts);
  const accounts = useQuery(demoAccountsQuery);
  const enter = useEnter();
  const second = useRef<Problem>(undefined);
  const confirm = async (values: Credentials) => {
    const refusal = second.current as Problem;
    const passkey = await answerByPasskey(refusal.passkey).catch((failure: unknown) => {
      throw failure instanceof NoPasskey ? new ApiProblem(refusal) : failure;
    });
    await enter({ ...values, code: '', passkey });
  };
  const instead = ['passkey-needed', 'code-or-passkey-needed'].map((on) => ({
    on,
    help: passkeysWork() ? words.passkeyHelp : words.passkeyNotHere,
    label: words.passkeyConfirm,
    send: confirm,
  }));
  const form = useForm({
    initial: { username: '', password: '', code: '' },
    unguarded: true,
    instead,
    check: ({ username, password }) => [
      ...(username.trim() === '' ? [{ field: 'username', message: words.missing }] : []),
      ...(password === '' ? [{ field: 'password', message: words.missing }] : []),
    ],
    send: async (values) => {
      try {
        await enter(values);
      } catch (failure) {
        second.current = problemOf(failure);
        // Where nothing else can be shown it is asked for at once.
        if (codeOf(second.current) !== 'passkey-needed' || !passkeysWork()) throw failure;
        await confirm(values);
      }
    },
  });
  const codeAsked =
    form.values.code !== '' ||
    ['code-needed', 'code-or-passkey-needed', 'wrong-code'].includes(form.problem ? codeOf(form.problem) : '');
  const wait = Number(form.problem?.retryAfterSeconds ?? 0);
  return (
    <main className="sign-in">
      <div className="sign-in-name">
        <ProductMark /> Kykypolku
      </div>
      <div className="sign-in-cards" data-alone={!accounts.data?.length}>
        <div className="card sign-in-own">
          <Page title={words.title} line={words.what}>
            <Form form={form} submit={words.act}>
              <TextField {...form.field('username')} label={words.username} autoComplete="username" />
              <TextField
                {...form.field('password')}
                label={words.password}
                type="password"
                autoComplete="current-password"
              />
              {codeAsked && <TextField {...form.field('code')} label={words.code} autoComplete="one-time-code" />}
              {wait > 0 && <p>{wait < 60 ? words.waitSeconds(wait) : words.wait(Math.ceil(wait / 60))}</p>}
            </Form>
            {passkeysWork() && <ByPasskey />}
            <ByProvider />
            <LanguageChoice />
          </Page>
        </div>
        {accounts.data && accounts.data.length > 0 && <DemoAccounts accounts={accounts.data} enter={enter} />}
      </div>
    </main>
  );
}

/** The way by a passkey that knows its user, without name and password. */
function ByPasskey() {
  const words = useTexts(signInTexts);
  const queries = useQueryClient();
  const arrive = useArrive();
  const [failure, setFailure] = useState<unknown>();
  const enter = async () => {
    setFailure(undefined);
    try {
      await arrive(await beginSessionByPasskey(queries, await answerByPasskey(await passkeyQuestion())));
    } catch (error) {
      setFailure(error instanceof NoPasskey ? problem('no-passkey', 422, words.passkeyNone) : error);
    }
  };
  return (
    <div className="sign-in-passkey">
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<KeyVerticalIcon aria-hidden="true" />}
        onClick={() => void enter()}
      >
        {words.byPasskey}
      </Button>
      {failure !== undefined && <ProblemMessage problem={problemOf(failure)} />}
    </div>
  );
}

/** The way by the organisation's own sign-in, and what came of it. */
function ByProvider() {
  const words = useTexts(signInTexts);
  const provider = useQuery(providerQuery);
  const [to] = useAddress('to');
  const [came] = useAddress('provider');
  if (!provider.data) return null;
  return (
    <div className="sign-in-provider">
      {came && <p role="alert">{came === 'unknown' ? words.providerUnknown : words.providerFailed}</p>}
      <a href={providerAddress(to)}>{words.byProvider}</a>
    </div>
  );
}

type Credentials = { readonly username: string; readonly password: string; readonly code?: string };

function useEnter(): (credentials: Credentials & { readonly passkey?: unknown }) => Promise<void> {
  const queries = useQueryClient();
  const arrive = useArrive();
  return async ({ username, password, code, passkey }) => {
    const input = {
      username: username.trim(),
      password,
      ...(code ? { code: code.trim() } : {}),
      ...(passkey ? { passkey } : {}),
    };
    await arrive(await beginSession(queries, input));
  };
}

/** To the page that one wanted, in the language that one chose here. */
function useArrive(): (session: Session) => Promise<void> {
  const [to] = useAddress('to');
  const go = useGo();
  return async (session) => {
    const chosen = chosenLanguage();
    if (chosen && chosen !== session.language) await rememberLanguage(chosen);
    go(ownAddress(to) ?? pageAt('/'), { replace: true });
  };
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly enter: (credentials: Credentials) => Promise<void>;
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
