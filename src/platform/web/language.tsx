import { Provider } from '@navikt/ds-react/Provider';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language, Texts } from '../../kernel/language.ts';
import { akselLocales } from './aksel-locales.ts';

const LanguageContext = createContext<{ language: Language; setLanguage: (language: Language) => void } | null>(null);

const kept = 'kykypolku.language';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

function isLanguage(value: unknown): value is Language {
  return value === 'fi' || value === 'sv' || value === 'en';
}

/** The language last chosen on this device, else the browser's, else Finnish. */
function firstLanguage(): Language {
  const stored = localStorage.getItem(kept);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fi';
}

/** Outside components (a request's header) the language is read from the document, which the provider keeps right. */
export function currentLanguage(): Language {
  return isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'fi';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  document.documentElement.lang = language;
  useEffect(() => localStorage.setItem(kept, language), [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
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
