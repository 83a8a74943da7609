import { useLocation, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type MouseEvent, useCallback } from 'react';
import type { PageAddress } from './address-of.ts';

/** Reads the address's query as plain text, so that what one types in it is what a page gets. */
export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** A choice kept in the address (?name=value), so that it can be bookmarked, sent and gone back to. */
export function useAddress(name: string): [value: string | undefined, set: (value: string | undefined) => void] {
  const value = (useSearch({ strict: false }) as Record<string, string | undefined>)[name];
  const navigate = useNavigate();
  const set = (next: string | undefined) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, [name]: next }),
      state: true,
      replace: true,
      resetScroll: false,
    });
  return [value, set];
}

/** As above, of a choice among some: what is none of them, as in an address typed by hand, is as if nothing was chosen. */
export function useChoiceInAddress<Choice extends string>(
  name: string,
  choices: readonly Choice[],
): [value: Choice | undefined, set: (value: string | undefined) => void] {
  const [value, set] = useAddress(name);
  return [choices.find((choice) => choice === value), set];
}

/** What one typed, kept while one goes elsewhere and back but not in the address: a name of a person stands in no history. */
export function useKept(name: string): [value: string | undefined, set: (value: string | undefined) => void] {
  const saved = useLocation({ select: ({ state }): unknown => Reflect.get(state, name) });
  const navigate = useNavigate();
  const set = (next: string | undefined) =>
    void navigate({
      to: '.',
      search: true,
      state: (before) => ({ ...before, [name]: next }),
      replace: true,
      resetScroll: false,
    });
  return [typeof saved === 'string' ? saved : undefined, set];
}

/** A part of the path, as clientId in /clients/$clientId. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`The address has no ${name}`);
  return value;
}

/** Goes to an address of ours. */
export function useGo(): (to: PageAddress, options?: { replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (to, { replace = false } = {}) => {
      if (replace) router.history.replace(to);
      else router.history.push(to);
    },
    [router],
  );
}

interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: PageAddress;
}

/** A link to a page of ours: an ordinary link that does not reload, and brings the page's code when pointed at. */
export function PageLink({ to, onClick, ...rest }: PageLinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || rest.target === '_blank') return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(to);
  };
  const bring = () => void router.preloadRoute({ to }).catch(() => undefined);
  return <a href={to} onClick={go} onPointerEnter={bring} onFocus={bring} {...rest} />;
}

/** The place of an entry among those of the tab, as the router numbers them. */
const indexOf = (state: { readonly __TSR_index?: number } | null): number => state?.__TSR_index ?? 0;

/** Where the browser has gone without the page, as by going back: how it goes there again, and nothing asks any more. */
export function useWayOfBrowser(): () => () => void {
  const { history } = useRouter();
  return () => {
    const steps = indexOf(window.history.state) - indexOf(history.location.state);
    return () => history.go(steps, { ignoreBlocker: true });
  };
}
