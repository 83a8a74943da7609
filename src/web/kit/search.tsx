import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { useGo } from '../address.tsx';
import type { PageAddress } from '../address-of.ts';
import { useDebounced } from './debounced.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { earlier } from './loading.tsx';
import { ProblemMessage } from './problem.tsx';
import { kit } from './texts.ts';
import './search.css';

export interface Hit {
  readonly key: string;
  readonly name: string;
  readonly line?: string;
  readonly to: PageAddress;
}

/** The first hits, and how many there are in all. */
export interface Hits {
  readonly hits: readonly Hit[];
  readonly total: number;
}

interface SearchProps {
  /** What is searched for: Hae asiakas. */
  readonly label: string;
  readonly ask: (text: string) => Promise<Hits>;
  readonly children: ReactNode;
}

const SearchContext = createContext<{ label: string; open: () => void } | null>(null);

/** A search that opens with Ctrl K from anywhere. */
export function SearchProvider({ label, ask, children }: SearchProps) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpened(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const value = useMemo(() => ({ label, open: () => setOpened(true) }), [label]);
  return (
    <SearchContext value={value}>
      {children}
      {opened && <SearchDialog label={label} ask={ask} close={() => setOpened(false)} />}
    </SearchContext>
  );
}

/** Looks like a field and opens the search. */
export function SearchOpener() {
  const search = useContext(SearchContext);
  if (!search) return null;
  return (
    <button type="button" className="search-opener unprinted" onClick={search.open} aria-keyshortcuts="Control+K">
      <MagnifyingGlassIcon aria-hidden="true" />
      <span>{search.label}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}

interface SearchDialogProps {
  readonly label: string;
  readonly ask: (text: string) => Promise<Hits>;
  readonly close: () => void;
}

function SearchDialog({ label, ask, close }: SearchDialogProps) {
  const words = useTexts(kit);
  const go = useGo();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDebounced(text.trim(), 200);
  const ready = wanted.length >= 2;
  const answer = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => ask(wanted),
    enabled: ready,
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  // Until the answer is of what stands in the field, its hits are of something shorter: Enter would open another person.
  const isEarlier = ready && (wanted !== text.trim() || answer.isPlaceholderData);
  const hits = ready ? (answer.data?.hits ?? []) : [];
  const current = hits[Math.min(at, hits.length - 1)];

  const open = (hit: Hit) => {
    close();
    go(hit.to);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && hits.length > 0) setAt((at + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length > 0) setAt((at + hits.length - 1) % hits.length);
    else if (event.key === 'Enter' && current && !isEarlier) open(current);
    else return;
    event.preventDefault();
  };

  let phrase = '';
  if (!ready) phrase = words.searchStart;
  else if (isEarlier) phrase = words.loading;
  else if (answer.data) {
    const { total } = answer.data;
    if (total === 0) phrase = words.searchNone(wanted);
    else phrase = total > hits.length ? words.searchPart(hits.length, total) : words.searchHits(total);
  }

  return (
    <Dialog title={label} close={close}>
      <search className="search">
        <input
          className="search-input"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${id}-${current.key}` : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </search>
      <p className="muted" role="status">
        {phrase}
      </p>
      {answer.error && <ProblemMessage problem={answer.error} />}
      <div className="search-hits" id={`${id}-hits`} role="listbox" aria-label={label} {...earlier(isEarlier)}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard in the field, as in every combobox.
          <div
            key={hit.key}
            id={`${id}-${hit.key}`}
            className="search-hit"
            role="option"
            tabIndex={-1}
            aria-selected={hit === current}
            onClick={() => open(hit)}
            onPointerMove={() => setAt(index)}
          >
            <strong>{hit.name}</strong>
            {hit.line && <span className="muted">{hit.line}</span>}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
