import { Theme } from '@navikt/ds-react/Theme';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

/** `device` follows what the device asks for. */
export type ThemeChoice = 'light' | 'dark' | 'device';

const ThemeContext = createContext<{ choice: ThemeChoice; choose: (choice: ThemeChoice) => void } | null>(null);
const saved = 'kykypolku.theme';
const darkDevice = matchMedia('(prefers-color-scheme: dark)');

const printed = matchMedia('print');

function useMedia(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}

function firstChoice(): ThemeChoice {
  const stored = localStorage.getItem(saved);
  return stored === 'light' || stored === 'dark' ? stored : 'device';
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, choose] = useState(firstChoice);
  const deviceIsDark = useMedia(darkDevice);
  const onPaper = useMedia(printed);
  const chosen = choice === 'device' ? (deviceIsDark ? 'dark' : 'light') : choice;
  const theme = onPaper ? 'light' : chosen;
  // On the root element, so that dialogs and the page's own ground follow too.
  document.documentElement.className = theme;
  useEffect(() => localStorage.setItem(saved, choice), [choice]);
  const value = useMemo(() => ({ choice, choose }), [choice]);
  return (
    <ThemeContext value={value}>
      <Theme theme={theme} hasBackground={false}>
        {children}
      </Theme>
    </ThemeContext>
  );
}

export function useTheme() {
  const value = useContext(ThemeContext);
  if (!value) throw new Error('ThemeProvider is missing above');
  return value;
}
