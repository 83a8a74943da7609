/** What is half-written in long forms, kept in this tab alone until it is sent or left: a reload of the page takes nothing away. */
import { useEffect } from 'react';
import { ownerOfPage } from './api.ts';

const prefix = 'kykypolku.draft.';

/** Which form it is on its page, and what of it is never kept. */
export interface DraftOf {
  readonly name: string;
  readonly without?: readonly string[];
}

interface Draft<V> {
  readonly values: V;
  /** The version of what the form began from. */
  readonly seen: string | null;
}

const keyOf = ({ name }: DraftOf): string =>
  `${prefix}${ownerOfPage()} ${window.location.pathname}${window.location.search} ${name}`;

/** What was half-written, over what the form begins with; null where nothing was, or the form is another by now. */
export function readDraft<V extends object>(of: DraftOf | undefined, initial: V): Draft<V> | null {
  const text = of && sessionStorage.getItem(keyOf(of));
  if (!text) return null;
  try {
    const { values, seen } = JSON.parse(text) as Draft<Partial<V>>;
    const isSame = Object.entries(initial).every(
      ([name, value]) => !(name in values) || value === null || typeof Reflect.get(values, name) === typeof value,
    );
    return isSame ? { values: { ...initial, ...values }, seen } : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed as long as the form stands: once it is sent or left there is nothing to keep. */
export function useDraft<V extends object>(of: DraftOf | undefined, values: V, typed: boolean, seen: string | null) {
  const key = of && keyOf(of);
  useEffect(() => {
    if (!key) return;
    if (!typed) return sessionStorage.removeItem(key);
    const outlasting = Object.fromEntries(Object.entries(values).filter(([name]) => !of?.without?.includes(name)));
    sessionStorage.setItem(key, JSON.stringify({ values: outlasting, seen }));
  }, [key, of, values, typed, seen]);
  useEffect(() => (key ? () => sessionStorage.removeItem(key) : undefined), [key]);
}

/** Whether this account has left something half-written in this tab. */
export const anyDraftOf = (account: string): boolean =>
  Object.keys(sessionStorage).some((key) => key.startsWith(`${prefix}${account} `));

/** Nothing half-written stays for whoever sits here next; what this account has stays. */
export function forgetDrafts(but: string | null): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && !(but && key.startsWith(`${prefix}${but} `))) sessionStorage.removeItem(key);
}
