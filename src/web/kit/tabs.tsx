import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useAddress } from '../address.tsx';
import { revealIn } from './reveal.ts';
import { useConfirmLeaving } from './unsaved-changes.tsx';
import './tabs.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  /** Drawn, and its questions asked, only when the tab is open. */
  readonly body: () => ReactNode;
}

interface TabsProps {
  readonly label: string;
  /** Name of the open tab in the address. */
  readonly name?: string;
  readonly tabs: readonly Tab[];
  /** What the parts show has no heading of its own: whoever listens meets the part's name as one. */
  readonly headed?: boolean;
}

/** Parts of one thing, one at a time; which one is kept in the address. */
export function Tabs({ label, name = 'tab', tabs, headed = false }: TabsProps) {
  const id = useId();
  const [saved, keep] = useAddress(name);
  const open = tabs.find((tab) => tab.id === saved) ?? tabs[0];
  const row = useRef<HTMLDivElement>(null);
  const mayLeave = useConfirmLeaving();
  const choose = async (tab: Tab) => {
    if (tab.id !== open?.id && (await mayLeave())) keep(tab.id);
  };
  // The window says which part is open, so that two of them can be told apart.
  const text = open?.label;
  useEffect(() => {
    if (text === undefined) return;
    const whole = document.title;
    document.title = `${text}: ${whole}`;
    return () => {
      document.title = whole;
    };
  }, [text]);
  // On a phone the open one may stand beyond the edge.
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>(`[id="${id}-${open?.id}"]`);
    if (tab) revealIn(row.current, tab);
  }, [id, open?.id]);
  // Arrow keys pass over tabs without opening them: what is only passed is neither fetched nor kept in the trail.
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex((tab) => document.activeElement?.id === `${id}-${tab.id}`);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const ends = { Home: tabs[0], End: tabs.at(-1) }[event.key];
    const next = ends ?? (step === undefined || at < 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length]);
    if (!next) return;
    event.preventDefault();
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  if (!open) return null;
  return (
    <div className="tabs">
      <div className="tab-row unprinted" ref={row} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === open}
            aria-controls={tab === open ? `${id}-body` : undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => void choose(tab)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="muted"> {tab.count}</span>}
          </button>
        ))}
      </div>
      <div key={open.id} id={`${id}-body`} role="tabpanel" aria-labelledby={`${id}-${open.id}`} className="tab-body">
        {headed && <h2 className="visually-hidden">{open.label}</h2>}
        {open.body()}
      </div>
    </div>
  );
}
