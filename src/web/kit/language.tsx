import { Provider } from '@navikt/ds-react/Provider';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language, Texts } from '../../kernel/language.ts';
import { akselLocales } from './aksel-locales.ts';

interface Chosen {
  readonly language: Language;
  /** The person's own choice, remembered on this device. */
  readonly choose: (language: Language) => void;
  /** What the account says; gives way to a choice made on this device. */
  readonly suggest: (language: Language) => void;
}

const LanguageContext = createContext<Chosen | null>(null);

const saved = 'kykypolku.language';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

function isLanguage(value: unknown): value is Language {
  return value === 'fi' || value === 'sv' || value === 'en';
}

/** The language chosen on this device, if one has been. */
export function chosenLanguage(): Language | null {
  const stored = localStorage.getItem(saved);
  return isLanguage(stored) ? stored : null;
}

function firstLanguage(): Language {
  return chosenLanguage() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fi';
}

/** Outside components (a request's header) the language is read from the document, which the provider keeps right. */
export function currentLanguage(): Language {
  return isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'fi';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  document.documentElement.lang = language;
  const value = useMemo(
    () => ({
      language,
      choose(next: Language) {
        localStorage.setItem(saved, next);
        setLanguage(next);
      },
      suggest: (next: Language) => setLanguage(chosenLanguage() ?? next),
    }),
    [language],
  );
  return (
    <LanguageContext value={value}>
      <Provider locale={akselLocales[language]}>{children}</Provider>
    </LanguageContext>
  );
}

export function useLanguage() {
  const value = useContext(LanguageContext);
  if (!value) throw new Error('LanguageProvider is missing above');
  return value;
}

/** Picks the reader's language from a room's or desk's texts. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}
