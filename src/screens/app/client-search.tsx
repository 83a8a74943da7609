import { type ReactNode, useCallback } from 'react';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { type Hits, SearchProvider } from '../../web/kit/search.tsx';
import { api } from './api.ts';
import { clientAt } from './pages.ts';
import { frame } from './texts.ts';

/** Few enough to read; the one sought is found by writing more. */
const limit = 20;

/** Ctrl K: finds a client by whatever one knows, says by what, and opens the page; for those who work with clients. */
export function ClientSearch({ may, children }: { may: boolean; children: ReactNode }) {
  const words = useTexts(frame);
  const format = useFormat();
  const ask = useCallback(
    async (text: string): Promise<Hits> => {
      const { clients, total } = await api.searchClients({ text, limit });
      const hits = clients.map(({ id, familyName, givenNames, birthOn, municipality, foundBy }) => ({
        key: id,
        name: `${familyName} ${givenNames}`.trim(),
        line: [birthOn && format.day(birthOn), municipality, foundBy && words.foundBy[foundBy]]
          .filter(Boolean)
          .join(' · '),
        to: clientAt(id),
      }));
      return { hits, total };
    },
    [format, words],
  );
  if (!may) return children;
  return (
    <SearchProvider label={words.search} ask={ask}>
      {children}
    </SearchProvider>
  );
}
