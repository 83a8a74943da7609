import { KeyVerticalIcon, LaptopIcon, LeaveIcon, MobileIcon, ShieldLockIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Language, languages } from '../../kernel/language.ts';
import { useGo } from '../../web/address.tsx';
import { useConfirm } from '../../web/kit/confirming.ts';
import { Dialog } from '../../web/kit/dialog.tsx';
import { languageNames, useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Loading } from '../../web/kit/loading.tsx';
import { type ThemeChoice, useTheme } from '../../web/kit/theme.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { anyUnsent } from '../../web/kit/unsaved-changes.tsx';
import { AccessibilityAndPrivacy } from './accessibility.tsx';
import { pageAt } from './pages.ts';
import { leaveSession, rememberLanguage } from './session.ts';
import { frame } from './texts.ts';

const themes: readonly ThemeChoice[] = ['light', 'dark', 'device'];

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [value: T, label: string, lang?: string])[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

function Choices<T extends string>({ legend, name, options, value, choose }: ChoicesProps<T>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(([option, label, lang]) => (
        <label key={option} className="choice" lang={lang}>
          <input type="radio" name={name} checked={option === value} onChange={() => choose(option)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export function LanguageChoice({ signedIn = false }: { signedIn?: boolean }) {
  const words = useTexts(frame);
  const { language, choose } = useLanguage();
  const queries = useQueryClient();
  const change = async (next: Language) => {
    choose(next);
    if (!signedIn) return;
    await rememberLanguage(next);
    await queries.invalidateQueries();
  };
  return (
    <Choices
      legend={words.language}
      name="language"
      options={languages.map((one) => [one, languageNames[one], one])}
      value={language}
      choose={(next) => void change(next)}
    />
  );
}

// Its form comes only to those who change it.
export const LazyChangePassword = lazy(() =>
  import('./change-password.tsx').then((module) => ({ default: module.ChangePassword })),
);

const OwnSessions = lazy(() => import('./own-sessions.tsx').then((module) => ({ default: module.OwnSessions })));
export const LazyOwnCodes = lazy(() => import('./own-codes.tsx').then((module) => ({ default: module.OwnCodes })));

export const LazyOwnPasskeys = lazy(() =>
  import('./own-passkeys.tsx').then((module) => ({ default: module.OwnPasskeys })),
);

type Opened = 'password' | 'codes' | 'passkeys' | 'sessions';

/** Language, appearance, how one signs in, and the way out. */
export function Settings() {
  const words = useTexts(frame);
  const { choice, choose } = useTheme();
  const queries = useQueryClient();
  const toast = useToast();
  const go = useGo();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const confirm = useConfirm();
  const question = {
    title: words.leaveUnsent,
    body: words.leaveUnsentHelp,
    act: words.signOut,
    stay: words.stayIn,
    danger: true,
  };
  const leave = async () => {
    if (anyUnsent() && !(await confirm(question))) return;
    try {
      await leaveSession(queries);
      go(pageAt('/sign-in'));
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <div className="settings">
      <LanguageChoice signedIn />
      <Choices
        legend={words.theme}
        name="theme"
        options={themes.map((one) => [one, words[one]])}
        value={choice}
        choose={choose}
      />
      {(
        [
          ['password', words.changePassword, <KeyVerticalIcon key="password" aria-hidden="true" />],
          ['codes', words.codes, <MobileIcon key="codes" aria-hidden="true" />],
          ['passkeys', words.passkeys, <ShieldLockIcon key="passkeys" aria-hidden="true" />],
          ['sessions', words.sessions, <LaptopIcon key="sessions" aria-hidden="true" />],
        ] as const
      ).map(([name, label, icon]) => (
        <Button key={name} type="button" size="small" variant="tertiary" icon={icon} onClick={() => setOpened(name)}>
          {label}
        </Button>
      ))}
      {opened && (
        <Dialog title={opened === 'password' ? words.changePassword : words[opened]} close={close}>
          <Suspense fallback={<Loading />}>
            {opened === 'password' && <LazyChangePassword done={close} cancel={close} />}
            {opened === 'codes' && <LazyOwnCodes done={close} />}
            {opened === 'passkeys' && <LazyOwnPasskeys />}
            {opened === 'sessions' && <OwnSessions />}
          </Suspense>
        </Dialog>
      )}
      <AccessibilityAndPrivacy />
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<LeaveIcon aria-hidden="true" />}
        onClick={() => void leave()}
      >
        {words.signOut}
      </Button>
    </div>
  );
}
